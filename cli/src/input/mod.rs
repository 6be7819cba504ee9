//! What a path of the command line is, and reading it: each template there with its text.

mod file;
mod kind;
mod moves;

pub use kind::Kind;
pub use moves::Moves;

use cognito_cfn::{Document, Json};
use cognito_cfn_schema::Span;
use std::path::{Path, PathBuf};

/// The path that means standard input.
pub const STANDARD_INPUT: &str = "-";

/// A text that was read, and the template in it.
#[derive(Clone, Debug)]
pub struct Input {
    /// The path as it was given; of a file in a folder, the folder's path and the file's in it.
    pub path: String,
    /// What the text is.
    pub kind: Kind,
    /// The text, without a byte order mark.
    pub text: String,
    /// The text's JSON, with the places of its values.
    pub document: Document,
    /// The template to check: the JSON of the text, or what was made of it.
    pub template: Json,
    /// Which part of the text a part of the template was made of.
    pub moves: Moves,
}

impl Input {
    /// The JSON pointer in the text's document of a pointer in the template.
    pub fn source(&self, pointer: &str) -> String {
        self.moves.source(pointer)
    }

    /// Where in the text the value is that a pointer in the template leads to.
    pub fn span(&self, pointer: &str) -> Option<Span> {
        self.document.span(&self.source(pointer))
    }
}

/// A file that could not be read, or an argument about files that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The path as it was given, or the argument.
    pub path: String,
    /// What is wrong, in one line.
    pub message: String,
    /// What can be done; may be empty.
    pub help: String,
    /// Where in the text it is.
    pub span: Option<Span>,
    /// The text, if the file could be read that far. It may have secrets.
    pub text: Option<String>,
}

impl Failure {
    fn new(path: impl Into<String>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into(), help: help.into(), span: None, text: None }
    }
}

/// What is worth saying of a path and keeps nothing from being read: a folder without templates, a file that is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The path.
    pub path: String,
    /// What there is to say, in one line.
    pub message: String,
}

/// How to read.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// `--parameter NAME=VALUE`: names and values.
    pub parameters: Vec<(String, String)>,
}

/// Everything that was read, in the order of the paths; within a folder sorted by name.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The templates.
    pub inputs: Vec<Input>,
    /// What could not be read.
    pub failures: Vec<Failure>,
    /// What else there is to say.
    pub notes: Vec<Note>,
}

/// Reads what is at the paths.
pub fn read(paths: &[PathBuf], options: &Options) -> Reading {
    let mut reading = Reading::default();
    for path in paths {
        reading.add(path);
    }
    let _ = options;
    reading
}

impl Reading {
    fn add(&mut self, path: &Path) {
        match file::read(path) {
            Ok(text) => self.add_text(path, text),
            Err(failure) => self.failures.push(failure),
        }
    }

    fn add_text(&mut self, path: &Path, text: String) {
        let name = path.display().to_string();
        match Document::read(&text) {
            Err(error) => {
                let span = error.template_location().and_then(|location| location.span);
                let failure = Failure::new(name, error.message(), error.help());
                self.failures.push(Failure { span, text: Some(text), ..failure });
            }
            Ok(document) => {
                let template = document.json().clone();
                let moves = Moves::default();
                self.inputs.push(Input { path: name, kind: Kind::Template, text, document, template, moves });
            }
        }
    }
}
