//! The arguments of `Raw` in a declaration.

use cognito_cfn::Json;
use cognito_cfn_schema::intrinsics::FUNCTIONS;

/// Each argument of `Raw`.
pub(crate) fn values(declaration: &str) -> Vec<Json> {
    let calls = declaration.split("Raw(").skip(1).map(|rest| without_commas(&without_rust_escapes(argument(rest))));
    calls.map(|text| text.parse().unwrap_or_else(|error| panic!("{error}: {text}"))).collect()
}

/// The text before the bracket that closes the call.
fn argument(rest: &str) -> &str {
    let (mut depth, mut is_text, mut is_escaped) = (0, false, false);
    for (at, character) in rest.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' if is_text => is_escaped = true,
            '"' => is_text = !is_text,
            '(' if !is_text => depth += 1,
            ')' if !is_text && depth == 0 => return &rest[..at],
            ')' if !is_text => depth -= 1,
            _ => {}
        }
    }
    panic!("it is not closed: {rest}");
}

/// JSON has no comma behind the last item.
fn without_commas(text: &str) -> String {
    let parts: Vec<&str> = text.split(",\n").collect();
    let ends = parts.iter().skip(1).map(|next| next.trim_start().starts_with(['}', ']']) || next.trim().is_empty());
    let separators = ends.map(|is_last| if is_last { "\n" } else { ",\n" }).chain([""]);
    parts.iter().zip(separators).flat_map(|(part, separator)| [*part, separator]).collect()
}

/// Rust writes `\u{202e}` where JSON has the character.
fn without_rust_escapes(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut unescaped = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (digits, rest) = part.split_once('}').expect("it is closed");
        unescaped.extend(u32::from_str_radix(digits, 16).ok().and_then(char::from_u32));
        unescaped += rest;
    }
    unescaped
}

/// Whether the language has a form that renders this JSON.
pub(crate) fn has_form(json: &Json) -> bool {
    match json {
        // A boolean or a number where a string belongs, or the other way round.
        Json::Bool(_) | Json::Null | Json::Number(_) => false,
        Json::String(text) => {
            let is_other = text == "true" || text == "false" || text.parse::<f64>().is_ok();
            // A policy that no app client can have.
            !is_other && text != "Snapshot"
        }
        Json::Array(_) => true,
        Json::Object(members) if members.len() == 1 => {
            members.iter().all(|(name, argument)| has_function(name, argument))
        }
        // A macro or a loop among the members of a block.
        Json::Object(members) => !members.keys().any(|name| name.starts_with("Fn::")),
    }
}

fn has_function(name: &str, argument: &Json) -> bool {
    let is_known = FUNCTIONS.iter().any(|function| function.cloudformation == name);
    let items = argument.as_array().map(Vec::as_slice);
    // What is written in another way than the language renders it.
    is_known
        && match (name, items) {
            ("Fn::GetAtt", Some(arguments)) => arguments.len() == 2,
            ("Fn::GetAtt", None) => false,
            ("Fn::Sub", Some(arguments)) => {
                matches!(arguments, [Json::String(_), Json::Object(variables)] if !variables.is_empty())
            }
            ("Fn::Transform", Some(_)) => false,
            _ => true,
        }
}
