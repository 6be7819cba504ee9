//! The state of a resource besides its fields.

use super::Dependency;
use super::overrides::Overrides;
use super::source::Source;
use super::unit::Misplaced;
use crate::construct::Node;
use crate::json::Json;
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
    /// What it was read from, if it was.
    pub(crate) source: Option<Source>,
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
            source: None,
        }
    }
}

impl ResourceState {
    /// The JSON it was read from, unless its fields alone render the same.
    pub(super) fn original(&self) -> Option<&Json> {
        self.source.as_ref().and_then(Source::original)
    }
}

impl Default for ResourceState {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

/// Two that were made in different places can be the same, and so can two of which one was read.
impl PartialEq for ResourceState {
    fn eq(&self, other: &Self) -> bool {
        self.node == other.node
            && self.overrides == other.overrides
            && self.dependencies == other.dependencies
            && self.original() == other.original()
    }
}
