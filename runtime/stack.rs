//! A template: resources, parameters, conditions, mappings and outputs.

use crate::Json;
use crate::content::{Content, object, object_of_present, sort, unless_empty};
use crate::error::{Error, ErrorKind};
use crate::members;
use crate::node::{Node, Scope};
use crate::output::Output;
use crate::parameter::Parameter;
use crate::resource::Resource;
use cognito_cfn_schema::Finding;
use cognito_cfn_schema::functions::check_logical_id;
use serde_core::{Serialize, Serializer};
use std::collections::BTreeMap;
use std::panic::Location;

/// A CloudFormation stack: what becomes one template.
///
/// ```
/// use cognito_cfn::{CfnResource, Output, Stack, json, user_pool_client};
///
/// let pool = CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({}));
/// let client = user_pool_client! { user_pool_id: pool.reference() };
/// let id = client.reference();
///
/// let mut stack = Stack::new("identity");
/// stack.add(pool)?.add(client)?.output("ClientId", Output::new(id))?;
/// println!("{:#}", stack.to_json());
/// # Ok::<(), cognito_cfn::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Stack {
    name: String,
    created: Option<&'static Location<'static>>,
    description: Option<String>,
    pub(crate) parameters: Section,
    pub(crate) mappings: Section,
    pub(crate) conditions: Section,
    pub(crate) resources: BTreeMap<String, Box<dyn Resource>>,
    pub(crate) outputs: Section,
    pub(crate) deployment: Deployment,
}

/// What the `cdk` command line is told of a stack.
#[derive(Debug, Default)]
pub(crate) struct Deployment {
    pub(crate) account: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) tags: BTreeMap<String, String>,
    pub(crate) termination_protection: bool,
    pub(crate) dependencies: Vec<String>,
}

type Section = BTreeMap<String, Json>;

impl Stack {
    /// An empty stack of that name.
    #[track_caller]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), created: Some(Location::caller()), ..Self::default() }
    }

    /// Where in the Rust source the stack was made.
    pub(crate) fn created(&self) -> Option<&'static Location<'static>> {
        self.created
    }

    /// The name of the stack.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Says in the template what the stack is for.
    pub fn description(&mut self, description: impl Into<String>) -> &mut Self {
        self.description = Some(description.into());
        self
    }

    /// The account the stack is deployed to; if absent, the one whose credentials the `cdk` command line has.
    pub fn account(&mut self, account: impl Into<String>) -> &mut Self {
        self.deployment.account = Some(account.into());
        self
    }

    /// The region the stack is deployed to; if absent, the one the `cdk` command line is set to.
    pub fn region(&mut self, region: impl Into<String>) -> &mut Self {
        self.deployment.region = Some(region.into());
        self
    }

    /// A tag of the stack, which CloudFormation hands on to its resources.
    pub fn tag(&mut self, key: impl Into<String>, value: impl Into<String>) -> &mut Self {
        self.deployment.tags.insert(key.into(), value.into());
        self
    }

    /// Whether CloudFormation refuses to delete the stack. It does not unless you say so.
    pub fn termination_protection(&mut self, is_protected: bool) -> &mut Self {
        self.deployment.termination_protection = is_protected;
        self
    }

    /// Has the `cdk` command line deploy the other stack first.
    pub fn add_dependency(&mut self, target: &Self) -> &mut Self {
        if target.name != self.name && !self.deployment.dependencies.contains(&target.name) {
            self.deployment.dependencies.push(target.name.clone());
        }
        self
    }

    /// The stacks that are deployed before this one: those that were added, then those its resources depend on.
    pub fn dependencies(&self) -> Vec<&str> {
        let mut stacks: Vec<&str> = self.deployment.dependencies.iter().map(String::as_str).collect();
        for resource in self.resources.values() {
            let own = resource.node();
            for dependency in &resource.element().dependencies {
                if let Some(stack) = dependency.other_stack(&own).filter(|stack| !stacks.contains(stack)) {
                    stacks.push(stack);
                }
            }
        }
        stacks
    }

    /// Where the stack stands in the tree of the app.
    pub fn node(&self) -> Node {
        Node::of_stack(&self.name)
    }

    /// The scope that the stack itself is.
    pub fn root(&self) -> Scope {
        Scope::of_stack(&self.name)
    }

    /// A scope at the top of the stack, for resources that are to have the logical ids the CDK computes.
    ///
    /// # Errors
    ///
    /// If the id is empty.
    pub fn scope(&self, id: &str) -> Result<Scope, Error> {
        self.root().scope(id)
    }

    /// Places a resource at the top of the stack, as [`Scope::place`] does. It is still to be added.
    ///
    /// # Errors
    ///
    /// If the id is empty, or no logical id can be made of it.
    pub fn place<R: Resource>(&self, id: &str, resource: R) -> Result<R, Error> {
        self.root().place(id, resource)
    }

    /// Adds a resource.
    ///
    /// # Errors
    ///
    /// If its logical id is illegal, another resource or a parameter has it, another resource stands at its place in
    /// the tree, or it was placed in another stack.
    pub fn add(&mut self, mut resource: impl Resource + 'static) -> Result<&mut Self, Error> {
        let id = resource.logical_id().to_owned();
        self.claim("resource", &id).map_err(|error| members::error(&resource, error))?;
        let node = resource.node();
        match node.stack() {
            None => resource.element_mut().node = Some(Node::of_stack(&self.name).child(&id)?),
            Some(stack) if stack == self.name => {}
            Some(stack) => {
                let kind = ErrorKind::OtherStack { of: stack.to_owned(), to: self.name.clone() };
                return Err(members::error(&resource, kind));
            }
        }
        let node = resource.node();
        if let Some(other) = self.resources.values().find(|other| other.node() == node) {
            let other = other.element().created;
            let kind = ErrorKind::DuplicateId { what: "construct", id: node.path(), other };
            return Err(members::error(&resource, kind));
        }
        self.resources.insert(id, Box::new(resource));
        Ok(self)
    }

    /// The resource of that logical id.
    pub fn resource(&self, logical_id: &str) -> Option<&dyn Resource> {
        self.resources.get(logical_id).map(|resource| &**resource)
    }

    /// All resources, by logical id.
    pub fn resources(&self) -> impl Iterator<Item = &dyn Resource> {
        self.resources.values().map(|resource| &**resource)
    }

    /// Adds a parameter, for `Ref` to refer to.
    ///
    /// # Errors
    ///
    /// If its logical id is illegal, or a resource or another parameter has it.
    pub fn parameter(&mut self, id: impl Into<String>, parameter: Parameter) -> Result<&mut Self, Error> {
        let id = id.into();
        self.claim("parameter", &id).map_err(Error::new)?;
        self.parameters.insert(id, parameter.0);
        Ok(self)
    }

    /// Adds a condition: JSON of `Fn::Equals`, `Fn::And`, `Fn::Or` or `Fn::Not`.
    ///
    /// # Errors
    ///
    /// If its name is illegal, or another condition has it.
    pub fn condition(&mut self, name: impl Into<String>, condition: Json) -> Result<&mut Self, Error> {
        insert(&mut self.conditions, "condition", name.into(), condition)?;
        Ok(self)
    }

    /// Adds a mapping: JSON of two levels, for `FindInMap` to look into.
    ///
    /// # Errors
    ///
    /// If its name is illegal, or another mapping has it.
    pub fn mapping(&mut self, name: impl Into<String>, mapping: Json) -> Result<&mut Self, Error> {
        insert(&mut self.mappings, "mapping", name.into(), mapping)?;
        Ok(self)
    }

    /// Adds an output.
    ///
    /// # Errors
    ///
    /// If its logical id is illegal, or another output has it.
    pub fn output(&mut self, id: impl Into<String>, output: Output) -> Result<&mut Self, Error> {
        insert(&mut self.outputs, "output", id.into(), output.0)?;
        Ok(self)
    }

    /// What is wrong with the resources, each finding with the logical id of the resource it is about.
    pub fn validate(&self) -> Vec<(&str, Finding)> {
        let resources = self.resources.iter();
        resources
            .flat_map(|(id, resource)| resource.validate().into_iter().map(|finding| (id.as_str(), finding)))
            .collect()
    }

    /// The template. Keys are in alphabetical order, so the same stack gives the same bytes each time.
    pub fn to_json(&self) -> Json {
        let section = |entries: &Section| {
            unless_empty(object(entries.iter().map(|(id, entry)| (id.as_str(), sort(entry))).collect()))
        };
        let resources = self.resources.iter().map(|(id, resource)| (id.as_str(), resource.to_json())).collect();
        object_of_present(vec![
            ("Description", self.description.as_ref().map(Content::json)),
            ("Parameters", section(&self.parameters)),
            ("Mappings", section(&self.mappings)),
            ("Conditions", section(&self.conditions)),
            ("Resources", Some(object(resources))),
            ("Outputs", section(&self.outputs)),
        ])
    }

    /// Takes an id that resources and parameters share the names of.
    fn claim(&self, what: &'static str, id: &str) -> Result<(), ErrorKind> {
        check_id(what, id)?;
        let other = self.resources.get(id);
        if other.is_some() || self.parameters.contains_key(id) {
            let other = other.and_then(|other| other.element().created);
            return Err(ErrorKind::DuplicateId { what, id: id.to_owned(), other });
        }
        Ok(())
    }
}

fn insert(section: &mut Section, what: &'static str, id: String, entry: Json) -> Result<(), Error> {
    check_id(what, &id).map_err(Error::new)?;
    if section.contains_key(&id) {
        return Err(Error::new(ErrorKind::DuplicateId { what, id, other: None }));
    }
    section.insert(id, entry);
    Ok(())
}

fn check_id(what: &'static str, id: &str) -> Result<(), ErrorKind> {
    check_logical_id(id).map_err(|fault| ErrorKind::IllegalId { what, id: id.to_owned(), help: fault.help })
}

impl Serialize for Stack {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}
