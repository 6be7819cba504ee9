//! The text of a file, or of standard input.

use super::{Failure, STANDARD_INPUT};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

/// The largest file that is read. A template has at most a megabyte.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// Files that are standard input or what the shell writes for `<(…)`: pipes, which end.
const STREAMS: [&str; 3] = ["/dev/stdin", "/dev/fd", "/proc/self/fd"];

/// The text at a path, without a byte order mark.
pub(super) fn read(path: &Path) -> Result<String, Failure> {
    let name = path.display().to_string();
    let bytes = bytes(path).map_err(|error| match error {
        Refusal::System(error) => Failure::new(&name, describe(&error), "check the path and its permissions"),
        Refusal::NotAFile => {
            Failure::new(&name, "not a regular file", "pass a file or a folder; `-` reads standard input")
        }
        Refusal::TooLarge => Failure::new(
            &name,
            format!("the file is larger than {} MB", MAX_BYTES / (1024 * 1024)),
            "pass a template; CloudFormation accepts at most 1 MB",
        ),
    })?;
    decode(bytes).map_err(|(message, help)| Failure::new(name, message, help))
}

enum Refusal {
    System(io::Error),
    NotAFile,
    TooLarge,
}

impl From<io::Error> for Refusal {
    fn from(error: io::Error) -> Self {
        Self::System(error)
    }
}

fn bytes(path: &Path) -> Result<Vec<u8>, Refusal> {
    if path.as_os_str() == STANDARD_INPUT {
        return bounded(io::stdin().lock());
    }
    // Opening a named pipe would wait for whoever writes into it.
    let is_stream = STREAMS.iter().any(|stream| path.starts_with(stream));
    if !is_stream && !fs::metadata(path)?.is_file() {
        return Err(Refusal::NotAFile);
    }
    bounded(File::open(path)?)
}

fn bounded(reader: impl Read) -> Result<Vec<u8>, Refusal> {
    let mut bytes = Vec::new();
    let count = reader.take(MAX_BYTES + 1).read_to_end(&mut bytes)?;
    if u64::try_from(count).is_ok_and(|count| count > MAX_BYTES) { Err(Refusal::TooLarge) } else { Ok(bytes) }
}

/// The words of the operating system, without the number of its error.
pub(super) fn describe(error: &io::Error) -> String {
    let text = error.to_string();
    let words = text.split(" (os error").next().unwrap_or(&text);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

fn decode(bytes: Vec<u8>) -> Result<String, (String, &'static str)> {
    // With a byte order mark, or by the first character, which is one of ASCII in every template.
    if matches!(bytes.as_slice(), [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] | [0, 1..=127, ..] | [1..=127, 0, ..]) {
        return Err(("the file is UTF-16".to_owned(), "save it as UTF-8"));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid = error.as_bytes().get(..error.utf8_error().valid_up_to()).unwrap_or_default();
        let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
        (format!("line {line} is not valid UTF-8"), "save it as UTF-8")
    })?;
    let text = text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text);
    if text.trim().is_empty() {
        return Err(("the file is empty".to_owned(), "pass a template"));
    }
    Ok(text)
}
