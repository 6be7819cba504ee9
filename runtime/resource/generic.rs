//! Resources other than the app client.

use super::fields::{Field, field};
use super::methods::resource_methods;
use super::overrides::Slots;
use super::source::{self, Source};
use super::{Members, Rendered, ResourceState, canonical, render, with_dependencies};
use crate::construct::Scope;
use crate::depth::{MAX_DEPTH, is_deep, take_apart};
use crate::error::Error;
use crate::json::{Json, sort};
use crate::value::Intrinsic;
use cognito_cfn_schema::attributes;
use serde_core::{Serialize, Serializer};
use std::panic::Location;

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
        /// [`Stack::synth`](crate::Stack::synth) checks its references, functions and attributes. Its properties are
        /// checked only if it is an `AWS::Cognito::UserPoolClient`, by the same rules as a
        /// [`CfnUserPoolClient`](crate::CfnUserPoolClient).
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
            /// The properties, by their CloudFormation names.
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

            /// The resource in a template: `Type`, `Properties` and the attributes, in alphabetical order, with
            /// overrides applied. What is nested deeper than a stack accepts is `null`.
            pub fn to_json(&self) -> Json {
                self.rendered().json
            }

            fn rendered(&self) -> Rendered {
                render(self, self.members(), Slots(&[]), &|json| {
                    let read = Self::fields(json);
                    with_dependencies(&read, read.members())
                })
            }

            fn has_deep_fields(&self) -> bool {
                is_deep(&self.properties, MAX_DEPTH - 1)
                    $(|| self.$attribute.is_deep())+ $(|| self.$option.is_deep())+
            }

            fn dismantle_fields(&mut self) {
                take_apart(&mut self.properties);
                $(self.$attribute.dismantle();)+
            }

            fn members(&self) -> Members {
                vec![
                    ("Type", Some(Json::from(self.resource_type.as_str())).filter(|of| of != "")),
                    ("Properties", Some(sort(&self.properties))),
                    $( (attributes::$attribute.cloudformation, self.$attribute.rendered()), )+
                    $( (attributes::options::$option.cloudformation, self.$option.rendered()), )+
                ]
            }

            /// The fields of a resource in a template.
            fn fields(resource: &Json) -> Self {
                let resource_type = resource.get("Type").and_then(Json::as_str).unwrap_or_default();
                let none = || Json::Object(serde_json::Map::new());
                let properties = resource.get("Properties").cloned().unwrap_or_else(none);
                Self {
                    $( $attribute: Field::read(resource.get(attributes::$attribute.cloudformation)), )+
                    $( $option: Field::read(resource.get(attributes::options::$option.cloudformation)), )+
                    ..Self::new("", resource_type, properties)
                }
            }
        }
    };
}
cognito_cfn_schema::resource_attributes!(with_options);
impl CfnResource {
    /// A resource of that type in a scope, with the logical id that the CDK computes.
    ///
    /// # Errors
    ///
    /// If the id is empty or has no ASCII letter or digit.
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

    /// Reads a resource of a template: an object with `Type` and `Properties`. Nothing is lost: what has no field is
    /// rendered as it was.
    ///
    /// ```
    /// use cognito_cfn::{CfnResource, json};
    ///
    /// let resource = json!({ "Type": "AWS::Cognito::UserPool", "DependsOn": "Key", "Metadata": {} });
    /// let pool = CfnResource::from_json("UserPool", &resource)?;
    /// assert_eq!(pool.depends_on, ["Key"]);
    /// assert_eq!(pool.to_json(), resource);
    /// # Ok::<(), cognito_cfn::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the logical id is invalid, or the JSON is not an object, has no `Type`, or is nested more than 200 levels deep.
    #[track_caller]
    pub fn from_json(logical_id: impl Into<String>, resource: &Json) -> Result<Self, Error> {
        let logical_id = logical_id.into();
        source::check(&logical_id, resource)?;
        if !resource.get("Type").is_some_and(Json::is_string) {
            let help = "add one, such as `\"Type\": \"AWS::Cognito::UserPool\"`";
            return Err(source::unreadable(&logical_id, "has no `Type`", help));
        }
        let mut read = Self::read(logical_id, resource);
        read.state.created = Some(Location::caller());
        Ok(read)
    }

    /// The same of any object, whatever its logical id is. It was created by no line of the Rust source.
    pub(crate) fn read(logical_id: String, resource: &Json) -> Self {
        let mut read = Self { logical_id, ..Self::fields(resource) };
        let rendered = canonical(&read, read.members());
        read.state.source = Some(Source::new(resource, &rendered).without_properties());
        read.state.created = None;
        read
    }

    /// The type of the resource in CloudFormation.
    pub fn cfn_resource_type(&self) -> &str {
        &self.resource_type
    }

    /// A return value of the resource: `{ "Fn::GetAtt": ["<logical id>", "<attribute>"] }`.
    pub fn get_att(&self, attribute: impl Into<String>) -> Intrinsic {
        Intrinsic::get_att(&self.logical_id, attribute)
    }
}

resource_methods!(CfnResource, Sealed {}, Resource {});

impl Serialize for CfnResource {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}
