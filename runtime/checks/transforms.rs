//! Transforms that functions of the template need.

use super::Snapshot;
use crate::json::Json;
use cognito_cfn_schema::intrinsics::{FUNCTIONS, LANGUAGE_EXTENSIONS};
use cognito_cfn_schema::loops::LOOP;

/// The transform that functions of the template need and that it does not have.
pub(crate) fn missing_transform(snapshot: &Snapshot<'_>) -> Option<&'static str> {
    let sections = snapshot.sections;
    if sections.transforms.iter().any(|transform| transform == LANGUAGE_EXTENSIONS) {
        return None;
    }
    let needs_it = sections.has_loops()
        || sections.entries().any(|(_, json)| needs_language_extensions(json))
        || snapshot.resources.values().any(|rendered| needs_language_extensions(&rendered.json));
    needs_it.then_some(LANGUAGE_EXTENSIONS)
}

fn needs_language_extensions(json: &Json) -> bool {
    match json {
        Json::Object(members) => {
            let is_extended = match members.iter().next() {
                Some((key, argument)) if members.len() == 1 => is_extended(key, argument),
                _ => false,
            };
            is_extended
                || members.keys().any(|key| key.starts_with(LOOP))
                || members.values().any(needs_language_extensions)
        }
        Json::Array(items) => items.iter().any(needs_language_extensions),
        _ => false,
    }
}

/// Whether the function, or one of its arguments, requires the transform.
fn is_extended(key: &str, argument: &Json) -> bool {
    let function = FUNCTIONS.iter().find(|function| function.cloudformation == key);
    function.is_some_and(|function| {
        let count = match argument {
            Json::Array(arguments) if function.parameters.len() > 1 => arguments.len(),
            _ => 1,
        };
        function.extended_from.is_some_and(|from| count >= from)
    })
}
