//! The copy for editors: the user's tokens as they stand, whole or half-typed, each where its meaning can be looked up.
//!
//! rustc never reads it as Rust, so it need not parse. An editor completes by running the macro on the text with a marker
//! at the cursor, and finds the place by comparing the text around the marker in both expansions. So the copy is the same
//! whether or not a name or word is there: a prefix stands also where what follows it is still to be typed, and between
//! any two entries there is a place for a name.

use crate::json::JSON;
use crate::names::{self, Scope};
use crate::report::Reports;
use crate::scan;
use crate::syntax::{Entry, Key, entries};
use cognito_cfn_schema::enums::Enumeration;
use cognito_cfn_schema::intrinsics::{FUNCTIONS, find};
use cognito_cfn_schema::{Kind, Property};
use proc_macro2::{Delimiter, Ident, TokenStream, TokenTree};
use quote::quote;

/// Path statements for names, `let`s for values, and a value of the right type at the end.
pub(super) fn editor(runtime: &TokenStream, entries: &[Entry]) -> TokenStream {
    let copy = Copy { rt: &quote!(#runtime::__private) };
    let rt = copy.rt;
    let entries = copy.entries(entries, Scope::Client);
    let functions = FUNCTIONS.iter().map(|function| super::ident(function.name));
    // Words that are imported closer to their place win over functions: `Sub` is an attribute of a user as well.
    quote!({ use #rt::functions::{#(#functions),*}; #entries #rt::blank() })
}

struct Copy<'r> {
    rt: &'r TokenStream,
}

impl Copy<'_> {
    /// The entries of the declaration or a block: first the names, then the values.
    fn entries(&self, entries: &[Entry], scope: Scope) -> TokenStream {
        let names = self.names(entries, scope);
        let values = entries.iter().filter(|entry| !is_bare(entry)).map(|entry| {
            let property = names::known(entry, scope);
            match property.map(|property| &property.kind) {
                Some(Kind::Codes) => self.codes(&entry.value),
                _ => self.value(&entry.value, property.map(|property| property.kind)),
            }
        });
        let values: TokenStream = values.collect();
        quote!({ #names } #values)
    }

    /// A path for each name: of all names where there is a value, of those not used yet where a name is being typed.
    fn names(&self, entries: &[Entry], scope: Scope) -> TokenStream {
        let rt = self.rt;
        let module = super::ident(scope.module());
        let used: Vec<&Property> =
            entries.iter().filter(|entry| !is_bare(entry)).filter_map(|entry| names::known(entry, scope)).collect();
        let unused = scope.properties().filter(|property| !used.iter().any(|used| std::ptr::eq(*used, *property)));
        let unused = unused.map(|property| super::ident(property.name));
        let mut statements = quote!(mod unused { pub use #rt::names::#module::{#(#unused),*}; });
        let mut is_gap_open = true;
        for entry in entries {
            let name = name(entry);
            if is_bare(entry) {
                statements.extend(quote!(unused::#name;));
                is_gap_open = false;
            } else {
                if is_gap_open {
                    statements.extend(quote!(unused::;));
                }
                statements.extend(quote!(#rt::names::#module::#name;));
                is_gap_open = true;
            }
        }
        if is_gap_open {
            statements.extend(quote!(unused::;));
        }
        statements
    }

    /// A value where its shape is known: words among the words, blocks as blocks, everything else as it stands.
    fn value(&self, tokens: &[TokenTree], shape: Option<Kind>) -> TokenStream {
        match (tokens, shape) {
            ([TokenTree::Group(group)], Some(Kind::Block(block))) if group.delimiter() == Delimiter::Brace => {
                let entries = self.entries(&inner_entries(group.stream()), Scope::Block(block));
                quote!({ #entries })
            }
            ([TokenTree::Group(group)], Some(Kind::Json(_) | Kind::Variables(_)))
                if group.delimiter() == Delimiter::Brace =>
            {
                let entries = inner_entries(group.stream());
                let values = entries.iter().filter(|entry| !is_bare(entry));
                values.map(|entry| self.value(&entry.value, Some(JSON))).collect()
            }
            ([TokenTree::Ident(name), TokenTree::Punct(_), TokenTree::Group(group)], Some(shape))
                if name == "vec" && shape.item().is_some() =>
            {
                self.items(group.stream(), |_| shape.item())
            }
            ([TokenTree::Group(group)], _) if group.delimiter() == Delimiter::Bracket => {
                let item =
                    shape.and_then(|shape| if matches!(shape, Kind::Json(_)) { Some(shape) } else { shape.item() });
                self.items(group.stream(), |_| item)
            }
            ([name @ TokenTree::Ident(word), TokenTree::Group(group)], _)
                if group.delimiter() == Delimiter::Parenthesis =>
            {
                match find(&names::without_marker(&word.to_string())) {
                    Some(function) => {
                        let name = plain(std::slice::from_ref(name));
                        let arguments = self.items(group.stream(), |at| {
                            match function.parameters.get(at).map(|parameter| parameter.kind) {
                                Some(Kind::Result) => shape,
                                Some(Kind::Variables(_) | Kind::Json(_)) => Some(JSON),
                                _ => None,
                            }
                        });
                        quote!(#name #arguments)
                    }
                    None => plain(tokens),
                }
            }
            ([] | [TokenTree::Ident(_)], Some(Kind::Enum(of))) => self.word(tokens, of),
            _ => plain(tokens),
        }
    }

    /// A word, whole, half-typed or missing: among the words of its enumeration, and what Rust has in scope.
    fn word(&self, tokens: &[TokenTree], of: &Enumeration) -> TokenStream {
        let rt = self.rt;
        let enumeration = super::ident(of.name);
        let words = of.variants.iter().map(|word| super::ident(word.name));
        // A variable, perhaps an `Option`, has whatever type it has.
        let is_other = tokens.first().is_some_and(|token| {
            let written = names::without_marker(&token.to_string());
            written.starts_with(|first: char| !first.is_uppercase()) || matches!(written.as_str(), "None" | "NoValue")
        });
        let of_type = (!is_other).then(|| quote!(: #rt::#enumeration));
        quote!({ use #rt::#enumeration::{#(#words),*}; let _ #of_type = #(#tokens)*; })
    }

    fn codes(&self, tokens: &[TokenTree]) -> TokenStream {
        let rt = self.rt;
        quote!({ use #rt::codes::*; let _ = (#(#tokens)*); })
    }

    /// The items of a list or the arguments of a function. In the place of each there is room for one more whose comma is
    /// missing, and behind the last comma for one that is still to be typed.
    fn items(&self, stream: TokenStream, shape: impl Fn(usize) -> Option<Kind>) -> TokenStream {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut rest = tokens.as_slice();
        let mut items = TokenStream::new();
        for at in 0.. {
            let (item, after) = rest.split_at(scan::value_length(rest));
            let (more, after) = after.split_at(scan::value_length(after));
            items.extend(self.value(item, shape(at)));
            items.extend(self.value(more, shape(at)));
            let Some((_, after)) = after.split_first() else { break };
            rest = after;
        }
        items
    }
}

fn plain(tokens: &[TokenTree]) -> TokenStream {
    quote!({ let _ = #(#tokens)*; })
}

/// Whether the entry is only a name: one that is being typed.
fn is_bare(entry: &Entry) -> bool {
    !entry.has_colon && entry.value.is_empty()
}

fn name(entry: &Entry) -> Option<&Ident> {
    match &entry.key {
        Key::Name(name) => Some(name),
        Key::Literal(_) => None,
    }
}

/// The entries of a group. What is wrong with them is reported where the value is read.
fn inner_entries(stream: TokenStream) -> Vec<Entry> {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    entries(&tokens, &mut Reports::default())
}
