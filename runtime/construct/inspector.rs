//! What tools see that inspect the tree of an app.

use crate::json::Json;
use std::collections::BTreeMap;

/// Collects what resources show to tools.
///
/// ```
/// use cognito_cfn::{TreeInspector, json, user_pool_client};
///
/// let mut inspector = TreeInspector::new();
/// user_pool_client! { user_pool_id: Ref("UserPool"), client_name: "web" }.inspect(&mut inspector);
/// assert_eq!(inspector.attributes()["aws:cdk:cloudformation:type"], json!("AWS::Cognito::UserPoolClient"));
/// assert_eq!(inspector.attributes()["aws:cdk:cloudformation:props"]["clientName"], json!("web"));
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TreeInspector {
    attributes: BTreeMap<String, Json>,
}

impl TreeInspector {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a value under that key.
    pub fn add_attribute(&mut self, key: impl Into<String>, value: impl Into<Json>) {
        self.attributes.insert(key.into(), value.into());
    }

    /// What was collected, by key.
    pub fn attributes(&self) -> &BTreeMap<String, Json> {
        &self.attributes
    }
}
