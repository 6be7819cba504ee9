//! What CloudFormation and Cognito allow in an `AWS::Cognito::UserPoolClient`.
//!
//! This crate defines every property, enum value, limit and rule once. The macro reads it at compile
//! time, the runtime reads it when all values are known, and documentation and tests are generated from it.
//!
//! | module | holds |
//! |---|---|
//! | [`client`] | the 23 properties, a documented row each |
//! | [`blocks`] | the members of the three nested blocks |
//! | [`attributes`] | the resource attributes: `logical_id`, `depends_on`, … |
//! | [`enums`] | the enumerations with their variants |
//! | [`intrinsics`], [`literals`] | CloudFormation's functions, and what their literal arguments may be |
//! | [`input`] | the input of the rules: values that are absent, known, or not known yet |
//! | [`stack_context`] | the rest of the stack, for rules that need it |
//! | [`rules`] | the rules: a row and a check each |
//! | [`diagnostic`] | the findings of a rule: what is wrong, and where |

// No input of a caller may make the library panic. Tests may panic.
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]

#[macro_use]
pub mod facts;

pub mod diagnostic;
pub mod input;
pub mod rules;
pub mod stack_context;
pub mod suggest;

pub use diagnostic::{Diagnostic, Finding, Help, PropertyPath, Severity, Span, TemplateLocation};
pub use enums::{Enumeration, Variant};
pub use facts::{
    attributes, blocks, characters, client, conditions, enums, fallback, intrinsics, literals, loops, parameters,
    property, quotas, return_values, units,
};
pub use fallback::Fallback;
pub use input::{AbstractValue, Node, Properties};
pub use property::{Block, JsonFormat, Kind, Limits, Property, StringFormat};

/// The CloudFormation type of an app client.
pub const RESOURCE_TYPE: &str = "AWS::Cognito::UserPoolClient";

/// Whether it is the type of an app client in other letters: another case, or up to two that are wrong. No other type of
/// CloudFormation is so near.
pub fn misspells_resource_type(of: &str) -> bool {
    of != RESOURCE_TYPE
        && of.len().abs_diff(RESOURCE_TYPE.len()) <= 2
        && suggest::distance(&suggest::fold(of), &suggest::fold(RESOURCE_TYPE)) <= 2
}
