//! JSON as Rust: what `json!` takes, and what the JSON of a declaration is.

use super::code::{Code, Field};
use cognito_cfn::Json;

/// The steps in which rustc expands a `json!`, at most; its limit is 128 by default, and some are for what is around it.
const STEPS: usize = 100;

/// JSON as it is written in a declaration, in `json!`, and in `Raw`.
pub(super) fn literal(json: &Json) -> Code {
    match json {
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
        Json::Null | Json::Bool(_) => Code::word(json.to_string()),
    }
}

/// An expression of type `Json`.
pub(super) fn expression(json: &Json) -> Code {
    if steps(json) <= STEPS {
        return Code::call("json!", vec![literal(json)]);
    }
    Code::Raw(quoted(&format!("{json:#}")))
}

/// In how many steps `json!` expands: one for an item of a list, three for a member of an object, and what is in them.
fn steps(json: &Json) -> usize {
    let within = |each: usize, values: &mut dyn Iterator<Item = &Json>| {
        values.enumerate().map(|(at, value)| each * (at + 1) + steps(value)).max().unwrap_or_default() + each
    };
    match json {
        Json::Array(items) => within(1, &mut items.iter()),
        Json::Object(members) => within(3, &mut members.values()),
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
