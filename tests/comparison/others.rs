//! What the other tools say of the cases.

use crate::corpus::{CLIENT, Case};
use crate::ours::{ACCOUNT, REGION};
use cognito_cfn::Json;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The tools, in the order of their columns.
pub(crate) const TOOLS: [&str; 3] = ["cdk-preflight", "aws-cdk-lib", "cfn-lint"];

/// Something that a tool finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reported {
    pub(crate) tool: String,
    pub(crate) is_warning: bool,
    pub(crate) rule: String,
    pub(crate) text: String,
    /// The logical id of a resource, or the name of another section of the template.
    place: String,
}

/// What the tools find in each case. Notes below a warning do not count.
pub(crate) fn reported(tools: &Path, cases: &[Case]) -> Vec<Vec<Reported>> {
    let folder = templates(cases);
    let mut by_file: BTreeMap<String, Vec<Reported>> = BTreeMap::new();
    for (file, reported) in of_node(tools, &folder).into_iter().chain(linted(tools, &folder)) {
        by_file.entry(file).or_default().push(reported);
    }
    cases.iter().enumerate().map(|(index, _)| by_file.remove(&file_name(index)).unwrap_or_default()).collect()
}

impl Reported {
    /// Whether it is about what the case is about, not about something beside it.
    pub(crate) fn is_about(&self, case: &Case) -> bool {
        // A tool that gives up on the template complains of the client, too: there is nothing else to complain of.
        self.place == CLIENT || self.place == "(template)" || case.places.contains(&self.place)
    }
}

fn file_name(index: usize) -> String {
    format!("{index}.json")
}

fn templates(cases: &[Case]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("comparison");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder can be written");
    for (index, case) in cases.iter().enumerate() {
        fs::write(folder.join(file_name(index)), case.template.to_string()).expect("the target folder can be written");
    }
    folder
}

fn of_node(tools: &Path, folder: &Path) -> Vec<(String, Reported)> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/findings.cjs");
    let mut command = Command::new("node");
    command.arg(script).arg(folder).args([REGION, ACCOUNT]).env("NODE_PATH", tools.join("node_modules"));
    let mut all = Vec::new();
    for (tool, files) in json(&mut command).as_object().expect("tools") {
        for (file, findings) in files.as_object().expect("files") {
            for finding in findings.as_array().expect("findings") {
                let is_warning = match text(&finding["severity"]) {
                    "error" => false,
                    "warning" => true,
                    _ => continue,
                };
                let reported = Reported {
                    tool: tool.clone(),
                    is_warning,
                    rule: text(&finding["rule"]).to_owned(),
                    text: text(&finding["description"]).to_owned(),
                    place: text(&finding["place"]).to_owned(),
                };
                all.push((file.clone(), reported));
            }
        }
    }
    all
}

fn linted(tools: &Path, folder: &Path) -> Vec<(String, Reported)> {
    let mut command = Command::new(tools.join("python/bin/cfn-lint"));
    command
        .args(["--format", "json", "--non-zero-exit-code", "none", "--regions", REGION, "--template"])
        .arg(folder.join("*.json"));
    let read = |finding: &Json| {
        let is_warning = match text(&finding["Level"]) {
            "Error" => false,
            "Warning" => true,
            _ => return None,
        };
        let path: Vec<&str> = finding["Location"]["Path"].as_array()?.iter().filter_map(Json::as_str).collect();
        let place = match path[..] {
            ["Resources", resource, ..] => resource,
            [section, ..] => section,
            [] => "",
        };
        let reported = Reported {
            tool: "cfn-lint".to_owned(),
            is_warning,
            rule: text(&finding["Rule"]["Id"]).to_owned(),
            text: text(&finding["Message"]).to_owned(),
            place: place.to_owned(),
        };
        Some((Path::new(text(&finding["Filename"])).file_name()?.to_string_lossy().into_owned(), reported))
    };
    json(&mut command).as_array().expect("findings").iter().filter_map(read).collect()
}

/// What the command prints.
fn json(command: &mut Command) -> Json {
    let output = command.output().expect("the tool can be started");
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|fault| panic!("{fault}: {command:?}: {}", String::from_utf8_lossy(&output.stderr)))
}

fn text(json: &Json) -> &str {
    json.as_str().expect("a text")
}
