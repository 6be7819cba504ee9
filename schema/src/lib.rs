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
//! | [`attributes`] | what stands beside the properties: `logical_id`, `depends_on`, … |
//! | [`words`] | the enumerations, as Rust enums |
//! | [`functions`] | CloudFormation's functions: logical ids, pseudo parameters, the `${…}` of a `Sub` |
//! | [`declaration`] | what a rule sees: values that are absent, known, or not known yet |
//! | [`catalogue`] | the codes, with the service's own words, the evidence and an example each |
//! | [`rules`] | the checks behind the codes |

// What a caller gives must not make a library panic; a test may.
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]

#[macro_use]
mod table;

pub mod attributes;
pub mod blocks;
pub mod catalogue;
pub mod characters;
pub mod client;
pub mod conditions;
pub mod declaration;
pub mod finding;
pub mod functions;
pub mod loops;
pub mod property;
pub mod quotas;
pub mod return_values;
pub mod rules;
pub mod spelling;
pub mod surroundings;
pub mod words;

pub use declaration::{Declaration, Known, Node};
pub use finding::{Finding, PropertyPath, Severity};
pub use property::{Block, Kind, Limits, Property};
pub use words::{Enumeration, Word, Words};

/// The CloudFormation type the whole crate is about.
pub const RESOURCE_TYPE: &str = "AWS::Cognito::UserPoolClient";
