//! The clients of what was read.

use super::client;
use super::defaults::without_defaults;
use super::filled_in;
use crate::input::{Input, Kind};
use cognito_cfn::Json;
use cognito_cfn_schema::literals::check_logical_id;
use cognito_cfn_schema::loops::LOOP;

/// A client, as it is to be declared.
pub(super) struct Source {
    pub(super) logical_id: String,
    pub(super) resource: Json,
    /// The same for the rules: without what the Serverless Framework fills in.
    pub(super) judged: Json,
}

/// The clients of a template, by logical id.
pub(super) fn of_template(template: &Json) -> Vec<Source> {
    let resources = clients(template).filter(|(id, _)| check_logical_id(id).is_ok());
    let source = |(id, resource): (&String, &Json)| Source {
        logical_id: id.clone(),
        resource: resource.clone(),
        judged: resource.clone(),
    };
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
                source.judged = source.resource.clone();
            }
            Kind::Serverless => {
                let pointer = input.source(&format!("/Resources/{}", source.logical_id));
                let written = input.document.json().pointer(&pointer).filter(|written| client::is_client(written));
                if let Some(written) = written {
                    source.resource = filled_in::mark(written, &source.judged);
                }
            }
        }
    }
    sources
}

fn clients(template: &Json) -> impl Iterator<Item = (&String, &Json)> {
    let resources = template.get("Resources").and_then(Json::as_object).into_iter().flatten();
    resources.filter(|(_, resource)| client::is_client(resource))
}

/// The clients of a template that no declaration can have, because of their ids.
pub(super) fn without_logical_id(template: &Json) -> Vec<&str> {
    clients(template).map(|(id, _)| id.as_str()).filter(|id| check_logical_id(id).is_err()).collect()
}

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
