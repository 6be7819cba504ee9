//! The app client as a value.

use super::ResourceState;
use super::fields::{Field, field};
use super::methods::resource_methods;
use super::overrides::Slots;
use super::{Members, Rendered, canonical, error, render, with_dependencies};
use crate::construct::TreeInspector;
use crate::depth::MAX_RENDERED;
use crate::error::{Error, ErrorKind};
use crate::json::{Json, object_of_present};
use crate::value::Intrinsic;
use crate::value::read::is_function;
use crate::value::{Content, View, properties};
use cognito_cfn_schema::blocks::{analytics_configuration, refresh_token_rotation, token_validity_units};
use cognito_cfn_schema::stack_context::StackContext;
use cognito_cfn_schema::{Finding, Property, RESOURCE_TYPE, attributes, client, return_values};
use serde_core::ser::{Serialize, SerializeMap, Serializer};
use std::fmt;

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

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut members = serializer.serialize_map(None)?;
                $(
                    if let Some(value) = &self.$member {
                        members.serialize_entry($module::$member.cloudformation, value)?;
                    }
                )+
                members.end()
            }

            fn read(json: &Json) -> Option<Self> {
                let members = json.as_object().filter(|_| !is_function(json))?;
                Some(Self { $( $member: members.get($module::$member.cloudformation).and_then(Content::read), )+ })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.write(serializer)
            }
        }

        impl crate::value::IntoValue<$name> for $name {
            fn into_value(self) -> Option<crate::value::Value<Self>> {
                Some(crate::value::Value::Literal(self))
            }
        }

        impl From<$name> for crate::value::Value<$name> {
            fn from(block: $name) -> Self {
                Self::Literal(block)
            }
        }
    };
}

cognito_cfn_schema::analytics_configuration_members! { block
    /// The Amazon Pinpoint project that received usage events.
    AnalyticsConfiguration in analytics_configuration
}
cognito_cfn_schema::refresh_token_rotation_members! { block
    /// Whether every use of a refresh token returns a new one.
    RefreshTokenRotation in refresh_token_rotation
}
cognito_cfn_schema::token_validity_units_members! { block
    /// The units of the token validities.
    TokenValidityUnits in token_validity_units
}

/// The rows of properties are known; those of the attributes, options and settings are to come.
macro_rules! with_attributes {
    ($($rows:tt)+) => { cognito_cfn_schema::resource_attributes! { with_options { $($rows)+ } } };
}

macro_rules! with_options {
    ($($rows:tt)+) => { cognito_cfn_schema::resource_options! { with_settings { $($rows)+ } } };
}

macro_rules! with_settings {
    ($($rows:tt)+) => { cognito_cfn_schema::declaration_settings! { client { $($rows)+ } } };
}

macro_rules! client {
    (
        {
            {
                { $( $(#[doc = $doc:literal])+ $property:ident: $kind:ident $(($of:ident))? )+ }
                $( $(#[doc = $attribute_doc:literal])+ $attribute:ident: $attribute_kind:ident $(($attribute_of:ident))? )+
            }
            $( $(#[doc = $option_doc:literal])+ $option:ident: $option_kind:ident )+
        }
        $( $(#[doc = $setting_doc:literal])+ $setting:ident: $setting_kind:ident )+
    ) => {
        /// An `AWS::Cognito::UserPoolClient`: a field per property, and one per resource attribute.
        /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-cognito-userpoolclient.html>
        ///
        /// [`user_pool_client!`](crate::user_pool_client) creates one from a declaration; the fields can also be set
        /// one by one. It has the methods of the CDK class; [`guide::from_cdk`](crate::guide::from_cdk) compares each with
        /// Python and TypeScript.
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
        ///
        /// With `.into()`, a field accepts what the property accepts in the macro: literals, enum values, functions, and
        /// vectors, arrays and slices of these. For open enumerations, strings are enum values too.
        ///
        /// ```
        /// use cognito_cfn::{OAuthFlow, user_pool_client};
        ///
        /// # #[allow(deprecated)]
        /// let mut client = user_pool_client! { user_pool_id: Ref("UserPool") };
        /// client.callback_urls = Some(vec!["https://app.example.com/callback"].into());
        /// client.allowed_oauth_flows = Some([OAuthFlow::Code].into());
        /// client.allowed_oauth_scopes = Some(["openid", "orders/read"].into());
        /// client.refresh_token_validity = Some(7_u32.into());
        /// assert_eq!(client.to_json()["Properties"]["AllowedOAuthScopes"][0], "openid");
        /// ```
        #[derive(Clone, PartialEq)]
        pub struct CfnUserPoolClient {
            $( $(#[doc = $doc])+ pub $property: field!($kind $($of)?), )+
            $( $(#[doc = $attribute_doc])+ pub $attribute: field!($attribute_kind $($attribute_of)?), )+
            $( $(#[doc = $option_doc])+ pub $option: field!($option_kind), )+
            $( $(#[doc = $setting_doc])+ pub $setting: field!($setting_kind), )+
            /// What the methods keep: place in the tree, overrides, dependencies.
            pub state: ResourceState,
        }

        impl CfnUserPoolClient {
            /// Without any property, and with the default logical id.
            #[track_caller]
            pub(crate) const fn blank() -> Self {
                Self {
                    $( $property: None, )+
                    $( $attribute: blank!($attribute_kind), )+
                    $( $option: blank!($option_kind), )+
                    $( $setting: blank!($setting_kind), )+
                    state: ResourceState::new(),
                }
            }

            pub(super) fn properties(&self) -> Vec<(&'static Property, Option<View<'_>>)> {
                vec![$( (&client::$property, self.$property.as_ref().map(Content::view)) ),+]
            }

            /// The resource in a template: `Type`, `Properties` and the attributes, in alphabetical order, with
            /// overrides applied. What is nested deeper than a stack accepts is `null`.
            pub fn to_json(&self) -> Json {
                self.rendered().json
            }

            fn rendered(&self) -> Rendered {
                render(self, self.members(), Slots(client::ALL), &|json| {
                    let read = Self::fields(json);
                    with_dependencies(&read, read.members())
                })
            }

            fn has_deep_fields(&self) -> bool {
                $(self.$property.is_deep() ||)+ $(self.$attribute.is_deep() ||)+ $(self.$option.is_deep() ||)+ false
            }

            fn dismantle_fields(&mut self) {
                $(self.$attribute.dismantle();)+
            }

            pub(super) fn members(&self) -> Members {
                let mut members = self.attributes();
                members.push(("Type", Some(Json::from(RESOURCE_TYPE))));
                members.push(("Properties", Some(properties(self.properties()))));
                members
            }

            fn attributes(&self) -> Members {
                let mut members = Members::new();
                $( members.extend(self.$attribute.rendered().map(|json| (attributes::$attribute.cloudformation, Some(json)))); )+
                $( members.extend(self.$option.rendered().map(|json| (attributes::options::$option.cloudformation, Some(json)))); )+
                members
            }

            fn has_properties(&self) -> bool {
                false $( || self.$property.is_some() )+
            }

            fn write_properties<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut members = serializer.serialize_map(None)?;
                $(
                    if let Some(value) = &self.$property {
                        members.serialize_entry(client::$property.cloudformation, value)?;
                    }
                )+
                members.end()
            }

            fn debug(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let mut shown = f.debug_struct("CfnUserPoolClient");
                shown.field(attributes::logical_id.name, &self.logical_id);
                $( shown.field(stringify!($setting), &self.$setting); )+
                shown.field("json", &format_args!("{:#}", self.to_json())).finish()
            }

            /// The fields of a client in a template.
            pub(super) fn fields(resource: &Json) -> Self {
                let properties = resource.get("Properties").unwrap_or(&Json::Null);
                Self {
                    $( $property: properties.get(client::$property.cloudformation).and_then(Content::read), )+
                    $( $attribute: Field::read(resource.get(attributes::$attribute.cloudformation)), )+
                    $( $option: Field::read(resource.get(attributes::options::$option.cloudformation)), )+
                    ..Self::blank()
                }
            }
        }
    };
}

macro_rules! blank {
    (LogicalId) => {
        String::new()
    };
    (LogicalIdList) => {
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

/// What is set, as JSON. A derived impl would print forty fields, and every crate that adds a client to a stack would
/// compile it for every type of a value.
impl fmt::Debug for CfnUserPoolClient {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.debug(f)
    }
}

/// The resource in a template, as [`CfnUserPoolClient::to_json`] renders it.
impl Serialize for CfnUserPoolClient {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if !self.state.overrides.is_empty() || self.state.original().is_some() {
            return self.to_json().serialize(serializer);
        }
        let attributes = canonical(self, self.attributes());
        let mut attributes = attributes.as_object().into_iter().flatten().peekable();
        let mut members = serializer.serialize_map(None)?;
        if self.has_properties() {
            while let Some((name, value)) = attributes.next_if(|(name, _)| name.as_str() < "Properties") {
                members.serialize_entry(name, value)?;
            }
            members.serialize_entry("Properties", &WrittenProperties(self))?;
        }
        while let Some((name, value)) = attributes.next_if(|(name, _)| name.as_str() < "Type") {
            members.serialize_entry(name, value)?;
        }
        members.serialize_entry("Type", RESOURCE_TYPE)?;
        for (name, value) in attributes {
            members.serialize_entry(name, value)?;
        }
        members.end()
    }
}

struct WrittenProperties<'c>(&'c CfnUserPoolClient);

impl Serialize for WrittenProperties<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write_properties(serializer)
    }
}

impl Default for CfnUserPoolClient {
    #[track_caller]
    fn default() -> Self {
        let mut client = Self::blank();
        attributes::logical_id.default.clone_into(&mut client.logical_id);
        client
    }
}

impl CfnUserPoolClient {
    /// The type of the resource in CloudFormation: `AWS::Cognito::UserPoolClient`.
    pub const CFN_RESOURCE_TYPE_NAME: &str = RESOURCE_TYPE;

    /// The type of the resource in CloudFormation: `AWS::Cognito::UserPoolClient`.
    pub fn cfn_resource_type(&self) -> &'static str {
        RESOURCE_TYPE
    }

    /// A return value of the client: `ClientId`, `ClientSecret` (of a client that has one) or `Name`.
    ///
    /// ```
    /// # use cognito_cfn::{json, user_pool_client};
    /// let client = user_pool_client! { user_pool_id: Ref("UserPool"), generate_secret: true };
    /// let secret = client.get_att("ClientSecret")?;
    /// assert_eq!(json!(secret), json!({ "Fn::GetAtt": ["UserPoolClient", "ClientSecret"] }));
    /// assert!(client.get_att("Secret").is_err());
    /// # Ok::<(), cognito_cfn::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If a client has no such return value. For newer ones, use [`Intrinsic::get_att`], which accepts any name.
    pub fn get_att(&self, attribute_name: impl AsRef<str>) -> Result<Intrinsic, Error> {
        let attribute = attribute_name.as_ref();
        return_values::check(attribute).map_err(|diagnostic| {
            error(
                self,
                ErrorKind::UnknownAttribute { attribute: attribute.to_owned(), help: diagnostic.help.to_string() },
            )
        })?;
        Ok(self.attribute(attribute))
    }

    /// The id of the client: `{ "Fn::GetAtt": ["<logical id>", "ClientId"] }`.
    pub fn attr_client_id(&self) -> Intrinsic {
        self.attribute(return_values::CLIENT_ID)
    }

    /// The secret of a client with `generate_secret: true`:
    /// `{ "Fn::GetAtt": ["<logical id>", "ClientSecret"] }`.
    pub fn attr_client_secret(&self) -> Intrinsic {
        self.attribute(return_values::CLIENT_SECRET)
    }

    /// The name of the client: `{ "Fn::GetAtt": ["<logical id>", "Name"] }`.
    pub fn attr_name(&self) -> Intrinsic {
        self.attribute(return_values::NAME)
    }

    fn attribute(&self, name: &str) -> Intrinsic {
        Intrinsic::get_att(&self.logical_id, name)
    }

    /// Adds the type of the resource and its properties, as the CDK names them, to the inspector.
    pub fn inspect(&self, inspector: &mut TreeInspector) {
        inspector.add_attribute("aws:cdk:cloudformation:type", RESOURCE_TYPE);
        inspector.add_attribute("aws:cdk:cloudformation:logicalId", self.logical_id());
        inspector.add_attribute("aws:cdk:cloudformation:props", inspected(self.properties()));
    }
}

/// Properties by their names in TypeScript.
fn inspected(members: Vec<(&'static Property, Option<View<'_>>)>) -> Json {
    let named = |(property, value): (&'static Property, Option<View<'_>>)| {
        let value = match value? {
            View::Block(members) => inspected(members),
            value => value.json(MAX_RENDERED),
        };
        Some((property.typescript, Some(value)))
    };
    object_of_present(members.into_iter().filter_map(named).collect())
}

resource_methods!(
    CfnUserPoolClient,
    Sealed {
        fn validate_in_stack(&self, context: &StackContext<'_>) -> Vec<Finding> {
            self.judge_in_stack(context)
        }
    },
    Resource {
        fn validate(&self) -> Vec<Finding> {
            self.validate()
        }

        fn inspect(&self, inspector: &mut TreeInspector) {
            self.inspect(inspector);
        }
    }
);
