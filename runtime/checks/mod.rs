//! The checks of a stack. All of them take its [`Snapshot`].

pub(crate) mod cycles;
mod from_json;
mod parameter_values;
mod pool_context;
mod references;
mod snapshot;
mod transforms;
mod unresolved;

pub(crate) use snapshot::{Entry, RenderedResource, Section, Sections, Snapshot};
pub(crate) use transforms::missing_transform;

use crate::error::{Error, ErrorKind};
use crate::json::Json;
use cognito_cfn_schema::{Finding, RESOURCE_TYPE, Severity, quotas};
use unresolved::{Phase, unresolved};

/// What the rules find, each finding with the logical id of its resource.
pub(crate) fn findings<'s>(snapshot: &Snapshot<'s>) -> Vec<(&'s str, Finding)> {
    let mut all = Vec::new();
    for (id, rendered) in &snapshot.resources {
        let context = pool_context::read(snapshot, id, rendered.resource.depends_on());
        let mut found = rendered.resource.validate();
        found.extend(rendered.resource.validate_in_stack(&context));
        if rendered.resource.cfn_resource_type() == RESOURCE_TYPE
            && let Some(properties) = rendered.json.get("Properties")
        {
            found.extend(parameter_values::findings(snapshot, properties));
        }
        all.extend(found.into_iter().map(|finding| (*id, finding)));
    }
    all
}

/// Everything that keeps CloudFormation from deploying the stack, with the errors among its [`findings`].
pub(crate) fn errors(snapshot: &Snapshot<'_>, findings: &[(&str, Finding)]) -> Vec<Error> {
    let mut errors = Vec::new();
    for (id, rendered) in &snapshot.resources {
        let of_resource = |kind| rendered.error(kind);
        errors.extend(unresolved(snapshot, id, &rendered.json, Phase::Deployment).into_iter().map(of_resource));
        errors.extend(malformed(&rendered.json).map(of_resource));
        errors.extend(moved(id, rendered).map(of_resource));
        let reason = "leads into a list by a name";
        let lost = rendered.lost_overrides.iter().cloned();
        errors.extend(lost.map(|path| of_resource(ErrorKind::InvalidOverridePath { path, reason })));
    }
    for (id, finding) in findings.iter().filter(|(_, finding)| finding.severity == Severity::Error) {
        let Some(rendered) = snapshot.resources.get(id) else { continue };
        errors.push(rendered.error(ErrorKind::Finding(finding.clone())));
    }
    for (what, section, phase) in [
        ("output", &snapshot.sections.outputs, Phase::Deployment),
        ("condition", &snapshot.sections.conditions, Phase::Parameters),
        ("rule", &snapshot.sections.rules, Phase::Parameters),
    ] {
        for (id, entry) in section {
            let unresolved = unresolved(snapshot, id, &entry.json, phase).into_iter();
            errors.extend(unresolved.map(|kind| Error::of(kind, format!("{what} {id}"), entry.created)));
        }
    }
    let of_stack = |kind| Error::of(kind, snapshot.name, snapshot.created);
    errors.extend(too_many(snapshot).map(of_stack));
    errors.extend(lacking_transform(snapshot).map(of_stack));
    errors.extend(cycles::of_resources(snapshot));
    errors.extend(cycles::of_conditions(snapshot));
    errors
}

/// More than CloudFormation accepts in one template.
fn too_many(snapshot: &Snapshot<'_>) -> impl Iterator<Item = ErrorKind> {
    let counts = [
        ("resources", snapshot.resources.len(), quotas::RESOURCES),
        ("parameters", snapshot.sections.parameters.len(), quotas::PARAMETERS),
        ("mappings", snapshot.sections.mappings.len(), quotas::MAPPINGS),
        ("outputs", snapshot.sections.outputs.len(), quotas::OUTPUTS),
    ];
    let too_many = counts.into_iter().filter(|(_, count, max)| count > max);
    too_many.map(|(what, count, max)| ErrorKind::TooMany { what, count, max })
}

/// Functions that need a transform which the template lacks. A macro of the user's own may add it.
fn lacking_transform(snapshot: &Snapshot<'_>) -> Option<ErrorKind> {
    let name = missing_transform(snapshot).filter(|_| snapshot.sections.has_no_macros())?;
    let message = format!("functions of the template need the transform `{name}`");
    Some(ErrorKind::Invalid { message, help: format!("write `stack.transform({name:?})`") })
}

/// A resource that has another logical id or place than it was added with.
fn moved(id: &str, added: &RenderedResource<'_>) -> Option<ErrorKind> {
    let now = added.resource.logical_id();
    if now != id {
        return Some(ErrorKind::ChangedId { added: id.to_owned(), now: now.to_owned() });
    }
    (added.resource.state().node.as_ref() != Some(added.node)).then(|| ErrorKind::Invalid {
        message: format!("the resource `{id}` of the stack was replaced by one that was not added to it"),
        help: "change its fields, or start from it: `*client = user_pool_client! { …, ..client.clone() }`".into(),
    })
}

/// What overrides and values made by hand can make of a resource, and CloudFormation does not accept.
fn malformed(json: &Json) -> Option<ErrorKind> {
    let is_absent_or_object = |name| json.get(name).is_none_or(|value| value.is_object());
    let has_type = json.get("Type").and_then(Json::as_str).is_some_and(|name| !name.is_empty());
    let (message, help) = if !has_type {
        ("a resource has a type, which is text", "write one, such as `AWS::Cognito::UserPool`")
    } else if !is_absent_or_object("Properties") {
        ("the properties of a resource are an object", "write `json!({ … })`")
    } else if !is_absent_or_object("Metadata") {
        ("the metadata of a resource is an object", "write `json!({ … })`")
    } else {
        return None;
    };
    Some(ErrorKind::Invalid { message: message.into(), help: help.into() })
}
