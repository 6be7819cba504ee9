//! The compile-time half of `cognito-cfn`.
//!
//! A declaration goes one way through the folders and files:
//!
//! | step | from | to |
//! |---|---|---|
//! | `parse` | tokens | a syntax tree, half-typed places included; never fails, knows no property |
//! | `resolve` | the tree | a declaration: properties with values, see `model` |
//! | `check` | the declaration | what the rules of the schema find |
//! | `expand` | the declaration | the value for rustc; of the tree, a copy for editors |
//!
//! `diagnostics` are errors and warnings on the user's tokens, `host` is the program that runs the macro.

// What a caller gives must not make a library panic; a test may.
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]

// By its path, so that `tests/pipeline` finds the files of the same module in the same place.
#[path = "pipeline.rs"]
mod pipeline;
#[cfg(test)]
mod tests;

/// Called by `user_pool_client!`, which hands over the path of the runtime crate and the body.
#[doc(hidden)]
#[proc_macro]
pub fn declare(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    pipeline::expand(&pipeline::analyze(input.into()), pipeline::host::Host::detect()).into()
}
