//! The JSON that a resource was read from: what its fields do not show is rendered again.

use crate::depth::{MAX_DEPTH, is_deep};
use crate::error::{Error, ErrorKind};
use crate::json::Json;
use crate::value::read::is_function;
use cognito_cfn_schema::literals::check_logical_id;

/// A resource that was read from a template.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Source {
    /// The JSON of the resource, unless its fields alone render the same.
    original: Option<Json>,
}

impl Source {
    /// Of a resource whose fields render that.
    pub(super) fn new(original: &Json, rendered: &Json) -> Self {
        Self { original: (original != rendered).then(|| original.clone()) }
    }

    /// The same without the properties, where a field has all of them.
    pub(super) fn without_properties(mut self) -> Self {
        if let Some(properties @ Json::Object(_)) = self.original.as_mut().and_then(|json| json.get_mut("Properties")) {
            *properties = Json::Object(serde_json::Map::new());
        }
        self
    }

    pub(super) fn original(&self) -> Option<&Json> {
        self.original.as_ref()
    }
}

/// The original, with what was changed since: `read` is what the fields rendered when they were read, `now` what they
/// render now. What no field shows stays as it was.
pub(super) fn restore(original: Option<&Json>, read: Option<&Json>, now: Option<Json>) -> Option<Json> {
    if read == now.as_ref() {
        return original.cloned();
    }
    match (original, read, now) {
        (Some(Json::Object(original)), Some(Json::Object(before)), Some(Json::Object(mut members)))
            if is_same_shape(read, &members) =>
        {
            let mut restored = serde_json::Map::new();
            for (name, value) in original {
                let is_unknown = !before.contains_key(name) && !members.contains_key(name);
                let value = if is_unknown {
                    Some(value.clone())
                } else {
                    restore(Some(value), before.get(name), members.remove(name))
                };
                restored.extend(value.map(|value| (name.clone(), value)));
            }
            restored.extend(members);
            Some(Json::Object(restored))
        }
        (Some(Json::Array(original)), Some(Json::Array(before)), Some(Json::Array(items)))
            if original.len() == before.len() =>
        {
            let restored = items.into_iter().enumerate();
            Some(restored.filter_map(|(at, item)| restore(original.get(at), before.get(at), Some(item))).collect())
        }
        (_, _, now) => now,
    }
}

/// Whether both are functions, or both are objects with members.
fn is_same_shape(read: Option<&Json>, now: &serde_json::Map<String, Json>) -> bool {
    read.is_some_and(is_function) || !is_function(&Json::Object(now.clone()))
}

/// The codes that a resource of a template allows, each with its JSON pointer.
pub(crate) fn allow(resource: &Json) -> impl Iterator<Item = (String, &str)> {
    let list = resource.pointer("/Metadata/cognito-cfn/allow").and_then(Json::as_array);
    let codes = list.into_iter().flatten().enumerate();
    codes.filter_map(|(at, code)| Some((format!("/Metadata/cognito-cfn/allow/{at}"), code.as_str()?)))
}

/// The codes alone.
pub(super) fn allowed(resource: &Json) -> Vec<String> {
    allow(resource).map(|(_, code)| code.to_owned()).collect()
}

/// The members of what is to be a resource with that logical id.
pub(super) fn check(logical_id: &str, json: &Json) -> Result<(), Error> {
    check_logical_id(logical_id).map_err(|diagnostic| {
        let help = diagnostic.help.to_string();
        Error::new(ErrorKind::InvalidId { what: "resource", id: logical_id.to_owned(), help })
    })?;
    if !json.is_object() {
        return Err(unreadable(logical_id, "is not an object", "pass an object with `Type` and `Properties`"));
    }
    check_depth(json)
}

/// An error about JSON that is no resource.
pub(super) fn unreadable(logical_id: &str, what: &str, help: &str) -> Error {
    Error::of(ErrorKind::Read { message: format!("the resource {what}"), help: help.to_owned() }, logical_id, None)
}

/// Whether JSON can be walked without the stack of the thread overflowing.
pub(crate) fn check_depth(json: &Json) -> Result<(), Error> {
    if !is_deep(json, MAX_DEPTH) {
        return Ok(());
    }
    Err(Error::new(ErrorKind::Read {
        message: format!("the JSON is nested more than {MAX_DEPTH} levels deep"),
        help: "remove levels; CloudFormation does not accept such a template".into(),
    }))
}
