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

/// Writes the manual page of the command, or of one of its subcommands, in roff.
pub(crate) fn man(of: Option<&str>, streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut command = Arguments::command();
    command.build();
    let page = match of {
        None => Some(&command),
        Some(name) => command.find_subcommand(name),
    };
    let Some(page) = page else {
        let name = of.unwrap_or_default();
        writeln!(streams.stderr, "error: unknown command `{name}`\nhelp: `cognito-cfn --help` lists the commands")?;
        return Ok(crate::FAILURE);
    };
    let mut roff = Vec::new();
    let source = concat!("cognito-cfn ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(page.clone()).source(source).render(&mut roff)?;
    streams.stdout.write_all(&roff)?;
    Ok(0)
}
