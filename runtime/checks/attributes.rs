//! The resource attributes. Overrides and hand-made values can contain what CloudFormation does not accept.

use super::{Fault, Snapshot};
use crate::error::ErrorKind;
use crate::json::{Json, escape};
use cognito_cfn_schema::attributes::{self, deletion_policy, options, update_replace_policy};
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::suggest::{listed, nearest};
use cognito_cfn_schema::{Kind, Property, RESOURCE_TYPE};

pub(super) fn errors(snapshot: &Snapshot<'_>, json: &Json) -> Vec<Fault> {
    let mut errors = Vec::new();
    let mut refuse = |name: &str, message: String, help: String| {
        let within = if json.get(name).is_some() { format!("/{}", escape(name)) } else { String::new() };
        errors.push(Fault { kind: ErrorKind::Invalid { message, help }, within });
    };
    let is_absent_or_object = |name| json.get(name).is_none_or(|value| value.is_object());
    // A macro can write it.
    let may_be_made = json.get("Fn::Transform").is_some() || !snapshot.sections.has_known_macros();
    let is_missing = json.get("Type").and_then(Json::as_str).is_none_or(str::is_empty);
    if is_missing && !(snapshot.original.is_some() && may_be_made) {
        refuse(
            "Type",
            "`Type` of a resource is missing or not a string".into(),
            "write one, such as `AWS::Cognito::UserPool`".into(),
        );
    }
    for name in ["Properties", "Metadata"] {
        if !is_absent_or_object(name) {
            let help = snapshot.help(|| "write `json!({ … })`".into(), "write an object");
            refuse(name, format!("`{name}` of a resource is not an object"), help);
        }
    }
    let is_text_or_texts = |value: &Json| match value {
        Json::Array(items) => items.iter().all(Json::is_string),
        other => other.is_string(),
    };
    // A macro can read attributes of its own, and functions in those there are.
    if !snapshot.sections.has_no_macros() {
        return errors;
    }
    if json.get("DependsOn").is_some_and(|value| !is_text_or_texts(value)) {
        refuse(
            "DependsOn",
            "`DependsOn` is not a logical id or a list of logical ids".into(),
            "write `[\"UserPool\"]`".into(),
        );
    }
    if json.get("Condition").is_some_and(|value| !value.is_string()) {
        refuse(
            "Condition",
            "`Condition` of a resource is not the name of a condition".into(),
            "write `\"IsProd\"`".into(),
        );
    }
    for row in [&deletion_policy, &update_replace_policy] {
        if let Some((message, help)) = wrong_policy(row, json) {
            refuse(row.cloudformation, message, help);
        }
    }
    let known: Vec<&str> = names().collect();
    for name in json.as_object().into_iter().flat_map(|members| members.keys()) {
        if !known.contains(&name.as_str()) && !name.starts_with("Fn::") {
            let near = nearest(name, known.iter().copied());
            let help = near.map(|near| format!("an attribute with a similar name exists: `{near}`"));
            let help = help.unwrap_or_else(|| "remove it, or move it into `Properties`".into());
            refuse(name, format!("a resource has no attribute `{}`", shorten(name)), help);
        }
    }
    errors
}

/// What a resource of a template can have.
pub(super) fn names() -> impl Iterator<Item = &'static str> {
    let rows = attributes::ALL.iter().chain(options::ALL).map(|row| row.cloudformation);
    rows.chain(["Type", "Properties"])
}

/// With the language extensions, a policy can be a function. Which types support snapshots is known only for app clients.
fn wrong_policy(row: &'static Property, json: &Json) -> Option<(String, String)> {
    let Kind::Enum(of) = row.kind else { return None };
    let written = json.get(row.cloudformation).filter(|value| !value.is_object())?;
    let is_client = json.get("Type").is_some_and(|name| name == RESOURCE_TYPE);
    let is_known = |name: &str| of.by_value(name).is_some() || (name == "Snapshot" && !is_client);
    if written.as_str().is_some_and(is_known) {
        return None;
    }
    let values: Vec<&str> = of.variants.iter().map(|variant| variant.value).collect();
    Some((
        format!("`{}` cannot be `{}`", row.cloudformation, shorten(&written.to_string())),
        format!("write {}", listed(&values)),
    ))
}
