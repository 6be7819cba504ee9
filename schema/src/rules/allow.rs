//! What `allow` accepts: the codes and groups that silence something.

use super::{Check, Group, all, find, unchecked};
use crate::diagnostic::{self, Diagnostic, Help, Severity};
use crate::suggest::nearest;

/// A code or group that silences nothing, and why. An error of one value becomes a warning where values depend on
/// conditions or parameters.
pub fn check_allowed(code: &str, has_conditional: bool) -> Result<(), Diagnostic> {
    let (message, help) = match find(code) {
        Some(rule) if rule.severity == Severity::Warning || rule.may_be_made_elsewhere => return Ok(()),
        Some(rule) if has_conditional && matches!(rule.check, Check::Client(_) | Check::Of(_)) => return Ok(()),
        Some(rule) => (
            format!("`{code}` is an error, which `allow` cannot silence"),
            format!("remove it and fix the error: {}", rule.title).into(),
        ),
        None if Group::find(code).is_some() => return Ok(()),
        None if unchecked::ALL.iter().any(|fact| fact.code == code) => {
            (format!("`{code}` is not checked, so it silences nothing"), "remove it".into())
        }
        None => (format!("unknown rule `{code}`"), near_warning(code)),
    };
    Err(Diagnostic { message, help })
}

/// The code of the warning, or the group, that may be meant.
fn near_warning(code: &str) -> Help {
    let rules = all();
    let mut warnings = rules.iter().filter(|rule| rule.severity == Severity::Warning);
    let near = nearest(code, warnings.clone().map(|rule| rule.code));
    let group = nearest(code, Group::ALL.into_iter().map(Group::name));
    match (warnings.find(|rule| Some(rule.code) == near), group) {
        (Some(rule), _) => {
            Help::write(rule.code).in_words(format!("a similar code exists: `{}`, {}", rule.code, rule.title))
        }
        (None, Some(group)) => Help::write(group).in_words(format!("a group with a similar name exists: `{group}`")),
        (None, None) => format!("the codes are listed on {}", diagnostic::PAGE).into(),
    }
}
