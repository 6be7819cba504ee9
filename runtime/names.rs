//! Whether the stack has what its template names.

use crate::Json;
use crate::error::ErrorKind;
use crate::references::{Reference, references, references_of_condition};
use crate::sections::Section;
use crate::stack::Stack;
use cognito_cfn_schema::literals::check_template;
use cognito_cfn_schema::return_values;
use cognito_cfn_schema::suggest::{listed, nearest};

/// Where in a template something is named.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// A resource or an output: it can name whatever there is.
    Deployment,
    /// A condition or a rule, which are looked at before there is any resource.
    Parameters,
}

impl Stack {
    /// What the entry `own` names and the stack does not have: by functions, by `DependsOn`, by `Condition`.
    pub(crate) fn unknown_names(&self, own: &str, entry: &Json, within: Within) -> Vec<ErrorKind> {
        let mut named = match within {
            Within::Deployment => references(entry),
            Within::Parameters => references_of_condition(entry),
        };
        named.extend(depends_on(entry).map(|id| Reference::Attribute(id, None)));
        if within == Within::Deployment {
            named.extend(entry.get("Condition").and_then(Json::as_str).map(Reference::Condition));
        }
        // A name is told once, however often it stands there.
        let mut found: Vec<ErrorKind> = Vec::new();
        for kind in named.into_iter().filter_map(|reference| self.fault_of(own, reference, within)) {
            if !found.contains(&kind) {
                found.push(kind);
            }
        }
        found
    }

    fn fault_of(&self, own: &str, reference: Reference<'_>, within: Within) -> Option<ErrorKind> {
        let import = || "add it to the stack, or import what another stack exports with `ImportValue`".to_owned();
        let (what, name, known, help) = match (reference, within) {
            (Reference::Template(template), _) => {
                let fault = check_template(template).err()?;
                return Some(ErrorKind::Invalid { message: fault.message, help: fault.help });
            }
            (Reference::Ref(name), Within::Deployment) => {
                ("resource or parameter", name, [self.ids(), keys(&self.parameters)].concat(), import())
            }
            (Reference::Ref(name) | Reference::Attribute(name, _), Within::Parameters) => {
                let help = "conditions and rules know parameters alone: add one with `stack.parameter`".to_owned();
                ("parameter", name, keys(&self.parameters), help)
            }
            (Reference::Attribute(name, attribute), Within::Deployment) => {
                if let Some(fault) = self.fault_of_attribute(name, attribute) {
                    return Some(fault);
                }
                ("resource", name, self.ids(), import())
            }
            (Reference::Condition(name), _) => {
                ("condition", name, keys(&self.conditions), format!("add it: `stack.condition({name:?}, …)`"))
            }
            (Reference::Mapping(name, keys_of), _) => {
                if let Some(fault) = self.fault_of_key(name, keys_of) {
                    return Some(fault);
                }
                ("mapping", name, keys(&self.mappings), format!("add it: `stack.mapping({name:?}, …)`"))
            }
        };
        if self.makes_names() || known.contains(&name) {
            return None;
        }
        // What lacks a name does not mean its own.
        let near = nearest(name, known.into_iter().filter(|id| *id != own));
        let help = near.map_or(help, |near| format!("did you mean `{near}`?"));
        Some(ErrorKind::UnknownReference { what, name: name.to_owned(), help })
    }

    /// Keys that a mapping of the stack does not have.
    fn fault_of_key(&self, mapping: &str, wanted: Option<(&str, &str)>) -> Option<ErrorKind> {
        let (top, second) = wanted?;
        let json = &self.mappings.get(mapping)?.json;
        let (missing, known) = match json.get(top) {
            None => (top, json),
            Some(inner) if inner.get(second).is_none() => (second, inner),
            Some(_) => return None,
        };
        // A transform can fill in a mapping.
        let known: Vec<&str> = known.as_object()?.keys().map(String::as_str).collect();
        if !self.has_no_macros() || known.iter().any(|key| key.starts_with("Fn::")) {
            return None;
        }
        let help = nearest(missing, known.iter().copied())
            .map_or_else(|| format!("it has {}", listed(&known)), |near| format!("did you mean `{near}`?"));
        Some(ErrorKind::UnknownReference { what: "mapping with the key", name: missing.to_owned(), help })
    }

    /// An attribute that a resource of the stack certainly does not have.
    fn fault_of_attribute(&self, logical_id: &str, attribute: Option<&str>) -> Option<ErrorKind> {
        let (resource, attribute) = (self.resource(logical_id)?, attribute?);
        let fault = return_values::check_of(resource.cfn_resource_type(), attribute).err()?;
        Some(ErrorKind::UnknownAttribute { attribute: attribute.to_owned(), help: fault.help })
    }

    fn ids(&self) -> Vec<&str> {
        self.resources.keys().map(String::as_str).collect()
    }
}

fn keys(section: &Section) -> Vec<&str> {
    section.keys().map(String::as_str).collect()
}

pub(crate) fn depends_on(json: &Json) -> impl Iterator<Item = &str> {
    json.get("DependsOn").into_iter().flat_map(|ids| match ids {
        Json::Array(ids) => ids.iter().filter_map(Json::as_str).collect(),
        Json::String(id) => vec![id.as_str()],
        _ => Vec::new(),
    })
}
