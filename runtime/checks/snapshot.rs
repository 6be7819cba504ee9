//! A template rendered once, for all checks and for what is written.

use crate::construct::Node;
use crate::error::{Error, ErrorKind};
use crate::json::Json;
use crate::resource::{Rendered, Resource};
use cognito_cfn_schema::intrinsics::LANGUAGE_EXTENSIONS;
use cognito_cfn_schema::loops::LOOP;
use std::collections::BTreeMap;
use std::ops::Bound;
use std::panic::Location;

/// A stack with each of its resources rendered.
pub(crate) struct Snapshot<'s> {
    pub(crate) name: &'s str,
    /// Where in the Rust source the stack was made.
    pub(crate) created: Option<&'static Location<'static>>,
    pub(crate) region: Option<&'s str>,
    pub(crate) description: Option<&'s str>,
    pub(crate) sections: &'s Sections,
    /// By logical id.
    pub(crate) resources: BTreeMap<&'s str, RenderedResource<'s>>,
}

/// A resource of a stack, and its JSON.
pub(crate) struct RenderedResource<'s> {
    pub(crate) resource: &'s dyn Resource,
    /// Where it was added.
    pub(crate) node: &'s Node,
    pub(crate) json: Json,
    /// The paths of overrides that lead into a list by a name.
    pub(crate) lost_overrides: Vec<String>,
}

impl<'s> RenderedResource<'s> {
    pub(crate) fn new(resource: &'s dyn Resource, node: &'s Node) -> Self {
        let Rendered { json, lost_overrides } = resource.render();
        Self { resource, node, json, lost_overrides }
    }

    /// An error about the resource.
    pub(crate) fn error(&self, kind: ErrorKind) -> Error {
        Error::of(kind, self.node.path(), self.resource.state().created)
    }
}

impl<'s> Snapshot<'s> {
    pub(crate) fn resource(&self, logical_id: &str) -> Option<&'s dyn Resource> {
        self.resources.get(logical_id).map(|rendered| rendered.resource)
    }

    /// The id of a resource or output of the stack.
    pub(crate) fn key(&self, id: &str) -> Option<&'s str> {
        let resource = self.resources.get_key_value(id).map(|(id, _)| *id);
        resource.or_else(|| self.sections.outputs.get_key_value(id).map(|(id, _)| id.as_str()))
    }

    /// How messages name the resource or output of that id, and where it was created.
    pub(crate) fn place(&self, id: &str) -> (String, Option<&'static Location<'static>>) {
        match self.resources.get(id) {
            Some(rendered) => (rendered.node.path(), rendered.resource.state().created),
            None => (format!("output {id}"), self.sections.outputs.get(id).and_then(|output| output.created)),
        }
    }
}

/// Everything of a template but its resources.
#[derive(Debug, Default)]
pub(crate) struct Sections {
    pub(crate) transforms: Vec<String>,
    pub(crate) parameters: Section,
    pub(crate) rules: Section,
    pub(crate) mappings: Section,
    pub(crate) conditions: Section,
    pub(crate) resource_loops: Section,
    pub(crate) outputs: Section,
}

/// Entries of a section of the template, by id.
pub(crate) type Section = BTreeMap<String, Entry>;

/// An entry of a section, and where it was added.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) json: Json,
    pub(crate) created: Option<&'static Location<'static>>,
}

impl Sections {
    /// The entries of every section, by id.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, &Json)> {
        [&self.parameters, &self.rules, &self.mappings, &self.conditions, &self.resource_loops, &self.outputs]
            .into_iter()
            .flatten()
            .map(|(id, entry)| (id.as_str(), &entry.json))
    }

    /// Whether CloudFormation creates names that the template does not show.
    pub(crate) fn generate_names(&self) -> bool {
        self.has_loops() || !self.has_no_macros()
    }

    /// Whether CloudFormation runs no custom macros on the template.
    pub(crate) fn has_no_macros(&self) -> bool {
        self.transforms.iter().all(|name| name == LANGUAGE_EXTENSIONS)
    }

    pub(super) fn has_loops(&self) -> bool {
        // Each reference asks, so a walk over the names would be one for each of them.
        let from = (Bound::Included(LOOP), Bound::Unbounded);
        let first =
            |section: &&Section| section.range::<str, _>(from).next().is_some_and(|(key, _)| key.starts_with(LOOP));
        self.with_loops().iter().any(first)
    }

    /// The sections that can hold loops.
    pub(crate) fn with_loops(&self) -> [&Section; 3] {
        [&self.resource_loops, &self.conditions, &self.outputs]
    }
}
