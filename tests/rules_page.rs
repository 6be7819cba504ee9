//! `docs/rules.md`: made from the catalogue, and held against what the compiler says.
//!
//! `UPDATE_DOCS=1` writes the page anew.

use cognito_cfn::{Json, Severity};
use cognito_cfn_schema::catalogue::{self, Rule, Scope, not_ours};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// The rules of that scope with something that breaks them.
fn shown(scope: Scope) -> Vec<&'static Rule> {
    catalogue::all().into_iter().filter(|rule| rule.scope == scope && !rule.broken.is_empty()).collect()
}

fn analyze(declaration: &str) -> Vec<pipeline::Diagnostic> {
    pipeline::analyze(declaration.parse().expect("a declaration is made of tokens"))
}

/// What rustc says of a declaration, without the place.
fn told(declaration: &str) -> Vec<String> {
    let told = analyze(declaration).into_iter().map(|told| match (told.severity, told.code) {
        (Severity::Warning, Some(code)) => format!("warning: use of deprecated macro `{code}`: {}", told.text),
        _ => format!("error: {}", told.text),
    });
    told.collect()
}

/// A call of the macro with that body.
fn call(declaration: &str) -> String {
    let body: String = declaration.lines().map(|line| format!("    {line}\n")).collect();
    format!("user_pool_client! {{\n{body}}}")
}

/// What `Stack::validate` says of the stacks that break a rule, and of the mended ones, by the code of the rule.
fn told_of_stacks() -> Json {
    let mut program = String::from("use cognito_cfn::{CfnResource, Error, Stack, json, user_pool_client};\n");
    let mut entries = String::new();
    for rule in shown(Scope::Stack) {
        for (form, statements) in [("broken", rule.broken), ("mended", rule.mended)] {
            let name = format!("{}_{form}", rule.code.to_lowercase());
            let _ = writeln!(
                program,
                "fn {name}() -> Result<Vec<String>, Error> {{\n\
                 let mut stack = Stack::new(\"identity\");\n{statements}\n\
                 Ok(stack.validate().into_iter().map(|(id, finding)| format!(\"`{{id}}` {{finding}}\")).collect())\n}}"
            );
            let _ = writeln!(entries, "    {name:?}: {name}()?,");
        }
    }
    let _ =
        writeln!(program, "fn main() -> Result<(), Error> {{\nprintln!(\"{{}}\", json!({{\n{entries}}}));\nOk(())\n}}");
    let output = cargo(&["run", "--quiet", "--offline"], "stacks", &[("main.rs", &program)]);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && errors.is_empty(), "{errors}");
    serde_json::from_slice(&output.stdout).expect("the program prints JSON")
}

fn page() -> String {
    let stacks = told_of_stacks();
    let rules = catalogue::all();
    let mut page = String::from(include_str!("rules_page/head.md"));
    page += "\n| code | | rule |\n|---|---|---|\n";
    for rule in &rules {
        let code = rule.code;
        let _ = writeln!(page, "| [{code}](#{}) | {} | {} |", code.to_lowercase(), weight(rule), rule.title);
    }
    page += "\n## The rules\n";
    for rule in &rules {
        page += &section(rule, &stacks);
    }
    page += include_str!("rules_page/not_ours.md");
    page += "\n| code | what holds | why no rule tells of it |\n|---|---|---|\n";
    for fact in not_ours::ALL {
        let _ = writeln!(page, "| {} | {} | {} |", fact.code, fact.fact, fact.reason);
    }
    page
}

fn weight(rule: &Rule) -> &'static str {
    match rule.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

fn section(rule: &Rule, stacks: &Json) -> String {
    let mut section = format!("\n### {}\n\n", rule.code);
    let _ = writeln!(section, "{}: {}.\n", weight(rule), rule.title);
    if let Some(answer) = rule.answer {
        let _ = writeln!(section, "The service answers\n\n> {}\n", answer.replace('<', "\\<"));
    }
    let _ = writeln!(section, "Known from: {}. Since {}.", rule.evidence, rule.since);
    if rule.scope == Scope::Stack {
        section += "\nFound when the resources of the stack are seen together.\n";
    }
    if rule.scope == Scope::Stack {
        let told: Vec<&str> = lines(stacks, rule, "broken");
        let _ = write!(section, "\nOf\n\n```rust,ignore\n{}\n```\n", rule.broken);
        let _ = write!(section, "\n`stack.validate()` says\n\n```text\n{}\n```\n", told.join("\n"));
        let _ = write!(section, "\nMended:\n\n```rust,ignore\n{}\n```\n", rule.mended);
    } else if !rule.broken.is_empty() {
        let _ = write!(section, "\nOf\n\n```rust,ignore\n{}\n```\n", call(rule.broken));
        let _ = write!(section, "\nthe compiler says\n\n```text\n{}\n```\n", told(rule.broken).join("\n"));
        let _ = write!(section, "\nMended:\n\n```rust,ignore\n{}\n```\n", call(rule.mended));
    }
    section
}

/// What is said of one form of a stack.
fn lines<'s>(stacks: &'s Json, rule: &Rule, form: &str) -> Vec<&'s str> {
    let said = &stacks[format!("{}_{form}", rule.code.to_lowercase())];
    said.as_array().expect("each stack was asked").iter().filter_map(Json::as_str).collect()
}

#[test]
fn the_page_is_made_from_the_catalogue() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let page = page();
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, &page).expect("the page can be written");
    }
    assert!(fs::read_to_string(&file).is_ok_and(|written| written == page), "docs/rules.md is old: UPDATE_DOCS=1");
}

#[test]
fn each_declaration_breaks_its_rule_alone_and_is_mended() {
    for rule in shown(Scope::Declaration) {
        let codes: Vec<Option<String>> = analyze(rule.broken).into_iter().map(|told| told.code).collect();
        assert_eq!(codes, [Some(rule.code.to_owned())], "{}", rule.broken);
        assert_eq!(analyze(rule.mended), [], "{}: {}", rule.code, rule.mended);
        for declaration in [rule.broken, rule.mended] {
            let properties = declaration.lines().filter(|line| line.contains(": ")).count();
            assert!((1..=8).contains(&properties), "{} has {properties} properties", rule.code);
        }
    }
}

#[test]
fn each_stack_breaks_its_rule_alone_and_is_mended() {
    let stacks = told_of_stacks();
    for rule in shown(Scope::Stack) {
        let weight = weight(rule);
        let told = lines(&stacks, rule, "broken");
        assert!(told.len() == 1 && told[0].contains(&format!("{weight}[{}]", rule.code)), "{}: {told:?}", rule.code);
        assert_eq!(lines(&stacks, rule, "mended"), [] as [&str; 0], "{}", rule.code);
    }
}

#[test]
fn every_rule_has_something_that_breaks_it() {
    let without = catalogue::all().into_iter().filter(|rule| rule.broken.is_empty()).map(|rule| rule.code);
    // It takes a hundred URLs.
    assert_eq!(without.collect::<Vec<_>>(), ["UR16"]);
}

#[test]
fn a_code_stands_for_one_thing() {
    let mut codes: Vec<&str> = catalogue::all().iter().map(|rule| rule.code).collect();
    codes.extend(not_ours::ALL.iter().map(|fact| fact.code));
    let count = codes.len();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), count);
}

/// A program with a declaration per function, and the line at which each function begins.
fn program(declaration: impl Fn(&Rule) -> &'static str) -> (String, Vec<usize>) {
    let mut program = String::from("use cognito_cfn::{CfnUserPoolClient, user_pool_client};\n");
    let mut lines = Vec::new();
    for rule in shown(Scope::Declaration) {
        lines.push(program.lines().count() + 1);
        let name = format!("r#{}", rule.code.to_lowercase());
        let _ = writeln!(program, "pub fn {name}() -> CfnUserPoolClient {{\n{}\n}}", call(declaration(rule)));
    }
    program += "fn main() {}\n";
    (program, lines)
}

/// Runs cargo on a crate outside of this workspace.
fn cargo(arguments: &[&str], name: &str, programs: &[(&str, &str)]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("rules").join(name);
    let manifest = format!(
        "[package]\nname = {name:?}\nversion = \"0.0.0\"\nedition = \"2024\"\n\
         [dependencies]\ncognito-cfn = {{ path = {:?} }}\n[lints.rust]\ndead_code = \"allow\"\n[workspace]\n",
        root.display().to_string()
    );
    fs::create_dir_all(folder.join("src/bin")).expect("the target folder can be written");
    fs::write(folder.join("Cargo.toml"), manifest).expect("the target folder can be written");
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock file is part of the repository");
    for (file, program) in programs {
        fs::write(folder.join("src").join(file), program).expect("the target folder can be written");
    }
    Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", folder.join("target"))
        .output()
        .expect("cargo runs where its tests do")
}

/// What rustc says of the programs of another crate: the program, the line, and the text.
fn checked(programs: &[(&str, &str)]) -> Vec<(String, usize, String)> {
    let arguments = ["check", "--bins", "--keep-going", "--offline", "--message-format=json"];
    let output = cargo(&arguments, "declarations", programs);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let messages = said.lines().filter_map(|line| line.parse::<Json>().ok());
    let read = |message: Json| {
        let message = &message["message"];
        let mut span = message["spans"].as_array()?.iter().find(|span| span["is_primary"] == true)?;
        // What has no token of its own stands at the call of the macro.
        while span["expansion"]["span"].is_object() {
            span = &span["expansion"]["span"];
        }
        let file = Path::new(span["file_name"].as_str()?).file_name()?.to_str()?.to_owned();
        let line = usize::try_from(span["line_start"].as_u64()?).ok()?;
        Some((file, line, format!("{}: {}", message["level"].as_str()?, message["message"].as_str()?)))
    };
    messages.filter_map(read).collect()
}

#[test]
fn the_compiler_says_in_another_crate_what_the_page_has() {
    let (broken, lines) = program(|rule| rule.broken);
    let (mended, _) = program(|rule| rule.mended);
    let said = checked(&[("bin/broken.rs", &broken), ("bin/mended.rs", &mended)]);
    for (at, rule) in shown(Scope::Declaration).into_iter().enumerate() {
        let (begin, end) = (lines[at], lines.get(at + 1).copied().unwrap_or(usize::MAX));
        let here = said.iter().filter(|(file, line, _)| file == "broken.rs" && (begin..end).contains(line));
        let here: Vec<&str> = here.map(|(.., text)| text.as_str()).collect();
        assert_eq!(here, told(rule.broken), "{}", rule.code);
    }
    let of_mended: Vec<_> = said.iter().filter(|(file, ..)| file != "broken.rs").collect();
    assert!(of_mended.is_empty(), "{of_mended:#?}");
    assert_eq!(said.len(), shown(Scope::Declaration).len(), "each is told once");
}
