//! A parameter of a template.

use crate::json::{Json, object, with};

/// A parameter of a template, which can have 200.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>
///
/// ```
/// use cognito_cfn::{Parameter, json};
///
/// let stage = Parameter::string().default("dev").allowed_values(["dev", "prod"]).description("which of the two");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter(pub(crate) Json);

impl Parameter {
    /// A parameter of a type such as `Number`, `CommaDelimitedList` or `AWS::SSM::Parameter::Value<String>`.
    pub fn of_type(of: impl Into<String>) -> Self {
        Self(object(vec![("Type", Json::from(of.into()))]))
    }

    /// A parameter of type `String`.
    pub fn string() -> Self {
        Self::of_type("String")
    }

    /// A parameter of type `Number`.
    pub fn number() -> Self {
        Self::of_type("Number")
    }

    /// The default value.
    pub fn default(self, value: impl Into<Json>) -> Self {
        self.with("Default", value.into())
    }

    /// The description of the parameter.
    pub fn description(self, text: impl Into<String>) -> Self {
        self.with("Description", Json::from(text.into()))
    }

    /// The allowed values.
    pub fn allowed_values<V: Into<Json>>(self, values: impl IntoIterator<Item = V>) -> Self {
        self.with("AllowedValues", values.into_iter().map(Into::into).collect())
    }

    /// Hides the value in CloudFormation.
    pub fn no_echo(self) -> Self {
        self.with("NoEcho", Json::Bool(true))
    }

    /// Any other member, by its CloudFormation name.
    pub fn with(self, name: &str, value: Json) -> Self {
        Self(with(self.0, name, value))
    }
}
