//! What a literal token is worth.

use proc_macro2::Literal;
use rustc_literal_escaper::unescape_str;

/// A literal, as far as a declaration has use for it.
#[cfg_attr(test, derive(Debug, PartialEq))]
pub(crate) enum Worth {
    Text(String),
    /// A whole number without its sign, or `None` where it is too large.
    Integer(Option<u64>),
    Float,
    Character,
    /// Bytes and C strings.
    Other,
}

/// The worth of a literal. rustc read the token, so its form is right.
pub(crate) fn worth(literal: &Literal) -> Worth {
    let token = literal.to_string();
    match token.as_bytes() {
        [b'"', ..] => Worth::Text(unescape(quoted(&token))),
        [b'r', ..] => Worth::Text(quoted(&token).to_owned()),
        [b'\'', ..] => Worth::Character,
        [b'0'..=b'9', ..] => number(&token),
        _ => Worth::Other,
    }
}

/// What stands between the first and the last quote.
fn quoted(token: &str) -> &str {
    let inner = token.split_once('"').and_then(|(_, rest)| rest.rsplit_once('"'));
    inner.map_or("", |(inner, _)| inner)
}

fn unescape(inner: &str) -> String {
    let mut text = String::new();
    unescape_str(inner, |_, character| text.extend(character));
    text
}

fn number(token: &str) -> Worth {
    let digits = token.replace('_', "");
    let (radix, digits) = [("0x", 16), ("0o", 8), ("0b", 2)]
        .into_iter()
        .find_map(|(prefix, radix)| Some((radix, digits.strip_prefix(prefix)?)))
        .unwrap_or((10, &digits));
    let is_digit = |character: char| character.is_digit(radix);
    let end = digits.find(|character| !is_digit(character)).unwrap_or(digits.len());
    let (digits, rest) = digits.split_at(end);
    // Behind the digits stands nothing, the name of an integer type, or what makes it a float.
    if rest.is_empty() || rest.starts_with(['i', 'u']) {
        Worth::Integer(u64::from_str_radix(digits, radix).ok())
    } else {
        Worth::Float
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(token: &str) -> Worth {
        worth(&token.parse().expect("a literal"))
    }

    #[test]
    fn text_is_what_rust_makes_of_it() {
        assert_eq!(of(r#""a\tb\u{e9}\"\x41""#), Worth::Text("a\tbé\"A".into()));
        assert_eq!(of("\"a\\\n      b\""), Worth::Text("ab".into()));
        assert_eq!(of(r##"r#"a\t"b"#"##), Worth::Text(r#"a\t"b"#.into()));
        assert_eq!(of(r#""""#), Worth::Text(String::new()));
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
            assert_eq!(of(token), Worth::Integer(Some(number)), "{token}");
        }
        assert_eq!(of("9999999999999999999999"), Worth::Integer(None));
        for token in ["1.5", "1e3", "2f64", "1."] {
            assert_eq!(of(token), Worth::Float, "{token}");
        }
    }

    #[test]
    fn other_literals_are_told_apart() {
        assert_eq!(of("'a'"), Worth::Character);
        assert_eq!(of("b\"a\""), Worth::Other);
        assert_eq!(of("c\"a\""), Worth::Other);
    }
}
