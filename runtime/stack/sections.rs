//! The sections of a template besides the resources.

use super::{ForEach, Output, Parameter, Rule, Stack};
use crate::checks::{Entry, Section, missing_transform};
use crate::depth;
use crate::error::{Error, ErrorKind};
use crate::json::Json;
use cognito_cfn_schema::literals::check_logical_id;
use cognito_cfn_schema::loops::LOOP;
use std::panic::Location;

impl Stack {
    /// Adds a parameter, which `Ref` can reference.
    ///
    /// # Errors
    ///
    /// If its logical id is invalid, or a resource or another parameter has it.
    #[track_caller]
    pub fn parameter(&mut self, id: impl Into<String>, parameter: Parameter) -> Result<&mut Self, Error> {
        let id = id.into();
        let here = Location::caller();
        self.claim("parameter", &id).map_err(|kind| Error::of(kind, format!("parameter {id}"), Some(here)))?;
        let json = depth::check(parameter.0).map_err(|kind| Error::of(kind, format!("parameter {id}"), Some(here)))?;
        self.sections.parameters.insert(id, entry(json));
        Ok(self)
    }

    /// Adds a condition: a [`Condition`](crate::Condition), or its JSON.
    ///
    /// # Errors
    ///
    /// If its name is invalid, or another condition has it.
    #[track_caller]
    pub fn condition(&mut self, name: impl Into<String>, condition: impl Into<Json>) -> Result<&mut Self, Error> {
        insert(&mut self.sections.conditions, "condition", name.into(), condition.into())?;
        Ok(self)
    }

    /// Adds a rule: an assertion about parameters.
    ///
    /// # Errors
    ///
    /// If its name is invalid, or another rule has it.
    #[track_caller]
    pub fn rule(&mut self, name: impl Into<String>, rule: Rule) -> Result<&mut Self, Error> {
        insert(&mut self.sections.rules, "rule", name.into(), rule.into())?;
        Ok(self)
    }

    /// Makes CloudFormation run a macro on the template, after those added before. Each runs once.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-section-structure.html>
    pub fn transform(&mut self, name: impl Into<String>) -> &mut Self {
        let name = name.into();
        if !self.sections.transforms.contains(&name) {
            self.sections.transforms.push(name);
        }
        self
    }

    /// The transform that functions of the template, such as `Fn::Length`, require and that the template does not have.
    pub fn missing_transform(&self) -> Option<&'static str> {
        missing_transform(&self.snapshot())
    }

    /// Adds a loop over resources.
    ///
    /// # Errors
    ///
    /// If a resource, a parameter or another loop has its name.
    #[track_caller]
    pub fn for_each(&mut self, each: ForEach) -> Result<&mut Self, Error> {
        self.claim_loop(&each, Location::caller())?;
        self.sections.resource_loops.extend([member(each)?]);
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
        self.sections.conditions.extend([member(each)?]);
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
        self.sections.outputs.extend([member(each)?]);
        Ok(self)
    }

    /// Adds a mapping: JSON of two levels for `FindInMap`; a template can have 200.
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/mappings-section-structure.html>
    ///
    /// # Errors
    ///
    /// If its name is invalid, or another mapping has it.
    #[track_caller]
    pub fn mapping(&mut self, name: impl Into<String>, mapping: Json) -> Result<&mut Self, Error> {
        insert(&mut self.sections.mappings, "mapping", name.into(), mapping)?;
        Ok(self)
    }

    /// Adds an output.
    ///
    /// # Errors
    ///
    /// If its logical id is invalid, or another output has it.
    #[track_caller]
    pub fn output(&mut self, id: impl Into<String>, output: Output) -> Result<&mut Self, Error> {
        insert(&mut self.sections.outputs, "output", id.into(), output.0)?;
        Ok(self)
    }

    /// Reserves an id, which must be unique among resources, parameters and loops.
    pub(super) fn claim(&self, what: &'static str, id: &str) -> Result<(), ErrorKind> {
        check_id(what, id)?;
        let of_resource = self.resources.get(id).map(|other| other.resource.state().created);
        let of_parameter = self.sections.parameters.get(id).map(|other| other.created);
        if let Some(other) = of_resource.or(of_parameter).or(self.has_loop(id).then_some(None)) {
            return Err(ErrorKind::DuplicateId { what, id: id.to_owned(), other, difference: None });
        }
        Ok(())
    }

    fn claim_loop(&self, each: &ForEach, here: &'static Location<'static>) -> Result<(), Error> {
        let of_loop = |kind| Error::of(kind, format!("loop {}", each.name()), Some(here));
        self.claim("loop", each.name()).map_err(of_loop)
    }

    fn has_loop(&self, name: &str) -> bool {
        let key = format!("{LOOP}{name}");
        self.sections.with_loops().iter().any(|section| section.contains_key(&key))
    }
}

#[track_caller]
fn member(each: ForEach) -> Result<(String, Entry), Error> {
    let here = Location::caller();
    let of_loop = format!("loop {}", each.name());
    let (key, arguments) = each.into_member();
    let json = depth::check(arguments).map_err(|kind| Error::of(kind, of_loop, Some(here)))?;
    Ok((key, entry(json)))
}

#[track_caller]
fn insert(section: &mut Section, what: &'static str, id: String, json: Json) -> Result<(), Error> {
    let here = Location::caller();
    let of_entry = |kind| Error::of(kind, format!("{what} {id}"), Some(here));
    let json = depth::check(json).map_err(of_entry)?;
    check_id(what, &id).map_err(of_entry)?;
    if let Some(other) = section.get(&id) {
        return Err(of_entry(ErrorKind::DuplicateId { what, id: id.clone(), other: other.created, difference: None }));
    }
    section.insert(id, Entry { json, created: Some(here) });
    Ok(())
}

fn check_id(what: &'static str, id: &str) -> Result<(), ErrorKind> {
    check_logical_id(id).map_err(|fault| ErrorKind::InvalidId { what, id: id.to_owned(), help: fault.help.to_string() })
}

#[track_caller]
fn entry(json: Json) -> Entry {
    Entry { json, created: Some(Location::caller()) }
}
