//! Conditions that are known once the parameters are.

use super::value::scalar;
use cognito_cfn::Json;
use std::collections::BTreeMap;

/// The conditions of a template that are certainly true, or certainly false.
#[derive(Default)]
pub(super) struct Conditions(BTreeMap<String, bool>);

/// Conditions that reference each other deeper than this are taken as unknown; a cycle among them has no end.
const MAX_DEPTH: usize = 64;

impl Conditions {
    /// Evaluates what the section says of literals.
    pub(super) fn evaluate(section: Option<&Json>) -> Self {
        let mut known = Self::default();
        // Each round can settle what depends on the conditions of the round before.
        for _ in 0..MAX_DEPTH {
            let new: Vec<(String, bool)> = section
                .and_then(Json::as_object)
                .into_iter()
                .flatten()
                .filter(|(name, _)| !known.0.contains_key(*name))
                .filter_map(|(name, condition)| Some((name.clone(), known.truth(condition)?)))
                .collect();
            if new.is_empty() {
                break;
            }
            known.0.extend(new);
        }
        known
    }

    /// Whether that condition is true, if that is known.
    pub(super) fn is(&self, name: &str) -> Option<bool> {
        self.0.get(name).copied()
    }

    fn truth(&self, condition: &Json) -> Option<bool> {
        let (function, argument) = condition.as_object().filter(|members| members.len() == 1)?.iter().next()?;
        let arguments = argument.as_array().map(Vec::as_slice).unwrap_or_default();
        match (function.as_str(), arguments) {
            ("Condition", _) => self.is(argument.as_str()?),
            ("Fn::Equals", [one, other]) => Some(scalar(one)? == scalar(other)?),
            ("Fn::Not", [inner]) => self.truth(inner).map(|truth| !truth),
            ("Fn::And", all) => self.decided(all, false),
            ("Fn::Or", any) => self.decided(any, true),
            _ => None,
        }
    }

    /// One part of that truth decides; the opposite needs all of them.
    fn decided(&self, parts: &[Json], by: bool) -> Option<bool> {
        let truths: Vec<Option<bool>> = parts.iter().map(|part| self.truth(part)).collect();
        if truths.contains(&Some(by)) {
            return Some(by);
        }
        (!truths.is_empty() && truths.iter().all(Option::is_some)).then_some(!by)
    }
}
