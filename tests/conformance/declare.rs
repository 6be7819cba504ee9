//! Declarations in the language of the macro, from properties as CloudFormation spells them.

use cognito_cfn::Json;
use cognito_cfn_schema::{Enumeration, Kind, Property, client};
use serde_json::Map;

/// What stands in `user_pool_client! { … }`.
pub(crate) fn declaration(members: &Map<String, Json>) -> String {
    block(members, client::ALL)
}

fn block(members: &Map<String, Json>, rows: &[&Property]) -> String {
    let written = members.iter().map(|(name, value)| {
        let row = rows.iter().find(|row| row.cloudformation == name).expect("a property of the table");
        format!("{}: {}, ", row.name, written(&row.kind, value))
    });
    written.collect()
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
        (Kind::Word(of) | Kind::Words(of), Json::String(text)) => word(of, text),
        (_, Json::String(text)) => format!("{text:?}"),
        (_, other) => other.to_string(),
    }
}

/// The name of the Rust variant, or the text itself where it is the user's own.
fn word(of: &Enumeration, text: &str) -> String {
    of.by_text(text).map_or_else(|| format!("{text:?}"), |word| word.name.to_owned())
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
            std::iter::once(condition.to_string()).chain(arms).collect()
        }
        (_, Json::Array(arguments)) => arguments.iter().map(|argument| written(&Kind::Text, argument)).collect(),
        (_, argument) => vec![written(&Kind::Text, argument)],
    };
    Some(format!("{name}({})", arguments.join(", ")))
}
