//! Words that no page, message and hover text has: they are ambiguous, or make a person of the compiler or the service.

use cognito_cfn_schema::rules::unchecked;
use cognito_cfn_schema::{Property, attributes, blocks, client, rules};
use std::fs;
use std::path::{Path, PathBuf};

const UNWANTED: &[&str] = &[
    "advice",
    "circle",
    "circles",
    "did you mean",
    "mended",
    "of one's own",
    "of the user's own",
    "stands",
    "the machine itself",
    "told",
];

/// Snapshots of what the compiler, the checks and editors show.
const SNAPSHOTS: &[&str] =
    &["schema/tests", "tests/compile_fail", "tests/compile_fail/many", "tests/editor/hover", "macros/snapshots"];

fn pages() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let entries = |folder: &str| {
        let entries = fs::read_dir(root.join(folder)).expect("the folder is part of the repository");
        entries.flatten().map(|entry| entry.path()).collect::<Vec<_>>()
    };
    let mut pages: Vec<PathBuf> = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(|page| root.join(page)).into();
    pages
        .extend(entries("docs").into_iter().filter(|page| page.extension().is_some_and(|extension| extension == "md")));
    pages.extend(entries("schema/fixtures").into_iter().map(|fixture| fixture.join("explanation.md")));
    pages
}

/// Whether the text has these words, and not as a part of others.
fn has(text: &str, words: &str) -> bool {
    let is_letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
    text.match_indices(words).any(|(at, found)| {
        let (before, after) = (&text[..at], &text[at + found.len()..]);
        !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
    })
}

/// The unwanted words of a text, each with the place.
fn unwanted(place: &str, text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    UNWANTED.iter().filter(|words| has(&text, words)).map(|words| format!("{place}: {words}")).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder is part of the repository");
    entries.flatten().map(|entry| entry.path()).filter(|path| path.is_file()).collect()
}

/// The unwanted words of the lines of these files, without those that quote a program.
fn in_files(files: Vec<PathBuf>) -> Vec<String> {
    let mut found = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).expect("the file can be read");
        let is_quoted =
            |line: &str| line.trim_start().trim_start_matches(|c: char| c.is_ascii_digit()).starts_with(" |");
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !is_quoted(line)) {
            found.extend(unwanted(&format!("{}:{}", path.display(), number + 1), line));
        }
    }
    found
}

#[test]
fn a_page_is_written_plainly() {
    let found = in_files(pages());
    assert!(found.is_empty(), "{} places:\n{}", found.len(), found.join("\n"));
}

#[test]
fn what_is_reported_is_written_plainly() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut snapshots: Vec<PathBuf> = SNAPSHOTS.iter().flat_map(|folder| files(&root.join(folder))).collect();
    snapshots.extend(rules::all().iter().flat_map(|rule| files(&root.join("schema/fixtures").join(rule.code))));
    snapshots.retain(|path| path.extension().is_some_and(|extension| extension != "rs" && extension != "md"));
    assert!(snapshots.len() > 100, "only {} snapshots were found", snapshots.len());
    let found = in_files(snapshots);
    assert!(found.is_empty(), "{} places:\n{}", found.len(), found.join("\n"));
}

#[test]
fn a_title_and_a_hover_text_is_written_plainly() {
    let mut found = Vec::new();
    for rule in rules::all() {
        found.extend([rule.title, rule.source].into_iter().flat_map(|text| unwanted(rule.code, text)));
    }
    for fact in unchecked::ALL {
        found.extend([fact.fact, fact.reason].into_iter().flat_map(|text| unwanted(fact.code, text)));
    }
    let tables: [&[&Property]; 4] = [client::ALL, attributes::ALL, attributes::options::ALL, attributes::settings::ALL];
    let members = blocks::ALL.iter().flat_map(|block| block.members);
    for row in tables.into_iter().flatten().chain(members) {
        found.extend([row.documentation, row.default].into_iter().flat_map(|text| unwanted(row.name, text)));
        let variants = row.kind.enumeration().into_iter().flat_map(|of| of.variants);
        found.extend(variants.flat_map(|variant| unwanted(variant.name, variant.documentation)));
    }
    assert!(found.is_empty(), "{} places:\n{}", found.len(), found.join("\n"));
}
