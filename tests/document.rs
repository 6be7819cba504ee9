//! Reading JSON and YAML: what is read, where it is, what is an error and where, and what is doubtful.
//!
//! `serde_json` and PyYAML, which cfn-lint reads templates with, are the independent readers.

#[path = "document/errors.rs"]
mod errors;
#[path = "document/json.rs"]
mod json;
#[path = "document/mutations.rs"]
mod mutations;
#[path = "document/places.rs"]
mod places;
#[path = "document/pyyaml.rs"]
mod pyyaml;
#[path = "document/random.rs"]
mod random;
#[path = "support/skip.rs"]
mod skip;
#[path = "support/tools.rs"]
mod tools;
#[path = "document/yaml.rs"]
mod yaml;

use cognito_cfn::{Document, Json, Span};

/// The value of a text that is right.
fn read(text: &str) -> Json {
    Document::read(text).unwrap_or_else(|error| panic!("{error}\n{text}")).json().clone()
}

/// `1:4-1:7`
fn place(span: Span) -> String {
    format!("{}:{}-{}:{}", span.line, span.column, span.end_line, span.end_column)
}

/// The text at that place, found by counting lines and characters.
fn excerpt(text: &str, span: Span) -> String {
    let offset = |line: usize, column: usize| {
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let columns = text[start..].chars().take(column - 1).map(char::len_utf8).sum::<usize>();
        start + columns
    };
    text[offset(span.line, span.column)..offset(span.end_line, span.end_column)].to_owned()
}
