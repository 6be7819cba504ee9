//! The app client as a value.

use crate::Json;
use crate::attributes::{Field, field};
use crate::content::{Content, View, declaration, object_of_present, properties, unless_empty};
use crate::intrinsic::Intrinsic;
use crate::resource::Resource;
use cognito_cfn_schema::blocks::{analytics_configuration, refresh_token_rotation, token_validity_units};
use cognito_cfn_schema::{Finding, Property, RESOURCE_TYPE, Severity, attributes, client, rules};
use serde_core::{Serialize, Serializer};

/// A nested block: a struct with a field per member.
macro_rules! block {
    (
        $(#[$about:meta])* $name:ident in $module:ident
        $( $(#[doc = $doc:literal])+ $member:ident: $kind:ident $(($of:ident))? )+
    ) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $( $(#[doc = $doc])+ pub $member: field!($kind $($of)?), )+
        }

        impl Content for $name {
            fn view(&self) -> View<'_> {
                View::Block(vec![$( (&$module::$member, self.$member.as_ref().map(Content::view)) ),+])
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.json().serialize(serializer)
            }
        }

        impl crate::BlockValue<$name> for $name {
            fn into_block(self) -> Option<crate::Value<Self>> {
                Some(crate::Value::Literal(self))
            }
        }

        impl From<$name> for crate::Value<$name> {
            fn from(block: $name) -> Self {
                Self::Literal(block)
            }
        }
    };
}

cognito_cfn_schema::analytics_configuration_members! { block
    /// Where the client sends its usage events.
    AnalyticsConfiguration in analytics_configuration
}
cognito_cfn_schema::refresh_token_rotation_members! { block
    /// Whether each use of a refresh token gives a new one.
    RefreshTokenRotation in refresh_token_rotation
}
cognito_cfn_schema::token_validity_units_members! { block
    /// The units in which the lives of the tokens are counted.
    TokenValidityUnits in token_validity_units
}

/// The rows of properties are known; those of the attributes are to come.
macro_rules! with_attributes {
    ($($rows:tt)+) => { cognito_cfn_schema::resource_attributes! { with_settings { $($rows)+ } } };
}

macro_rules! with_settings {
    ($($rows:tt)+) => { cognito_cfn_schema::declaration_settings! { client { $($rows)+ } } };
}

macro_rules! client {
    (
        {
            { $( $(#[doc = $doc:literal])+ $property:ident: $kind:ident $(($of:ident))? )+ }
            $( $(#[doc = $attribute_doc:literal])+ $attribute:ident: $attribute_kind:ident $(($attribute_of:ident))? )+
        }
        $( $(#[doc = $setting_doc:literal])+ $setting:ident: $setting_kind:ident )+
    ) => {
        /// An `AWS::Cognito::UserPoolClient`: a field per property, and one per attribute of the resource.
        ///
        /// [`user_pool_client!`](crate::user_pool_client) makes one from a declaration; it can also be put together
        /// and changed field by field.
        ///
        /// ```
        /// use cognito_cfn::{CfnUserPoolClient, Intrinsic, PreventUserExistenceErrors};
        ///
        /// let client = CfnUserPoolClient {
        ///     user_pool_id: Some(Intrinsic::reference("UserPool").into()),
        ///     client_name: Some("web".into()),
        ///     prevent_user_existence_errors: Some(PreventUserExistenceErrors::Enabled.into()),
        ///     ..CfnUserPoolClient::default()
        /// };
        /// assert!(client.validate().is_empty());
        /// ```
        #[derive(Clone, Debug, PartialEq)]
        pub struct CfnUserPoolClient {
            $( $(#[doc = $doc])+ pub $property: field!($kind $($of)?), )+
            $( $(#[doc = $attribute_doc])+ pub $attribute: field!($attribute_kind $($attribute_of)?), )+
            $( $(#[doc = $setting_doc])+ pub $setting: field!($setting_kind), )+
        }

        impl CfnUserPoolClient {
            /// Without any property, and with the logical id that counts where none is written.
            pub(crate) const fn blank() -> Self {
                Self {
                    $( $property: None, )+
                    $( $attribute: blank!($attribute_kind), )+
                    $( $setting: blank!($setting_kind), )+
                }
            }

            fn properties(&self) -> Vec<(&'static Property, Option<View<'_>>)> {
                vec![$( (&client::$property, self.$property.as_ref().map(Content::view)) ),+]
            }

            /// The resource as it stands in a template: `Type`, `Properties` and the attributes, in alphabetical order.
            pub fn to_json(&self) -> Json {
                object_of_present(vec![
                    ("Type", Some(Json::from(RESOURCE_TYPE))),
                    ("Properties", unless_empty(properties(self.properties()))),
                    $( (attributes::$attribute.cloudformation, self.$attribute.rendered()), )+
                ])
            }
        }
    };
}

macro_rules! blank {
    (LogicalId) => {
        String::new()
    };
    (LogicalIds) => {
        Vec::new()
    };
    (Codes) => {
        Vec::new()
    };
    ($kind:ident) => {
        None
    };
}

cognito_cfn_schema::client_properties!(with_attributes);

impl Default for CfnUserPoolClient {
    fn default() -> Self {
        Self { logical_id: attributes::logical_id.default.to_owned(), ..Self::blank() }
    }
}

impl CfnUserPoolClient {
    /// The type of the resource in CloudFormation: `AWS::Cognito::UserPoolClient`.
    pub const CFN_RESOURCE_TYPE_NAME: &str = RESOURCE_TYPE;

    /// The name of the resource within its template.
    pub fn logical_id(&self) -> &str {
        &self.logical_id
    }

    /// The id of the client, for other resources to refer to: `{ "Ref": "<logical id>" }`.
    ///
    /// ```
    /// # use cognito_cfn::{json, user_pool_client};
    /// let client = user_pool_client! { logical_id: "Web", user_pool_id: Ref("UserPool") };
    /// assert_eq!(json!(client.reference()), json!({ "Ref": "Web" }));
    /// ```
    pub fn reference(&self) -> Intrinsic {
        Intrinsic::reference(&self.logical_id)
    }

    /// An attribute of the client: `ClientId`, `ClientSecret` (of a client that has one) or `Name`.
    pub fn get_att(&self, attribute: impl Into<String>) -> Intrinsic {
        Intrinsic::get_att(&self.logical_id, attribute)
    }

    /// What the rules find in the value as it stands, without the advice that `allow` silences.
    ///
    /// They are the rules the macro holds a declaration against, so a declaration without Rust expressions that
    /// compiled has no errors here. What a function gives at deployment is not known and counts as right. The macro alone
    /// checks the names in functions, in `depends_on` and in `condition`; [`Stack::add`](crate::Stack::add) checks the
    /// logical id.
    pub fn validate(&self) -> Vec<Finding> {
        let mut findings = rules::check(&declaration(self.properties()));
        findings.retain(|finding| !self.allows(finding));
        findings
    }

    fn allows(&self, finding: &Finding) -> bool {
        finding.severity == Severity::Advice && self.allow.iter().any(|code| code == finding.code)
    }
}

impl Serialize for CfnUserPoolClient {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

impl Resource for CfnUserPoolClient {
    fn logical_id(&self) -> &str {
        &self.logical_id
    }

    fn to_json(&self) -> Json {
        self.to_json()
    }

    fn validate(&self) -> Vec<Finding> {
        self.validate()
    }
}
