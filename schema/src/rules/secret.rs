//! AF14 and SE: the client secret.

use super::urls::parse::{Scheme, scheme};
use crate::diagnostic::{Finding, Position};
use crate::input::{AbstractValue, Assumptions, Properties};
use crate::literals::shorten;
use crate::stack_context::{Exposure, StackContext};
use crate::{client, return_values};

family!(SE01, AF14, SE07, SE11);

rule! {
    SE01 Error "0.1.0": "user context data without a client secret" {
        cognito_error("Client Secret is required to set EnablePropagateAdditionalUserContextData as true"),
        source("deployment, in cdk-preflight"),
        checked_by(check_context_data),
    }
}

fn check_context_data(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let property = &client::enable_propagate_additional_user_context_data;
    for switch in client.values(property, |switch, given| switch.is_on() && has_no_secret(client, given)) {
        let message = "propagating user context data requires a client secret";
        findings.push(SE01.at(&switch, message, "write `generate_secret: true`"));
    }
}

rule! {
    AF14 Warning "0.1.0": "client secret for an app on the user's device" {
        cognito_error("Unable to verify secret hash for client …"),
        source("aws-amplify/amplify-js#277, #1368, #13568; the error occurs at sign-in"),
        checked_by(check_public_app),
    }
}

fn check_public_app(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for switch in client.values(&client::generate_secret, |switch, given| {
        switch.is_on() && client.always_has(&client::callback_urls, given, &is_app_url)
    }) {
        findings.push(AF14.at(
            &switch,
            "an app on the user's device cannot keep a secret",
            "write `generate_secret: false`, and declare another client for a server",
        ));
    }
}

/// Whether it is the URL of an app on the user's device: `myapp://callback`.
fn is_app_url(value: &AbstractValue<'_>) -> bool {
    value.as_str().is_some_and(|url| url.contains(":/") && matches!(scheme(url), Scheme::App))
}

rule! {
    SE07 Warning "0.1.0": "`ClientSecret` of a client without a secret" {
        source("aws/aws-cdk#21139; no deployment is known"),
        checked_in_stack_by(check_secret_is_read),
    }
}

fn check_secret_is_read(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    let is_secret = |name: &str| name == return_values::CLIENT_SECRET;
    for (reader, _) in stack.return_values_read.iter().filter(|(_, name)| is_secret(name)) {
        if has_no_secret(client, &Assumptions::default()) {
            let message = format!("`{}` reads the secret of a client that has none", shorten(reader));
            let position = Position::property(&client::generate_secret, client.tag);
            findings.push(SE07.at(position, message, "write `generate_secret: true`"));
        }
    }
}

rule! {
    SE11 Warning Security "0.1.0": "client secret in plain text" {
        source("CloudFormation user guide: outputs, parameters of type String and environments show their values"),
        checked_in_stack_by(check_secret_is_hidden),
    }
}

fn check_secret_is_hidden(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    if has_no_secret(client, &Assumptions::default()) {
        return;
    }
    for exposure in &stack.secret_exposures {
        let store = "store it in an `AWS::SecretsManager::Secret`";
        let (message, help) = match exposure {
            Exposure::Output(id) => {
                (format!("the output `{}` shows the client secret in plain text", shorten(id)), store.to_owned())
            }
            Exposure::Parameter(id) => (
                format!("the parameter `{}` shows the client secret in plain text", shorten(id)),
                format!("CloudFormation cannot create a `SecureString` parameter; {store}"),
            ),
            Exposure::Environment(id) => (
                format!("the environment of `{}` shows the client secret in plain text", shorten(id)),
                format!("{store}, and let the function read it"),
            ),
        };
        let position = client.position(&client::generate_secret).unwrap_or_else(|| client.into());
        findings.push(SE11.at(position, message, help));
    }
}

/// Whether the client certainly has no secret.
pub(super) fn has_no_secret(client: &Properties<'_>, given: &Assumptions<'_>) -> bool {
    client.always(&client::generate_secret, given, &|secret| secret.is_off())
}
