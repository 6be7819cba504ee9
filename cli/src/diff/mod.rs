//! `cognito-cfn diff`: what an update does to app clients.

mod change;
mod client;
mod format;
mod lists;
mod matching;
mod properties;
mod shown;
mod texts;
mod unlisted;
mod value;

use crate::Streams;
use crate::input::{self, Failure, Input, Options, STANDARD_INPUT};
use change::{Action, Difference};
use std::io;
use std::path::PathBuf;

/// The arguments of `diff`.
#[derive(clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Arguments {
    /// What is deployed: a template, `cdk.out`, or the output of `aws cognito-idp describe-user-pool-client`
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// What is to be deployed
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// Compare only the client with this logical id
    #[arg(long, value_name = "ID")]
    resource: Option<String>,
    /// How changes are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// For people
    Human,
    /// One array of objects
    Json,
}

const EXAMPLES: &str = "\
Examples:
  cognito-cfn diff deployed.yaml template.yaml
  cognito-cfn diff cdk.out.before cdk.out
  aws cognito-idp describe-user-pool-client … | cognito-cfn diff - template.yaml

Clients of templates are compared by their logical ids. The output of describe-user-pool-client is compared with the \
client of the same name, or with the only client; --resource names another.

Exit code: 0 without changes, 1 with changes, 3 if a client is replaced (users must sign in again), 2 if a file cannot \
be read.";

/// The exit code of a replacement.
const REPLACEMENT: u8 = 3;

/// Compares the two sides, and writes what differs. Gives the exit code.
pub(crate) fn run(arguments: &Arguments, streams: &mut Streams<'_>) -> io::Result<u8> {
    if [&arguments.old, &arguments.new].iter().all(|path| path.as_os_str() == STANDARD_INPUT) {
        let message = "standard input can only be one of the two sides";
        let failure = Failure::of_argument(STANDARD_INPUT, message, "write the other side to a file");
        crate::check::write_failures(vec![failure], streams)?;
        return Ok(crate::FAILURE);
    }
    let (mut failures, mut notes) = (Vec::new(), Vec::new());
    let mut side = |path: &PathBuf| {
        let reading = input::read(std::slice::from_ref(path), &Options::default());
        // What is no template is an answer to `check`, but nothing that could be compared.
        let is_nothing = reading.inputs.is_empty() && reading.failures.is_empty();
        failures.extend(reading.failures);
        if is_nothing {
            failures.extend(reading.notes.into_iter().map(Failure::from));
        } else {
            notes.extend(reading.notes);
        }
        reading.inputs
    };
    let (old, new) = (side(&arguments.old), side(&arguments.new));
    for note in notes {
        writeln!(streams.stderr, "note: {}: {}", note.path, note.message)?;
    }
    if !failures.is_empty() {
        crate::check::write_failures(failures, streams)?;
        return Ok(crate::FAILURE);
    }
    match compare((&arguments.old, &old), (&arguments.new, &new), arguments.resource.as_deref()) {
        Ok(differences) => {
            match arguments.format {
                Format::Human => format::human(&differences, streams)?,
                Format::Json => format::json(&differences, streams)?,
            }
            Ok(exit_code(&differences))
        }
        Err(failure) => {
            crate::check::write_failures(vec![failure], streams)?;
            Ok(crate::FAILURE)
        }
    }
}

fn compare(
    (old_path, old): (&PathBuf, &[Input]),
    (new_path, new): (&PathBuf, &[Input]),
    resource: Option<&str>,
) -> Result<Vec<Difference>, Failure> {
    if let Some(input) =
        old.iter().chain(new).find(|input| input.template.get("Resources").is_some_and(|of| !of.is_object()))
    {
        return Err(Failure::new(
            input.path.as_str(),
            "`Resources` is not an object",
            "write a resource for each name",
        ));
    }
    let (old, new) = (client::clients(old_path, old), client::clients(new_path, new));
    let pairs = matching::pairs(&old, &new, resource)?;
    Ok(pairs.iter().map(change::difference).collect())
}

fn exit_code(differences: &[Difference]) -> u8 {
    let has = |action: Action| differences.iter().any(|difference| difference.action == Some(action));
    if has(Action::Replaced) {
        REPLACEMENT
    } else {
        u8::from(has(Action::Added) || has(Action::Removed) || has(Action::Changed))
    }
}
