//! Rules over a stack: what a client and the resources around it make of each other.

mod attributes;
mod pool;
mod providers;
mod references;
mod scopes;

use crate::surroundings::Surroundings;
use crate::{Declaration, Finding};

/// Everything the rules find in a client among the resources of its stack.
///
/// What another stack makes is not seen, so a rule that needs the pool stays silent where this stack does not make it.
pub fn check(client: &Declaration<'_>, around: &Surroundings<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rules in [references::check, pool::check, scopes::check, providers::check, attributes::check] {
        rules(client, around, &mut findings);
    }
    findings
}
