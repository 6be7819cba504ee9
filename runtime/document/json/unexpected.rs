//! What is wrong where JSON has something else.

use super::{Contents, Reader};
use crate::document::fault::Fault;

/// The rest of a word, to underline it.
#[inline]
fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

impl Reader<'_> {
    /// Something else than a value.
    #[inline]
    pub(super) fn unexpected(&self, expected: &str) -> Fault {
        if let Some(fault) = self.comment().or_else(|| self.unclosed()) {
            return fault;
        }
        let word = self.at..self.at + self.rest().len() - self.rest().trim_start_matches(is_word).len();
        match self.peek() {
            Some(b'\'') => self.fault_here("string in single quotes", "write it in double quotes"),
            Some(b'+') => self.fault_here("number with a `+`", "remove the `+`"),
            Some(b'.') => self.fault_here("number without a digit before the `.`", "write `0.` instead of `.`"),
            Some(b',' | b']' | b'}' | b':') => {
                let found = self.text.get(self.here()).unwrap_or_default();
                self.fault_here(format!("expected {expected}, found `{found}`"), "write the value, or remove the `,`")
            }
            _ if word.is_empty() => self.fault_here(format!("expected {expected}"), "write the text in double quotes"),
            _ => match self.text.get(word.clone()).unwrap_or_default() {
                "True" | "TRUE" => Fault::new(word, "JSON has no word `True`", "write `true`"),
                "False" | "FALSE" => Fault::new(word, "JSON has no word `False`", "write `false`"),
                "None" | "Null" | "NULL" | "undefined" | "nil" => {
                    Fault::new(word, "JSON writes an absent value as `null`", "write `null`")
                }
                "NaN" | "Infinity" => Fault::new(word, "JSON has no such number", "write a number"),
                _ => Fault::new(word, "text without quotes", "write it in double quotes"),
            },
        }
    }

    /// Something else than a key.
    #[inline]
    pub(super) fn unexpected_key(&self) -> Fault {
        if let Some(fault) = self.comment().or_else(|| self.unclosed()) {
            return fault;
        }
        match self.peek() {
            Some(b'\'') => self.fault_here("key in single quotes", "write it in double quotes"),
            Some(b',') => self.fault_here("expected a key, found `,`", "remove the comma"),
            Some(b']') => self.wrong_bracket("}"),
            _ => self.fault_here("key without quotes", "write the key in double quotes"),
        }
    }

    /// Something else than a comma or the end of the list or object.
    #[inline]
    pub(super) fn unexpected_after_value(&self, is_list: bool) -> Fault {
        if let Some(fault) = self.comment().or_else(|| self.unclosed()) {
            return fault;
        }
        match (self.peek(), is_list) {
            (Some(b'}'), true) => self.wrong_bracket("]"),
            (Some(b']'), false) => self.wrong_bracket("}"),
            (Some(b':'), true) => self.fault_here("`:` in a list", "write `{` and `}` around the member"),
            (_, true) => self.fault_here("missing `,` or `]`", "write `,` between two items"),
            (_, false) => self.fault_here("missing `,` or `}`", "write `,` between two members"),
        }
    }

    #[inline]
    pub(super) fn comment(&self) -> Option<Fault> {
        let is_comment = ["//", "/*", "#"].iter().any(|start| self.rest().starts_with(start));
        is_comment.then(|| self.fault_here("comment in JSON", "remove the comment, or write the template in YAML"))
    }

    /// The text ends before the innermost list or object does.
    #[inline]
    fn unclosed(&self) -> Option<Fault> {
        if self.at < self.text.len() {
            return None;
        }
        let Some(open) = self.open.last() else {
            return Some(self.fault_here("empty text", "write a template in JSON or YAML"));
        };
        let (left, right) = match open.contents {
            Contents::List(_) => ("[", "]"),
            Contents::Object { .. } => ("{", "}"),
        };
        Some(Fault::new(
            open.start..open.start + 1,
            format!("unclosed `{left}`"),
            format!("write `{right}` at its end"),
        ))
    }

    #[inline]
    fn wrong_bracket(&self, right: &str) -> Fault {
        let found = self.text.get(self.here()).unwrap_or_default();
        self.fault_here(format!("expected `{right}`, found `{found}`"), format!("write `{right}`"))
    }

    #[inline]
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }
}
