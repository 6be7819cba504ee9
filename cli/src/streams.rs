//! Where the command writes.

use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};
use std::io::{BufWriter, Write};

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
    /// Whether color is wanted on stdout. It costs less not to write it than to remove it.
    pub(crate) is_colored: bool,
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
        let (of_stdout, of_stderr) = (resolved(stdout, color), resolved(stderr, color));
        Self {
            // Without a buffer, each line would be written by itself.
            stdout: Box::new(BufWriter::new(AutoStream::new(stdout, of_stdout))),
            stderr: Box::new(AutoStream::new(stderr, of_stderr)),
            width: width.unwrap_or(DEFAULT_WIDTH),
            is_colored: of_stdout != ColorChoice::Never,
        }
    }
}

fn resolved(stream: &impl RawStream, color: ColorChoice) -> ColorChoice {
    if color == ColorChoice::Auto { AutoStream::choice(stream) } else { color }
}
