//! A literal or a list of another kind than the one that is expected.

use super::Expected;
use crate::pipeline::diagnostics::{Diagnostics, SpanRange};
use crate::pipeline::model::ValueKind;
use cognito_cfn_schema::suggest::listed;
use cognito_cfn_schema::{Block, Enumeration, Help, Kind, Property, StringFormat, rules};

/// What was found instead.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Found {
    Boolean,
    Number,
    Fraction,
    Character,
    String,
    OtherLiteral,
    Variant,
    List,
}

impl Found {
    fn describe(self) -> &'static str {
        match self {
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::Fraction => "a fraction",
            Self::Character => "a character",
            Self::String => "a string",
            Self::OtherLiteral => "another literal",
            Self::Variant => "one value",
            Self::List => "a list",
        }
    }
}

/// The error that names both kinds, and how to write what was meant.
pub(super) fn mismatch(
    span: impl Into<SpanRange>,
    found: Found,
    written: &str,
    expected: Expected,
    diagnostics: &mut Diagnostics,
) -> ValueKind {
    let Expected { kind, property, .. } = expected;
    let text = (found == Found::String).then(|| written.trim_matches('"'));
    let variants = |of: &Enumeration| listed(&of.variants.iter().map(|variant| variant.name).collect::<Vec<_>>());
    let help = match kind {
        Kind::List(_) if matches!(found, Found::String | Found::Variant) => {
            let items = text.and_then(|text| rules::items_in(property, text));
            Help::write(format!("[{}]", items.map_or_else(|| written.to_owned(), |items| items.join(", "))))
        }
        _ if found == Found::List => "write one value, without `[` and `]`".into(),
        Kind::Boolean => match text.map(str::to_ascii_lowercase).as_deref() {
            Some(truth @ ("true" | "false")) => Help::write(truth),
            _ => "write `true` or `false`".into(),
        },
        Kind::Integer => match written.trim_matches('"').parse::<i64>() {
            Ok(number) => Help::write(number.to_string()),
            Err(_) => format!("write a whole number, such as `{}`", example(expected)).into(),
        },
        Kind::String(_) if found != Found::OtherLiteral => Help::write(format!("{written:?}")),
        Kind::Enum(of) => format!("write {}", variants(of)).into(),
        Kind::Block(of) if found == Found::Boolean => switched(of, written),
        _ => format!("write `{}`", example(expected)).into(),
    };
    let subject = match (kind, property.kind) {
        (Kind::Variables(_), _) | (Kind::String(_), Kind::Boolean | Kind::Integer | Kind::Block(_)) => {
            "this argument".into()
        }
        (Kind::Integer, whole) if !matches!(whole, Kind::Integer) => "this argument".into(),
        (Kind::String(format), Kind::String(of)) if format != of => "this argument".into(),
        (Kind::String(_) | Kind::Enum(_), whole) if whole.item().is_some() => {
            format!("an item of `{}`", property.name)
        }
        _ => format!("`{}`", property.name),
    };
    diagnostics.error(span, format!("{subject} expects {}, found {}", kind.describe(), found.describe()), help);
    ValueKind::Invalid
}

/// A block whose first member turns on what the block is about, where a boolean was written.
fn switched(of: &Block, written: &str) -> Help {
    let value = if written == "true" { "Enabled" } else { "Disabled" };
    let is_switch = |member: &&&Property| matches!(member.kind, Kind::Enum(of) if of.by_name(value).is_some());
    match of.members.iter().find(is_switch) {
        Some(switch) => Help::write(format!("{{ {}: {value} }}", switch.name)),
        None => {
            let members: Vec<_> = of.members.iter().map(|member| member.name).collect();
            format!("write a block with {}", listed(&members)).into()
        }
    }
}

/// A value of that kind, as it is typed.
pub(super) fn example(expected: Expected) -> String {
    let Expected { kind, property, .. } = expected;
    match kind {
        _ if property.required => "Ref(\"UserPool\")".into(),
        Kind::Boolean => "true".into(),
        Kind::Integer => property.limits.range.map_or(1, |(min, _)| min).to_string(),
        Kind::String(StringFormat::LogicalId) => "\"WebClient\"".into(),
        Kind::String(_) => "\"…\"".into(),
        Kind::List(Kind::String(_)) => "[\"…\"]".into(),
        Kind::Enum(of) => of.variants.first().map_or_else(String::new, |variant| variant.name.to_owned()),
        Kind::List(item) => format!("[{}]", example(expected.with(*item))),
        Kind::Block(of) => of
            .members
            .first()
            .map_or_else(String::new, |member| format!("{{ {}: {} }}", member.name, example(Expected::of(member)))),
        _ => "{ \"key\": \"value\" }".into(),
    }
}
