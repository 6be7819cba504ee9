//! Entries of the sections other than the resources that CloudFormation does not accept.

use super::{Section, Snapshot};
use crate::by_name::ByName;
use crate::error::{Error, ErrorKind};
use crate::json::Json;
use cognito_cfn_schema::conditions::{
    AND, CONDITION, CONTAINS, ConditionFunction, EACH_MEMBER_EQUALS, EACH_MEMBER_IN, EQUALS, NOT, OR, check_count,
};
use cognito_cfn_schema::literals::check_export;
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::loops::LOOP;
use cognito_cfn_schema::suggest::nearest;
use cognito_cfn_schema::{Diagnostic, parameters, quotas};

pub(super) fn errors(snapshot: &Snapshot<'_>) -> Vec<Error> {
    let sections = snapshot.sections;
    let mut errors = Vec::new();
    let mut check = |what: &str, name: &str, section: &Section, check: &dyn Fn(&Json) -> Result<(), Diagnostic>| {
        for (id, entry) in section.iter().filter(|(id, _)| !id.starts_with("Fn::")) {
            let error = check(&entry.json).err();
            errors.extend(error.map(|error| snapshot.error(&entry.subject(what, name, id), "", invalid(error))));
        }
    };
    check("parameter", "Parameters", &sections.parameters, &|json| parameter(snapshot, json));
    check("output", "Outputs", &sections.outputs, &|json| output(snapshot, json));
    // A macro can put entries of its own form into these.
    if sections.has_no_macros() {
        check("mapping", "Mappings", &sections.mappings, &|json| mapping(snapshot, json));
        check("condition", "Conditions", &sections.conditions, &|json| condition(snapshot, json, OF_CONDITIONS));
        check("rule", "Rules", &sections.rules, &|json| rule(snapshot, json));
    }
    errors.extend(duplicate_exports(snapshot));
    let of_stack = |kind| snapshot.error(&snapshot.stack("/Description"), "", kind);
    errors.extend(description(snapshot.description).map(of_stack));
    errors
}

fn invalid(Diagnostic { message, help }: Diagnostic) -> ErrorKind {
    ErrorKind::Invalid { message, help: help.to_string() }
}

fn parameter(snapshot: &Snapshot<'_>, json: &Json) -> Result<(), Diagnostic> {
    let of = json.get("Type").and_then(Json::as_str);
    let of = of.ok_or_else(|| {
        let help = snapshot.help(|| "write `Parameter::string()`".into(), "add `Type`, such as `String`");
        Diagnostic::new("a parameter has no type", help)
    })?;
    parameters::check_type(of)?;
    let (Some(default), Some(allowed)) = (json.get("Default"), json.get("AllowedValues").and_then(Json::as_array))
    else {
        return Ok(());
    };
    let (allowed, default): (Vec<String>, String) = (allowed.iter().map(text_of).collect(), text_of(default));
    let is_same = |one: &str, other: &str| {
        let is_number = of.contains("Number") && one.parse::<f64>().is_ok_and(|one| other.parse() == Ok(one));
        // YAML has many ways to write a boolean.
        let is_boolean =
            ["true", "false"].iter().any(|truth| [one, other].iter().all(|text| text.eq_ignore_ascii_case(truth)));
        one == other || is_number || is_boolean
    };
    let mut values =
        if parameters::is_list(of) { default.split(',').map(str::trim).collect() } else { vec![default.as_str()] };
    values.retain(|value| !allowed.iter().any(|known| is_same(known, value)));
    // What a parameter of Systems Manager holds is not known.
    let Some(value) = values.first().filter(|_| !of.starts_with(parameters::SSM_VALUE)) else { return Ok(()) };
    Err(if has_no_echo(json) {
        Diagnostic::new(
            "the default is not one of the allowed values",
            "add it to the allowed values, or remove the default",
        )
    } else {
        let message = format!("the default `{}` is not one of the allowed values", shorten(value));
        let near = nearest(value, allowed.iter().map(String::as_str)).or(allowed.first().map(String::as_str));
        let help = near.map(|near| {
            let read = format!("write `{near}`, or add `{value}` to the allowed values");
            snapshot.help(|| format!("write `.default({near:?})`, or add {value:?} to the allowed values"), &read)
        });
        Diagnostic::new(message, help.unwrap_or_else(|| "allow at least one value".into()))
    })
}

/// Whether CloudFormation keeps the value of the parameter secret, and messages do as well.
pub(super) fn has_no_echo(parameter: &Json) -> bool {
    parameter.get("NoEcho").is_some_and(|value| *value == Json::Bool(true) || value == "true")
}

fn text_of(value: &Json) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// A mapping has two levels of keys with values: strings, numbers, or lists of them.
fn mapping(snapshot: &Snapshot<'_>, json: &Json) -> Result<(), Diagnostic> {
    let is_scalar = |json: &Json| matches!(json, Json::String(_) | Json::Number(_) | Json::Bool(_));
    let is_value = |json: &Json| is_scalar(json) || json.as_array().is_some_and(|items| items.iter().all(is_scalar));
    // With the language extensions a function can give a part of a mapping.
    let is_inner = |(key, inner): (&String, &Json)| {
        key.starts_with("Fn::")
            || inner.as_object().is_some_and(|members| {
                !members.is_empty() && members.iter().all(|(key, value)| key.starts_with("Fn::") || is_value(value))
            })
    };
    if json.as_object().is_some_and(|members| !members.is_empty() && members.iter().all(is_inner)) {
        return Ok(());
    }
    let example = "{ \"eu-west-1\": { \"Domain\": \"auth-eu\" } }";
    Err(Diagnostic::new(
        "a mapping must have two levels of keys with strings or lists of strings",
        snapshot.help(|| format!("write `json!({example})`"), &format!("write such as `{example}`")),
    ))
}

/// The functions of which conditions are made.
const OF_CONDITIONS: &[&ConditionFunction] = &[&AND, &CONDITION, &EQUALS, &NOT, &OR];
/// The functions of which the conditions of rules are made.
const OF_RULES: &[&ConditionFunction] = &[&AND, &CONTAINS, &EACH_MEMBER_EQUALS, &EACH_MEMBER_IN, &EQUALS, &NOT, &OR];

fn condition(snapshot: &Snapshot<'_>, json: &Json, known: &[&ConditionFunction]) -> Result<(), Diagnostic> {
    let help = || {
        let help = "write a function that returns a boolean, such as";
        snapshot.help(|| format!("{help} `Condition::equals(…)`"), &format!("{help} `Fn::Equals`"))
    };
    // A macro makes it.
    if json.as_object().is_some_and(|members| members.keys().any(|key| key == "Fn::Transform" || key.starts_with(LOOP)))
    {
        return Ok(());
    }
    // cfn-lint accepts `true` and `false`; no deployment of them is known.
    if json.is_boolean() {
        return Ok(());
    }
    let mut members = json.as_object().into_iter().flatten();
    let (Some((key, argument)), None) = (members.next(), members.next()) else {
        return Err(Diagnostic::new(format!("{} is not a condition", described(json)), help()));
    };
    let Some(function) = known.iter().find(|function| function.cloudformation == key) else {
        let near = nearest(key, known.iter().map(|function| function.cloudformation));
        return Err(Diagnostic::new(
            format!("`{}` is not a condition", shorten(key)),
            near.map_or_else(help, |near| format!("a condition with a similar name exists: `{near}`")),
        ));
    };
    let arguments = argument.as_array().map(Vec::as_slice).unwrap_or_default();
    if *key == CONDITION.cloudformation {
        let message = "`Condition` must be the name of a condition";
        return argument.is_string().then_some(()).ok_or_else(|| Diagnostic::new(message, help()));
    }
    if function.conditions.is_some() {
        check_count(function, arguments.len())?;
        return arguments.iter().try_for_each(|argument| condition(snapshot, argument, known));
    }
    if arguments.len() == 2 {
        return Ok(());
    }
    Err(Diagnostic::new(format!("`{key}` requires two values"), help()))
}

fn described(json: &Json) -> String {
    match json {
        Json::Null => "null".into(),
        Json::Bool(truth) => format!("`{truth}`"),
        Json::Number(number) => format!("`{number}`"),
        Json::String(text) => format!("the string `{}`", shorten(text)),
        Json::Array(_) => "a list".into(),
        Json::Object(members) => format!("an object with {} members", members.len()),
    }
}

fn rule(snapshot: &Snapshot<'_>, json: &Json) -> Result<(), Diagnostic> {
    let check = |of: &Json| condition(snapshot, of, OF_RULES);
    json.get("RuleCondition").map_or(Ok(()), check)?;
    let assertions = json.get("Assertions").and_then(Json::as_array);
    assertions.into_iter().flatten().filter_map(|each| each.get("Assert")).try_for_each(check)
}

fn output(snapshot: &Snapshot<'_>, json: &Json) -> Result<(), Diagnostic> {
    let value = json.get("Value").unwrap_or(&Json::Null);
    let is_exported = json.get("Export").is_some();
    let help = snapshot.help(
        || "write a reference, such as `client.reference()`, or a string".into(),
        "write `Value`: a reference or a string",
    );
    match value {
        Json::String(text) if text.trim().is_empty() && is_exported => {
            return Err(Diagnostic::new("Exported values must not be empty or whitespace-only", help));
        }
        Json::Null | Json::Array(_) => {
            let message = format!("the value of an output must be a string, not {}", described(value));
            return Err(Diagnostic::new(message, help));
        }
        Json::Object(members) if !is_function(members) => {
            let message = "the value of an output must be a string, not an object";
            let help = "use `ToJsonString`, or one output per member";
            return Err(Diagnostic::new(message, snapshot.help(|| help.into(), "write one output per member")));
        }
        _ => {}
    }
    if !is_exported {
        return Ok(());
    }
    match export_name(json) {
        Some(Json::String(name)) => check_export(name),
        Some(Json::Object(_)) => Ok(()),
        _ => check_export(""),
    }
}

fn is_function(members: &serde_json::Map<String, Json>) -> bool {
    members.len() == 1 && members.keys().all(|key| key == "Ref" || key == "Condition" || key.starts_with("Fn::"))
}

/// The name under which an output is exported.
pub(crate) fn export_name(output: &Json) -> Option<&Json> {
    output.get("Export")?.get("Name")
}

/// Exports of one name, unless their outputs have different conditions.
fn duplicate_exports(snapshot: &Snapshot<'_>) -> Vec<Error> {
    let mut known: ByName<String, Vec<(&str, Option<&str>)>> = ByName::new();
    let mut errors = Vec::new();
    for (id, entry) in &snapshot.sections.outputs {
        let Some(name) = export_name(&entry.json) else { continue };
        let condition = entry.json.get("Condition").and_then(Json::as_str);
        let others = known.or_default(name.to_string());
        let other = others.iter().find(|(_, of)| of.is_none() || condition.is_none() || *of == condition);
        if let Some((other, _)) = other {
            let message = format!("The Outputs section contains duplicate Export names: `{}`", shorten(&text_of(name)));
            let help = format!("export `{id}` or `{other}` under another name");
            let subject = entry.subject("output", "Outputs", id);
            errors.push(snapshot.error(&subject, "/Export/Name", ErrorKind::Invalid { message, help }));
        }
        others.push((id.as_str(), condition));
    }
    errors
}

fn description(text: Option<&str>) -> Option<ErrorKind> {
    let length = text.map(str::len).filter(|length| *length > quotas::DESCRIPTION)?;
    let max = quotas::DESCRIPTION;
    Some(ErrorKind::Invalid {
        message: format!("the description of the template is {length} bytes long; the maximum is {max}"),
        help: format!("shorten it by {} bytes", length - max),
    })
}
