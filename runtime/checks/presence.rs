//! References to resources that are created only under a condition.

use super::Snapshot;
use super::conditions::{Conditions, Relation};
use super::references::guarded;
use crate::error::{Error, ErrorKind};
use crate::json::Json;
use crate::warning::Warning;
use cognito_cfn_schema::literals::shorten;
use std::collections::{BTreeMap, BTreeSet};
use std::panic::Location;

/// A reference to a resource that is not there in some deployment, or in none that has the reference.
struct Missing<'s> {
    holder: String,
    location: Option<&'static Location<'static>>,
    target: &'s str,
    condition: &'s str,
    is_never_there: bool,
}

pub(super) fn errors(snapshot: &Snapshot<'_>) -> Vec<Error> {
    let missing = missing(snapshot).into_iter().filter(|missing| missing.is_never_there);
    let error = |Missing { holder, location, target, condition, .. }: Missing<'_>| {
        let (target, condition) = (shorten(target), shorten(condition));
        let message = format!("`{target}` is never created here, because of its condition `{condition}`");
        let help = format!("remove the reference, or the condition of `{target}`");
        Error::of(ErrorKind::Invalid { message, help }, holder, location)
    };
    missing.map(error).collect()
}

pub(super) fn warnings(snapshot: &Snapshot<'_>) -> Vec<Warning> {
    let missing = missing(snapshot).into_iter().filter(|missing| !missing.is_never_there);
    let warning = |Missing { holder, location, target, condition, .. }: Missing<'_>| {
        let message = format!(
            "refers to `{}`, which is created only if condition `{}` is true",
            shorten(target),
            shorten(condition)
        );
        let help = format!("write `condition: {condition:?}`, or `If({condition:?}, …, NoValue)` around the reference");
        Warning::new(&message, &help).about(holder, location)
    };
    missing.map(warning).collect()
}

fn missing<'s>(snapshot: &'s Snapshot<'s>) -> Vec<Missing<'s>> {
    let mut found = Vec::new();
    // A macro can change conditions and what is under them.
    if !snapshot.sections.has_no_macros() || !snapshot.resources.values().any(|one| condition(&one.json).is_some()) {
        return found;
    }
    let conditions = Conditions::new(snapshot);
    let resources = snapshot
        .resources
        .iter()
        .map(|(id, rendered)| (rendered.node.path(), Some(*id), rendered.resource.state().created, &rendered.json));
    // Many resources refer to one under the same conditions.
    let mut relations = BTreeMap::new();
    let outputs = snapshot.sections.outputs.iter();
    let outputs = outputs.map(|(id, entry)| (format!("output {id}"), None, entry.created, &entry.json));
    for (holder, own, location, json) in resources.chain(outputs) {
        let mut targets = BTreeSet::new();
        for reference in guarded(json).into_iter().filter(|reference| Some(reference.target) != own) {
            let Some(needed) = snapshot.resources.get(reference.target).and_then(|of| condition(&of.json)) else {
                continue;
            };
            let mut premises = reference.arms;
            premises.extend(condition(json).map(|own| (own, true)));
            let relation = *relations
                .entry((premises, needed))
                .or_insert_with_key(|(premises, needed)| conditions.relation(premises, needed));
            let is_never_there = relation == Relation::Excluded;
            if (is_never_there || relation == Relation::Possible) && targets.insert(reference.target) {
                let (holder, target) = (holder.clone(), reference.target);
                found.push(Missing { holder, location, target, condition: needed, is_never_there });
            }
        }
    }
    found
}

fn condition(json: &Json) -> Option<&str> {
    json.get("Condition")?.as_str()
}
