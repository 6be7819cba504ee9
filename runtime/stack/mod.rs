//! A template: resources, parameters, conditions, mappings, rules and outputs.

mod condition;
mod environment;
mod for_each;
mod output;
mod parameter;
mod read;
mod render;
mod rule;
mod sections;
mod template;
#[cfg(feature = "yaml")]
mod yaml;

pub use condition::Condition;
pub(crate) use environment::Environment;
pub use for_each::ForEach;
pub use output::Output;
pub use parameter::Parameter;
pub use rule::Rule;
pub(crate) use template::text_of;
pub use template::{Report, Template};

use crate::by_name::ByName;
use crate::checks::{self, Original, RenderedResource, Sections, Snapshot};
use crate::construct::{Node, Scope};
use crate::depth::too_deep;
use crate::error::{Error, ErrorKind};
use crate::json::Json;
use crate::resource::{self, Resource};
use crate::warning::Warning;
use cognito_cfn_schema::Finding;
use std::any::Any;
use std::panic::Location;

/// A CloudFormation stack: one template with at most 500 resources.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>
///
/// [`synth`](Self::synth) checks it and returns the template. The account, the region, tags, termination protection and
/// the order of deployment are not part of a template: they reach the `cdk` command line through the cloud assembly of
/// an [`App`](crate::App), and nothing else.
///
/// ```no_run
/// use cognito_cfn::{CfnResource, Output, Stack, json, user_pool_client};
///
/// let pool = CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({}));
/// let client = user_pool_client! { user_pool_id: pool.reference() };
/// let id = client.reference();
///
/// let mut stack = Stack::new("identity");
/// stack.add(pool)?.add(client)?.output("ClientId", Output::new(id))?;
/// stack.synth()?.write("target/identity.json")?;
/// # Ok::<(), cognito_cfn::Error>(())
/// ```
#[derive(Debug, Default)]
pub struct Stack {
    name: String,
    created: Option<&'static Location<'static>>,
    description: Option<String>,
    sections: Sections,
    /// By the logical id with which each was added.
    resources: ByName<String, Added>,
    /// The logical ids by the nodes of the tree.
    places: ByName<String, String>,
    environment: Environment,
    /// The template it was read from, if it was.
    original: Option<Box<Original>>,
}

/// A resource, and the place in the tree it was added at.
#[derive(Debug)]
struct Added {
    node: Node,
    resource: Box<dyn Resource>,
}

/// Whatever was set after it was added, dropping it needs no more of the thread's stack.
impl Drop for Added {
    fn drop(&mut self) {
        self.resource.dismantle();
    }
}

impl Stack {
    /// An empty stack of that name.
    #[track_caller]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), created: Some(Location::caller()), ..Self::default() }
    }

    /// Where in the Rust source the stack was created.
    pub(crate) fn created(&self) -> Option<&'static Location<'static>> {
        self.created
    }

    pub(crate) fn environment(&self) -> &Environment {
        &self.environment
    }

    /// The name of the stack.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The description of the stack in its template.
    pub fn description(&mut self, description: impl Into<String>) -> &mut Self {
        self.description = Some(description.into());
        self
    }

    /// The node of the stack in the tree of the app.
    pub fn node(&self) -> Node {
        Node::of_stack(&self.name)
    }

    /// The stack as a scope.
    pub fn root(&self) -> Scope {
        Scope::of_stack(&self.name)
    }

    /// A scope at the top of the stack, for resources with the logical ids that the CDK computes.
    ///
    /// # Errors
    ///
    /// If the id is empty.
    pub fn scope(&self, id: &str) -> Result<Scope, Error> {
        self.root().scope(id)
    }

    /// Places a resource at the top of the stack, as [`Scope::place`] does. It must still be added.
    ///
    /// # Errors
    ///
    /// If the id is empty or has no ASCII letter or digit.
    pub fn place<R: Resource>(&self, id: &str, resource: R) -> Result<R, Error> {
        self.root().place(id, resource)
    }

    /// Adds a resource.
    ///
    /// # Errors
    ///
    /// If its logical id is invalid, another resource or a parameter has it, another resource has its path, it was
    /// placed in another stack, or a value of it is nested more than 200 levels deep.
    pub fn add(&mut self, mut resource: impl Resource) -> Result<&mut Self, Error> {
        if resource.is_deep() {
            resource.dismantle();
            return Err(resource::error(&resource, too_deep()));
        }
        let id = resource.logical_id().to_owned();
        self.claim("resource", &id).map_err(|kind| resource::error(&resource, self.taken(&resource, kind, &id)))?;
        let node = resource.node();
        match node.stack() {
            None => resource.state_mut().node = Some(Node::of_stack(&self.name).child(&id)?),
            Some(stack) if stack == self.name => {}
            Some(stack) => {
                let kind = ErrorKind::WrongStack { of: stack.to_owned(), to: self.name.clone() };
                return Err(resource::error(&resource, kind));
            }
        }
        let node = resource.node();
        if let Some(other) = self.places.get(&node.path()) {
            let created = self.resource(other).and_then(|other| other.state().created);
            let kind = ErrorKind::DuplicateId { what: "construct", id: node.path(), other: created, difference: None };
            return Err(resource::error(&resource, self.taken(&resource, kind, other)));
        }
        self.places.insert(node.path(), id.clone());
        self.resources.insert(id, Added { node, resource: Box::new(resource) });
        Ok(self)
    }

    /// The error about a duplicate id, with what differs between the two if one line created both.
    fn taken(&self, resource: &dyn Resource, kind: ErrorKind, other: &str) -> ErrorKind {
        match (kind, self.resource(other)) {
            (ErrorKind::DuplicateId { what, id, other, .. }, Some(taker)) if other == resource.state().created => {
                ErrorKind::DuplicateId { what, id, other, difference: Some(resource::difference(taker, resource)) }
            }
            (kind, _) => kind,
        }
    }

    /// The resource of that logical id.
    pub fn resource(&self, logical_id: &str) -> Option<&dyn Resource> {
        self.resources.get(logical_id).map(|added| &*added.resource)
    }

    /// All resources, by logical id.
    pub fn resources(&self) -> impl Iterator<Item = &dyn Resource> {
        self.resources.values().map(|added| &*added.resource)
    }

    /// The resource of that logical id, as a value of its type; `None` if there is none, or it is of another type.
    ///
    /// ```
    /// use cognito_cfn::{CfnResource, CfnUserPoolClient, Stack, user_pool_client};
    ///
    /// let mut stack = Stack::new("identity");
    /// stack.add(user_pool_client! { logical_id: "WebClient", user_pool_id: "eu-west-1_a", client_name: "web" })?;
    /// let client = stack.get::<CfnUserPoolClient>("WebClient").expect("it was added");
    /// assert_eq!(client.client_name, Some("web".into()));
    /// assert!(stack.get::<CfnResource>("WebClient").is_none());
    /// # Ok::<(), cognito_cfn::Error>(())
    /// ```
    pub fn get<R: Resource>(&self, logical_id: &str) -> Option<&R> {
        let resource: &dyn Any = &*self.resources.get(logical_id)?.resource;
        resource.downcast_ref()
    }

    /// The same as `get`, to change it.
    ///
    /// The logical id cannot change after it was added: [`check`](Self::check) reports it.
    ///
    /// ```
    /// use cognito_cfn::{CfnUserPoolClient, Stack, user_pool_client};
    ///
    /// let mut stack = Stack::new("identity");
    /// stack.add(user_pool_client! { logical_id: "WebClient", user_pool_id: "eu-west-1_a", client_name: "web" })?;
    /// if let Some(client) = stack.get_mut::<CfnUserPoolClient>("WebClient") {
    ///     client.client_name = Some("web-app".into());
    /// }
    /// assert_eq!(stack.synth()?.to_json()["Resources"]["WebClient"]["Properties"]["ClientName"], "web-app");
    /// # Ok::<(), cognito_cfn::Error>(())
    /// ```
    pub fn get_mut<R: Resource>(&mut self, logical_id: &str) -> Option<&mut R> {
        let resource: &mut dyn Any = &mut *self.resources.get_mut(logical_id)?.resource;
        resource.downcast_mut()
    }

    /// All resources of a type, by logical id, to change them: what an Aspect does in the CDK.
    ///
    /// ```
    /// use cognito_cfn::{CfnUserPoolClient, PreventUserExistenceErrors, Stack, user_pool_client};
    ///
    /// let mut stack = Stack::new("identity");
    /// # #[allow(deprecated)]
    /// stack.add(user_pool_client! { user_pool_id: "eu-west-1_a", client_name: "web" })?;
    /// for client in stack.resources_mut::<CfnUserPoolClient>() {
    ///     client.prevent_user_existence_errors.get_or_insert(PreventUserExistenceErrors::Enabled.into());
    /// }
    /// assert!(stack.validate().is_empty());
    /// # Ok::<(), cognito_cfn::Error>(())
    /// ```
    pub fn resources_mut<R: Resource>(&mut self) -> impl Iterator<Item = &mut R> {
        self.resources.values_mut().filter_map(|added| {
            let resource: &mut dyn Any = &mut *added.resource;
            resource.downcast_mut()
        })
    }

    /// The findings of all rules, each with the logical id of the resource it is about.
    ///
    /// Besides the rules that need only the resource, these are the rules that compare a client with the
    /// resources of its stack: the scopes of resource servers, the identity providers and user attributes it names, the
    /// features of its pool's tier, and missing dependencies on what it names by a string. If the user pool is defined
    /// in another stack, these checks are skipped. The values of mappings, and the defaults and allowed values of
    /// parameters, are checked too.
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
        checks::findings(&self.snapshot())
    }

    /// Checks whether CloudFormation can deploy the stack: every reference resolves, there are no dependency cycles, every
    /// override has an effect, every section is valid, and no rule reports an error. [`synth`](Self::synth) does the same
    /// and returns the template.
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
    /// All errors, each with the resource and the line of the Rust source that created it.
    pub fn check(&self) -> Result<(), Error> {
        Error::all(self.analyze().errors())
    }

    /// Renders each resource, once.
    fn snapshot(&self) -> Snapshot<'_> {
        let rendered = self
            .resources
            .iter()
            .map(|(id, added)| (id.as_str(), RenderedResource::new(id, &*added.resource, &added.node)));
        Snapshot {
            name: &self.name,
            created: self.created,
            region: self.environment.region.as_deref(),
            description: self.description.as_deref(),
            sections: &self.sections,
            original: self.original.as_deref(),
            resources: rendered.collect(),
        }
    }

    /// Renders the stack and runs the rules, both once.
    pub(crate) fn analyze(&self) -> Analysis<'_> {
        let snapshot = self.snapshot();
        let findings = checks::findings(&snapshot);
        Analysis { stack: self, snapshot, findings }
    }

    /// The template, if the stack passes every [`check`](Self::check).
    ///
    /// It prints nothing: [`Template::warnings`] has the warnings, and [`Template::print_warnings`] prints them.
    ///
    /// ```
    /// use cognito_cfn::{CfnResource, Stack, json, user_pool_client};
    ///
    /// let pool = CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({}));
    /// let client = user_pool_client! { user_pool_id: pool.reference(), prevent_user_existence_errors: Enabled };
    /// let mut stack = Stack::new("identity");
    /// stack.add(client)?;
    /// assert!(stack.synth().is_err(), "the pool is missing");
    /// stack.add(pool)?;
    /// assert_eq!(stack.synth()?.to_json(), stack.to_json());
    /// # Ok::<(), cognito_cfn::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// All errors, each with the resource and the line of the Rust source that created it.
    pub fn synth(&self) -> Result<Template, Error> {
        let analysis = self.analyze();
        Error::all(analysis.errors())?;
        let warnings = analysis.warnings();
        Ok(Template::new(analysis.into_template(), warnings))
    }
}

/// A stack that was rendered and analyzed once.
pub(crate) struct Analysis<'s> {
    stack: &'s Stack,
    snapshot: Snapshot<'s>,
    findings: Vec<(&'s str, Finding)>,
}

impl<'s> Analysis<'s> {
    pub(crate) fn stack(&self) -> &'s Stack {
        self.stack
    }

    pub(crate) fn snapshot(&self) -> &Snapshot<'s> {
        &self.snapshot
    }

    /// Everything that keeps CloudFormation from deploying the stack.
    pub(crate) fn errors(&self) -> Vec<Error> {
        checks::errors(&self.snapshot, &self.findings)
    }

    /// Everything that can be deployed but probably should not be.
    pub(crate) fn warnings(&self) -> Vec<Warning> {
        checks::warnings(&self.snapshot, &self.findings)
    }

    pub(crate) fn into_template(self) -> Json {
        self.stack.template(self.snapshot)
    }
}
