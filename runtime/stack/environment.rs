//! Where a stack is deployed, and what must be deployed before it: what the `cdk` command line reads. None of it is part of
//! a template.

use super::Stack;
use crate::json::Json;
use serde_json::Map;

/// What the `cdk` command line reads about a stack besides its template.
#[derive(Debug, Default)]
pub(crate) struct Environment {
    pub(crate) account: Option<String>,
    pub(crate) region: Option<String>,
    pub(crate) tags: Map<String, Json>,
    pub(crate) termination_protection: bool,
    pub(crate) dependencies: Vec<String>,
}

impl Stack {
    /// The account that the stack is deployed to; by default the account of the credentials of the `cdk` command line.
    ///
    /// It is part of the cloud assembly of an [`App`](crate::App) only, not of the template.
    pub fn account(&mut self, account: impl Into<String>) -> &mut Self {
        self.environment.account = Some(account.into());
        self
    }

    /// The region that the stack is deployed to; by default the region of the `cdk` command line.
    ///
    /// The rules use it. It is part of the cloud assembly of an [`App`](crate::App) only, not of the template.
    pub fn region(&mut self, region: impl Into<String>) -> &mut Self {
        self.environment.region = Some(region.into());
        self
    }

    /// A tag of the stack, which CloudFormation adds to its resources.
    ///
    /// It is part of the cloud assembly of an [`App`](crate::App) only, not of the template.
    pub fn tag(&mut self, key: impl Into<String>, value: impl Into<String>) -> &mut Self {
        self.environment.tags.insert(key.into(), Json::String(value.into()));
        self
    }

    /// Termination protection: if `true`, CloudFormation refuses to delete the stack. The default is `false`.
    ///
    /// It is part of the cloud assembly of an [`App`](crate::App) only, not of the template.
    pub fn termination_protection(&mut self, is_protected: bool) -> &mut Self {
        self.environment.termination_protection = is_protected;
        self
    }

    /// Makes the `cdk` command line deploy the other stack first.
    ///
    /// The order is part of the cloud assembly of an [`App`](crate::App) only, not of the template.
    pub fn add_dependency(&mut self, target: &Self) -> &mut Self {
        let name = target.name();
        if name != self.name() && !self.environment.dependencies.iter().any(|known| known == name) {
            self.environment.dependencies.push(name.to_owned());
        }
        self
    }

    /// The stacks that are deployed before this one: those that were added, then those its resources depend on.
    pub fn dependencies(&self) -> Vec<&str> {
        let mut stacks: Vec<&str> = self.environment.dependencies.iter().map(String::as_str).collect();
        for resource in self.resources() {
            let own = resource.node();
            for dependency in &resource.state().dependencies {
                if let Some(stack) = dependency.other_stack(&own).filter(|stack| !stacks.contains(stack)) {
                    stacks.push(stack);
                }
            }
        }
        stacks
    }
}
