//! What the README shows is what there is. `cargo bless` writes the compiler's message and the figures.

#[path = "support/bless.rs"]
mod bless;
#[path = "support/downstream.rs"]
mod downstream;

use cognito_cfn::Json;
use downstream::{Crate, DEPENDENCY};
use std::fs;
use std::path::Path;

const README: &str = include_str!("../README.md");

/// The beginnings of the rows of `docs/comparison.md` that the README has.
const ROWS: &[&str] = &[
    "| | this crate |",
    "|---|",
    "declarations that are refused",
    "at compile time",
    "probably",
    "only this tool",
    "valid",
];

/// The first block of that language.
fn block(language: &str) -> &'static str {
    let opened = README.split_once(&format!("```{language}\n")).map_or("", |(_, rest)| rest);
    opened.split_once("\n```").map_or("", |(block, _)| block)
}

#[test]
fn the_first_block_is_the_example_and_is_at_the_top() {
    assert_eq!(block("rust"), include_str!("../examples/web_client.rs").trim_end());
    let line = README.lines().position(|line| line == "```rust");
    assert!(line.is_some_and(|line| line < 20), "{line:?}");
}

#[test]
fn the_properties_are_what_the_example_prints() {
    let created = Crate::new("readme", "2024", DEPENDENCY);
    created.write("src/main.rs", include_str!("../examples/web_client.rs"));
    let output = created.run();
    let printed: Json = String::from_utf8_lossy(&output.stdout).parse().expect("the example prints JSON");
    let shown: Json = block("json").parse().expect("the block is JSON");
    let shown = shown.as_object().expect("the block is an object");
    assert_eq!(shown.len(), 5);
    for (name, value) in shown {
        assert_eq!(&printed["Properties"][name], value, "{name}");
    }
}

/// A file that another test may just have written.
fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("the file is part of the repository")
}

/// The message of the compiler that the README has; the picture has all of them.
fn message() -> String {
    let case = include_str!("compile_fail/many/readme.rs").replace("\n    ", "\n");
    assert!(case.contains(block("rust,ignore")), "{case}");
    let reported = read("tests/compile_fail/many/readme.stderr");
    let reported = reported.replace("tests/compile_fail/many/readme.rs", "src/main.rs");
    let message = reported.split("\n\n").find(|message| message.contains("[OA02]"));
    message.expect("the declaration needs a secret").trim_end().to_owned()
}

fn figures() -> String {
    let comparison = read("docs/comparison.md");
    let (_, rest) = comparison.split_once("\n| | this crate |").expect("the page has totals");
    let (totals, _) = rest.split_once("\n\n").expect("something follows the totals");
    let totals = format!("| | this crate |{totals}");
    let rows = totals.lines().filter(|row| ROWS.iter().any(|part| row.contains(part)));
    rows.collect::<Vec<_>>().join("\n")
}

#[test]
fn the_message_is_the_compilers_and_the_figures_are_those_of_the_comparison() {
    let mut readme = README.replacen(block("text"), &message(), 1);
    let start = readme.find("| | this crate |").expect("the README has the figures");
    let end = start + readme[start..].find("\n\n").expect("something follows the figures");
    readme.replace_range(start..end, &figures());
    bless::compare("README.md", &readme);
}

#[test]
fn the_command_line_of_the_cdk_is_the_one_that_is_tested() {
    let packages: Json = include_str!("conformance/package.json").parse().expect("the pins are JSON");
    let version = packages["dependencies"]["aws-cdk"].as_str().expect("the command line is pinned");
    assert!(README.contains(&format!("npx aws-cdk@{version} deploy")), "{version}");
    assert_eq!(README.matches("aws-cdk@").count(), 1);
}
