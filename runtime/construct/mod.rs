//! The tree of an app: constructs, the scopes they are in, and the ids that follow from that.

mod inspector;
mod locale_compare;
pub(crate) mod logical_id;
mod node;
mod scope;

pub use inspector::TreeInspector;
pub use node::Node;
pub use scope::Scope;
