//! Functions whose result is known once the parameters are.

use super::conditions::Conditions;
use super::value::scalar;
use crate::input::Moves;
use cognito_cfn::Json;
use std::collections::BTreeMap;

/// The parameters that have a value.
pub(super) type Values = BTreeMap<String, Json>;

/// What a fold knows, and where it is.
struct Fold<'a> {
    values: &'a Values,
    mappings: &'a Json,
    conditions: &'a Conditions,
    moves: &'a mut Moves,
}

/// The JSON with the results of what is known: references to the values, what is made of literals, and the arm that a
/// known condition chooses.
pub(super) fn fold(
    json: &Json,
    values: &Values,
    mappings: &Json,
    conditions: &Conditions,
    pointer: &str,
    moves: &mut Moves,
) -> Json {
    Fold { values, mappings, conditions, moves }.fold(json, pointer, pointer)
}

impl Fold<'_> {
    /// `to` is where the result is in the template, `from` is where the JSON was.
    fn fold(&mut self, json: &Json, to: &str, from: &str) -> Json {
        match json {
            Json::Array(items) => {
                let items = items.iter().enumerate();
                items.map(|(at, item)| self.fold(item, &format!("{to}/{at}"), &format!("{from}/{at}"))).collect()
            }
            Json::Object(members) => {
                if let Some((name, argument)) = members.iter().next().filter(|_| members.len() == 1)
                    && let Some(result) = self.of_function(name, argument, to, from)
                {
                    return result;
                }
                let members = members.iter().map(|(name, value)| {
                    let escaped = name.replace('~', "~0").replace('/', "~1");
                    (name.clone(), self.fold(value, &format!("{to}/{escaped}"), &format!("{from}/{escaped}")))
                });
                Json::Object(members.collect())
            }
            other => other.clone(),
        }
    }

    fn of_function(&mut self, name: &str, argument: &Json, to: &str, from: &str) -> Option<Json> {
        match name {
            "Ref" => return self.values.get(argument.as_str()?).cloned(),
            "Fn::Sub" => return self.sub(argument, to, from),
            "Fn::If" => return self.chosen(argument, to, from),
            "Fn::Join" | "Fn::Select" | "Fn::Split" | "Fn::FindInMap" => {}
            _ => return None,
        }
        let inner = format!("/{name}");
        let arguments = self.fold(argument, &format!("{to}{inner}"), &format!("{from}{inner}"));
        let result = self.result(name, arguments.as_array().map(Vec::as_slice).unwrap_or_default());
        result.or_else(|| Some(Json::Object([(name.to_owned(), arguments)].into_iter().collect())))
    }

    /// What a function of literals gives.
    fn result(&self, name: &str, arguments: &[Json]) -> Option<Json> {
        match (name, arguments) {
            ("Fn::Join", [Json::String(delimiter), Json::Array(items)]) => {
                let items: Option<Vec<String>> = items.iter().map(scalar).collect();
                Some(Json::from(items?.join(delimiter)))
            }
            ("Fn::Select", [index, Json::Array(items)]) => {
                items.get(scalar(index)?.parse::<usize>().ok()?).filter(|item| scalar(item).is_some()).cloned()
            }
            ("Fn::Split", [Json::String(delimiter), Json::String(text)]) if !delimiter.is_empty() => {
                Some(text.split(delimiter.as_str()).collect())
            }
            ("Fn::FindInMap", [map, top, second]) => {
                self.mappings.get(map.as_str()?)?.get(scalar(top)?)?.get(scalar(second)?).cloned()
            }
            _ => None,
        }
    }

    /// The arm that the condition chooses.
    fn chosen(&mut self, argument: &Json, to: &str, from: &str) -> Option<Json> {
        let [condition, then, otherwise] = argument.as_array()?.as_slice() else { return None };
        let (arm, at) = if self.conditions.is(condition.as_str()?)? { (then, 1) } else { (otherwise, 2) };
        let from = format!("{from}/Fn::If/{at}");
        self.moves.add(to, from.as_str());
        Some(self.fold(arm, to, &from))
    }

    /// The template with the values in it: a string if nothing is left to replace.
    fn sub(&mut self, argument: &Json, to: &str, from: &str) -> Option<Json> {
        let (template, variables) = match argument {
            Json::String(template) => (template.as_str(), None),
            Json::Array(arguments) => match arguments.as_slice() {
                [Json::String(template), variables @ Json::Object(_)] => (template.as_str(), Some(variables)),
                _ => return None,
            },
            _ => return None,
        };
        if template.split("${").skip(1).any(|opened| !opened.contains('}')) {
            return None;
        }
        let inner = "/Fn::Sub/1";
        let variables =
            variables.map(|variables| self.fold(variables, &format!("{to}{inner}"), &format!("{from}{inner}")));
        let mut variables = variables.as_ref().and_then(Json::as_object).cloned().unwrap_or_default();
        let (mut text, mut is_known, mut rest) = (String::new(), true, template);
        while let Some((before, opened)) = rest.split_once("${") {
            let (name, after) = opened.split_once('}')?;
            text.push_str(before);
            let own = variables.get(name.trim());
            // A list has no place in a string: CloudFormation refuses it.
            match own.or_else(|| self.values.get(name.trim())).and_then(scalar).filter(|value| !value.contains("${")) {
                Some(value) => text.push_str(&value),
                None => {
                    is_known &= name.starts_with('!');
                    text.push_str(&format!("${{{name}}}"));
                }
            }
            rest = after;
        }
        text.push_str(rest);
        if is_known {
            return Some(Json::from(text.replace("${!", "${")));
        }
        variables.retain(|name, _| text.contains(&format!("${{{name}}}")));
        let template = Json::from(text);
        let argument =
            if variables.is_empty() { template } else { Json::Array(vec![template, Json::Object(variables)]) };
        Some(Json::Object([("Fn::Sub".to_owned(), argument)].into_iter().collect()))
    }
}
