//! References to resources that are created only under a condition.

use super::Snapshot;
use super::conditions::{Conditions, Relation};
use super::references::guarded;
use super::snapshot::Subject;
use crate::by_name::{ByName, Names};
use crate::error::{Error, ErrorKind};
use crate::json::{Json, pointer};
use crate::warning::Warning;
use cognito_cfn_schema::literals::shorten;

/// A reference to a resource that is not there in some deployment, or in none that has the reference.
struct Missing<'s> {
    holder: Subject,
    within: String,
    target: &'s str,
    condition: &'s str,
    is_never_there: bool,
}

pub(super) fn errors(snapshot: &Snapshot<'_>) -> Vec<Error> {
    let missing = missing(snapshot).into_iter().filter(|missing| missing.is_never_there);
    let error = |Missing { holder, within, target, condition, .. }: Missing<'_>| {
        let (target, condition) = (shorten(target), shorten(condition));
        let message = format!("`{target}` is never created here, because of its condition `{condition}`");
        let help = format!("remove the reference, or the condition of `{target}`");
        snapshot.error(&holder, &within, ErrorKind::Invalid { message, help })
    };
    missing.map(error).collect()
}

pub(super) fn warnings(snapshot: &Snapshot<'_>) -> Vec<Warning> {
    let missing = missing(snapshot).into_iter().filter(|missing| !missing.is_never_there);
    let warning = |Missing { holder, within, target, condition, .. }: Missing<'_>| {
        let message = format!(
            "refers to `{}`, which is created only if condition `{}` is true",
            shorten(target),
            shorten(condition)
        );
        let built =
            || format!("write `condition: {condition:?}`, or `If({condition:?}, …, NoValue)` around the reference");
        let read = format!("give it the same `Condition`, or put the reference into `Fn::If` of `{condition}`");
        let help = snapshot.help(built, &read);
        snapshot.warning(&holder, &within, Warning::new(message, help))
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
    // Many resources refer to one under the same conditions.
    let mut relations = ByName::new();
    let resources = snapshot.resources.iter().map(|(id, rendered)| (rendered.subject(), Some(*id), &rendered.json));
    let outputs = snapshot.sections.outputs.iter();
    let outputs = outputs.map(|(id, entry)| (entry.subject("output", "Outputs", id), None, &entry.json));
    for (holder, own, json) in resources.chain(outputs) {
        let mut targets = Names::new();
        for reference in guarded(json).into_iter().filter(|reference| Some(reference.target) != own) {
            let Some(needed) = snapshot.resources.get(reference.target).and_then(|of| condition(&of.json)) else {
                continue;
            };
            let mut premises = reference.arms;
            premises.extend(condition(json).map(|own| (own, true)));
            let relation = *relations
                .or_insert_with(format!("{premises:?} {needed:?}"), || conditions.relation(&premises, needed));
            let is_never_there = relation == Relation::Excluded;
            if (is_never_there || relation == Relation::Possible) && targets.insert(reference.target) {
                let (holder, target, within) = (holder.clone(), reference.target, pointer(&reference.path));
                found.push(Missing { holder, within, target, condition: needed, is_never_there });
            }
        }
    }
    found
}

fn condition(json: &Json) -> Option<&str> {
    json.get("Condition")?.as_str()
}
