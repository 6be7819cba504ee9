//! Resources other than the app client.

use crate::Json;
use crate::attributes::{Field, field};
use crate::content::{object_of_present, sort, unless_empty};
use crate::intrinsic::Intrinsic;
use cognito_cfn_schema::{Finding, attributes};
use serde_core::{Serialize, Serializer};
use std::fmt::Debug;

/// What a stack can hold.
pub trait Resource: Debug {
    /// The name within the template.
    fn logical_id(&self) -> &str;

    /// The resource as it stands in a template.
    fn to_json(&self) -> Json;

    /// What is wrong with it.
    fn validate(&self) -> Vec<Finding> {
        Vec::new()
    }
}

macro_rules! resource {
    ($( $(#[doc = $doc:literal])+ $attribute:ident: $kind:ident $(($of:ident))? )+) => {
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
        }

        impl CfnResource {
            /// A resource of that type.
            pub fn new(logical_id: impl Into<String>, resource_type: impl Into<String>, properties: Json) -> Self {
                let mut resource = Self {
                    resource_type: resource_type.into(),
                    properties,
                    $( $attribute: Default::default(), )+
                };
                resource.logical_id = logical_id.into();
                resource
            }

            /// The resource as it stands in a template: `Type`, `Properties` and the attributes, in alphabetical order.
            pub fn to_json(&self) -> Json {
                object_of_present(vec![
                    ("Type", Some(Json::from(self.resource_type.as_str()))),
                    ("Properties", unless_empty(sort(&self.properties))),
                    $( (attributes::$attribute.cloudformation, self.$attribute.rendered()), )+
                ])
            }
        }
    };
}
cognito_cfn_schema::resource_attributes!(resource);

impl CfnResource {
    /// What `Ref` gives of the resource: `{ "Ref": "<logical id>" }`.
    pub fn reference(&self) -> Intrinsic {
        Intrinsic::reference(&self.logical_id)
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

    fn to_json(&self) -> Json {
        self.to_json()
    }
}

impl Serialize for CfnResource {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}
