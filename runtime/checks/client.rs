//! A client of a stack before the rules, whatever it was made with.

use super::RenderedResource;
use super::from_json::{analyze, input};
use crate::json::Json;
use crate::resource::CfnResource;
use cognito_cfn_schema::stack_context::StackContext;
use cognito_cfn_schema::{Finding, RESOURCE_TYPE, client, rules};
use std::any::Any;

pub(super) fn is_client(rendered: &RenderedResource<'_>) -> bool {
    rendered.resource.cfn_resource_type() == RESOURCE_TYPE
}

/// What the rules find in the client, alone and among the other resources.
pub(super) fn findings(rendered: &RenderedResource<'_>, context: &StackContext<'_>) -> Vec<Finding> {
    let resource: &dyn Any = rendered.resource;
    if !is_client(rendered) || !resource.is::<CfnResource>() {
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
