//! Identity providers, and the attributes they fill in.

use super::super::attributes::is_read_only;
use super::super::text;
use crate::catalogue::{AT15, IP01, IP02};
use crate::declaration::World;
use crate::enums::IdentityProvider;
use crate::literals::shorten;
use crate::suggest::nearest;
use crate::surroundings::{Fact, Provider, Surroundings};
use crate::{Declaration, Finding, PropertyPath, client};

/// What a mapping names that is no attribute.
const USERNAME: &str = "username";

pub(in crate::rules) fn check(client: &Declaration<'_>, around: &Surroundings<'_>, findings: &mut Vec<Finding>) {
    if around.pool.is_none() {
        return;
    }
    let providers = &client::supported_identity_providers;
    client.each_item(providers, &mut |index, item, world| {
        let Some(name) = text(&item.value).filter(|name| *name != IdentityProvider::Cognito.value) else { return };
        let place = PropertyPath::item(providers, index);
        match around.providers.iter().find(|provider| provider.name == Fact::Known(name)) {
            Some(provider) => {
                if !provider.is_awaited {
                    let id = provider.logical_id;
                    findings.push(IP02.finding(
                        item.tag,
                        place.clone(),
                        format!("nothing makes the client wait for the provider `{}`", shorten(name)),
                        format!("write `{}`, or `Ref({id:?})` for the provider", around.depends_on_also(id)),
                    ));
                }
                find_unwritable(client, provider, item.tag, &place, world, findings);
            }
            None if is_certain(around) => {
                let message = format!("the stack has no identity provider `{}`", shorten(name));
                findings.push(IP01.finding(item.tag, place, message, help(name, around)));
            }
            None => {}
        }
    });
}

fn help(name: &str, around: &Surroundings<'_>) -> String {
    let known = around.providers.iter().filter_map(|provider| match provider.name {
        Fact::Known(name) => Some(name),
        _ => None,
    });
    nearest(name, known).map_or_else(
        || format!("add an `AWS::Cognito::UserPoolIdentityProvider` named `{}` to the stack", shorten(name)),
        |near| format!("did you mean `{near}`?"),
    )
}

/// Whether there can be no provider but those that are known.
fn is_certain(around: &Surroundings<'_>) -> bool {
    around.is_whole && around.providers.iter().all(|provider| matches!(provider.name, Fact::Known(_)))
}

/// Attributes that the provider fills in and the client cannot write.
fn find_unwritable(
    client: &Declaration<'_>,
    provider: &Provider<'_>,
    tag: usize,
    place: &PropertyPath,
    world: &World<'_>,
    findings: &mut Vec<Finding>,
) {
    let Fact::Known(mapped) = &provider.mapped else { return };
    let attributes = &client::write_attributes;
    // Without a list, or with an empty one, every attribute can be written.
    if !client.always_has(attributes, world, &super::super::is_given) {
        return;
    }
    let is_lacking = |name: &str| client.always_lacks(attributes, world, &|value| text(value) == Some(name));
    let is_kept = |name: &str| name == USERNAME || is_read_only(name);
    for name in mapped.iter().filter(|name| !is_kept(name) && is_lacking(name)) {
        findings.push(AT15.finding(
            tag,
            place.clone(),
            format!("`{}` fills in `{}`, which the client cannot write", provider.logical_id, shorten(name)),
            format!("add {} to `{}`", super::attributes::written(name), attributes.name),
        ));
    }
}
