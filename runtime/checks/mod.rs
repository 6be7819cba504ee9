//! Whether a stack holds together: names that are there, circles that are not, rules that are kept.

use crate::Json;
use crate::error::{Error, ErrorKind};
use crate::members;
use crate::names::{Within, depends_on};
use crate::references::{Reference, references, references_of_condition};
use crate::resource::Resource;
use crate::sections::Entry;
use crate::stack::Stack;
use cognito_cfn_schema::{Severity, quotas};
use std::collections::BTreeMap;

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
            faults.extend(self.unknown_names(id, json, Within::Deployment).into_iter().map(of_resource));
            faults.extend(misshapen(json).map(of_resource));
            let reason = "leads into a list by a name";
            let lost = resource.lost_overrides().into_iter();
            faults.extend(lost.map(|path| of_resource(ErrorKind::InvalidOverridePath { path, reason })));
        }
        let errors = self.validate().into_iter().filter(|(_, finding)| finding.severity == Severity::Error);
        faults.extend(
            errors.filter_map(|(id, finding)| Some(members::error(self.resource(id)?, ErrorKind::Finding(finding)))),
        );
        for (what, section, within) in [
            ("output", &self.outputs, Within::Deployment),
            ("condition", &self.conditions, Within::Parameters),
            ("rule", &self.rules, Within::Parameters),
        ] {
            for (id, entry) in section {
                let unknown = self.unknown_names(id, &entry.json, within).into_iter();
                faults.extend(unknown.map(|kind| Error::of(kind, format!("{what} {id}"), entry.created)));
            }
        }
        faults.extend(self.too_many().into_iter().map(|kind| Error::of(kind, self.name(), self.created())));
        faults.extend(self.lacking_transform());
        faults.extend(self.circular_resources(&rendered));
        faults.extend(self.circular_conditions());
        faults
    }

    /// More than CloudFormation takes in one template.
    fn too_many(&self) -> Vec<ErrorKind> {
        let counts = [
            ("resources", self.resources.len(), quotas::RESOURCES),
            ("parameters", self.parameters.len(), quotas::PARAMETERS),
            ("mappings", self.mappings.len(), quotas::MAPPINGS),
            ("outputs", self.outputs.len(), quotas::OUTPUTS),
        ];
        let too_many = counts.into_iter().filter(|(_, count, most)| count > most);
        too_many.map(|(what, count, most)| ErrorKind::TooMany { what, count, most }).collect()
    }

    /// Functions that only a transform knows, in a template without it. A macro of the user's own may bring it.
    fn lacking_transform(&self) -> Option<Error> {
        let name = self.missing_transform().filter(|_| self.has_no_macros())?;
        let message = format!("functions of the template need the transform `{name}`");
        let kind = ErrorKind::Invalid { message, help: format!("write `stack.transform({name:?})`") };
        Some(Error::of(kind, self.name(), self.created()))
    }

    /// Conditions that are made of each other.
    fn circular_conditions(&self) -> Option<Error> {
        let named = |entry: &'_ Entry| -> Vec<&str> {
            references_of_condition(&entry.json)
                .into_iter()
                .filter_map(|reference| match reference {
                    Reference::Condition(name) => self.conditions.get_key_value(name).map(|(name, _)| name.as_str()),
                    _ => None,
                })
                .collect()
        };
        let waits = self.conditions.iter().map(|(id, entry)| (id.as_str(), named(entry))).collect();
        let names = circle(&waits)?;
        let first = names.first().and_then(|name| self.conditions.get_key_value(*name))?;
        let kind = ErrorKind::Cycle { what: "conditions", names: names.iter().map(|&name| name.to_owned()).collect() };
        Some(Error::of(kind, format!("condition {}", first.0), first.1.created))
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
    resource.state().created.map_or_else(|| id.to_owned(), |place| format!("{id}` at `{place}"))
}

/// What overrides and values made by hand can make of a resource, and CloudFormation does not take.
fn misshapen(json: &Json) -> Option<ErrorKind> {
    let is_absent_or_object = |name| json.get(name).is_none_or(|value| value.is_object());
    let has_type = json.get("Type").and_then(Json::as_str).is_some_and(|name| !name.is_empty());
    let (message, help) = if !has_type {
        ("a resource has a type, which is text", "write one, such as `AWS::Cognito::UserPool`")
    } else if !is_absent_or_object("Properties") {
        ("the properties of a resource are an object", "write `json!({ … })`")
    } else if !is_absent_or_object("Metadata") {
        ("the metadata of a resource is an object", "write `json!({ … })`")
    } else {
        return None;
    };
    Some(ErrorKind::Invalid { message: message.into(), help: help.into() })
}

/// The resources that must be there before this one.
pub(crate) fn awaited(json: &Json) -> Vec<&str> {
    let named = references(json).into_iter().filter_map(|reference| match reference {
        Reference::Ref(id) | Reference::Attribute(id, _) => Some(id),
        Reference::Condition(_) | Reference::Mapping(..) | Reference::Template(_) => None,
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
