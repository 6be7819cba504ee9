//! Attributes that the pool has, and those that it requires.

use super::super::attributes::is_read_only;
use super::super::text;
use crate::catalogue::{AT01, AT02, AT06, Rule};
use crate::declaration::World;
use crate::enums::UserAttribute;
use crate::literals::shorten;
use crate::property::Property;
use crate::suggest::nearest;
use crate::surroundings::{Attribute, Fact, Surroundings};
use crate::{Declaration, Finding, Known, PropertyPath, client};

const CUSTOM: &str = "custom:";

pub(in crate::rules) fn check(client: &Declaration<'_>, around: &Surroundings<'_>, findings: &mut Vec<Finding>) {
    let Some(pool) = &around.pool else { return };
    let attributes = match &pool.attributes {
        Fact::Known(attributes) => attributes.as_slice(),
        Fact::Absent => &[],
        Fact::Unknown => return,
    };
    if around.is_whole {
        find_unknown(client, &client::read_attributes, &AT01, attributes, pool.logical_id, findings);
        find_unknown(client, &client::write_attributes, &AT02, attributes, pool.logical_id, findings);
    }
    find_left_out(client, attributes, pool.logical_id, findings);
}

fn find_unknown(
    client: &Declaration<'_>,
    list: &'static Property,
    rule: &Rule,
    attributes: &[Attribute<'_>],
    pool: &str,
    findings: &mut Vec<Finding>,
) {
    client.each_item(list, &mut |index, item, _| {
        let Some(name) = text(&item.value).and_then(|name| name.strip_prefix(CUSTOM)) else { return };
        // A schema that has the prefix already gets it once more: `custom:role` there is `custom:custom:role`.
        if attributes.iter().any(|attribute| attribute.name == name || bare(attribute.name) == name) {
            return;
        }
        let own = attributes.iter().map(|attribute| bare(attribute.name)).filter(|name| !is_standard(name));
        let help = nearest(name, own).map_or_else(
            || format!("add an attribute `{}` to the schema of `{pool}`", shorten(name)),
            |near| format!("did you mean `\"{CUSTOM}{near}\"`?"),
        );
        let message = format!("the pool `{pool}` has no attribute `{CUSTOM}{}`", shorten(name));
        findings.push(rule.finding(item.tag, PropertyPath::item(list, index), message, help));
    });
}

/// A list of attributes to write that certainly lacks one that the pool requires. An empty list means all of them.
fn find_left_out(client: &Declaration<'_>, attributes: &[Attribute<'_>], pool: &str, findings: &mut Vec<Finding>) {
    let list = &client::write_attributes;
    client.each(list, &World::default(), &mut |node, world| {
        let Known::List(items) = &node.value else { return };
        if items.is_empty() || client.always_empty(list, world) {
            return;
        }
        for attribute in attributes.iter().filter(|attribute| attribute.is_required && !is_read_only(attribute.name)) {
            let name = full(attribute.name);
            if client.always_lacks(list, world, &|value| text(value) == Some(&name)) {
                findings.push(AT06.finding(
                    node.tag,
                    PropertyPath::of(list),
                    format!("the pool `{pool}` requires `{}`, which the client cannot write", shorten(&name)),
                    format!("add {} to the list", written(&name)),
                ));
            }
        }
    });
}

/// The name within a schema, be it written with its prefix or without.
fn bare(name: &str) -> &str {
    name.strip_prefix(CUSTOM).unwrap_or(name)
}

/// The name that a client knows the attribute by.
fn full(name: &str) -> String {
    if is_standard(name) || name.starts_with(CUSTOM) { name.to_owned() } else { format!("{CUSTOM}{name}") }
}

fn is_standard(name: &str) -> bool {
    UserAttribute.by_value(name).is_some()
}

/// An attribute as it stands in a declaration: its word, or its name as text.
pub(super) fn written(name: &str) -> String {
    UserAttribute.by_value(name).map_or_else(|| format!("`{name:?}`"), |word| format!("`{}`", word.name))
}
