//! Words that no page has: they are ambiguous, or make a person of the compiler or the service.

use std::fs;
use std::path::{Path, PathBuf};

const UNWANTED: &[&str] =
    &["advice", "circle", "did you mean", "is told", "mended", "of one's own", "stands", "the machine itself", "told"];

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

#[test]
fn a_page_is_written_plainly() {
    let mut found = Vec::new();
    for page in pages() {
        let text = fs::read_to_string(&page).expect("a page can be read");
        for (number, line) in text.lines().enumerate() {
            let line = line.to_lowercase();
            let words = UNWANTED.iter().filter(|words| has(&line, words));
            found.extend(words.map(|words| format!("{}:{}: {words}", page.display(), number + 1)));
        }
    }
    assert!(found.is_empty(), "{} places:\n{}", found.len(), found.join("\n"));
}
