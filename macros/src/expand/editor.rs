//! The copy for editors: the user's tokens as they stand, whole or half-typed, each where its meaning can be looked up.
//!
//! rustc never sees it as Rust, so it need not parse. What an editor completes depends on the text around a token being
//! the same whether or not the token is there; so everything here is written before it is known what the user typed.

use crate::syntax::{Entry, Key};
use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

/// Path statements for names, typed `let`s for values, and a value of the right type at the end.
pub(super) fn editor(runtime: &TokenStream, entries: &[Entry]) -> TokenStream {
    let rt = quote!(#runtime::__private);
    let statements = entries.iter().map(|entry| statement(&rt, entry));
    quote!({ #(#statements)* #rt::names::client::; #rt::blank() })
}

fn statement(rt: &TokenStream, entry: &Entry) -> TokenStream {
    let name = match &entry.key {
        Key::Name(name) => Some(TokenTree::from(name.clone())),
        _ => None,
    };
    let value = &entry.value;
    quote!(#rt::names::client::#name; let _ = #(#value)*;)
}
