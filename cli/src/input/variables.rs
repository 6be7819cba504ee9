//! The variables of the Serverless Framework in strings: `${self:custom.domain}`.
//!
//! The framework's own parser decides what is one: a source, which begins with a small letter, and `:` or `(`. What
//! CloudFormation replaces (`${AWS::Region}`, `${Name}`, `${Name.Arn}`) is none.
//! <https://github.com/serverless/serverless/blob/main/lib/configuration/variables/parse.js>

use cognito_cfn::{Json, json};
use std::iter;

/// Which sources there are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Syntax {
    /// Any: plugins add some.
    AnySource,
    /// Those of the framework. Elsewhere than in its configuration, `${name:-default}` is a script's.
    KnownSources,
}

/// The sources of the framework.
/// <https://www.serverless.com/framework/docs/guides/variables>
const SOURCES: [&str; 16] = [
    "aws",
    "cf",
    "doppler",
    "env",
    "file",
    "git",
    "opt",
    "output",
    "param",
    "s3",
    "self",
    "sls",
    "ssm",
    "strToBool",
    "terraform",
    "vault",
];

/// A part of a string.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'t> {
    Text(&'t str),
    Variable,
}

/// Whether there is a variable in any string of the JSON.
pub(super) fn occur_in(json: &Json, syntax: Syntax) -> bool {
    match json {
        Json::String(text) => occurs(text, syntax),
        Json::Array(items) => items.iter().any(|item| occur_in(item, syntax)),
        Json::Object(members) => members.values().any(|value| occur_in(value, syntax)),
        _ => false,
    }
}

fn occurs(text: &str, syntax: Syntax) -> bool {
    text.contains('{') && parts(text, syntax).contains(&Part::Variable)
}

/// The string with its variables cut out.
pub(super) fn parts(text: &str, syntax: Syntax) -> Vec<Part<'_>> {
    let mut parts = Vec::new();
    let (mut known_from, mut search_from) = (0, 0);
    while let Some(at) = text.get(search_from..).and_then(|rest| rest.find('{')) {
        let brace = search_from + at;
        let (before, inner) = (text.get(..brace).unwrap_or_default(), text.get(brace + 1..).unwrap_or_default());
        search_from = brace + 1;
        if before.ends_with('$') && is_variable(inner, syntax) || before.ends_with('#') && is_of_plugin(inner, syntax) {
            let start = brace - 1;
            let length = length(inner);
            parts.extend(text.get(known_from..start).filter(|text| !text.is_empty()).map(Part::Text));
            parts.push(Part::Variable);
            search_from = brace + 1 + length;
            known_from = search_from;
        }
    }
    parts.extend(text.get(known_from..).filter(|text| !text.is_empty()).map(Part::Text));
    parts
}

/// Whether a variable begins behind `${`.
fn is_variable(inner: &str, syntax: Syntax) -> bool {
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '.';
    let source: &str = inner.split(|character: char| !is_part(character)).next().unwrap_or_default();
    let rest = inner.strip_prefix(source).unwrap_or_default();
    // Regions can follow: `ssm.eu-west-1:` had them before `ssm(eu-west-1):`.
    let (name, rest) = match source.split_once('.') {
        Some((name @ ("cf" | "s3" | "ssm"), _)) => {
            (name, rest.trim_start_matches(|character: char| is_part(character) || character == '-'))
        }
        _ => (source, rest),
    };
    let is_opened =
        rest.starts_with('(') || rest.strip_prefix(':').is_some_and(|rest| !rest.trim_start().starts_with(':'));
    let is_known = syntax == Syntax::AnySource || SOURCES.contains(&name) && !is_of_policy(name, rest);
    name.starts_with(|first: char| first.is_ascii_lowercase()) && is_opened && is_known
}

/// Policies of IAM have `${aws:username}` and `${s3:prefix}`.
fn is_of_policy(name: &str, rest: &str) -> bool {
    let address = rest.split([',', '}']).next().unwrap_or_default();
    match name {
        "aws" => !["accountId", "region"].contains(&address.trim_start_matches(':').trim()),
        "s3" => !address.contains('/'),
        _ => false,
    }
}

/// `#{AWS::Region}` and `#{Name.Arn}`, of the plugin `serverless-pseudo-parameters`.
fn is_of_plugin(inner: &str, syntax: Syntax) -> bool {
    syntax == Syntax::AnySource && inner.starts_with(|first: char| first.is_ascii_uppercase())
}

/// How long a variable is behind its `${`, with the `}`. One that is not closed goes on to the end.
fn length(inner: &str) -> usize {
    let mut depth = 1;
    let mut quote = None;
    let mut characters = inner.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        match (quote, character) {
            (Some(open), _) if open == character => quote = None,
            (None, '\'' | '"') => quote = Some(character),
            (Some('"'), '\\') => drop(characters.next()),
            (None, '$') if characters.next_if(|(_, next)| *next == '{').is_some() => depth += 1,
            (None, '}') => {
                depth -= 1;
                if depth == 0 {
                    return at + 1;
                }
            }
            _ => {}
        }
    }
    inner.len()
}

/// A value that nobody knows, of whatever kind: what a macro gives.
pub(super) fn unknown() -> Json {
    json!({ "Fn::Transform": { "Name": "ServerlessFramework" } })
}

/// The value with what is not known in place of each variable.
pub(super) fn replaced(json: &Json, syntax: Syntax) -> Json {
    let replace = |json: &Json| replaced(json, syntax);
    match json {
        Json::String(text) => of_text(text, syntax),
        Json::Array(items) => items.iter().map(replace).collect(),
        Json::Object(members) => {
            let function = members.iter().next().filter(|_| members.len() == 1);
            function.and_then(|(name, argument)| of_function(name, argument, syntax)).unwrap_or_else(|| {
                Json::Object(members.iter().map(|(name, value)| (name.clone(), replace(value))).collect())
            })
        }
        other => other.clone(),
    }
}

fn of_text(text: &str, syntax: Syntax) -> Json {
    match parts(text, syntax).as_slice() {
        [] | [Part::Text(_)] => Json::from(text),
        [Part::Variable] => unknown(),
        several => {
            let items: Vec<Json> = several
                .iter()
                .map(|part| match part {
                    Part::Text(known) => Json::from(*known),
                    Part::Variable => unknown(),
                })
                .collect();
            json!({ "Fn::Join": ["", items] })
        }
    }
}

/// A function that has variables in its arguments. Nothing is known of its result where they name something.
fn of_function(name: &str, argument: &Json, syntax: Syntax) -> Option<Json> {
    if !(name == "Ref" || name == "Condition" || name.starts_with("Fn::")) || !occur_in(argument, syntax) {
        return None;
    }
    let arguments = argument.as_array().map(Vec::as_slice).unwrap_or_default();
    Some(match (name, argument, arguments) {
        ("Fn::Sub", Json::String(template), _) => of_template(template, None, syntax),
        ("Fn::Sub", _, [Json::String(template), variables]) => of_template(template, Some(variables), syntax),
        ("Fn::Join" | "Fn::If", _, [Json::String(known), values @ ..]) if !occurs(known, syntax) => {
            let values = values.iter().map(|value| replaced(value, syntax));
            let arguments: Vec<Json> = iter::once(Json::from(known.as_str())).chain(values).collect();
            json!({ name: arguments })
        }
        ("Fn::Equals" | "Fn::And" | "Fn::Or" | "Fn::Not", ..) => json!({ name: replaced(argument, syntax) }),
        _ => unknown(),
    })
}

/// The variables become some of `Fn::Sub`, which may have others.
fn of_template(template: &str, variables: Option<&Json>, syntax: Syntax) -> Json {
    let mut all = variables.map(|variables| replaced(variables, syntax)).unwrap_or_else(|| json!({}));
    let mut text = String::new();
    for part in parts(template, syntax) {
        match part {
            Part::Text(known) => text.push_str(known),
            Part::Variable => {
                let name = (0..).map(|at| format!("Serverless{at}")).find(|name| all.get(name).is_none());
                let (Some(name), Some(members)) = (name, all.as_object_mut()) else { return unknown() };
                text.push_str(&format!("${{{name}}}"));
                members.insert(name, unknown());
            }
        }
    }
    json!({ "Fn::Sub": [text, all] })
}
