//! The templates of `tests/corpus`, read and written again by this crate and by others.

use crate::corpus_files::{File, Kind, folder, read};
use cognito_cfn::{Json, Stack};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

/// The other tools, as `roundtrip.cjs` calls them.
const TOOLS: [&str; 2] = ["cdk-from-cfn", "CfnInclude"];

/// What came of a template.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Refused,
    Different,
    Same,
}

pub(crate) struct RoundTrip {
    pub(crate) name: String,
    /// Whether CloudFormation would accept it, as far as is known.
    is_right: bool,
    /// By this crate, then by [`TOOLS`].
    pub(crate) outcomes: [Outcome; 3],
}

pub(crate) fn round_trips(tools: &Path) -> Vec<RoundTrip> {
    let files: Vec<File> = read().into_iter().filter(|file| file.kind == Kind::Template).collect();
    let results = of_node(tools, &files);
    let refused = refused();
    let round_trip = |file: &File| {
        let [one, other] = TOOLS.map(|tool| match &results[tool][flat(&file.name)] {
            Json::Object(result) => outcome(file, result.get("template")),
            nothing => panic!("{tool} says nothing of {}: {nothing}", file.name),
        });
        let ours = Stack::from_template("corpus", &file.text).ok().map(|stack| stack.to_json());
        let outcomes = [outcome(file, ours.as_ref()), one, other];
        RoundTrip { name: file.name.clone(), is_right: !refused.contains(&file.name), outcomes }
    };
    files.iter().map(round_trip).collect()
}

fn outcome(file: &File, template: Option<&Json>) -> Outcome {
    match template {
        None => Outcome::Refused,
        Some(template) if is_same(&normal(template), &normal(file.document.json())) => Outcome::Same,
        Some(_) => Outcome::Different,
    }
}

/// The template in the one of several forms that mean the same: the logical ids of `DependsOn` in a sorted list, and the
/// arguments of `Fn::GetAtt` as a list.
fn normal(json: &Json) -> Json {
    let member = |(name, value): (&String, &Json)| {
        let value = match (name.as_str(), value) {
            ("DependsOn", Json::String(_)) => Json::Array(vec![value.clone()]),
            ("DependsOn", Json::Array(ids)) => {
                let mut ids = ids.clone();
                ids.sort_by_key(Json::to_string);
                Json::Array(ids)
            }
            ("Fn::GetAtt", Json::String(path)) => path.splitn(2, '.').map(Json::from).collect(),
            _ => normal(value),
        };
        (name.clone(), value)
    };
    match json {
        Json::Object(members) => Json::Object(members.iter().map(member).collect()),
        Json::Array(items) => items.iter().map(normal).collect(),
        other => other.clone(),
    }
}

/// Equal, where JavaScript has one type of numbers.
fn is_same(one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Number(one), Json::Number(other)) => one.as_f64() == other.as_f64(),
        (Json::Array(one), Json::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| is_same(one, other))
        }
        (Json::Object(one), Json::Object(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| other.get(key).is_some_and(|other| is_same(value, other)))
        }
        _ => one == other,
    }
}

/// The files with something that CloudFormation or Cognito refuses.
fn refused() -> BTreeSet<String> {
    let text = fs::read_to_string(folder().join("expected.txt")).expect("it is part of the corpus");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let words = lines.map(|line| line.split(' ').collect::<Vec<_>>());
    words.filter(|words| words[2] == "error").map(|words| words[0].to_owned()).collect()
}

fn flat(name: &str) -> String {
    name.replace('/', "-")
}

/// By tool and file, the template that comes back.
fn of_node(tools: &Path, files: &[File]) -> Json {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("round-trips");
    let _ = fs::remove_dir_all(&folder);
    let (templates, assemblies) = (folder.join("templates"), folder.join("assemblies"));
    fs::create_dir_all(&templates).and(fs::create_dir_all(&assemblies)).expect("the target folder can be written");
    for file in files {
        fs::write(templates.join(flat(&file.name)), &file.text).expect("the target folder can be written");
    }
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/roundtrip.cjs");
    let mut node = Command::new("node");
    node.arg(script).args([&templates, &assemblies]).env("NODE_PATH", tools.join("node_modules"));
    let output = node.output().expect("node starts");
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|fault| panic!("{fault}: {}", String::from_utf8_lossy(&output.stderr)))
}

/// The section of the page. `versions` are those of [`TOOLS`].
pub(crate) fn section(round_trips: &[RoundTrip], versions: [String; 2]) -> String {
    let mut section = String::from(include_str!("templates.md"));
    let head = |section: &mut String, first: &str| {
        let _ = writeln!(section, "\n| {first} | this crate | {} |\n|---|---|---|---|", versions.join(" | "));
    };
    head(&mut section, "");
    let right: Vec<&RoundTrip> = round_trips.iter().filter(|round_trip| round_trip.is_right).collect();
    let all: Vec<&RoundTrip> = round_trips.iter().collect();
    for (what, of) in [("templates", all), ("of them without an error", right)] {
        let count = |is: fn(Outcome) -> bool| {
            [0, 1, 2].map(|column| of.iter().filter(|one| is(one.outcomes[column])).count().to_string()).join(" | ")
        };
        let _ = writeln!(section, "| {} {what}: read | {} |", of.len(), count(|outcome| outcome != Outcome::Refused));
        let _ = writeln!(section, "| … and the same comes back | {} |", count(|outcome| outcome == Outcome::Same));
    }
    head(&mut section, "template");
    for RoundTrip { name, outcomes, .. } in round_trips {
        let cells = outcomes.map(|outcome| match outcome {
            Outcome::Refused => "–",
            Outcome::Different => "different",
            Outcome::Same => "**same**",
        });
        let _ = writeln!(section, "| {name} | {} |", cells.join(" | "));
    }
    section
}
