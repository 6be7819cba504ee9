//! The template in the configuration of the Serverless Framework.

use super::variables::{Syntax, occur_in, replaced};
use super::{Moves, parts};
use cognito_cfn::{Json, json};
use serde_json::Map;

/// A macro that stands for the framework: names that it adds to the template are not missing.
const TRANSFORM: &str = "ServerlessFramework";

/// What the configuration deploys besides its functions.
pub(super) struct Resources {
    pub(super) template: Json,
    pub(super) moves: Moves,
    /// The files that are included, each by its path if that is known.
    pub(super) included: Vec<Option<String>>,
}

/// The `resources`: a template, or a list of templates that are merged, later ones over earlier.
pub(super) fn resources(document: &Json) -> Resources {
    let mut merged = Json::Object(Map::new());
    let mut moves = Moves::default();
    let mut included = Vec::new();
    let mut add = |part: &Json, pointer: &str| match part {
        Json::Object(_) => merge(&mut merged, part, "", pointer, &mut moves),
        Json::String(variable) => included.push(parts::path(variable).map(str::to_owned)),
        _ => {}
    };
    match document.get("resources") {
        Some(Json::Array(parts)) => {
            parts.iter().enumerate().for_each(|(at, part)| add(part, &format!("/resources/{at}")));
        }
        Some(part) => add(part, "/resources"),
        None => {}
    }
    extend(&mut merged, &mut moves);
    let template = without_variables(&merged, Syntax::AnySource);
    Resources { template, moves, included }
}

/// What there is to say of files that are not found.
pub(super) fn note(missing: usize) -> Option<String> {
    match missing {
        0 => None,
        1 => Some("part of its `resources` is in another file; check that file too".to_owned()),
        count => Some(format!("{count} parts of its `resources` are in other files; check these files too")),
    }
}

/// Members of the later value take the place of those of the earlier one, as `_.merge` of lodash does, which the
/// framework uses.
fn merge(into: &mut Json, from: &Json, to_pointer: &str, from_pointer: &str, moves: &mut Moves) {
    match (into, from) {
        (Json::Object(into), Json::Object(from)) => {
            for (name, value) in from {
                let escaped = name.replace('~', "~0").replace('/', "~1");
                let (to, from) = (format!("{to_pointer}/{escaped}"), format!("{from_pointer}/{escaped}"));
                match into.get_mut(name) {
                    Some(earlier) => merge(earlier, value, &to, &from, moves),
                    None => {
                        moves.add(to, from);
                        into.insert(name.clone(), value.clone());
                    }
                }
            }
        }
        (Json::Array(into), Json::Array(from)) => {
            for (at, value) in from.iter().enumerate() {
                let (to, from) = (format!("{to_pointer}/{at}"), format!("{from_pointer}/{at}"));
                match into.get_mut(at) {
                    Some(earlier) => merge(earlier, value, &to, &from, moves),
                    None => {
                        moves.add(to, from);
                        into.push(value.clone());
                    }
                }
            }
        }
        (into, from) => {
            moves.add(to_pointer, from_pointer);
            *into = from.clone();
        }
    }
}

/// `extensions` change resources. Those of the framework are not known here.
fn extend(template: &mut Json, moves: &mut Moves) {
    let extensions = template.as_object_mut().and_then(|sections| sections.remove("extensions"));
    let extensions = extensions.as_ref().and_then(Json::as_object);
    for (id, extension) in extensions.into_iter().flatten() {
        if let Some(resource) = template.get_mut("Resources").and_then(|resources| resources.get_mut(id)) {
            let from = moves.source(&format!("/extensions/{id}"));
            merge(resource, extension, &format!("/Resources/{id}"), &from, moves);
        }
    }
}

/// The template with values that are not known in place of variables, and a macro for what the framework adds.
pub(super) fn without_variables(template: &Json, syntax: Syntax) -> Json {
    let mut sections = Map::new();
    for (name, section) in template.as_object().into_iter().flatten() {
        let known = match name.as_str() {
            "Resources" => Some(known_resources(section, syntax)),
            // The section is in another file.
            "Outputs" | "Conditions" if section.is_string() => None,
            "Outputs" | "Conditions" => Some(replaced(section, syntax)),
            _ => without(section, syntax),
        };
        sections.extend(known.map(|known| (name.clone(), known)));
    }
    let transforms = match sections.remove("Transform") {
        Some(Json::Array(transforms)) => transforms,
        Some(transform @ Json::String(_)) => vec![transform],
        _ => Vec::new(),
    };
    let transforms: Vec<Json> = transforms.into_iter().chain([Json::from(TRANSFORM)]).collect();
    sections.insert("Transform".to_owned(), Json::Array(transforms));
    sections.entry("Resources").or_insert_with(|| json!({}));
    Json::Object(sections)
}

/// The resources without those that are in another file, or that change one of the framework.
fn known_resources(section: &Json, syntax: Syntax) -> Json {
    let known = section.as_object().into_iter().flatten().filter_map(|(id, resource)| {
        let is_variable =
            |name: &str| resource.get(name).is_some_and(|value| value.is_string() && occur_in(value, syntax));
        if !resource.get("Type")?.is_string() || is_variable("Type") || is_variable("Properties") {
            return None;
        }
        let attributes = resource.as_object()?.iter().filter_map(|(name, value)| {
            let value = match name.as_str() {
                "Properties" => Some(replaced(value, syntax)),
                _ => without(value, syntax),
            };
            Some((name.clone(), value?))
        });
        Some((id.clone(), Json::Object(attributes.collect())))
    });
    Json::Object(known.collect())
}

/// The JSON without strings that have variables.
fn without(json: &Json, syntax: Syntax) -> Option<Json> {
    Some(match json {
        Json::String(_) if occur_in(json, syntax) => return None,
        Json::Array(items) => items.iter().filter_map(|item| without(item, syntax)).collect(),
        Json::Object(members) => {
            let known = members.iter().filter_map(|(name, value)| Some((name.clone(), without(value, syntax)?)));
            Json::Object(known.collect())
        }
        other => other.clone(),
    })
}
