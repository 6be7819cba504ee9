//! Where a construct stands: in which stack, in which scopes, under which id.

use crate::collation;
use crate::error::{Error, ErrorKind};
use crate::members;
use crate::resource::Resource;
use crate::unique_id::unique_id;
use cognito_cfn_schema::attributes;
use cognito_cfn_schema::literals::check_logical_id;
use std::cmp::Ordering;
use std::fmt;

/// The place of a construct in the tree of an app.
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
    /// The place of a resource that no scope and no stack has yet.
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

    /// The ids from the stack down to the construct, parted by slashes.
    pub fn path(&self) -> String {
        self.stack.iter().chain(&self.ids).map(String::as_str).collect::<Vec<_>>().join("/")
    }

    /// The stack it stands in, once it was placed in a scope or added to a stack.
    pub fn stack(&self) -> Option<&str> {
        self.stack.as_deref()
    }

    /// The ids below the stack.
    pub(crate) fn ids(&self) -> &[String] {
        &self.ids
    }

    /// The order in which the CDK lists dependencies.
    pub(crate) fn compare(&self, other: &Self) -> Ordering {
        collation::compare(&self.path(), &other.path())
    }
}

impl fmt::Display for Node {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())
    }
}

/// Whether the logical id was chosen: not the default, and not computed for the place the resource had before.
fn is_named(resource: &impl Resource) -> bool {
    let state = resource.state();
    let computed = state.node.as_ref().and_then(unique_id);
    let id = resource.logical_id();
    state.named || (id != attributes::logical_id.default && computed.is_none_or(|computed| computed != id))
}

/// A scope of a stack: what the CDK makes of `new Construct(scope, id)`.
///
/// Resources placed in it get the logical ids the CDK gives them, so that a stack that moves from there keeps its
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

    /// Where the scope stands.
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

    /// Places a resource in the scope: it gets the logical id that the CDK computes from the ids on the way to it, unless
    /// its declaration names another. It is still to be added to the stack.
    ///
    /// # Errors
    ///
    /// If the id is empty, or no logical id can be made of it.
    pub fn place<R: Resource>(&self, id: &str, mut resource: R) -> Result<R, Error> {
        let node = self.0.child(id)?;
        if !is_named(&resource) {
            let unique = unique_id(&node).filter(|unique| check_logical_id(unique).is_ok()).ok_or_else(|| {
                let help = "write an id with ASCII letters or digits, other than `Default`".to_owned();
                members::error(&resource, ErrorKind::InvalidId { what: "resource", id: id.to_owned(), help })
            })?;
            resource.set_logical_id(unique)?;
        }
        resource.state_mut().node = Some(node);
        Ok(resource)
    }
}
