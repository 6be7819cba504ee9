//! `Fn::ForEach`: what can be said of a loop before CloudFormation runs it.

use crate::Diagnostic;
use crate::literals::{check_logical_id, shorten};

/// What the key of a loop in a template begins with; its name follows.
pub const LOOP: &str = "Fn::ForEach::";

/// The name of a loop, or of what it puts its values in place of: made like a logical id.
pub fn check_loop_name(what: &'static str, name: &str) -> Result<(), Diagnostic> {
    check_logical_id(name).map_err(|diagnostic| Diagnostic {
        message: format!("`{}` is not the name of {what}", shorten(name)),
        ..diagnostic
    })
}

/// A key that a loop repeats: without the identifier in it, it would be the same each time. A loop within the loop has
/// keys of its own.
pub fn check_loop_key(key: &str, identifier: &str) -> Result<(), Diagnostic> {
    let is_different = key.contains(&format!("${{{identifier}}}")) || key.contains(&format!("&{{{identifier}}}"));
    if is_different || key.starts_with(LOOP) {
        return Ok(());
    }
    Err(Diagnostic {
        message: format!("the key `{}` is the same each time", shorten(key)),
        help: format!("put the identifier into it: `{}${{{identifier}}}`", shorten(key)).into(),
    })
}
