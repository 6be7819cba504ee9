//! The rules, by what they are about. Each looks at a declaration and says what it finds.

mod analytics;
mod attributes;
mod auth_flows;
mod default_redirect;
mod duplicates;
mod limits;
mod oauth;
mod providers;
mod required;
mod rotation;
mod scopes;
mod secret;
mod sign_in_pages;
pub mod stack;
mod token_units;
mod tokens;
mod url;
mod url_forms;
mod urls;
mod user_existence;

use crate::declaration::{Test, World};
use crate::enums::OAuthFlow;
use crate::property::Property;
use crate::{Declaration, Finding, Known, Variant};

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
        sign_in_pages::check,
        scopes::check,
        urls::check,
        url_forms::check,
        default_redirect::check,
        auth_flows::check,
        rotation::check,
        tokens::check,
        token_units::check,
        secret::check,
        user_existence::check,
        analytics::check,
        attributes::check,
        providers::check,
        duplicates::check,
    ] {
        rules(client, &mut findings);
    }
    findings
}

/// The CloudFormation text of a value that is text or a word.
fn text<'k>(value: &'k Known<'_>) -> Option<&'k str> {
    match value {
        Known::Text(text) => Some(text),
        Known::Word(word) => Some(word.value),
        _ => None,
    }
}

/// Text or a word as the user writes it, for a message.
fn spell(value: &Known<'_>) -> String {
    match value {
        Known::Text(text) => crate::literals::shorten(text),
        Known::Word(word) => word.name.to_owned(),
        _ => String::new(),
    }
}

/// Whether the value is that word.
fn is(value: &Known<'_>, word: &Variant) -> bool {
    text(value) == Some(word.value)
}

/// Whether something certainly is there.
fn is_given(value: &Known<'_>) -> bool {
    !matches!(value, Known::Absent) && !value.is_unknown()
}

/// Whether the OAuth flow sends the user's browser to a page and back.
fn needs_browser(value: &Known<'_>) -> bool {
    is(value, &OAuthFlow::Code) || is(value, &OAuthFlow::Implicit)
}

/// Whether a switch is off: `false`, or absent where that is the default.
fn is_off(value: &Known<'_>) -> bool {
    matches!(value, Known::Absent | Known::Boolean(false))
}

/// An item that cannot stand beside another: where it stands, which item it is, and its value.
struct Clash {
    tag: usize,
    index: usize,
    item: String,
}

/// The items of one kind in lists that certainly hold one of the other kind too: one for each list that the property can
/// turn out to be. The first kind is at fault if both are.
fn clashes(client: &Declaration<'_>, property: &Property, one: Test<'_>, other: Test<'_>) -> Vec<Clash> {
    let mut clashes = Vec::new();
    client.each(property, &World::default(), &mut |list, world| {
        let Known::List(items) = &list.value else { return };
        let find = |this: Test<'_>, that: Test<'_>| {
            let mut found = None;
            for (index, item) in items.iter().enumerate() {
                item.visit(world, &mut |item, world| {
                    if found.is_none() && this(&item.value) && client.always_has(property, world, that) {
                        found = Some(Clash { tag: item.tag, index, item: spell(&item.value) });
                    }
                });
            }
            found
        };
        clashes.extend(find(one, other).or_else(|| find(other, one)));
    });
    clashes
}
