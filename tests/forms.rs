//! What declarations that are not all literals render: bases, branches, spreads, resources, units, macros around them.
//!
//! Each module denies warnings: a right declaration has none.

#[path = "forms/base.rs"]
mod base;
#[path = "forms/branches.rs"]
mod branches;
#[path = "forms/resources.rs"]
mod resources;
#[path = "forms/shorthand.rs"]
mod shorthand;
#[path = "forms/spread.rs"]
mod spread;
#[path = "forms/units.rs"]
mod units;
#[path = "forms/wrapped.rs"]
mod wrapped;
