//! Generated modules and programs in one crate, which renders all of them.

use crate::downstream::{Crate, DEPENDENCY};
use cognito_cfn::Json;
use cognito_cfn_cli::import;
use std::fmt::Write as _;

/// A crate with what was generated of templates.
pub(crate) struct Build {
    name: &'static str,
    templates: Vec<(String, Json)>,
    with_apps: bool,
}

impl Build {
    pub(crate) fn new(name: &'static str) -> Self {
        Self { name, templates: Vec::new(), with_apps: true }
    }

    pub(crate) fn add(&mut self, name: &str, template: &Json) {
        self.templates.push((name.to_owned(), template.clone()));
    }

    /// Compiles all modules and programs, runs them, and compares what they render with the templates.
    pub(crate) fn compare(&self) {
        let built = Crate::new(self.name, "2024", DEPENDENCY);
        let mut main = String::from("#![allow(deprecated, missing_docs)]\n");
        let mut clients = String::new();
        let mut apps = String::new();
        for (at, (name, template)) in self.templates.iter().enumerate() {
            if let Some(text) = import::module(name, template) {
                writeln!(main, "mod module_{at};").expect("a string");
                for (id, function) in functions(&text) {
                    writeln!(clients, "    println!(\"{at} {id} {{}}\", module_{at}::{function}().to_json());")
                        .expect("a string");
                }
                built.write(&format!("src/module_{at}.rs"), &text);
            }
            if self.with_apps {
                let text = import::app(name, template).replacen("fn main()", "pub fn main()", 1);
                writeln!(main, "mod app_{at};").expect("a string");
                writeln!(apps, "    println!(\"{at} app\");\n    app_{at}::main().unwrap();\n    println!(\"end\");")
                    .expect("a string");
                built.write(&format!("src/app_{at}.rs"), &text);
            }
        }
        write!(main, "fn main() {{\n{clients}{apps}}}\n").expect("a string");
        built.write("src/main.rs", &main);
        let output = built.cargo(&["run", "--quiet"]).output().expect("cargo runs where its tests do");
        let stdout = String::from_utf8(output.stdout).expect("JSON is UTF-8");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        println!("{}", String::from_utf8_lossy(&output.stderr).len());
        let mut lines = stdout.lines();
        let mut count = 0;
        while let Some(line) = lines.next() {
            let mut words = line.splitn(3, ' ');
            let at: usize = words.next().and_then(|at| at.parse().ok()).expect("a number");
            let (name, template) = &self.templates[at];
            count += 1;
            match (words.next(), words.next()) {
                (Some("app"), None) => {
                    let text: String = lines.by_ref().take_while(|line| *line != "end").collect();
                    let rendered: Json = text.parse().expect("an app prints JSON");
                    assert_eq!(rendered, *template, "{name}");
                }
                (Some(id), Some(json)) => {
                    let rendered: Json = json.parse().expect("a client is JSON");
                    assert_eq!(rendered, template["Resources"][id], "{name}");
                }
                _ => panic!("{line}"),
            }
        }
        println!("{count} compared");
    }
}

/// The logical ids and names of the functions in a module.
fn functions(text: &str) -> Vec<(String, String)> {
    let mut functions = Vec::new();
    let mut id = None;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("/// The app client `") {
            id = rest.strip_suffix("`.").map(str::to_owned);
        } else if let (Some(rest), Some(id)) = (line.strip_prefix("pub fn "), id.take()) {
            functions.push((id, rest.split('(').next().unwrap_or_default().to_owned()));
        }
    }
    functions
}
