//! Transforms: the macros that CloudFormation runs over a template before it deploys it.

use crate::json::Json;

/// The section of a template: a string for one transform, a list for several.
pub(crate) fn section(transforms: &[String]) -> Option<Json> {
    match transforms {
        [] => None,
        [one] => Some(Json::from(one.as_str())),
        several => Some(several.iter().map(String::as_str).collect()),
    }
}
