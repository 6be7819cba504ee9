//! Dependency cycles.

use super::Snapshot;
use super::references::{Reference, depends_on, guarded, visit_condition};
use crate::by_name::{ByName, Names};
use crate::error::{Error, ErrorKind};
use crate::json::Json;
use crate::resource::Resource;
use cognito_cfn_schema::literals::shorten;

/// What the types of AWS SAM begin with.
const SERVERLESS: &str = "AWS::Serverless::";

/// Resources that depend on each other.
pub(super) fn of_resources(snapshot: &Snapshot<'_>) -> Option<Error> {
    // A macro that is not known can take any of them apart.
    if !snapshot.sections.has_known_macros() {
        return None;
    }
    // Of one of its resources the transform makes several, and which of them refer to others is not known.
    let rendered = snapshot.resources.iter();
    let own = rendered.filter(|(_, rendered)| !rendered.resource.cfn_resource_type().starts_with(SERVERLESS));
    let graph = own.map(|(id, rendered)| (*id, certain_dependencies(&rendered.json))).collect();
    let names = find(&graph)?;
    let first = names.first().and_then(|name| snapshot.resources.get(name))?;
    let names = names.iter().filter_map(|name| Some(described(name, snapshot.resource(name)?))).collect();
    Some(snapshot.error(&first.subject(), "", ErrorKind::Cycle { what: "resources", names }))
}

/// What the resource depends on in every deployment: not in one arm of a `Fn::If` alone, and not by its metadata.
fn certain_dependencies(json: &Json) -> Vec<&str> {
    let properties = json.get("Properties").map(guarded).unwrap_or_default();
    let certain = properties.into_iter().filter(|reference| reference.arms.is_empty());
    certain.map(|reference| reference.target).chain(depends_on(json).map(|(id, _)| id)).collect()
}

/// The logical id, with where the resource was made.
fn described(id: &str, resource: &dyn Resource) -> String {
    resource.state().created.map_or_else(|| shorten(id), |location| format!("{}` at `{location}", shorten(id)))
}

/// Conditions that are made of each other.
pub(super) fn of_conditions(snapshot: &Snapshot<'_>) -> Option<Error> {
    let conditions = &snapshot.sections.conditions;
    let mut graph = ByName::new();
    for (id, entry) in conditions {
        let mut named = Vec::new();
        visit_condition(&entry.json, &mut |reference, _| {
            if let Reference::Condition(name) = reference {
                named.extend(conditions.get_key_value(name).map(|(name, _)| name.as_str()));
            }
        });
        graph.insert(id.as_str(), named);
    }
    let names = find(&graph)?;
    let (first, entry) = names.first().and_then(|name| conditions.get_key_value(name))?;
    let names = names.iter().map(|name| shorten(name)).collect();
    let subject = entry.subject("condition", "Conditions", first);
    Some(snapshot.error(&subject, "", ErrorKind::Cycle { what: "conditions", names }))
}

/// A way from a name back to itself, in a graph from each name to those it depends on.
pub(crate) fn find<'n>(graph: &ByName<&'n str, Vec<&'n str>>) -> Option<Vec<&'n str>> {
    let mut done = Names::new();
    graph.keys().find_map(|name| walk(name, graph, &mut done))
}

/// The same from one name on, without recursion: the way can be as long as the graph has names.
fn walk<'n>(start: &'n str, graph: &ByName<&'n str, Vec<&'n str>>, done: &mut Names<&'n str>) -> Option<Vec<&'n str>> {
    let mut way = Vec::new();
    let mut passed = ByName::new();
    let mut entered = Some(start);
    loop {
        if let Some(name) = entered.take() {
            if passed.get(name) == Some(&true) {
                let names = way.iter().map(|(name, _)| *name);
                return Some(names.skip_while(|passed| *passed != name).collect());
            }
            if let Some(next) = graph.get(name).filter(|_| !done.contains(name)) {
                passed.insert(name, true);
                way.push((name, next.iter()));
            }
        }
        let (name, next) = way.last_mut()?;
        entered = next.next().copied();
        if entered.is_none() {
            done.insert(*name);
            passed.insert(*name, false);
            way.pop();
        }
    }
}
