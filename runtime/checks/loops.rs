//! Clients in loops over resources. What a loop makes of its identifier is not known, so only the rules that need nothing
//! but the client are asked.

use super::{Snapshot, Subject, placed};
use crate::json::{Json, escape, replace};
use crate::resource::CfnUserPoolClient;
use crate::resource::judgment::Judge;
use cognito_cfn_schema::loops::LOOP;
use cognito_cfn_schema::{Finding, RESOURCE_TYPE};
use serde_json::json;

/// What the rules find in the clients of a template that was read, each with its key in the loop.
pub(super) fn findings<'s>(snapshot: &Snapshot<'s>) -> Vec<(&'s str, Finding)> {
    let mut found = Vec::new();
    let sections = snapshot.sections;
    for (key, each) in sections.resource_loops.iter().filter(|(_, each)| each.created.is_none()) {
        collect(snapshot, (key, &each.json), "/Resources", &mut Vec::new(), &mut found);
    }
    found
}

/// What is found in an entry of a fragment at that place: a client, or a loop.
fn collect<'s>(
    snapshot: &Snapshot<'s>,
    (key, json): (&'s str, &'s Json),
    place: &str,
    identifiers: &mut Vec<&'s str>,
    found: &mut Vec<(&'s str, Finding)>,
) {
    let place = format!("{place}/{}", escape(key));
    if key.starts_with(LOOP) {
        let Some([Json::String(identifier), _, Json::Object(fragment)]) = json.as_array().map(Vec::as_slice) else {
            return;
        };
        identifiers.push(identifier);
        for (key, json) in fragment {
            collect(snapshot, (key, json), &format!("{place}/2"), identifiers, found);
        }
        identifiers.pop();
    } else if !identifiers.is_empty() && json.get("Type").is_some_and(|of| of == RESOURCE_TYPE) {
        let client = CfnUserPoolClient::read(key.to_owned(), json);
        let judge = Judge { context: None, is_partial: !snapshot.sections.has_known_macros() };
        let subject = Subject { what: String::new(), created: None, pointer: Some(place) };
        let findings = judge.resource(&without(json, identifiers)).into_iter();
        let findings = findings.filter(|finding| !client.allows(finding));
        found.extend(findings.map(|finding| (key, placed(snapshot, &subject, finding))));
    }
}

/// The JSON with what the identifiers are in as functions of which nothing is known.
fn without(json: &Json, identifiers: &[&str]) -> Json {
    let is_made = |text: &String| {
        identifiers.iter().any(|name| text.contains(&format!("${{{name}}}")) || text.contains(&format!("&{{{name}}}")))
    };
    let is_identifier = |target: &Json| target.as_str().is_some_and(|target| identifiers.contains(&target));
    let replaced = replace(json, &|json| match json {
        Json::String(text) if is_made(text) => Some(json!({ LOOP: text })),
        Json::Object(members) if members.get("Ref").is_some_and(is_identifier) => Some(json!({ LOOP: null })),
        _ => None,
    });
    replaced.unwrap_or_else(|| json.clone())
}
