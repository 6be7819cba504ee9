//! MI: the client itself.

use crate::diagnostic::{Finding, Help, Position};
use crate::enums::OAuthFlow;
use crate::input::{Assumptions, Properties};
use crate::literals::shorten;
use crate::stack_context::{NotAPool, StackContext};
use crate::{client, return_values};

family!(MI07, MI01, MI02, MI06, MI13, MI11, MI12);

rule! {
    MI01 Warning Security "0.1.0": "sign-in errors reveal whether a user exists" {
        source("API reference, PreventUserExistenceErrors; aws/aws-cdk#17044; hashicorp/terraform-provider-aws#11340"),
        checked_by(check_user_existence),
    }
}

fn check_user_existence(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let property = &client::prevent_user_existence_errors;
    each_absence(client, property, |position, given| {
        let flows = &client::allowed_oauth_flows;
        // Nobody signs in at a client of `ClientCredentials` alone, and its secret keeps others away.
        if client.always_lacks(flows, given, &|flow| flow.is(&OAuthFlow::ClientCredentials))
            || client.always_has(flows, given, &super::oauth::needs_browser)
        {
            let help = format!("write `{}: Enabled`", property.name);
            findings.push(MI01.at(position, "sign-in errors reveal whether a user exists", help));
        }
    });
}

rule! {
    MI02 Error "0.1.0": "unknown value of `prevent_user_existence_errors`" {
        source("registry schema; API reference, PreventUserExistenceErrors"),
        checked_by_the_reader(),
        about_one_value(),
    }
}

rule! {
    MI06 Error "0.1.0": "`user_pool_id` is not the id of a user pool" {
        cognito_error("User pool us-east-1_x does not exist."),
        source("API reference, ResourceNotFoundException"),
        checked_in_stack_by(check_pool_is_a_pool),
    }
}

fn check_pool_is_a_pool(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    let Some(NotAPool { reference, what, pool }) = &stack.not_a_pool else { return };
    findings.extend(client.position(&client::user_pool_id).map(|position| {
        let message = format!("`{}` is {what}, not the id of a user pool", shorten(reference));
        let help = pool.as_ref().map_or_else(
            || "write `Ref(\"UserPool\")`, with the logical id of the pool".into(),
            |pool| Help::write(format!("Ref({pool:?})")),
        );
        MI06.at(position, message, help)
    }));
}

rule! {
    MI13 Warning "0.1.0": "user pool of another region" {
        cognito_error("User pool us-east-1_x does not exist."),
        source("API reference, ResourceNotFoundException: a client is created in the region of its pool"),
        checked_in_stack_by(check_region),
    }
}

fn check_region(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    let Some(region) = stack.region else { return };
    client.each(&client::user_pool_id, |id, _| {
        let of_pool = id.value.as_str().and_then(|id| id.rsplit_once('_')).map(|(region, _)| region);
        if let Some(of_pool) = of_pool.filter(|of_pool| is_region(of_pool) && *of_pool != region) {
            let (of_pool, region) = (shorten(of_pool), shorten(region));
            let message = format!("the user pool is in `{of_pool}`, the stack is in `{region}`");
            let help = format!("write the id of a pool in `{region}`, or deploy the stack to `{of_pool}`");
            findings.push(MI13.at(&id, message, help));
        }
    });
}

/// Whether it is made like the name of a region: `eu-west-1`.
fn is_region(name: &str) -> bool {
    let parts: Vec<&str> = name.split('-').collect();
    let is_number = |part: &&str| !part.is_empty() && part.chars().all(|digit| digit.is_ascii_digit());
    parts.len() >= 3 && parts.last().is_some_and(is_number)
}

rule! {
    MI07 Error "0.1.0": "missing `user_pool_id`" {
        source("registry schema"),
        checked_by(check_required),
    }
}

fn check_required(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for property in client::ALL.iter().filter(|property| property.required) {
        each_absence(client, property, |position, _| {
            let message = format!("missing required property `{}`", property.name);
            let help = format!("write `{}: Ref(\"UserPool\")`, with the logical id of the pool", property.name);
            findings.push(MI07.at(position, message, help));
        });
    }
}

rule! {
    MI11 Error "0.1.0": "unknown property" {
        source("registry schema: additionalProperties is false"),
        checked_by_the_reader(),
    }
}

rule! {
    MI12 Error "0.1.0": "unknown return value of an app client" {
        source("registry schema: readOnlyProperties; cfn-lint E1010"),
        checked_in_stack_by(check_return_values),
    }
}

fn check_return_values(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    for (reader, name) in &stack.return_values_read {
        if let Err(unknown) = return_values::check(name) {
            let (reader, name) = (shorten(reader), shorten(name));
            let message = format!("`{reader}` reads `{name}`, which is not a return value of an app client");
            findings.push(MI12.at(client, message, unknown.help));
        }
    }
}

/// Visits every way in which a property can be absent: not written at all, or `NoValue`.
fn each_absence(
    client: &Properties<'_>,
    property: &crate::Property,
    mut visit: impl FnMut(Position, &Assumptions<'_>),
) {
    if client.get(property).is_none() && !client.is_partial {
        visit(client.into(), &Assumptions::default());
    }
    client.each(property, |value, given| {
        if value.value.is_absent() {
            visit(value.position, given);
        }
    });
}
