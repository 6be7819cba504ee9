//! Dependencies of a resource.

use super::Resource;
use crate::construct::Node;
use crate::json::Json;

/// Another resource that is created first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    node: Node,
    logical_id: String,
}

impl Dependency {
    pub(crate) fn on(target: &(impl Resource + ?Sized)) -> Self {
        Self { node: target.node(), logical_id: target.logical_id().to_owned() }
    }

    /// By its logical id only, as in `depends_on`.
    pub(crate) fn by_logical_id(logical_id: &str) -> Self {
        Self { node: Node::alone(logical_id), logical_id: logical_id.to_owned() }
    }

    /// The place of the other resource in the tree of the app.
    pub fn node(&self) -> &Node {
        &self.node
    }

    /// The logical id of the other resource.
    pub fn logical_id(&self) -> &str {
        &self.logical_id
    }

    /// Whether both are the same to the resource at `own`. A bare logical id is of the same stack.
    pub(crate) fn is(&self, other: &Self, own: &Node) -> bool {
        if self.node.stack().is_some() && other.node.stack().is_some() {
            return self.node == other.node;
        }
        let [one, two] = [self, other].map(|dependency| dependency.node.stack().or(own.stack()));
        one == two && self.logical_id == other.logical_id
    }

    /// The stack it is in, if it is not the stack of the resource at `from`.
    pub(crate) fn other_stack(&self, from: &Node) -> Option<&str> {
        match (self.node.stack(), from.stack()) {
            (Some(target), Some(own)) if target != own => Some(target),
            _ => None,
        }
    }
}

/// All that a resource depends on, by stack.
pub(crate) fn obtain(resource: &dyn Resource) -> Vec<Dependency> {
    let own = resource.node();
    let declared = resource.depends_on().iter().map(|id| Dependency::by_logical_id(id));
    let all: Vec<Dependency> = declared.chain(resource.state().dependencies.iter().cloned()).collect();
    let mut stacks = vec![None];
    for dependency in &all {
        let stack = dependency.other_stack(&own).map(str::to_owned);
        if !stacks.contains(&stack) {
            stacks.push(stack);
        }
    }
    let mut by_stack = Vec::new();
    for stack in &stacks {
        for dependency in &all {
            if dependency.other_stack(&own) == stack.as_deref() {
                by_stack.push(dependency.clone());
            }
        }
    }
    by_stack
}

/// `DependsOn`: what the declaration lists, then what was added, by path.
pub(crate) fn render(resource: &dyn Resource) -> Option<Json> {
    let dependencies = &resource.state().dependencies;
    let mut added: Vec<&Dependency> = Vec::new();
    if !dependencies.is_empty() {
        let own = resource.node();
        // There are few, and a place for each compiles faster than a sort of all.
        for dependency in dependencies {
            if dependency.other_stack(&own).is_none() {
                let at = added.partition_point(|known| known.node().compare(dependency.node()).is_le());
                added.insert(at, dependency);
            }
        }
    }
    let mut ids: Vec<&str> = Vec::new();
    for id in resource.depends_on().iter().map(String::as_str).chain(added.into_iter().map(Dependency::logical_id)) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    if ids.is_empty() { None } else { Some(Json::from(ids)) }
}
