//! Scopes: where constructs are placed.

use super::Node;
use crate::error::Error;

/// A scope of a stack: `new Construct(scope, id)` in the CDK.
///
/// Resources placed in it get the logical ids that the CDK computes, so a stack that moves from the CDK keeps its
/// resources.
///
/// ```
/// use cognito_cfn::{CfnResource, Stack, json, user_pool_client};
///
/// let mut stack = Stack::new("identity");
/// let auth = stack.scope("Auth")?;
/// let pool = CfnResource::in_scope(&auth, "Pool", "AWS::Cognito::UserPool", json!({}))?;
/// let client = auth.place("Client", user_pool_client! { user_pool_id: pool.reference() })?;
/// assert_eq!(pool.logical_id(), "AuthPool9E7EFFE9");
/// assert_eq!(client.logical_id(), "AuthClient23D8E456");
/// stack.add(pool)?.add(client)?;
/// # Ok::<(), cognito_cfn::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope(Node);

impl Scope {
    pub(crate) fn of_stack(name: &str) -> Self {
        Self(Node::of_stack(name))
    }

    /// The node of the scope.
    pub fn node(&self) -> &Node {
        &self.0
    }

    /// A scope within this one.
    ///
    /// # Errors
    ///
    /// If the id is empty.
    pub fn scope(&self, id: &str) -> Result<Self, Error> {
        self.0.child(id).map(Self)
    }
}
