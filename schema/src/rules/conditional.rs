//! Errors that occur only if a condition has one of its values.
//!
//! A rule alone finds what is wrong in each arm of an `If`, whatever the other properties are. Here the rules run
//! once more on the client with the condition true, and with it false.

use super::check_once;
use crate::diagnostic::{Finding, Severity};
use crate::input::Properties;
use crate::literals::shorten;

/// More conditions than that are not considered: the combinations double with each.
const MAX_CONDITIONS: usize = 6;

/// The errors that the client has where a condition has one of its values, beside those that are known already.
///
/// An error that is there for both values stays an error; otherwise the condition may never have that value, and it is a
/// warning. Two conditions may exclude each other, so what needs assumptions about both is not reported.
pub(super) fn findings(client: &Properties<'_>, known: &[Finding]) -> Vec<Finding> {
    let Some(conditions) = client.conditions(MAX_CONDITIONS) else { return Vec::new() };
    let mut found: Vec<Finding> = Vec::new();
    for condition in &conditions {
        let others: Vec<&str> = conditions.iter().map(String::as_str).filter(|other| other != condition).collect();
        let [if_true, if_false] = [true, false].map(|value| {
            let assumed = client.assuming(condition, value);
            let all = check_once(&assumed);
            // Where a condition has a value, what is known already may be reported in another place, or by another rule.
            let is_moved = |error: &Finding| {
                let is_akin = |one: &Finding| one.code == error.code || one.path == error.path;
                known.iter().any(|one| one.severity == Severity::Error && is_akin(one) && !has(&all, one))
            };
            let is_new = |error: &&Finding| {
                error.severity == Severity::Error
                    && !has(known, error)
                    && !is_moved(error)
                    && always_has(&assumed, &others, error)
            };
            all.iter().filter(is_new).cloned().collect::<Vec<_>>()
        });
        for (errors, opposite, value) in [(&if_true, &if_false, true), (&if_false, &if_true, false)] {
            for error in errors {
                if has(&found, error) {
                    continue;
                }
                let mut error = error.clone();
                if !has(opposite, &error) {
                    error.severity = Severity::Warning;
                    error.message = format!("when condition `{}` is {value}, {}", shorten(condition), error.message);
                }
                found.push(error);
            }
        }
    }
    found
}

fn has(findings: &[Finding], one: &Finding) -> bool {
    findings.iter().any(|finding| (finding.code, &finding.path) == (one.code, &one.path))
}

/// Whether the client has the error whatever those conditions are.
fn always_has(client: &Properties<'_>, conditions: &[&str], error: &Finding) -> bool {
    match conditions {
        [] => has(&check_once(client), error),
        [first, others @ ..] => {
            [true, false].into_iter().all(|value| always_has(&client.assuming(first, value), others, error))
        }
    }
}
