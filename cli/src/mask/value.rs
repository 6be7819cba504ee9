//! The value behind a key: where it ends in JSON, in YAML, and in what is neither.

use super::Key;
use std::ops::Range;

/// What is behind a key.
pub(super) struct Value {
    pub(super) range: Range<usize>,
    /// Whether it is a string: the secret itself.
    pub(super) is_scalar: bool,
}

/// The value of a key, if the word is one.
pub(super) fn of(text: &str, key: &Key) -> Option<Value> {
    let quote_ends = starts_with(text, key.end, ['"', '\'']);
    let after = skip(text, key.end + usize::from(quote_ends), [' ', '\t']);
    // A quoted key, or one behind a `?`, may have its colon on a later line.
    let may_go_on = quote_ends || before_on_line(text, key).ends_with('?');
    let after = if may_go_on { skip(text, after, [' ', '\t', '\r', '\n']) } else { after };
    let start = if starts_with(text, after, [':', '=']) {
        after + 1
    } else if is_at_start_of_key(text, key) && !ends_here(text, after) {
        after
    } else {
        return None;
    };
    let value = Reader { text, column: column(text, key.start), is_in_flow: is_in_flow(text, key.start) };
    value.read(start, key.is_exact, false)
}

struct Reader<'t> {
    text: &'t str,
    /// The column of the key. Lines that are further in belong to its value.
    column: usize,
    is_in_flow: bool,
}

impl Reader<'_> {
    fn read(&self, start: usize, is_exact: bool, has_tag: bool) -> Option<Value> {
        let start = skip(self.text, start, [' ', '\t']);
        let rest = self.text.get(start..)?;
        match rest.chars().next()? {
            quote @ ('"' | '\'') => {
                let end = end_of_quoted(rest, quote);
                Some(Value { range: start + 1..start + end, is_scalar: !has_tag })
            }
            '!' | '&' => {
                let tag = rest.find(char::is_whitespace)?;
                let is_core_type = rest.starts_with("!!") || rest.starts_with('&');
                self.read(start + tag, is_exact, has_tag || !is_core_type)
            }
            '|' | '>' => Some(Value { range: self.block_scalar(start), is_scalar: true }),
            '{' | '[' if !is_exact => None,
            '{' | '[' => Some(Value { range: start..start + end_of_brackets(rest), is_scalar: false }),
            '\r' | '\n' | '#' => self.next_line(start, is_exact, has_tag),
            _ => Some(Value { range: start..self.plain(start), is_scalar: !has_tag }),
        }
    }

    /// A value that begins below its key.
    fn next_line(&self, start: usize, is_exact: bool, has_tag: bool) -> Option<Value> {
        let line = start + self.text.get(start..)?.find('\n')? + 1;
        let below = skip(self.text, line, [' ', '\t', '\r', '\n']);
        if column(self.text, below) <= self.column && !self.is_in_flow {
            return None;
        }
        let rest = self.text.get(below..)?;
        let is_nested = rest.starts_with("- ") || rest.lines().next().is_some_and(is_entry);
        if !self.is_in_flow && is_nested && !rest.starts_with(['"', '\'']) {
            return is_exact.then(|| Value { range: below..self.end_of_lines_further_in(below), is_scalar: false });
        }
        if rest.starts_with(['\r', '\n', '#']) { None } else { self.read(below, is_exact, has_tag) }
    }

    /// The lines of a block scalar, and the first line below it even if it is not far enough in.
    fn block_scalar(&self, start: usize) -> Range<usize> {
        let header = end_of_line(self.text, start);
        let first = skip(self.text, header, [' ', '\t', '\r', '\n']);
        let line = self.text.get(first..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        let end_of_first = if is_entry(line) && column(self.text, first) <= self.column {
            header
        } else {
            end_of_line(self.text, first)
        };
        header..self.end_of_lines_further_in(end_of_first).max(end_of_first)
    }

    /// A value without quotes, which may go on in lines that are further in.
    fn plain(&self, start: usize) -> usize {
        let line = end_of_line(self.text, start);
        if self.is_in_flow {
            let rest = self.text.get(start..line).unwrap_or_default();
            return start + rest.find([',', '}', ']']).unwrap_or(rest.len());
        }
        self.end_of_lines_further_in(line)
    }

    /// The end of the last line from there on that is further in than the key.
    fn end_of_lines_further_in(&self, from: usize) -> usize {
        let mut end = end_of_line(self.text, from);
        loop {
            let next = skip(self.text, end, [' ', '\t', '\r', '\n']);
            if next >= self.text.len() || next == end || column(self.text, next) <= self.column {
                return end;
            }
            end = end_of_line(self.text, next);
        }
    }
}

/// A line that has a key itself.
fn is_entry(line: &str) -> bool {
    line.contains(": ") || line.trim_end().ends_with(':')
}

/// Whether a key can begin there, as the first of a line or of a flow mapping.
fn is_at_start_of_key(text: &str, key: &Key) -> bool {
    let before = before_on_line(text, key);
    before.is_empty() || before.ends_with(['{', ',', '-', '?'])
}

/// What is before a key and its quotes on its line.
fn before_on_line<'t>(text: &'t str, key: &Key) -> &'t str {
    let line = text.get(start_of_line(text, key.start)..key.start).unwrap_or_default();
    line.trim_end_matches(['"', '\'']).trim_end()
}

/// Nothing follows that could be a value.
fn ends_here(text: &str, at: usize) -> bool {
    text.get(at..).is_none_or(|rest| rest.is_empty() || rest.starts_with([',', '}', ']', '\r', '\n', '#', ')', '.']))
}

/// Inside of braces: in JSON everywhere, in YAML if they are open on the line. Braces that another line opened hide more.
fn is_in_flow(text: &str, at: usize) -> bool {
    let line = text.get(start_of_line(text, at)..at).unwrap_or_default();
    let count = |bracket: char| line.matches(bracket).count();
    text.trim_start().starts_with(['{', '[']) || count('{') > count('}') || count('[') > count(']')
}

/// Behind the text of a quoted string, from its opening quote on: where its closing quote is, or the end of the text.
fn end_of_quoted(text: &str, quote: char) -> usize {
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' if quote == '"' => {
                characters.next();
            }
            _ if character != quote => {}
            // Two single quotes are one of the string.
            '\'' if characters.peek().is_some_and(|(_, next)| *next == '\'') => {
                characters.next();
            }
            _ => return at,
        }
    }
    text.len()
}

/// Behind the bracket that closes the first one, or the end of the text.
fn end_of_brackets(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) {
        match character {
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            '"' | '\'' => at += end_of_quoted(text.get(at..).unwrap_or_default(), character),
            _ => {}
        }
        at += character.len_utf8();
        if depth == 0 {
            return at.min(text.len());
        }
    }
    text.len()
}

fn starts_with(text: &str, at: usize, of: [char; 2]) -> bool {
    text.get(at..).is_some_and(|rest| rest.starts_with(of))
}

fn skip<const N: usize>(text: &str, at: usize, blanks: [char; N]) -> usize {
    text.get(at..).map_or(at, |rest| text.len() - rest.trim_start_matches(blanks).len())
}

fn start_of_line(text: &str, at: usize) -> usize {
    text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// Where the line ends, without its break.
fn end_of_line(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.find(['\r', '\n'])).map_or(text.len(), |length| at + length)
}

fn column(text: &str, at: usize) -> usize {
    at - start_of_line(text, at)
}
