//! No text of a template, of a declaration or of a program forges a line of a message, or makes it long.

#![allow(deprecated, reason = "what is declared here may have warnings")]

#[allow(dead_code, reason = "other tests use the rest")]
#[path = "conformance/corpus.rs"]
mod corpus;

use cognito_cfn::{
    App, CfnResource, Error, ErrorKind, ExplicitAuthFlow, Json, Output, Parameter, Stack, json, user_pool_client,
};
use std::collections::{BTreeMap, BTreeSet};

/// Colors, lines of their own and text that runs backwards; a name that fills the screen.
fn hostile_texts() -> [String; 2] {
    let forged = "\u{1b}[31m\nhelp: run `this`\r\u{9b}2J\u{85}\u{202e}\u{2066}\u{2028}\0";
    [forged.to_owned(), "a long name, ".repeat(300)]
}

/// The most characters of a line.
const MAX: usize = 400;
/// A help can have a whole URL.
const MAX_HELP: usize = 2100;

/// Messages that are not of the lines of every message, the same mistake once.
#[derive(Default)]
struct Forged(BTreeMap<String, String>);

impl Forged {
    fn check(&mut self, message: &str, of: &str) {
        if let Err(what) = lines(message) {
            let kind: String = message.chars().filter(char::is_ascii_alphabetic).take(30).collect();
            self.0.entry(kind).or_insert_with(|| format!("{of}: {what}: {message:.600?}"));
        }
    }

    fn check_error(&mut self, error: &Error, of: &str) {
        let errors = match error.kind() {
            ErrorKind::Multiple(errors) => errors.as_slice(),
            _ => std::slice::from_ref(error),
        };
        for error in errors {
            self.check(&error.to_string(), of);
            self.check(&error.message(), of);
            self.check(&format!("message\nhelp: {}", error.help()), of);
        }
    }

    /// Everything that is reported of a stack. The codes that were found are returned.
    fn check_stack(&mut self, stack: &Stack, of: &str) -> Vec<&'static str> {
        let report = stack.report();
        report.errors.iter().for_each(|error| self.check_error(error, of));
        for warning in &report.warnings {
            self.check(&warning.to_string(), of);
            self.check(warning.message(), of);
        }
        let findings = stack.validate().into_iter().map(|(_, finding)| finding);
        let codes = findings.map(|finding| {
            self.check(&finding.to_string(), of);
            finding.code
        });
        codes.collect()
    }

    fn assert_none(self) {
        let found: Vec<String> = self.0.into_values().collect();
        assert!(found.is_empty(), "{} kinds of messages:\n{}", found.len(), found.join("\n"));
    }
}

/// What is wrong with the lines of a message.
fn lines(message: &str) -> Result<(), &'static str> {
    let lines: Vec<&str> = message.split('\n').collect();
    let count = |label: &str| lines.iter().filter(|line| line.starts_with(label)).count();
    let labelled = [" --> ", "help: ", "note: "].map(count);
    if labelled.iter().any(|count| *count > 1) || lines.len() != 1 + labelled.iter().sum::<usize>() {
        return Err("a forged line");
    }
    let is_hidden = |character: char| {
        let is_format =
            matches!(character, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}');
        character.is_control() || is_format
    };
    if lines.iter().any(|line| line.contains(is_hidden)) {
        return Err("a hidden character");
    }
    let is_long = |line: &&str| line.chars().count() > if line.starts_with("help: ") { MAX_HELP } else { MAX };
    if lines.iter().any(is_long) {
        return Err("a long line");
    }
    Ok(())
}

/// The pointers of all strings.
fn strings(json: &Json, at: &str, found: &mut Vec<String>) {
    let escape = |name: &str| name.replace('~', "~0").replace('/', "~1");
    match json {
        Json::String(_) => found.push(at.to_owned()),
        Json::Array(items) => {
            items.iter().enumerate().for_each(|(index, item)| strings(item, &format!("{at}/{index}"), found));
        }
        Json::Object(members) => {
            members.iter().for_each(|(name, value)| strings(value, &format!("{at}/{}", escape(name)), found));
        }
        _ => {}
    }
}

#[test]
fn no_text_of_a_template_forges_a_line() {
    let mut forged = Forged::default();
    let mut codes = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for case in corpus::read() {
        let mut pointers = Vec::new();
        strings(&case.template, "", &mut pointers);
        for pointer in pointers {
            let text = case.template.pointer(&pointer).and_then(Json::as_str).expect("a string").to_owned();
            // The stack of one case is much that of another.
            if !pointer.starts_with("/Resources/Client/") && !seen.insert((pointer.clone(), text.clone())) {
                continue;
            }
            let middle = text.char_indices().nth(text.chars().count() / 2).map_or(0, |(at, _)| at);
            let (before, behind) = text.split_at(middle);
            let [forged_line, long] = hostile_texts();
            for written in [format!("{before}{forged_line}{behind}"), format!("{text}{long}")] {
                let mut template = case.template.clone();
                *template.pointer_mut(&pointer).expect("a string") = written.into();
                let of = format!("{} {} {pointer}", case.family, case.name);
                match Stack::from_json("corpus", &template) {
                    Ok(stack) => codes.extend(forged.check_stack(&stack, &of)),
                    Err(error) => forged.check_error(&error, &of),
                }
            }
        }
    }
    assert!(codes.len() > 60, "only {codes:?} were found");
    forged.assert_none();
}

/// Every literal of every case in turn.
#[test]
fn no_literal_of_a_declaration_forges_a_line() {
    let written = include_str!("../schema/tests/findings.txt");
    let mut forged = Forged::default();
    let mut reported = 0;
    for case in written.trim_end().split("\n\n") {
        let lines = case.lines().skip(1).take_while(|line| !line.starts_with("  "));
        let declaration = lines.collect::<Vec<_>>().join("\n");
        let parts: Vec<&str> = declaration.trim_start_matches('!').split('"').collect();
        for at in (1..parts.len()).step_by(2) {
            for hostile in hostile_texts() {
                let literal = format!("{:?}", format!("{}{hostile}", parts[at]));
                let mut parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
                literal.trim_matches('"').clone_into(&mut parts[at]);
                let Ok(tokens) = parts.join("\"").parse() else { continue };
                for diagnostic in pipeline::analyze(tokens) {
                    reported += 1;
                    forged.check(&diagnostic.text, case);
                }
            }
        }
    }
    assert!(reported > 1000, "only {reported} messages");
    forged.assert_none();
}

/// What a program gives, not a template.
#[test]
fn no_name_of_a_program_forges_a_line() -> Result<(), Error> {
    let mut forged = Forged::default();
    for hostile in hostile_texts() {
        let text = || hostile.clone();
        let client = || user_pool_client! { user_pool_id: "eu-west-1_Ab12Cd34e" };
        let mut errors = Vec::new();
        let mut refused = |what: &str, result: Result<(), Error>| match result {
            Err(error) => errors.push(error),
            Ok(()) => panic!("{what} is accepted"),
        };
        let mut stack = Stack::new("s");
        refused("id", stack.add(CfnResource::new(text(), "AWS::SNS::Topic", json!({}))).map(drop));
        refused("parameter", stack.parameter(text(), Parameter::string()).map(drop));
        refused("condition", stack.condition(text(), json!({})).map(drop));
        refused("mapping", stack.mapping(text(), json!({})).map(drop));
        refused("output", stack.output(text(), Output::new("x")).map(drop));
        refused("stack", App::new().add(Stack::new(&hostile)).map(drop));
        refused("override", client().add_override(format!(".{hostile}"), 1).map(drop));
        refused("logical id", client().override_logical_id(&hostile).map(drop));
        let other = Stack::new(&hostile);
        refused("other stack", stack.add(other.place("A", client())?).map(drop));

        let no_flow = hostile.parse::<ExplicitAuthFlow>().expect_err("it is none").to_string();
        forged.check(&no_flow, "a program");
        let mut named = stack.place("Client", client())?;
        named.client_name = Some(hostile.as_str().into());
        named.add_property_override(format!("Name.{}", hostile.replace('.', "")), 1)?;
        let mut twice = CfnResource::new("R", &hostile, json!({ &hostile: null, "Ref": hostile }));
        twice.condition = Some(text());
        twice.depends_on = vec![text()];
        twice.metadata = Some(json!({ &hostile: null }));
        stack.add(named)?.add(twice)?.transform(&hostile);
        let report = stack.report();
        errors.extend(report.errors);
        for error in &errors {
            forged.check_error(error, "a program");
        }
        for warning in &report.warnings {
            forged.check(&warning.to_string(), "a program");
        }
    }
    forged.assert_none();
    Ok(())
}
