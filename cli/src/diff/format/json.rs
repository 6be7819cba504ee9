//! Differences for programs: one array on standard output.

use crate::Streams;
use crate::diff::change::Difference;
use cognito_cfn::{Json, json};
use std::io;

pub(in crate::diff) fn write(differences: &[Difference], streams: &mut Streams<'_>) -> io::Result<()> {
    match differences.iter().flat_map(entries).collect::<Vec<_>>().as_slice() {
        [] => writeln!(streams.stdout, "[]"),
        entries => writeln!(streams.stdout, "[\n{}\n]", entries.join(",\n")),
    }
}

/// An entry per property; one without a property of a client that is added or removed.
fn entries(difference: &Difference) -> Vec<String> {
    let id = &difference.logical_id;
    match difference.action.filter(|_| difference.changes.is_empty()) {
        Some(action) => vec![object(id, action.name(), Json::Null, [Json::Null, Json::Null], false)],
        None => {
            let changes = difference.changes.iter();
            changes
                .map(|change| {
                    let (action, property) = (change.action.name(), json!(change.property));
                    object(id, action, property, change.values.clone(), change.replacement)
                })
                .collect()
        }
    }
}

/// The members in the order in which they are documented.
fn object(id: &str, action: &str, property: Json, [old, new]: [Json; 2], replacement: bool) -> String {
    let members: [(&str, Json); 6] = [
        ("logical_id", json!(id)),
        ("action", json!(action)),
        ("property", property),
        ("old", old),
        ("new", new),
        ("replacement", json!(replacement)),
    ];
    let members: Vec<String> = members.iter().map(|(name, value)| format!("    {}: {value}", json!(name))).collect();
    format!("  {{\n{}\n  }}", members.join(",\n"))
}
