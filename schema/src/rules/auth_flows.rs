//! AF: authentication flows of the user pools API.

use super::rotation::is_rotation_off;
use super::secret::has_no_secret;
use crate::client;
use crate::diagnostic::{Finding, Help};
use crate::enums::{ExplicitAuthFlow, Variant};
use crate::input::{AbstractValue, Properties};
use crate::literals::shorten;
use crate::stack_context::{Fact, StackContext};

family!(AF01, AF03, AF05, AF04, AF16, AF09, AF07, AF12, AF13);

/// The flows from before those with `Allow`, each with the one that replaces it.
static LEGACY: [(&Variant, &Variant); 3] = [
    (&ExplicitAuthFlow::AdminNoSrpAuth, &ExplicitAuthFlow::AllowAdminUserPasswordAuth),
    (&ExplicitAuthFlow::CustomAuthFlowOnly, &ExplicitAuthFlow::AllowCustomAuth),
    (&ExplicitAuthFlow::UserPasswordAuth, &ExplicitAuthFlow::AllowUserPasswordAuth),
];

pub(super) fn is_legacy(flow: &AbstractValue<'_>) -> bool {
    LEGACY.iter().any(|(legacy, _)| flow.is(legacy))
}

fn is_allow(flow: &AbstractValue<'_>) -> bool {
    flow.as_str().is_some_and(|flow| flow.starts_with("ALLOW_"))
}

/// What to write for each of the legacy flows there are.
pub(super) fn replacements(client: &Properties<'_>) -> String {
    let mut replacements: Vec<String> = Vec::new();
    client.each_item(&client::explicit_auth_flows, |flow, _| {
        if let Some((legacy, flow)) = LEGACY.iter().find(|(legacy, _)| flow.value.is(legacy)) {
            let replacement = format!("`{}` for `{}`", flow.name, legacy.name);
            if !replacements.contains(&replacement) {
                replacements.push(replacement);
            }
        }
    });
    format!("write {}", replacements.join(", "))
}

rule! {
    AF01 Error "0.1.0": "legacy authentication flows combined with `Allow…` flows" {
        cognito_error("Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names."),
        source("deployment, in cdk-preflight; API reference, ExplicitAuthFlows"),
        checked_by(check_generations),
        about_one_value(),
    }
}

fn check_generations(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for flow in client.conflicting_items(&client::explicit_auth_flows, &is_legacy, &is_allow) {
        let message = format!("`{}` is a legacy flow, which excludes `Allow…` flows", flow.value.written());
        findings.push(AF01.at(&flow, message, replacements(client)));
    }
}

rule! {
    AF03 Warning Legacy "0.1.0": "legacy authentication flow" {
        source("API reference, ExplicitAuthFlows"),
        checked_by(check_legacy),
    }
}

fn check_legacy(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::explicit_auth_flows;
    let first = client.first_item(flows, |flow, given| {
        is_legacy(flow)
            && client.always_lacks(flows, given, &|flow| flow.is_present() && !is_legacy(flow))
            && is_rotation_off(client, given)
    });
    findings.extend(first.map(|flow| {
        let message = format!("`{}` is a legacy flow, which excludes the newer flows", flow.value.written());
        AF03.at(&flow, message, format!("{}, and add `AllowRefreshTokenAuth`", replacements(client)))
    }));
}

rule! {
    AF04 Warning "0.1.0": "`explicit_auth_flows` without `AllowRefreshTokenAuth`" {
        cognito_error("REFRESH_TOKEN_AUTH should always be allowed."),
        source("aws/aws-cdk#7625, #10561, #13514, from 2020; not confirmed since"),
        checked_by(check_refresh),
    }
}

fn check_refresh(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::explicit_auth_flows;
    for list in client.values(flows, |_, given| {
        client.always_has(flows, given, &is_allow)
            && client.always_lacks(flows, given, &|flow| flow.is(&ExplicitAuthFlow::AllowRefreshTokenAuth))
            && client.always_lacks(flows, given, &is_legacy)
            && is_rotation_off(client, given)
    }) {
        let help = format!("add `AllowRefreshTokenAuth` to `{}`; Cognito may reject a list without it", flows.name);
        findings.push(AF04.at(&list, "without `AllowRefreshTokenAuth`, tokens cannot be refreshed", help));
    }
}

rule! {
    AF05 Warning "0.1.0": "empty `explicit_auth_flows`" {
        source("API reference, ExplicitAuthFlows; aws/aws-cdk#26680, #16236; notes of a deployment"),
        checked_by(check_empty_list),
        about_one_value(),
    }
}

fn check_empty_list(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::explicit_auth_flows;
    client.each(flows, |list, given| {
        if !matches!(list.value, AbstractValue::List(_)) || !client.always_empty(flows, given) {
            return;
        }
        let help = if is_rotation_off(client, given) {
            format!("to disable sign-in through the API, write `{}: [AllowRefreshTokenAuth]`", flows.name)
        } else {
            format!("list the flows, such as `{}: [AllowUserSrpAuth]`, or remove it", flows.name)
        };
        let message = format!("an empty `{}` enables the default flows", flows.name);
        findings.push(AF05.at(&list, message, help));
    });
}

rule! {
    AF07 Warning "0.1.0": "`AllowUserAuth` with a user pool of the Lite tier" {
        source("API reference, ExplicitAuthFlows; the exact error is not known"),
        checked_in_stack_by(check_tier),
    }
}

fn check_tier(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    let Some(pool) = stack.pool.as_ref().filter(|pool| pool.is_lite()) else { return };
    for flow in client.items(&client::explicit_auth_flows, |flow, _| flow.is(&ExplicitAuthFlow::AllowUserAuth)) {
        findings.push(AF07.at(
            &flow,
            format!("`AllowUserAuth` is not available in the tier `LITE` of `{}`", shorten(pool.logical_id)),
            "remove `AllowUserAuth`, or add `\"UserPoolTier\": \"ESSENTIALS\"` to the pool",
        ));
    }
}

rule! {
    AF09 Warning "0.1.0": "token exchange flow that the CloudFormation schema does not list" {
        source("API model of botocore 1.44.5 against the registry schema"),
        checked_by(check_token_exchange),
        about_one_value(),
    }
}

fn check_token_exchange(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let is_exchange = |flow: &str| flow.starts_with("ALLOW_TOKEN_EXCHANGE_");
    for flow in client.items(&client::explicit_auth_flows, |flow, _| flow.as_str().is_some_and(is_exchange)) {
        findings.push(AF09.at(
            &flow,
            format!("the CloudFormation schema does not list `{}`", flow.value.written()),
            "remove it, or set it through the API; to deploy it anyway, add `allow: [AF09]`",
        ));
    }
}

rule! {
    AF12 Error "0.1.0": "unknown authentication flow" {
        cognito_error("failed to satisfy constraint: [Member must satisfy enum value set: […]]"),
        source("awsdocs/aws-cloudformation-user-guide#525"),
        checked_by_the_reader(),
        about_one_value(),
    }
}

rule! {
    AF13 Warning "0.1.0": "`AllowCustomAuth` without the Lambda triggers of custom authentication" {
        source("developer guide, custom authentication challenge triggers"),
        checked_in_stack_by(check_triggers),
    }
}

/// The triggers of a custom authentication flow.
const CHALLENGES: &[&str] = &["CreateAuthChallenge", "DefineAuthChallenge", "VerifyAuthChallengeResponse"];

fn check_triggers(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    let Some(pool) = stack.pool.as_ref().filter(|_| stack.has_everything()) else { return };
    let has_triggers = match &pool.triggers {
        Fact::Absent => false,
        Fact::Known(triggers) => CHALLENGES.iter().all(|challenge| triggers.contains(challenge)),
        Fact::Unknown => true,
    };
    let is_custom = |flow: &AbstractValue<'_>| flow.is(&ExplicitAuthFlow::AllowCustomAuth);
    for flow in client.items(&client::explicit_auth_flows, |flow, _| is_custom(flow) && !has_triggers) {
        findings.push(AF13.at(
            &flow,
            format!("`{}` lacks the Lambda triggers that `AllowCustomAuth` requires", shorten(pool.logical_id)),
            format!("remove `AllowCustomAuth`, or add `{}` to the pool's `LambdaConfig`", CHALLENGES.join("`, `")),
        ));
    }
}

rule! {
    AF16 Warning Security "0.1.0": "`AllowUserPasswordAuth` in a client without a secret" {
        source("API reference, ExplicitAuthFlows; developer guide, authentication flows"),
        checked_by(check_password_flow),
    }
}

fn check_password_flow(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::explicit_auth_flows;
    client.each_item(flows, |flow, given| {
        if !flow.value.is(&ExplicitAuthFlow::AllowUserPasswordAuth) || !has_no_secret(client, given) {
            return;
        }
        let help = if client.always_has(flows, given, &|flow| flow.is(&ExplicitAuthFlow::AllowUserSrpAuth)) {
            Help::from("remove it; `AllowUserSrpAuth` proves the password without sending it")
        } else {
            let words = "use `AllowUserSrpAuth`, which proves the password without sending it";
            Help::write("AllowUserSrpAuth").in_words(words)
        };
        findings.push(AF16.at(&flow, format!("`{}` sends the password to Cognito", flow.value.written()), help));
    });
}
