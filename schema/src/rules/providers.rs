//! IP: identity providers.

use crate::client::supported_identity_providers;
use crate::diagnostic::{Finding, Help};
use crate::enums::{IdentityProvider, Variant};
use crate::input::{AbstractValue, Properties};
use crate::literals::shorten;
use crate::stack_context::{Fact, Provider, StackContext};
use crate::suggest::{fold, nearest};

family!(IP03, IP01, IP02);

/// Short names of two of the providers.
static SHORT: [(&str, &Variant); 2] =
    [("apple", &IdentityProvider::SignInWithApple), ("amazon", &IdentityProvider::LoginWithAmazon)];

rule! {
    IP02 Warning "0.1.0": "missing dependency on an identity provider" {
        cognito_error("The provider Google does not exist for User Pool us-east-1_xxx."),
        source("aws/aws-cdk#15850, #15692; the creation order varies"),
        checked_in_stack_with(&IP01),
    }
}

rule! {
    IP01 Error "0.1.0": "unknown identity provider" {
        cognito_error("The provider Google does not exist for User Pool us-east-1_xxx."),
        source("deployment, in cdk-preflight; aws/aws-cdk#15850, #15692"),
        checked_in_stack_by(check_providers),
        may_be_made_elsewhere(),
    }
}

fn check_providers(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    client.each_item(&supported_identity_providers, |item, _| {
        if let Some(id) = referenced(item.value)
            && let Some(pool) = stack.other_pool(id)
        {
            let (id, pool) = (shorten(id), shorten(pool));
            let message = format!("`{id}` is an identity provider of another user pool, `{pool}`");
            findings.push(IP01.at(&item, message, "use a provider of the client's user pool"));
            return;
        }
        let Some(name) = name_in_pool(item.value) else { return };
        let shown = shorten(name);
        match provider(stack, item.value) {
            Some(provider) if !provider.is_dependency => {
                let (id, depends_on) = (provider.logical_id, stack.depends_on_with(provider.logical_id));
                let message = format!("missing dependency on identity provider `{shown}`");
                findings.push(IP02.at(
                    &item,
                    message,
                    format!("write `{depends_on}`, or use `Ref({id:?})` for the provider"),
                ));
            }
            None if stack.providers.iter().all(|provider| provider.name.known().is_some()) => {
                let help = nearest(name, stack.providers.iter().filter_map(|provider| provider.name.known()));
                let help = help.map_or_else(
                    || format!("add an `AWS::Cognito::UserPoolIdentityProvider` named `{shown}` to the stack"),
                    |near| format!("a provider with a similar name exists: `{}`", as_written(near)),
                );
                let message = format!("the stack has no identity provider `{shown}`");
                findings.extend(stack.missing(IP01.at(&item, message, help)));
            }
            None | Some(_) => {}
        }
    });
}

/// The provider that an item of the client's list names, if the pool must be given it. The pool's own directory is always
/// there.
fn name_in_pool<'v>(item: &'v AbstractValue<'_>) -> Option<&'v str> {
    item.as_str().filter(|_| !item.is(&IdentityProvider::Cognito))
}

/// A provider as it is written in a declaration: its variant, or its name as a string.
fn as_written(name: &str) -> String {
    IdentityProvider.by_value(name).map_or_else(|| format!("{name:?}"), |variant| variant.name.to_owned())
}

/// The resource whose `Ref` an item is.
fn referenced<'v>(item: &'v AbstractValue<'_>) -> Option<&'v str> {
    match item {
        AbstractValue::Partial(text) => text.as_reference().map(|(id, _)| id),
        _ => None,
    }
}

/// The provider that an item names or refers to, if it is in the stack.
pub(super) fn provider<'c>(stack: &'c StackContext<'_>, item: &AbstractValue<'_>) -> Option<&'c Provider<'c>> {
    if let Some(id) = referenced(item) {
        return stack.providers.iter().find(|provider| provider.logical_id == id);
    }
    let name = name_in_pool(item)?;
    stack.providers.iter().find(|provider| provider.name == Fact::Known(name))
}

rule! {
    IP03 Warning "0.1.0": "name that does not match a built-in identity provider" {
        source("API reference, SupportedIdentityProviders; a custom provider may have such a name"),
        checked_by(check_names),
        about_one_value(),
    }
}

fn check_names(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    client.each_item(&supported_identity_providers, |item, _| {
        let AbstractValue::String(name) = item.value else { return };
        let folded = fold(name);
        let short = SHORT.iter().find(|(short, _)| *short == folded).map(|(_, variant)| *variant);
        let same = IdentityProvider.variants.iter().copied().find(|variant| fold(variant.value) == folded);
        findings.extend(same.or(short).map(|variant| {
            let message =
                format!("`{}` does not match a built-in provider name; names are case-sensitive", shorten(name));
            let help = Help::write(variant.name).with(", unless the pool has a provider of this name");
            IP03.at(&item, message, help)
        }));
    });
}
