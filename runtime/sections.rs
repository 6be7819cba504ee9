//! The sections of a template beside the resources.

use crate::Json;
use crate::error::{Error, ErrorKind};
use crate::for_each::ForEach;
use crate::output::Output;
use crate::parameter::Parameter;
use crate::rule::Rule;
use crate::stack::Stack;
use crate::transform;
use cognito_cfn_schema::intrinsics::LANGUAGE_EXTENSIONS;
use cognito_cfn_schema::literals::check_logical_id;
use cognito_cfn_schema::loops::LOOP;
use std::collections::BTreeMap;
use std::panic::Location;

/// Entries of a section of the template, by id.
pub(crate) type Section = BTreeMap<String, Entry>;

/// What stands under an id, and where it was added.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) json: Json,
    pub(crate) created: Option<&'static Location<'static>>,
}

impl Entry {
    #[track_caller]
    fn new(json: Json) -> Self {
        Self { json, created: Some(Location::caller()) }
    }
}

impl Stack {
    /// Adds a parameter, for `Ref` to refer to.
    ///
    /// # Errors
    ///
    /// If its logical id is illegal, or a resource or another parameter has it.
    #[track_caller]
    pub fn parameter(&mut self, id: impl Into<String>, parameter: Parameter) -> Result<&mut Self, Error> {
        let id = id.into();
        let here = Location::caller();
        self.claim("parameter", &id).map_err(|kind| Error::of(kind, format!("parameter {id}"), Some(here)))?;
        self.parameters.insert(id, Entry::new(parameter.0));
        Ok(self)
    }

    /// Adds a condition: a [`Condition`](crate::Condition), or JSON of one.
    ///
    /// # Errors
    ///
    /// If its name is illegal, or another condition has it.
    #[track_caller]
    pub fn condition(&mut self, name: impl Into<String>, condition: impl Into<Json>) -> Result<&mut Self, Error> {
        insert(&mut self.conditions, "condition", name.into(), condition.into())?;
        Ok(self)
    }

    /// Adds a rule: what must hold of the parameters.
    ///
    /// # Errors
    ///
    /// If its name is illegal, or another rule has it.
    #[track_caller]
    pub fn rule(&mut self, name: impl Into<String>, rule: Rule) -> Result<&mut Self, Error> {
        insert(&mut self.rules, "rule", name.into(), rule.into())?;
        Ok(self)
    }

    /// Has CloudFormation run a macro over the template, after those that were added before. Each runs once.
    pub fn transform(&mut self, name: impl Into<String>) -> &mut Self {
        let name = name.into();
        if !self.transforms.contains(&name) {
            self.transforms.push(name);
        }
        self
    }

    /// The transform that functions of the template need, such as `Fn::Length`, and that it does not have.
    pub fn missing_transform(&self) -> Option<&'static str> {
        transform::missing(&self.to_json(), &self.transforms)
    }

    /// Adds a loop over resources.
    ///
    /// # Errors
    ///
    /// If a resource, a parameter or another loop has its name.
    #[track_caller]
    pub fn for_each(&mut self, each: ForEach) -> Result<&mut Self, Error> {
        self.claim_loop(&each, Location::caller())?;
        self.resource_loops.extend([member(each)]);
        Ok(self)
    }

    /// Adds a loop over conditions.
    ///
    /// # Errors
    ///
    /// If a resource, a parameter or another loop has its name.
    #[track_caller]
    pub fn for_each_condition(&mut self, each: ForEach) -> Result<&mut Self, Error> {
        self.claim_loop(&each, Location::caller())?;
        self.conditions.extend([member(each)]);
        Ok(self)
    }

    /// Adds a loop over outputs.
    ///
    /// # Errors
    ///
    /// If a resource, a parameter or another loop has its name.
    #[track_caller]
    pub fn for_each_output(&mut self, each: ForEach) -> Result<&mut Self, Error> {
        self.claim_loop(&each, Location::caller())?;
        self.outputs.extend([member(each)]);
        Ok(self)
    }

    /// Adds a mapping: JSON of two levels, for `FindInMap` to look into.
    ///
    /// # Errors
    ///
    /// If its name is illegal, or another mapping has it.
    #[track_caller]
    pub fn mapping(&mut self, name: impl Into<String>, mapping: Json) -> Result<&mut Self, Error> {
        insert(&mut self.mappings, "mapping", name.into(), mapping)?;
        Ok(self)
    }

    /// Adds an output.
    ///
    /// # Errors
    ///
    /// If its logical id is illegal, or another output has it.
    #[track_caller]
    pub fn output(&mut self, id: impl Into<String>, output: Output) -> Result<&mut Self, Error> {
        insert(&mut self.outputs, "output", id.into(), output.0)?;
        Ok(self)
    }

    /// Whether CloudFormation makes names of its own out of the template, which it alone knows.
    pub(crate) fn makes_names(&self) -> bool {
        !self.has_no_macros() || self.has_loops()
    }

    /// Whether CloudFormation runs no code of others over the template.
    pub(crate) fn has_no_macros(&self) -> bool {
        self.transforms.iter().all(|name| name == LANGUAGE_EXTENSIONS)
    }

    fn has_loops(&self) -> bool {
        let sections = [&self.resource_loops, &self.conditions, &self.outputs];
        sections.iter().any(|section| section.keys().any(|key| key.starts_with(LOOP)))
    }

    /// Takes an id that resources, parameters and loops share the names of.
    pub(crate) fn claim(&self, what: &'static str, id: &str) -> Result<(), ErrorKind> {
        check_id(what, id)?;
        let of_resource = self.resources.get(id).map(|other| other.state().created);
        let of_parameter = self.parameters.get(id).map(|other| other.created);
        if let Some(other) = of_resource.or(of_parameter).or(self.has_loop(id).then_some(None)) {
            return Err(ErrorKind::DuplicateId { what, id: id.to_owned(), other });
        }
        Ok(())
    }

    fn claim_loop(&self, each: &ForEach, here: &'static Location<'static>) -> Result<(), Error> {
        let of_loop = |kind| Error::of(kind, format!("loop {}", each.name()), Some(here));
        self.claim("loop", each.name()).map_err(of_loop)
    }

    fn has_loop(&self, name: &str) -> bool {
        let key = format!("{LOOP}{name}");
        [&self.resource_loops, &self.conditions, &self.outputs].iter().any(|section| section.contains_key(&key))
    }
}

#[track_caller]
fn member(each: ForEach) -> (String, Entry) {
    let (key, arguments) = each.into_member();
    (key, Entry::new(arguments))
}

#[track_caller]
fn insert(section: &mut Section, what: &'static str, id: String, entry: Json) -> Result<(), Error> {
    let here = Location::caller();
    let of_entry = |kind| Error::of(kind, format!("{what} {id}"), Some(here));
    check_id(what, &id).map_err(of_entry)?;
    if let Some(other) = section.get(&id) {
        return Err(of_entry(ErrorKind::DuplicateId { what, id: id.clone(), other: other.created }));
    }
    section.insert(id, Entry::new(entry));
    Ok(())
}

fn check_id(what: &'static str, id: &str) -> Result<(), ErrorKind> {
    check_logical_id(id).map_err(|fault| ErrorKind::InvalidId { what, id: id.to_owned(), help: fault.help })
}
