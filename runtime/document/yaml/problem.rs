//! What the parser could not read, in the words of a person who wrote it.

use super::super::fault::Fault;
use super::compose::offset;
use cognito_cfn_schema::suggest::counted;
use libyaml_safer::Error;
use std::ops::Range;

/// The fault of an error of the parser. `quoted` is the last value in quotes, if nothing came after it: where a quote is
/// missing, that value ends at the next one, and the parser stumbles over what follows. `bracket` is the last one that is
/// not closed.
#[inline]
pub(super) fn fault(text: &str, error: &Error, quoted: Option<&Range<usize>>, bracket: Option<usize>) -> Fault {
    let at = error.problem_mark().map_or(text.len(), |mark| offset(text, mark));
    let context = error.context_mark().map_or(at, |mark| offset(text, mark));
    let problem = Problem { text, at, context };
    if let Some(quoted) = quoted.filter(|quoted| problem.is_swallowed(quoted)) {
        return problem.unclosed_quote(quoted.start);
    }
    if problem.is_second_tag() {
        return problem.here("second tag on one value", "write the outer function in full, such as `Fn::Base64:`");
    }
    match error.problem() {
        "found character that cannot start any token" => problem.character(),
        "found a tab character that violates indentation"
        | "found a tab character where an indentation space is expected" => problem.tab(),
        "found unexpected end of stream" | "found unexpected document indicator" => problem.unclosed_quote(context),
        "found unknown escape character" => problem.here(
            "unknown escape in a text in double quotes",
            "write `\\\\` for a backslash, or the text in single quotes",
        ),
        "did not find expected hexdecimal number" => {
            problem.here("escape without its hexadecimal digits", "write two digits after `\\x`, four after `\\u`")
        }
        "found invalid Unicode character escape code" => problem.here(
            "escape that is no character",
            "write the character itself, or its number after `\\U` with eight digits",
        ),
        "could not find expected ':'" => problem.no_colon(),
        "mapping values are not allowed in this context" => problem.unexpected_colon(),
        "block sequence entries are not allowed in this context" => {
            problem.here("list item on a line with other text", "start the list on a line of its own")
        }
        "mapping keys are not allowed in this context" => {
            problem.here("`?` where no key can be", "write the text in quotes")
        }
        "did not find expected key" => problem.next_of_block(false),
        "did not find expected '-' indicator" => problem.next_of_block(true),
        "did not find expected ',' or ']'" => problem.unclosed(),
        "did not find expected ',' or '}'" => problem.unclosed(),
        "found unexpected ':'" => problem.here("`:` without a space after it", "write a space after the `:`"),
        "did not find expected node content" => problem.no_value(bracket),
        "did not find expected alphabetic or numeric character" => problem.anchor(),
        "did not find expected comment or line break" => {
            Fault::new(context..at, "text right after `|` or `>`", "start the text on the next line")
        }
        "found an indentation indicator equal to 0" => {
            problem.here("block scalar with the indentation 0", "write `|` or `>` without the 0")
        }
        "found undefined tag handle" => problem.here("unknown tag", "write `!Name` with a function of CloudFormation"),
        "did not find expected whitespace or line break"
        | "did not find expected tag URI"
        | "did not find URI escaped octet"
        | "did not find the expected '>'" => {
            Fault::new(context..at.max(context), "malformed tag", "write a tag such as `!Ref`, and a space after it")
        }
        _ => Fault::new(context..(context + 1).min(text.len()), "malformed directive", "remove the line of the `%`"),
    }
}

/// Something behind the value of the document, which began at `root`.
#[inline]
pub(super) fn after_the_end(text: &str, root: usize, at: usize) -> Fault {
    let problem = Problem { text, at, context: root };
    match problem.before().trim().is_empty() && problem.column_of(at) < problem.column_of(root) {
        true => problem.wrong_indentation(),
        false => problem.here("text after the end of the value", "remove it, or move it into the value"),
    }
}

struct Problem<'t> {
    text: &'t str,
    at: usize,
    /// Where the value begins in which it is.
    context: usize,
}

impl Problem<'_> {
    #[inline]
    fn here(&self, message: impl Into<String>, help: impl Into<String>) -> Fault {
        let width = self.rest().chars().next().filter(|next| !next.is_whitespace()).map_or(0, char::len_utf8);
        Fault::new(self.at..self.at + width, message, help)
    }

    #[inline]
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    #[inline]
    fn first(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The text of its line before it.
    #[inline]
    fn before(&self) -> &str {
        let before = self.text.get(..self.at).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default()
    }

    #[inline]
    fn line_of(&self, at: usize) -> usize {
        self.text.get(..at).unwrap_or_default().matches('\n').count()
    }

    #[inline]
    fn column_of(&self, at: usize) -> usize {
        let before = self.text.get(..at).unwrap_or_default();
        before.rsplit('\n').next().unwrap_or_default().chars().count()
    }

    /// Whether a value of several lines in quotes ends in the middle of a line, right before the problem.
    #[inline]
    fn is_swallowed(&self, quoted: &Range<usize>) -> bool {
        let inside = self.text.get(quoted.clone()).unwrap_or_default();
        let between = self.text.get(quoted.end..self.at);
        inside.contains('\n') && between.is_some_and(|between| !between.contains('\n'))
    }

    /// `!Base64 !Sub text`
    #[inline]
    fn is_second_tag(&self) -> bool {
        self.first() == Some('!')
            && self.before().split_whitespace().next_back().is_some_and(|word| word.starts_with('!'))
    }

    #[inline]
    fn unclosed_quote(&self, start: usize) -> Fault {
        let quote = if self.text.get(start..).unwrap_or_default().starts_with('\'') { "'" } else { "\"" };
        let message = format!("unclosed `{quote}`");
        Fault::new(start..(start + 1).min(self.text.len()), message, format!("write `{quote}` at the end of the text"))
    }

    #[inline]
    fn tab(&self) -> Fault {
        Fault::new(self.at..self.at + 1, "tab as indentation", "indent with spaces")
    }

    #[inline]
    fn character(&self) -> Fault {
        match self.first() {
            Some('\t') => self.tab(),
            Some(first) if first.is_ascii_punctuation() => {
                self.here(format!("text that starts with `{first}`"), "write the text in quotes")
            }
            _ => self.here("character that cannot start a value", "write the text in quotes"),
        }
    }

    #[inline]
    fn anchor(&self) -> Fault {
        let written = self.text.get(self.context..).unwrap_or_default();
        let first = if written.starts_with('&') { '&' } else { '*' };
        let end = (self.context + 1).min(self.text.len());
        Fault::new(self.context..end, format!("text that starts with `{first}`"), "write the text in quotes")
    }

    #[inline]
    fn no_value(&self, bracket: Option<usize>) -> Fault {
        match self.first() {
            None if bracket.is_some() => Problem { context: bracket.unwrap_or(self.context), ..*self }.unclosed(),
            Some(first @ (',' | ':' | ']' | '}' | '?')) => {
                self.here(format!("expected a value, found `{first}`"), "write a value, or remove it")
            }
            _ => self.here("expected a value", "write a value, indented deeper than its key"),
        }
    }

    /// A line that is no key, where one is needed.
    #[inline]
    fn no_colon(&self) -> Fault {
        const LONGEST_KEY: usize = 1024;
        let written = self.text.get(self.context..).unwrap_or_default();
        let line = written.lines().next().unwrap_or_default();
        if self.at > self.context + LONGEST_KEY && line.len() > LONGEST_KEY {
            let message = format!("key of more than {LONGEST_KEY} characters");
            return Fault::new(
                self.context..self.context + 1,
                message,
                "write the key after `? `, and `: ` on a line below",
            );
        }
        let end = self.context + line.trim_end().len();
        if line.contains(':') {
            return Fault::new(self.context..end, "`:` without a space after it", "write a space after the `:`");
        }
        Fault::new(self.context..end, "missing `:` after a key", "write `key: value`, or indent the text as its value")
    }

    /// A colon where there is no key before it.
    #[inline]
    fn unexpected_colon(&self) -> Fault {
        let before = self.before();
        let has_key = before.contains(": ") || before.trim_start().starts_with("- ") && before.contains(':');
        if has_key {
            return self.here("second `: ` in one line", "write the text in quotes");
        }
        let start = self.at - before.trim_start().len();
        let message = "wrong indentation: key below a text that is already a value";
        Fault::new(start..self.at, message, "indent the key like the keys above it, or remove the text above it")
    }

    /// Something else than another key, or another item, of the block that began at the context.
    #[inline]
    fn next_of_block(&self, is_list: bool) -> Fault {
        if !self.before().trim().is_empty() {
            return self.here("text after the end of a value", "write all of the value in quotes");
        }
        if self.column_of(self.at) != self.column_of(self.context) {
            return self.wrong_indentation();
        }
        let message = match is_list {
            true => "key between the items of a list",
            false => "list item between the keys of a mapping",
        };
        self.here(message, "write the list and the mapping under keys of their own")
    }

    #[inline]
    fn wrong_indentation(&self) -> Fault {
        let line = self.line_of(self.context) + 1;
        let spaces = counted(self.column_of(self.context), "space");
        let help = format!("indent it by {spaces} like line {line}, or deeper than the key it belongs to");
        self.here("wrong indentation", help)
    }

    /// The bracket at the context, which is not closed where it should be.
    #[inline]
    fn unclosed(&self) -> Fault {
        let is_list = self.text.as_bytes().get(self.context) == Some(&b'[');
        let (left, right) = if is_list { ("[", "]") } else { ("{", "}") };
        // `{Name: ${self:name}}`
        if let Some(bracket @ ('{' | '[')) = self.first()
            && self.before().ends_with(|last: char| !last.is_whitespace())
        {
            return self.here(format!("`{bracket}` in a text without quotes"), "write the whole text in quotes");
        }
        let is_same_line = self.line_of(self.context) == self.line_of(self.at);
        if is_same_line && !self.rest().trim().is_empty() {
            return self.here(
                format!("missing `,` or `{right}`"),
                format!("write `,` between items, and `{right}` at the end"),
            );
        }
        Fault::new(self.context..self.context + 1, format!("unclosed `{left}`"), format!("write `{right}` at its end"))
    }
}
