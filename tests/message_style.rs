//! The form of every message, and that each code has a case.

use cognito_cfn_schema::Severity;
use cognito_cfn_schema::catalogue::{self, Scope};
use std::fs;
use std::path::Path;

/// What rustc says of each case of `tests/ui`, by the name of the case.
fn told() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/ui");
    let mut told = Vec::new();
    for family in fs::read_dir(root).expect("tests/ui is there").flatten() {
        for case in fs::read_dir(family.path()).expect("a family is a folder").flatten() {
            let path = case.path();
            if path.extension().is_some_and(|extension| extension == "stderr") {
                told.push((path.display().to_string(), fs::read_to_string(&path).expect("a case can be read")));
            }
        }
    }
    told
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

/// The messages of the macro: errors, and advice where the case denies it.
fn messages() -> Vec<Message> {
    let told = told();
    let mut messages = Vec::new();
    // rustc's own errors about expressions have no help in the second line.
    for (case, text) in told.iter().filter(|(case, _)| !case.contains("expressions")) {
        let lines: Vec<&str> = text.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let Some(first) = line.strip_prefix("error: ") else { continue };
            let below = |at: usize| lines.get(at).unwrap_or(&"").trim().to_owned();
            let (code, first) = match first.strip_prefix("use of deprecated macro `").map(|rest| rest.split_once("`: "))
            {
                Some(advice) => advice.expect("advice has a text"),
                None => match first.strip_suffix(']').and_then(|first| first.rsplit_once(" [")) {
                    Some((first, code)) => (code, first),
                    None => ("", first),
                },
            };
            let code = Some(code.to_owned()).filter(|code| !code.is_empty());
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
            assert_eq!(note, format!("note: see {code} in docs/rules.md of cognito-cfn"), "{case}");
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
fn every_code_has_a_case_named_after_it() {
    let messages = messages();
    for rule in catalogue::all().into_iter().filter(|rule| rule.scope == Scope::Declaration) {
        let code = rule.code.to_lowercase();
        let name = if rule.severity == Severity::Warning { format!("/advice/{code}.") } else { format!("/{code}_") };
        let shows = |message: &Message| message.case.contains(&name) && message.code.as_deref() == Some(rule.code);
        assert!(messages.iter().any(shows), "no case shows {}", rule.code);
    }
}

#[test]
fn every_code_of_a_message_is_in_the_catalogue() {
    for Message { case, code, .. } in messages() {
        if let Some(code) = code {
            assert!(catalogue::find(&code).is_some(), "{case}: {code}");
        }
    }
}

#[test]
fn all_mistakes_are_told_in_one_build() {
    for (name, count) in
        [("five_names_and_words", 5), ("five_rules", 5), ("six_of_every_kind", 6), ("twenty_in_one_build", 23)]
    {
        let errors = messages().iter().filter(|message| message.case.contains(name)).count();
        assert_eq!(errors, count, "{name}");
    }
}
