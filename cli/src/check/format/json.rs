//! One JSON array of findings, and nothing else on stdout.

use super::human;
use crate::Streams;
use crate::check::Outcome;
use cognito_cfn::{Json, json};
use cognito_cfn_schema::Severity;
use std::io;

pub(super) fn write(outcome: &Outcome, streams: &mut Streams<'_>) -> io::Result<()> {
    let found = outcome.diagnostics().map(|(file, diagnostic)| {
        let span = diagnostic.span;
        json!({
            "file": file.input.path,
            "line": span.map(|span| span.line),
            "column": span.map(|span| span.column),
            "end_line": span.map(|span| span.end_line),
            "end_column": span.map(|span| span.end_column),
            "pointer": diagnostic.pointer,
            "resource": diagnostic.resource,
            "code": diagnostic.code,
            "severity": severity(diagnostic.severity),
            "path": diagnostic.path,
            "message": diagnostic.message,
            "help": diagnostic.help,
        })
    });
    let found = Json::Array(found.collect());
    writeln!(streams.stdout, "{found:#}")?;
    human::write_unread(outcome, streams)
}

/// The name of a severity.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}
