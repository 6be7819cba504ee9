//! `cognito-cfn import`.

use crate::Streams;
use std::io;

/// The arguments of `import`.
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// Runs the command. Gives the exit code.
pub(crate) fn run(_: &Arguments, streams: &mut Streams<'_>) -> io::Result<u8> {
    writeln!(streams.stderr, "error: `import` is not part of this version")?;
    Ok(2)
}
