//! What `import` generates: the macro accepts it, rustc compiles it, and it renders the template that was read.

#[path = "../../tests/support/bless.rs"]
mod bless;
#[path = "import/build.rs"]
mod build;
#[allow(dead_code, reason = "each test uses a part")]
#[path = "../../tests/conformance/corpus.rs"]
mod conformance;
#[path = "../../tests/support/downstream.rs"]
mod downstream;
#[path = "import/layout.rs"]
mod layout;
#[path = "import/raw.rs"]
mod raw;

use build::Build;
use cognito_cfn::{Json, Severity};
use cognito_cfn_cli::import;
use cognito_cfn_cli::input::{self, Options};
use cognito_cfn_schema::{Kind, client};
use conformance::Expected;
use std::path::Path;

/// The templates of `tests/corpus`, each with its name: also those in a cloud assembly, in configurations of the
/// Serverless Framework, and what describes deployed clients.
fn templates() -> Vec<(String, Json)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/corpus");
    let reading = input::read(std::slice::from_ref(&folder), &Options::default());
    assert_eq!((reading.failures, reading.notes), (vec![], vec![]));
    let name = |path: &str| Path::new(path).strip_prefix(&folder).expect("it is in the folder").display().to_string();
    let templates: Vec<_> = reading.inputs.into_iter().map(|input| (name(&input.path), input.template)).collect();
    assert!(templates.len() > 80, "only {} templates", templates.len());
    templates
}

/// The modules of all templates and of the declarations in `tests/conformance/corpus`.
fn modules() -> Vec<(String, String)> {
    let cases = conformance::read().into_iter().map(|case| (case.name, case.template));
    let modules = cases.chain(templates()).map(|(name, template)| {
        let module = import::module(&name, &template);
        (name, module.expect("each template has a client"))
    });
    modules.collect()
}

#[test]
fn a_module_is_what_it_was() {
    for (name, template) in templates().into_iter().filter(|(name, _)| name.starts_with("import-")) {
        let module = import::module(&name, &template).expect("each template has a client");
        let (stem, _) = name.split_once('.').expect("an extension");
        bless::compare(&format!("tests/import/modules/{stem}.rs"), &module);
    }
}

#[test]
fn the_macro_accepts_what_is_declared() {
    for (name, text) in modules() {
        for body in pipeline::declarations(&text) {
            let declaration = body.parse().expect("a declaration is made of tokens");
            let mut reported = pipeline::analyze(declaration);
            reported.retain(|reported| reported.severity == Severity::Error);
            assert_eq!(reported, [], "{name}: {text}");
        }
    }
}

#[test]
fn what_has_no_errors_is_declared() {
    for case in conformance::read().into_iter().filter(|case| !matches!(case.expected, Expected::Refused(_))) {
        let text = import::module(&case.name, &case.template).expect("each case has a client");
        assert!(!text.contains("from_json"), "{}: {text}", case.name);
    }
}

#[test]
fn enum_values_are_variants() {
    let enumerations = client::ALL.iter().filter_map(|row| Some((row.name, row.kind.enumeration()?)));
    let rows: Vec<_> = enumerations.collect();
    let units = client::ALL.iter().filter_map(|row| if let Kind::Block(block) = row.kind { Some(block) } else { None });
    let members = units.flat_map(|block| block.members);
    let rows = rows.into_iter().chain(members.filter_map(|row| Some((row.name, row.kind.enumeration()?))));
    let rows: Vec<_> = rows.collect();
    assert!(rows.len() > 8);
    for (name, text) in modules() {
        for body in pipeline::declarations(&text) {
            for (property, of) in &rows {
                for written in body.split(&format!(" {property}: ")).skip(1) {
                    // The value goes on to the next entry.
                    let value = written.split(": ").next().unwrap_or_default();
                    let is_text = |value: &str| written.contains(&format!("Raw({value:?}"));
                    let word = of.variants.iter().find(|variant| value.contains(&format!("{:?}", variant.value)));
                    assert!(word.is_none_or(|word| is_text(word.value)), "{name}: {property}: {value}");
                }
            }
        }
    }
}

#[test]
fn raw_json_is_what_the_language_has_no_form_for() {
    let mut count = 0;
    // The declarations with a mistake have more: what the macro refuses.
    for (name, template) in templates() {
        let text = import::module(&name, &template).expect("each template has a client");
        for body in pipeline::declarations(&text) {
            for json in raw::values(body) {
                assert!(!raw::has_form(&json), "{name}: {json}");
                count += 1;
            }
        }
    }
    assert!(count > 30, "only {count}");
}

#[test]
fn templates_come_back_the_same() {
    let mut build = Build::new("import-templates");
    for (name, template) in templates() {
        build.add_module(&name, &template);
        build.add_app(&name, &template);
    }
    build.compare();
}

#[test]
fn declarations_come_back_the_same() {
    let mut build = Build::new("import-declarations");
    for case in conformance::read() {
        build.add_module(&case.name, &case.template);
    }
    build.compare();
}

#[test]
fn programs_are_formatted() {
    let apps = templates().into_iter().map(|(name, template)| import::app(&name, &template));
    let modules = modules().into_iter().map(|(_, module)| module);
    layout::check(&apps.chain(modules).collect::<Vec<_>>());
}

#[test]
fn declarations_are_laid_out_as_struct_literals() {
    // What rustfmt has no syntax for is left out: JSON.
    let is_rust = |text: &String| {
        !["Raw(", "json!", "metadata", "Transform(", "ToJsonString("].iter().any(|json| text.contains(json))
    };
    let literals = modules().into_iter().map(|(_, module)| module).filter(is_rust).map(|text| layout::literals(&text));
    let literals: Vec<_> = literals.collect();
    assert!(literals.len() > 200);
    layout::check(&literals);
}
