//! The command `cognito-cfn` as a library: `main` calls [`run`], and so do the tests.

// No input of a user may make the command panic. Tests may panic.
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]

mod arguments;
mod check;
mod diff;
mod excerpt;
mod explain;
pub mod import;
pub mod input;
mod mask;
mod resource_option;
mod rules;
mod shell;
mod streams;
pub mod template_terms;

pub use streams::Streams;

use anstream::stream::{AsLockedWrite, RawStream};
use arguments::{Arguments, Command};
use clap::Parser as _;
use std::ffi::OsString;
use std::io::{self, Write as _};

/// The exit code of arguments that are wrong, and of a file that cannot be read.
const FAILURE: u8 = 2;

/// Runs the command with these arguments, of which the first is its name. Gives the exit code of the process.
///
/// ```
/// let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
/// let code = cognito_cfn_cli::run(["cognito-cfn", "explain", "OA01"], &mut stdout, &mut stderr);
/// assert_eq!(code, 0);
/// ```
pub fn run<T: Into<OsString> + Clone>(
    arguments: impl IntoIterator<Item = T>,
    mut stdout: impl RawStream + AsLockedWrite,
    mut stderr: impl RawStream + AsLockedWrite,
) -> u8 {
    match Arguments::try_parse_from(arguments) {
        Ok(Arguments { color, command }) => {
            let mut streams = Streams::new(&mut stdout, &mut stderr, color.into());
            ended(dispatch(&command, &mut streams), &mut streams)
        }
        Err(error) => {
            let mut streams = Streams::new(&mut stdout, &mut stderr, anstream::ColorChoice::Auto);
            let stream = if error.use_stderr() { &mut streams.stderr } else { &mut streams.stdout };
            let code = u8::try_from(error.exit_code()).unwrap_or(FAILURE);
            ended(write!(stream, "{}", error.render().ansi()).map(|()| code), &mut streams)
        }
    }
}

fn dispatch(command: &Command, streams: &mut Streams<'_>) -> io::Result<u8> {
    match command {
        Command::Check(arguments) => check::run(arguments, streams),
        Command::Import(arguments) => import::run(arguments, streams),
        Command::Diff(arguments) => diff::run(arguments, streams),
        Command::Explain(arguments) => explain::run(arguments, streams),
        Command::Rules => rules::run(streams),
        Command::Completions { shell } => shell::completions(*shell, streams),
        Command::Man { command } => shell::man(command.as_deref(), streams),
    }
}

/// The exit code, after everything was written.
fn ended(result: io::Result<u8>, streams: &mut Streams<'_>) -> u8 {
    let result = result.and_then(|code| {
        streams.stdout.flush()?;
        streams.stderr.flush()?;
        Ok(code)
    });
    match result {
        Ok(code) => code,
        Err(error) => {
            let _ = writeln!(streams.stderr, "error: the output cannot be written: {error}");
            FAILURE
        }
    }
}
