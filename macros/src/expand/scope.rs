//! The variants that expressions of Rust name without a path.

use super::ident;
use crate::pipeline::model::{Member, TypedValue, ValueKind};
use cognito_cfn_schema::Enumeration;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

/// The variant of an open enumeration that holds another string.
const OTHER: &str = "Other";

/// The names of variants that occur, with their enumerations.
#[derive(Default)]
pub(super) struct Scope(Vec<(&'static Enumeration, Vec<String>)>);

impl Scope {
    /// Of a property's value.
    pub(super) fn of(value: &TypedValue) -> Self {
        let mut scope = Self::default();
        scope.add(value);
        scope
    }

    /// The statements, with the variants in scope. A block of its own, so that no other expression sees them.
    pub(super) fn around(&self, rt: &TokenStream, statements: TokenStream) -> TokenStream {
        if self.0.is_empty() {
            return statements;
        }
        let imports = self.0.iter().map(|(of, names)| {
            let of = ident(of.name);
            let names = names.iter().map(|name| ident(name));
            quote!(use #rt::#of::{#(#names),*};)
        });
        quote!({ #(#imports)* #statements })
    }

    fn add(&mut self, value: &TypedValue) {
        match &value.value {
            ValueKind::Rust(written) => {
                if let Some(of) = value.kind.enumeration() {
                    self.scan(written.tokens(), of);
                }
            }
            ValueKind::List(items) | ValueKind::Call(_, items) => items.iter().for_each(|item| self.add(item)),
            ValueKind::Spread(list) => self.add(list),
            ValueKind::Block(members) => members.iter().for_each(|Member { value, .. }| self.add(value)),
            _ => {}
        }
    }

    /// Names of variants in tokens at any depth: not in a path, not of a method, a field, a function or a macro.
    fn scan(&mut self, tokens: TokenStream, of: &'static Enumeration) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is = |at: Option<usize>, character| matches!(at.and_then(|at| tokens.get(at)), Some(TokenTree::Punct(punct)) if punct.as_char() == character);
        for (at, token) in tokens.iter().enumerate() {
            let (before, after) = (at.checked_sub(1), Some(at + 1));
            match token {
                TokenTree::Group(group) => self.scan(group.stream(), of),
                TokenTree::Ident(name) => {
                    let is_within_path =
                        (is(before, ':') && is(at.checked_sub(2), ':')) || (is(after, ':') && is(Some(at + 2), ':'));
                    let is_member = is(before, '.') && !is(at.checked_sub(2), '.');
                    let is_called = matches!(
                        tokens.get(at + 1),
                        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis
                    );
                    let name = name.to_string();
                    let is_variant =
                        if name == OTHER { of.is_open() } else { !is_called && of.by_name(&name).is_some() };
                    if is_variant && !is_within_path && !is_member && !is(before, '\'') && !is(after, '!') {
                        self.insert(of, name);
                    }
                }
                _ => {}
            }
        }
    }

    fn insert(&mut self, of: &'static Enumeration, name: String) {
        match self.0.iter_mut().find(|(known, _)| std::ptr::eq(*known, of)) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => self.0.push((of, vec![name])),
        }
    }
}
