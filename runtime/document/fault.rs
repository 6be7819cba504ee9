//! What is wrong with a text, before its offsets become lines and columns.

use super::lines::Lines;
use crate::error::{Error, ErrorKind};
use crate::warning::Warning;
use cognito_cfn_schema::TemplateLocation;
use std::fmt::Display;
use std::ops::Range;

/// Something wrong with a text. Its message names keys, punctuation and places, and never a value: that may be a secret.
#[derive(Debug)]
pub(super) struct Fault {
    pub(super) range: Range<usize>,
    /// The JSON pointer of the value in which it is.
    pub(super) pointer: String,
    message: String,
    help: String,
}

impl Fault {
    pub(super) fn new(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { range, pointer: String::new(), message: message.into(), help: help.into() }
    }

    pub(super) fn within(self, pointer: String) -> Self {
        Self { pointer, ..self }
    }

    /// The same of a text in which it is elsewhere.
    pub(super) fn map_range(self, map: impl Fn(usize) -> usize) -> Self {
        Self { range: map(self.range.start)..map(self.range.end), ..self }
    }

    pub(super) fn too_deep(range: Range<usize>, max: usize) -> Self {
        Self::new(range, format!("more than {max} levels of nesting"), "nest fewer lists and objects in each other")
    }

    pub(super) fn duplicate(range: Range<usize>, key: &str, line: usize, pointer: String) -> Self {
        let message = format!("duplicate key {}: the first one is in line {line}", Quoted(key));
        Self::new(range, message, "remove or rename one of the two").within(pointer)
    }

    pub(super) fn into_error(self, text: &str, lines: &Lines) -> Error {
        let location = TemplateLocation { span: Some(lines.span(text, &self.range)), pointer: self.pointer };
        Error::new(ErrorKind::Read { message: self.message, help: self.help }).in_template(location)
    }

    pub(super) fn into_warning(self, text: &str, lines: &Lines) -> Warning {
        let location = TemplateLocation { span: Some(lines.span(text, &self.range)), pointer: self.pointer };
        Warning::new(self.message, self.help).in_template(location)
    }
}

/// A key, as messages show it: without line breaks, and no longer than a line holds.
pub(super) struct Quoted<'k>(pub(super) &'k str);

impl Display for Quoted<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        const LONGEST: usize = 32;
        let shown: String = self.0.chars().take(LONGEST).filter(|character| !character.is_control()).collect();
        let rest = if self.0.chars().nth(LONGEST).is_some() { "…" } else { "" };
        write!(f, "`{shown}{rest}`")
    }
}

/// Adds a step to a JSON pointer.
pub(super) fn push_step(pointer: &mut String, step: &str) {
    pointer.push('/');
    pointer.push_str(&step.replace('~', "~0").replace('/', "~1"));
}
