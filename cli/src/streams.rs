//! Where the command writes.

use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};
use std::io::Write;

/// How wide text is if the output is no terminal. It is what rustc assumes.
const DEFAULT_WIDTH: usize = 140;

/// The output of the command. What is written may be in color; the streams remove it where it is not wanted.
pub struct Streams<'s> {
    /// The results.
    pub stdout: Box<dyn Write + 's>,
    /// What is not a result: why something could not be done.
    pub stderr: Box<dyn Write + 's>,
    /// The number of columns of the terminal.
    pub width: usize,
}

impl<'s> Streams<'s> {
    /// Colors on both streams, as that choice says.
    pub(crate) fn new(
        stdout: &'s mut (impl RawStream + AsLockedWrite),
        stderr: &'s mut (impl RawStream + AsLockedWrite),
        color: ColorChoice,
    ) -> Self {
        let width = if stdout.is_terminal() {
            terminal_size::terminal_size().map(|(terminal_size::Width(width), _)| usize::from(width))
        } else {
            None
        };
        Self { stdout: colored(stdout, color), stderr: colored(stderr, color), width: width.unwrap_or(DEFAULT_WIDTH) }
    }
}

fn colored<'s>(stream: &'s mut (impl RawStream + AsLockedWrite), color: ColorChoice) -> Box<dyn Write + 's> {
    let color = if color == ColorChoice::Auto { AutoStream::choice(&stream) } else { color };
    Box::new(AutoStream::new(stream, color))
}
