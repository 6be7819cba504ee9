//! A template rendered once, for all checks and for what is written.

use crate::by_name::ByName;
use crate::construct::Node;
use crate::document::Document;
use crate::error::{Error, ErrorKind};
use crate::json::{Json, escape};
use crate::resource::{CfnResource, Rendered, Resource};
use crate::warning::Warning;
use cognito_cfn_schema::TemplateLocation;
use cognito_cfn_schema::intrinsics::LANGUAGE_EXTENSIONS;
use cognito_cfn_schema::loops::LOOP;
use serde_json::Map;
use std::any::Any;
use std::panic::Location;

/// What the names of the transform of AWS SAM begin with; a version follows.
pub(super) const SERVERLESS_TRANSFORM: &str = "AWS::Serverless-";

/// A stack with each of its resources rendered.
pub(crate) struct Snapshot<'s> {
    pub(crate) name: &'s str,
    /// Where in the Rust source the stack was made.
    pub(crate) created: Option<&'static Location<'static>>,
    pub(crate) region: Option<&'s str>,
    pub(crate) description: Option<&'s str>,
    pub(crate) sections: &'s Sections,
    /// The template that it was read from, if it was.
    pub(crate) original: Option<&'s Original>,
    /// By logical id.
    pub(crate) resources: ByName<&'s str, RenderedResource<'s>>,
}

/// A resource of a stack, and its JSON.
pub(crate) struct RenderedResource<'s> {
    pub(crate) id: &'s str,
    pub(crate) resource: &'s dyn Resource,
    /// Where it was added.
    pub(crate) node: &'s Node,
    pub(crate) json: Json,
    /// The paths of overrides that lead into a list by a name.
    pub(crate) lost_overrides: Vec<String>,
}

impl<'s> RenderedResource<'s> {
    /// Whether it is of the template that the stack was read from.
    pub(crate) fn is_read(&self) -> bool {
        let state = self.resource.state();
        state.source.is_some() && state.created.is_none()
    }

    /// Whether the rules judge its JSON, not its fields.
    pub(super) fn is_judged_by_json(&self) -> bool {
        let resource: &dyn Any = self.resource;
        resource.is::<CfnResource>() || self.resource.state().source.is_some()
    }

    pub(crate) fn new(id: &'s str, resource: &'s dyn Resource, node: &'s Node) -> Self {
        let Rendered { json, lost_overrides } = resource.render();
        Self { id, resource, node, json, lost_overrides }
    }

    /// The resource, for messages.
    pub(crate) fn subject(&self) -> Subject {
        Subject {
            what: self.node.path(),
            created: self.resource.state().created,
            pointer: self.is_read().then(|| format!("/Resources/{}", escape(self.id))),
        }
    }
}

/// What an error or a warning is about: how messages name it, where in the Rust source it was created, and where it is in
/// the template that was read.
#[derive(Clone)]
pub(crate) struct Subject {
    pub(crate) what: String,
    pub(crate) created: Option<&'static Location<'static>>,
    pub(crate) pointer: Option<String>,
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

    /// The resource or output of that id. In a loop, an id is none of these.
    pub(crate) fn subject(&self, id: &str) -> Subject {
        match (self.resources.get(id), self.sections.outputs.get(id)) {
            (Some(rendered), _) => rendered.subject(),
            (None, Some(output)) => output.subject("output", "Outputs", id),
            (None, None) => {
                let what =
                    Node::of_stack(self.name).child(id).map_or_else(|_| self.name.to_owned(), |node| node.path());
                Subject { what, created: None, pointer: None }
            }
        }
    }

    /// The stack itself, and that part of its template.
    pub(crate) fn stack(&self, pointer: &str) -> Subject {
        let pointer = self.original.map(|_| pointer.to_owned());
        Subject { what: self.name.to_owned(), created: self.created, pointer }
    }

    /// The place of a part of what an error is about.
    pub(crate) fn location(&self, subject: &Subject, within: &str) -> Option<TemplateLocation> {
        let pointer = format!("{}{within}", subject.pointer.as_ref()?);
        self.original.map(|original| original.location(pointer))
    }

    /// An error about a part of it.
    pub(crate) fn error(&self, subject: &Subject, within: &str, kind: ErrorKind) -> Error {
        let error = Error::of(kind, &*subject.what, subject.created);
        match self.location(subject, within) {
            Some(location) => error.in_template(location),
            None => error,
        }
    }

    /// A warning about a part of it.
    pub(crate) fn warning(&self, subject: &Subject, within: &str, warning: Warning) -> Warning {
        let warning = warning.about(&*subject.what, subject.created);
        match self.location(subject, within) {
            Some(location) => warning.in_template(location),
            None => warning,
        }
    }

    /// A help for a stack that was built, or for one that was read.
    pub(crate) fn help(&self, built: impl FnOnce() -> String, read: &str) -> String {
        if self.original.is_some() { read.to_owned() } else { built() }
    }
}

/// The template that a stack was read from.
#[derive(Debug)]
pub(crate) struct Original {
    /// What is at its top. Of sections that are objects, the entries are in the stack.
    pub(crate) members: Map<String, Json>,
    /// The description and the transforms, as the stack had them then.
    pub(crate) description: Option<String>,
    pub(crate) transforms: Vec<String>,
    /// The text, if it was read from one.
    pub(crate) document: Option<Document>,
}

impl Original {
    /// The place of that JSON pointer.
    pub(crate) fn location(&self, pointer: String) -> TemplateLocation {
        let span = self.document.as_ref().and_then(|document| document.span(&pointer));
        TemplateLocation { pointer, span }
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
    /// Loops over resources, and whatever else of `Resources` is no resource.
    pub(crate) resource_loops: Section,
    pub(crate) outputs: Section,
    /// Whether resources of a template that was read come from elsewhere: from a file by `Fn::Transform`, from a module,
    /// or from AWS SAM.
    pub(crate) has_includes: bool,
}

/// Entries of a section of the template, by id.
pub(crate) type Section = ByName<String, Entry>;

/// An entry of a section, and where it was added.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) json: Json,
    pub(crate) created: Option<&'static Location<'static>>,
}

impl Entry {
    /// The entry, for messages: what it is, its section and its id. An entry that was read was created nowhere.
    pub(crate) fn subject(&self, what: &str, section: &str, id: &str) -> Subject {
        let pointer = self.created.is_none().then(|| format!("/{section}/{}", escape(id)));
        Subject { what: format!("{what} {id}"), created: self.created, pointer }
    }
}

impl Sections {
    /// The entries of every section, by id.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, &Json)> {
        self.all().flatten().map(|(id, entry)| (id.as_str(), &entry.json))
    }

    /// The sections whose entries are kept as they are, by their names in a template.
    pub(crate) fn named(&self) -> [(&'static str, &Section); 5] {
        [
            ("Parameters", &self.parameters),
            ("Rules", &self.rules),
            ("Mappings", &self.mappings),
            ("Conditions", &self.conditions),
            ("Outputs", &self.outputs),
        ]
    }

    /// The same, to be filled.
    pub(crate) fn named_mut(&mut self) -> [(&'static str, &mut Section); 5] {
        [
            ("Parameters", &mut self.parameters),
            ("Rules", &mut self.rules),
            ("Mappings", &mut self.mappings),
            ("Conditions", &mut self.conditions),
            ("Outputs", &mut self.outputs),
        ]
    }

    /// Every section.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Section> {
        self.named().into_iter().map(|(_, section)| section).chain([&self.resource_loops])
    }

    /// Whether CloudFormation creates names that the template does not show.
    pub(crate) fn generate_names(&self) -> bool {
        self.has_includes || self.has_loops() || !self.has_no_macros()
    }

    /// Whether no macro changes resources of AWS in a way that is not known.
    pub(crate) fn has_known_macros(&self) -> bool {
        self.transforms.iter().all(|name| name == LANGUAGE_EXTENSIONS || name.starts_with(SERVERLESS_TRANSFORM))
    }

    /// Whether CloudFormation runs no custom macros on the template.
    pub(crate) fn has_no_macros(&self) -> bool {
        self.transforms.iter().all(|name| name == LANGUAGE_EXTENSIONS)
    }

    pub(super) fn has_loops(&self) -> bool {
        // Each reference asks, so a walk over the names would be one for each of them.
        let first = |section: &&Section| section.first_from(LOOP).is_some_and(|key| key.starts_with(LOOP));
        self.with_loops().iter().any(first)
    }

    /// The sections that can hold loops.
    pub(crate) fn with_loops(&self) -> [&Section; 3] {
        [&self.resource_loops, &self.conditions, &self.outputs]
    }
}
