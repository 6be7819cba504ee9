//! What this crate says of a case.

use crate::corpus::{CLIENT, Case};
use crate::declare;
use crate::typed;
use cognito_cfn::{
    CfnResource, CfnUserPoolClient, EnumValue, Error, ErrorKind, Json, Output, Parameter, Severity, Stack, Template,
    Value,
};
use serde_json::Map;

/// The stack of every case is for there.
pub(crate) const REGION: &str = "us-east-1";
pub(crate) const ACCOUNT: &str = "111111111111";

/// When something is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    Compile,
    Synth,
}

/// Something that is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reported {
    pub(crate) when: When,
    pub(crate) severity: Severity,
    /// The code of a rule, or what is wrong where none has it.
    pub(crate) code: String,
    pub(crate) text: String,
}

/// What the compiler says; where it says nothing that stops the build, what the stack says as well.
pub(crate) fn reported(case: &Case) -> Vec<Reported> {
    let declaration = declare::declaration(&case.declared()).parse().expect("a declaration is made of tokens");
    let at_compile_time = pipeline::analyze(declaration).into_iter().map(|reported| Reported {
        when: When::Compile,
        severity: reported.severity,
        code: reported.code.unwrap_or("the macro").to_owned(),
        text: reported.text,
    });
    let mut found: Vec<Reported> = at_compile_time.collect();
    if found.iter().any(|reported| reported.severity == Severity::Error) {
        return found;
    }
    for reported in of_stack(case) {
        if !found.iter().any(|known| known.code == reported.code) {
            found.push(reported);
        }
    }
    found
}

/// What is rendered for a case that compiles.
pub(crate) fn rendered(case: &Case) -> Json {
    client(case).to_json()
}

fn of_stack(case: &Case) -> Vec<Reported> {
    let synth =
        |severity, code: &str, text: String| Reported { when: When::Synth, severity, code: code.to_owned(), text };
    let stack = match stack(case) {
        Ok(stack) => stack,
        Err(error) => return vec![synth(Severity::Error, kind(&error), error.to_string())],
    };
    let mut found = Vec::new();
    for error in stack.check().err().iter().flat_map(each) {
        found.push(synth(Severity::Error, kind(error), error.to_string()));
    }
    for (_, finding) in stack.validate() {
        found.push(synth(finding.severity, finding.code, finding.message));
    }
    // What has no code is not among the findings.
    for warning in stack.synth().iter().flat_map(Template::warnings).filter(|warning| warning.code().is_none()) {
        found.push(synth(Severity::Warning, "template", warning.message().to_owned()));
    }
    found
}

fn each(error: &Error) -> Vec<&Error> {
    match error.kind() {
        ErrorKind::Multiple(errors) => errors.iter().collect(),
        _ => vec![error],
    }
}

fn kind(error: &Error) -> &str {
    match error.kind() {
        ErrorKind::Finding(finding) => finding.code,
        ErrorKind::UnknownReference { .. } => "reference",
        ErrorKind::UnknownAttribute { .. } => "attribute",
        ErrorKind::Cycle { .. } => "cycle",
        _ => "template",
    }
}

/// The template of the case, as a program would make it.
fn stack(case: &Case) -> Result<Stack, Error> {
    let mut stack = Stack::new("corpus");
    stack.region(REGION).account(ACCOUNT);
    for (id, parameter) in section(case, "Parameters") {
        let members = parameter.as_object().into_iter().flatten().filter(|(name, _)| *name != "Type");
        let empty = Parameter::of_type(text(&parameter["Type"]));
        stack.parameter(id, members.fold(empty, |parameter, (name, value)| parameter.with(name, value.clone())))?;
    }
    for (id, mapping) in section(case, "Mappings") {
        stack.mapping(id, mapping.clone())?;
    }
    for (id, condition) in section(case, "Conditions") {
        stack.condition(id, condition.clone())?;
    }
    for (id, resource) in section(case, "Resources").filter(|(id, _)| *id != CLIENT) {
        let properties = resource.get("Properties").cloned().unwrap_or_else(|| Json::Object(Map::new()));
        let mut made = CfnResource::new(id, text(&resource["Type"]), properties);
        made.condition = resource["Condition"].as_str().map(str::to_owned);
        stack.add(made)?;
    }
    stack.add(client(case))?;
    for (id, output) in section(case, "Outputs") {
        let mut made = Output::new(output["Value"].clone());
        if let Some(name) = output.get("Export").and_then(|export| export.get("Name")) {
            made = made.export(name.clone());
        }
        if let Some(condition) = output["Condition"].as_str() {
            made = made.condition(condition);
        }
        stack.output(id, made)?;
    }
    Ok(stack)
}

fn client(case: &Case) -> CfnUserPoolClient {
    let mut client = typed::client(&case.properties());
    CLIENT.clone_into(&mut client.logical_id);
    let attribute = |name: &str| case.client.get(name);
    client.condition = attribute("Condition").map(|name| text(name).to_owned());
    client.depends_on =
        attribute("DependsOn").and_then(Json::as_array).into_iter().flatten().map(|id| text(id).to_owned()).collect();
    client.deletion_policy = attribute("DeletionPolicy").map(word);
    client.update_replace_policy = attribute("UpdateReplacePolicy").map(word);
    client.metadata = attribute("Metadata").cloned();
    client
}

fn word<W: EnumValue>(json: &Json) -> Value<W> {
    Value::Literal(W::from_value(text(json)).expect("a word"))
}

fn section<'a>(case: &'a Case, name: &str) -> impl Iterator<Item = (&'a String, &'a Json)> {
    case.template[name].as_object().into_iter().flatten()
}

fn text(json: &Json) -> &str {
    json.as_str().expect("a text")
}
