//! What a path of the command line is, and reading it: each template there with its text.

mod assembly;
mod describe;
mod file;
mod folder;
mod included;
mod kind;
mod moves;
mod parameters;
mod parts;
mod serverless;
mod variables;

pub use kind::Kind;
pub use moves::Moves;

use crate::mask::{self, Secrets};
use cognito_cfn::{Document, Json};
use cognito_cfn_schema::{RESOURCE_TYPE, Span};
use std::collections::HashSet;
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
    pub message: Box<str>,
    /// What can be done; may be empty.
    pub help: Box<str>,
    /// Where in the text it is.
    pub span: Option<Span>,
    /// The text, if the file could be read that far.
    pub text: Option<Box<str>>,
    /// Whether an argument is wrong; the file was read.
    pub is_of_argument: bool,
}

impl Failure {
    pub(crate) fn new(path: impl Into<String>, message: impl Into<Box<str>>, help: impl Into<Box<str>>) -> Self {
        let (path, message, help) = (path.into(), message.into(), help.into());
        Self { path, message, help, span: None, text: None, is_of_argument: false }
    }

    /// What is wrong with an argument, or with what it says of a file.
    pub(crate) fn of_argument(
        path: impl Into<String>,
        message: impl Into<Box<str>>,
        help: impl Into<Box<str>>,
    ) -> Self {
        Self { is_of_argument: true, ..Self::new(path, message, help) }
    }

    /// The same without the secrets of its text, so that nobody can print one.
    pub(crate) fn without_secrets(mut self) -> Self {
        if let Some(text) = &self.text {
            let secrets = Secrets::find(text);
            self.message = secrets.remove(&self.message).into();
            self.help = secrets.remove(&self.help).into();
            self.text = Some(secrets.hide(text).into());
        }
        self
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

/// Where something must be read, such a path is a failure.
impl From<Note> for Failure {
    fn from(note: Note) -> Self {
        Self::new(note.path, note.message, "pass a template, `cdk.out`, or the output of `describe-user-pool-client`")
    }
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
    let mut reader = Reader::default();
    for path in paths {
        reader.add(path);
    }
    reader.mark_parts();
    let mut reading = reader.reading;
    parameters::apply(&mut reading, &options.parameters);
    reading
}

/// Why a file is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reason {
    /// Its path was given.
    Given,
    /// A cloud assembly names it as a template.
    InAssembly,
    /// It is in a folder, and may be anything.
    InFolder,
}

#[derive(Default)]
struct Reader {
    reading: Reading,
    /// Files that were read, so that none is checked twice.
    seen: HashSet<PathBuf>,
    /// Files that a configuration of the Serverless Framework includes.
    parts: HashSet<PathBuf>,
}

impl Reader {
    fn add(&mut self, path: &Path) {
        if path.as_os_str() != STANDARD_INPUT && path.is_dir() {
            self.add_folder(path);
        } else {
            self.add_file(path, Reason::Given);
        }
    }

    fn add_file(&mut self, path: &Path, reason: Reason) {
        if !self.seen.insert(parts::canonical(path)) {
            return;
        }
        let result = file::read(path).and_then(|text| parse(path, text, reason));
        match result.map_err(Failure::without_secrets) {
            Ok(Parsed::Input(input, included)) => {
                self.reading.inputs.push(*input);
                let missing = self.add_parts(path, &included, reason);
                if let Some(message) = serverless::note(missing) {
                    self.note(path, &message);
                }
            }
            Ok(Parsed::NoTemplate) if reason == Reason::InFolder => {}
            Ok(Parsed::NoTemplate) => {
                self.note(path, "not a template: it has neither `Resources` nor `UserPoolClient`")
            }
            Err(failure) if reason != Reason::InFolder || folder::is_template_of_cdk(path) => {
                self.reading.failures.push(failure);
            }
            Err(failure) if folder::is_named_like_template(path) || names_a_client(&failure) => {
                self.note(path, &format!("skipped: {}", failure.message));
            }
            Err(_) => {}
        }
    }

    fn note(&mut self, path: &Path, message: &str) {
        self.reading.notes.push(Note { path: path.display().to_string(), message: message.to_owned() });
    }
}

fn names_a_client(failure: &Failure) -> bool {
    failure.text.as_ref().is_some_and(|text| text.contains(RESOURCE_TYPE))
}

enum Parsed {
    Input(Box<Input>, Vec<Option<String>>),
    NoTemplate,
}

fn parse(path: &Path, text: String, reason: Reason) -> Result<Parsed, Failure> {
    if reason == Reason::InFolder && !kind::may_count(&text) {
        return Ok(Parsed::NoTemplate);
    }
    let name = path.display().to_string();
    let document = match Document::read(&text) {
        Ok(document) => document,
        Err(error) => {
            let span = error.template_location().and_then(|location| location.span);
            let failure = Failure::new(name, error.message(), error.help());
            return Err(Failure { span, text: Some(text.into()), ..failure });
        }
    };
    let found = kind::recognize(path, document.json());
    Ok(match found.filter(|found| reason != Reason::InFolder || kind::counts(found)) {
        Some(kind::Found { kind, mut template, moves, included }) => {
            mask::hide_in_clients(&mut template);
            Parsed::Input(Box::new(Input { path: name, kind, text, document, template, moves }), included)
        }
        None => Parsed::NoTemplate,
    })
}
