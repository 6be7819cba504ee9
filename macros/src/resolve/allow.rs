//! `allow: […]`: the codes and groups of what to silence. A code that silences nothing is a warning itself, so that a program still
//! compiles with a version that has other rules.

use crate::pipeline::diagnostics::Diagnostics;
use crate::pipeline::parse::{Entry, Syntax, Value};
use cognito_cfn_schema::rules::{self, Check, Group, unchecked};
use cognito_cfn_schema::suggest::nearest;
use cognito_cfn_schema::{Help, Severity, diagnostic};

/// The codes and groups that silence something. An error of one value becomes a warning where values depend on conditions
/// or parameters.
pub(super) fn codes(entry: &Entry, has_conditional: bool, diagnostics: &mut Diagnostics) -> Vec<String> {
    let Syntax::List { is_macro: false, items, .. } = &entry.value.syntax else {
        let span = if entry.value.is_missing() { entry.key.span().into() } else { entry.value.span };
        diagnostics.error(span, "`allow` expects a list of codes", "write `allow: [MI01]`");
        return Vec::new();
    };
    diagnostics.extend(&items.problems);
    super::no_spread(items, diagnostics);
    items.values().filter_map(|item| code(item, has_conditional, diagnostics)).collect()
}

fn code(item: &Value, has_conditional: bool, diagnostics: &mut Diagnostics) -> Option<String> {
    let Syntax::Name(name) = &item.syntax else {
        diagnostics.error(item.span, "`allow` expects codes of warnings", "write `allow: [MI01]`");
        return None;
    };
    let code = name.to_string();
    let (message, help) = match rules::find(&code) {
        Some(rule) if rule.severity == Severity::Warning || rule.may_be_made_elsewhere => return Some(code),
        Some(rule) if has_conditional && matches!(rule.check, Check::Client(_) | Check::Of(_)) => return Some(code),
        Some(rule) => (
            format!("`{code}` is an error, which `allow` cannot silence"),
            format!("remove it and fix the error: {}", rule.title).into(),
        ),
        None if Group::find(&code).is_some() => return Some(code),
        None if unchecked::ALL.iter().any(|fact| fact.code == code) => {
            (format!("`{code}` is not checked, so it silences nothing"), "remove it".into())
        }
        None => (format!("unknown rule `{code}`"), near_warning(&code)),
    };
    diagnostics.warning(name.span(), message, help);
    None
}

/// The code of the warning, or the group, that may be meant.
fn near_warning(code: &str) -> Help {
    let rules = rules::all();
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
