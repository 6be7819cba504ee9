//! What packages of the command install beside it: completions and the manual page.

use crate::Streams;
use crate::arguments::Arguments;
use clap::CommandFactory as _;
use clap_complete::Shell;
use std::io;

/// Writes the completions of a shell.
pub(crate) fn completions(shell: Shell, streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "cognito-cfn", &mut script);
    streams.stdout.write_all(&script)?;
    Ok(0)
}

/// Writes the manual page of all commands, in roff.
pub(crate) fn man(streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut page = Vec::new();
    clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
    streams.stdout.write_all(&page)?;
    Ok(0)
}
