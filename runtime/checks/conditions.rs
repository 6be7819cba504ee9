//! Implications among the conditions of a template: whether one is true whenever others are.

use super::Snapshot;
use crate::by_name::{ByName, Names};
use crate::json::Json;
use cognito_cfn_schema::conditions::{AND, CONDITION, EQUALS, NOT, OR};

/// The maximum number of combinations of values that are tried; with more, the result is unknown.
const MAX_COMBINATIONS: usize = 4096;

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
}

/// What the expressions come to: the index of a text, or one beyond the last for any other.
type Case<'c> = ByName<&'c str, usize>;

impl<'s> Conditions<'s> {
    pub(super) fn new(snapshot: &Snapshot<'s>) -> Self {
        let mut conditions = Self { formulas: ByName::new(), expressions: ByName::new() };
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
    pub(super) fn relation(&self, premises: &[(&str, bool)], goal: &str) -> Relation {
        if premises.contains(&(goal, true)) {
            return Relation::Implied;
        }
        let names: Vec<&str> = premises.iter().map(|(name, _)| *name).chain([goal]).collect();
        let Some(cases) = self.cases(&names) else { return Relation::Unknown };
        let holds =
            |name: &str, case: &Case<'_>| self.formulas.get(name).is_some_and(|formula| self.holds(formula, case));
        let (mut with, mut without) = (false, false);
        for case in &cases {
            if premises.iter().all(|(name, truth)| holds(name, case) == *truth) {
                if holds(goal, case) { with = true } else { without = true }
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
    fn cases(&self, names: &[&str]) -> Option<Vec<Case<'_>>> {
        let mut variables = ByName::new();
        let mut passed = Names::new();
        for name in names {
            self.variables(name, &mut Vec::new(), &mut passed, &mut variables)?;
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
        Some(cases)
    }

    fn variables<'c>(
        &'c self,
        name: &str,
        path: &mut Vec<String>,
        passed: &mut Names<String>,
        variables: &mut ByName<&'c str, usize>,
    ) -> Option<()> {
        if path.iter().any(|known| known == name) {
            return None;
        }
        if !passed.insert(name.to_owned()) {
            return Some(());
        }
        path.push(name.to_owned());
        self.variables_of(self.formulas.get(name)?, path, passed, variables)?;
        path.pop();
        Some(())
    }

    fn variables_of<'c>(
        &'c self,
        formula: &'c Formula,
        path: &mut Vec<String>,
        passed: &mut Names<String>,
        variables: &mut ByName<&'c str, usize>,
    ) -> Option<()> {
        match formula {
            Formula::Constant(_) => {}
            Formula::Opaque(text) => {
                variables.insert(text, 2);
            }
            Formula::Is { expression, .. } => {
                let (texts, is_open) = self.expressions.get(expression)?;
                variables.insert(expression, texts.len() + usize::from(*is_open));
            }
            Formula::Named(name) => self.variables(name, path, passed, variables)?,
            Formula::Not(inner) => self.variables_of(inner, path, passed, variables)?,
            Formula::All(parts) | Formula::Any(parts) => {
                for part in parts {
                    self.variables_of(part, path, passed, variables)?;
                }
            }
        }
        Some(())
    }

    fn holds(&self, formula: &Formula, case: &Case<'_>) -> bool {
        match formula {
            Formula::Constant(truth) => *truth,
            Formula::Opaque(text) => case.get(text.as_str()) == Some(&1),
            Formula::Is { expression, text } => {
                let texts = self.expressions.get(expression).map(|(texts, _)| texts);
                let value = case.get(expression.as_str()).and_then(|value| texts?.get(*value));
                value == Some(text)
            }
            Formula::Named(name) => self.formulas.get(name.as_str()).is_some_and(|formula| self.holds(formula, case)),
            Formula::Not(inner) => !self.holds(inner, case),
            Formula::All(parts) => parts.iter().all(|part| self.holds(part, case)),
            Formula::Any(parts) => parts.iter().any(|part| self.holds(part, case)),
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
