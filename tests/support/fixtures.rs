//! The fixtures of the rules: `schema/fixtures/<CODE>` has a program that breaks the rule and no other (`broken.rs`), the
//! same program fixed (`fixed.rs`), and what is reported for the first one: by the compiler (`broken.stderr`), or for a
//! rule that needs the stack, by `stack.validate()`, which the program prints (`broken.stdout`).

#![allow(dead_code, reason = "each test reads a part of them")]

use cognito_cfn_schema::catalogue::{self, Rule, Scope};
use std::fs;
use std::path::{Path, PathBuf};

/// The line that makes an error of each warning, for trybuild to see it.
const DENY: &str = "#![deny(deprecated)]\n\n";

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
    catalogue::all().into_iter().map(Fixture::read).collect()
}

/// The fixtures of the rules that need the declaration alone, or of those that need the stack.
pub(crate) fn of(scope: Scope) -> impl Iterator<Item = Fixture> {
    all().into_iter().filter(move |fixture| fixture.rule.scope == scope)
}

impl Fixture {
    fn read(rule: &'static Rule) -> Self {
        Self { rule, broken: read(rule, "broken.rs"), fixed: read(rule, "fixed.rs") }
    }

    /// What is reported for the broken program.
    pub(crate) fn reported(&self) -> String {
        read(self.rule, if self.rule.scope == Scope::Stack { "broken.stdout" } else { "broken.stderr" })
    }
}

fn read(rule: &Rule, name: &str) -> String {
    let path = root().join(rule.code).join(name);
    fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{} has no {name}: {fault}", rule.code))
}

/// A program as a user would write it.
pub(crate) fn shown(program: &str) -> &str {
    program.trim_start_matches(DENY).trim_end()
}

/// The body of the only declaration of a program.
pub(crate) fn declaration(program: &str) -> &str {
    let (_, rest) = program.split_once("user_pool_client! {\n").unwrap_or_default();
    rest.rsplit_once("    };\n").unwrap_or_default().0
}
