//! What `check` finds in the templates of `tests/corpus` is what `expected.txt` there says, and nothing else.

#[path = "support/command.rs"]
mod command;

use cognito_cfn::Json;
use command::run;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus")
}

/// By file, resource and severity, the codes.
type Findings = BTreeMap<String, Vec<String>>;

fn expected() -> Findings {
    let text = fs::read_to_string(corpus().join("expected.txt")).expect("it is part of the corpus");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    let entries = lines.map(|line| {
        let mut words = line.split(' ');
        let key: Vec<&str> = words.by_ref().take(3).collect();
        let codes: Vec<String> = words.map(str::to_owned).collect();
        assert!(key.len() == 3 && !codes.is_empty(), "{line}");
        (key.join(" "), codes)
    });
    entries.collect()
}

fn found() -> Findings {
    let ran = run(&corpus(), &["check", ".", "--format", "json"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (1, ""));
    let reported: Vec<Json> = serde_json::from_str(&ran.stdout).expect("a list");
    let mut findings = Findings::new();
    for finding in reported {
        let text = |name: &str| finding[name].as_str().unwrap_or("-").to_owned();
        let file = text("file");
        let key = [file.trim_start_matches("./"), &text("resource"), &text("severity")].join(" ");
        findings.entry(key).or_default().push(text("code"));
    }
    findings.values_mut().for_each(|codes| codes.sort());
    findings
}

#[test]
fn what_is_found_is_what_is_expected() {
    let (found, expected) = (found(), expected());
    let missed: Vec<_> = expected.iter().filter(|(key, codes)| found.get(*key) != Some(*codes)).collect();
    let wrong: Vec<_> = found.iter().filter(|(key, codes)| expected.get(*key) != Some(*codes)).collect();
    assert!(missed.is_empty() && wrong.is_empty(), "expected: {missed:#?}\nfound: {wrong:#?}");
}

#[test]
fn most_of_the_corpus_is_right() {
    let expected = expected();
    let names = fs::read_dir(corpus()).expect("a folder").flatten().map(|entry| entry.file_name());
    let names: Vec<String> = names.filter_map(|name| name.into_string().ok()).collect();
    let is_right = |name: &&String| !expected.keys().any(|key| key.starts_with(&format!("{name} ")));
    assert!(names.iter().filter(|name| name.contains('.')).filter(is_right).count() >= 40);
}
