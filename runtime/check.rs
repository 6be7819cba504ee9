//! Whether a stack holds together: names that are there, circles that are not, rules that are kept.

use crate::Json;
use crate::error::{Error, ErrorKind};
use crate::members;
use crate::references::{Reference, references, references_of_condition};
use crate::resource::Resource;
use crate::stack::Stack;
use cognito_cfn_schema::Severity;
use cognito_cfn_schema::spelling::nearest;
use std::collections::BTreeMap;

/// What CloudFormation takes in one template.
const MOST_RESOURCES: usize = 500;

impl Stack {
    /// Whether CloudFormation can deploy the stack: every resource, parameter, condition and mapping that is named is
    /// there, no two resources wait for each other, every override reaches its place, and no rule finds an error.
    ///
    /// ```
    /// use cognito_cfn::{Stack, user_pool_client};
    ///
    /// let mut stack = Stack::new("identity");
    /// stack.add(user_pool_client! { user_pool_id: Ref("UserPool") })?;
    /// let error = stack.check().unwrap_err();
    /// assert!(error.to_string().starts_with("the stack has no resource or parameter `UserPool`"));
    /// # Ok::<(), cognito_cfn::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// All that is wrong, each with the resource and the line of the Rust source that made it.
    pub fn check(&self) -> Result<(), Error> {
        Error::all(self.faults())
    }

    pub(crate) fn faults(&self) -> Vec<Error> {
        let rendered = self.rendered();
        let mut faults = Vec::new();
        for (id, json) in &rendered {
            let Some(resource) = self.resource(id) else { continue };
            let of_resource = |kind| members::error(resource, kind);
            faults.extend(self.unknown_names(id, json, references(json)).into_iter().map(of_resource));
            if let Some(path) = resource.element().overrides.lost_in(json) {
                let reason = "leads into a list by a name";
                faults.push(of_resource(ErrorKind::IllegalOverridePath { path, reason }));
            }
        }
        let errors = self.validate().into_iter().filter(|(_, finding)| finding.severity == Severity::Error);
        faults.extend(
            errors.filter_map(|(id, finding)| Some(members::error(self.resource(id)?, ErrorKind::Finding(finding)))),
        );
        for (id, output) in &self.outputs {
            let unknown = self.unknown_names("", output, references(output)).into_iter();
            faults.extend(unknown.map(|kind| Error::of(kind, format!("output {id}"), None)));
        }
        for (id, condition) in &self.conditions {
            let unknown = self.unknown_names(id, &Json::Null, references_of_condition(condition)).into_iter();
            faults.extend(unknown.map(|kind| Error::of(kind, format!("condition {id}"), None)));
        }
        if rendered.len() > MOST_RESOURCES {
            let kind = ErrorKind::TooMany { what: "resources", count: rendered.len(), most: MOST_RESOURCES };
            faults.push(Error::of(kind, self.name(), self.created()));
        }
        faults.extend(self.circular_resources(&rendered));
        faults
    }

    /// What is named and the stack does not have: by functions, by `DependsOn`, by `Condition`.
    fn unknown_names<'t>(&self, own: &str, entry: &'t Json, mut named: Vec<Reference<'t>>) -> Vec<ErrorKind> {
        named.extend(depends_on(entry).map(|id| Reference::Attribute(id, None)));
        named.extend(entry.get("Condition").and_then(Json::as_str).map(Reference::Condition));
        let unknown = |reference| match reference {
            Reference::Ref(name) => {
                self.unless_there(own, "resource or parameter", name, &[&self.ids(), &self.names_of_parameters()])
            }
            Reference::Attribute(name, _) => self.unless_there(own, "resource", name, &[&self.ids()]),
            Reference::Condition(name) => self.unless_there(own, "condition", name, &[&keys(&self.conditions)]),
            Reference::Mapping(name) => self.unless_there(own, "mapping", name, &[&keys(&self.mappings)]),
        };
        // A name is told once, however often it stands there.
        let mut found: Vec<ErrorKind> = Vec::new();
        for kind in named.into_iter().filter_map(unknown) {
            if !found.contains(&kind) {
                found.push(kind);
            }
        }
        found
    }

    /// What lacks a name does not mean its own.
    fn unless_there(&self, own: &str, what: &'static str, name: &str, known: &[&[&str]]) -> Option<ErrorKind> {
        if self.makes_names() || known.iter().any(|known| known.contains(&name)) {
            return None;
        }
        let near = nearest(name, known.iter().flat_map(|known| known.iter().copied()).filter(|id| *id != own));
        let help = near.map_or_else(
            || {
                format!(
                    "add it to the stack `{}`, or import what another stack exports with `ImportValue`",
                    self.name()
                )
            },
            |near| format!("did you mean `{near}`?"),
        );
        Some(ErrorKind::UnknownReference { what, name: name.to_owned(), help })
    }

    fn ids(&self) -> Vec<&str> {
        self.resources.keys().map(String::as_str).collect()
    }

    fn names_of_parameters(&self) -> Vec<&str> {
        keys(&self.parameters)
    }

    /// Resources that wait for each other.
    fn circular_resources(&self, rendered: &BTreeMap<&str, Json>) -> Option<Error> {
        let waits: BTreeMap<&str, Vec<&str>> = rendered.iter().map(|(id, json)| (*id, awaited(json))).collect();
        let names = circle(&waits)?;
        let first = names.first().and_then(|name| self.resource(name))?;
        let names = names.iter().filter_map(|name| self.resource(name)).map(described).collect();
        Some(members::error(first, ErrorKind::Cycle { what: "resources", names }))
    }
}

/// The logical id, with the place it was made at.
fn described(resource: &dyn Resource) -> String {
    let id = resource.logical_id();
    resource.element().created.map_or_else(|| id.to_owned(), |place| format!("{id}` at `{place}"))
}

fn keys(section: &BTreeMap<String, Json>) -> Vec<&str> {
    section.keys().map(String::as_str).collect()
}

fn depends_on(json: &Json) -> impl Iterator<Item = &str> {
    json.get("DependsOn").into_iter().flat_map(|ids| match ids {
        Json::Array(ids) => ids.iter().filter_map(Json::as_str).collect(),
        Json::String(id) => vec![id.as_str()],
        _ => Vec::new(),
    })
}

/// The resources that must be there before this one.
pub(crate) fn awaited(json: &Json) -> Vec<&str> {
    let named = references(json).into_iter().filter_map(|reference| match reference {
        Reference::Ref(id) | Reference::Attribute(id, _) => Some(id),
        Reference::Condition(_) | Reference::Mapping(_) => None,
    });
    named.chain(depends_on(json)).collect()
}

/// A way from a name back to itself.
pub(crate) fn circle<'n>(waits: &BTreeMap<&'n str, Vec<&'n str>>) -> Option<Vec<&'n str>> {
    let mut done = Vec::new();
    waits.keys().find_map(|name| walk(name, waits, &mut Vec::new(), &mut done))
}

fn walk<'n>(
    name: &'n str,
    waits: &BTreeMap<&'n str, Vec<&'n str>>,
    way: &mut Vec<&'n str>,
    done: &mut Vec<&'n str>,
) -> Option<Vec<&'n str>> {
    if let Some(start) = way.iter().position(|passed| *passed == name) {
        return Some(way.split_off(start));
    }
    if done.contains(&name) {
        return None;
    }
    let next = waits.get(name)?;
    way.push(name);
    let found = next.iter().find_map(|next| walk(next, waits, way, done));
    if found.is_none() {
        way.pop();
        done.push(name);
    }
    found
}
