//! Literals: whether their kind is the one that is expected, and their values.

use super::Expected;
use super::mismatch::{Found, mismatch};
use crate::pipeline::diagnostics::{Diagnostics, SpanRange};
use crate::pipeline::model::ValueKind;
use cognito_cfn_schema::enums::Enumeration;
use cognito_cfn_schema::literals::{check, shorten};
use cognito_cfn_schema::suggest::{listed, nearest};
use cognito_cfn_schema::{Help, Kind, Variant};
use proc_macro2::Literal;
use syn::Lit;

/// The value of a literal, as far as a declaration has use for it.
#[cfg_attr(test, derive(Debug, PartialEq))]
pub(super) enum LiteralValue {
    String(String),
    /// A whole number: whether it is negative, and its magnitude, or `None` where that is too large.
    Integer(bool, Option<u64>),
    Float(f64),
    Character,
    /// Bytes, C strings, and what has a suffix that Rust does not have.
    Other,
}

/// The value of a literal, behind a minus or not.
pub(super) fn evaluate(literal: &Literal, is_negated: bool) -> LiteralValue {
    let float = |digits: &str| {
        let number: f64 = digits.parse().unwrap_or_default();
        LiteralValue::Float(if is_negated { -number } else { number })
    };
    match Lit::new(literal.clone()) {
        Lit::Str(string) if string.suffix().is_empty() && !is_negated => LiteralValue::String(string.value()),
        Lit::Int(number) if matches!(number.suffix(), "f32" | "f64") => float(number.base10_digits()),
        Lit::Int(number) if number.suffix().is_empty() || number.suffix().starts_with(['i', 'u']) => {
            // A macro can make one token of a negative number.
            let digits = number.base10_digits();
            let magnitude = digits.strip_prefix('-').unwrap_or(digits);
            LiteralValue::Integer(is_negated != digits.starts_with('-'), magnitude.parse().ok())
        }
        Lit::Float(number) => float(number.base10_digits()),
        Lit::Char(_) => LiteralValue::Character,
        _ => LiteralValue::Other,
    }
}

/// A literal where that kind is expected.
pub(super) fn literal(
    literal: &Literal,
    is_negated: bool,
    span: SpanRange,
    expected: Expected,
    diagnostics: &mut Diagnostics,
) -> ValueKind {
    let written = || format!("{}{literal}", if is_negated { "-" } else { "" });
    let found = match evaluate(literal, is_negated) {
        LiteralValue::String(text) => return string(text, written, span, expected, diagnostics),
        LiteralValue::Integer(is_negative, magnitude) if matches!(expected.kind, Kind::Integer) => {
            let property = expected.property;
            let number = magnitude.and_then(|magnitude| i64::try_from(magnitude).ok());
            return match number {
                Some(number) => ValueKind::Integer(if is_negative { -number } else { number }),
                None => {
                    let help = match property.limits.range {
                        Some((_, max)) => Help::write(max.to_string()).in_words(format!("the maximum is `{max}`")),
                        None => "use a smaller number".into(),
                    };
                    let message = format!("`{}` is too large for `{}`", shorten(&written()), property.name);
                    diagnostics.error(span, message, help);
                    ValueKind::Invalid
                }
            };
        }
        LiteralValue::Integer(..) => Found::Number,
        LiteralValue::Float(_) => Found::Fraction,
        LiteralValue::Character => {
            return mismatch(span, Found::Character, written().trim_matches('\''), expected, diagnostics);
        }
        LiteralValue::Other => Found::OtherLiteral,
    };
    mismatch(span, found, &written(), expected, diagnostics)
}

fn string(
    text: String,
    written: impl Fn() -> String,
    span: SpanRange,
    expected: Expected,
    diagnostics: &mut Diagnostics,
) -> ValueKind {
    // CloudFormation fills in the reference first, so any kind of value may come of it.
    let is_dynamic = text.contains("{{resolve:");
    match expected.kind {
        Kind::String(format) => match check(format, &text) {
            Ok(()) if is_dynamic => ValueKind::Dynamic(text),
            Ok(()) => ValueKind::String(text),
            Err(fault) => {
                diagnostics.error(span, fault.message, fault.help);
                ValueKind::Invalid
            }
        },
        Kind::Boolean | Kind::Integer | Kind::Enum(_) if is_dynamic => ValueKind::Dynamic(text),
        Kind::Enum(of) => match (of.by_value(&text), of.by_name(&text)) {
            (Some(variant), _) => ValueKind::Variant(variant),
            (None, _) if of.is_open() => ValueKind::String(text),
            (None, Some(variant)) => {
                let other = format!(" without quotes, or `{:?}`", variant.value);
                let help = Help::write(variant.name).with(&other);
                let message = format!("unknown value {:?} of `{}`", variant.name, of.name);
                diagnostics.rule_error(span, of.rule, message, help);
                ValueKind::Invalid
            }
            (None, None) => unknown_variant(&text, span, of, expected.is_item(), diagnostics),
        },
        _ => mismatch(span, Found::String, &written(), expected, diagnostics),
    }
}

/// A name, or a string, that is not of the enumeration.
pub(super) fn unknown_variant(
    written: &str,
    span: impl Into<SpanRange>,
    of: &'static Enumeration,
    is_item: bool,
    diagnostics: &mut Diagnostics,
) -> ValueKind {
    let help = meant(written, of, is_item);
    diagnostics.rule_error(span, of.rule, format!("unknown value `{}` of `{}`", shorten(written), of.name), help);
    ValueKind::Invalid
}

/// The variant that is meant, if one is near.
fn meant(written: &str, of: &'static Enumeration, is_item: bool) -> Help {
    if let Some(several) = of.several(written) {
        let names: Vec<_> = several.iter().map(|variant| variant.name).collect();
        let names = names.join(", ");
        let words = format!("write each value as a separate item: `[{names}]`");
        return if is_item { Help::write(names).in_words(words) } else { words.into() };
    }
    let other = of.other_value(written).map(|other| format!("another value is a string: `{other}`"));
    let and_other = other.as_ref().map(|other| format!("; {other}")).unwrap_or_default();
    if let Some(Variant { name, .. }) = of.by_synonym(written) {
        return Help::write(*name).in_words(format!("use `{name}`{and_other}"));
    }
    let name = nearest(written, of.variants.iter().map(|variant| variant.name));
    let value = nearest(written, of.variants.iter().map(|variant| variant.value));
    let near = (of.variants.iter().find(|variant| Some(variant.name) == name))
        .or_else(|| of.variants.iter().find(|variant| Some(variant.value) == value));
    match (near, other) {
        (Some(Variant { name, .. }), _) => {
            Help::write(*name).in_words(format!("a value with a similar name exists: `{name}`{and_other}"))
        }
        (None, Some(other)) => other.into(),
        (None, None) => {
            format!("write {}", listed(&of.variants.iter().map(|variant| variant.name).collect::<Vec<_>>())).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(token: &str) -> LiteralValue {
        evaluate(&token.parse().expect("a literal"), false)
    }

    #[test]
    fn a_string_has_the_value_that_rust_gives_it() {
        let string = |text: &str| LiteralValue::String(text.to_owned());
        assert_eq!(of(r#""a\tb\u{e9}\"\x41""#), string("a\tbé\"A"));
        assert_eq!(of("\"a\\\n      b\""), string("ab"));
        assert_eq!(of(r##"r#"a\t"b"#"##), string(r#"a\t"b"#));
        assert_eq!(of(r#""""#), string(""));
    }

    #[test]
    fn a_number_is_read_in_any_form() {
        for (token, number) in [
            ("30", 30),
            ("86_400i64", 86_400),
            ("18446744073709551615", u64::MAX),
            ("0xFF", 255),
            ("0b11u8", 3),
            ("0o17", 15),
        ] {
            assert_eq!(of(token), LiteralValue::Integer(false, Some(number)), "{token}");
        }
        assert_eq!(of("9999999999999999999999"), LiteralValue::Integer(false, None));
        assert_eq!(evaluate(&Literal::i64_unsuffixed(-5), false), LiteralValue::Integer(true, Some(5)));
        assert_eq!(evaluate(&Literal::u8_suffixed(5), true), LiteralValue::Integer(true, Some(5)));
        for (token, number) in [("1.5", 1.5), ("1e3", 1000.0), ("2f64", 2.0), ("1.", 1.0), ("1_0.5f32", 10.5)] {
            assert_eq!(of(token), LiteralValue::Float(number), "{token}");
        }
    }

    #[test]
    fn other_literals_are_distinguished() {
        assert_eq!(of("'a'"), LiteralValue::Character);
        for token in ["b\"a\"", "c\"a\"", "b'a'", "\"a\"x", "1x"] {
            assert_eq!(of(token), LiteralValue::Other, "{token}");
        }
    }
}
