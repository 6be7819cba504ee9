//! `--parameter NAME=VALUE`: the template as it is with that value of the parameter.

mod conditions;
mod functions;
mod value;

use super::{Failure, Input, Moves, Note, Reading};
use cognito_cfn::Json;
use cognito_cfn_schema::suggest::nearest;
use conditions::Conditions;
use functions::{Values, fold};
use std::collections::BTreeSet;
use value::Refusal;

/// Puts the values into every template that has the parameters.
pub(super) fn apply(reading: &mut Reading, parameters: &[(String, String)]) {
    if parameters.is_empty() {
        return;
    }
    let declared: BTreeSet<String> = reading.inputs.iter().flat_map(|input| names(&input.template)).collect();
    // A file that could not be read may have it.
    let is_missing = |name: &String| reading.failures.is_empty() && !declared.contains(name);
    for name in parameters.iter().map(|(name, _)| name).filter(|name| is_missing(name)).collect::<Vec<_>>() {
        let near = nearest(name, declared.iter().map(String::as_str));
        let help = match near {
            Some(near) => format!("a parameter with a similar name exists: `{near}`"),
            None if declared.is_empty() => "remove the argument; the templates have no parameters".to_owned(),
            None => format!("the parameters are {}", list(&declared)),
        };
        reading.failures.push(Failure::of_argument(
            "--parameter",
            format!("no template has a parameter `{name}`"),
            help,
        ));
    }
    for input in &mut reading.inputs {
        let mut values = Values::new();
        for (name, written) in parameters {
            let Some(parameter) = input.template.get("Parameters").and_then(|section| section.get(name)) else {
                continue;
            };
            match value::read(name, parameter, written) {
                Ok(value) => drop(values.insert(name.clone(), value)),
                Err(Refusal::Wrong { message, help }) => {
                    reading.failures.push(Failure::of_argument(input.path.as_str(), message, help));
                }
                Err(Refusal::StaysUnknown(message)) => {
                    reading.notes.push(Note { path: input.path.clone(), message });
                }
            }
        }
        if !values.is_empty() {
            put_in(input, &values);
        }
    }
}

fn names(template: &Json) -> Vec<String> {
    let section = template.get("Parameters").and_then(Json::as_object);
    section.into_iter().flat_map(|section| section.keys().cloned()).collect()
}

fn list(names: &BTreeSet<String>) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

fn put_in(input: &mut Input, values: &Values) {
    let mappings = input.template.get("Mappings").cloned().unwrap_or_default();
    let folded = |section: &Json, conditions: &Conditions, pointer: &str, moves: &mut Moves| {
        fold(section, values, &mappings, conditions, pointer, moves)
    };
    let mut moves = Moves::default();
    let none = Conditions::default();
    let conditions = input.template.get("Conditions").map(|section| folded(section, &none, "/Conditions", &mut moves));
    let known = Conditions::evaluate(conditions.as_ref());
    if let (Some(section), Some(folded)) = (input.template.get_mut("Conditions"), conditions) {
        *section = folded;
    }
    for name in ["Resources", "Outputs"] {
        if let Some(section) = input.template.get_mut(name) {
            *section = folded(section, &known, &format!("/{name}"), &mut moves);
            remove_what_is_not_made(section, &known);
        }
    }
    input.moves = moves.after(&input.moves);
}

/// CloudFormation leaves out what has a condition that is false, and whatever only waits for it.
fn remove_what_is_not_made(section: &mut Json, conditions: &Conditions) {
    let Some(entries) = section.as_object_mut() else { return };
    let is_made = |entry: &Json| {
        entry.get("Condition").and_then(Json::as_str).and_then(|name| conditions.is(name)) != Some(false)
    };
    let gone: BTreeSet<String> =
        entries.iter().filter(|(_, entry)| !is_made(entry)).map(|(id, _)| id.clone()).collect();
    entries.retain(|id, _| !gone.contains(id));
    for entry in entries.values_mut().filter_map(Json::as_object_mut) {
        let is_gone = |id: &Json| id.as_str().is_some_and(|id| gone.contains(id));
        match entry.get_mut("DependsOn") {
            Some(Json::Array(ids)) => ids.retain(|id| !is_gone(id)),
            Some(id) if is_gone(id) => drop(entry.remove("DependsOn")),
            _ => {}
        }
    }
}
