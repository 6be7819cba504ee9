//! What CloudFormation and Cognito allow, taken alone: properties, enumerations, functions, quotas.

#[macro_use]
mod table;

pub mod attributes;
pub mod blocks;
pub mod characters;
pub mod client;
pub mod conditions;
pub mod enums;
pub mod fallback;
pub mod intrinsics;
pub mod literals;
pub mod loops;
pub mod parameters;
pub mod property;
pub mod quotas;
pub mod return_values;
pub mod units;
