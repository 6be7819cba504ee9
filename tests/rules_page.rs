//! `docs/rules.md`: made from the rules and their fixtures. `cargo bless` writes it.

#[path = "support/bless.rs"]
mod bless;
#[path = "support/fixtures.rs"]
mod fixtures;

use cognito_cfn::Severity;
use cognito_cfn_schema::rules::{self, Rule, Scope, unchecked};
use fixtures::Fixture;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;

fn analyze(declaration: &str) -> Vec<pipeline::Diagnostic> {
    pipeline::analyze(declaration.parse().expect("a declaration is made of tokens"))
}

fn page() -> String {
    let fixtures = fixtures::all();
    let mut page = String::from(include_str!("rules_page/head.md"));
    page += "\n| code | | group | rule |\n|---|---|---|---|\n";
    for Fixture { rule, .. } in &fixtures {
        let code = rule.code;
        let (anchor, severity, group) = (code.to_lowercase(), severity(rule), group(rule).unwrap_or_default());
        let _ = writeln!(page, "| [{code}](#{anchor}) | {severity} | {group} | {} |", rule.title);
    }
    page += "\n## The rules\n";
    for fixture in &fixtures {
        page += &section(fixture);
    }
    page += include_str!("rules_page/unchecked.md");
    page += "\n| code | constraint | why it is not checked |\n|---|---|---|\n";
    for fact in unchecked::ALL {
        let _ = writeln!(page, "| {} | {} | {} |", fact.code, fact.fact, fact.reason);
    }
    page
}

fn severity(rule: &Rule) -> &'static str {
    match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// The group that silences a warning.
fn group(rule: &Rule) -> Option<&'static str> {
    (rule.severity == Severity::Warning).then(|| rule.group.name())
}

fn section(fixture: &Fixture) -> String {
    let rule = fixture.rule;
    let (broken, fixed) = (shown(fixture, &fixture.broken), shown(fixture, &fixture.fixed));
    let reporter = match rule.scope() {
        Scope::Declaration => "The compiler reports:",
        Scope::Stack => "The rule needs the other resources of the stack. `stack.validate()` reports:",
    };
    let (checks, why) = fixture.explanation();
    let mut section = format!("\n### {}\n\n", rule.code);
    let of_group = group(rule).map(|group| format!(" ({group})")).unwrap_or_default();
    let _ = writeln!(section, "{}{of_group}, since {}: {}.\n", severity(rule), rule.since, rule.title);
    let _ = writeln!(section, "**What it checks**: {checks}\n");
    let _ = writeln!(section, "**Why**: {why}\n");
    if let Some(error) = rule.cognito_error {
        let _ = writeln!(section, "**Cognito's error**:\n\n```text\n{error}\n```\n");
    }
    let _ = writeln!(section, "**Example**:\n\n```rust,ignore\n{broken}\n```\n");
    let _ = writeln!(section, "{reporter}\n\n```text\n{}\n```\n", fixture.reported());
    let _ = writeln!(section, "**Fix**:\n\n```rust,ignore\n{fixed}\n```\n");
    if rule.may_be_made_elsewhere {
        let _ =
            writeln!(section, "If another stack adds it to the pool, `allow: [{}]` silences the error.\n", rule.code);
    }
    let _ = writeln!(section, "**Source**: {}.", rule.source);
    section
}

/// What a program does, without what each of them has around it.
fn shown(fixture: &Fixture, program: &str) -> String {
    let (before, after) = match fixture.rule.scope() {
        Scope::Declaration => ("    let _ = ", ";\n}\n"),
        Scope::Stack => ("let mut stack = Stack::new(\"identity\");\n", "    for (id, finding) in stack.validate()"),
    };
    let statements = program.split_once(before).and_then(|(_, rest)| rest.rsplit_once(after));
    let (statements, _) = statements.unwrap_or_else(|| panic!("{} has another form", fixture.rule.code));
    let lines = statements.lines().map(|line| line.strip_prefix("    ").unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}

#[test]
fn the_page_is_made_from_the_rules_and_their_fixtures() {
    bless::compare("docs/rules.md", &page());
}

/// The anchor of a heading is its text: a message ends with the address of the entry.
#[test]
fn each_code_is_a_heading_of_its_own() {
    let page = page();
    for rule in rules::all() {
        let heading = format!("### {}", rule.code);
        assert_eq!(page.lines().filter(|line| *line == heading).count(), 1, "{heading}");
    }
}

#[test]
fn each_declaration_breaks_its_rule_alone_and_is_fixed() {
    for fixture in fixtures::of(Scope::Declaration) {
        let code = fixture.rule.code;
        let [broken, fixed] = [&fixture.broken, &fixture.fixed].map(|program| fixtures::declaration(program));
        let codes: Vec<Option<&str>> = analyze(broken).into_iter().map(|diagnostic| diagnostic.code).collect();
        assert_eq!(codes, [Some(code)], "{broken}");
        assert_eq!(analyze(fixed), [], "{code}: {fixed}");
        for declaration in [broken, fixed] {
            let properties = declaration.lines().filter(|line| line.contains(": ")).count();
            assert!((1..=8).contains(&properties), "{code} has {properties} properties");
        }
    }
}

#[test]
fn every_fixture_belongs_to_a_rule() {
    let folders = fs::read_dir(fixtures::root()).expect("the fixtures are part of the repository").flatten();
    let folders: BTreeSet<String> = folders.map(|folder| folder.file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(folders, rules::all().iter().map(|rule| rule.code.to_owned()).collect());
}

#[test]
fn a_code_names_one_rule() {
    let mut codes: Vec<&str> = rules::all().iter().map(|rule| rule.code).collect();
    codes.extend(unchecked::ALL.iter().map(|fact| fact.code));
    let count = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), count);
}
