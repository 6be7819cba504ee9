//! What the README shows is what there is.

#[path = "support/downstream.rs"]
mod downstream;

use cognito_cfn::Json;
use downstream::{Crate, DEPENDENCY};

const README: &str = include_str!("../README.md");

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
fn the_template_is_what_the_example_prints() {
    let created = Crate::new("readme", "2024", DEPENDENCY);
    created.write("src/main.rs", include_str!("../examples/web_client.rs"));
    let output = created.run();
    let printed: Json = String::from_utf8_lossy(&output.stdout).parse().expect("the example prints JSON");
    assert_eq!(block("json").parse::<Json>().ok(), Some(printed));
}

#[test]
fn the_errors_are_those_of_the_compiler() {
    let case = include_str!("compile_fail/many/readme.rs").replace("\n    ", "\n");
    assert!(case.contains(block("rust,ignore")), "{case}");
    let reported =
        include_str!("compile_fail/many/readme.stderr").replace("tests/compile_fail/many/readme.rs", "src/main.rs");
    assert_eq!(block("text"), reported.trim_end());
}
