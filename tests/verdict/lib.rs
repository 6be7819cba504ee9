//! The macro's verdict as a value.
//!
//! It is made of the very files of the macro; only what becomes of the findings differs: the macro makes compiler errors
//! and warnings of them, this hands them back.

#![allow(dead_code, reason = "not all of the macro is asked for")]

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

use cognito_cfn_schema::{Finding, Severity};
use proc_macro2::TokenStream;
use quote::quote;
use report::Reports;

/// Something the compiler tells of a declaration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Whether it is an error or a warning.
    pub severity: Severity,
    /// The code, where there is one.
    pub code: Option<String>,
    /// All of its lines.
    pub text: String,
}

/// What the compiler tells of a declaration, given as text.
///
/// # Panics
///
/// If the text is not made of tokens.
pub fn told(declaration: &str) -> Vec<Told> {
    let mut reports = Reports::default();
    let declaration = read::declaration(tokens(declaration).into_iter().collect(), &mut reports);
    check::check(&declaration, &mut reports);
    reports
        .told()
        .map(|(severity, code, text)| Told { severity, code: code.map(str::to_owned), text: text.to_owned() })
        .collect()
}

/// What the rules find in a declaration, given as text.
///
/// # Panics
///
/// If the text is not made of tokens, or if something is wrong with it that no rule looks into.
pub fn findings(declaration: &str) -> Vec<Finding> {
    let mut reports = Reports::default();
    let read = read::declaration(tokens(declaration).into_iter().collect(), &mut reports);
    let wrong: Vec<&str> = reports.told().map(|(_, _, text)| text).collect();
    assert!(wrong.is_empty(), "{wrong:?} in {declaration}");
    check::find(&read).into_iter().map(|(_, finding)| finding).collect()
}

fn tokens(declaration: &str) -> TokenStream {
    declaration.parse().unwrap_or_else(|fault| panic!("{fault} in {declaration}"))
}

/// The expansion for a reader that is not known, which has the copy for editors in it.
pub fn in_doubt(input: TokenStream) -> TokenStream {
    let (runtime, body) = syntax::split_input(input);
    let mut reports = Reports::default();
    let declaration = read::declaration(body, &mut reports);
    check::check(&declaration, &mut reports);
    expand::expand(&runtime, &declaration, &reports, expand::Reader::Unknown)
}

/// `(value, [codes])` of a declaration, whatever the codes are.
pub fn judge(input: TokenStream) -> TokenStream {
    let (runtime, body) = syntax::split_input(input);
    let mut reports = Reports::default();
    let declaration = read::declaration(body, &mut reports);
    check::check(&declaration, &mut reports);
    let codes: Vec<&str> = reports.told().filter_map(|(_, code, _)| code).collect();
    let client = expand::expand(&runtime, &declaration, &Reports::default(), expand::Reader::Compiler);
    quote!((#client, [#(#codes),*] as [&str; _]))
}
