//! The state of a resource besides its fields.

use super::Dependency;
use super::overrides::Overrides;
use super::unit::Misplaced;
use crate::construct::Node;
use std::panic::Location;

/// The state of a resource besides its fields: construct node, source location, overrides and dependencies.
///
/// The methods of the resource read and change it.
#[derive(Clone, Debug)]
pub struct ResourceState {
    pub(crate) node: Option<Node>,
    /// The logical id was chosen, so no scope computes one.
    pub(crate) named: bool,
    pub(crate) created: Option<&'static Location<'static>>,
    pub(crate) overrides: Overrides,
    pub(crate) dependencies: Vec<Dependency>,
    pub(crate) misplaced_units: Vec<Misplaced>,
}

impl ResourceState {
    /// Of a resource that is made here.
    #[track_caller]
    pub const fn new() -> Self {
        Self {
            node: None,
            named: false,
            created: Some(Location::caller()),
            overrides: Overrides::none(),
            dependencies: Vec::new(),
            misplaced_units: Vec::new(),
        }
    }
}

impl Default for ResourceState {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

/// Two that were made in different places can be the same.
impl PartialEq for ResourceState {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node && self.overrides == other.overrides && self.dependencies == other.dependencies
    }
}
