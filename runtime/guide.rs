//! The pages of the repository's folder `docs`.
//!
//! | page | answers |
//! |---|---|
//! | [`check`] | How are the templates that exist checked? |
//! | [`ci`] | … on every pull request? |
//! | [`diff`] | Will this change replace a client, so that users must sign in again? |
//! | [`rules`] | What does a code mean, and how is it fixed? |
//! | [`stages`] | How does a declaration depend on a stage, a configuration or another client? |
//! | [`comparison`] | What do other tools find in the same declarations? |
//! | [`editor`] | What does rust-analyzer do inside a declaration? |
//! | [`from_cdk`] | How is it written in the AWS CDK, and how here? |
//! | [`performance`] | What does it cost to build, to declare and to run? |
//! | [`import`] | How does a template, or a deployed client, become a program? |

// Only rustdoc compiles this module, so that no build reads the pages. Programs on them are run as tests.

// The programs of the rules are compiled as fixtures.
#[cfg(not(doctest))]
#[doc = include_str!("../docs/rules.md")]
pub mod rules {}

#[doc = include_str!("../docs/check.md")]
pub mod check {}

#[doc = include_str!("../docs/ci.md")]
pub mod ci {}

#[doc = include_str!("../docs/comparison.md")]
pub mod comparison {}

#[doc = include_str!("../docs/diff.md")]
pub mod diff {}

#[doc = concat!("[completion]: ", include_str!("../docs/completion.uri"), "\n")]
#[doc = include_str!("../docs/editor.md")]
pub mod editor {}

#[doc = include_str!("../docs/from-cdk.md")]
pub mod from_cdk {}

#[doc = include_str!("../docs/import.md")]
pub mod import {}

#[doc = include_str!("../docs/performance.md")]
pub mod performance {}

#[doc = include_str!("../docs/stages.md")]
pub mod stages {}
