//! `cognito-cfn rules`.

use crate::Streams;
use anstyle::{AnsiColor, Style};
use cognito_cfn_schema::Severity;
use cognito_cfn_schema::rules::{self, Rule};
use std::io;

/// Writes a table of all rules.
pub(crate) fn run(streams: &mut Streams<'_>) -> io::Result<u8> {
    let bold = Style::new().bold();
    for rule in rules::all() {
        let (severity, style) = severity(rule);
        writeln!(
            streams.stdout,
            "{bold}{}{bold:#}  {style}{severity:7}{style:#}  {:11}  {}",
            rule.code,
            group(rule),
            rule.title
        )?;
    }
    Ok(0)
}

/// The group of a warning. Errors have none, since no group silences them.
pub(crate) fn group(rule: &Rule) -> &'static str {
    if rule.severity == Severity::Warning { rule.group.name() } else { "" }
}

/// The severity, and its color in a terminal.
pub(crate) fn severity(rule: &Rule) -> (&'static str, Style) {
    match rule.severity {
        Severity::Error => ("error", AnsiColor::BrightRed.on_default().bold()),
        Severity::Warning => ("warning", AnsiColor::Yellow.on_default().bold()),
    }
}
