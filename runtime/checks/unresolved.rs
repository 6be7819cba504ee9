//! Whether the stack has what its template names.

use super::references::{self, Reference, depends_on, visit, visit_condition};
use super::{Fault, Section, Snapshot};
use crate::by_name::{self, ByName};
use crate::error::ErrorKind;
use crate::json::{Json, Step};
use Names::{Conditions, Mappings, Parameters, Resources};
use cognito_cfn_schema::literals::{check_reference, check_template, shorten};
use cognito_cfn_schema::return_values;
use cognito_cfn_schema::suggest::{self, listed, nearest};

/// When CloudFormation resolves what a part of a template names.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    /// A resource or an output: it can name whatever there is.
    Deployment,
    /// A condition or a rule, which are evaluated before there is any resource.
    Parameters,
}

/// For so many names that are missing a similar one is sought: who has more of them reads no more.
const MAX_QUESTIONS: usize = 200;

/// The names of a stack, to find similar ones among.
pub(super) struct Similar<'s> {
    snapshot: &'s Snapshot<'s>,
    /// By what they are the names of.
    names: ByName<&'static str, suggest::Names<'s>>,
    questions: usize,
}

impl<'s> Similar<'s> {
    pub(super) fn new(snapshot: &'s Snapshot<'s>) -> Self {
        Self { snapshot, names: ByName::new(), questions: 0 }
    }

    /// A name that is similar. A resource does not refer to itself.
    fn nearest(&mut self, what: &'static str, known: &[Names], name: &str, own: &str) -> Option<&'s str> {
        self.questions += 1;
        if self.questions > MAX_QUESTIONS {
            return None;
        }
        let snapshot = self.snapshot;
        let names =
            self.names.or_insert_with(what, || suggest::Names::new(known.iter().flat_map(|of| of.names(snapshot))));
        names.nearest(name, Some(own))
    }
}

/// What the entry `own` names and the stack does not have: by functions, by `DependsOn`, by `Condition`.
pub(super) fn unresolved(similar: &mut Similar<'_>, own: &str, entry: &Json, phase: Phase) -> Vec<Fault> {
    // A name is reported once, however often it occurs.
    let mut found: Vec<Fault> = Vec::new();
    let (mut passed, mut known) = (by_name::Names::new(), by_name::Names::new());
    let mut look_up = |reference, steps: &[Step<'_>]| {
        if !passed.insert(format!("{reference:?}")) {
            return;
        }
        let Some((kind, argument)) = error_of(similar, own, reference, phase) else { return };
        if known.insert(format!("{kind:?}")) {
            found.push(Fault { kind, within: references::argument(steps, argument) });
        }
    };
    match phase {
        Phase::Deployment => visit(entry, &mut look_up),
        Phase::Parameters => visit_condition(entry, &mut look_up),
    }
    for (id, index) in depends_on(entry) {
        let steps = [Some(Step::Key("DependsOn")), index.map(Step::Index)];
        look_up(Reference::Dependency(id), &steps.into_iter().flatten().collect::<Vec<_>>());
    }
    if let Some(name) = entry.get("Condition").and_then(Json::as_str).filter(|_| phase == Phase::Deployment) {
        look_up(Reference::Condition(name), &[Step::Key("Condition")]);
    }
    found
}

/// The error about a name, and the argument of the function that it is about.
fn error_of(
    similar: &mut Similar<'_>,
    own: &str,
    reference: Reference<'_>,
    phase: Phase,
) -> Option<(ErrorKind, usize)> {
    let snapshot = similar.snapshot;
    let import = || "add it to the stack, or import what another stack exports with `ImportValue`".to_owned();
    let sections = snapshot.sections;
    let (what, name, known, help): (_, _, &[Names], _) = match (reference, phase) {
        (Reference::Template(template), _) => {
            let diagnostic = check_template(template).err()?;
            return Some((ErrorKind::Invalid { message: diagnostic.message, help: diagnostic.help.to_string() }, 0));
        }
        (Reference::Pseudo(name), _) => {
            let diagnostic = check_reference(name).err()?;
            return Some((ErrorKind::Invalid { message: diagnostic.message, help: diagnostic.help.to_string() }, 0));
        }
        // Transforms and modules make resources of such names.
        (Reference::Dotted(_), _) if !sections.has_no_macros() || sections.has_includes => return None,
        (Reference::Dotted(name), _) => {
            let (id, attribute) = name.split_once('.')?;
            let message = format!("`Ref` of `{}`: names of resources and parameters have no dot", shorten(name));
            return Some((ErrorKind::Invalid { message, help: format!("write `GetAtt({id:?}, {attribute:?})`") }, 0));
        }
        (Reference::Ref(name), Phase::Deployment) => {
            ("resource or parameter", name, &[Resources, Parameters], import())
        }
        (Reference::Ref(name) | Reference::Attribute(name, _), Phase::Parameters) => {
            let help = "conditions and rules can only use parameters; add one";
            let help = snapshot.help(|| format!("{help} with `stack.parameter`"), &format!("{help} to `Parameters`"));
            ("parameter", name, &[Parameters], help)
        }
        (Reference::Attribute(name, attribute), Phase::Deployment) => {
            if let Some(error) = error_of_attribute(snapshot, name, attribute) {
                return Some((error, 1));
            }
            ("resource", name, &[Resources], import())
        }
        (Reference::Dependency(name), _) => {
            ("resource", name, &[Resources], "add it to the stack, or remove it from `depends_on`".to_owned())
        }
        (Reference::Condition(name), _) => {
            let built = || format!("add it: `stack.condition({name:?}, …)`");
            ("condition", name, &[Conditions], snapshot.help(built, "add it to `Conditions`"))
        }
        (Reference::Mapping(name, keys_of), _) => {
            if let Some(error) = error_of_key(snapshot, name, keys_of) {
                return Some(error);
            }
            let built = || format!("add it: `stack.mapping({name:?}, …)`");
            ("mapping", name, &[Mappings], snapshot.help(built, "add it to `Mappings`"))
        }
    };
    if sections.generate_names() || known.iter().any(|of| of.has(snapshot, name)) {
        return None;
    }
    let help = similar
        .nearest(what, known, name, own)
        .map_or(help, |near| format!("a {what} with a similar name exists: `{near}`"));
    Some((ErrorKind::UnknownReference { what, name: name.to_owned(), help }, 0))
}

/// Keys that a mapping of the stack does not have.
fn error_of_key(snapshot: &Snapshot<'_>, mapping: &str, wanted: Option<(&str, &str)>) -> Option<(ErrorKind, usize)> {
    let (top, second) = wanted?;
    let json = &snapshot.sections.mappings.get(mapping)?.json;
    let (missing, known, argument) = match json.get(top) {
        None => (top, json, 1),
        Some(inner) if inner.get(second).is_none() => (second, inner, 2),
        Some(_) => return None,
    };
    // A transform can fill in a mapping.
    let known: Vec<&str> = known.as_object()?.keys().map(String::as_str).collect();
    if !snapshot.sections.has_no_macros() || known.iter().any(|key| key.starts_with("Fn::")) {
        return None;
    }
    let help = nearest(missing, known.iter().copied()).map_or_else(
        || format!("use {}", listed(&known)),
        |near| format!("a key with a similar name exists: `{}`", shorten(near)),
    );
    Some((ErrorKind::UnknownReference { what: "mapping with the key", name: missing.to_owned(), help }, argument))
}

/// An attribute that a resource of the stack certainly does not have.
fn error_of_attribute(snapshot: &Snapshot<'_>, logical_id: &str, attribute: Option<&str>) -> Option<ErrorKind> {
    let (resource, attribute) = (snapshot.resource(logical_id)?, attribute?);
    let diagnostic = return_values::check_of(resource.cfn_resource_type(), attribute).err()?;
    Some(ErrorKind::UnknownAttribute { attribute: attribute.to_owned(), help: diagnostic.help.to_string() })
}

/// What a name can be the name of.
#[derive(Clone, Copy)]
enum Names {
    Resources,
    Parameters,
    Conditions,
    Mappings,
}

impl Names {
    fn section<'s>(self, snapshot: &Snapshot<'s>) -> Option<&'s Section> {
        match self {
            Resources => None,
            Parameters => Some(&snapshot.sections.parameters),
            Conditions => Some(&snapshot.sections.conditions),
            Mappings => Some(&snapshot.sections.mappings),
        }
    }

    fn has(self, snapshot: &Snapshot<'_>, name: &str) -> bool {
        self.section(snapshot)
            .map_or_else(|| snapshot.resources.contains_key(name), |section| section.contains_key(name))
    }

    fn names<'s>(self, snapshot: &Snapshot<'s>) -> Vec<&'s str> {
        match self.section(snapshot) {
            Some(section) => section.keys().map(String::as_str).collect(),
            None => snapshot.resources.keys().copied().collect(),
        }
    }
}
