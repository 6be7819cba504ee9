//! Generated modules and programs in one crate, which renders all of them.

use crate::downstream::{Crate, DEPENDENCY};
use cognito_cfn::Json;
use cognito_cfn_cli::import;

/// The line that ends what a program prints.
const END: &str = "end of the template";

/// A crate with what was generated of templates.
pub(crate) struct Build {
    crate_: Crate,
    modules: String,
    statements: String,
    /// What is rendered, in this order: a name for messages, and the JSON.
    expected: Vec<(String, Json)>,
}

impl Build {
    pub(crate) fn new(name: &str) -> Self {
        let crate_ = Crate::new(name, "2024", DEPENDENCY);
        Self { crate_, modules: String::new(), statements: String::new(), expected: Vec::new() }
    }

    /// Adds the module of a template.
    pub(crate) fn add_module(&mut self, name: &str, template: &Json) {
        let text = import::module(name, template).expect("the template has a client");
        let module = self.add_file("module", &text);
        for (id, function) in functions(&text) {
            self.statements += &format!("    print({module}::{function}().to_json());\n");
            self.expected.push((format!("{id} of {name}"), template["Resources"][id].clone()));
        }
    }

    /// Adds the program of a template.
    pub(crate) fn add_app(&mut self, name: &str, template: &Json) {
        let text = import::app(name, template).replacen("\nfn main()", "\npub fn main()", 1);
        let module = self.add_file("app", &text);
        self.statements += &format!("    {module}::main().unwrap();\n    println!({END:?});\n");
        self.expected.push((name.to_owned(), template.clone()));
    }

    fn add_file(&mut self, what: &str, text: &str) -> String {
        let module = format!("{what}_{}", self.modules.lines().count());
        self.crate_.write(&format!("src/{module}.rs"), text);
        self.modules += &format!("mod {module};\n");
        module
    }

    /// Compiles the crate, runs it, and compares what it renders with what was read.
    pub(crate) fn compare(&self) {
        let Self { crate_, modules, statements, expected } = self;
        let print = format!(
            "#[allow(dead_code)]\nfn print(json: cognito_cfn::Json) {{\n    println!(\"{{json}}\\n{END}\");\n}}\n"
        );
        // Warnings of clients are their own; there is no other.
        let head = "#![deny(warnings)]\n#![allow(deprecated)]\n";
        crate_.write("src/main.rs", &format!("{head}{modules}\n{print}\nfn main() {{\n{statements}}}\n"));
        let output = crate_.cargo(&["run", "--quiet"]).output().expect("cargo runs where its tests do");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let stdout = String::from_utf8(output.stdout).expect("JSON is UTF-8");
        let rendered: Vec<&str> = stdout.split(&format!("\n{END}\n")).filter(|text| !text.is_empty()).collect();
        assert_eq!(rendered.len(), expected.len());
        for (rendered, (name, expected)) in rendered.into_iter().zip(expected) {
            let rendered: Json = rendered.parse().expect("it is JSON");
            assert_eq!(rendered, *expected, "{name}");
        }
    }
}

/// The logical ids and names of the functions in a module.
fn functions(text: &str) -> Vec<(&str, &str)> {
    let mut functions = Vec::new();
    let mut id = None;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("/// The app client `") {
            id = rest.strip_suffix("`.");
        } else if let (Some(rest), Some(id)) = (line.strip_prefix("pub fn "), id.take()) {
            functions.push((id, rest.split('(').next().unwrap_or_default()));
        }
    }
    functions
}
