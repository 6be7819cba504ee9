//! The form of every message that the compile-fail run pins.

#[path = "support/fixtures.rs"]
mod fixtures;

use cognito_cfn_schema::rules::{self, Scope};
use std::fs;
use std::path::{Path, PathBuf};

/// The page of the rules: each code is an anchor of it.
const PAGE: &str = "https://docs.rs/cognito-cfn/latest/cognito_cfn/guide/rules/";

/// What rustc reports for each program that fails, by its path.
fn reported() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/compile_fail");
    let files =
        |folder: PathBuf| fs::read_dir(folder).expect("the folder is there").flatten().map(|entry| entry.path());
    let mut snapshots: Vec<PathBuf> = files(root.join("many")).chain(files(root)).collect();
    snapshots.retain(|path| path.extension().is_some_and(|extension| extension == "stderr"));
    snapshots.extend(
        fixtures::of(Scope::Declaration).map(|fixture| fixtures::root().join(fixture.rule.code).join("broken.stderr")),
    );
    let read = |path: PathBuf| (path.display().to_string(), fs::read_to_string(&path).expect("a snapshot can be read"));
    snapshots.into_iter().map(read).collect()
}

/// A message of the macro in a case.
struct Message {
    case: String,
    code: Option<String>,
    /// The line that says what is wrong.
    first: String,
    help: String,
    note: String,
}

/// The messages of the macro: errors, and warnings where the program denies them.
fn messages() -> Vec<Message> {
    let reported = reported();
    let mut messages = Vec::new();
    // rustc's own errors about expressions have no help in the second line.
    for (case, text) in reported.iter().filter(|(case, _)| !case.contains("expressions")) {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(first) = line.strip_prefix("error: ") else { continue };
            let below = |at: usize| lines.get(at).unwrap_or(&"").trim().to_owned();
            let (code, first) = match first.strip_prefix("use of deprecated macro `").map(|rest| rest.split_once("`: "))
            {
                Some(warning) => warning.expect("a warning has a text"),
                None => match first.strip_suffix(']').and_then(|first| first.rsplit_once(" [")) {
                    Some((first, code)) => (code, first),
                    None => ("", first),
                },
            };
            // A wrong code in `allow` is a warning without a rule.
            let code = Some(code.to_owned()).filter(|code| !code.is_empty() && code != "unknown_rule");
            messages.push(Message {
                case: case.clone(),
                code,
                first: first.to_owned(),
                help: below(at + 1),
                note: below(at + 2),
            });
        }
    }
    messages
}

#[test]
fn a_message_is_short_and_comes_with_help() {
    let messages = messages();
    assert!(messages.len() > 200, "only {} messages were found", messages.len());
    for Message { case, code, first, help, note } in messages {
        assert!(first.chars().count() < 80, "{case}: {} characters: {first}", first.chars().count());
        assert!(help.starts_with("help: "), "{case}: {first} comes with {help}");
        if let Some(code) = code {
            assert_eq!(note, format!("note: {PAGE}#{}", code.to_lowercase()), "{case}");
        }
        for text in [&first, &help] {
            assert!(!text.ends_with('.'), "{case}: a full stop: {text}");
        }
        let begins_small = !first.starts_with(|first: char| first.is_ascii_uppercase());
        let is_name = ["OAuth ", "Cognito ", "JSON ", "U+", "Amazon "].iter().any(|name| first.starts_with(name));
        assert!(begins_small || is_name, "{case}: a capital: {first}");
    }
}

#[test]
fn every_rule_has_a_message_of_its_own() {
    let messages = messages();
    for fixture in fixtures::of(Scope::Declaration) {
        let code = fixture.rule.code;
        let of_fixture = messages.iter().filter(|message| message.case.contains(&format!("fixtures/{code}/")));
        let codes: Vec<Option<&str>> = of_fixture.map(|message| message.code.as_deref()).collect();
        assert_eq!(codes, [Some(code)]);
    }
}

#[test]
fn every_code_of_a_message_is_that_of_a_rule() {
    for Message { case, code, .. } in messages() {
        if let Some(code) = code {
            assert!(rules::find(&code).is_some(), "{case}: {code}");
        }
    }
}

#[test]
fn all_mistakes_are_reported_in_one_build() {
    for (name, count) in
        [("five_names_and_words", 5), ("five_rules", 5), ("six_of_every_kind", 6), ("twenty_in_one_build", 23)]
    {
        let errors = messages().iter().filter(|message| message.case.contains(name)).count();
        assert_eq!(errors, count, "{name}");
    }
}
