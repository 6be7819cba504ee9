//! Declarations that are right: no rule reports anything, and rustc has no warning.
//!
//! A declaration with a mistake would not compile here; each module denies warnings.

#[path = "accepted/bases.rs"]
mod bases;
#[path = "accepted/edges_of_lengths.rs"]
mod edges_of_lengths;
#[path = "accepted/edges_of_token_validity.rs"]
mod edges_of_token_validity;
#[path = "accepted/enum_values.rs"]
mod enum_values;
#[path = "accepted/expressions.rs"]
mod expressions;
#[path = "accepted/functions_everywhere.rs"]
mod functions_everywhere;
#[path = "accepted/near_warnings.rs"]
mod near_warnings;
#[path = "accepted/resources.rs"]
mod resources;
#[path = "accepted/sign_in.rs"]
mod sign_in;
#[path = "accepted/spread.rs"]
mod spread;
#[path = "accepted/tails.rs"]
mod tails;
#[path = "accepted/units.rs"]
mod units;
#[path = "accepted/unknown_rules.rs"]
mod unknown_rules;
#[path = "accepted/urls.rs"]
mod urls;
