//! JSON as Rust: what `json!` takes, and what the JSON of a declaration is.

use super::code::{Code, Field};
use super::filled_in;
use cognito_cfn::Json;

/// How deep the calls of `json!` may nest. The limit of rustc is 128, and what is around it may nest as well.
const STEPS: usize = 115;

/// JSON as it is written in a declaration, in `json!`, and in `Raw`.
pub(super) fn literal(json: &Json) -> Code {
    match filled_in::marked(json).unwrap_or(json) {
        Json::String(text) => Code::string(text),
        Json::Array(items) => Code::List("", items.iter().map(literal).collect()),
        Json::Object(members) => {
            // The type says what the rest is.
            let (first, rest): (Vec<_>, Vec<_>) = members.iter().partition(|(name, _)| *name == "Type");
            let member = |(name, value)| Field::new(format!("{name:?}"), literal(value));
            Code::Object(first.into_iter().chain(rest).map(member).collect())
        }
        Json::Number(number) => Code::word(match (number.as_i64(), number.as_u64()) {
            // Without a suffix, rustc takes a number for an `i32`.
            (Some(integer), _) if i32::try_from(integer).is_err() => format!("{integer}_i64"),
            (None, Some(natural)) => format!("{natural}_u64"),
            _ => number.to_string(),
        }),
        json @ (Json::Null | Json::Bool(_)) => Code::word(json.to_string()),
    }
}

/// An expression of type `Json`.
pub(super) fn expression(json: &Json) -> Code {
    if steps(json) <= STEPS {
        return Code::call("json!", vec![literal(json)]);
    }
    Code::Raw(quoted(&format!("{:#}", filled_in::unmarked(json))))
}

/// How deep the calls of `json!` nest. It takes its argument apart in calls of itself: a key, its value and the member
/// of an object, the items of a list and the commas behind those that it knows by sight. The values of an object are
/// expanded where their members are, the items of a list after all of them.
fn steps(json: &Json) -> usize {
    match json {
        Json::Array(items) => {
            let own: usize = items.iter().map(|item| if item.is_string() || item.is_number() { 1 } else { 2 }).sum();
            own + 4 + items.iter().map(steps).max().unwrap_or_default()
        }
        Json::Object(members) => {
            let of_member = |(at, value)| 3 * (at + 1) + steps(value);
            2 + members.values().enumerate().map(of_member).max().unwrap_or_default()
        }
        _ => 1,
    }
}

/// A text of several lines as a literal.
fn quoted(text: &str) -> String {
    // What a reader could not see is escaped; rustc refuses some of it.
    let is_plain =
        |character: char| matches!(character, '\n' | '"' | '\\' | '\'') || character.escape_debug().count() == 1;
    if !text.chars().all(is_plain) {
        return format!("{text:?}");
    }
    let hashes = (1..).map(|count| "#".repeat(count)).find(|hashes| !text.contains(&format!("\"{hashes}")));
    let hashes = hashes.unwrap_or_default();
    format!("r{hashes}\"{text}\"{hashes}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use cognito_cfn::json;

    #[test]
    fn a_wide_object_is_a_string() {
        let object = |count: usize| Json::Object((0..count).map(|at| (format!("k{at}"), Json::from(at))).collect());
        assert!(matches!(expression(&object(37)), Code::Call(..)));
        assert!(matches!(expression(&object(38)), Code::Raw(_)));
        // An object at the end of a list is expanded after all items.
        let list = |count: usize| Json::Array((0..count).map(|_| json!({ "a": [1] })).collect());
        assert!(matches!(expression(&list(50)), Code::Call(..)));
        assert!(matches!(expression(&list(52)), Code::Raw(_)));
    }

    #[test]
    fn numbers_have_the_type_they_need() {
        let numbers = json!([1, -5, 2147483648_i64, 18446744073709551615_u64, 0.5]);
        assert_eq!(literal(&numbers).layout(0, 0, 0), "[1, -5, 2147483648_i64, 18446744073709551615_u64, 0.5]");
    }

    #[test]
    fn a_raw_string_has_the_hashes_it_needs() {
        assert_eq!(quoted("a"), "r#\"a\"#");
        assert_eq!(quoted("a\"#"), "r##\"a\"#\"##");
        assert_eq!(quoted("a\u{202e}"), "\"a\\u{202e}\"");
    }
}
