//! How findings are written.

mod github;
mod human;
mod json;
mod sarif;

pub(super) use human::write_failures;

use super::Outcome;
use crate::Streams;
use std::io;

/// A format of `--format`.
#[derive(Clone, Copy, clap::ValueEnum)]
pub(super) enum Format {
    /// With an excerpt of the file, for a terminal
    Human,
    /// One array of findings
    Json,
    /// SARIF 2.1.0, for code scanning
    Sarif,
    /// Annotations of GitHub Actions
    Github,
}

/// Writes what was found.
pub(super) fn write(format: Format, outcome: &Outcome, streams: &mut Streams<'_>) -> io::Result<()> {
    match format {
        Format::Human => human::write(outcome, streams),
        Format::Json => json::write(outcome, streams),
        Format::Sarif => sarif::write(outcome, streams),
        Format::Github => github::write(outcome, streams),
    }
}
