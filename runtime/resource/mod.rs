//! What every resource has, and how one is rendered.

mod base;
mod client;
mod dependency;
mod fields;
mod generic;
pub(crate) mod judgment;
mod methods;
mod options;
mod overrides;
mod placement;
mod read;
mod removal_policy;
pub(crate) mod source;
mod state;
mod unfit;
mod unit;
mod value;

pub use base::BaseClient;
pub use client::{AnalyticsConfiguration, CfnUserPoolClient, RefreshTokenRotation, TokenValidityUnits};
pub use dependency::Dependency;
pub use generic::CfnResource;
pub use options::CfnOptions;
pub use removal_policy::{RemovalPolicy, RemovalPolicyOptions};
pub use state::ResourceState;
pub(crate) use unit::place_unit;

use crate::construct::{Node, TreeInspector};
use crate::error::{Error, ErrorKind};
use crate::json::{Json, object_of_present};
use crate::value::Intrinsic;
use cognito_cfn_schema::literals::{check_logical_id, shorten};
use cognito_cfn_schema::{Finding, attributes};
use overrides::Slots;
use sealed::Sealed;
use std::any::Any;
use std::fmt::Debug;

/// What a stack can hold: a [`CfnUserPoolClient`] or a [`CfnResource`].
///
/// It replaces the CDK's `isConstruct`, `isCfnElement` and `isCfnResource`: a function that accepts `&impl Resource` needs
/// no check at run time. The trait is sealed.
pub trait Resource: Any + Sealed + Debug + Send + Sync {
    /// The name within the template.
    fn logical_id(&self) -> &str;

    /// Changes its name within the template.
    ///
    /// # Errors
    ///
    /// If the id is not 1 to 255 ASCII letters and digits.
    fn set_logical_id(&mut self, logical_id: String) -> Result<(), Error>;

    /// The type in CloudFormation, such as `AWS::Cognito::UserPool`.
    fn cfn_resource_type(&self) -> &str;

    /// The logical ids that are literals in `DependsOn`.
    fn depends_on(&self) -> &[String];

    /// The resource in a template.
    fn to_json(&self) -> Json {
        self.render().json
    }

    /// The return value of `Ref`: `{ "Ref": "<logical id>" }`.
    fn reference(&self) -> Intrinsic {
        Intrinsic::reference(self.logical_id())
    }

    /// The findings of the rules that need only the resource.
    fn validate(&self) -> Vec<Finding> {
        Vec::new()
    }

    /// Adds the resource to the tree that tools inspect.
    fn inspect(&self, inspector: &mut TreeInspector) {
        let _ = inspector;
    }

    /// Its place in the tree of the app.
    fn node(&self) -> Node {
        self.state().node.clone().unwrap_or_else(|| Node::alone(self.logical_id()))
    }
}

/// The private part of a resource.
pub(crate) mod sealed {
    use super::{Rendered, ResourceState};
    use cognito_cfn_schema::Finding;
    use cognito_cfn_schema::stack_context::StackContext;

    pub trait Sealed {
        fn state(&self) -> &ResourceState;

        fn state_mut(&mut self) -> &mut ResourceState;

        /// The name of the type, for tools that look at the tree of an app.
        fn construct_name(&self) -> &'static str;

        fn render(&self) -> Rendered;

        /// Whether a field is nested deeper than a template can be.
        fn is_deep(&self) -> bool;

        /// Drops the JSON of its fields, which can have any number of levels.
        fn dismantle(&mut self);

        /// The findings of the rules that need the other resources of the stack.
        fn validate_in_stack(&self, context: &StackContext<'_>) -> Vec<Finding> {
            let _ = context;
            Vec::new()
        }
    }
}

/// A resource in a template.
pub struct Rendered {
    pub(crate) json: Json,
    /// The paths of overrides that use a name as the index of a list.
    pub(crate) lost_overrides: Vec<String>,
}

/// The members of a resource in a template.
type Members = Vec<(&'static str, Option<Json>)>;

/// Renders the members of a resource and `DependsOn`, with its overrides applied. `read` renders the fields of a resource
/// as it was read.
fn render(resource: &dyn Resource, members: Members, properties: Slots, read: &dyn Fn(&Json) -> Json) -> Rendered {
    let json = match resource.state().original() {
        None => canonical(resource, members),
        Some(original) => {
            let now = with_dependencies(resource, members);
            source::restore(Some(original), Some(&read(original)), Some(now)).unwrap_or_default()
        }
    };
    let overrides = &resource.state().overrides;
    if overrides.is_empty() {
        return Rendered { json, lost_overrides: Vec::new() };
    }
    let (json, lost_overrides) = overrides.written_over(json, properties);
    Rendered { json, lost_overrides }
}

/// The members as an object. One that is an object without members is absent.
fn canonical(resource: &dyn Resource, mut members: Members) -> Json {
    members.retain(|(_, value)| !value.as_ref().and_then(Json::as_object).is_some_and(serde_json::Map::is_empty));
    with_dependencies(resource, members)
}

fn with_dependencies(resource: &dyn Resource, mut members: Members) -> Json {
    members.push((attributes::depends_on.cloudformation, dependency::render(resource)));
    object_of_present(members)
}

/// An error about the resource.
pub(crate) fn error(resource: &dyn Resource, kind: ErrorKind) -> Error {
    Error::of(kind, resource.node().path(), resource.state().created)
}

/// What to change so that two resources of one line have different ids: where they differ themselves.
pub(crate) fn difference(one: &dyn Resource, other: &dyn Resource) -> String {
    let [one, other] = [one, other].map(|resource| resource.to_json().get("Properties").cloned().unwrap_or_default());
    let none = serde_json::Map::new();
    let [one, other] = [&one, &other].map(|properties| properties.as_object().unwrap_or(&none));
    let names = one.keys().chain(other.keys());
    let shown = |value: Option<&Json>| {
        value.map_or_else(|| "absent".to_owned(), |value| format!("`{}`", shorten(&value.to_string())))
    };
    match names.into_iter().find(|name| one.get(*name) != other.get(*name)) {
        Some(name) => format!(
            "use what differs in the id: `{name}` is {} in one and {} in the other",
            shown(one.get(name)),
            shown(other.get(name))
        ),
        None => "their properties are equal; add only one of them".into(),
    }
}

/// Whether a resource can have that logical id.
fn check_id(resource: &dyn Resource, id: &str) -> Result<(), Error> {
    check_logical_id(id).map_err(|diagnostic| {
        error(resource, ErrorKind::InvalidId { what: "resource", id: id.to_owned(), help: diagnostic.help.to_string() })
    })
}
