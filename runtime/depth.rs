//! How deep values are nested. What walks a value needs a part of the thread's stack for each level, so values with more
//! levels than any template has are refused, and measured and dropped without recursion.

use crate::error::ErrorKind;
use crate::json::Json;

/// The maximum number of objects and lists within each other, from the resource or the entry of the template on.
pub(crate) const MAX_DEPTH: usize = 200;

/// The levels that are rendered, more than the checks admit. Below them is `null`, which CloudFormation refuses.
pub(crate) const MAX_RENDERED: usize = 250;

/// Whether there are more levels than that.
pub(crate) fn is_deep(json: &Json, max: usize) -> bool {
    let mut level = vec![json];
    for _ in 0..=max {
        let mut next: Vec<&Json> = Vec::new();
        for json in level {
            match json {
                Json::Array(items) => next.extend(items),
                Json::Object(members) => next.extend(members.values()),
                _ => {}
            }
        }
        if next.is_empty() {
            return false;
        }
        level = next;
    }
    true
}

/// Drops JSON level by level. By itself it drops each value within that of the value around it.
pub(crate) fn dismantle(json: Json) {
    let mut left = vec![json];
    while let Some(json) = left.pop() {
        match json {
            Json::Array(items) => left.extend(items),
            Json::Object(members) => left.extend(members.into_iter().map(|(_, value)| value)),
            _ => {}
        }
    }
}

/// Drops the JSON at that place; `null` is left.
pub(crate) fn take_apart(json: &mut Json) {
    if json.is_array() || json.is_object() {
        dismantle(json.take());
    }
}

/// The JSON, unless it has too many levels.
pub(crate) fn check(json: Json) -> Result<Json, ErrorKind> {
    if is_deep(&json, MAX_DEPTH) {
        dismantle(json);
        return Err(too_deep());
    }
    Ok(json)
}

/// The error about a value with too many levels.
pub(crate) fn too_deep() -> ErrorKind {
    ErrorKind::Invalid {
        message: format!("nested more than {MAX_DEPTH} levels deep"),
        help: "remove levels; CloudFormation does not accept such a template".into(),
    }
}
