//! `explain`, `rules`, and what the command says about itself.

#[path = "support/bless.rs"]
mod bless;
#[path = "support/command.rs"]
mod command;

use cognito_cfn_schema::rules;
use command::{Ran, run};
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
