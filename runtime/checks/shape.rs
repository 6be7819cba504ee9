//! What a template that was read has in places where CloudFormation expects something else.

use super::Snapshot;
use super::attributes::names as names_of_attributes;
use crate::by_name::Names;
use crate::error::{Error, ErrorKind};
use crate::json::Json;
use cognito_cfn_schema::literals::{check_logical_id, shorten};
use cognito_cfn_schema::{RESOURCE_TYPE, misspells_resource_type};

/// Resources whose `Type` is a level too deep or too high, and the entries of `Resources` that are only there because of
/// that.
#[derive(Default)]
pub(super) struct Misplaced<'s> {
    pub(super) errors: Vec<Error>,
    pub(super) entries: Names<&'s str>,
}

impl<'s> Misplaced<'s> {
    pub(super) fn new(snapshot: &'s Snapshot<'_>) -> Self {
        let mut misplaced = Self::default();
        if snapshot.original.is_none() {
            return misplaced;
        }
        for (id, rendered) in snapshot.resources.iter().filter(|(_, rendered)| rendered.is_read()) {
            let is_deep = rendered.json.pointer("/Properties/Type").is_some_and(is_type);
            if is_deep && rendered.json.get("Type").is_none() {
                misplaced.entries.insert(id);
                let kind = ErrorKind::Invalid {
                    message: format!("`Type` of the resource `{id}` is within its `Properties`"),
                    help: "move it out of `Properties`, to the same level".into(),
                };
                misplaced.errors.push(snapshot.error(&rendered.subject(), "/Properties/Type", kind));
            }
        }
        let entries = &snapshot.sections.resource_loops;
        if let Some(entry) = entries.get("Type").filter(|entry| entry.created.is_none() && is_type(&entry.json)) {
            for name in names_of_attributes() {
                if entries.contains_key(name) || has_no_type(snapshot, name) {
                    misplaced.entries.insert(name);
                }
            }
            // The name of the resource has nothing below it.
            misplaced
                .entries
                .extend(entries.iter().filter(|(_, entry)| entry.json.is_null()).map(|(id, _)| id.as_str()));
            let kind = ErrorKind::Invalid {
                message: "`Type` is in `Resources` itself, not in a resource".into(),
                help: "move `Type` and what follows below the name of the resource".into(),
            };
            let subject = entry.subject("resource", "Resources", "Type");
            misplaced.errors.push(snapshot.error(&subject, "", kind));
        }
        misplaced
    }
}

/// Whether it is the type of a resource, not a property with the name `Type`.
fn is_type(json: &Json) -> bool {
    json.as_str().is_some_and(|of| of.contains("::"))
}

fn has_no_type(snapshot: &Snapshot<'_>, id: &str) -> bool {
    snapshot.resources.get(id).is_some_and(|rendered| rendered.json.get("Type").is_none())
}

pub(super) fn errors(snapshot: &Snapshot<'_>, misplaced: &Misplaced<'_>) -> Vec<Error> {
    let Some(original) = snapshot.original else { return Vec::new() };
    let mut errors = Vec::new();
    let invalid = |message: String, help: String| ErrorKind::Invalid { message, help };
    for (name, json) in &original.members {
        let is_section = name == "Resources" || snapshot.sections.named().iter().any(|(section, _)| section == name);
        let subject = snapshot.stack(&format!("/{name}"));
        if is_section && !json.is_object() {
            let message = format!("`{name}` is not an object");
            errors.push(snapshot.error(&subject, "", invalid(message, "write a member per entry, by its name".into())));
        }
        if name == "Description" && matches!(json, Json::Array(_) | Json::Object(_) | Json::Null) {
            let message = "`Description` of a template is not a string".to_owned();
            errors.push(snapshot.error(&subject, "", invalid(message, "write a string without functions".into())));
        }
    }
    let resources = snapshot.sections.resource_loops.iter();
    let odd = resources.filter(|(id, entry)| !id.starts_with("Fn::") && entry.created.is_none());
    for (id, entry) in odd.filter(|(id, _)| !misplaced.entries.contains(id.as_str())) {
        let help = "write an object with `Type` and `Properties`".to_owned();
        let message = format!("the resource `{id}` is not an object");
        errors.push(snapshot.error(&entry.subject("resource", "Resources", id), "", invalid(message, help)));
    }
    errors.extend(misspelled_types(snapshot));
    errors.extend(invalid_ids(snapshot));
    errors
}

/// Resources that would be app clients but for the letters of their type, so that no rule looks at them.
fn misspelled_types(snapshot: &Snapshot<'_>) -> Vec<Error> {
    let mut errors = Vec::new();
    for rendered in snapshot.resources.values().filter(|rendered| rendered.is_read()) {
        let of = rendered.resource.cfn_resource_type();
        if misspells_resource_type(of) {
            let message = format!("CloudFormation has no resource type `{}`", shorten(of));
            let kind = ErrorKind::Invalid { message, help: format!("write `{RESOURCE_TYPE}`") };
            errors.push(snapshot.error(&rendered.subject(), "/Type", kind));
        }
    }
    errors
}

/// Ids that CloudFormation does not accept, and those that two entries have. A macro may change them.
fn invalid_ids(snapshot: &Snapshot<'_>) -> Vec<Error> {
    let mut errors = Vec::new();
    if !snapshot.sections.has_no_macros() {
        return errors;
    }
    let sections = snapshot.sections;
    let resources = snapshot.resources.values().filter(|rendered| rendered.is_read());
    let mut ids: Vec<_> = resources.map(|rendered| ("resource", rendered.id, rendered.subject())).collect();
    for (what, name, section) in [
        ("parameter", "Parameters", &sections.parameters),
        ("mapping", "Mappings", &sections.mappings),
        ("output", "Outputs", &sections.outputs),
    ] {
        let read = section.iter().filter(|(id, entry)| entry.created.is_none() && !id.starts_with("Fn::"));
        ids.extend(read.map(|(id, entry)| (what, id.as_str(), entry.subject(what, name, id))));
    }
    for (what, id, subject) in ids {
        if let Err(invalid) = check_logical_id(id) {
            let help = invalid.help.to_string();
            errors.push(snapshot.error(&subject, "", ErrorKind::InvalidId { what, id: id.to_owned(), help }));
        } else if what == "resource" && sections.parameters.contains_key(id) {
            let kind = ErrorKind::DuplicateId { what, id: id.to_owned(), other: None, difference: None };
            errors.push(snapshot.error(&subject, "", kind));
        }
    }
    errors
}
