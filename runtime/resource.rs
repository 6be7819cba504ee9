//! Resources other than the app client.

use crate::Json;
use crate::attributes::{Field, field};
use crate::content::{object_of_present, sort, unless_empty};
use crate::dependency;
use crate::error::{Error, ErrorKind};
use crate::inspect::TreeInspector;
use crate::intrinsic::Intrinsic;
use crate::members::{self, resource_members};
use crate::node::{Node, Scope};
use crate::overrides::Slots;
use crate::state::ResourceState;
use cognito_cfn_schema::literals::check_logical_id;
use cognito_cfn_schema::surroundings::Surroundings;
use cognito_cfn_schema::{Finding, attributes};
use std::fmt::Debug;

/// What a stack can hold.
///
/// It is what the CDK's `isConstruct`, `isCfnElement` and `isCfnResource` ask for at run time: where a function takes
/// `&impl Resource`, the compiler has answered.
pub trait Resource: Debug + Send + Sync {
    /// The name within the template.
    fn logical_id(&self) -> &str;

    /// Gives it another name within the template.
    ///
    /// # Errors
    ///
    /// If the id is not 1 to 255 ASCII letters and digits.
    fn set_logical_id(&mut self, logical_id: String) -> Result<(), Error>;

    /// The type in CloudFormation, such as `AWS::Cognito::UserPool`.
    fn cfn_resource_type(&self) -> &str;

    /// The logical ids of `DependsOn` that were written out.
    fn depends_on(&self) -> &[String];

    /// What the resource keeps beside its fields.
    fn state(&self) -> &ResourceState;

    /// What the resource keeps beside its fields, to change it.
    fn state_mut(&mut self) -> &mut ResourceState;

    /// The resource as it stands in a template.
    fn to_json(&self) -> Json;

    /// What kind of construct it is, for tools that look at the tree of an app.
    fn construct(&self) -> &'static str;

    /// What `Ref` gives of it: `{ "Ref": "<logical id>" }`.
    fn reference(&self) -> Intrinsic {
        Intrinsic::reference(self.logical_id())
    }

    /// The paths of overrides that lead into a list by a name.
    #[doc(hidden)]
    fn lost_overrides(&self) -> Vec<String> {
        Vec::new()
    }

    /// What is wrong with it.
    fn validate(&self) -> Vec<Finding> {
        Vec::new()
    }

    /// What is wrong with it among the other resources of its stack.
    #[doc(hidden)]
    fn validate_among(&self, around: &Surroundings<'_>) -> Vec<Finding> {
        let _ = around;
        Vec::new()
    }

    /// Tells tools that look at the tree of an app of itself.
    fn inspect(&self, inspector: &mut TreeInspector) {
        let _ = inspector;
    }

    /// Where it stands in the tree of the app.
    fn node(&self) -> Node {
        self.state().node.clone().unwrap_or_else(|| Node::alone(self.logical_id()))
    }
}

/// The members of a resource and `DependsOn`, with what was written over them, and the paths of overrides that are lost.
pub(crate) fn render(
    resource: &dyn Resource,
    mut members: Vec<(&str, Option<Json>)>,
    properties: Slots,
) -> (Json, Vec<String>) {
    members.push((attributes::depends_on.cloudformation, dependency::render(resource)));
    let rendered = object_of_present(members);
    let overrides = &resource.state().overrides;
    if overrides.is_empty() { (rendered, Vec::new()) } else { overrides.written_over(rendered, properties) }
}

/// Whether a resource can have that logical id.
pub(crate) fn check_id(resource: &dyn Resource, id: &str) -> Result<(), Error> {
    check_logical_id(id).map_err(|fault| {
        members::error(resource, ErrorKind::InvalidId { what: "resource", id: id.to_owned(), help: fault.help })
    })
}

/// The rows of attributes are known; those of the options are to come.
macro_rules! with_options {
    ($($rows:tt)+) => { cognito_cfn_schema::resource_options! { resource { $($rows)+ } } };
}

macro_rules! resource {
    (
        { $( $(#[doc = $doc:literal])+ $attribute:ident: $kind:ident $(($of:ident))? )+ }
        $( $(#[doc = $option_doc:literal])+ $option:ident: $option_kind:ident )+
    ) => {
        /// A resource of any type, with its properties as JSON.
        ///
        /// Nothing of it is checked but its logical id, when it is added to a stack.
        ///
        /// ```
        /// use cognito_cfn::{CfnResource, json, user_pool_client};
        ///
        /// let pool = CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({ "UserPoolName": "people" }));
        /// let client = user_pool_client! { user_pool_id: pool.reference() };
        /// assert_eq!(client.to_json()["Properties"]["UserPoolId"], json!({ "Ref": "UserPool" }));
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        pub struct CfnResource {
            /// The type in CloudFormation, such as `AWS::Cognito::UserPool`.
            pub resource_type: String,
            /// The properties, as CloudFormation spells them.
            pub properties: Json,
            $( $(#[doc = $doc])+ pub $attribute: field!($kind $($of)?), )+
            $( $(#[doc = $option_doc])+ pub $option: field!($option_kind), )+
            /// What the methods keep: place in the tree, overrides, dependencies.
            pub state: ResourceState,
        }

        impl CfnResource {
            /// A resource of that type.
            #[track_caller]
            pub fn new(logical_id: impl Into<String>, resource_type: impl Into<String>, properties: Json) -> Self {
                let mut resource = Self {
                    resource_type: resource_type.into(),
                    properties,
                    $( $attribute: Default::default(), )+
                    $( $option: Default::default(), )+
                    state: ResourceState::new(),
                };
                resource.logical_id = logical_id.into();
                resource.state.named = true;
                resource
            }

            /// The resource as it stands in a template: `Type`, `Properties` and the attributes, in alphabetical order,
            /// with what was written over them.
            pub fn to_json(&self) -> Json {
                self.rendered().0
            }

            fn rendered(&self) -> (Json, Vec<String>) {
                render(self, vec![
                    ("Type", Some(Json::from(self.resource_type.as_str()))),
                    ("Properties", unless_empty(sort(&self.properties))),
                    $( (attributes::$attribute.cloudformation, self.$attribute.rendered()), )+
                    $( (attributes::options::$option.cloudformation, self.$option.rendered()), )+
                ], Slots(&[]))
            }
        }
    };
}
cognito_cfn_schema::resource_attributes!(with_options);
resource_members!(CfnResource);

impl CfnResource {
    /// A resource of that type in a scope, with the logical id that the CDK computes.
    ///
    /// # Errors
    ///
    /// If the id is empty, or no logical id can be made of it.
    #[track_caller]
    pub fn in_scope(
        scope: &Scope,
        id: &str,
        resource_type: impl Into<String>,
        properties: Json,
    ) -> Result<Self, Error> {
        let mut resource = Self::new(attributes::logical_id.default, resource_type, properties);
        resource.state.named = false;
        scope.place(id, resource)
    }

    /// The type of the resource in CloudFormation.
    pub fn cfn_resource_type(&self) -> &str {
        &self.resource_type
    }

    /// An attribute of the resource: `{ "Fn::GetAtt": ["<logical id>", "<attribute>"] }`.
    pub fn get_att(&self, attribute: impl Into<String>) -> Intrinsic {
        Intrinsic::get_att(&self.logical_id, attribute)
    }
}

impl Resource for CfnResource {
    fn logical_id(&self) -> &str {
        &self.logical_id
    }

    fn set_logical_id(&mut self, logical_id: String) -> Result<(), Error> {
        check_id(self, &logical_id)?;
        self.logical_id = logical_id;
        Ok(())
    }

    fn cfn_resource_type(&self) -> &str {
        &self.resource_type
    }

    fn depends_on(&self) -> &[String] {
        &self.depends_on
    }

    fn state(&self) -> &ResourceState {
        &self.state
    }

    fn state_mut(&mut self) -> &mut ResourceState {
        &mut self.state
    }

    fn to_json(&self) -> Json {
        self.to_json()
    }

    fn construct(&self) -> &'static str {
        "CfnResource"
    }

    fn lost_overrides(&self) -> Vec<String> {
        self.rendered().1
    }
}
