//! The fixtures of the rules: `schema/fixtures/<CODE>` has a program that breaks the rule and no other (`broken.rs`), the
//! same program fixed (`fixed.rs`), what is reported for the first one: by the compiler (`broken.stderr`), or for a rule
//! that needs the stack, by `stack.validate()`, which the program prints (`broken.stdout`); and two paragraphs for the page
//! of the rules (`explanation.md`): what the rule checks, and why.

#![allow(dead_code, reason = "each test reads a part of them")]

use cognito_cfn_schema::Severity;
use cognito_cfn_schema::rules::{self, Rule, Scope};
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) struct Fixture {
    pub(crate) rule: &'static Rule,
    pub(crate) broken: String,
    pub(crate) fixed: String,
}

/// The folder of all fixtures.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("schema/fixtures")
}

/// The fixture of every rule.
pub(crate) fn all() -> Vec<Fixture> {
    rules::all().into_iter().map(Fixture::read).collect()
}

/// The fixtures of the rules that need the declaration alone, or of those that need the stack.
pub(crate) fn of(scope: Scope) -> impl Iterator<Item = Fixture> {
    all().into_iter().filter(move |fixture| fixture.rule.scope() == scope)
}

impl Fixture {
    fn read(rule: &'static Rule) -> Self {
        Self { rule, broken: read(rule, "broken.rs"), fixed: read(rule, "fixed.rs") }
    }

    /// What the compiler reports for the broken program, without the place.
    pub(crate) fn message(&self) -> String {
        let reported = read(self.rule, "broken.stderr");
        trimmed(reported.split("--> ").next().unwrap_or_default().trim_end())
    }

    /// What is reported for the broken program, as a user sees it: with warnings as such, and the place.
    pub(crate) fn reported(&self) -> String {
        if self.rule.scope() == Scope::Stack {
            return read(self.rule, "broken.stdout").trim_end().to_owned();
        }
        let reported = read(self.rule, "broken.stderr");
        // Where the program denies the warning follows behind it.
        let (reported, _) = reported.split_once("\nnote: the lint level").unwrap_or((&reported, ""));
        let place = format!("schema/fixtures/{}/broken.rs", self.rule.code);
        let reported = reported.trim_end_matches([' ', '|', '\n']).replace(&place, "src/main.rs");
        match self.rule.severity {
            Severity::Error => reported,
            // The lines of the message are as far in as its first word is long.
            Severity::Warning => reported.replacen("error", "warning", 1).replace("\n       ", "\n         "),
        }
    }

    /// What the rule checks, and why, in Markdown.
    pub(crate) fn explanation(&self) -> (String, String) {
        let text = read(self.rule, "explanation.md");
        let (checks, why) = text.split_once("\n\n").unwrap_or_else(|| panic!("{} lacks a paragraph", self.rule.code));
        (checks.trim().to_owned(), why.trim().to_owned())
    }
}

fn read(rule: &Rule, name: &str) -> String {
    let path = root().join(rule.code).join(name);
    fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{} has no {name}: {fault}", rule.code))
}

/// The body of the only declaration of a program.
pub(crate) fn declaration(program: &str) -> &str {
    let (_, rest) = program.split_once("user_pool_client! {\n").unwrap_or_default();
    rest.rsplit_once("    };\n").unwrap_or_default().0
}

/// A message without the indentation of its lines.
pub(crate) fn trimmed(message: &str) -> String {
    message.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}
