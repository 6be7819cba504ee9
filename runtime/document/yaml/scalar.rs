//! What a text without quotes is in YAML 1.1: a boolean, a number, null or a string.
//!
//! The expressions are those of PyYAML, without timestamps: `2010-09-09` is a string in a template.

use crate::json::Json;
use serde_json::Number;

/// A plain scalar, and what other readers may make of it.
pub(super) struct Plain {
    pub(super) json: Json,
    pub(super) doubt: Option<Doubt>,
}

/// Why two readers may read a plain scalar differently.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doubt {
    /// A string to YAML 1.1, and a number to others.
    NumberElsewhere,
    /// A number to YAML 1.1, in base 60, and a string to others.
    Sexagesimal,
    /// A number that JSON does not have.
    NoJsonNumber,
    /// A number with more digits than are kept.
    Inexact,
    /// `=`, which YAML 1.1 reserves.
    Refused,
}

impl Doubt {
    #[inline]
    pub(super) fn message(self) -> &'static str {
        match self {
            Self::NumberElsewhere => "text that some YAML readers read as a number",
            Self::Sexagesimal => "text that YAML 1.1 reads as a number in base 60",
            Self::NoJsonNumber => "number that JSON does not have, read as a text",
            Self::Inexact => "number with more digits than a reader keeps",
            Self::Refused => "text that some YAML readers refuse",
        }
    }
}

/// The value of a plain scalar.
#[inline]
pub(super) fn resolve(text: &str) -> Plain {
    let string = || Json::String(text.into());
    let (json, doubt) = match word(text) {
        Some(json) => (json, None),
        None if !can_be_number(text) => (string(), (text == "=").then_some(Doubt::Refused)),
        None => match float(text).or_else(|| integer(text)) {
            Some((Some(number), doubt)) => (Json::Number(number), doubt),
            Some((None, _)) => (string(), Some(Doubt::NoJsonNumber)),
            None => (string(), is_number_elsewhere(text).then_some(Doubt::NumberElsewhere)),
        },
    };
    Plain { json, doubt }
}

/// Whether a key is read as something that is written differently.
#[inline]
pub(super) fn is_read_differently(text: &str) -> bool {
    match word(text) {
        Some(_) => !matches!(text, "null" | "true" | "false"),
        None if !can_be_number(text) => false,
        None => float(text)
            .or_else(|| integer(text))
            .is_some_and(|(number, _)| number.is_none_or(|number| number.to_string() != text)),
    }
}

#[inline]
fn word(text: &str) -> Option<Json> {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => Some(Json::Null),
        "yes" | "Yes" | "YES" | "true" | "True" | "TRUE" | "on" | "On" | "ON" => Some(Json::Bool(true)),
        "no" | "No" | "NO" | "false" | "False" | "FALSE" | "off" | "Off" | "OFF" => Some(Json::Bool(false)),
        _ => None,
    }
}

#[inline]
fn can_be_number(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit() || "+-.".contains(first))
}

/// A number, unless JSON does not have it.
type Read = (Option<Number>, Option<Doubt>);

/// ```text
/// [-+]?(?:[0-9][0-9_]*)\.[0-9_]*(?:[eE][-+][0-9]+)?
/// \.[0-9][0-9_]*(?:[eE][-+][0-9]+)?
/// [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*
/// [-+]?\.(?:inf|Inf|INF)
/// \.(?:nan|NaN|NAN)
/// ```
#[inline]
pub(super) fn float(text: &str) -> Option<Read> {
    let (is_negative, unsigned) = sign(text);
    if matches!(unsigned, ".inf" | ".Inf" | ".INF") || matches!(text, ".nan" | ".NaN" | ".NAN") {
        return Some((None, None));
    }
    let (whole, rest) = unsigned.split_once('.')?;
    let written = without_underscores(unsigned);
    if let Some((first, parts)) = whole.split_once(':') {
        if !is_digits(first) || !parts.split(':').all(is_sixtieth) || !rest.bytes().all(is_digit_or_underscore) {
            return None;
        }
        let value = written.split(':').try_fold(0.0, |sum, part| Some(sum * 60.0 + part.parse::<f64>().ok()?))?;
        return Some((number(value, is_negative), Some(Doubt::Sexagesimal)));
    }
    let (fraction, exponent) = match rest.split_once(['e', 'E']) {
        Some((fraction, exponent)) => (fraction, Some(exponent)),
        None => (rest, None),
    };
    let is_exponent = |exponent: &str| {
        exponent.strip_prefix(['-', '+']).is_some_and(|digits| !digits.is_empty() && digits.bytes().all(is_digit))
    };
    let is_float = if whole.is_empty() { text == unsigned && is_digits(fraction) } else { is_digits(whole) }
        && fraction.bytes().all(is_digit_or_underscore)
        && exponent.is_none_or(is_exponent);
    is_float.then(|| (written.parse().ok().and_then(|value| number(value, is_negative)), None))
}

/// ```text
/// [-+]?0b[0-1_]+
/// [-+]?0[0-7_]+
/// [-+]?(?:0|[1-9][0-9_]*)
/// [-+]?0x[0-9a-fA-F_]+
/// [-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+
/// ```
#[inline]
pub(super) fn integer(text: &str) -> Option<Read> {
    let (is_negative, unsigned) = sign(text);
    if unsigned == "0" {
        return Some((Some(Number::from(0)), None));
    }
    if let Some(rest) = unsigned.strip_prefix('0') {
        let (radix, digits) = match rest.as_bytes().first()? {
            b'b' => (2, rest.strip_prefix('b')?),
            b'x' => (16, rest.strip_prefix('x')?),
            _ => (8, rest),
        };
        let is_number = !digits.is_empty() && digits.chars().all(|digit| digit == '_' || digit.is_digit(radix));
        return is_number.then(|| in_radix(&without_underscores(digits), radix, is_negative));
    }
    if let Some((first, parts)) = unsigned.split_once(':') {
        if !is_digits(first) || !parts.split(':').all(is_sixtieth) {
            return None;
        }
        let written = without_underscores(unsigned);
        let exact =
            written.split(':').try_fold(0i128, |sum, part| sum.checked_mul(60)?.checked_add(part.parse().ok()?));
        let value = written.split(':').try_fold(0.0, |sum, part| Some(sum * 60.0 + part.parse::<f64>().ok()?))?;
        return Some((whole(exact, value, is_negative).0, Some(Doubt::Sexagesimal)));
    }
    is_digits(unsigned).then(|| {
        let written = without_underscores(unsigned);
        whole(written.parse().ok(), written.parse().unwrap_or(f64::INFINITY), is_negative)
    })
}

#[inline]
fn in_radix(digits: &str, radix: u32, is_negative: bool) -> Read {
    if digits.is_empty() {
        // `0_` is 0; `0x_` is no number at all.
        return (if radix == 8 { Some(Number::from(0)) } else { None }, None);
    }
    let value = digits.chars().filter_map(|digit| digit.to_digit(radix));
    let value = value.fold(0.0, |sum, digit| sum * f64::from(radix) + f64::from(digit));
    whole(i128::from_str_radix(digits, radix).ok(), value, is_negative)
}

/// A whole number: exactly if JSON's readers keep it, else as a float.
#[inline]
fn whole(exact: Option<i128>, value: f64, is_negative: bool) -> Read {
    let exact = exact.map(|exact| if is_negative { -exact } else { exact });
    let kept = exact.and_then(|exact| {
        i64::try_from(exact).map(Number::from).or_else(|_| u64::try_from(exact).map(Number::from)).ok()
    });
    match kept {
        Some(number) => (Some(number), None),
        None => (number(value, is_negative), Some(Doubt::Inexact)),
    }
}

#[inline]
fn number(value: f64, is_negative: bool) -> Option<Number> {
    Number::from_f64(if is_negative { -value } else { value })
}

/// A number to YAML 1.2, or to a reader of YAML 1.1 that wants no sign in an exponent.
#[inline]
fn is_number_elsewhere(text: &str) -> bool {
    let (_, unsigned) = sign(text);
    if let Some(octal) = text.strip_prefix("0o") {
        return !octal.is_empty() && octal.bytes().all(|digit| (b'0'..=b'7').contains(&digit));
    }
    let written = without_underscores(unsigned);
    let (mantissa, exponent) = match written.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (written.as_str(), None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    !(whole.is_empty() && fraction.is_empty())
        && whole.bytes().chain(fraction.bytes()).all(is_digit)
        && exponent.is_none_or(|exponent| !exponent.is_empty() && exponent.bytes().all(is_digit))
}

/// Whether it is negative, and the text without its sign.
#[inline]
fn sign(text: &str) -> (bool, &str) {
    (text.starts_with('-'), text.strip_prefix(['-', '+']).unwrap_or(text))
}

#[inline]
fn without_underscores(text: &str) -> String {
    text.replace('_', "")
}

#[inline]
fn is_digit(byte: u8) -> bool {
    byte.is_ascii_digit()
}

#[inline]
fn is_digit_or_underscore(byte: u8) -> bool {
    is_digit(byte) || byte == b'_'
}

/// `[0-9][0-9_]*`
#[inline]
fn is_digits(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_digit()) && text.bytes().all(is_digit_or_underscore)
}

/// `[0-5]?[0-9]`
#[inline]
fn is_sixtieth(text: &str) -> bool {
    match text.as_bytes() {
        [digit] => is_digit(*digit),
        [ten, digit] => (b'0'..=b'5').contains(ten) && is_digit(*digit),
        _ => false,
    }
}
