//! Where the command writes.

use anstream::stream::{AsLockedWrite, RawStream};
use anstream::{AutoStream, ColorChoice};
use std::io::{self, BufWriter, ErrorKind, Write};

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
            stdout: Box::new(BufWriter::new(Closable(AutoStream::new(stdout, of_stdout)))),
            stderr: Box::new(Closable(AutoStream::new(stderr, of_stderr))),
            width: width.unwrap_or(DEFAULT_WIDTH),
            is_colored: of_stdout != ColorChoice::Never,
        }
    }
}

/// A stream that may be closed before its end, as `head` does: the rest is not written, and the exit code stays right.
struct Closable<W>(W);

impl<W: Write> Write for Closable<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self.0.write(bytes) {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(bytes.len()),
            result => result,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.0.flush() {
            Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
            result => result,
        }
    }
}

fn resolved(stream: &impl RawStream, color: ColorChoice) -> ColorChoice {
    if color == ColorChoice::Auto { AutoStream::choice(stream) } else { color }
}
