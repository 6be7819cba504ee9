//! The rules, by what they are about. Each looks at a declaration and says what it finds.

mod analytics;
mod attributes;
mod auth_flows;
mod limits;
mod oauth;
mod required;
mod scopes;
mod secret;
mod tokens;
mod urls;

use crate::property::Property;
use crate::words::Words;
use crate::{Declaration, Finding, Known};

/// Everything the rules find in a declaration of an app client.
///
/// A rule that needs a value it cannot know stays silent. Where a value depends on a condition of the template, a rule
/// looks into each arm, but holds another property against it only if that is so whatever the conditions turn out to be.
pub fn check(client: &Declaration<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rules in [
        required::check,
        limits::check,
        oauth::check,
        scopes::check,
        urls::check,
        auth_flows::check,
        tokens::check,
        secret::check,
        analytics::check,
        attributes::check,
    ] {
        rules(client, &mut findings);
    }
    findings
}

/// The CloudFormation text of a value that is text or a word.
fn text<'k>(value: &'k Known<'_>) -> Option<&'k str> {
    match value {
        Known::Text(text) => Some(text),
        Known::Word(word) => Some(word.text),
        _ => None,
    }
}

/// The value as the user writes it, for a message.
fn spell(value: &Known<'_>) -> String {
    match value {
        Known::Text(text) => crate::functions::shorten(text),
        Known::Word(word) => word.name.to_owned(),
        Known::Integer(number) => number.to_string(),
        Known::Boolean(truth) => truth.to_string(),
        _ => String::new(),
    }
}

/// Whether the value is that word.
fn is<E: Words>(value: &Known<'_>, word: &E) -> bool {
    text(value) == Some(word.text())
}

/// Whether a switch is off: `false`, or absent where that is the default.
fn is_off(value: &Known<'_>) -> bool {
    matches!(value, Known::Absent | Known::Boolean(false))
}

/// The least span that shows two kinds of items in one list: where it stands, which item it is, and its value.
struct Clash {
    tag: usize,
    index: usize,
    item: String,
}

/// An item of one kind in a list that certainly holds one of the other kind too. The first kind is at fault if both are.
fn clash(
    client: &Declaration<'_>,
    list: &Property,
    one: &dyn Fn(&Known<'_>) -> bool,
    other: &dyn Fn(&Known<'_>) -> bool,
) -> Option<Clash> {
    let find = |this: &dyn Fn(&Known<'_>) -> bool, that: &dyn Fn(&Known<'_>) -> bool| {
        let mut found = None;
        client.each_item(list, &mut |index, item, world| {
            if found.is_none() && this(&item.value) && client.always_has(list, world, that) {
                found = Some(Clash { tag: item.tag, index, item: spell(&item.value) });
            }
        });
        found
    };
    find(one, other).or_else(|| find(other, one))
}
