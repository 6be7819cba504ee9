//! The part of a line that an excerpt shows: a long line is cut around what it is about.

use cognito_cfn_schema::Span;
use std::cell::Cell;
use std::ops::Range;
use unicode_width::UnicodeWidthChar as _;

/// The columns of a tab in an excerpt.
const TAB: usize = 4;
const CUT: char = '…';

/// A text, by lines.
pub(crate) struct Source<'t> {
    text: &'t str,
    /// Where each line begins.
    starts: Vec<usize>,
    /// The place that was looked up last: a line, a column and where that is in the line.
    last: Cell<(usize, usize, usize)>,
}

/// A part of a line, and what of it is meant, in bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Excerpt {
    pub(crate) line: String,
    pub(crate) range: Range<usize>,
}

impl Excerpt {
    /// The columns up to the end of a label beside what is meant.
    pub(crate) fn width_with(&self, label: &str) -> usize {
        columns(self.line.get(..self.range.end).unwrap_or_default()) + " ".len() + columns(label)
    }
}

impl<'t> Source<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { text, starts, last: Cell::default() }
    }

    /// A line, without its end.
    fn line(&self, number: usize) -> Option<&str> {
        let start = *self.starts.get(number.checked_sub(1)?)?;
        let end = self.starts.get(number).copied().unwrap_or(self.text.len());
        Some(self.text.get(start..end)?.trim_end_matches(['\r', '\n']))
    }

    /// Where a column is in a line. Findings come in the order of the text: a line of a whole file is read once.
    fn at(&self, line: &str, number: usize, column: usize) -> usize {
        let (last_number, last_column, last_at) = self.last.get();
        let is_behind = last_number == number && last_column <= column;
        let (from, start) = if is_behind { (last_column, last_at) } else { (1, 0) };
        let rest = line.get(start..).unwrap_or_default();
        let at = rest.char_indices().nth(column.saturating_sub(from)).map_or(line.len(), |(at, _)| start + at);
        // Beyond the line there is nothing to count on from.
        if at < line.len() {
            self.last.set((number, column, at));
        }
        at
    }

    /// The line where the span begins, or `width` columns of it around the span. A span of several lines ends with the first.
    pub(crate) fn excerpt(&self, span: Span, width: usize) -> Option<Excerpt> {
        let line = self.line(span.line)?;
        let start = self.at(line, span.line, span.column);
        // The end is looked up from the start on, and the next finding may begin there too.
        let last = self.last.get();
        let end = match span.end_line == span.line {
            true => self.at(line, span.line, span.end_column),
            false => line.trim_end().len(),
        };
        self.last.set(last);
        Some(cut(line, start..end.max(start), width))
    }
}

/// At most that many columns of a line, with the start of what is meant in the first half.
fn cut(line: &str, range: Range<usize>, width: usize) -> Excerpt {
    if first_columns(line, width).len() == line.len() {
        return Excerpt { line: line.to_owned(), range };
    }
    let (before, rest) = line.split_at_checked(range.start).unwrap_or((line, ""));
    // What is meant comes first; of what is left, more is shown before than behind it.
    let meant = columns(first_columns(line.get(range.clone()).unwrap_or_default(), width / 2));
    let room = (width.saturating_sub(meant + 2)) / 2;
    let kept = before.len() - last_columns(before, room).len();
    let shown = before.get(kept..).unwrap_or_default();
    let left = width.saturating_sub(columns(shown) + 2);
    let behind = first_columns(rest, left);
    let mut cut = String::new();
    if kept > 0 {
        cut.push(CUT);
    }
    let offset = cut.len();
    cut += shown;
    cut += behind;
    let start = offset + shown.len();
    let end = (start + range.len()).min(cut.len());
    if behind.len() < rest.len() {
        cut.push(CUT);
    }
    Excerpt { line: cut, range: start..end }
}

fn columns_of(character: char) -> usize {
    if character == '\t' { TAB } else { character.width().unwrap_or(1) }
}

fn columns(text: &str) -> usize {
    text.chars().map(columns_of).sum()
}

/// The longest start with at most that many columns.
fn first_columns(text: &str, width: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, character)| {
        used += columns_of(*character);
        used > width
    });
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The longest end with at most that many columns.
fn last_columns(text: &str, width: usize) -> &str {
    let mut used = 0;
    let start = text.char_indices().rev().find(|(_, character)| {
        used += columns_of(*character);
        used > width
    });
    start.and_then(|(start, character)| text.get(start + character.len_utf8()..)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, line: usize, columns: Range<usize>, width: usize) -> (String, String) {
        let span = Span { line, column: columns.start, end_line: line, end_column: columns.end };
        let found = Source::new(text).excerpt(span, width).expect("the line exists");
        (found.line.clone(), found.line[found.range].to_owned())
    }

    #[test]
    fn a_short_line_is_whole() {
        assert_eq!(excerpt("a: 1\r\nkey: ü\r\n", 2, 6..7, 80), ("key: ü".into(), "ü".into()));
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_meant() {
        let line = format!("{}MEANT{}", "a".repeat(1000), "b".repeat(1000));
        let (shown, meant) = excerpt(&line, 1, 1001..1006, 40);
        assert_eq!(meant, "MEANT");
        assert_eq!(columns(&shown), 40);
        assert!(shown.starts_with("…a") && shown.ends_with("b…"), "{shown}");
    }

    #[test]
    fn what_is_too_long_is_cut_itself() {
        let line = format!("x: {}", "b".repeat(1000));
        let (shown, meant) = excerpt(&line, 1, 4..1004, 40);
        assert!(shown.starts_with("x: b") && shown.ends_with("b…"), "{shown}");
        assert!(meant.chars().all(|character| character == 'b') && columns(&shown) <= 40, "{meant}");
    }

    #[test]
    fn wide_characters_count_twice() {
        let line = format!("{}MEANT{}", "漢".repeat(100), "字".repeat(100));
        let (shown, meant) = excerpt(&line, 1, 101..106, 40);
        assert_eq!(meant, "MEANT");
        assert!(columns(&shown) <= 40, "{shown}");
    }

    #[test]
    fn places_are_found_in_any_order() {
        let source = Source::new("äöü: [a, b]\nx: y");
        let meant = |line, column| {
            let span = Span { line, column, end_line: line, end_column: column + 1 };
            source.excerpt(span, 80).map(|found| found.line[found.range].to_owned())
        };
        for (line, column, text) in
            [(1, 10, "b"), (1, 7, "a"), (1, 7, "a"), (2, 4, "y"), (1, 2, "ö"), (1, 50, ""), (1, 3, "ü")]
        {
            assert_eq!(meant(line, column).as_deref(), Some(text), "{line}:{column}");
        }
    }

    #[test]
    fn a_place_outside_of_the_text_is_no_panic() {
        let span = Span { line: 1, column: 90, end_line: 1, end_column: 91 };
        assert_eq!(Source::new("a").excerpt(span, 40), Some(Excerpt { line: "a".into(), range: 1..1 }));
        assert_eq!(Source::new("a").excerpt(Span { line: 9, ..span }, 40), None);
        assert_eq!(
            Source::new("").excerpt(Span { line: 1, ..span }, 40),
            Some(Excerpt { line: String::new(), range: 0..0 })
        );
    }
}
