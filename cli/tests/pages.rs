//! The pages about the command show what it prints. `cargo bless` writes the output below each command.
//!
//! A block of YAML that begins with `# name` is that file. Commands in `console` blocks run in a folder with the files of
//! the page that are above them.

#[path = "../../tests/support/bless.rs"]
mod bless;
#[path = "support/command.rs"]
mod command;

use cognito_cfn::{Document, Json};
use command::{folder, shell};
use std::fs;
use std::path::Path;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// The page with what the commands print now.
fn page(name: &str) -> String {
    let page = fs::read_to_string(Path::new(ROOT).join(name)).expect("the page is part of the repository");
    let folder = folder(&[]);
    let mut written = String::new();
    let mut parts = page.split("```");
    written += parts.next().unwrap_or_default();
    for (at, part) in parts.enumerate() {
        written += "```";
        // Every other part is a block.
        if at % 2 == 1 {
            written += part;
        } else if let Some(file) = part.strip_prefix("yaml\n# ") {
            let (name, _) = file.split_once('\n').expect("a file has lines");
            // The comment stays in the file, so that lines count as on the page.
            let text = part.strip_prefix("yaml\n").unwrap_or_default();
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().expect("it is in the folder")).expect("folders can be made");
            fs::write(path, text).expect("files can be written");
            Document::read(text).unwrap_or_else(|error| panic!("{name}: {error}"));
            written += part;
        } else if let Some(commands) = part.strip_prefix("console\n") {
            written += "console\n";
            for command in commands.lines().filter(|line| line.starts_with("$ ")) {
                let ran = shell(folder.path(), command.trim_start_matches("$ "));
                assert!(!ran.stderr.contains("Usage:"), "{}", ran.stderr);
                written += &format!("{command}\n{}{}", ran.stderr, ran.stdout);
            }
        } else {
            written += part;
        }
    }
    written
}

#[test]
fn check_prints_what_its_page_shows() {
    bless::compare("../docs/check.md", &page("docs/check.md"));
}

#[test]
fn check_prints_what_the_page_on_ci_shows() {
    bless::compare("../docs/ci.md", &page("docs/ci.md"));
}

#[test]
fn diff_prints_what_its_page_shows() {
    bless::compare("../docs/diff.md", &page("docs/diff.md"));
}

/// In workflows the command is among others.
#[test]
fn every_command_of_the_page_on_ci_is_one() {
    let page = fs::read_to_string(Path::new(ROOT).join("docs/ci.md")).expect("the page is part of the repository");
    let folder = folder(&[]);
    let commands = page.lines().filter_map(|line| line.split_once("cognito-cfn check "));
    let commands: Vec<String> = commands.map(|(_, arguments)| format!("cognito-cfn check {arguments}")).collect();
    assert!(commands.len() >= 5, "{commands:?}");
    for command in commands {
        let ran = shell(folder.path(), command.split("||").next().unwrap_or_default());
        assert!(!ran.stderr.contains("Usage:"), "{command}: {}", ran.stderr);
    }
}

#[test]
fn the_hook_is_a_command() {
    let hooks =
        fs::read_to_string(Path::new(ROOT).join(".pre-commit-hooks.yaml")).expect("the hook is part of the repository");
    let hooks = Document::read(&hooks).expect("it is YAML");
    let hook = &hooks.json()[0];
    let page = fs::read_to_string(Path::new(ROOT).join("docs/ci.md")).expect("the page is part of the repository");
    assert!(hook["id"].as_str().is_some_and(|id| page.contains(&format!("- id: {id}"))), "{hook}");
    let files = folder(&[("template.yaml", "Resources:\n  A:\n    Type: AWS::Cognito::UserPoolClient\n")]);
    let ran = shell(files.path(), hook["entry"].as_str().unwrap_or_default());
    assert_eq!((ran.code, hook["pass_filenames"].clone()), (1, Json::Bool(false)), "{}", ran.stdout);
}
