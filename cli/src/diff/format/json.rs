//! Differences for programs: one array on standard output.

use crate::Streams;
use crate::diff::change::{Change, Difference};
use cognito_cfn::{Json, json};
use std::io;

pub(in crate::diff) fn write(differences: &[Difference], streams: &mut Streams<'_>) -> io::Result<()> {
    let entries: Vec<Json> = differences.iter().flat_map(entries).collect();
    writeln!(streams.stdout, "{:#}", Json::Array(entries))
}

/// An entry per property; one without a property of a client that is added or removed.
fn entries(difference: &Difference) -> Vec<Json> {
    let id = &difference.logical_id;
    match difference.action.filter(|_| difference.changes.is_empty()) {
        Some(action) => vec![json!({
            "logical_id": id, "action": action.name(), "property": null, "old": null, "new": null, "replacement": false,
        })],
        None => difference.changes.iter().map(|change| of_change(id, change)).collect(),
    }
}

fn of_change(id: &str, change: &Change) -> Json {
    let [old, new] = &change.values;
    json!({
        "logical_id": id, "action": change.action.name(), "property": change.property, "old": old, "new": new,
        "replacement": change.replacement,
    })
}
