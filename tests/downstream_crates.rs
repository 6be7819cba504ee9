//! Crates outside of this workspace, which depend on this one and on nothing else.

#[path = "support/bless.rs"]
mod bless;
#[path = "support/downstream.rs"]
mod downstream;
#[path = "support/fixtures.rs"]
mod fixtures;
#[path = "support/skip.rs"]
mod skip;

use cognito_cfn::{Json, Severity};
use cognito_cfn_schema::rules::Scope;
use downstream::{Crate, DEPENDENCY};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

/// Runs the program of `tests/downstream_crates` as a crate of its own.
fn run(name: &str, program: &str, edition: &str, dependency: &str) {
    let created = Crate::new(name, edition, dependency);
    created.write("src/main.rs", program);
    created.run();
}

#[test]
fn a_crate_with_only_the_macro_in_scope() {
    run("plain", include_str!("downstream_crates/plain.rs"), "2024", DEPENDENCY);
}

#[test]
fn a_crate_with_one_glob() {
    run("glob", include_str!("downstream_crates/glob.rs"), "2024", DEPENDENCY);
}

#[test]
fn a_crate_with_the_dependency_renamed() {
    let dependency = "infra = { package = \"cognito-cfn\", path = PATH }";
    run("renamed", include_str!("downstream_crates/renamed.rs"), "2024", dependency);
}

#[test]
fn a_strict_crate_without_a_prelude() {
    run("strict", include_str!("downstream_crates/strict.rs"), "2021", DEPENDENCY);
}

#[test]
fn a_strict_crate_under_all_lints_of_clippy() {
    let created = Crate::new("strict-clippy", "2024", DEPENDENCY);
    created.write("src/main.rs", include_str!("downstream_crates/strict.rs"));
    if !created.cargo(&["clippy", "--version"]).output().is_ok_and(|output| output.status.success()) {
        skip::skipped("install clippy: `rustup component add clippy`");
        return;
    }
    let output = created.cargo(&["clippy", "--quiet"]).output().expect("cargo runs where its tests do");
    let reported = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && reported.is_empty(), "{reported}");
}

/// All fixtures, in one crate and one build: every broken declaration in a program that does not compile, every fixed one
/// in a program without a warning, and the stacks in a program that prints what they report.
#[test]
fn every_fixture_reports_what_is_pinned_and_its_fix_reports_nothing() {
    let created = Crate::new("fixtures", "2024", DEPENDENCY);
    created.write("src/bin/broken.rs", &modules("broken"));
    created.write("src/bin/fixed.rs", &format!("#![deny(warnings)]\n{}", modules("fixed")));
    created.write("src/bin/stacks.rs", &stacks());
    let mut cargo = created.cargo(&["build", "--bins", "--keep-going", "--message-format=json"]);
    let output = cargo.output().expect("cargo runs where its tests do");
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let messages: Vec<Json> = lines.lines().filter_map(|line| line.parse().ok()).collect();

    let mut reported: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for message in messages.iter().filter(|message| message["target"]["name"] != "broken") {
        let level = &message["message"]["level"];
        assert!(level != "warning" && level != "error", "{}", message["message"]["rendered"]);
    }
    for message in messages.iter().filter(|message| message["target"]["name"] == "broken") {
        if let Some((code, text)) = at_fixture(&message["message"]) {
            reported.entry(code).or_default().push(text);
        }
    }
    for fixture in fixtures::of(Scope::Declaration) {
        let reported = reported.remove(fixture.rule.code).unwrap_or_default();
        assert_eq!(reported, [fixture.message()], "{}", fixture.rule.code);
    }
    assert!(reported.is_empty(), "{reported:#?}");

    let executable = messages.iter().filter(|message| message["target"]["name"] == "stacks");
    let executable = executable.filter_map(|message| message["executable"].as_str()).next();
    let executable = executable.unwrap_or_else(|| panic!("{}", String::from_utf8_lossy(&output.stderr)));
    let output = Command::new(executable).output().expect("what was built runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    check_stacks(&String::from_utf8_lossy(&output.stdout));
}

/// A program with the declarations of the fixtures, a module each.
fn modules(form: &str) -> String {
    let mut program = String::from("#![allow(dead_code)]\n");
    for fixture in fixtures::of(Scope::Declaration) {
        let path = fixtures::root().join(fixture.rule.code).join(format!("{form}.rs"));
        let _ = writeln!(program, "#[path = {path:?}]\nmod {}_{form};", fixture.rule.code.to_lowercase());
    }
    program + "fn main() {}\n"
}

/// A program that runs the stacks of the fixtures, with a heading before what each of them prints.
fn stacks() -> String {
    let (mut modules, mut calls) = (String::new(), String::new());
    for fixture in fixtures::of(Scope::Stack) {
        for form in ["broken", "fixed"] {
            let path = fixtures::root().join(fixture.rule.code).join(format!("{form}.rs"));
            let name = format!("{}_{form}", fixture.rule.code.to_lowercase());
            let _ = writeln!(
                modules,
                "mod {name} {{\n    include!({path:?});\n    pub fn run() -> Result<(), Error> {{\n        main()\n    }}\n}}"
            );
            let _ = writeln!(calls, "    println!(\"# {name}\");\n    {name}::run()?;");
        }
    }
    format!("{modules}\nfn main() -> Result<(), cognito_cfn::Error> {{\n{calls}    Ok(())\n}}\n")
}

/// The code of the fixture that a message of rustc is about, and the message.
fn at_fixture(message: &Json) -> Option<(String, String)> {
    let mut span = message["spans"].as_array()?.iter().find(|span| span["is_primary"] == true)?;
    // What has no token of its own is reported at the call of the macro.
    while span["expansion"]["span"].is_object() {
        span = &span["expansion"]["span"];
    }
    let code = Path::new(span["file_name"].as_str()?).parent()?.file_name()?.to_str()?.to_owned();
    let text = format!("{}: {}", message["level"].as_str()?, message["message"].as_str()?);
    Some((code, fixtures::trimmed(&text)))
}

/// What the stacks print, below the headings.
fn check_stacks(printed: &str) {
    let mut printed: BTreeMap<&str, &str> =
        printed.split("# ").skip(1).filter_map(|section| section.split_once('\n')).collect();
    for fixture in fixtures::of(Scope::Stack) {
        let rule = fixture.rule;
        let mut take = |form| printed.remove(format!("{}_{form}", rule.code.to_lowercase()).as_str());
        let (broken, fixed) = (take("broken").unwrap_or_default(), take("fixed"));
        let severity = if rule.severity == Severity::Error { "error" } else { "warning" };
        let found: Vec<&str> = broken.lines().filter(|line| line.starts_with('`')).collect();
        assert!(found.len() == 1 && found[0].contains(&format!("{severity}[{}]", rule.code)), "{broken}");
        assert_eq!(fixed, Some(""), "{}", rule.code);
        bless::compare(&format!("schema/fixtures/{}/broken.stdout", rule.code), broken);
    }
    assert!(printed.is_empty(), "{printed:?}");
}
