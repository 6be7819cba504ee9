//! `cognito-cfn explain`: the entry of a code in the catalogue, for a terminal.

use crate::Streams;
use crate::rules::{group, severity};
use crate::template_terms;
use anstyle::{AnsiColor, Style};
use cognito_cfn::Stack;
use cognito_cfn_schema::diagnostic::{PAGE, address};
use cognito_cfn_schema::rules::catalogue::{self, Entry};
use cognito_cfn_schema::rules::{self, Scope, unchecked};
use cognito_cfn_schema::suggest::nearest;
use std::io;

/// The arguments of `explain`.
#[derive(clap::Args)]
#[command(after_help = "Example:\n  cognito-cfn explain OA01")]
pub(crate) struct Arguments {
    /// The code of a finding; `cognito-cfn rules` lists all
    code: Option<String>,
}

/// The widest line of prose.
const MAX_WIDTH: usize = 100;

/// Writes the entry of a code. Gives the exit code.
pub(crate) fn run(arguments: &Arguments, streams: &mut Streams<'_>) -> io::Result<u8> {
    let Some(written) = &arguments.code else {
        writeln!(
            streams.stderr,
            "error: no code\nhelp: write a code, such as `cognito-cfn explain OA01`; `cognito-cfn rules` lists all"
        )?;
        return Ok(crate::FAILURE);
    };
    let code = written.to_uppercase();
    if let Some(entry) = catalogue::find(&code) {
        write(entry, streams)?;
        return Ok(0);
    }
    if let Some(fact) = unchecked::ALL.iter().find(|fact| fact.code == code) {
        writeln!(streams.stdout, "{code}: {}\n\nNot checked: {}.", fact.fact, fact.reason)?;
        return Ok(0);
    }
    let help = match nearest(&code, rules::all().iter().map(|rule| rule.code)) {
        Some(near) => format!("a similar code exists: `{near}`"),
        None => format!("`cognito-cfn rules` lists all codes, and {PAGE} explains them"),
    };
    writeln!(streams.stderr, "error: unknown code `{written}`\nhelp: {help}")?;
    Ok(crate::FAILURE)
}

fn write(entry: &Entry, streams: &mut Streams<'_>) -> io::Result<()> {
    let rule = entry.rule;
    let ((severity, color), bold) = (severity(rule), Style::new().bold());
    let width = streams.width.min(MAX_WIDTH);
    let out = &mut streams.stdout;
    writeln!(out, "{color}{severity}[{}]{color:#}{bold}: {}{bold:#}", rule.code, rule.title)?;
    let group = group(rule);
    if !group.is_empty() {
        writeln!(out, "group: {group}")?;
    }
    for paragraph in [entry.what(), entry.why()] {
        writeln!(out, "\n{}", textwrap::fill(paragraph, width))?;
    }
    if rule.scope() == Scope::Stack {
        writeln!(out, "\n{}", textwrap::fill("Checked where the template has the other resources.", width))?;
    }
    if let Some(error) = rule.cognito_error {
        writeln!(
            out,
            "\n{bold}Cognito's error{bold:#}\n\n{}",
            indented(&textwrap::fill(error, width.saturating_sub(4)))
        )?;
    }
    let path = AnsiColor::BrightBlue.on_default();
    for (title, program) in [("Example", entry.broken), ("Fixed", entry.fixed)] {
        if let Some(template) = yaml(program) {
            writeln!(out, "\n{bold}{title}, in a template{bold:#}\n\n{}", indented(&template))?;
        }
    }
    for (title, program) in [("Example", entry.broken), ("Fixed", entry.fixed)] {
        writeln!(out, "\n{bold}{title}, in Rust{bold:#}\n\n{}", indented(program))?;
    }
    writeln!(out, "\nSource: {}\n{path}{}{path:#}", rule.source, address(rule.code))
}

/// What a program of the catalogue makes, if a template can have it.
fn yaml(program: &str) -> Option<String> {
    let template = template_terms::template(program)?;
    Some(Stack::from_json("template", &template).ok()?.to_yaml())
}

fn indented(text: &str) -> String {
    textwrap::indent(text.trim_end(), "    ")
}
