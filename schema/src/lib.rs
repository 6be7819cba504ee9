//! What CloudFormation and Cognito allow in an `AWS::Cognito::UserPoolClient`.
//!
//! Every property, word, limit and rule of the product is written in this crate, once. The macro reads it while a
//! declaration compiles, the runtime reads it again when the last value is known, and documentation and tests are
//! made from it.
//!
//! | module | holds |
//! |---|---|
//! | [`client`] | the 23 properties, a documented row each |
//! | [`blocks`] | the members of the three nested blocks |
//! | [`attributes`] | the resource attributes: `logical_id`, `depends_on`, … |
//! | [`enums`] | the enumerations with their variants |
//! | [`intrinsics`], [`literals`] | CloudFormation's functions, and what their literal arguments may be |
//! | [`input`] | what a rule sees: values that are absent, known, or not known yet |
//! | [`stack_context`] | what a rule that needs the stack sees as well |
//! | [`rules`] | the rules: of each its row and its check |
//! | [`diagnostic`] | what a rule says, and where |

// What a caller gives must not make a library panic; a test may.
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]

#[macro_use]
pub mod facts;

pub mod diagnostic;
pub mod input;
pub mod rules;
pub mod stack_context;
pub mod suggest;

pub use diagnostic::{Diagnostic, Finding, Help, PropertyPath, Severity};
pub use enums::{Enumeration, Variant};
pub use facts::{
    attributes, blocks, characters, client, conditions, enums, intrinsics, literals, loops, parameters, property,
    quotas, return_values,
};
pub use input::{AbstractValue, Node, Properties};
pub use property::{Block, JsonFormat, Kind, Limits, Property, StringFormat};

/// The CloudFormation type the whole crate is about.
pub const RESOURCE_TYPE: &str = "AWS::Cognito::UserPoolClient";
