//! What `import` generates: the macro accepts it, rustc compiles it, and it renders the template that was read.

#[path = "import/build.rs"]
mod build;
#[allow(dead_code, reason = "each test uses a part")]
#[path = "../../tests/conformance/corpus.rs"]
mod corpus;
#[path = "../../tests/support/downstream.rs"]
mod downstream;

use build::Build;
use cognito_cfn::{Json, Severity};
use cognito_cfn_cli::import;
use corpus::Expected;
use std::path::Path;

#[test]
fn the_macro_accepts_what_is_declared() {
    for case in corpus::read() {
        let text = import::module(&case.name, &case.template).expect("each case has a client");
        let bodies = pipeline::declarations(&text);
        assert!(
            !bodies.is_empty() || matches!(case.expected, Expected::Refused(_)),
            "{} is declared: {text}",
            case.name
        );
        for body in bodies {
            let declaration = body.parse().expect("a declaration is made of tokens");
            let mut reported = pipeline::analyze(declaration);
            reported.retain(|reported| reported.severity == Severity::Error);
            assert_eq!(reported, [], "{}: {text}", case.name);
        }
    }
}

#[test]
fn the_corpus_comes_back_the_same() {
    let mut build = Build::new("import-conformance");
    for case in corpus::read() {
        build.add(&case.name, &case.template);
    }
    build.compare();
}

#[test]
fn the_templates_come_back_the_same() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus");
    let mut build = Build::new("import-templates");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let json: Json = text.parse().unwrap();
        build.add(&file.file_name().unwrap().to_string_lossy(), &json);
    }
    build.compare();
}
