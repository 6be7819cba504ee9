//! What declarations that are not all literals render: bases, branches, spreads, resources, units, macros around them.
//!
//! Each module denies warnings: a right declaration has none.

#![allow(clippy::all, reason = "forms that clippy would shorten are forms as well")]

#[path = "forms/base.rs"]
mod base;
#[path = "forms/branches.rs"]
mod branches;
#[path = "forms/control_flow.rs"]
mod control_flow;
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
