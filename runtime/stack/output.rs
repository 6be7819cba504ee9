//! An output of a template.

use crate::json::{Json, object, with};

/// An output of a template, which can have 200.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/outputs-section-structure.html>
///
/// ```
/// use cognito_cfn::{Intrinsic, Output};
///
/// let id = Output::new(Intrinsic::reference("UserPoolClient")).export("identity-client-id");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Output(pub(crate) Json);

impl Output {
    /// An output of that value.
    pub fn new(value: impl Into<Json>) -> Self {
        Self(object(vec![("Value", value.into())]))
    }

    /// The description of the output.
    pub fn description(self, text: impl Into<String>) -> Self {
        Self(with(self.0, "Description", Json::from(text.into())))
    }

    /// The name under which other stacks can import the value.
    pub fn export(self, name: impl Into<Json>) -> Self {
        Self(with(self.0, "Export", object(vec![("Name", name.into())])))
    }

    /// The condition under which the output exists.
    pub fn condition(self, name: impl Into<String>) -> Self {
        Self(with(self.0, "Condition", Json::from(name.into())))
    }
}
