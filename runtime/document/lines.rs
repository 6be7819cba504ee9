//! From the offset of a byte to its line and column.

use cognito_cfn_schema::Span;
use std::ops::Range;

/// Bytes from one checkpoint to the next. A place is counted from the checkpoint before it, so a text of one long line
/// costs no more than any other.
const STRIDE: usize = 1024;

/// What is counted up to a checkpoint.
#[derive(Clone, Copy, Debug, Default)]
struct Checkpoint {
    lines: u32,
    line_start: u32,
    characters: u32,
}

/// The lines of a text. A line ends at `\n`; a column counts characters.
#[derive(Clone, Debug)]
pub(super) struct Lines(Box<[Checkpoint]>);

impl Lines {
    #[inline]
    pub(super) fn of(text: &str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut checkpoint = Checkpoint::default();
        for (index, chunk) in text.as_bytes().chunks(STRIDE).enumerate() {
            checkpoints.push(checkpoint);
            checkpoint.characters += characters(chunk);
            checkpoint.lines += newlines(chunk);
            if let Some(at) = chunk.iter().rposition(|byte| *byte == b'\n') {
                checkpoint.line_start = offset(index * STRIDE + at + 1);
            }
        }
        checkpoints.push(checkpoint);
        Self(checkpoints.into())
    }

    /// The place of these bytes of the text.
    #[inline]
    pub(super) fn span(&self, text: &str, range: &Range<usize>) -> Span {
        let (line, column) = self.position(text, range.start);
        let (end_line, end_column) = self.position(text, range.end);
        Span { line, column, end_line, end_column }
    }

    /// The line of that byte, from 1.
    #[inline]
    pub(super) fn line(&self, text: &str, at: usize) -> usize {
        self.position(text, at).0
    }

    #[inline]
    fn position(&self, text: &str, at: usize) -> (usize, usize) {
        let at = at.min(text.len());
        let (checkpoint, before) = self.checkpoint(text, at);
        let line_start = match before.iter().rposition(|byte| *byte == b'\n') {
            Some(last) => at - before.len() + last + 1,
            None => checkpoint.line_start as usize,
        };
        let line = checkpoint.lines + newlines(before);
        let column = self.characters(text, at) - self.characters(text, line_start);
        (line as usize + 1, column as usize + 1)
    }

    #[inline]
    fn characters(&self, text: &str, at: usize) -> u32 {
        let (checkpoint, before) = self.checkpoint(text, at);
        checkpoint.characters + characters(before)
    }

    /// The last checkpoint, and the bytes between it and the offset.
    #[inline]
    fn checkpoint<'t>(&self, text: &'t str, at: usize) -> (Checkpoint, &'t [u8]) {
        let index = at / STRIDE;
        let checkpoint = self.0.get(index).copied().unwrap_or_default();
        (checkpoint, text.as_bytes().get(index * STRIDE..at).unwrap_or_default())
    }
}

#[inline]
fn newlines(bytes: &[u8]) -> u32 {
    offset(bytes.iter().filter(|byte| **byte == b'\n').count())
}

/// Every byte but those that continue a character.
#[inline]
fn characters(bytes: &[u8]) -> u32 {
    offset(bytes.iter().filter(|byte| (**byte & 0xC0) != 0x80).count())
}

/// An offset as it is kept. A text that is too long for it is refused before it is read.
#[inline]
pub(super) fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{Lines, STRIDE};

    /// The line and the column of every byte, counted from the start of the text.
    #[test]
    #[inline]
    fn positions_are_those_of_counting_from_the_start() {
        let line = "ä日😀x".repeat(STRIDE / 7);
        for text in [format!("{line}\n\r\n{line}{line}\nx"), "\n".repeat(3 * STRIDE), String::new()] {
            let lines = Lines::of(&text);
            for at in (0..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let line_start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
                let expected = (text[..at].matches('\n').count() + 1, text[line_start..at].chars().count() + 1);
                assert_eq!(lines.position(&text, at), expected, "{at}");
            }
        }
    }
}
