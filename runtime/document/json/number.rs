//! Numbers of JSON.

use crate::document::fault::Fault;
use crate::json::Json;
use serde_json::Number;

/// The number at that offset, as `serde_json` reads it: a whole number if it fits, a float otherwise.
pub(super) fn read(text: &str, at: &mut usize) -> Result<Json, Fault> {
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
