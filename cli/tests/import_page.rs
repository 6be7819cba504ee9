//! What `docs/import.md` shows is what the command prints: every command of the page is run. `cargo bless` writes it.

#[path = "support/command.rs"]
mod command;
#[path = "../../tests/support/downstream.rs"]
mod downstream;

use command::{folder, run};
use downstream::{Crate, DEPENDENCY};
use std::path::{Path, PathBuf};
use std::{env, fs};

/// What the AWS command line prints, in the place of which the page has its command.
const DESCRIBED: &str = r#"{
  "UserPoolClient": {
    "UserPoolId": "eu-west-1_a1B2c3D4e",
    "ClientName": "orders api",
    "ClientId": "1example23456789",
    "ClientSecret": "9l3b4ns1k0c1example5t2r8q7f6d5s4a3p2o1i9u8y7t6r5e4w3q",
    "LastModifiedDate": "2026-03-02T09:14:31.512000+00:00",
    "CreationDate": "2025-06-18T07:02:11.120000+00:00",
    "RefreshTokenValidity": 30,
    "AccessTokenValidity": 15,
    "IdTokenValidity": 60,
    "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "minutes", "RefreshToken": "days" },
    "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH"],
    "SupportedIdentityProviders": ["COGNITO"],
    "AllowedOAuthFlows": ["client_credentials"],
    "AllowedOAuthScopes": ["orders/read"],
    "AllowedOAuthFlowsUserPoolClient": true,
    "PreventUserExistenceErrors": "ENABLED",
    "EnableTokenRevocation": true,
    "EnablePropagateAdditionalUserContextData": false,
    "AuthSessionValidity": 3
  }
}
"#;

fn page() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/import.md")
}

/// A part of the page: text, or a block with its language.
enum Part {
    Text(String),
    Block { language: String, lines: Vec<String> },
}

fn parts(text: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut lines = text.lines();
    let mut prose = Vec::new();
    while let Some(line) = lines.next() {
        let Some(language) = line.strip_prefix("```") else {
            prose.push(line);
            continue;
        };
        parts.push(Part::Text(std::mem::take(&mut prose).join("\n")));
        let lines = lines.by_ref().take_while(|line| *line != "```").map(str::to_owned).collect();
        parts.push(Part::Block { language: language.to_owned(), lines });
    }
    parts.push(Part::Text(prose.join("\n")));
    parts
}

/// What the commands of a block print, and the file that the last of them writes.
fn commands(lines: &[String], folder: &Path) -> (Vec<String>, Option<String>) {
    let mut shown = Vec::new();
    let mut file = None;
    for command in lines.iter().filter_map(|line| line.strip_prefix("$ ")) {
        shown.push(format!("$ {command}"));
        let (words, target) = command.split_once(" > ").map_or((command, None), |(words, file)| (words, Some(file)));
        let words: Vec<&str> = words.split(' ').collect();
        let (stdout, stderr) = match words.as_slice() {
            ["cognito-cfn", arguments @ ..] => {
                let ran = run(folder, arguments);
                (ran.stdout, ran.stderr)
            }
            ["aws", ..] => (DESCRIBED.to_owned(), String::new()),
            ["cargo", "run", "--quiet"] => built(&fs::read_to_string(folder.join("src/main.rs")).expect("a program")),
            other => panic!("{other:?}"),
        };
        shown.extend(stderr.trim_end().lines().map(str::to_owned));
        match target {
            Some(name) => {
                fs::create_dir_all(folder.join("src")).expect("a folder");
                fs::write(folder.join(name), &stdout).expect("a file");
                file = Some(stdout);
            }
            None => {
                shown.extend(stdout.trim_end().lines().map(str::to_owned));
                file = None;
            }
        }
    }
    (shown, file)
}

/// What a program prints.
fn built(program: &str) -> (String, String) {
    let created = Crate::new("import-page", "2024", DEPENDENCY);
    created.write("src/main.rs", program);
    let output = created.cargo(&["run", "--quiet"]).output().expect("cargo runs where its tests do");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
    (text(output.stdout), text(output.stderr))
}

#[test]
fn the_page_shows_what_the_command_prints() {
    let written = fs::read_to_string(page()).expect("the page is part of the repository");
    let folder = folder(&[]);
    let mut file = None;
    let mut text = Vec::new();
    for part in parts(&written) {
        match part {
            Part::Text(prose) => text.push(prose),
            Part::Block { language, mut lines } => {
                match language.as_str() {
                    "yaml" => fs::write(folder.path().join("template.yaml"), lines.join("\n")).expect("a file"),
                    "json" => fs::write(folder.path().join("refused.json"), lines.join("\n")).expect("a file"),
                    "console" => (lines, file) = commands(&lines, folder.path()),
                    "rust" => {
                        let file: String = file.take().expect("a command has written it");
                        lines = file.trim_end().lines().map(str::to_owned).collect();
                    }
                    "sh" => {}
                    other => panic!("a block in `{other}`"),
                }
                text.push(format!("```{language}\n{}\n```", lines.join("\n")));
            }
        }
    }
    let page_now = format!("{}\n", text.join("\n").trim_end());
    if env::var_os("BLESS").is_some() {
        fs::write(page(), &page_now).expect("the repository can be written");
        return;
    }
    let differs = written.lines().zip(page_now.lines()).find(|(written, now)| written != now);
    assert!(written == page_now, "docs/import.md is out of date: run `cargo bless`; the first difference: {differs:?}");
}
