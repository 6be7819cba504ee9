//! Strings and numbers of JSON.

use crate::document::fault::Fault;
use crate::json::Json;
use serde_json::Number;

/// The string that begins with the quote at that offset.
#[inline]
pub(super) fn read_string(text: &str, at: &mut usize) -> Result<String, Fault> {
    let quote = *at;
    let bytes = text.as_bytes();
    let mut string = String::new();
    let mut start = quote + 1;
    let mut end = start;
    loop {
        match bytes.get(end) {
            Some(b'"') => {
                push(&mut string, text, start, end);
                *at = end + 1;
                return Ok(string);
            }
            Some(b'\\') => {
                push(&mut string, text, start, end);
                let (character, next) = escape(bytes, end)?;
                string.push(character);
                (start, end) = (next, next);
            }
            Some(b'\n' | b'\r') | None => {
                return Err(Fault::new(quote..quote + 1, "unclosed `\"`", "write `\"` at the end of the text"));
            }
            Some(b'\t') => return Err(Fault::new(end..end + 1, "tab in a string", "write `\\t` instead")),
            Some(byte @ 0..0x20) => {
                let message = format!("control character U+{byte:04X} in a string");
                return Err(Fault::new(end..end + 1, message, format!("write `\\u{byte:04x}` instead, or remove it")));
            }
            Some(_) => end += 1,
        }
    }
}

/// Copies what needs no change. The whole of most strings is one piece, which gets the memory it needs.
#[inline]
fn push(string: &mut String, text: &str, start: usize, end: usize) {
    string.push_str(text.get(start..end).unwrap_or_default());
}

/// The character of the escape at that offset, and the offset behind it.
#[inline]
fn escape(bytes: &[u8], at: usize) -> Result<(char, usize), Fault> {
    let character = match bytes.get(at + 1) {
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'/') => '/',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'n') => '\n',
        Some(b'r') => '\r',
        Some(b't') => '\t',
        Some(b'u') => return unicode(bytes, at),
        _ => return Err(Fault::new(at..at + 1, "unknown escape in a string", "write `\\\\` for a backslash")),
    };
    Ok((character, at + 2))
}

/// `\u0041`, or `\ud83d\ude00` for one character.
#[inline]
fn unicode(bytes: &[u8], at: usize) -> Result<(char, usize), Fault> {
    let malformed = || Fault::new(at..at + 2, "`\\u` without four hexadecimal digits", "write `\\u` and four digits");
    let first = code_unit(bytes, at).ok_or_else(malformed)?;
    let second = code_unit(bytes, at + 6).filter(|_| (0xD800..0xDC00).contains(&first));
    let decoded = match second {
        Some(second) => (char::decode_utf16([first, second]).next().and_then(Result::ok), at + 12),
        None => (char::from_u32(u32::from(first)), at + 6),
    };
    match decoded {
        (Some(character), next) => Ok((character, next)),
        (None, _) => Err(Fault::new(
            at..at + 6,
            "half of a surrogate pair in a string",
            "write both halves, such as `\\ud83d\\ude00`, or the character itself",
        )),
    }
}

/// The number of the escape `\uXXXX` at that offset.
#[inline]
fn code_unit(bytes: &[u8], at: usize) -> Option<u16> {
    let digits = bytes.get(at..at + 6)?.strip_prefix(b"\\u")?;
    digits
        .iter()
        .try_fold(0, |unit: u16, digit| Some((unit << 4) | u16::try_from(char::from(*digit).to_digit(16)?).ok()?))
}

/// The number at that offset, as `serde_json` reads it: a whole number if it fits, a float otherwise.
#[inline]
pub(super) fn read_number(text: &str, at: &mut usize) -> Result<Json, Fault> {
    let start = *at;
    let bytes = text.as_bytes();
    let digits = |mut at: usize| {
        while bytes.get(at).is_some_and(u8::is_ascii_digit) {
            at += 1;
        }
        at
    };
    let whole = start + usize::from(bytes.get(start) == Some(&b'-'));
    let mut end = digits(whole);
    let fault = |message: &str, help: &str| Err(Fault::new(start..end.max(start + 1), message, help));
    if end == whole {
        return fault("`-` without a number", "write digits after the `-`");
    }
    if bytes.get(whole) == Some(&b'0') && end > whole + 1 {
        return fault("number with a leading zero", "remove the zero, or write the text in double quotes");
    }
    let is_whole = !matches!(bytes.get(end), Some(b'.' | b'e' | b'E'));
    if bytes.get(end) == Some(&b'.') {
        let fraction = digits(end + 1);
        if fraction == end + 1 {
            return fault("number without a digit after the `.`", "write a digit after the `.`, or remove it");
        }
        end = fraction;
    }
    if matches!(bytes.get(end), Some(b'e' | b'E')) {
        let sign = end + 1 + usize::from(matches!(bytes.get(end + 1), Some(b'+' | b'-')));
        let exponent = digits(sign);
        if exponent == sign {
            return Err(Fault::new(start..sign, "exponent without a digit", "write a digit after the `e`"));
        }
        end = exponent;
    }
    let written = text.get(start..end).unwrap_or_default();
    *at = end;
    if is_whole
        && whole == start
        && let Ok(number) = written.parse::<u64>()
    {
        return Ok(Json::from(number));
    }
    serde_json::from_str::<Number>(written).map(Json::Number).map_err(|_| {
        Fault::new(start..end, "number out of range", "write a number below 1.8e308, or the text in double quotes")
    })
}
