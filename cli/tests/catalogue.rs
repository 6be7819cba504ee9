//! `explain`, `rules`, and what the command says about itself.

#[path = "../../tests/support/bless.rs"]
mod bless;
#[path = "support/command.rs"]
mod command;

use cognito_cfn::{Json, Severity};
use cognito_cfn_cli::template_terms::template;
use cognito_cfn_schema::rules::{self, catalogue};
use command::{Ran, run, run_with_input};
use std::path::Path;

fn here(arguments: &[&str]) -> Ran {
    run(Path::new(env!("CARGO_MANIFEST_DIR")), arguments)
}

#[test]
fn every_code_has_an_entry() {
    for rule in rules::all() {
        let Ran { code, stdout, stderr } = here(&["explain", rule.code]);
        assert_eq!((code, stderr.as_str()), (0, ""));
        for part in [rule.code, rule.title, "Example", "Fixed", rule.source] {
            assert!(stdout.contains(part), "{}: {stdout}", rule.code);
        }
        assert!(stdout.contains(&format!("/guide/rules/#{}", rule.code.to_lowercase())), "{stdout}");
        assert!(stdout.lines().all(|line| line.trim_end() == line), "{stdout}");
    }
}

/// Rules about what a template does not have: a unit beside a number, the region of a stack.
const NOT_IN_A_TEMPLATE: &[&str] = &["AN05", "MI13", "TK18"];

#[test]
fn each_program_breaks_its_rule_as_a_template_too() {
    for rule in rules::all().into_iter().filter(|rule| !NOT_IN_A_TEMPLATE.contains(&rule.code)) {
        let entry = catalogue::find(rule.code).expect("every rule has an entry");
        for (program, is_broken) in [(entry.broken, true), (entry.fixed, false)] {
            let template = template(program).unwrap_or_else(|| panic!("{} has no template", rule.code));
            let ran = run_with_input(Path::new("."), &["check", "-", "--format", "json"], &template.to_string());
            let found: Json = ran.stdout.parse().expect("stdout is JSON");
            let found: Vec<_> =
                found.as_array().into_iter().flatten().filter_map(|found| found["code"].as_str()).collect();
            assert_eq!(found.contains(&rule.code), is_broken, "{}: {found:?}\n{template:#}", rule.code);
            assert!(ran.code == 1 || !is_broken || rule.severity == Severity::Warning, "{}: {}", rule.code, ran.stdout);
        }
    }
}

#[test]
fn an_entry_is_for_a_terminal() {
    let page: Vec<String> = ["OA02", "mi01", "SC03", "AF02"]
        .map(|code| format!("$ cognito-cfn explain {code}\n{}", here(&["explain", code]).stdout))
        .into();
    bless::compare("tests/catalogue/explain.txt", &page.join("\n"));
}

#[test]
fn a_code_that_does_not_exist_is_answered() {
    for (arguments, answer) in [
        (&["explain"][..], "error: no code\nhelp: write a code"),
        (&["explain", "OA1"], "error: unknown code `OA1`\nhelp: a similar code exists: `OA01`\n"),
        (&["explain", "everything"], "error: unknown code `everything`\nhelp: `cognito-cfn rules` lists all codes"),
    ] {
        let ran = here(arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
        assert!(ran.stderr.starts_with(answer), "{}", ran.stderr);
    }
}

#[test]
fn the_table_has_every_rule() {
    let ran = here(&["rules"]);
    assert_eq!(ran.stdout.lines().count(), rules::all().len());
    for (line, rule) in ran.stdout.lines().zip(rules::all()) {
        assert!(line.starts_with(rule.code) && line.ends_with(rule.title), "{line}");
    }
}

#[test]
fn help_is_the_one_that_was_read() {
    let mut page = String::new();
    for arguments in
        [&["--help"][..], &["check", "--help"], &["explain", "--help"], &["completions", "--help"], &["man", "--help"]]
    {
        let ran = here(arguments);
        assert_eq!(ran.code, 0);
        page += &format!("$ cognito-cfn {}\n{}\n", arguments.join(" "), ran.stdout);
    }
    bless::compare("tests/catalogue/help.txt", &page);
}

#[test]
fn a_slip_of_the_finger_is_answered() {
    for (arguments, near) in [
        (&["chek", "."][..], "'check'"),
        (&["check", ".", "--formt", "json"], "'--format'"),
        (&["check", ".", "--format", "jsn"], "'json'"),
        (&["check", ".", "--allow", "MI1"], "`MI01`"),
        (&["check", ".", "--deny", "warning"], "'warnings'"),
    ] {
        let ran = here(arguments);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
        assert!(ran.stderr.contains(near), "{}", ran.stderr);
    }
}

#[test]
fn shells_and_man_have_their_files() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = here(&["completions", shell]);
        assert!(ran.code == 0 && ran.stdout.contains("cognito-cfn") && ran.stdout.contains("explain"), "{shell}");
    }
    assert!(here(&["man"]).stdout.contains(".TH cognito-cfn 1"));
    assert!(here(&["man", "check"]).stdout.contains(".TH cognito-cfn-check 1"));
    let ran = here(&["man", "chek"]);
    assert_eq!(
        (ran.code, ran.stderr.as_str()),
        (2, "error: unknown command `chek`\nhelp: `cognito-cfn --help` lists the commands\n")
    );
}
