//! The copy for editors: the user's tokens as they stand, whole or half-typed, each where its meaning can be looked up.
//!
//! rustc never reads it as Rust, so it need not parse. What an editor completes depends on the text around a token being
//! the same whether or not the token is there; so a prefix stands also where the word behind it is still missing.

use crate::declaration::Shape;
use crate::names;
use crate::report::Reports;
use crate::scan;
use crate::syntax::{Entry, Key, entries};
use cognito_cfn_schema::functions::{Argument, find};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

/// Path statements for names, `let`s for values, and a value of the right type at the end.
pub(super) fn editor(runtime: &TokenStream, entries: &[Entry]) -> TokenStream {
    let rt = &quote!(#runtime::__private);
    let statements = statements(rt, entries, names::Scope::Client);
    quote!({ #statements #rt::blank() })
}

/// The entries of the declaration or a block, and one name that is still to be typed.
fn statements(rt: &TokenStream, entries: &[Entry], scope: names::Scope) -> TokenStream {
    let module = super::ident(scope.module());
    let mut statements = TokenStream::new();
    for entry in entries {
        let shape = names::known(entry, scope).and_then(Shape::of);
        let value = value(rt, &entry.value, shape);
        let name = match &entry.key {
            Key::Name(name) => Some(name),
            Key::Literal(_) => None,
        };
        statements.extend(quote!(#rt::names::#module::#name; let _ = #value;));
    }
    statements.extend(quote!(#rt::names::#module::;));
    statements
}

/// A value where its shape is known: words behind their module, blocks as statements, everything else as it stands.
fn value(rt: &TokenStream, tokens: &[TokenTree], shape: Option<Shape>) -> TokenStream {
    match (tokens, shape) {
        ([TokenTree::Group(group)], Some(Shape::Block(block))) if group.delimiter() == Delimiter::Brace => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            let statements = statements(rt, &entries(&inner, &mut Reports::default()), names::Scope::Block(block));
            quote!({ #statements })
        }
        ([TokenTree::Group(group)], Some(shape)) if group.delimiter() == Delimiter::Bracket => {
            let items = items(rt, group.stream(), |_| shape.item());
            quote!([#items])
        }
        ([TokenTree::Ident(name), TokenTree::Group(group)], _) if group.delimiter() == Delimiter::Parenthesis => {
            match find(&name.to_string()) {
                Some(function) => {
                    let of =
                        |at: usize| if function.arguments.get(at) == Some(&Argument::Value) { shape } else { None };
                    let arguments = items(rt, group.stream(), of);
                    quote!((#arguments))
                }
                None => quote!(#(#tokens)*),
            }
        }
        ([], Some(Shape::Word(of))) | ([TokenTree::Ident(_)], Some(Shape::Word(of))) if is_word(tokens) => {
            let module = super::ident(of.module);
            quote!(#rt::words::#module::#(#tokens)*)
        }
        _ => quote!(#(#tokens)*),
    }
}

/// Whether the run is a word, whole, half-typed or missing. A name in lower case is a variable.
fn is_word(tokens: &[TokenTree]) -> bool {
    match tokens {
        [] => true,
        [TokenTree::Ident(word)] => word.to_string().starts_with(char::is_uppercase),
        _ => false,
    }
}

/// The items of a list, with a place for one more behind the last comma.
fn items(rt: &TokenStream, stream: TokenStream, shape: impl Fn(usize) -> Option<Shape>) -> TokenStream {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut rest = tokens.as_slice();
    let mut items = TokenStream::new();
    for at in 0.. {
        let (item, after) = rest.split_at(scan::value_length(rest));
        items.extend(value(rt, item, shape(at)));
        let Some((separator, after)) = after.split_first() else { break };
        items.extend([separator.clone()]);
        rest = after;
    }
    items
}
