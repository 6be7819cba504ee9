//! Every message and help of the rules, in the terms of a template: `template_terms.txt`. `cargo bless` writes it.
//!
//! The messages are those of `schema/tests/findings.txt` and of the fixtures.

#[path = "../../tests/support/bless.rs"]
mod bless;

use cognito_cfn::{Json, json};
use cognito_cfn_cli::template_terms::{Subject, Terms};
use cognito_cfn_schema::rules::{self, Scope};
use cognito_cfn_schema::{Kind, Property, attributes, client, enums};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// What a rule says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Said {
    code: String,
    path: String,
    message: String,
    help: String,
}

fn schema() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema")
}

/// Everything the rules say in the tests of the schema and in the fixtures.
fn all() -> Vec<Said> {
    let cases = fs::read_to_string(schema().join("tests/findings.txt")).expect("the cases are part of the repository");
    let mut said: BTreeSet<Said> = of_cases(&cases).collect();
    for rule in rules::all() {
        let folder = schema().join("fixtures").join(rule.code);
        let name = if rule.scope() == Scope::Stack { "broken.stdout" } else { "broken.stderr" };
        let reported = fs::read_to_string(folder.join(name)).expect("each rule has a fixture");
        // Of the others the cases have the path as well.
        if !said.iter().any(|said| said.code == rule.code) {
            said.extend(of_fixture(rule.code, &reported));
        }
    }
    said.into_iter().collect()
}

/// `  OA01 at "allowed_oauth_flows[0]": message`, with the help on the next line.
fn of_cases(cases: &str) -> impl Iterator<Item = Said> {
    let lines: Vec<&str> = cases.lines().collect();
    let pairs = lines.windows(2).filter_map(|pair| {
        let (code, rest) = pair[0].strip_prefix("  ")?.split_once(" at \"")?;
        let (path, message) = rest.split_once("\": ")?;
        let help = pair[1].strip_prefix("    ")?;
        Some(Said { code: code.into(), path: path.into(), message: message.into(), help: help.into() })
    });
    pairs.collect::<Vec<_>>().into_iter()
}

fn of_fixture(code: &str, reported: &str) -> Option<Said> {
    let mut lines = reported.lines();
    let first = lines.next()?;
    let help = lines.next()?.trim().strip_prefix("help: ")?.to_owned();
    let (head, message) = match first.split_once(&format!("[{code}]")) {
        Some((message, "")) => ("", message.strip_prefix("error: ")?.trim()),
        Some((head, rest)) => (rest.split_once(": ")?.0, rest.split_once(": ").map(|(_, rest)| rest).unwrap_or(head)),
        None => ("", first.split_once(&format!("`{code}`: "))?.1),
    };
    let path = head.trim().trim_start_matches("at ").trim_matches('`');
    Some(Said { code: code.into(), path: path.into(), message: message.into(), help })
}

/// The string of the template that a message quotes. It may be spelled like a value of an enumeration.
fn quoted(message: &str) -> Option<&str> {
    let is_quoting = ["unknown ", " is not a standard attribute", " does not match a built-in"];
    message.split('`').nth(1).filter(|_| is_quoting.iter().any(|words| message.contains(words)))
}

fn translated(said: &Said, text: &str) -> (String, String) {
    let template = json!({});
    let terms = Terms::new(&template, text);
    let quoted = quoted(&said.message).map(Json::from);
    let subject = Subject { code: Some(&said.code), path: &said.path, value: quoted.as_ref() };
    (terms.message(&said.message, &subject), terms.help(&said.help, &said.message, &subject))
}

const YAML: &str = "Resources:";
const JSON: &str = "{}";

#[test]
fn each_message_reads_as_its_template() {
    let mut page = String::new();
    for said in all() {
        let (message, help) = translated(&said, YAML);
        let (in_json, help_in_json) = translated(&said, JSON);
        let _ = writeln!(page, "{} {}\n  {message}\n    {help}", said.code, Terms::path(&said.path));
        if in_json != message {
            let _ = writeln!(page, "  {in_json}");
        }
        if help_in_json != help {
            let _ = writeln!(page, "    {help_in_json}");
        }
    }
    bless::compare("tests/template_terms.txt", &page);
}

#[test]
fn no_name_of_the_rust_language_is_left() {
    let properties = rows().map(|row| row.name).filter(|name| name.contains('_'));
    let names: BTreeSet<&str> = properties.collect();
    let variants: BTreeSet<&str> =
        [&enums::ExplicitAuthFlow, &enums::OAuthFlow, &enums::OAuthScope, &enums::TimeUnit, &enums::UserAttribute]
            .into_iter()
            .flat_map(|of| {
                of.variants.iter().filter(|variant| variant.name != variant.value).map(|variant| variant.name)
            })
            // Names that a template has as well.
            .filter(|name| !["Name", "Sub"].contains(name))
            .collect();
    for said in all() {
        for text in [YAML, JSON] {
            let (message, help) = translated(&said, text);
            let quoted = quoted(&said.message);
            for part in message.split('`').skip(1).step_by(2).filter(|part| Some(*part) != quoted) {
                assert_no_name(part, &names, &variants, &message);
            }
            for part in help.split('`').skip(1).step_by(2) {
                assert_no_name(part, &names, &variants, &help);
            }
        }
    }
}

fn assert_no_name(part: &str, names: &BTreeSet<&str>, variants: &BTreeSet<&str>, whole: &str) {
    for word in part.split(|character: char| character != '_' && !character.is_alphanumeric()) {
        assert!(!names.contains(word) && !variants.contains(word), "`{word}` in: {whole}");
    }
}

fn rows() -> impl Iterator<Item = &'static Property> {
    let members = client::ALL.iter().filter_map(|row| match row.kind {
        Kind::Block(block) => Some(block.members),
        _ => None,
    });
    client::ALL.iter().chain(members.flatten()).chain(attributes::ALL).copied()
}
