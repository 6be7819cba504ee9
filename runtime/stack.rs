//! A template: resources, parameters, conditions, mappings, rules and outputs.

use crate::Json;
use crate::content::{Content, object, object_of_present, sort, unless_empty};
use crate::error::{Error, ErrorKind};
use crate::for_each::ForEach;
use crate::members;
use crate::node::{Node, Scope};
use crate::output::Output;
use crate::parameter::Parameter;
use crate::possible;
use crate::resource::Resource;
use crate::rule::Rule;
use crate::surroundings::{Rendered, surroundings};
use crate::transform;
use cognito_cfn_schema::functions::{LANGUAGE_EXTENSIONS, check_logical_id};
use cognito_cfn_schema::loops::LOOP;
use cognito_cfn_schema::{Finding, RESOURCE_TYPE};
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
    transforms: Vec<String>,
    pub(crate) parameters: Section,
    pub(crate) rules: Section,
    pub(crate) mappings: Section,
    pub(crate) conditions: Section,
    pub(crate) resources: BTreeMap<String, Box<dyn Resource>>,
    resource_loops: Section,
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

    /// What the rules find in the resources, each finding with the logical id of the resource it is about.
    ///
    /// Beside what each resource finds in itself, the rules hold a client against the resources of its stack: the
    /// scopes of resource servers, the identity providers and the attributes it names, what its pool's tier has, and
    /// whether anything makes it wait for what it names by text. A pool that another stack makes is not known, and keeps
    /// them silent. Values that the template itself has, in its mappings, the defaults of its parameters and the values
    /// these are limited to, are put in their places.
    ///
    /// ```
    /// use cognito_cfn::{CfnResource, Stack, json, user_pool_client};
    ///
    /// let pool = CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({}));
    /// let client = user_pool_client! {
    ///     user_pool_id: pool.reference(),
    ///     supported_identity_providers: [Google],
    ///     prevent_user_existence_errors: Enabled,
    /// };
    /// let mut stack = Stack::new("identity");
    /// stack.add(pool)?.add(client)?;
    /// let codes: Vec<_> = stack.validate().into_iter().map(|(id, finding)| (id, finding.code)).collect();
    /// assert_eq!(codes, [("UserPoolClient", "IP01")]);
    /// # Ok::<(), cognito_cfn::Error>(())
    /// ```
    pub fn validate(&self) -> Vec<(&str, Finding)> {
        let rendered = self.rendered();
        let each = self.resources.iter().flat_map(|(id, resource)| {
            let around = surroundings(self, id, resource.depends_on(), &rendered);
            let is_client = resource.cfn_resource_type() == RESOURCE_TYPE;
            let properties = rendered.get(id.as_str()).and_then(|json| json.get("Properties")).filter(|_| is_client);
            let possible = properties.map(|properties| possible::findings(self, properties));
            let findings = resource.validate().into_iter().chain(resource.validate_among(&around));
            findings.chain(possible.into_iter().flatten()).map(|finding| (id.as_str(), finding)).collect::<Vec<_>>()
        });
        each.collect()
    }

    /// The resources as they stand in the template.
    pub(crate) fn rendered(&self) -> Rendered<'_> {
        self.resources.iter().map(|(id, resource)| (id.as_str(), resource.to_json())).collect()
    }

    /// The template. Keys are in alphabetical order, so the same stack gives the same bytes each time.
    pub fn to_json(&self) -> Json {
        let section = |entries: &Section| {
            unless_empty(object(entries.iter().map(|(id, entry)| (id.as_str(), sort(&entry.json))).collect()))
        };
        let resources = self.resources.iter().map(|(id, resource)| (id.as_str(), resource.to_json()));
        let loops = self.resource_loops.iter().map(|(key, each)| (key.as_str(), each.json.clone()));
        object_of_present(vec![
            ("Description", self.description.as_ref().map(Content::json)),
            ("Transform", transform::section(&self.transforms)),
            ("Parameters", section(&self.parameters)),
            ("Rules", section(&self.rules)),
            ("Mappings", section(&self.mappings)),
            ("Conditions", section(&self.conditions)),
            ("Resources", Some(object(resources.chain(loops).collect()))),
            ("Outputs", section(&self.outputs)),
        ])
    }

    /// The template as YAML, with the short forms of the functions.
    #[cfg(feature = "yaml")]
    pub fn to_yaml(&self) -> String {
        crate::yaml::write(&self.to_json())
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
    fn claim(&self, what: &'static str, id: &str) -> Result<(), ErrorKind> {
        check_id(what, id)?;
        let of_resource = self.resources.get(id).map(|other| other.element().created);
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
    check_logical_id(id).map_err(|fault| ErrorKind::IllegalId { what, id: id.to_owned(), help: fault.help })
}

impl Serialize for Stack {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}
