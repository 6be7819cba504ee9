//! The value of a property on one side.

use super::client::Client;
use super::texts::canonical;
use cognito_cfn::Json;
use cognito_cfn_schema::blocks::refresh_token_rotation;
use cognito_cfn_schema::enums::{ExplicitAuthFlow, RefreshTokenRotationFeature};
use cognito_cfn_schema::input::DYNAMIC_REFERENCE;
use cognito_cfn_schema::{Fallback, Kind, Property, blocks, client, units};
use std::ptr;

/// A value as Cognito has it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    /// None.
    Absent,
    /// A boolean, number or string.
    Known(Json),
    /// A token validity in seconds.
    Seconds(i64),
    /// A list, whose order does not matter to Cognito: strings, and functions that give strings.
    List { known: Vec<String>, unknown: Vec<Json> },
    /// A function, or anything else whose value is known at deployment only.
    Unknown(Json),
}

/// A value, and where it is from.
#[derive(Clone, Debug)]
pub(super) struct Written {
    /// What the client has.
    pub(super) value: Value,
    /// Whether that is the default, because nothing is written.
    pub(super) is_default: bool,
    /// The number and the name of the unit, of a token validity that is written.
    pub(super) validity: Option<String>,
}

/// A property of the client.
pub(super) fn of_property(client: &Client<'_>, row: &'static Property) -> Written {
    let json = client.property(row.cloudformation);
    match blocks::unit_of(row) {
        Some(member) => validity(client, row, member, json),
        None => {
            let written = with_fallback(row, read(row.kind, json));
            if ptr::eq(row, &client::explicit_auth_flows) { without_refresh_flow(client, written) } else { written }
        }
    }
}

/// The default flows of a client that rotates refresh tokens have no flow that could refresh them otherwise.
fn without_refresh_flow(client: &Client<'_>, mut flows: Written) -> Written {
    let (block, feature) = (&client::refresh_token_rotation, &refresh_token_rotation::feature);
    let is_on =
        of_member(client, block, feature).value == Value::Known(RefreshTokenRotationFeature::Enabled.value.into());
    if let Value::List { known, .. } = &mut flows.value
        && flows.is_default
        && is_on
    {
        known.retain(|flow| flow != ExplicitAuthFlow::AllowRefreshTokenAuth.value);
        // It is not the default of the table.
        flows.is_default = false;
    }
    flows
}

/// A member of a block of the client.
pub(super) fn of_member(client: &Client<'_>, block: &Property, member: &'static Property) -> Written {
    let block = client.property(block.cloudformation);
    match block {
        // The block as a whole is known at deployment only.
        Some(function) if is_function(function) && !is_no_value(function) => {
            Written { value: Value::Unknown(function.clone()), is_default: false, validity: None }
        }
        _ => with_fallback(member, read(member.kind, block.and_then(|block| block.get(member.cloudformation)))),
    }
}

fn with_fallback(row: &Property, value: Value) -> Written {
    let is_empty = matches!(&value, Value::List { known, unknown } if known.is_empty() && unknown.is_empty());
    let is_default = value == Value::Absent || is_empty;
    let value = if is_default { fallback(row) } else { value };
    Written { value, is_default, validity: None }
}

/// What the client has where the property is absent.
fn fallback(row: &Property) -> Value {
    match row.fallback {
        Fallback::Absent | Fallback::Generated => Value::Absent,
        Fallback::EmptyList => Value::List { known: Vec::new(), unknown: Vec::new() },
        Fallback::Boolean(truth) => Value::Known(truth.into()),
        Fallback::Integer(number) => Value::Known(number.into()),
        Fallback::Variant(variant) => Value::Known(variant.value.into()),
        Fallback::Variants(variants) => {
            let mut known: Vec<String> = variants.iter().map(|variant| variant.value.to_owned()).collect();
            known.sort();
            Value::List { known, unknown: Vec::new() }
        }
    }
}

/// A token validity, in the unit that the client has for it.
fn validity(client: &Client<'_>, row: &'static Property, member: &'static Property, json: Option<&Json>) -> Written {
    let unit = of_member(client, &client::token_validity_units, member).value;
    let is_default = read(row.kind, json) == Value::Absent;
    let (number, unit) = match (read(row.kind, json), unit) {
        (Value::Absent, _) => {
            (fallback(row), member.fallback.variant().map_or(Value::Absent, |unit| Value::Known(unit.value.into())))
        }
        written => written,
    };
    let known_unit = match &unit {
        Value::Known(Json::String(unit)) => units::ALL.iter().find(|known| known.variant.value == unit),
        _ => None,
    };
    let known = match (&number, known_unit) {
        (Value::Known(number), Some(unit)) => number.as_i64().and_then(|number| {
            let plural = if number == 1 { "" } else { "s" };
            Some((number.checked_mul(unit.seconds)?, format!("{number} {}{plural}", unit.noun)))
        }),
        _ => None,
    };
    match (known, number) {
        (Some((seconds, text)), _) => Written { value: Value::Seconds(seconds), is_default, validity: Some(text) },
        (None, Value::Unknown(function)) => Written { value: Value::Unknown(function), is_default, validity: None },
        // The unit is not known, or no unit.
        (None, number) => {
            let unit = if let Value::Unknown(function) = unit { function } else { Json::Null };
            let number = if let Value::Known(number) = number { number } else { Json::Null };
            Written { value: Value::Unknown(Json::Array(vec![number, unit])), is_default, validity: None }
        }
    }
}

fn read(kind: Kind, json: Option<&Json>) -> Value {
    let Some(json) = json.filter(|json| !json.is_null() && !is_no_value(json)) else { return Value::Absent };
    match (kind, json) {
        (Kind::List(_), Json::Array(items)) => list(items),
        (_, json) if is_function(json) || is_dynamic(json) => Value::Unknown(canonical(json)),
        (Kind::Boolean, Json::String(text)) => {
            Value::Known(text.parse::<bool>().map_or_else(|_| json.clone(), Json::from))
        }
        (Kind::Integer, Json::String(text)) => {
            Value::Known(text.trim().parse::<i64>().map_or_else(|_| json.clone(), Json::from))
        }
        (Kind::String(_) | Kind::Enum(_), Json::Number(_) | Json::Bool(_)) => Value::Known(json.to_string().into()),
        _ => Value::Known(json.clone()),
    }
}

fn list(items: &[Json]) -> Value {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for item in items.iter().filter(|item| !is_no_value(item)) {
        match item {
            Json::String(text) if !is_dynamic(item) => known.push(text.clone()),
            Json::Number(_) | Json::Bool(_) => known.push(item.to_string()),
            function => unknown.push(canonical(function)),
        }
    }
    known.sort();
    known.dedup();
    Value::List { known, unknown }
}

/// Whether CloudFormation replaces the JSON with another value.
pub(super) fn is_function(json: &Json) -> bool {
    let members = json.as_object().filter(|members| members.len() == 1);
    members.is_some_and(|members| members.keys().all(|name| name == "Ref" || name.starts_with("Fn::")))
}

fn is_dynamic(json: &Json) -> bool {
    json.as_str().is_some_and(|text| text.contains(DYNAMIC_REFERENCE))
}

fn is_no_value(json: &Json) -> bool {
    is_function(json) && json.get("Ref").is_some_and(|target| target == "AWS::NoValue")
}

/// Whether the function may turn out to be no value at all.
pub(super) fn may_be_absent(function: &Json) -> bool {
    ["Fn::If", "Fn::Transform"].iter().any(|name| function.get(name).is_some())
}
