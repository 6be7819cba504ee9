//! Declarations in the language of the macro, from properties as CloudFormation spells them.

use cognito_cfn::Json;
use cognito_cfn_schema::{Enumeration, Kind, Property, attributes, client};
use serde_json::Map;
use std::iter;

/// What stands in `user_pool_client! { … }`, of properties and attributes of the resource.
pub(crate) fn declaration(members: &Map<String, Json>) -> String {
    let rows: Vec<&Property> = client::ALL.iter().chain(attributes::ALL).copied().collect();
    block(members, &rows)
}

fn block(members: &Map<String, Json>, rows: &[&Property]) -> String {
    let entries = members.iter().map(|(name, value)| match rows.iter().find(|row| row.cloudformation == name) {
        Some(row) => format!("{}: {}, ", row.name, written(&row.kind, value)),
        None => format!("{}: {}, ", snake_case(name), written(&Kind::STRING, value)),
    });
    entries.collect()
}

/// A name that the table does not have, as the macro would have it: `CallbakURLs` is `callbak_urls`. What begins with a
/// small letter comes from elsewhere and stays as it is.
fn snake_case(name: &str) -> String {
    if name.starts_with(|first: char| !first.is_ascii_uppercase()) {
        return name.to_owned();
    }
    let mut snake = String::new();
    for (before, letter) in iter::once('_').chain(name.chars()).zip(name.chars()) {
        if letter.is_ascii_uppercase() && before.is_ascii_lowercase() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

fn written(kind: &Kind, json: &Json) -> String {
    if let Some(function) = function(kind, json) {
        return function;
    }
    match (kind, json) {
        (Kind::Block(of), Json::Object(members)) => format!("{{ {} }}", block(members, of.members)),
        (_, Json::Array(items)) => {
            let items: Vec<String> = items.iter().map(|item| written(kind, item)).collect();
            format!("[{}]", items.join(", "))
        }
        (Kind::Enum(of) | Kind::List(Kind::Enum(of)), Json::String(text)) => word(of, text),
        (_, Json::String(text)) => format!("{text:?}"),
        (_, other) => other.to_string(),
    }
}

/// The name of the Rust variant, or the text itself where it is the user's own.
fn word(of: &Enumeration, text: &str) -> String {
    of.by_value(text).map_or_else(|| format!("{text:?}"), |word| word.name.to_owned())
}

/// `Ref("Id")` for `{ "Ref": "Id" }`.
fn function(kind: &Kind, json: &Json) -> Option<String> {
    let (name, argument) = json.as_object().filter(|members| members.len() == 1)?.iter().next()?;
    let name = if name == "Ref" { name } else { name.strip_prefix("Fn::")? };
    if argument == "AWS::NoValue" {
        return Some("NoValue".into());
    }
    let arguments = match (name, argument) {
        ("If", Json::Array(arguments)) => {
            let (condition, arms) = arguments.split_first()?;
            let arms = arms.iter().map(|arm| written(kind, arm));
            iter::once(condition.to_string()).chain(arms).collect()
        }
        (_, Json::Array(arguments)) => arguments.iter().map(|argument| written(&Kind::STRING, argument)).collect(),
        (_, argument) => vec![written(&Kind::STRING, argument)],
    };
    Some(format!("{name}({})", arguments.join(", ")))
}
