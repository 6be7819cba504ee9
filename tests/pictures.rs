//! The pictures of the README and of `docs/`: what the compiler and rust-analyzer really answer. `cargo bless` writes them.
//!
//! rustdoc copies no files, so each picture is written a second time as an address for `runtime/lib.rs` to include.

#[path = "support/bless.rs"]
mod bless;
#[path = "support/compiler.rs"]
mod compiler;
#[path = "support/downstream.rs"]
mod downstream;
#[path = "editor/language_server.rs"]
mod language_server;
#[path = "support/skip.rs"]
mod skip;

use anstyle_svg::Term;
use cognito_cfn::Json;
use downstream::{Crate, DEPENDENCY};
use language_server::LanguageServer;
use std::env;
use std::fmt::Write as _;

/// What a terminal shows, as a picture and as the address of the same picture.
fn compare(name: &str, shown: &str) {
    let svg = Term::new().min_width_px(760).render_svg(shown);
    bless::compare(&format!("docs/{name}.svg"), &svg);
    let mut address = String::from("data:image/svg+xml,");
    for character in svg.chars() {
        match character {
            '/' | ':' | ';' | ',' | '=' | '-' | '.' | '_' => address.push(character),
            _ if character.is_ascii_alphanumeric() || !character.is_ascii() => address.push(character),
            _ => write!(address, "%{:02X}", u32::from(character)).expect("a string can be written to"),
        }
    }
    bless::compare(&format!("docs/{name}.uri"), &address);
}

#[test]
fn the_compiler_error_of_the_readme() {
    if !compiler::is_pinned() {
        return;
    }
    let created = Crate::new("picture-of-errors", "2024", DEPENDENCY);
    created.write("src/main.rs", include_str!("compile_fail/many/readme.rs"));
    let output = created.cargo(&["check", "--quiet", "--color", "always"]).output().expect("cargo runs");
    let reported = String::from_utf8(output.stderr).expect("messages are text");
    // The last message is cargo's own.
    let (reported, _) = reported.trim_end().rsplit_once("\n\n").expect("there are several messages");
    compare("compiler-error", reported);
}

const DECLARATION: &str = "use cognito_cfn::user_pool_client;

fn main() {
    let client = user_pool_client! {
        user_pool_id: Ref(\"UserPool\"),
        explicit_auth_flows: [
            AllowRefreshTokenAuth,
            Allow$0
        ],
    };
}
";

#[test]
fn the_completion_list() {
    let Ok(program) = env::var("RUST_ANALYZER") else {
        skip::skipped("set RUST_ANALYZER to the path of a rust-analyzer, as `.ci/run` installs it");
        return;
    };
    let created = Crate::new("picture-of-completion", "2024", DEPENDENCY);
    created.write("src/main.rs", "fn main() {}");
    let mut server = LanguageServer::start(&program, &created.folder);
    let answer = server.ask("textDocument/completion", DECLARATION);
    let mut items = answer["items"].as_array().or(answer.as_array()).cloned().unwrap_or_default();
    items.retain(|item| text(&item["label"]).starts_with("Allow"));
    items.sort_by_key(|item| text(&item["sortText"]).to_owned());
    compare("completion", &list(&items));
}

/// The declaration up to the cursor, the list below it, and the rest.
fn list(items: &[Json]) -> String {
    let (before, after) = DECLARATION.split_once("$0").expect("the cursor is in the text");
    let column = before.lines().last().unwrap_or_default().len() - "Allow".len();
    let (line, rest) = after.split_once('\n').unwrap_or_default();
    let mut shown = format!("{before}\x1b[7m \x1b[0m{line}\n");
    let rows: Vec<(&str, String)> = items.iter().map(|item| (text(&item["label"]), meaning(item))).collect();
    let label_width = rows.iter().map(|(label, _)| label.len()).max().unwrap_or_default();
    let meaning_width = rows.iter().map(|(_, meaning)| meaning.len()).max().unwrap_or_default();
    for (at, (label, meaning)) in rows.iter().enumerate() {
        let background = if at == 0 { 24 } else { 236 };
        let row = format!(" \x1b[1m{label:label_width$}\x1b[22m  {meaning:meaning_width$} ");
        writeln!(shown, "{:column$}\x1b[48;5;{background}m{row}\x1b[0m", "").expect("a string can be written to");
    }
    shown + rest.trim_end()
}

/// The beginning of what a variant means, which follows the string of CloudFormation.
fn meaning(item: &Json) -> String {
    let documentation = item["documentation"]["value"].as_str().or(item["documentation"].as_str());
    let paragraph = documentation.unwrap_or_default().split("\n\n").nth(1).unwrap_or_default().replace('\n', " ");
    let end = [". ", "; ", ": "].iter().filter_map(|end| paragraph.find(end)).min().unwrap_or(paragraph.len());
    paragraph[..end].trim_end_matches('.').to_owned()
}

fn text(json: &Json) -> &str {
    json.as_str().unwrap_or_default()
}
