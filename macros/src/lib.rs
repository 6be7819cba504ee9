//! The compile-time half of `cognito-cfn`.
//!
//! The files are the pipeline:
//!
//! | file | from | to |
//! |---|---|---|
//! | `syntax` (with `scan`) | tokens | entries: a name and a run of tokens; never fails |
//! | `read` (with `names`, `literal`, `function`, `json`) | entries | a declaration with spans |
//! | `check` | declaration | what the rules of the schema see, and what they find |
//! | `report` | findings | errors and warnings on the user's tokens |
//! | `expand` | declaration | the value for rustc, and a copy for editors |

// What a caller gives must not make a library panic; a test may.
#![cfg_attr(not(test), warn(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]

mod check;
mod declaration;
mod expand;
mod function;
mod json;
mod literal;
mod names;
mod read;
mod report;
mod scan;
mod syntax;
#[cfg(test)]
mod tests;
mod token;

use proc_macro2::TokenStream;

/// Called by `user_pool_client!`, which hands over the path of the runtime crate and the body.
#[doc(hidden)]
#[proc_macro]
pub fn declare(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand_declaration(input.into(), expand::Reader::detect()).into()
}

/// Tokens to tokens, whatever the tokens are: always a value of the right type, with the errors behind it.
fn expand_declaration(input: TokenStream, reader: expand::Reader) -> TokenStream {
    let (runtime, body) = syntax::split_input(input);
    let mut reports = report::Reports::default();
    let declaration = read::declaration(body, &mut reports);
    check::check(&declaration, &mut reports);
    expand::expand(&runtime, &declaration, &reports, reader)
}
