//! `--resource ID`: the one client that is meant.

use cognito_cfn_schema::suggest::{listed, nearest};
use std::collections::BTreeSet;

/// What to write in place of an id that no app client has. `None`: there are no clients.
pub(crate) fn help<'i>(id: &str, known: impl IntoIterator<Item = &'i str>) -> Option<String> {
    let known: Vec<&str> = known.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    match nearest(id, known.iter().copied()) {
        Some(near) => Some(format!("an app client with a similar id exists: `{near}`")),
        None if known.is_empty() => None,
        None => Some(format!("use {}", listed(&known))),
    }
}
