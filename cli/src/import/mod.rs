//! `cognito-cfn import`: clients of templates as declarations.

mod app;
mod client;
mod code;
mod defaults;
mod expression;
mod filled_in;
mod function;
mod json;
mod module;
mod names;
mod resource;
mod section;
mod source;
mod value;

use crate::input::{self, Input, Kind, Options};
use crate::{FAILURE, Streams, check, resource_option};
use cognito_cfn::Json;
use cognito_cfn_schema::literals::shorten;
use module::File;
use std::io;
use std::path::PathBuf;

/// The exit code where there is nothing to import.
const NOTHING: u8 = 1;

/// The arguments of `import`.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// A template (JSON, YAML, SAM), `cdk.out`, `serverless.yml`, the output of `aws cognito-idp
    /// describe-user-pool-client`, a folder of these, or `-` for standard input
    path: PathBuf,
    /// Only the client of this logical id
    #[arg(long, value_name = "ID", conflicts_with = "app")]
    resource: Option<String>,
    /// Write a whole `main.rs` that rebuilds the template
    #[arg(long)]
    app: bool,
}

const EXAMPLES: &str = "\
Examples:
  cognito-cfn import template.yaml > src/clients.rs
  cognito-cfn import cdk.out --resource WebClient
  cognito-cfn import template.yaml --app > src/main.rs
  aws cognito-idp describe-user-pool-client --user-pool-id … --client-id … | cognito-cfn import -

Exit code: 0 with clients, 1 without, 2 if a file cannot be read.";

/// Writes the Rust. Gives the exit code.
pub(crate) fn run(arguments: &Arguments, streams: &mut Streams<'_>) -> io::Result<u8> {
    let path = arguments.path.display().to_string();
    let reading = input::read(std::slice::from_ref(&arguments.path), &Options::default());
    for note in &reading.notes {
        writeln!(streams.stderr, "note: {}: {}", note.path, note.message)?;
    }
    let is_complete = reading.failures.is_empty();
    check::write_failures(reading.failures, streams)?;
    if reading.inputs.is_empty() && !is_complete {
        return Ok(FAILURE);
    }
    let code = if arguments.app {
        write_app(&path, &reading.inputs, streams)?
    } else {
        write_module(&path, &reading.inputs, arguments.resource.as_deref(), streams)?
    };
    Ok(if is_complete { code } else { FAILURE })
}

fn write_module(path: &str, inputs: &[Input], resource: Option<&str>, streams: &mut Streams<'_>) -> io::Result<u8> {
    let mut files: Vec<File> = Vec::new();
    let mut ids = Vec::new();
    for input in inputs {
        let mut sources = source::of_input(input);
        ids.extend(sources.iter().map(|source| source.logical_id.clone()));
        sources.retain(|source| resource.is_none_or(|id| source.logical_id == id));
        if !sources.is_empty() {
            files.push(File { path: input.path.clone(), sources });
        }
        for name in source::loops(&input.template) {
            let message = format!("`{name}` is not imported: a loop over app clients has no declaration");
            writeln!(streams.stderr, "note: {}: {message}", input.path)?;
        }
        for id in source::without_logical_id(&input.template) {
            let message = format!("`{}` is not imported: it is not a logical id", shorten(id));
            writeln!(streams.stderr, "note: {}: {message}", input.path)?;
        }
    }
    if !files.is_empty() {
        write!(streams.stdout, "{}", module::text(path, &files))?;
        return Ok(0);
    }
    let Some(id) = resource else {
        writeln!(streams.stderr, "error: no app clients in {path}")?;
        return Ok(NOTHING);
    };
    writeln!(streams.stderr, "error: no app client `{id}` in {path}")?;
    if let Some(help) = resource_option::help(id, ids.iter().map(String::as_str)) {
        writeln!(streams.stderr, "help: {help}")?;
    }
    Ok(NOTHING)
}

fn write_app(path: &str, inputs: &[Input], streams: &mut Streams<'_>) -> io::Result<u8> {
    let (message, help) = match inputs {
        [] => (format!("no template in {path}"), None),
        [Input { kind: Kind::Serverless, .. }] => {
            let help = "without `--app`, its app clients are written";
            (format!("{path} is not a whole template: the Serverless Framework completes it"), Some(help.to_owned()))
        }
        [input] => {
            let mut template = input.template.clone();
            if input.kind == Kind::DescribeOutput {
                for source in source::of_input(input) {
                    if let Some(resource) = template.pointer_mut(&format!("/Resources/{}", source.logical_id)) {
                        *resource = source.resource;
                    }
                }
            }
            write!(streams.stdout, "{}", app::program(path, &template))?;
            return Ok(0);
        }
        [first, ..] => {
            let message = format!("`--app` rebuilds one template; {path} has {}", inputs.len());
            (message, Some(format!("name one of them, such as {}", first.path)))
        }
    };
    writeln!(streams.stderr, "error: {message}")?;
    if let Some(help) = help {
        writeln!(streams.stderr, "help: {help}")?;
    }
    Ok(FAILURE)
}

/// A Rust module with a function for each client of a template; `None` if it has none. `origin` is what the template is
/// called in the documentation of the module.
pub fn module(origin: &str, template: &Json) -> Option<String> {
    let sources = source::of_template(template);
    (!sources.is_empty()).then(|| module::text(origin, &[File { path: origin.to_owned(), sources }]))
}

/// A whole `main.rs` that rebuilds a template and prints it. `origin` is what the template is called in its documentation.
pub fn app(origin: &str, template: &Json) -> String {
    app::program(origin, template)
}
