//! A literal or a list of another kind than the one that is expected.

use super::Expected;
use crate::pipeline::diagnostics::{Diagnostics, SpanRange};
use crate::pipeline::model::ValueKind;
use cognito_cfn_schema::suggest::listed;
use cognito_cfn_schema::{Kind, StringFormat};

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
            Self::String => "text",
            Self::OtherLiteral => "another literal",
            Self::Variant => "one word",
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
    let Expected { kind, property } = expected;
    let help = match kind {
        Kind::List(_) if matches!(found, Found::String | Found::Variant) => format!("write `[{written}]`"),
        _ if found == Found::List => "write one value, without `[` and `]`".into(),
        Kind::Boolean => "write `true` or `false`".into(),
        Kind::Integer => match written.trim_matches('"').parse::<i64>() {
            Ok(number) => format!("write `{number}`"),
            Err(_) => format!("write a whole number, such as `{}`", example(expected)),
        },
        Kind::String(_) if found != Found::OtherLiteral => format!("write `{written:?}`"),
        Kind::Enum(of) => {
            format!("write {}", listed(&of.variants.iter().map(|variant| variant.name).collect::<Vec<_>>()))
        }
        _ => format!("write `{}`", example(expected)),
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
    diagnostics.error(span, format!("{subject} takes {}, found {}", kind.describe(), found.describe()), help);
    ValueKind::Invalid
}

/// A value of that kind, as it is typed.
pub(super) fn example(expected: Expected) -> String {
    let Expected { kind, property } = expected;
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
