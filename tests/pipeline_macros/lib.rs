//! `pipeline` as macros, for tests of the values that declarations become.

use proc_macro2::TokenStream;
use quote::quote;

/// The expansion for an unknown host, which has the copy for editors in it.
#[proc_macro]
pub fn expand(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    pipeline::expand(input.into()).into()
}

/// `(value, [codes])` of a declaration, whatever the codes are.
#[proc_macro]
pub fn analyze(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let input = TokenStream::from(input);
    let codes = pipeline::analyze(input.clone()).into_iter().filter_map(|diagnostic| diagnostic.code);
    let value = pipeline::expand_value(input);
    quote!((#value, [#(#codes),*] as [&str; _])).into()
}
