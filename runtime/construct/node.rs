//! The node of a construct: its stack, its scopes, its id.

use super::locale_compare;
use crate::error::{Error, ErrorKind};
use std::cmp::Ordering;
use std::fmt;

/// The node of a construct in the tree of an app.
///
/// ```
/// use cognito_cfn::{Stack, user_pool_client};
///
/// let stack = Stack::new("identity");
/// let client = stack.scope("Auth")?.place("Client", user_pool_client! { user_pool_id: Ref("UserPool") })?;
/// assert_eq!(client.node().id(), "Client");
/// assert_eq!(client.node().path(), "identity/Auth/Client");
/// # Ok::<(), cognito_cfn::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Node {
    stack: Option<String>,
    ids: Vec<String>,
}

impl Node {
    /// The node of a resource outside of any scope and stack.
    pub(crate) fn alone(id: &str) -> Self {
        Self { stack: None, ids: vec![id.to_owned()] }
    }

    /// The stack itself.
    pub(crate) fn of_stack(name: &str) -> Self {
        Self { stack: Some(name.to_owned()), ids: Vec::new() }
    }

    pub(crate) fn child(&self, id: &str) -> Result<Self, Error> {
        if id.is_empty() {
            let help = "write a name, such as `Client`".to_owned();
            return Err(Error::of(
                ErrorKind::InvalidId { what: "construct", id: id.to_owned(), help },
                self.path(),
                None,
            ));
        }
        // A slash parts the ids of a path, so none can be within one.
        let ids = self.ids.iter().cloned().chain([id.replace('/', "--")]).collect();
        Ok(Self { stack: self.stack.clone(), ids })
    }

    /// The id within the scope.
    pub fn id(&self) -> &str {
        self.ids.last().or(self.stack.as_ref()).map_or("", String::as_str)
    }

    /// The ids from the stack down to the construct, separated by slashes.
    pub fn path(&self) -> String {
        self.stack.iter().chain(&self.ids).map(String::as_str).collect::<Vec<_>>().join("/")
    }

    /// Its stack, once it was placed in a scope or added to a stack.
    pub fn stack(&self) -> Option<&str> {
        self.stack.as_deref()
    }

    /// The ids below the stack.
    pub(crate) fn ids(&self) -> &[String] {
        &self.ids
    }

    /// The order in which the CDK lists dependencies.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        locale_compare::compare(&self.path(), &other.path())
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())
    }
}
