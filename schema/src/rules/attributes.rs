//! AT: the attributes of a user that a client reads and writes.

use super::Rule;
use super::providers::provider;
use super::strings::{has_placeholder, is_plausible, separate, write_items};
use crate::client::{self, read_attributes, write_attributes};
use crate::diagnostic::{Finding, Help};
use crate::enums::{UserAttribute, Variant};
use crate::input::{AbstractValue, Properties};
use crate::literals::shorten;
use crate::property::Property;
use crate::stack_context::{Fact, Pool, SchemaAttribute, StackContext};
use crate::suggest::nearest;

family!(AT11, AT12, AT14, AT03, AT08, AT09, AT15, AT01, AT02, AT06);

/// The prefix of custom attributes.
const CUSTOM: &str = "custom:";

/// What no client can write, whatever the pool's schema says.
static READ_ONLY: [&Variant; 3] =
    [&UserAttribute::EmailVerified, &UserAttribute::PhoneNumberVerified, &UserAttribute::Sub];

fn is_read_only(name: &str) -> bool {
    READ_ONLY.iter().any(|variant| variant.value == name)
}

fn is_standard(name: &str) -> bool {
    UserAttribute.by_value(name).is_some()
}

/// Whether it is an attribute that Cognito manages.
fn is_of_cognito(name: &str) -> bool {
    name == "identities" || name.starts_with("cognito:")
}

/// An attribute as it is written in a declaration: its variant, or its name as a string.
fn as_written(name: &str) -> String {
    UserAttribute.by_value(name).map_or_else(|| format!("`{name:?}`"), |variant| format!("`{}`", variant.name))
}

rule! {
    AT01 Error "0.1.0": "unknown attribute in `read_attributes`" {
        cognito_error("Invalid read attributes specified while creating a client"),
        source("deployment, in cdk-preflight; aws/aws-cdk#20760"),
        checked_in_stack_by(check_read_attributes),
        may_be_made_elsewhere(),
    }
}

fn check_read_attributes(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    check_custom_attributes(client, &read_attributes, &AT01, stack, findings);
}

rule! {
    AT02 Error "0.1.0": "unknown attribute in `write_attributes`" {
        cognito_error("Invalid write attributes specified while creating a client"),
        source("deployment, in cdk-preflight; aws/aws-sdk-java#1395"),
        checked_in_stack_by(check_write_attributes),
        may_be_made_elsewhere(),
    }
}

fn check_write_attributes(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    check_custom_attributes(client, &write_attributes, &AT02, stack, findings);
}

fn check_custom_attributes(
    client: &Properties<'_>,
    list: &Property,
    rule: &Rule,
    stack: &StackContext<'_>,
    findings: &mut Vec<Finding>,
) {
    let Some((pool, attributes)) = pool_attributes(stack) else { return };
    client.each_item(list, |item, _| {
        let Some(name) = item.value.as_str().and_then(|name| name.strip_prefix(CUSTOM)) else { return };
        // A schema that has the prefix already gets it once more: `custom:role` there is `custom:custom:role`.
        if attributes.iter().any(|attribute| attribute.name == name || without_prefix(attribute.name) == name) {
            return;
        }
        let pool = shorten(pool.logical_id);
        let custom = attributes.iter().map(|attribute| without_prefix(attribute.name));
        let help = nearest(name, custom.filter(|name| !is_standard(name))).map_or_else(
            || format!("add an attribute `{}` to the schema of `{pool}`", shorten(name)),
            |near| format!("an attribute with a similar name exists: `\"{CUSTOM}{near}\"`"),
        );
        let message = format!("the user pool `{pool}` has no attribute `{CUSTOM}{}`", shorten(name));
        findings.extend(stack.missing(rule.at(&item, message, help)));
    });
}

/// The pool with the attributes of its schema, if both are known.
fn pool_attributes<'c>(stack: &'c StackContext<'_>) -> Option<(&'c Pool<'c>, &'c [SchemaAttribute<'c>])> {
    let pool = stack.pool.as_ref()?;
    match &pool.attributes {
        Fact::Known(attributes) => Some((pool, attributes)),
        Fact::Absent => Some((pool, &[])),
        Fact::Unknown => None,
    }
}

/// The name within a schema, written with its prefix or without.
fn without_prefix(name: &str) -> &str {
    name.strip_prefix(CUSTOM).unwrap_or(name)
}

/// The name that a client lists.
fn with_prefix(name: &str) -> String {
    if is_standard(name) || name.starts_with(CUSTOM) { name.to_owned() } else { format!("{CUSTOM}{name}") }
}

rule! {
    AT03 Error "0.1.0": "attribute that clients cannot write" {
        cognito_error("Invalid write attributes specified while creating a client"),
        source("deployment of each, in cdk-preflight"),
        checked_by(check_read_only),
        about_one_value(),
    }
}

fn check_read_only(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for item in client.items(&write_attributes, |item, _| item.as_str().is_some_and(is_read_only)) {
        let message = format!("clients cannot write the attribute `{}`", item.value.written());
        findings.push(AT03.at(&item, message, format!("remove it from `{}`", write_attributes.name)));
    }
}

rule! {
    AT06 Error "0.1.0": "required attribute missing from `write_attributes`" {
        cognito_error("Invalid write attributes specified while creating a client"),
        source("notes of three deployments; aws/aws-cdk#2608; hashicorp/terraform-provider-aws#4476"),
        checked_in_stack_by(check_required_attributes),
    }
}

fn check_required_attributes(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    let Some((pool, attributes)) = pool_attributes(stack) else { return };
    client.each(&write_attributes, |list, given| {
        // An empty list means all of them.
        if list.items().next().is_none() || client.always_empty(&write_attributes, given) {
            return;
        }
        for attribute in attributes.iter().filter(|attribute| attribute.is_required && !is_read_only(attribute.name)) {
            let name = with_prefix(attribute.name);
            if client.always_lacks(&write_attributes, given, &|item| item.as_str() == Some(&name)) {
                let (id, shown) = (shorten(pool.logical_id), shorten(&name));
                let message = format!("the user pool `{id}` requires `{shown}`, which the client cannot write");
                findings.push(AT06.at(&list, message, format!("add {} to the list", as_written(&name))));
            }
        }
    });
}

rule! {
    AT09 Warning "0.1.0": "empty `read_attributes`" {
        source("hashicorp/terraform-provider-aws#28684; aws/aws-cdk#30608; inferred from AT08"),
        checked_with(&AT08),
        about_one_value(),
    }
}

rule! {
    AT08 Warning "0.1.0": "empty `write_attributes`" {
        source("hashicorp/terraform-provider-aws#28684; aws/aws-cdk#21835, #30608"),
        checked_by(check_empty_lists),
        about_one_value(),
    }
}

fn check_empty_lists(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for (property, rule, verb, min) in
        [(&write_attributes, &AT08, "write", "Locale"), (&read_attributes, &AT09, "read", "Sub")]
    {
        for list in client.values(property, |list, given| {
            matches!(list, AbstractValue::List(_)) && client.always_empty(property, given)
        }) {
            findings.push(rule.at(
                &list,
                format!("an empty `{}` lets users {verb} every standard attribute", property.name),
                format!("list the attributes, such as `{}: [{min}]`, or remove it", property.name),
            ));
        }
    }
}

rule! {
    AT11 Error "0.1.0": "neither a standard attribute nor a custom one" {
        cognito_error("Invalid read attributes specified while creating a client"),
        source("aws/aws-cdk#20760"),
        checked_by(check_names),
        about_one_value(),
    }
}

fn check_names(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for property in [&read_attributes, &write_attributes] {
        client.each_item(property, |item, _| {
            let AbstractValue::String(name) = item.value else { return };
            // Names with another prefix are no mistakes: whether Cognito accepts them is not known.
            if !name.is_empty() && !name.contains(':') && !is_of_cognito(name) && !has_placeholder(name) {
                let message = format!("`{}` is not a standard attribute", shorten(name));
                let help = separate(property, name)
                    .filter(|items| items.iter().all(|item| is_plausible(property, item)))
                    .map_or_else(|| standard_or_custom(name), |items| write_items(property, &items));
                findings.push(AT11.at(&item, message, help));
            }
        });
    }
}

/// What to write for a name that is neither a standard attribute nor a custom one.
fn standard_or_custom(name: &str) -> Help {
    let near = nearest(name, UserAttribute.variants.iter().map(|variant| variant.value));
    let meant = UserAttribute.by_synonym(name).or_else(|| UserAttribute.by_value(near?));
    let shown = shorten(name);
    match meant {
        Some(variant) if variant.name == name => Help::write(name).with(" without quotes"),
        Some(variant) => {
            let words = format!("use `{}`; a custom attribute is `\"custom:{shown}\"`", variant.name);
            Help::write(variant.name).in_words(words)
        }
        None => {
            let custom = format!("{:?}", format!("custom:{name}"));
            let words = format!("if it is a custom attribute, write `{}`", shorten(&custom));
            Help::write(custom).in_words(words)
        }
    }
}

rule! {
    AT12 Warning "0.1.0": "developer-only attribute" {
        source("no deployment is known; other tools disagree"),
        checked_by(check_developer_attributes),
    }
}

fn check_developer_attributes(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for property in [&read_attributes, &write_attributes] {
        client.each_item(property, |item, _| {
            let AbstractValue::String(name) = item.value else { return };
            if let Some(custom) = name.strip_prefix("dev:custom:") {
                let message = format!("developer-only attribute `{}`; Cognito may reject it", shorten(name));
                let custom = shorten(custom);
                let help = format!("write `\"custom:{custom}\"`, or remove it; calls with AWS credentials can use it");
                findings.push(AT12.at(&item, message, help));
            }
        });
    }
}

rule! {
    AT14 Warning "0.1.0": "attribute managed by Cognito in `write_attributes`" {
        source("inferred from AT02: they are not standard attributes; no deployment is known"),
        checked_by(check_attributes_of_cognito),
        about_one_value(),
    }
}

fn check_attributes_of_cognito(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for item in client.items(&write_attributes, |item, _| item.as_str().is_some_and(is_of_cognito)) {
        let message = format!("`{}` is managed by Cognito and probably rejected", item.value.written());
        findings.push(AT14.at(&item, message, format!("remove it from `{}`", write_attributes.name)));
    }
}

rule! {
    AT15 Warning "0.1.0": "mapped attribute missing from `write_attributes`" {
        cognito_error("A client attempted to write unauthorized attribute"),
        source("API reference, WriteAttributes; aws-amplify/amplify-js#3526; the error occurs at sign-in"),
        checked_in_stack_by(check_mapped_attributes),
    }
}

fn check_mapped_attributes(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    client.each_item(&client::supported_identity_providers, |item, given| {
        let Some(provider) = provider(stack, item.value) else { return };
        let Fact::Known(mapped) = &provider.mapped_attributes else { return };
        // Without a list, or with an empty one, every attribute can be written.
        if !client.always_has(&write_attributes, given, &|item| item.is_present()) {
            return;
        }
        // A mapping names `username` too, which is no attribute.
        for name in mapped.iter().filter(|name| **name != "username" && !is_read_only(name)) {
            if client.always_lacks(&write_attributes, given, &|item| item.as_str() == Some(name)) {
                let (id, shown) = (shorten(provider.logical_id), shorten(name));
                let message = format!("`{id}` maps `{shown}`, which the client cannot write");
                findings.push(AT15.at(
                    &item,
                    message,
                    format!("add {} to `{}`", as_written(name), write_attributes.name),
                ));
            }
        }
    });
}
