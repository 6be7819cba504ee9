//! A template: resources, parameters, conditions, mappings, rules and outputs.

use crate::Json;
use crate::content::{Content, object, object_of_present, sort, unless_empty};
use crate::deployment::Deployment;
use crate::error::{Error, ErrorKind};
use crate::members;
use crate::node::{Node, Scope};
use crate::possible;
use crate::resource::Resource;
use crate::sections::Section;
use crate::surroundings::{Rendered, surroundings};
use crate::transform;
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
    pub(crate) transforms: Vec<String>,
    pub(crate) parameters: Section,
    pub(crate) rules: Section,
    pub(crate) mappings: Section,
    pub(crate) conditions: Section,
    pub(crate) resources: BTreeMap<String, Box<dyn Resource>>,
    pub(crate) resource_loops: Section,
    pub(crate) outputs: Section,
    pub(crate) deployment: Deployment,
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
            None => resource.state_mut().node = Some(Node::of_stack(&self.name).child(&id)?),
            Some(stack) if stack == self.name => {}
            Some(stack) => {
                let kind = ErrorKind::WrongStack { of: stack.to_owned(), to: self.name.clone() };
                return Err(members::error(&resource, kind));
            }
        }
        let node = resource.node();
        if let Some(other) = self.resources.values().find(|other| other.node() == node) {
            let other = other.state().created;
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
}

impl Serialize for Stack {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}
