//! A whole program that rebuilds a template.

use super::client;
use super::code::{Code, INDENT, Statement};
use super::module::{imports, quoted};
use super::names::{self, Names};
use super::resource::Resource;
use super::section::{self, Apply, Step};
use cognito_cfn::{Json, Stack};
use cognito_cfn_schema::literals::check_stack_name;
use cognito_cfn_schema::loops::LOOP;
use serde_json::Map;
use std::collections::BTreeSet;

/// The variables of the program: a function of such a name could not be called.
const VARIABLES: &[&str] = &["stack", "report", "error", "warning"];

/// What a statement can use of the crate.
const ITEMS: &[&str] = &["Intrinsic", "Output", "Parameter", "Rule", "json"];

/// The program, as far as it is written.
#[derive(Default)]
struct Program {
    /// What the program does to the stack, to know what it renders.
    steps: Vec<Apply>,
    /// What it does not add: the stack is read from it.
    rest: Map<String, Json>,
    /// The statements, section by section.
    statements: Vec<String>,
    functions: Vec<String>,
    /// What is used of the crate.
    used: BTreeSet<&'static str>,
    /// The logical ids of the clients, which the functions declare.
    clients: Vec<String>,
}

/// The text of `main.rs`. `origin` is what the template is called.
pub(super) fn program(origin: &str, template: &Json) -> String {
    let name = stack_name(origin);
    let program = Program::of(template);
    // A template that no program would rebuild is rebuilt by one that reads it as a whole.
    let program = if program.renders(&name, template) {
        program
    } else {
        let rest = template.as_object().cloned().unwrap_or_default();
        Program { rest, ..Program::default() }
    };
    program.text(origin, &name)
}

impl Program {
    fn of(template: &Json) -> Self {
        let mut program = Self::default();
        let members = template.as_object();
        for (name, value) in members.into_iter().flatten() {
            if !section::NAMES.contains(&name.as_str()) {
                program.rest.insert(name.clone(), value.clone());
            }
        }
        for name in section::NAMES {
            if let Some(value) = members.and_then(|members| members.get(*name)) {
                program.add_section(name, value, template);
            }
        }
        program
    }

    fn add_section(&mut self, name: &str, value: &Json, template: &Json) {
        let steps = match (name, value) {
            ("Description" | "Transform", _) => section::whole(name, value),
            ("Resources", Json::Object(resources)) if !resources.is_empty() => {
                return self.add_resources(resources, template);
            }
            (_, Json::Object(entries)) if !entries.is_empty() => {
                let mut steps = Vec::new();
                for (id, entry) in entries {
                    let is_taken = name == "Parameters" && has(template, "Resources", id);
                    match section::entry(name, id, entry).filter(|step| !is_taken && works(step)) {
                        Some(step) => steps.push(step),
                        None => self.keep(name, id, entry),
                    }
                }
                Some(steps)
            }
            _ => None,
        };
        match steps {
            Some(steps) => self.add_steps(steps),
            None => drop(self.rest.insert(name.to_owned(), value.clone())),
        }
    }

    fn add_steps(&mut self, steps: Vec<Step>) {
        let mut text = String::new();
        for Step { code, end, apply } in steps {
            text.push_str(&Statement::call(code.clone()).layout(end));
            self.steps.push(apply);
            self.used.extend(ITEMS.iter().filter(|item| code.names(item)));
        }
        self.statements.push(text);
    }

    fn add_resources(&mut self, resources: &Map<String, Json>, template: &Json) {
        let mut names = Names::except(VARIABLES);
        let mut text = String::new();
        for (id, json) in resources {
            let is_taken = has(template, "Parameters", id) || has(template, "Resources", &format!("{LOOP}{id}"));
            let added = if is_taken { None } else { self.add_resource(id, json, &mut names) };
            match added {
                Some(name) => {
                    let add = Code::call("stack.add", vec![Code::call(name, Vec::new())]);
                    text.push_str(&Statement::call(add).layout("?;"));
                }
                None => self.keep("Resources", id, json),
            }
        }
        self.statements.push(text);
    }

    /// Writes the function of a resource. Its name; `None` if no function renders it.
    fn add_resource(&mut self, id: &str, json: &Json, names: &mut Names) -> Option<String> {
        if client::is_client(json) {
            let function = client::function(&names.name(id, names::CLIENT), id, json, json)?;
            self.used.insert("CfnUserPoolClient");
            self.used.extend(function.declares.then_some("user_pool_client"));
            self.used.extend(function.names_json.then_some("json"));
            self.clients.push(id.to_owned());
            self.functions.push(function.text);
            return Some(function.name);
        }
        let resource = Resource::new(id, json)?;
        let name = names.name(id, names::RESOURCE);
        self.used.insert("CfnResource");
        self.used.extend(resource.enumerations.iter().copied());
        self.used.extend(ITEMS.iter().filter(|item| resource.names(item)));
        self.functions.push(resource.function(&name));
        let value = resource.value;
        self.steps.push(Box::new(move |stack| stack.add(value.clone()).map(drop)));
        Some(name)
    }

    /// Leaves an entry in the JSON that the stack is read from.
    fn keep(&mut self, section: &str, id: &str, entry: &Json) {
        let entries = self.rest.entry(section).or_insert_with(|| Json::Object(Map::new()));
        if let Json::Object(entries) = entries {
            entries.insert(id.to_owned(), entry.clone());
        }
    }

    /// What the stack is read from; `None` if it begins empty.
    fn base(&self) -> Option<Json> {
        let mut base = self.rest.clone();
        if base.is_empty() {
            return None;
        }
        base.entry("Resources").or_insert_with(|| Json::Object(Map::new()));
        Some(Json::Object(base))
    }

    /// Whether the program renders the template, its clients aside.
    fn renders(&self, name: &str, template: &Json) -> bool {
        let stack = self.base().map_or_else(|| Ok(Stack::new(name)), |base| Stack::from_json(name, &base));
        let Ok(mut stack) = stack else { return false };
        if self.steps.iter().any(|apply| apply(&mut stack).is_err()) {
            return false;
        }
        let mut expected = template.clone();
        if let Some(resources) = expected.get_mut("Resources").and_then(Json::as_object_mut) {
            resources.retain(|id, _| !self.clients.contains(id));
        }
        stack.to_json() == expected
    }

    fn text(mut self, origin: &str, name: &str) -> String {
        let origin = quoted(origin);
        let pad = " ".repeat(INDENT);
        let (new, end) = match self.base() {
            Some(base) => {
                let base = super::json::expression(&base).referenced();
                self.used.extend(base.names("json").then_some("json"));
                (Code::call("Stack::from_json", vec![Code::string(name), base]), "?;")
            }
            None => (Code::call("Stack::new", vec![Code::string(name)]), ";"),
        };
        let is_changed = self.statements.iter().any(|section| !section.is_empty());
        let mutable = if is_changed { "mut " } else { "" };
        let stack = Statement::assign(format!("let {mutable}stack"), new).layout(end);
        let sections: Vec<&str> = self.statements.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
        let mut names: Vec<(&str, bool)> = vec![("Error", true), ("Stack", true)];
        names.extend(self.used.iter().map(|name| (*name, true)));
        names.sort_by_key(|(name, _)| (name.starts_with(char::is_lowercase), *name));
        let imports = imports(&names);
        let functions: String = self.functions.iter().map(|function| format!("\n{function}")).collect();
        format!(
            "//! Rebuilds the template of {origin}: prints it as JSON, and on stderr what the checks find.\n\n\
             {imports}\n\
             fn main() -> Result<(), Error> {{\n\
             {stack}{}\n\
             {pad}let report = stack.report();\n\
             {pad}for error in &report.errors {{\n{pad}{pad}eprintln!(\"error: {{error}}\\n\");\n{pad}}}\n\
             {pad}for warning in &report.warnings {{\n{pad}{pad}eprintln!(\"{{warning}}\\n\");\n{pad}}}\n\
             {pad}println!(\"{{:#}}\", stack.to_json());\n\
             {pad}Ok(())\n\
             }}\n{functions}",
            sections.join("\n"),
        )
    }
}

/// Whether the step can be done at all.
fn works(step: &Step) -> bool {
    (step.apply)(&mut Stack::new("import")).is_ok()
}

fn has(template: &Json, section: &str, id: &str) -> bool {
    template.get(section).is_some_and(|entries| entries.get(id).is_some())
}

/// The name of the stack: that of the file, as far as a stack can have it.
fn stack_name(origin: &str) -> String {
    let file = origin.rsplit(['/', '\\']).next().unwrap_or(origin);
    let stem = file.split('.').next().unwrap_or(file);
    let name: String =
        stem.chars().map(|character| if character.is_ascii_alphanumeric() { character } else { '-' }).collect();
    if check_stack_name(&name).is_ok() { name } else { "stack".into() }
}
