//! The macro with its verdict as a value.
//!
//! It is made of the very files of the macro; only what becomes of the findings differs: the macro makes compiler errors
//! of them, this hands back their codes beside the value.

#![allow(dead_code, reason = "the errors are not written here")]

#[path = "../../macros/src/check.rs"]
mod check;
#[path = "../../macros/src/declaration.rs"]
mod declaration;
#[path = "../../macros/src/expand/mod.rs"]
mod expand;
#[path = "../../macros/src/function.rs"]
mod function;
#[path = "../../macros/src/json.rs"]
mod json;
#[path = "../../macros/src/literal.rs"]
mod literal;
#[path = "../../macros/src/names.rs"]
mod names;
#[path = "../../macros/src/read.rs"]
mod read;
#[path = "../../macros/src/report.rs"]
mod report;
#[path = "../../macros/src/scan.rs"]
mod scan;
#[path = "../../macros/src/syntax.rs"]
mod syntax;
#[path = "../../macros/src/token.rs"]
mod token;

use quote::quote;
use report::Reports;

/// The expansion for a reader that is not known, which has the copy for editors in it.
#[proc_macro]
pub fn in_doubt(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let (runtime, body) = syntax::split_input(input.into());
    let mut reports = Reports::default();
    let declaration = read::declaration(body, &mut reports);
    check::check(&declaration, &mut reports);
    expand::expand(&runtime, &declaration, &reports, expand::Reader::Unknown).into()
}

/// `(value, [codes])` of a declaration, whatever the codes are.
#[proc_macro]
pub fn judge(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let (runtime, body) = syntax::split_input(input.into());
    let mut reports = Reports::default();
    let declaration = read::declaration(body, &mut reports);
    check::check(&declaration, &mut reports);
    let codes = reports.codes();
    let client = expand::expand(&runtime, &declaration, &Reports::default(), expand::Reader::Compiler);
    quote!((#client, [#(#codes),*] as [&str; _])).into()
}
