//! The form of every message, and that each code has a case.

use cognito_cfn_schema::catalogue;
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

/// The messages of the macro: the line of an error, and the line of help behind it.
fn messages() -> Vec<(String, String, String)> {
    let told = told();
    let lines = told.iter().flat_map(|(case, text)| {
        let pairs = text.lines().zip(text.lines().skip(1));
        pairs.filter_map(move |(line, next)| {
            Some((case.clone(), line.strip_prefix("error: ")?.to_owned(), next.to_owned()))
        })
    });
    // rustc's own errors about expressions have no help in the second line.
    lines.filter(|(case, ..)| !case.contains("expressions")).collect()
}

#[test]
fn a_message_is_short_and_comes_with_help() {
    let messages = messages();
    assert!(messages.len() > 200, "only {} messages were found", messages.len());
    for (case, message, help) in messages {
        assert!(message.chars().count() < 80, "{case}: {} characters: {message}", message.chars().count());
        assert!(help.trim_start().starts_with("help: "), "{case}: {message} comes with {help}");
        for text in [&message, &help] {
            assert!(!text.trim_end().ends_with('.'), "{case}: a full stop: {text}");
        }
        let begins_small = |text: &str| !text.starts_with(|first: char| first.is_ascii_uppercase());
        let is_name = ["OAuth ", "Cognito ", "JSON ", "U+"].iter().any(|name| message.starts_with(name));
        assert!(begins_small(&message) || is_name, "{case}: a capital: {message}");
    }
}

#[test]
fn every_code_has_a_case_named_after_it() {
    let told = told();
    for rule in catalogue::ALL {
        let name = format!("/{}_", rule.code.to_lowercase());
        let shows =
            |(case, text): &(String, String)| case.contains(&name) && text.contains(&format!("[{}]", rule.code));
        assert!(told.iter().any(shows), "no case shows {}", rule.code);
    }
}

#[test]
fn every_code_of_a_message_is_in_the_catalogue() {
    for (case, message, _) in messages() {
        if let Some((_, code)) = message.trim_end_matches(']').rsplit_once(" [") {
            assert!(catalogue::find(code).is_some(), "{case}: {message}");
        }
    }
}

#[test]
fn all_mistakes_are_told_in_one_build() {
    for (name, count) in
        [("five_names_and_words", 5), ("five_rules", 5), ("six_of_every_kind", 6), ("twenty_in_one_build", 23)]
    {
        let errors = messages().iter().filter(|(case, ..)| case.contains(name)).count();
        assert_eq!(errors, count, "{name}");
    }
}
