//! Implications among the conditions of a template: whether one is true whenever others are.

use super::Snapshot;
use crate::by_name::ByName;
use crate::json::Json;
use cognito_cfn_schema::conditions::{AND, CONDITION, EQUALS, NOT, OR};
use std::cell::Cell;

/// The maximum number of combinations of values that are tried; with more, the result is unknown.
const MAX_COMBINATIONS: usize = 4096;

/// The maximum number of conditions that one is made of; with more, the result is unknown.
const MAX_CONDITIONS: usize = 256;

/// The maximum number of conditions that are evaluated for one template; what is asked after them is unknown.
const MAX_EVALUATIONS: usize = 500_000;

/// The maximum number of levels of conditions that are made of each other; with more, the result is unknown.
const MAX_LEVELS: usize = 100;

/// Whether a condition is true whenever others are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// Always.
    Implied,
    /// In some cases only.
    Possible,
    /// Never.
    Excluded,
    /// There is no such case, or too many to be tried.
    Unknown,
}

/// A condition, or a part of one.
enum Formula {
    Constant(bool),
    /// Whether the value of an expression is this string.
    Is {
        expression: String,
        text: String,
    },
    /// An unknown formula; equal strings have equal values.
    Opaque(String),
    Named(String),
    Not(Box<Self>),
    All(Vec<Self>),
    Any(Vec<Self>),
}

/// The conditions of a template, to reason with.
pub(super) struct Conditions<'s> {
    formulas: ByName<&'s str, Formula>,
    /// The texts each expression is compared with; `true` if it can have others as well.
    expressions: ByName<String, (Vec<String>, bool)>,
    evaluations: Cell<usize>,
}

/// What the expressions come to: the index of a text, or one beyond the last for any other.
type Case<'c> = ByName<&'c str, usize>;

impl<'s> Conditions<'s> {
    pub(super) fn new(snapshot: &Snapshot<'s>) -> Self {
        let mut conditions = Self { formulas: ByName::new(), expressions: ByName::new(), evaluations: Cell::new(0) };
        for (name, entry) in &snapshot.sections.conditions {
            let formula = conditions.formula(snapshot, &entry.json);
            conditions.formulas.insert(name, formula);
        }
        conditions
    }

    fn formula(&mut self, snapshot: &Snapshot<'_>, json: &Json) -> Formula {
        let opaque = || Formula::Opaque(json.to_string());
        let Some((key, argument)) = single(json) else { return opaque() };
        let arguments = argument.as_array().map(Vec::as_slice).unwrap_or_default();
        if key == CONDITION.cloudformation {
            argument.as_str().map_or_else(opaque, |name| Formula::Named(name.to_owned()))
        } else if key == NOT.cloudformation {
            match arguments {
                [inner] => Formula::Not(Box::new(self.formula(snapshot, inner))),
                _ => opaque(),
            }
        } else if key == AND.cloudformation || key == OR.cloudformation {
            let parts = arguments.iter().map(|part| self.formula(snapshot, part)).collect();
            if key == AND.cloudformation { Formula::All(parts) } else { Formula::Any(parts) }
        } else if key == EQUALS.cloudformation {
            match arguments {
                [one, other] => self.equality(snapshot, one, other),
                _ => opaque(),
            }
        } else {
            opaque()
        }
    }

    fn equality(&mut self, snapshot: &Snapshot<'_>, one: &Json, other: &Json) -> Formula {
        match (literal(one), literal(other)) {
            (Some(one), Some(other)) => Formula::Constant(one == other),
            (Some(text), None) => self.comparison(snapshot, other, text),
            (None, Some(text)) => self.comparison(snapshot, one, text),
            (None, None) if one == other => Formula::Constant(true),
            (None, None) => {
                let [one, other] = [one.to_string(), other.to_string()];
                Formula::Opaque(if one < other { format!("{one} {other}") } else { format!("{other} {one}") })
            }
        }
    }

    fn comparison(&mut self, snapshot: &Snapshot<'_>, of: &Json, text: String) -> Formula {
        let expression = of.to_string();
        let (texts, is_open) = self.expressions.or_insert_with(expression.clone(), || {
            let allowed = allowed_values(snapshot, of);
            let is_open = allowed.is_none();
            (allowed.unwrap_or_default(), is_open)
        });
        if texts.contains(&text) {
            Formula::Is { expression, text }
        } else if *is_open {
            texts.push(text.clone());
            Formula::Is { expression, text }
        } else {
            Formula::Constant(false)
        }
    }

    /// Whether the goal holds in the cases in which each premise is as it says.
    pub(super) fn relation<'c>(&'c self, premises: &[(&'c str, bool)], goal: &'c str) -> Relation {
        if premises.contains(&(goal, true)) {
            return Relation::Implied;
        }
        let names: Vec<&str> = premises.iter().map(|(name, _)| *name).chain([goal]).collect();
        let Some(cases) = self.cases(&names) else { return Relation::Unknown };
        let (mut with, mut without) = (false, false);
        for case in &cases {
            let mut known = ByName::new();
            if premises.iter().all(|(name, truth)| self.is_true(name, case, &mut known) == *truth) {
                if self.is_true(goal, case, &mut known) { with = true } else { without = true }
            }
        }
        match (with, without) {
            (true, true) => Relation::Possible,
            (true, false) => Relation::Implied,
            (false, true) => Relation::Excluded,
            (false, false) => Relation::Unknown,
        }
    }

    /// Every combination of values that the conditions of those names can tell apart. `None` where there are too many,
    /// or one of the conditions is not there or made of itself.
    fn cases<'c>(&'c self, names: &[&'c str]) -> Option<Vec<Case<'c>>> {
        let mut variables = ByName::new();
        let mut passed = ByName::new();
        for &name in names {
            self.variables(name, 0, &mut passed, &mut variables)?;
        }
        let mut cases: Vec<Case<'_>> = vec![Case::new()];
        for (variable, &count) in variables.iter() {
            if cases.len().saturating_mul(count) > MAX_COMBINATIONS {
                return None;
            }
            cases = cases
                .iter()
                .flat_map(|case| {
                    (0..count).map(move |value| {
                        let mut case = case.clone();
                        case.insert(variable, value);
                        case
                    })
                })
                .collect();
        }
        let evaluations = self.evaluations.get() + cases.len() * passed.len();
        self.evaluations.set(evaluations);
        (evaluations <= MAX_EVALUATIONS).then_some(cases)
    }

    /// The expressions that the condition depends on. Gives how many levels it has below itself; `None` where these are too
    /// many, or the condition is not there or made of itself.
    fn variables<'c>(
        &'c self,
        name: &'c str,
        levels: usize,
        passed: &mut ByName<&'c str, Option<usize>>,
        variables: &mut ByName<&'c str, usize>,
    ) -> Option<usize> {
        if let Some(known) = passed.get(name) {
            return known.filter(|below| levels + below <= MAX_LEVELS);
        }
        // Not known yet: who meets it again is on the way round.
        passed.insert(name, None);
        if passed.len() > MAX_CONDITIONS {
            return None;
        }
        let below = self.variables_of(self.formulas.get(name)?, levels + 1, passed, variables)?;
        passed.insert(name, Some(below + 1));
        Some(below + 1)
    }

    fn variables_of<'c>(
        &'c self,
        formula: &'c Formula,
        levels: usize,
        passed: &mut ByName<&'c str, Option<usize>>,
        variables: &mut ByName<&'c str, usize>,
    ) -> Option<usize> {
        if levels > MAX_LEVELS {
            return None;
        }
        let parts = match formula {
            Formula::Constant(_) => return Some(0),
            Formula::Opaque(text) => {
                variables.insert(text, 2);
                return Some(0);
            }
            Formula::Is { expression, .. } => {
                let (texts, is_open) = self.expressions.get(expression)?;
                variables.insert(expression, texts.len() + usize::from(*is_open));
                return Some(0);
            }
            Formula::Named(name) => return self.variables(name, levels, passed, variables),
            Formula::Not(inner) => std::slice::from_ref(&**inner),
            Formula::All(parts) | Formula::Any(parts) => parts.as_slice(),
        };
        let mut below = 0;
        for part in parts {
            below = below.max(self.variables_of(part, levels + 1, passed, variables)?);
        }
        Some(below + 1)
    }

    /// Whether a condition is true in a case. Many are made of the same others, which are evaluated once.
    fn is_true<'c>(&'c self, name: &'c str, case: &Case<'_>, known: &mut ByName<&'c str, bool>) -> bool {
        if let Some(known) = known.get(name) {
            return *known;
        }
        let is_true = self.formulas.get(name).is_some_and(|formula| self.holds(formula, case, known));
        known.insert(name, is_true);
        is_true
    }

    fn holds<'c>(&'c self, formula: &'c Formula, case: &Case<'_>, known: &mut ByName<&'c str, bool>) -> bool {
        match formula {
            Formula::Constant(truth) => *truth,
            Formula::Opaque(text) => case.get(text.as_str()) == Some(&1),
            Formula::Is { expression, text } => {
                let texts = self.expressions.get(expression).map(|(texts, _)| texts);
                let value = case.get(expression.as_str()).and_then(|value| texts?.get(*value));
                value == Some(text)
            }
            Formula::Named(name) => self.is_true(name, case, known),
            Formula::Not(inner) => !self.holds(inner, case, known),
            Formula::All(parts) => parts.iter().all(|part| self.holds(part, case, known)),
            Formula::Any(parts) => parts.iter().any(|part| self.holds(part, case, known)),
        }
    }
}

/// The one member of an object.
fn single(json: &Json) -> Option<(&str, &Json)> {
    let members = json.as_object().filter(|members| members.len() == 1)?;
    members.iter().next().map(|(key, value)| (key.as_str(), value))
}

fn literal(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(_) | Json::Bool(_) => Some(json.to_string()),
        _ => None,
    }
}

/// The values that a parameter is limited to.
fn allowed_values(snapshot: &Snapshot<'_>, json: &Json) -> Option<Vec<String>> {
    let (key, target) = single(json)?;
    let parameter = &snapshot.sections.parameters.get(target.as_str().filter(|_| key == "Ref")?)?.json;
    let is_plain = matches!(parameter.get("Type").and_then(Json::as_str), Some("String" | "Number"));
    let allowed = parameter.get("AllowedValues").and_then(Json::as_array).filter(|_| is_plain)?;
    let mut texts = Vec::new();
    for text in allowed.iter().filter_map(literal) {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    Some(texts)
}
