//! What an editor offers, explains and marks inside a declaration, by a real rust-analyzer in a crate outside of this
//! workspace: inside of it, rust-analyzer sets `cfg(rust_analyzer)` for our own crates too, as no user has it.
//!
//! The cases are text files. A case begins with `# what it shows`, then stands the declaration with `$0` for the cursor,
//! then what is expected:
//!
//! | line | means |
//! |---|---|
//! | `+ a b` | these labels are offered |
//! | `1 a b` | these labels are offered before all others |
//! | `= a b` | these labels are offered and no others |
//! | `- a b` | none of these labels is offered |
//! | `? text` | the hover has that text |
//! | `@ file text` | the definition is in that file, on a line with that text, and nowhere else |
//! | `! token: message` | that token is marked with a message that begins so; nothing else is marked |
//! | `! nothing` | nothing is marked |
//!
//! `RUST_ANALYZER` names the program; without it, the tests are skipped, but not in CI. What is shown depends on its version:
//! the cases are written for the one that `.ci/run` installs.

#[path = "support/downstream.rs"]
mod downstream;
#[path = "editor/language_server.rs"]
mod language_server;
#[path = "support/skip.rs"]
mod skip;

use cognito_cfn::Json;
use downstream::{Crate, DEPENDENCY};
use language_server::LanguageServer;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs};

/// What surrounds a declaration, unless the case brings its own function.
const BEFORE: &str = "use cognito_cfn::user_pool_client;

struct Settings {
    stage_name: String,
}

impl Settings {
    fn web_url(&self) -> String {
        format!(\"https://{}.example.com/\", self.stage_name)
    }
}

fn current_stage() -> String {
    String::from(\"dev\")
}

fn main() {
    let settings = Settings { stage_name: current_stage() };
    let local_name = settings.web_url();
    let client = user_pool_client! {";
const AFTER: &str = "};
    println!(\"{} {local_name}\", client.to_json());
}
";

/// The labels that are offered at the cursor, best first.
fn complete(server: &mut LanguageServer, text: &str) -> Vec<String> {
    let answer = server.ask("textDocument/completion", text);
    let items = answer["items"].as_array().or(answer.as_array()).cloned().unwrap_or_default();
    let mut items: Vec<(String, String)> =
        items.iter().map(|item| (string(&item["sortText"]), string(&item["label"]))).collect();
    items.sort();
    items.into_iter().map(|(_, label)| label).collect()
}

/// Where the token at the cursor is defined: files with the line there.
fn define(server: &mut LanguageServer, text: &str) -> Vec<(String, String)> {
    let answer = server.ask("textDocument/definition", text);
    let places = answer.as_array().cloned().unwrap_or_default();
    let read = |place: &Json| {
        let file = string(&place["uri"]);
        let path = file.replace("file://", "");
        // What is edited is not saved.
        let source = if file == server.file { text.to_owned() } else { fs::read_to_string(&path).unwrap_or_default() };
        (path, line(&source, &place["range"]["start"]).trim().to_owned())
    };
    places.iter().map(read).collect()
}

/// What is marked, by the text it begins at, with the first line of the message.
fn mark(server: &mut LanguageServer, text: &str) -> Vec<(String, String)> {
    let answer = server.ask("textDocument/diagnostic", text);
    let items = answer["items"].as_array().cloned().unwrap_or_default();
    let read = |item: &Json| {
        let start = &item["range"]["start"];
        let column = start["character"].as_u64().unwrap_or_default() as usize;
        let token: String = line(text, start).chars().skip(column).collect();
        (token, string(&item["message"]).lines().next().unwrap_or_default().to_owned())
    };
    items.iter().map(read).collect()
}

/// The line of a position.
fn line<'t>(text: &'t str, position: &Json) -> &'t str {
    text.lines().nth(position["line"].as_u64().unwrap_or_default() as usize).unwrap_or_default()
}

fn string(json: &Json) -> String {
    json.as_str().unwrap_or_default().to_owned()
}

struct Case {
    title: String,
    text: String,
    expected: Vec<(char, String)>,
}

fn cases(kind: &str) -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/editor").join(kind);
    let mut files: Vec<PathBuf> =
        fs::read_dir(folder).expect("the cases are there").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let read = |file: &PathBuf| {
        let text = fs::read_to_string(file).expect("a case can be read");
        text.split("\n# ").map(case).collect::<Vec<_>>()
    };
    files.iter().flat_map(read).collect()
}

fn case(text: &str) -> Case {
    let mut lines = text.trim_start_matches("# ").lines();
    let title = lines.next().unwrap_or_default().to_owned();
    let (expected, body): (Vec<&str>, Vec<&str>) = lines.partition(|line| {
        let mut start = line.chars();
        start.next().is_some_and(|mark| "+1=-?@!".contains(mark)) && start.next() == Some(' ')
    });
    let body = body.join("\n");
    let text = if body.contains("fn main") { body } else { format!("{BEFORE}{}{AFTER}", body.trim_end_matches('\n')) };
    let expected =
        expected.iter().map(|line| (line.chars().next().unwrap_or_default(), line[2..].to_owned())).collect();
    Case { title, text, expected }
}

/// A rust-analyzer in a crate of its own, or `None` where there is no rust-analyzer.
fn server(name: &str) -> Option<LanguageServer> {
    let Ok(program) = env::var("RUST_ANALYZER") else {
        skip::skipped("set RUST_ANALYZER to the path of a rust-analyzer, as `.ci/run` installs it");
        return None;
    };
    let created = Crate::new(&format!("editor-{name}"), "2024", DEPENDENCY);
    created.write("src/main.rs", "fn main() {}");
    Some(LanguageServer::start(&program, &created.folder))
}

/// Runs every case of a kind, and reports all that fail at once.
fn run(kind: &str, min: usize, check: impl Fn(&mut LanguageServer, &Case) -> Result<(), String>) {
    let cases = cases(kind);
    assert!(cases.len() >= min, "{} cases of {kind}, and there are to be {min}", cases.len());
    let Some(mut server) = server(kind) else { return };
    let faults = cases.iter().filter_map(|case| {
        assert!(!case.expected.is_empty(), "nothing is expected: {}", case.title);
        check(&mut server, case).err().map(|fault| format!("{}: {fault}", case.title))
    });
    let faults: Vec<String> = faults.collect();
    assert!(faults.is_empty(), "{} of {} cases\n{}", faults.len(), cases.len(), faults.join("\n"));
}

#[test]
fn completion() {
    run("completion", 120, |server, case| {
        let offered = complete(server, &case.text);
        for (mark, labels) in &case.expected {
            let labels: Vec<&str> = labels.split_whitespace().collect();
            let is_offered = |label: &&str| offered.iter().any(|offered| offered.split('(').next() == Some(label));
            let as_expected = match mark {
                '+' => labels.iter().all(is_offered),
                '-' => !labels.iter().any(is_offered),
                '1' => offered.iter().zip(&labels).filter(|(offered, label)| offered == label).count() == labels.len(),
                _ => offered.len() == labels.len() && labels.iter().all(is_offered),
            };
            if !as_expected {
                let shown: Vec<&String> = offered.iter().take(12).collect();
                return Err(format!("{mark} {labels:?} against {} {shown:?}", offered.len()));
            }
        }
        Ok(())
    });
}

#[test]
fn hover() {
    run("hover", 30, |server, case| {
        let shown = string(&server.ask("textDocument/hover", &case.text)["contents"]["value"]);
        // What marks a token as wrong is explained there as well, behind what the token is.
        let shown = shown.split("```rust\ncore::macros::builtin").next().unwrap_or_default();
        let missing: Vec<&String> =
            case.expected.iter().map(|(_, text)| text).filter(|text| !shown.contains(*text)).collect();
        // Each entry names its item once, in a block of Rust behind the path of the module. Programs are blocks as well.
        let entries = shown.split("```rust").skip(1).filter(|block| !block.contains("fn main()")).count();
        if missing.is_empty() && entries <= 2 {
            Ok(())
        } else {
            Err(format!("{missing:?} is not in {entries} blocks: {shown}"))
        }
    });
}

#[test]
fn definition() {
    run("definition", 20, |server, case| {
        let mut found = define(server, &case.text);
        found.retain(|(path, _)| !path.ends_with("core/src/macros/mod.rs"));
        let wanted: Vec<(&str, &str)> = case.expected.iter().filter_map(|(_, place)| place.split_once(' ')).collect();
        let is_right = found.len() == wanted.len()
            && found
                .iter()
                .zip(&wanted)
                .all(|((path, line), (file, text))| path.ends_with(file) && line.contains(text));
        if is_right { Ok(()) } else { Err(format!("{wanted:?} against {found:?}")) }
    });
}

#[test]
fn squiggles() {
    run("squiggles", 20, |server, case| {
        let mut marked = mark(server, &case.text);
        for (_, wanted) in case.expected.iter().filter(|(_, wanted)| wanted != "nothing") {
            let (token, message) = wanted.split_once(": ").unwrap_or_default();
            let is_wanted = |(at, reported): &(String, String)| at.starts_with(token) && reported.starts_with(message);
            match marked.iter().position(is_wanted) {
                Some(at) => drop(marked.remove(at)),
                None => return Err(format!("{wanted} is not among {marked:?}")),
            }
        }
        if marked.is_empty() { Ok(()) } else { Err(format!("marked as well: {marked:?}")) }
    });
}

/// Completion inside of a declaration against the same inside of a struct literal, in the same file. It prints what it
/// measures; how fast is fast enough is for the reader of the figures.
#[test]
fn completion_is_timed_against_a_struct_literal() {
    let Some(mut server) = server("speed") else { return };
    let fields =
        "user_pool_id: Some(cognito_cfn::Intrinsic::reference(\"P\").into()), client_name: Some(\"web\".into()),";
    let literal = format!("let same = cognito_cfn::CfnUserPoolClient {{ {fields} LITERAL ..Default::default() }};");
    let text = format!(
        "{BEFORE} user_pool_id: Ref(\"P\"), client_name: \"web\", MACRO {}",
        AFTER.replace("    println", &format!("    {literal}\n    let _ = same;\n    println"))
    );
    let in_macro = text.replace("MACRO", "call$0").replace("LITERAL", "");
    let in_literal = text.replace("MACRO", "").replace("LITERAL", "call$0");
    let mut times: [Vec<Duration>; 2] = [Vec::new(), Vec::new()];
    for round in 0..40 {
        for (place, text) in [&in_macro, &in_literal].into_iter().enumerate() {
            // Another text each time, so that nothing is answered from memory.
            let text = format!("{text}// {round}\n");
            let start = Instant::now();
            let offered = complete(&mut server, &text);
            times[place].push(start.elapsed());
            assert!(offered.iter().any(|label| label.starts_with("callback_urls")), "{offered:?}");
        }
    }
    let [in_macro, in_literal] = times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    });
    let ratio = in_macro.as_secs_f64() / in_literal.as_secs_f64();
    println!(
        "completion, median of 40: {in_macro:?} in the macro, {in_literal:?} in a struct literal, ratio {ratio:.2}"
    );
}
