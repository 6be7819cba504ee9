//! Placing a resource in a scope.

use super::{Resource, error};
use crate::construct::{Scope, logical_id};
use crate::error::{Error, ErrorKind};
use cognito_cfn_schema::attributes;

impl Scope {
    /// Places a resource in the scope: it gets the logical id that the CDK computes from its path, unless its declaration
    /// names another. It must still be added to the stack.
    ///
    /// # Errors
    ///
    /// If the id is empty or has no ASCII letter or digit.
    pub fn place<R: Resource>(&self, id: &str, mut resource: R) -> Result<R, Error> {
        let node = self.node().child(id)?;
        if !is_named(&resource) {
            let logical_id = logical_id::compute(&node).ok_or_else(|| {
                let help = "write an id with ASCII letters or digits, other than `Default`".to_owned();
                error(&resource, ErrorKind::InvalidId { what: "resource", id: id.to_owned(), help })
            })?;
            resource.set_logical_id(logical_id)?;
        }
        resource.state_mut().node = Some(node);
        Ok(resource)
    }
}

/// Whether the logical id was chosen: not the default, and not computed for the place the resource had before.
fn is_named(resource: &impl Resource) -> bool {
    let state = resource.state();
    let computed = state.node.as_ref().and_then(logical_id::compute);
    let id = resource.logical_id();
    state.named || (id != attributes::logical_id.default && computed.is_none_or(|computed| computed != id))
}
