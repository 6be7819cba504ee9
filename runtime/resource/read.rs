//! App clients of templates.

use super::source::{self, Source, allowed};
use super::{CfnUserPoolClient, ResourceState, canonical};
use crate::error::Error;
use crate::json::Json;
use cognito_cfn_schema::{RESOURCE_TYPE, attributes};
use serde_core::de::{Deserialize, Deserializer, Error as _};
use std::panic::Location;

impl CfnUserPoolClient {
    /// Reads a client from a resource of a template: an object with `Type` and `Properties`.
    ///
    /// Nothing is lost: members without a field, and values that a field shows in another way, such as `"30"` for 30,
    /// are rendered as they were, unless they are changed. The rules judge the JSON, overrides included, and their findings
    /// have its places.
    /// `Metadata: { "cognito-cfn": { "allow": ["MI01"] } }` becomes `allow`.
    ///
    /// ```
    /// use cognito_cfn::{CfnUserPoolClient, json};
    ///
    /// let mut client = CfnUserPoolClient::from_json(
    ///     "WebClient",
    ///     &json!({
    ///         "Type": "AWS::Cognito::UserPoolClient",
    ///         "Properties": { "UserPoolId": { "Ref": "UserPool" }, "GenerateSecret": "false", "NewProperty": 1 },
    ///     }),
    /// )?;
    /// assert_eq!(client.generate_secret, Some(false.into()));
    /// client.client_name = Some("web".into());
    /// assert_eq!(
    ///     client.to_json()["Properties"],
    ///     json!({ "ClientName": "web", "GenerateSecret": "false", "NewProperty": 1, "UserPoolId": { "Ref": "UserPool" } })
    /// );
    /// let places: Vec<_> = client.validate().into_iter().map(|finding| (finding.code, finding.location)).collect();
    /// assert_eq!(places[1].0, "MI11");
    /// assert_eq!(places[1].1.as_ref().map(|place| &*place.pointer), Some("/Properties/NewProperty"));
    /// # Ok::<(), cognito_cfn::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If the logical id is invalid, the JSON is not an object or nested more than 200 levels deep, or its `Type` is not
    /// `AWS::Cognito::UserPoolClient`. What the rules refuse is read as well.
    #[track_caller]
    pub fn from_json(logical_id: impl Into<String>, resource: &Json) -> Result<Self, Error> {
        let logical_id = logical_id.into();
        source::check(&logical_id, resource)?;
        if resource.get("Type").is_none_or(|of| of != RESOURCE_TYPE) {
            let help = format!("its `Type` must be `{RESOURCE_TYPE}`; read others with `CfnResource::from_json`");
            return Err(source::unreadable(&logical_id, "is not an app client", &help));
        }
        let client = Self::read(logical_id, resource);
        Ok(Self { state: ResourceState { created: Some(Location::caller()), ..client.state }, ..client })
    }

    /// The same of JSON that is a client, whatever its logical id is. It was created by no line of the Rust source.
    pub(crate) fn read(logical_id: String, resource: &Json) -> Self {
        let mut client = Self { logical_id, allow: allowed(resource), ..Self::fields(resource) };
        let rendered = canonical(&client, client.members());
        client.state = ResourceState { named: true, source: Some(Source::new(resource, &rendered)), ..client.state };
        client.state.created = None;
        client
    }
}

/// With the default logical id.
impl<'de> Deserialize<'de> for CfnUserPoolClient {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let resource = Json::deserialize(deserializer)?;
        let client = Self::from_json(attributes::logical_id.default, &resource);
        client.map_err(|error| D::Error::custom(format!("{}; {}", error.message(), error.help())))
    }
}
