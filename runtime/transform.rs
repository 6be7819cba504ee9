//! Transforms: the macros that CloudFormation runs over a template before it deploys it.

use crate::Json;
use cognito_cfn_schema::intrinsics::{FUNCTIONS, LANGUAGE_EXTENSIONS};
use cognito_cfn_schema::loops::LOOP;

/// The section of a template: a text where there is one transform, a list where there are several.
pub(crate) fn section(transforms: &[String]) -> Option<Json> {
    match transforms {
        [] => None,
        [one] => Some(Json::from(one.as_str())),
        several => Some(several.iter().map(String::as_str).collect()),
    }
}

/// The transform that functions of the template need and that it does not have.
pub(crate) fn missing(template: &Json, transforms: &[String]) -> Option<&'static str> {
    let is_there = transforms.iter().any(|transform| transform == LANGUAGE_EXTENSIONS);
    (!is_there && needs_language_extensions(template)).then_some(LANGUAGE_EXTENSIONS)
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

/// Whether it is a function that only the transform knows, or one with an argument that only the transform knows.
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
