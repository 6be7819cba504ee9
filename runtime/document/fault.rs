//! What is wrong with a text, before its offsets become lines and columns.

use super::lines::Lines;
use crate::error::{Error, ErrorKind};
use crate::warning::Warning;
use cognito_cfn_schema::TemplateLocation;
use std::fmt::Display;
use std::ops::Range;

/// Something wrong with a text. Its message names keys, punctuation and places, and never a value: that may be a secret.
///
/// It is one pointer wide, since every value that is read is returned beside it.
#[derive(Debug)]
pub(super) struct Fault(Box<Inner>);

#[derive(Debug)]
struct Inner {
    range: Range<usize>,
    pointer: String,
    message: String,
    help: String,
}

impl Fault {
    #[inline]
    pub(super) fn new(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self(Box::new(Inner { range, pointer: String::new(), message: message.into(), help: help.into() }))
    }

    /// In the value of that JSON pointer, unless it has a closer one.
    #[inline]
    pub(super) fn within(mut self, pointer: String) -> Self {
        if self.0.pointer.is_empty() {
            self.0.pointer = pointer;
        }
        self
    }

    /// The same of a text in which it is elsewhere.
    #[cfg(feature = "yaml")]
    #[inline]
    pub(super) fn map_range(mut self, map: impl Fn(usize) -> usize) -> Self {
        self.0.range = map(self.0.range.start)..map(self.0.range.end);
        self
    }

    /// Where it ends.
    #[cfg(feature = "yaml")]
    #[inline]
    pub(super) fn end(&self) -> usize {
        self.0.range.end
    }

    #[inline]
    pub(super) fn too_deep(range: Range<usize>, max: usize) -> Self {
        Self::new(range, format!("more than {max} levels of nesting"), "nest fewer lists and objects in each other")
    }

    #[inline]
    pub(super) fn duplicate(range: Range<usize>, key: &str, line: usize, pointer: String) -> Self {
        let message = format!("duplicate key {}: the first one is in line {line}", Quoted(key));
        Self::new(range, message, "remove or rename one of the two").within(pointer)
    }

    #[inline]
    pub(super) fn into_error(self, text: &str, lines: &Lines) -> Error {
        let Inner { range, pointer, message, help } = *self.0;
        let location = TemplateLocation { span: Some(lines.span(text, &range)), pointer };
        Error::new(ErrorKind::Read { message, help }).in_template(location)
    }

    #[inline]
    pub(super) fn into_warning(self, text: &str, lines: &Lines) -> Warning {
        let Inner { range, pointer, message, help } = *self.0;
        let location = TemplateLocation { span: Some(lines.span(text, &range)), pointer };
        Warning::new(message, help).in_template(location)
    }
}

/// A key, as messages show it: without line breaks, and no longer than a line holds.
pub(super) struct Quoted<'k>(pub(super) &'k str);

impl Display for Quoted<'_> {
    #[inline]
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const LONGEST: usize = 32;
        let shown: String = self.0.chars().take(LONGEST).filter(|character| !character.is_control()).collect();
        let rest = if self.0.chars().nth(LONGEST).is_some() { "…" } else { "" };
        write!(f, "`{shown}{rest}`")
    }
}

/// Adds a step to a JSON pointer.
#[inline]
pub(super) fn push_step(pointer: &mut String, step: &str) {
    pointer.push('/');
    pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
}
