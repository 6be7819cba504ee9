//! A client of a stack before the rules, whatever it was made with.

use super::from_json::input;
use super::{RenderedResource, Snapshot, parameter_values};
use crate::json::Json;
use crate::resource::{CfnResource, CfnUserPoolClient};
use cognito_cfn_schema::diagnostic::Position;
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::rules::{self, LT01, MI11};
use cognito_cfn_schema::stack_context::StackContext;
use cognito_cfn_schema::suggest::nearest;
use cognito_cfn_schema::{Finding, Kind, Properties, Property, RESOURCE_TYPE, client, return_values};
use std::any::Any;

pub(super) fn is_client(rendered: &RenderedResource<'_>) -> bool {
    rendered.resource.cfn_resource_type() == RESOURCE_TYPE
}

/// What the rules find in the client: alone, among the other resources, and with the values of the template in it. The
/// last are of its JSON, and `allow` silences warnings among them as well.
pub(super) fn findings(
    snapshot: &Snapshot<'_>,
    rendered: &RenderedResource<'_>,
    context: &StackContext<'_>,
) -> Vec<Finding> {
    let mut found = of_client(rendered, context);
    if let Some(properties) = rendered.json.get("Properties") {
        let resource: &dyn Any = rendered.resource;
        let allowed =
            resource.downcast_ref::<CfnUserPoolClient>().map(|client| client.allow.as_slice()).unwrap_or_default();
        let is_allowed = |finding: &Finding| rules::silences(allowed.iter().map(String::as_str), finding);
        for arm in arms(properties) {
            let of_arm = parameter_values::findings(snapshot, arm, &found);
            found.extend(of_arm.into_iter().filter(|finding| !is_allowed(finding)));
        }
    }
    found
}

fn of_client(rendered: &RenderedResource<'_>, context: &StackContext<'_>) -> Vec<Finding> {
    let resource: &dyn Any = rendered.resource;
    if !resource.is::<CfnResource>() {
        let mut found = rendered.resource.validate();
        found.extend(rendered.resource.validate_in_stack(context));
        return found;
    }
    let none = Json::Object(serde_json::Map::new());
    let properties = rendered.json.get("Properties").unwrap_or(&none);
    let mut found: Vec<Finding> = Vec::new();
    for arm in arms(properties) {
        let in_stack = rules::check_in_stack(&input(arm, client::ALL), context);
        for finding in analyze(arm).into_iter().chain(in_stack) {
            if !found.contains(&finding) {
                found.push(finding);
            }
        }
    }
    found
}

/// The objects that the properties of a resource can be: `Fn::If` chooses among them.
fn arms(properties: &Json) -> Vec<&Json> {
    let chosen = properties.as_object().filter(|members| members.len() == 1).and_then(|members| members.get("Fn::If"));
    match chosen.and_then(Json::as_array).map(Vec::as_slice) {
        Some([_, then, otherwise]) => [arms(then), arms(otherwise)].concat(),
        _ => vec![properties],
    }
}

/// What the rules find in the properties of a client, and what the types of a `CfnUserPoolClient` keep out.
pub(super) fn analyze(properties: &Json) -> Vec<Finding> {
    let declaration = input(properties, client::ALL);
    let mut findings = rules::check(&declaration);
    for (name, value) in properties.as_object().into_iter().flatten() {
        match client::ALL.iter().find(|row| row.cloudformation == name) {
            Some(row) => findings.extend(wrong_kind(row, value)),
            None => findings.extend(unknown_property(&declaration, name)),
        }
    }
    findings
}

fn unknown_property(declaration: &Properties<'_>, name: &str) -> Option<Finding> {
    if name.starts_with("Fn::") {
        return None;
    }
    let shown = shorten(name);
    let (message, help) = if return_values::check(name).is_ok() {
        (format!("`{shown}` is read-only"), format!("remove it; `Fn::GetAtt` reads `{shown}`"))
    } else {
        let near = nearest(name, client::ALL.iter().map(|row| row.cloudformation));
        let help = near.map(|near| format!("a property with a similar name exists: `{near}`"));
        (format!("unknown property `{shown}` of `{RESOURCE_TYPE}`"), help.unwrap_or_else(|| "remove it".into()))
    };
    Some(MI11.at(declaration, message, help))
}

/// A value of the wrong kind. CloudFormation reads numbers and booleans from strings.
fn wrong_kind(row: &'static Property, value: &Json) -> Option<Finding> {
    let what = mismatch(row.kind, value)?;
    let message = format!("`{}` must be {what}", row.cloudformation);
    Some(LT01.at(Position::property(row, 0), message, format!("write {}", row.kind.describe())))
}

fn mismatch(kind: Kind, json: &Json) -> Option<&'static str> {
    if is_function(json) {
        return None;
    }
    match (kind, json) {
        (Kind::List(item), Json::Array(items)) => items.iter().find_map(|item_of| mismatch(*item, item_of)),
        (Kind::List(_), _) => Some("a list"),
        (Kind::Block(_) | Kind::Json(_), Json::Object(_)) => None,
        (Kind::Block(_), _) => Some("an object"),
        (Kind::Enum(_) | Kind::String(_), Json::Array(_) | Json::Object(_)) => Some("a string"),
        (Kind::Integer, Json::Number(number)) if number.as_i64().is_some() => None,
        (Kind::Integer, Json::String(text)) if text.trim().parse::<i64>().is_ok() || is_dynamic(text) => None,
        (Kind::Integer, _) => Some("an integer"),
        (Kind::Boolean, Json::Bool(_)) => None,
        (Kind::Boolean, Json::String(text)) if ["true", "false"].contains(&text.as_str()) || is_dynamic(text) => None,
        (Kind::Boolean, _) => Some("a boolean"),
        _ => None,
    }
}

fn is_function(json: &Json) -> bool {
    let members = json.as_object().filter(|members| members.len() == 1);
    members.is_some_and(|members| members.keys().all(|name| name == "Ref" || name.starts_with("Fn::")))
}

/// A dynamic reference, which CloudFormation replaces with its value.
fn is_dynamic(text: &str) -> bool {
    text.contains("{{resolve:")
}
