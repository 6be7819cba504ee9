//! The app clients of one side.

use crate::input::{Input, Kind};
use cognito_cfn::Json;
use cognito_cfn_schema::{RESOURCE_TYPE, client};
use std::path::Path;

/// A client of a template, or one that was described.
pub(super) struct Client<'i> {
    pub(super) logical_id: &'i str,
    /// The path of its file, as it was given.
    pub(super) path: &'i str,
    /// The path of its file within what was given.
    pub(super) file: &'i str,
    pub(super) resource: &'i Json,
    /// The other resources of its template.
    pub(super) resources: &'i Json,
    /// Whether Cognito described it: then what is absent has its default, and no value is unknown.
    pub(super) is_live: bool,
}

impl<'i> Client<'i> {
    /// All properties as they are written.
    pub(super) fn properties(&self) -> &'i Json {
        self.resource.get("Properties").unwrap_or(&Json::Null)
    }

    /// A property as it is written.
    pub(super) fn property(&self, name: &str) -> Option<&'i Json> {
        self.properties().get(name)
    }

    /// The name, if it is written out.
    pub(super) fn name(&self) -> Option<&'i str> {
        self.property(client::client_name.cloudformation)?.as_str()
    }

    /// Whether a policy of the resource keeps the client in the pool.
    pub(super) fn is_retained(&self, policy: &str) -> bool {
        let policy = self.resource.get(policy).and_then(Json::as_str);
        policy.is_some_and(|policy| policy.starts_with("Retain"))
    }
}

/// Every client of the inputs, in their order.
pub(super) fn clients<'i>(root: &Path, inputs: &'i [Input]) -> Vec<Client<'i>> {
    let root = root.display().to_string();
    let mut clients = Vec::new();
    for input in inputs {
        let Some(resources) = input.template.get("Resources") else { continue };
        let file = input.path.strip_prefix(&root).unwrap_or(&input.path);
        for (logical_id, resource) in resources.as_object().into_iter().flatten() {
            if resource.get("Type").is_some_and(|of| of == RESOURCE_TYPE) {
                let (path, is_live) = (input.path.as_str(), input.kind == Kind::DescribeOutput);
                clients.push(Client { logical_id, path, file, resource, resources, is_live });
            }
        }
    }
    clients
}
