//! What a part of a template names by its id.

use crate::json::{Json, Step, pointer};
use crate::value::text::single;
use cognito_cfn_schema::loops::LOOP;

/// The key of a condition that is another one.
const CONDITION: &str = "Condition";

/// A name in a template, and what it is the name of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reference<'t> {
    /// `Ref`, or `${Name}` in a `Fn::Sub`: a resource or parameter.
    Ref(&'t str),
    /// `Fn::GetAtt`, or `${Name.Attribute}` in a `Fn::Sub`: a resource, and its return value where that is known.
    Attribute(&'t str, Option<&'t str>),
    /// `DependsOn`: a resource.
    Dependency(&'t str),
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

/// What looks at each name, with the steps to the string that has it.
type Visit<'t, 'v> = &'v mut dyn FnMut(Reference<'t>, &[Step<'t>]);

/// Everything the JSON names.
pub(crate) fn references(json: &Json) -> Vec<Reference<'_>> {
    let mut found = Vec::new();
    visit(json, &mut |reference, _| found.push(reference));
    found
}

/// Visits everything the JSON names.
pub(super) fn visit<'t>(json: &'t Json, visit: Visit<'t, '_>) {
    Walk { path: Vec::new(), identifiers: Vec::new(), visit }.value(json);
}

/// The same of a condition, in which `{ "Condition": "Name" }` names another.
pub(super) fn visit_condition<'t>(json: &'t Json, visit: Visit<'t, '_>) {
    let mut walk = Walk { path: Vec::new(), identifiers: Vec::new(), visit };
    walk.value(json);
    walk.conditions(json);
}

/// The resources that must be there before this one.
pub(crate) fn dependencies(json: &Json) -> Vec<&str> {
    let named = references(json).into_iter().filter_map(|reference| match reference {
        Reference::Ref(id) | Reference::Attribute(id, _) | Reference::Dependency(id) => Some(id),
        Reference::Dotted(name) => name.split_once('.').map(|(id, _)| id),
        Reference::Condition(_) | Reference::Mapping(..) | Reference::Template(_) | Reference::Pseudo(_) => None,
    });
    named.chain(depends_on(json).map(|(id, _)| id)).collect()
}

/// The logical ids of `DependsOn`, each with its index if it is in a list.
pub(crate) fn depends_on(json: &Json) -> impl Iterator<Item = (&str, Option<usize>)> {
    json.get("DependsOn").into_iter().flat_map(|ids| match ids {
        Json::Array(ids) => ids.iter().enumerate().filter_map(|(at, id)| Some((id.as_str()?, Some(at)))).collect(),
        Json::String(id) => vec![(id.as_str(), None)],
        _ => Vec::new(),
    })
}

/// The pointer to an argument of the function whose first one the steps lead to. `Fn::Sub` names everything in its first.
pub(super) fn argument(steps: &[Step<'_>], at: usize) -> String {
    let mut steps = steps.to_vec();
    if let [.., Step::Key(function), Step::Index(index)] = steps.as_mut_slice()
        && *function != "Fn::Sub"
    {
        *index += at;
    }
    pointer(&steps)
}

/// The way through some JSON.
struct Walk<'t, 'v> {
    path: Vec<Step<'t>>,
    /// The identifiers of the loops around: what a loop makes of them is not known.
    identifiers: Vec<&'t str>,
    visit: Visit<'t, 'v>,
}

impl<'t> Walk<'t, '_> {
    fn within(&mut self, step: Step<'t>, walk: impl FnOnce(&mut Self)) {
        self.path.push(step);
        walk(self);
        self.path.pop();
    }

    fn value(&mut self, json: &'t Json) {
        match json {
            Json::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.within(Step::Index(at), |walk| walk.value(item));
                }
            }
            Json::Object(members) => {
                if let Some((name, argument)) = single(json) {
                    self.within(Step::Key(name), |walk| walk.function(name, argument));
                }
                for (key, value) in members {
                    let around = self.identifiers.len();
                    if key.starts_with(LOOP) {
                        self.identifiers.extend(value.get(0).and_then(Json::as_str));
                    }
                    self.within(Step::Key(key), |walk| walk.value(value));
                    self.identifiers.truncate(around);
                }
            }
            _ => {}
        }
    }

    fn conditions(&mut self, json: &'t Json) {
        match json {
            Json::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.within(Step::Index(at), |walk| walk.conditions(item));
                }
            }
            Json::Object(members) => {
                for (key, value) in members {
                    self.within(Step::Key(key), |walk| {
                        if let (CONDITION, Json::String(name)) = (key.as_str(), value) {
                            walk.report(Reference::Condition(name));
                        }
                        walk.conditions(value);
                    });
                }
            }
            _ => {}
        }
    }

    fn function(&mut self, name: &str, argument: &'t Json) {
        let mut found = Vec::new();
        function(name, argument, &mut found);
        let steps = if argument.is_array() { &[Step::Index(0)] as &[Step<'_>] } else { &[] };
        self.path.extend(steps);
        found.into_iter().for_each(|reference| self.report(reference));
        self.path.truncate(self.path.len() - steps.len());
    }

    fn report(&mut self, reference: Reference<'t>) {
        let is_made =
            |name: &str| !self.identifiers.is_empty() && (self.identifiers.contains(&name) || name.contains("${"));
        let is_made = match reference {
            Reference::Ref(name)
            | Reference::Attribute(name, _)
            | Reference::Dependency(name)
            | Reference::Condition(name)
            | Reference::Dotted(name)
            | Reference::Mapping(name, _) => is_made(name),
            Reference::Template(_) | Reference::Pseudo(_) => false,
        };
        if !is_made {
            (self.visit)(reference, &self.path);
        }
    }
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
            // A macro can give some.
            let is_known = |name: &str| variables.is_some_and(|variables| variables.contains_key(name));
            let is_variable = |name: &&str| is_known(name) || is_known("Fn::Transform");
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

/// A resource that some JSON refers to, the steps to the function, and the conditions under which that part of the JSON
/// counts.
pub(crate) struct Guarded<'t> {
    pub(crate) target: &'t str,
    pub(crate) path: Vec<Step<'t>>,
    pub(crate) arms: Vec<(&'t str, bool)>,
}

/// The resources that the JSON refers to, each with the arms of `Fn::If` around it.
pub(crate) fn guarded(json: &Json) -> Vec<Guarded<'_>> {
    let mut found = Vec::new();
    collect_guarded(json, &mut Vec::new(), &mut Vec::new(), &mut found);
    found
}

fn collect_guarded<'t>(
    json: &'t Json,
    path: &mut Vec<Step<'t>>,
    arms: &mut Vec<(&'t str, bool)>,
    found: &mut Vec<Guarded<'t>>,
) {
    let mut within = |steps: &[Step<'t>], json: &'t Json, arms: &mut Vec<(&'t str, bool)>| {
        path.extend(steps);
        collect_guarded(json, path, arms, found);
        path.truncate(path.len() - steps.len());
    };
    match json {
        Json::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| within(&[Step::Index(at)], item, arms));
        }
        Json::Object(members) => {
            if let Some((name, argument)) = single(json) {
                if name == "Fn::If"
                    && let Some([Json::String(condition), then, otherwise]) = argument.as_array().map(Vec::as_slice)
                {
                    for (at, arm, truth) in [(1, then, true), (2, otherwise, false)] {
                        arms.push((condition, truth));
                        within(&[Step::Key(name), Step::Index(at)], arm, arms);
                        arms.pop();
                    }
                    return;
                }
                let mut named = Vec::new();
                function(name, argument, &mut named);
                found.extend(named.into_iter().filter_map(|reference| match reference {
                    Reference::Ref(target) | Reference::Attribute(target, _) => {
                        let path = path.iter().copied().chain([Step::Key(name)]).collect();
                        Some(Guarded { target, path, arms: arms.clone() })
                    }
                    _ => None,
                }));
            }
            for (key, value) in members {
                path.push(Step::Key(key));
                collect_guarded(value, path, arms, found);
                path.pop();
            }
        }
        _ => {}
    }
}

/// The resource and the attribute of a `Fn::GetAtt`.
pub(super) fn attribute_of(argument: &Json) -> Option<(&str, &str)> {
    match argument {
        Json::String(whole) => whole.split_once('.'),
        Json::Array(arguments) => match arguments.as_slice() {
            [Json::String(id), Json::String(attribute)] => Some((id, attribute)),
            _ => None,
        },
        _ => None,
    }
}
