//! `cognito-cfn check`.

mod allowed;
mod clients;
mod diagnostic;
mod format;

use crate::Streams;
use crate::input::{self, Failure, Input, Note, Options};
use crate::mask::Secrets;
use cognito_cfn_schema::Severity;
use diagnostic::Diagnostic;
use format::Format;
use std::borrow::Cow;
use std::io;
use std::path::PathBuf;

/// The arguments of `check`.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// Templates (JSON, YAML, SAM), `cdk.out`, `serverless.yml`, the output of `aws cognito-idp
    /// describe-user-pool-client`, folders of these, or `-` for standard input
    #[arg(value_name = "PATH", required = true)]
    paths: Vec<PathBuf>,
    /// How findings are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
    /// Do not report a warning, by its code or its group; `cognito-cfn rules` lists them
    #[arg(long, value_name = "CODE|GROUP", value_delimiter = ',', value_parser = allowed::parse)]
    allow: Vec<String>,
    /// Exit with 1 if there are warnings
    #[arg(long, value_name = "WHAT")]
    deny: Option<Denied>,
    /// The value of a template parameter
    #[arg(long = "parameter", value_name = "NAME=VALUE", value_parser = parse_parameter)]
    parameters: Vec<(String, String)>,
}

const EXAMPLES: &str = "\
Examples:
  cognito-cfn check template.yaml
  cognito-cfn check cdk.out
  cognito-cfn check . --deny warnings --allow MI01,legacy
  cognito-cfn check template.yaml --parameter Stage=prod
  cognito-cfn check . --format sarif > cognito-cfn.sarif
  aws cognito-idp describe-user-pool-client --user-pool-id … --client-id … | cognito-cfn check -

In a template, the metadata of a client silences warnings of this client:
  Metadata: { cognito-cfn: { allow: [MI01] } }

Exit code: 0 without errors, 1 with errors (or warnings that are denied), 2 if a file cannot be read.";

#[derive(Clone, Copy, clap::ValueEnum)]
enum Denied {
    Warnings,
}

fn parse_parameter(written: &str) -> Result<(String, String), String> {
    let (name, value) = written.split_once('=').ok_or("write `NAME=VALUE`")?;
    if name.is_empty() { Err("write a name before the `=`".into()) } else { Ok((name.to_owned(), value.to_owned())) }
}

/// What was found in one file.
pub(crate) struct Checked {
    input: Input,
    clients: usize,
    diagnostics: Vec<Diagnostic>,
}

/// What was found in all files.
pub(crate) struct Outcome {
    files: Vec<Checked>,
    failures: Vec<Failure>,
    notes: Vec<Note>,
    denies_warnings: bool,
}

impl Outcome {
    fn diagnostics(&self) -> impl Iterator<Item = (&Checked, &Diagnostic)> {
        self.files.iter().flat_map(|file| file.diagnostics.iter().map(move |diagnostic| (file, diagnostic)))
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics().filter(|(_, diagnostic)| diagnostic.severity == severity).count()
    }
}

/// Checks the files, and writes what was found. Gives the exit code.
pub(crate) fn run(arguments: &Arguments, streams: &mut Streams<'_>) -> io::Result<u8> {
    let reading = input::read(&arguments.paths, &Options { parameters: arguments.parameters.clone() });
    let mut outcome = Outcome {
        files: Vec::new(),
        failures: reading.failures.into_iter().map(Failure::without_secrets).collect(),
        notes: reading.notes,
        denies_warnings: matches!(arguments.deny, Some(Denied::Warnings)),
    };
    for input in reading.inputs {
        match check(input, &arguments.allow) {
            Ok(checked) => outcome.files.push(checked),
            Err(failure) => outcome.failures.push(failure.without_secrets()),
        }
    }
    outcome.notes.extend(without_clients(&outcome.files));
    format::write(arguments.format, &outcome, streams)?;
    let warnings = if outcome.denies_warnings { outcome.count(Severity::Warning) } else { 0 };
    let is_denied = outcome.count(Severity::Error) + warnings > 0;
    Ok(if outcome.failures.is_empty() { u8::from(is_denied) } else { crate::FAILURE })
}

/// What is found in one file. Without app clients in it, nothing is.
fn check(mut input: Input, allowed: &[String]) -> Result<Checked, Failure> {
    let clients = clients::count(&input.template);
    let mut diagnostics = if clients == 0 { Vec::new() } else { diagnostic::find(&input, allowed)? };
    if !diagnostics.is_empty() {
        let secrets = Secrets::find(&input.text);
        for found in &mut diagnostics {
            found.message = secrets.remove(&found.message);
            found.help = secrets.remove(&found.help);
        }
        if let Cow::Owned(hidden) = secrets.hide(&input.text) {
            input.text = hidden;
        }
    }
    Ok(Checked { input, clients, diagnostics })
}

/// Writes what could not be read, without secrets.
pub(crate) fn write_failures(failures: Vec<Failure>, streams: &mut Streams<'_>) -> io::Result<()> {
    let failures: Vec<Failure> = failures.into_iter().map(Failure::without_secrets).collect();
    format::write_failures(&failures, streams)
}

/// Files without app clients, each by its name if they are few.
fn without_clients(files: &[Checked]) -> Vec<Note> {
    const MAX: usize = 3;
    let without: Vec<&Checked> = files.iter().filter(|file| file.clients == 0).collect();
    let note = |file: &&Checked| Note { path: file.input.path.clone(), message: "no app clients".into() };
    match without.as_slice() {
        [first, .., last] if without.len() > MAX => {
            let paths = format!("{} … {}", first.input.path, last.input.path);
            vec![Note { path: paths, message: format!("{} files without app clients", without.len()) }]
        }
        few => few.iter().map(note).collect(),
    }
}
