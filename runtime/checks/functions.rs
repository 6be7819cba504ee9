//! Functions in rendered JSON: their arguments, held against the table that the macro reads, and the transform they need.

use super::Snapshot;
use crate::json::{Json, Step, pointer};
use crate::value::text::single;
use cognito_cfn_schema::intrinsics::{FUNCTIONS, Function, LANGUAGE_EXTENSIONS, Parameter};
use cognito_cfn_schema::literals::{check, check_index, check_number};
use cognito_cfn_schema::loops::LOOP;
use cognito_cfn_schema::{Diagnostic, Kind, StringFormat};

/// What is wrong with the arguments of the functions within the JSON, each once, with the place of the arguments.
pub(super) fn diagnostics(json: &Json) -> Vec<(Diagnostic, String)> {
    let mut found = Vec::new();
    collect(json, &mut Vec::new(), &mut found);
    found
}

fn collect<'j>(json: &'j Json, path: &mut Vec<Step<'j>>, found: &mut Vec<(Diagnostic, String)>) {
    if let Some((key, argument)) = single(json)
        && let Some(function) = function(key)
        && !is_given_by_macro(argument)
        && let Err(diagnostic) = check_arguments(function, argument)
        && !found.iter().any(|(known, _)| *known == diagnostic)
    {
        found.push((diagnostic, format!("{}/{key}", pointer(path))));
    }
    let mut within = |step, json| {
        path.push(step);
        collect(json, path, found);
        path.pop();
    };
    match json {
        Json::Array(items) => items.iter().enumerate().for_each(|(at, item)| within(Step::Index(at), item)),
        Json::Object(members) => members.iter().for_each(|(key, value)| within(Step::Key(key), value)),
        _ => {}
    }
}

/// The function of that key. What `Ref` and the template of `Sub` name is looked up elsewhere.
fn function(key: &str) -> Option<&'static Function> {
    let is_meant = |function: &&Function| function.cloudformation == key && key.starts_with("Fn::");
    FUNCTIONS.iter().find(is_meant).filter(|function| !["GetStackOutput", "Transform"].contains(&function.name))
}

/// What a macro gives is not known.
fn is_given_by_macro(json: &Json) -> bool {
    matches!(single(json), Some(("Fn::Transform", _)))
}

fn check_arguments(function: &Function, argument: &Json) -> Result<(), Diagnostic> {
    let arguments = arguments(function, argument).ok_or_else(|| Diagnostic {
        message: format!("invalid arguments of `{}`", function.cloudformation),
        help: format!("write `{}`", function.form).into(),
    })?;
    for (parameter, argument) in function.parameters.iter().zip(&arguments) {
        check_argument(parameter, argument)?;
    }
    if let ("Select", [index, Json::Array(items)]) = (function.name, arguments.as_slice())
        && let Some(index) = integer(index)
    {
        check_index(index, items.len())?;
    }
    Ok(())
}

/// The arguments one by one; `None` where there are too few or too many.
fn arguments<'j>(function: &Function, argument: &'j Json) -> Option<Vec<&'j Json>> {
    let most = function.parameters.len();
    let least = most - function.optional();
    match (function.name, argument) {
        ("Sub", Json::String(_)) => Some(vec![argument]),
        ("Sub", Json::Array(parts)) => match parts.as_slice() {
            [template, Json::Object(_)] if template.is_string() || is_given_by_macro(template) => Some(vec![template]),
            _ => None,
        },
        // Ids of what transforms make have dots of their own.
        ("GetAtt", Json::String(text)) => text.contains('.').then(Vec::new),
        ("GetAtt", Json::Array(parts)) => {
            let is_known = parts.len() >= 2 && parts.first().is_some_and(Json::is_string);
            is_known.then(Vec::new)
        }
        (_, Json::Array(items)) if most > 1 => (least..=most).contains(&items.len()).then(|| items.iter().collect()),
        // A function can give the arguments of some, such as `Fn::Cidr`, only where it is the one argument there is.
        _ if most > 1 => None,
        // `Fn::GetAZs` and others take a list of one, too.
        (_, Json::Array(items))
            if !matches!(function.parameters, [Parameter { kind: Kind::List(_) | Kind::Json(_), .. }]) =>
        {
            (items.len() == 1).then(|| items.iter().collect())
        }
        _ => Some(vec![argument]),
    }
}

fn check_argument(parameter: &Parameter, argument: &Json) -> Result<(), Diagnostic> {
    match (parameter.kind, argument) {
        (Kind::Integer, _) => integer(argument).map_or(Ok(()), |number| check_number(*parameter, number)),
        // Conditions and templates are looked up where names are.
        (Kind::String(StringFormat::Condition | StringFormat::Template), _) => Ok(()),
        (Kind::String(format), Json::String(text)) => check(format, text),
        _ => Ok(()),
    }
}

fn integer(json: &Json) -> Option<i64> {
    json.as_i64().or_else(|| json.as_str()?.parse().ok())
}

/// The transform that functions of the template need and that it does not have.
pub(crate) fn missing_transform(snapshot: &Snapshot<'_>) -> Option<&'static str> {
    let sections = snapshot.sections;
    if sections.transforms.iter().any(|transform| transform == LANGUAGE_EXTENSIONS) {
        return None;
    }
    let needs_it = sections.has_loops()
        || sections.entries().any(|(_, json)| needs_language_extensions(json))
        || snapshot.resources.values().any(|rendered| needs_language_extensions(&rendered.json));
    needs_it.then_some(LANGUAGE_EXTENSIONS)
}

fn needs_language_extensions(json: &Json) -> bool {
    match json {
        Json::Object(members) => {
            let is_extended = match members.iter().next() {
                Some((key, argument)) if members.len() == 1 => is_extended(key, argument),
                _ => false,
            };
            is_extended
                || members.keys().any(|key| key.starts_with(LOOP))
                || members.values().any(needs_language_extensions)
        }
        Json::Array(items) => items.iter().any(needs_language_extensions),
        _ => false,
    }
}

/// Whether the function, or one of its arguments, requires the transform.
fn is_extended(key: &str, argument: &Json) -> bool {
    let function = FUNCTIONS.iter().find(|function| function.cloudformation == key);
    function.is_some_and(|function| {
        let count = match argument {
            Json::Array(arguments) if function.parameters.len() > 1 => arguments.len(),
            _ => 1,
        };
        function.extended_from.is_some_and(|from| count >= from)
    })
}
