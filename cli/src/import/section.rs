//! The entries of the sections of a template as calls of the builders of a stack.

use super::code::Code;
use super::{expression, json};
use cognito_cfn::{Error, Json, Output, Parameter, Rule, Stack};
use serde_json::Map;

/// The sections that a stack has builders for, in the order in which a program calls them.
pub(super) const NAMES: &[&str] =
    &["Description", "Transform", "Parameters", "Rules", "Mappings", "Conditions", "Resources", "Outputs"];

/// What adds something to a stack.
pub(super) type Apply = Box<dyn Fn(&mut Stack) -> Result<(), Error>>;

/// A statement of a program.
pub(super) struct Step {
    pub(super) code: Code,
    /// What it ends with: `?;` or `;`.
    pub(super) end: &'static str,
    /// The same on a stack of this process.
    pub(super) apply: Apply,
}

impl Step {
    /// A call that cannot fail.
    fn plain(name: &str, text: &str, apply: impl Fn(&mut Stack) + 'static) -> Self {
        let code = Code::call(format!("stack.{name}"), vec![Code::string(text)]);
        let apply = move |stack: &mut Stack| {
            apply(stack);
            Ok(())
        };
        Self { code, end: ";", apply: Box::new(apply) }
    }

    /// A call that adds an entry.
    fn entry(name: &str, id: &str, value: Code, apply: impl Fn(&mut Stack) -> Result<(), Error> + 'static) -> Self {
        let code = Code::call(format!("stack.{name}"), vec![Code::string(id), value]);
        Self { code, end: "?;", apply: Box::new(apply) }
    }
}

/// The description and the transforms; `None` if a builder would render something else.
pub(super) fn whole(name: &str, value: &Json) -> Option<Vec<Step>> {
    match (name, value) {
        ("Description", Json::String(text)) => {
            let description = text.clone();
            let apply = move |stack: &mut Stack| {
                stack.description(description.as_str());
            };
            Some(vec![Step::plain("description", text, apply)])
        }
        ("Transform", Json::String(name)) => Some(vec![transform(name)]),
        ("Transform", Json::Array(items)) => {
            let names: Vec<&str> = items.iter().map(Json::as_str).collect::<Option<_>>()?;
            let is_repeated =
                names.iter().enumerate().any(|(at, name)| names.iter().take(at).any(|other| other == name));
            (names.len() > 1 && !is_repeated).then(|| names.into_iter().map(transform).collect())
        }
        _ => None,
    }
}

fn transform(name: &str) -> Step {
    let transform = name.to_owned();
    Step::plain("transform", name, move |stack| {
        stack.transform(transform.as_str());
    })
}

/// An entry of a section; `None` if a builder would render something else.
pub(super) fn entry(section: &str, id: &str, value: &Json) -> Option<Step> {
    let (name, json) = (id.to_owned(), value.clone());
    match section {
        "Parameters" => {
            let (code, parameter) = parameter(value.as_object()?)?;
            let apply = move |stack: &mut Stack| stack.parameter(name.as_str(), parameter.clone()).map(drop);
            Some(Step::entry("parameter", id, code, apply))
        }
        "Rules" => {
            let (code, rule) = rule(value.as_object()?)?;
            let apply = move |stack: &mut Stack| stack.rule(name.as_str(), rule.clone()).map(drop);
            Some(Step::entry("rule", id, code, apply))
        }
        "Mappings" => {
            let apply = move |stack: &mut Stack| stack.mapping(name.as_str(), json.clone()).map(drop);
            Some(Step::entry("mapping", id, json::expression(value), apply))
        }
        "Conditions" => {
            let apply = move |stack: &mut Stack| stack.condition(name.as_str(), json.clone()).map(drop);
            Some(Step::entry("condition", id, json::expression(value), apply))
        }
        "Outputs" => {
            let (code, output) = output(value.as_object()?)?;
            let apply = move |stack: &mut Stack| stack.output(name.as_str(), output.clone()).map(drop);
            Some(Step::entry("output", id, code, apply))
        }
        _ => None,
    }
}

fn parameter(members: &Map<String, Json>) -> Option<(Code, Parameter)> {
    let of = members.get("Type")?.as_str()?;
    let (root, mut parameter) = match of {
        "String" => (Code::call("Parameter::string", Vec::new()), Parameter::string()),
        "Number" => (Code::call("Parameter::number", Vec::new()), Parameter::number()),
        other => (Code::call("Parameter::of_type", vec![Code::string(other)]), Parameter::of_type(other)),
    };
    let mut calls = Vec::new();
    for (name, value) in members.iter().filter(|(name, _)| *name != "Type") {
        parameter = parameter.with(name, value.clone());
        calls.push(match (name.as_str(), value) {
            ("Default", _) => Code::call(".default", vec![expression::expression(value)]),
            ("Description", Json::String(text)) => Code::call(".description", vec![Code::string(text)]),
            ("NoEcho", Json::Bool(true)) => Code::call(".no_echo", Vec::new()),
            (name, value) => match expression::list(value).filter(|_| name == "AllowedValues") {
                Some(list) => Code::call(".allowed_values", vec![list]),
                None => Code::call(".with", vec![Code::string(name), json::expression(value)]),
            },
        });
    }
    Some((Code::chain(root, calls), parameter))
}

fn rule(members: &Map<String, Json>) -> Option<(Code, Rule)> {
    has_only(members, &["Assertions", "RuleCondition"])?;
    let mut assertions = Vec::new();
    for assertion in members.get("Assertions")?.as_array()? {
        let assertion = assertion.as_object()?;
        has_only(assertion, &["Assert", "AssertDescription"])?;
        assertions.push((assertion.get("Assert")?, assertion.get("AssertDescription")?.as_str()?));
    }
    let mut assertions = assertions.into_iter();
    let (first, description) = assertions.next()?;
    let arguments = |assertion: &Json, text: &str| vec![json::expression(assertion), Code::string(text)];
    let mut rule = Rule::new(first.clone(), description);
    let root = Code::call("Rule::new", arguments(first, description));
    let mut calls = Vec::new();
    for (assertion, description) in assertions {
        rule = rule.assertion(assertion.clone(), description);
        calls.push(Code::call(".assertion", arguments(assertion, description)));
    }
    if let Some(condition) = members.get("RuleCondition") {
        rule = rule.condition(condition.clone());
        calls.push(Code::call(".condition", vec![json::expression(condition)]));
    }
    Some((Code::chain(root, calls), rule))
}

fn output(members: &Map<String, Json>) -> Option<(Code, Output)> {
    has_only(members, &["Value", "Description", "Export", "Condition"])?;
    let value = members.get("Value")?;
    let mut output = Output::new(value.clone());
    let root = Code::call("Output::new", vec![expression::expression(value)]);
    let mut calls = Vec::new();
    if let Some(text) = members.get("Description") {
        output = output.description(text.as_str()?);
        calls.push(Code::call(".description", vec![Code::string(text.as_str()?)]));
    }
    if let Some(export) = members.get("Export") {
        let export = export.as_object()?;
        has_only(export, &["Name"])?;
        let name = export.get("Name")?;
        output = output.export(name.clone());
        calls.push(Code::call(".export", vec![expression::expression(name)]));
    }
    if let Some(name) = members.get("Condition") {
        output = output.condition(name.as_str()?);
        calls.push(Code::call(".condition", vec![Code::string(name.as_str()?)]));
    }
    Some((Code::chain(root, calls), output))
}

fn has_only(members: &Map<String, Json>, names: &[&str]) -> Option<()> {
    members.keys().all(|name| names.contains(&name.as_str())).then_some(())
}
