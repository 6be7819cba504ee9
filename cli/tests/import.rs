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
        if text.contains("Raw") { println!("RAW {} {text}", case.name); }
    }
    println!("{bad} {from_json}");
}
