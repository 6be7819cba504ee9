//! JSON within a declaration: `metadata`, and the argument of `Raw`.

use super::literal::{LiteralValue, evaluate};
use super::{Expected, intrinsic, named, names};
use crate::pipeline::diagnostics::Diagnostics;
use crate::pipeline::model::{JsonValue, TypedValue, ValueKind};
use crate::pipeline::parse::{Entries, Key, Syntax, Value};
use cognito_cfn_schema::{Help, JsonFormat, Kind, attributes};

/// Any JSON.
pub(super) const JSON: Kind = Kind::Json(JsonFormat::Any);

/// A value as JSON.
pub(super) fn json(value: &Value, diagnostics: &mut Diagnostics) -> JsonValue {
    let rust = || JsonValue::Rust(value.rust.clone());
    let expected = Expected { kind: JSON, property: &attributes::metadata };
    match &value.syntax {
        Syntax::Braces { entries, .. } => object(entries, diagnostics),
        Syntax::List { is_macro: false, items, .. } => {
            diagnostics.extend(&items.problems);
            super::no_spread(items, diagnostics);
            JsonValue::Array(items.values().map(|item| json(item, diagnostics)).collect())
        }
        Syntax::Literal { is_negative, literal } => match evaluate(literal, *is_negative) {
            LiteralValue::String(text) => JsonValue::String(text),
            LiteralValue::Integer(is_negative, Some(magnitude))
                if !is_negative || magnitude <= i64::MIN.unsigned_abs() =>
            {
                JsonValue::Integer(is_negative, magnitude)
            }
            LiteralValue::Float(number) if number.is_finite() => JsonValue::Float(number),
            _ => {
                let help = "write a string, a number, `true`, `false` or `null`";
                diagnostics.error(value.span, "invalid JSON literal", help);
                JsonValue::Null
            }
        },
        Syntax::Name(word) => match word.to_string().as_str() {
            "null" | "None" => JsonValue::Null,
            "true" => JsonValue::Boolean(true),
            "false" => JsonValue::Boolean(false),
            "NoValue" => function(value, intrinsic::no_value()),
            _ => rust(),
        },
        Syntax::Call { name, arguments } => match intrinsic::call(name, arguments, expected, diagnostics) {
            None => rust(),
            Some(ValueKind::Invalid) => JsonValue::Null,
            Some(call) => function(value, call),
        },
        Syntax::Tag { name, argument } => {
            intrinsic::tag(name, argument.as_deref(), value.span, diagnostics);
            JsonValue::Null
        }
        Syntax::List { is_macro: true, .. } | Syntax::Tails(_) | Syntax::Rust { .. } | Syntax::Missing => rust(),
    }
}

fn function(written: &Value, value: ValueKind) -> JsonValue {
    JsonValue::Function(Box::new(TypedValue { span: written.span, kind: JSON, value }))
}

fn object(entries: &Entries, diagnostics: &mut Diagnostics) -> JsonValue {
    JsonValue::Object(named(entries, diagnostics, key, json))
}

fn key(key: &Key, diagnostics: &mut Diagnostics) -> Option<String> {
    let text = names::text(key);
    if text.is_none() {
        let shown = key.show();
        let help = Help::write(format!("\"{shown}\"")).with(" as the key");
        diagnostics.error(key.span(), format!("invalid JSON key `{shown}`"), help);
    }
    text
}
