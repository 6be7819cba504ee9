//! FN01 and LT02: strings that are not used as the single value they are written as.

use crate::diagnostic::{Finding, Help};
use crate::enums::Enumeration;
use crate::input::{AbstractValue, GAP, Properties, Visited};
use crate::literals::shorten;
use crate::property::Property;
use crate::suggest::{listed, nearest};
use crate::{Kind, client};

family!(FN01, LT02);

rule! {
    FN01 Error "0.1.0": "`${…}` outside of `Sub`" {
        source("CloudFormation user guide, Fn::Sub: no other function replaces it"),
        checked_by(check_placeholders),
        about_one_value(),
    }
}

/// Properties whose characters allow `${…}`. A rule about characters reports it in the others.
static LISTS: [&Property; 6] = [
    &client::allowed_oauth_scopes,
    &client::callback_urls,
    &client::logout_urls,
    &client::read_attributes,
    &client::supported_identity_providers,
    &client::write_attributes,
];

fn check_placeholders(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let mut check = |value: &Visited<'_, '_>| {
        let AbstractValue::String(written) = value.value else { return };
        if has_placeholder(written) {
            let message = format!("`${{…}}` is not replaced outside of `Sub`: `{}`", shorten(written));
            findings.push(FN01.at(value, message, Help::write(format!("Sub({written:?})"))));
        }
    };
    client.each(&client::default_redirect_uri, |value, _| check(&value));
    for property in LISTS {
        client.each_item(property, |item, _| check(&item));
    }
}

/// Whether text has something that `Sub` would replace.
pub(super) fn has_placeholder(text: &str) -> bool {
    text.split_once("${").is_some_and(|(_, rest)| rest.contains('}'))
}

rule! {
    LT02 Warning "0.1.0": "several values in one string" {
        source("registry schema: each value is a separate item of the list"),
        checked_by(check_several),
        about_one_value(),
    }
}

fn check_several(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    check_enum_values(client, findings);
    for property in LISTS {
        client.each_item(property, |item, _| {
            let Some(written) = item.value.outline() else { return };
            // What has a blank or is no scope or attribute is an error already, whose help has the items.
            if let Some(items) = separate(property, &written).filter(|_| !is_refused(property, &written)) {
                let message = "this string seems to contain several values";
                findings.push(LT02.at(&item, message, write_items(property, &items)));
            }
        });
    }
}

/// Results of functions that are not values of a closed enumeration. The reader of a
/// declaration reports those that are written as they are.
fn check_enum_values(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for (property, _) in &client.entries {
        match property.kind {
            Kind::Enum(of) => client.each(property, |value, _| findings.extend(unknown_value(of, &value))),
            Kind::List(Kind::Enum(of)) => client.each_item(property, |item, _| {
                findings.extend(unknown_value(of, &item).or_else(|| several_values(of, &item)));
            }),
            Kind::Block(block) => {
                for member in block.members {
                    let Kind::Enum(of) = member.kind else { continue };
                    client.each_member(property, member, |value, _| findings.extend(unknown_value(of, &value)));
                }
            }
            _ => {}
        }
    }
}

fn unknown_value(of: &Enumeration, value: &Visited<'_, '_>) -> Option<Finding> {
    let AbstractValue::String(written) = value.value else { return None };
    let rule = of.rule.filter(|_| !of.is_open())?;
    let help: Help = match of.several(written) {
        Some(several) => {
            let items: Vec<String> = several.iter().map(|variant| format!("{:?}", variant.value)).collect();
            format!("write each value as a separate item: `[{}]`", items.join(", ")).into()
        }
        None => {
            let values: Vec<&str> = of.variants.iter().map(|variant| variant.value).collect();
            match nearest(written, values.iter().copied()) {
                Some(near) => format!("a similar value exists: `{near}`").into(),
                None => format!("write {}", listed(&values)).into(),
            }
        }
    };
    Some(rule.at(value, format!("unknown value `{}` of `{}`", shorten(written), of.name), help))
}

/// A function returns several values, of which not all are known.
fn several_values(of: &Enumeration, value: &Visited<'_, '_>) -> Option<Finding> {
    let AbstractValue::Partial(text) = value.value else { return None };
    let rule = of.rule.filter(|_| !of.is_open() && text.known_parts().any(|part| part.contains(is_separator)))?;
    Some(rule.at(
        value,
        format!("a value of `{}` cannot contain a comma or a space", of.name),
        "write each value as a separate item",
    ))
}

fn is_refused(property: &Property, written: &str) -> bool {
    let has_misfit = property
        .limits
        .characters
        .is_some_and(|characters| written.split(GAP).any(|known| characters.misfit(known).is_some()));
    let is_known = !written.contains(GAP);
    let lacks = |part: char| is_known && !written.contains(part);
    has_misfit
        || (is(property, &client::allowed_oauth_scopes) && lacks('/'))
        || ((is(property, &client::read_attributes) || is(property, &client::write_attributes)) && lacks(':'))
}

fn is(property: &Property, other: &Property) -> bool {
    std::ptr::eq(property, other)
}

/// What separates values that belong into items of their own.
fn is_separator(character: char) -> bool {
    character == ',' || character.is_whitespace()
}

/// The values in a string that seems to be a list of them, separated by commas or blanks.
pub(super) fn separate(property: &Property, written: &str) -> Option<Vec<String>> {
    // Most strings are ASCII without a blank, and bytes are quicker to look through.
    let may_have_separator = |byte| matches!(byte, b',' | 0..=b' ' | 0x80..);
    if !written.bytes().any(may_have_separator) || !LISTS.iter().any(|list| is(property, list)) {
        return None;
    }
    let items: Vec<String> =
        written.split(is_separator).filter(|item| !item.is_empty()).map(ToOwned::to_owned).collect();
    if items.len() < 2 {
        return None;
    }
    let is_gap = |item: &String| item.chars().eq([GAP]);
    let is_several = if is(property, &client::callback_urls) || is(property, &client::logout_urls) {
        let is_url = |item: &String| item.contains("://");
        // A URL with a variable and another one behind a comma may be one URL.
        let is_open = items.first().is_some_and(|first| is_url(first) && first.ends_with(GAP));
        items.iter().all(|item| is_url(item) || is_gap(item)) && !(is_open && items.iter().skip(1).all(is_gap))
    } else if is(property, &client::supported_identity_providers) {
        // The name of a provider can have a comma or a blank.
        let is_provider = |item: &String| variant(property, item).is_some() || is_gap(item);
        written.contains(',') && !written.contains(", ") || items.iter().all(is_provider)
    } else {
        // A name can have a comma; what is a scope or an attribute by itself is meant as one.
        let mark = if is(property, &client::allowed_oauth_scopes) { '/' } else { ':' };
        items.iter().all(|item| variant(property, item).is_some() || item.contains([mark, GAP]))
    };
    is_several.then_some(items)
}

fn variant(property: &Property, written: &str) -> Option<&'static crate::Variant> {
    let Some(Kind::Enum(of)) = property.kind.item() else { return None };
    of.by_value(written).or_else(|| of.by_name(written))
}

/// Whether the text can be an item of such a list by itself.
pub(super) fn is_plausible(property: &Property, item: &str) -> bool {
    let separator = match () {
        () if is(property, &client::allowed_oauth_scopes) => '/',
        () if is(property, &client::read_attributes) || is(property, &client::write_attributes) => ':',
        () => return true,
    };
    item.contains(separator) || item.contains(GAP) || variant(property, item).is_some()
}

/// The items that are in a string where a list belongs, if it seems to hold several.
pub fn items_in(property: &Property, written: &str) -> Option<Vec<String>> {
    if let Some(Kind::Enum(of)) = property.kind.item()
        && let Some(variants) = of.several(written)
    {
        return Some(variants.iter().map(|variant| variant.name.to_owned()).collect());
    }
    let items = separate(property, written)?;
    let is_several = items.iter().all(|item| is_plausible(property, item));
    is_several.then(|| items.iter().map(|item| written_item(property, item)).collect())
}

fn written_item(property: &Property, item: &str) -> String {
    match variant(property, item) {
        Some(variant) => variant.name.to_owned(),
        None => format!("{:?}", item.replace(GAP, "…")),
    }
}

/// The values, each as an item of its own.
pub(super) fn write_items(property: &Property, items: &[String]) -> Help {
    let has_gap = items.iter().any(|item| item.contains(GAP));
    let items: Vec<String> = items.iter().map(|item| written_item(property, item)).collect();
    let items = items.join(", ");
    let words = format!("write each value as a separate item: `[{items}]`");
    if has_gap { words.into() } else { Help::write(items).in_words(words) }
}
