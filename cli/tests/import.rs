//! What `import` generates.

#[allow(dead_code, reason = "each test uses a part")]
#[path = "../../tests/conformance/corpus.rs"]
mod corpus;

use cognito_cfn::Severity;
use cognito_cfn_cli::import;
use corpus::Expected;

#[test]
fn the_macro_accepts_what_is_declared() {
    let mut bad = 0;
    let mut from_json = 0;
    for case in corpus::read() {
        let Some(text) = import::module(&case.name, &case.template) else { panic!("{}", case.name) };
        let bodies = pipeline::declarations(&text);
        if bodies.is_empty() {
            from_json += 1;
            if !matches!(case.expected, Expected::Refused(_)) {
                println!("NOT DECLARED {} {text}", case.name);
            }
        }
        for body in bodies {
            let tokens: proc_macro2::TokenStream = body.parse().unwrap();
            for d in pipeline::analyze(tokens) {
                if d.severity == Severity::Error {
                    bad += 1;
                    println!("{}: {:?}\n{}\n{}", case.name, case.expected, d.text, text);
                }
            }
        }
    }
    println!("{bad} {from_json}");
}

#[test]
fn declarations_are_laid_out_as_rustfmt_lays_out_a_struct_literal() {
    let mut program = String::new();
    for case in corpus::read() {
        let text = import::module(&case.name, &case.template).unwrap();
        if text.contains("Raw(") || text.contains("json!") || text.contains("metadata") {
            continue;
        }
        let text =
            text.lines().filter(|l| !l.starts_with("use ") && !l.starts_with("//!")).collect::<Vec<_>>().join("\n");
        let text = text
            .replace("user_pool_client! {", "CfnUserPoolClient {")
            .replace(": {\n", ": B {\n")
            .replace(": { ", ": B { ")
            .replace("({", "(B {")
            .replace(" {\n            ", " {\n            ");
        let text = text
            .lines()
            .map(|l| if l.trim_start().starts_with("{") { l.replacen("{", "B {", 1) } else { l.to_owned() })
            .collect::<Vec<_>>()
            .join("\n");
        program.push_str(text.trim());
        program.push_str("\n\n");
    }
    let folder = std::env::temp_dir();
    std::fs::write(folder.join("layout.rs"), program.trim().to_owned() + "\n").unwrap();
    let output = std::process::Command::new("rustfmt")
        .args(["--edition", "2024", "--check", "--color", "never"])
        .arg(folder.join("layout.rs"))
        .current_dir("/")
        .output()
        .unwrap();
    print!("{}", String::from_utf8_lossy(&output.stdout));
    print!("{}", String::from_utf8_lossy(&output.stderr));
}
