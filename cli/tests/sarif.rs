//! What code scanning reads: the members that SARIF 2.1.0 requires, with values that lead somewhere.
//!
//! The log was also compared with the schema of OASIS, whose address it has.

#[path = "support/command.rs"]
mod command;

use cognito_cfn::Json;
use command::{folder, run};
use std::path::Path;

fn log(folder: &Path, paths: &[&str]) -> Json {
    let ran = run(folder, &[&["check", "--format", "sarif"], paths].concat());
    assert_eq!(ran.stderr, "", "what cannot be read is in the log");
    ran.stdout.parse().expect("stdout is JSON and nothing else")
}

fn list<'j>(json: &'j Json, pointer: &str) -> &'j [Json] {
    json.pointer(pointer).and_then(Json::as_array).unwrap_or_else(|| panic!("{pointer} is a list: {json:#}"))
}

#[test]
fn results_refer_to_rules_and_to_places() {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check");
    for file in ["template.json", "wide.yaml", "silenced.yaml"] {
        let log = log(&cases, &[file]);
        assert_eq!(log["version"], "2.1.0");
        let [run] = list(&log, "/runs") else { panic!("one run: {log:#}") };
        assert_eq!(run["columnKind"], "unicodeCodePoints");
        assert_eq!(run["tool"]["driver"]["name"], "cognito-cfn");
        assert_eq!(run["invocations"][0]["executionSuccessful"], true);
        let text = std::fs::read_to_string(cases.join(file)).expect("the case is part of the repository");
        let lines: Vec<usize> = text.lines().map(|line| line.chars().count()).collect();
        let rules = list(run, "/tool/driver/rules");
        assert!(!list(run, "/results").is_empty());
        for result in list(run, "/results") {
            let index = result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok());
            let rule = index.and_then(|index| rules.get(index)).expect("the index is one of the rules");
            assert_eq!(rule["id"], result["ruleId"]);
            assert!(rule["shortDescription"]["text"].is_string(), "{rule:#}");
            let has_page = rule["helpUri"].as_str().is_some_and(|address| address.starts_with("https://docs.rs/"));
            assert!(has_page || rule["id"] == "template", "{rule:#}");
            assert!(["error", "warning"].map(Json::from).contains(&result["level"]), "{result:#}");
            assert!(result["message"]["text"].as_str().is_some_and(|text| !text.is_empty()), "{result:#}");
            let place = &result["locations"][0]["physicalLocation"];
            assert_eq!(place["artifactLocation"]["uri"], file);
            let number =
                |name: &str| usize::try_from(place["region"][name].as_u64().unwrap_or_default()).unwrap_or_default();
            let (start, end) = ((number("startLine"), number("startColumn")), (number("endLine"), number("endColumn")));
            assert!(start >= (1, 1) && start < end && end.1 <= lines[end.0 - 1] + 1, "{place:#}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_a_notification() {
    let folder = folder(&[("a b.yaml", "Resources: [\n"), ("none.json", r#"{ "Resources": {} }"#)]);
    let log = log(folder.path(), &["a b.yaml", "missing.yaml", "none.json"]);
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notifications = list(invocation, "/toolExecutionNotifications");
    let found: Vec<_> = notifications
        .iter()
        .map(|found| {
            (found["level"].as_str(), found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"].as_str())
        })
        .collect();
    assert_eq!(
        found,
        [(Some("error"), Some("a%20b.yaml")), (Some("error"), Some("missing.yaml")), (Some("note"), Some("none.json"))]
    );
}
