//! `Fn::ForEach`: checks of a loop before CloudFormation runs it.

use crate::Diagnostic;
use crate::literals::{check_logical_id, shorten};

/// The prefix of the key of a loop in a template; its name follows.
pub const LOOP: &str = "Fn::ForEach::";

/// The name of a loop, or of its identifier: written like a logical id.
pub fn check_loop_name(what: &'static str, name: &str) -> Result<(), Diagnostic> {
    check_logical_id(name).map_err(|diagnostic| Diagnostic {
        message: format!("`{}` is not a valid name of {what}", shorten(name)),
        ..diagnostic
    })
}

/// A key that a loop repeats: without the identifier in it, it would be the same each time. A nested loop has its own
/// keys.
pub fn check_loop_key(key: &str, identifier: &str) -> Result<(), Diagnostic> {
    let is_different = key.contains(&format!("${{{identifier}}}")) || key.contains(&format!("&{{{identifier}}}"));
    if is_different || key.starts_with(LOOP) {
        return Ok(());
    }
    Err(Diagnostic {
        message: format!("the key `{}` is the same in every iteration", shorten(key)),
        help: format!("add the identifier to it: `{}${{{identifier}}}`", shorten(key)).into(),
    })
}
