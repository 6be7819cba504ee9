//! One JSON array of findings, and nothing else on stdout.

use super::human;
use crate::Streams;
use crate::check::{Diagnostic, Outcome};
use cognito_cfn::{Json, json};
use cognito_cfn_schema::Severity;
use std::io;

pub(super) fn write(outcome: &Outcome, streams: &mut Streams<'_>) -> io::Result<()> {
    let found: Vec<String> = outcome.diagnostics().map(|(file, found)| object(&file.input.path, found)).collect();
    match found.as_slice() {
        [] => writeln!(streams.stdout, "[]")?,
        found => writeln!(streams.stdout, "[\n{}\n]", found.join(",\n"))?,
    }
    human::write_unread(outcome, streams)
}

/// The members in the order in which they are documented.
fn object(file: &str, found: &Diagnostic) -> String {
    let span = found.span;
    let members: [(&str, Json); 12] = [
        ("file", json!(file)),
        ("line", json!(span.map(|span| span.line))),
        ("column", json!(span.map(|span| span.column))),
        ("end_line", json!(span.map(|span| span.end_line))),
        ("end_column", json!(span.map(|span| span.end_column))),
        ("pointer", json!(found.pointer)),
        ("resource", json!(found.resource)),
        ("code", json!(found.code)),
        ("severity", json!(severity(found.severity))),
        ("path", json!(found.path)),
        ("message", json!(found.message)),
        ("help", json!(found.help)),
    ];
    let members: Vec<String> = members.iter().map(|(name, value)| format!("    \"{name}\": {value}")).collect();
    format!("  {{\n{}\n  }}", members.join(",\n"))
}

/// The name of a severity.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
