//! What an update does to one client.

use super::client::Client;
use super::matching::Pair;
use super::properties::{Compared, Outcome, compare};
use super::value::Value;
use super::{shown, unlisted};
use cognito_cfn::Json;
use cognito_cfn_schema::attributes;
use cognito_cfn_schema::property::Update;

/// What is done to a client, or why a value is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Action {
    Added,
    Removed,
    /// Changed in place.
    Changed,
    /// Replaced by a new client, which has another id and secret.
    Replaced,
    /// Whether something changes is known at deployment only.
    Unknown,
}

impl Action {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
            Self::Replaced => "replaced",
            Self::Unknown => "unknown",
        }
    }
}

/// A property that differs, or may differ.
pub(super) struct Change {
    pub(super) action: Action,
    pub(super) property: String,
    /// Before and after, as people read it.
    pub(super) texts: [String; 2],
    /// The same for programs.
    pub(super) values: [Json; 2],
    /// What is only in one of two lists: before, and after.
    pub(super) items: Option<[Vec<String>; 2]>,
    /// Whether a change of it replaces the client.
    pub(super) replacement: bool,
    pub(super) note: Option<&'static str>,
}

/// A client, and what is done to it.
pub(super) struct Difference {
    pub(super) logical_id: String,
    /// `None`: nothing is known to change.
    pub(super) action: Option<Action>,
    pub(super) changes: Vec<Change>,
    pub(super) notes: Vec<String>,
}

const MAY_REPLACE: &str =
    "the value stays the same, but CloudFormation compares what is written and may replace the client";
const MAY_STAY: &str = "an update without the property may leave the old value; write the value you want";

/// What is done to the client of the pair.
pub(super) fn difference(pair: &Pair<'_, '_>) -> Difference {
    let policies = (attributes::deletion_policy.cloudformation, attributes::update_replace_policy.cloudformation);
    let retained = |policy: &str, effect: &str| format!("its `{policy}` keeps {effect}");
    let whole = |client: &Client<'_>, action, note: Option<String>| Difference {
        logical_id: client.logical_id.to_owned(),
        action: Some(action),
        changes: Vec::new(),
        notes: note.into_iter().collect(),
    };
    let (deletion, replacing) = policies;
    match (pair.old, pair.new) {
        (Some(old), Some(new)) => {
            let mut difference = changed(old, new);
            if difference.action == Some(Action::Replaced) {
                let is_renamed = !old.is_live && !new.is_live && old.logical_id != new.logical_id;
                let policy = if is_renamed { deletion } else { replacing };
                let note = old.is_retained(policy).then(|| retained(policy, "the old client in the pool"));
                difference.notes.extend(note);
            }
            difference
        }
        (Some(old), None) => {
            let note = old.is_retained(deletion).then(|| retained(deletion, "the client in the pool"));
            whole(old, Action::Removed, note)
        }
        (None, Some(new)) => {
            let note = new.is_retained(deletion).then(|| retained(deletion, "the client when it is removed again"));
            whole(new, Action::Added, note)
        }
        (None, None) => Difference { logical_id: String::new(), action: None, changes: Vec::new(), notes: Vec::new() },
    }
}

fn changed(old: &Client<'_>, new: &Client<'_>) -> Difference {
    let listed = || compare(old, new).into_iter().filter_map(|compared| change(old, &compared));
    let mut changes: Vec<Change> = match unlisted::properties(old, new) {
        Some(change) => vec![change],
        None => listed().chain(unlisted::unknown(old, new)).collect(),
    };
    let is_template = !old.is_live && !new.is_live;
    if is_template && old.logical_id != new.logical_id {
        changes.insert(0, renamed(old, new));
    }
    let has = |action: Action| changes.iter().any(|change| change.action == action);
    let action = [Action::Replaced, Action::Changed].into_iter().find(|action| has(*action));
    let logical_id = if old.is_live { new.logical_id } else { old.logical_id };
    Difference { logical_id: logical_id.to_owned(), action, changes, notes: Vec::new() }
}

fn renamed(old: &Client<'_>, new: &Client<'_>) -> Change {
    let ids = [old.logical_id, new.logical_id];
    Change {
        action: Action::Replaced,
        property: attributes::logical_id.name.to_owned(),
        texts: ids.map(str::to_owned),
        values: ids.map(Json::from),
        items: None,
        replacement: true,
        note: None,
    }
}

fn change(old: &Client<'_>, compared: &Compared) -> Option<Change> {
    let Compared { row, outcome, .. } = compared;
    let replacement = row.update == Update::Replacement;
    let action = match outcome {
        Outcome::Equal => return None,
        Outcome::Different if replacement => Action::Replaced,
        Outcome::Different => Action::Changed,
        Outcome::Unknown | Outcome::WrittenOnce => Action::Unknown,
    };
    let is_reset = compared.new.is_default && !old.is_live && row.survives_removal;
    let note = match outcome {
        Outcome::WrittenOnce => Some(MAY_REPLACE),
        _ => is_reset.then_some(MAY_STAY),
    };
    Some(Change {
        action,
        property: compared.path.clone(),
        texts: [&compared.old, &compared.new].map(|written| shown::text(row, written)),
        values: [&compared.old, &compared.new].map(|written| shown::json(row, written)),
        items: items(compared),
        replacement,
        note,
    })
}

/// What is in one list and not in the other, if both are written.
fn items(compared: &Compared) -> Option<[Vec<String>; 2]> {
    let (old, new) = (&compared.old, &compared.new);
    if old.is_default || new.is_default {
        return None;
    }
    let (Value::List { known: k, unknown: u }, Value::List { known, unknown }) = (&old.value, &new.value) else {
        return None;
    };
    let (old, new) = (shown::items(compared.row, k, u), shown::items(compared.row, known, unknown));
    let only = |these: &[String], others: &[String]| -> Vec<String> {
        these.iter().filter(|item| !others.contains(item)).cloned().collect()
    };
    Some([only(&old, &new), only(&new, &old)])
}
