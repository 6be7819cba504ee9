//! Values as people and programs read them.

use super::value::{Value, Written, is_function};
use cognito_cfn::Json;
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::{Enumeration, Fallback, Property};
use serde_json::Number;

/// What a person reads: the name of a variant, a string in quotes, `2 hours`, `default (1 hour)`.
pub(super) fn text(row: &Property, written: &Written) -> String {
    if written.is_default {
        return match (row.default, row.fallback) {
            ("absent", Fallback::Variant(variant)) => format!("default ({})", variant.name),
            ("absent", _) => "absent".to_owned(),
            (default, _) => format!("default ({default})"),
        };
    }
    if let Some(validity) = &written.validity {
        return validity.clone();
    }
    match &written.value {
        Value::Absent => "absent".to_owned(),
        Value::Known(Json::String(string)) => of_string(row, string),
        Value::Known(Json::Number(number)) if !row.unit.is_empty() => measured(number, row),
        Value::Known(json) => shorten(&json.to_string()),
        Value::Seconds(seconds) => format!("{seconds} seconds"),
        Value::List { known, unknown } => format!("[{}]", items(row, known, unknown).join(", ")),
        Value::Unknown(json) => function(json),
    }
}

/// The items of a list, each as a person reads it.
pub(super) fn items(row: &Property, known: &[String], unknown: &[Json]) -> Vec<String> {
    let known = known.iter().map(|string| of_string(row, string));
    known.chain(unknown.iter().map(function)).collect()
}

fn measured(number: &Number, row: &Property) -> String {
    let is_one = number.as_i64() == Some(1);
    let unit = if is_one { row.unit.trim_end_matches('s') } else { row.unit };
    format!("{number} {unit}")
}

fn of_string(row: &Property, string: &str) -> String {
    let variant = row.kind.enumeration().and_then(|of: &Enumeration| of.by_value(string));
    variant.map_or_else(|| Json::from(string).to_string(), |variant| variant.name.to_owned())
}

/// `Ref("Pool")`, `Sub("https://${Domain}")`.
fn function(json: &Json) -> String {
    match call(json) {
        Some((name, arguments)) => format!("{name}({})", shorten(&arguments)),
        None => shorten(&json.to_string()),
    }
}

/// The name of a function and its arguments, among which functions look the same.
fn call(json: &Json) -> Option<(&str, String)> {
    let (name, argument) = json.as_object().filter(|_| is_function(json))?.iter().next()?;
    let written = |json: &Json| match call(json) {
        Some((name, arguments)) => format!("{name}({arguments})"),
        None => json.to_string(),
    };
    let arguments = match argument {
        Json::Array(arguments) => arguments.iter().map(written).collect::<Vec<_>>().join(", "),
        argument => written(argument),
    };
    Some((name.strip_prefix("Fn::").unwrap_or(name), arguments))
}

/// Any JSON, on one line.
pub(super) fn of_json(json: &Json) -> String {
    match json {
        Json::Null => "absent".to_owned(),
        _ if is_function(json) => function(json),
        _ => shorten(&json.to_string()),
    }
}

/// What a program reads: the value as a template has it, a validity with its unit, the value of a default.
pub(super) fn json(row: &Property, written: &Written) -> Json {
    if let Some(validity) = &written.validity {
        return Json::from(validity.as_str());
    }
    match &written.value {
        Value::Absent => Json::Null,
        Value::Known(Json::Number(number)) if !row.unit.is_empty() => Json::from(measured(number, row)),
        Value::Known(json) | Value::Unknown(json) => json.clone(),
        Value::Seconds(seconds) => Json::from(format!("{seconds} seconds")),
        Value::List { known, unknown } => {
            known.iter().map(|known| Json::from(known.as_str())).chain(unknown.iter().cloned()).collect()
        }
    }
}
