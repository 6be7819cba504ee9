//! Findings: what is wrong with a client, and where.

use crate::input::{Properties, Visited, VisitedBlock};
use crate::property::Property;
use std::fmt;

/// The severity of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// CloudFormation or Cognito rejects the declaration.
    Error,
    /// The declaration is accepted, but probably does not do what was intended.
    Warning,
}

/// What is wrong, and what to type instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong, in one line.
    pub message: String,
    /// What to type instead.
    pub help: Help,
}

impl Diagnostic {
    /// A message with its help.
    pub fn new(message: impl Into<String>, help: impl Into<Help>) -> Self {
        Self { message: message.into(), help: help.into() }
    }
}

/// What to type instead: a sentence, and the text itself if it replaces what the message is about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Help {
    text: String,
    replacement: Option<String>,
}

impl Help {
    /// "write `X`", where X replaces what the message is about.
    pub fn write(replacement: impl Into<String>) -> Self {
        let replacement = replacement.into();
        Self { text: format!("write `{replacement}`"), replacement: Some(replacement) }
    }

    /// The same replacement in another sentence.
    pub fn in_words(self, text: impl Into<String>) -> Self {
        Self { text: text.into(), ..self }
    }

    /// The same replacement, with more to read behind it.
    pub fn with(mut self, more: &str) -> Self {
        self.text.push_str(more);
        self
    }

    /// The sentence.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What replaces the text that the message is about.
    pub fn replacement(&self) -> Option<&str> {
        self.replacement.as_deref()
    }
}

impl From<String> for Help {
    fn from(text: String) -> Self {
        Self { text, replacement: None }
    }
}

impl From<&str> for Help {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl fmt::Display for Help {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The path of a property within a client: `callback_urls[2]`, `token_validity_units.access_token`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PropertyPath(String);

impl PropertyPath {
    /// The client as a whole.
    pub fn whole() -> Self {
        Self::default()
    }

    /// A property.
    pub fn of(property: &Property) -> Self {
        Self(property.name.to_owned())
    }

    /// An item of a list.
    pub fn item(property: &Property, index: usize) -> Self {
        Self(format!("{}[{index}]", property.name))
    }

    /// A member of a block.
    pub fn member(block: &Property, member: &Property) -> Self {
        Self(format!("{}.{}", block.name, member.name))
    }

    /// The path as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PropertyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The path of a value, and the tag by which the caller finds the value again.
#[derive(Clone, Copy)]
pub struct Position {
    /// The list or block, if it is an item or a member; the property itself otherwise. `None`: the client as a whole.
    property: Option<&'static Property>,
    part: Part,
    tag: usize,
}

/// What of a property is meant.
#[derive(Clone, Copy)]
enum Part {
    Whole,
    Item(usize),
    Member(&'static Property),
}

impl Position {
    /// A property.
    pub fn property(property: &'static Property, tag: usize) -> Self {
        Self { property: Some(property), part: Part::Whole, tag }
    }

    /// An item of the list that is at this place.
    pub fn item(self, index: usize, tag: usize) -> Self {
        Self { part: Part::Item(index), tag, ..self }
    }

    /// The same place with the tag of one of the values it can have.
    pub fn with_tag(self, tag: usize) -> Self {
        Self { tag, ..self }
    }

    /// A member of a block.
    pub fn member(block: &'static Property, member: &'static Property, tag: usize) -> Self {
        Self { property: Some(block), part: Part::Member(member), tag }
    }

    /// A member of the block that is at this place.
    pub fn within(self, member: &'static Property, tag: usize) -> Self {
        Self { part: Part::Member(member), tag, ..self }
    }

    /// The tag of the value.
    pub(crate) fn tag(self) -> usize {
        self.tag
    }

    /// The path of the value.
    pub(crate) fn path(self) -> PropertyPath {
        match (self.property, self.part) {
            (None, _) => PropertyPath::whole(),
            (Some(property), Part::Whole) => PropertyPath::of(property),
            (Some(property), Part::Item(index)) => PropertyPath::item(property, index),
            (Some(property), Part::Member(member)) => PropertyPath::member(property, member),
        }
    }
}

impl From<&Visited<'_, '_>> for Position {
    fn from(visited: &Visited<'_, '_>) -> Self {
        visited.position
    }
}

impl From<&VisitedBlock<'_, '_>> for Position {
    fn from(block: &VisitedBlock<'_, '_>) -> Self {
        block.position
    }
}

/// The client as a whole.
impl From<&Properties<'_>> for Position {
    fn from(client: &Properties<'_>) -> Self {
        Self { property: None, part: Part::Whole, tag: client.tag }
    }
}

/// One error, or one warning.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The code of the rule: `OA01`.
    pub code: &'static str,
    /// Whether it is an error.
    pub severity: Severity,
    /// The property that it is about.
    pub path: PropertyPath,
    /// What is wrong, in one line.
    pub message: String,
    /// What to type instead.
    pub help: String,
    /// Where the value is in the template, if the client was read from one.
    pub location: Option<TemplateLocation>,
    /// The text that replaces the value it is about, if the help offers one.
    #[doc(hidden)]
    pub replacement: Option<Box<str>>,
    /// The tag of the value it is about, for whoever built the input.
    #[doc(hidden)]
    pub tag: usize,
}

impl Finding {
    /// The same finding, on what is at that JSON pointer.
    #[doc(hidden)]
    #[must_use]
    pub fn at_pointer(self, pointer: String) -> Self {
        Self { location: Some(TemplateLocation { pointer, span: None }), ..self }
    }
}

/// A place in a template that was read.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TemplateLocation {
    /// The JSON pointer of the value: `/Resources/WebClient/Properties/CallbackURLs/2`.
    /// <https://www.rfc-editor.org/rfc/rfc6901>
    pub pointer: String,
    /// Where the value is in the text. `None` if the template was read from JSON that has no text.
    pub span: Option<Span>,
}

/// The line and the column in the text, or the pointer.
impl fmt::Display for TemplateLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.span {
            Some(span) => write!(f, "line {}, column {}", span.line, span.column),
            None => f.write_str(&crate::literals::shorten_to(200, &self.pointer)),
        }
    }
}

/// A range of a text. Lines and columns count from 1, columns in characters; the end is exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The line of the first character.
    pub line: usize,
    /// The column of the first character.
    pub column: usize,
    /// The line behind the last character.
    pub end_line: usize,
    /// The column behind the last character.
    pub end_column: usize,
}

/// The page that explains the codes, in the documentation of the published crate.
pub const PAGE: &str = "https://docs.rs/cognito-cfn/latest/cognito_cfn/guide/rules/";

/// The address of the entry of a code.
pub fn address(code: &str) -> String {
    format!("{PAGE}#{}", code.to_lowercase())
}

/// What is below the first line of a finding, in the compiler's messages as well: what to type, and the address of the
/// code's entry.
pub fn below(help: &str, code: Option<&str>) -> String {
    match code {
        Some(code) => format!("help: {help}\nnote: {}", address(code)),
        None => format!("help: {help}"),
    }
}

impl std::error::Error for Finding {}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}[{}]", self.code)?;
        if self.path != PropertyPath::whole() {
            write!(f, " at `{}`", self.path)?;
        }
        write!(f, ": {}\n{}", self.message, below(&self.help, Some(self.code)))
    }
}
