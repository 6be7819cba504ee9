//! What a part of a template names by its id.

use crate::json::Json;
use cognito_cfn_schema::loops::LOOP;

/// A name in a template, and what it is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reference<'t> {
    /// `Ref`, or `${Name}` in a `Fn::Sub`: a resource or parameter.
    Ref(&'t str),
    /// `Fn::GetAtt`, or `${Name.Attribute}` in a `Fn::Sub`: a resource, and its return value where that is known.
    Attribute(&'t str, Option<&'t str>),
    /// `Fn::If`: a condition.
    Condition(&'t str),
    /// `Fn::FindInMap`: a mapping, and its keys where both are known.
    Mapping(&'t str, Option<(&'t str, &'t str)>),
    /// `Fn::Sub`: the text as a whole.
    Template(&'t str),
    /// `Ref` to a name with a dot, which only a transform makes something of.
    Dotted(&'t str),
    /// `Ref` to a name of AWS.
    Pseudo(&'t str),
}

/// Everything the JSON names.
pub(crate) fn references(json: &Json) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    collect(json, &mut found);
    found
}

/// The resources that must be there before this one.
pub(crate) fn dependencies(json: &Json) -> Vec<&str> {
    let named = references(json).into_iter().filter_map(|reference| match reference {
        Reference::Ref(id) | Reference::Attribute(id, _) => Some(id),
        Reference::Dotted(name) => name.split_once('.').map(|(id, _)| id),
        Reference::Condition(_) | Reference::Mapping(..) | Reference::Template(_) | Reference::Pseudo(_) => None,
    });
    named.chain(depends_on(json)).collect()
}

/// The logical ids of `DependsOn`.
pub(crate) fn depends_on(json: &Json) -> impl Iterator<Item = &str> {
    json.get("DependsOn").into_iter().flat_map(|ids| match ids {
        Json::Array(ids) => ids.iter().filter_map(Json::as_str).collect(),
        Json::String(id) => vec![id.as_str()],
        _ => Vec::new(),
    })
}

/// The same of a condition, in which `{ "Condition": "Name" }` names another.
pub(crate) fn references_of_condition(json: &Json) -> Vec<Reference<'_>> {
    let mut found = references(json);
    collect_conditions(json, &mut found);
    found
}

fn collect_conditions<'t>(json: &'t Json, found: &mut Vec<Reference<'t>>) {
    match json {
        Json::Array(items) => items.iter().for_each(|item| collect_conditions(item, found)),
        Json::Object(members) => {
            found.extend(members.get("Condition").and_then(Json::as_str).map(Reference::Condition));
            members.values().for_each(|value| collect_conditions(value, found));
        }
        _ => {}
    }
}

fn collect<'t>(json: &'t Json, found: &mut Vec<Reference<'t>>) {
    match json {
        Json::Array(items) => items.iter().for_each(|item| collect(item, found)),
        Json::Object(members) => {
            let mut entries = members.iter();
            if let (Some((name, argument)), None) = (entries.next(), entries.next()) {
                function(name, argument, found);
            }
            for (key, value) in members {
                if key.starts_with(LOOP) { collect_loop(value, found) } else { collect(value, found) }
            }
        }
        _ => {}
    }
}

/// A loop within a resource. What it makes of its identifier is not known.
fn collect_loop<'t>(arguments: &'t Json, found: &mut Vec<Reference<'t>>) {
    let identifier = arguments.get(0).and_then(Json::as_str);
    let mut within = Vec::new();
    collect(arguments, &mut within);
    found.extend(within.into_iter().filter(|reference| match reference {
        Reference::Ref(name)
        | Reference::Attribute(name, _)
        | Reference::Condition(name)
        | Reference::Dotted(name)
        | Reference::Mapping(name, _) => Some(*name) != identifier && !name.contains("${"),
        Reference::Template(_) | Reference::Pseudo(_) => true,
    }));
}

fn function<'t>(name: &str, argument: &'t Json, found: &mut Vec<Reference<'t>>) {
    let first = match argument {
        Json::Array(items) => items.first(),
        other => Some(other),
    };
    let text = first.and_then(Json::as_str);
    match (name, text) {
        ("Ref", Some(target)) if target.starts_with("AWS::") => found.push(Reference::Pseudo(target)),
        ("Ref", Some(target)) if target.contains('.') => found.push(Reference::Dotted(target)),
        ("Ref", Some(target)) => found.push(Reference::Ref(target)),
        ("Fn::GetAtt", Some(target)) => {
            let whole = target.split_once('.').filter(|_| argument.is_string());
            let attribute = argument.get(1).and_then(Json::as_str);
            found.push(whole.map_or(Reference::Attribute(target, attribute), |(id, attribute)| {
                Reference::Attribute(id, Some(attribute))
            }));
        }
        ("Fn::Sub", Some(template)) => {
            found.push(Reference::Template(template));
            let variables = argument.get(1).and_then(Json::as_object);
            let is_variable = |name: &&str| variables.is_some_and(|variables| variables.contains_key(*name));
            found.extend(placeholders(template).filter(|name| !is_variable(name)).filter_map(reference));
        }
        ("Fn::If", Some(condition)) => found.push(Reference::Condition(condition)),
        // With a default, there need be no such mapping.
        ("Fn::FindInMap", Some(mapping)) if argument.get(3).is_none() => {
            let key = |at: usize| argument.get(at).and_then(Json::as_str);
            found.push(Reference::Mapping(mapping, key(1).zip(key(2))));
        }
        _ => {}
    }
}

/// What a name in `Sub` refers to; nothing where it is a pseudo parameter.
fn reference(name: &str) -> Option<Reference<'_>> {
    if name.starts_with("AWS::") {
        return None;
    }
    Some(name.split_once('.').map_or(Reference::Ref(name), |(id, attribute)| Reference::Attribute(id, Some(attribute))))
}

/// The names within `${…}`, but not those of `${!…}`.
pub(super) fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    let opened = template.split("${").skip(1);
    opened
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.trim())
        .filter(|name| !name.is_empty() && !name.starts_with('!'))
}

/// A resource that some JSON refers to, and the conditions under which that part of the JSON counts.
pub(crate) struct Guarded<'t> {
    pub(crate) target: &'t str,
    pub(crate) arms: Vec<(&'t str, bool)>,
}

/// The resources that the JSON refers to, each with the arms of `Fn::If` around it.
pub(crate) fn guarded(json: &Json) -> Vec<Guarded<'_>> {
    let mut found = Vec::new();
    collect_guarded(json, &mut Vec::new(), &mut found);
    found
}

fn collect_guarded<'t>(json: &'t Json, arms: &mut Vec<(&'t str, bool)>, found: &mut Vec<Guarded<'t>>) {
    match json {
        Json::Array(items) => items.iter().for_each(|item| collect_guarded(item, arms, found)),
        Json::Object(members) => {
            let mut entries = members.iter();
            if let (Some((name, argument)), None) = (entries.next(), entries.next()) {
                if name == "Fn::If"
                    && let Some([Json::String(condition), then, otherwise]) = argument.as_array().map(Vec::as_slice)
                {
                    for (arm, truth) in [(then, true), (otherwise, false)] {
                        arms.push((condition, truth));
                        collect_guarded(arm, arms, found);
                        arms.pop();
                    }
                    return;
                }
                let mut named = Vec::new();
                function(name, argument, &mut named);
                found.extend(named.into_iter().filter_map(|reference| match reference {
                    Reference::Ref(target) | Reference::Attribute(target, _) => {
                        Some(Guarded { target, arms: arms.clone() })
                    }
                    _ => None,
                }));
            }
            members.values().for_each(|value| collect_guarded(value, arms, found));
        }
        _ => {}
    }
}
