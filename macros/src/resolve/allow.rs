//! `allow: […]`: the codes and groups of what to silence. A code that silences nothing is a warning itself, so that a program still
//! compiles with a version that has other rules.

use crate::pipeline::diagnostics::Diagnostics;
use crate::pipeline::parse::{Entry, Syntax, Value};
use cognito_cfn_schema::rules;

/// The codes and groups that silence something.
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
    match rules::check_allowed(&code, has_conditional) {
        Ok(()) => Some(code),
        Err(unknown) => {
            diagnostics.warning(name.span(), unknown.message, unknown.help);
            None
        }
    }
}
