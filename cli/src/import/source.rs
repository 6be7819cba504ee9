//! The clients of what was read.

use super::client;
use crate::defaults::without_defaults;
use crate::input::{Input, Kind};
use cognito_cfn::Json;

/// What every member of the template with this key, and no other, is a part of a loop.
const LOOP: &str = "Fn::ForEach";

/// A client, as it is to be declared.
pub(super) struct Source {
    pub(super) logical_id: String,
    pub(super) resource: Json,
    /// What is to be said of it above its function.
    pub(super) note: Option<&'static str>,
}

/// The clients of a template, by logical id.
pub(super) fn of_template(template: &Json) -> Vec<Source> {
    let resources = template.get("Resources").and_then(Json::as_object);
    let resources = resources.into_iter().flatten().filter(|(_, resource)| client::is_client(resource));
    let source =
        |(id, resource): (&String, &Json)| Source { logical_id: id.clone(), resource: resource.clone(), note: None };
    resources.map(source).collect()
}

/// The clients of what was read: those of a service without its defaults, those of the Serverless Framework with its
/// variables.
pub(super) fn of_input(input: &Input) -> Vec<Source> {
    let mut sources = of_template(&input.template);
    for source in &mut sources {
        match input.kind {
            Kind::Template => {}
            Kind::DescribeOutput => {
                if let Some(Json::Object(properties)) = source.resource.get_mut("Properties") {
                    *properties = without_defaults(properties);
                }
            }
            Kind::Serverless => {
                let pointer = input.source(&format!("/Resources/{}", source.logical_id));
                let written = input.document.json().pointer(&pointer).filter(|written| client::is_client(written));
                if let Some(written) = written.filter(|written| **written != source.resource) {
                    source.resource = written.clone();
                    source.note = Some(SERVERLESS);
                }
            }
        }
    }
    sources
}

const SERVERLESS: &str =
    "The Serverless Framework fills in `${…}`; here it is text. Write a Rust expression in its place.";

/// The loops of a template that repeat clients.
pub(super) fn loops(template: &Json) -> Vec<&str> {
    let resources = template.get("Resources").and_then(Json::as_object).into_iter().flatten();
    let has_clients = |written: &Json| {
        let fragment = written.get(2).and_then(Json::as_object).into_iter().flatten();
        fragment.into_iter().any(|(_, resource)| client::is_client(resource))
    };
    let loops = resources.filter(|(name, written)| name.starts_with(LOOP) && has_clients(written));
    loops.map(|(name, _)| name.as_str()).collect()
}
