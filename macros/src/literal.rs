//! Literals: whether their kind is the one that belongs here, and what they are worth.

use crate::declaration::What;
use crate::read::wrong_kind;
use crate::report::{Reports, Site};
use crate::token::{Worth, worth};
use cognito_cfn_schema::enums::Enumeration;
use cognito_cfn_schema::literals::{check, shorten};
use cognito_cfn_schema::suggest::{listed, nearest};
use cognito_cfn_schema::{Kind, Property};
use proc_macro2::Literal;

/// A literal as a value of that shape.
pub(crate) fn literal(
    literal: &Literal,
    negative: bool,
    site: Site,
    shape: Kind,
    property: &Property,
    reports: &mut Reports,
) -> What {
    let sign = if negative { "-" } else { "" };
    let written = format!("{sign}{literal}");
    match worth(literal) {
        Worth::Text(text) if !negative => of_text(text, &written, site, shape, property, reports),
        Worth::Integer(number) if matches!(shape, Kind::Integer) => {
            match number.and_then(|number| i64::try_from(number).ok()) {
                Some(number) => What::Integer(if negative { -number } else { number }),
                None => {
                    let help = format!(
                        "the greatest number is `{}`",
                        property.limits.range.map_or(i64::MAX, |(_, greatest)| greatest)
                    );
                    reports.error(site, format!("`{}` is too large for `{}`", shorten(&written), property.name), help);
                    What::Wrong
                }
            }
        }
        Worth::Integer(_) => wrong_kind(site, "a number", &written, shape, property, reports),
        Worth::Float => wrong_kind(site, "a fraction", &written, shape, property, reports),
        Worth::Character => wrong_kind(site, "a character", written.trim_matches('\''), shape, property, reports),
        Worth::Text(_) | Worth::Other => wrong_kind(site, "another literal", &written, shape, property, reports),
    }
}

fn of_text(text: String, written: &str, site: Site, shape: Kind, property: &Property, reports: &mut Reports) -> What {
    // CloudFormation fills in the reference first, so any kind of value may come of it.
    let is_dynamic = text.contains("{{resolve:");
    let diagnostic = match shape {
        Kind::String(role) => match check(role, &text) {
            Ok(()) if is_dynamic => return What::Dynamic(text),
            Ok(()) => return What::Text(text),
            Err(diagnostic) => diagnostic,
        },
        Kind::Boolean | Kind::Integer | Kind::Enum(_) if is_dynamic => return What::Dynamic(text),
        Kind::Enum(of) => {
            return match (of.by_value(&text), of.by_name(&text)) {
                (Some(word), _) => What::Word(word),
                (None, _) if of.is_open() => What::Text(text),
                (None, Some(word)) => {
                    let help = format!("write `{}` without quotes, or `{:?}`", word.name, word.value);
                    let message = format!("unknown text `{}` of `{}`", word.name, of.name);
                    reports.maybe_coded(site, of.rule, message, help);
                    return What::Wrong;
                }
                (None, None) => unknown_word(&text, site, of, reports),
            };
        }
        _ => return wrong_kind(site, "text", written, shape, property, reports),
    };
    reports.error(site, diagnostic.message, diagnostic.help);
    What::Wrong
}

/// A word, or text, that is not of the enumeration.
pub(crate) fn unknown_word(
    written: &str,
    at: impl Into<Site>,
    of: &'static Enumeration,
    reports: &mut Reports,
) -> What {
    let name = nearest(written, of.variants.iter().map(|word| word.name));
    let text = nearest(written, of.variants.iter().map(|word| word.value));
    let meant = of
        .variants
        .iter()
        .find(|word| Some(word.name) == name)
        .or_else(|| of.variants.iter().find(|word| Some(word.value) == text));
    let help = match (meant, of.other_value(written)) {
        (Some(word), Some(own)) => format!("did you mean `{}`? a name of your own is text: `{own}`", word.name),
        (Some(word), None) => format!("did you mean `{}`?", word.name),
        (None, Some(own)) => format!("a name of your own is text: `{own}`"),
        (None, None) => format!("write {}", listed(&of.variants.iter().map(|word| word.name).collect::<Vec<_>>())),
    };
    reports.maybe_coded(at, of.rule, format!("unknown word `{}` of `{}`", shorten(written), of.name), help);
    What::Wrong
}
