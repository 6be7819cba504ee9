//! JSON of templates: objects with their keys in order, functions.

pub use serde_json::Value as Json;

use crate::depth::{MAX_RENDERED, dismantle};
use serde_json::Map;
use std::fmt;

/// `{ "Fn::Name": argument }`.
pub(crate) fn function(name: &str, argument: Json) -> Json {
    object(vec![(name, argument)])
}

/// An object with its keys in alphabetical order, as everywhere in the crate.
pub(crate) fn object(members: Vec<(&str, Json)>) -> Json {
    let mut object = Map::new();
    for (key, value) in members {
        object.insert(key.to_owned(), value);
    }
    // In most builds the keys are in order already.
    object.sort_keys();
    Json::Object(object)
}

/// The present members, as an object.
pub(crate) fn object_of_present(members: Vec<(&str, Option<Json>)>) -> Json {
    object(members.into_iter().filter_map(|(key, value)| Some((key, value?))).collect())
}

/// JSON of a user, with its keys in that order: `serde_json` keeps another order if a crate of the build enables it.
pub(crate) fn sort(json: &Json) -> Json {
    sort_within(json, MAX_RENDERED)
}

/// The same of JSON that is not needed any more.
pub(crate) fn sorted(json: Json) -> Json {
    let sorted = sort(&json);
    dismantle(json);
    sorted
}

/// The same of JSON for which so many levels are left.
pub(crate) fn sort_within(json: &Json, left: usize) -> Json {
    match (json, left.checked_sub(1)) {
        (Json::Array(_) | Json::Object(_), None) => Json::Null,
        (Json::Array(items), Some(left)) => Json::Array(items.iter().map(|item| sort_within(item, left)).collect()),
        (Json::Object(members), Some(left)) => {
            object(members.iter().map(|(key, value)| (key.as_str(), sort_within(value, left))).collect())
        }
        (other, _) => other.clone(),
    }
}

/// The JSON with some of its values replaced: those for which there is another one. `None` if there are no such values.
pub(crate) fn replace(json: &Json, by: &dyn Fn(&Json) -> Option<Json>) -> Option<Json> {
    if let Some(other) = by(json) {
        return Some(other);
    }
    match json {
        Json::Array(items) => {
            let mut replaced = None;
            for (at, item) in items.iter().enumerate() {
                if let Some(other) = replace(item, by) {
                    let items: &mut Vec<Json> = replaced.get_or_insert_with(|| items.clone());
                    if let Some(item) = items.get_mut(at) {
                        *item = other;
                    }
                }
            }
            replaced.map(Json::Array)
        }
        Json::Object(members) => {
            let mut replaced = None;
            for (name, value) in members {
                if let Some(other) = replace(value, by) {
                    let members: &mut Map<String, Json> = replaced.get_or_insert_with(|| members.clone());
                    members.insert(name.clone(), other);
                }
            }
            replaced.map(Json::Object)
        }
        _ => None,
    }
}

/// The JSON, unless it is an object with nothing in it.
pub(crate) fn unless_empty(json: Json) -> Option<Json> {
    Some(json).filter(|json| json.as_object().is_none_or(|members| !members.is_empty()))
}

/// The object with one more member.
pub(crate) fn with(mut json: Json, name: &str, value: Json) -> Json {
    if let Json::Object(members) = &mut json {
        members.insert(name.to_owned(), value);
    }
    json
}

/// A step from a value to one within it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step<'j> {
    Key(&'j str),
    Index(usize),
}

/// The key or the index alone.
impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => f.write_str(key),
            Self::Index(index) => index.fmt(f),
        }
    }
}

/// The JSON pointer of the value that the steps lead to.
pub(crate) fn pointer(steps: &[Step<'_>]) -> String {
    let mut pointer = String::new();
    for step in steps {
        pointer.push('/');
        pointer.push_str(&escape(&step.to_string()));
    }
    pointer
}

/// A key as a part of a JSON pointer.
pub(crate) fn escape(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}
