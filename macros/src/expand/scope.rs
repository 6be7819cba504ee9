//! The names that expressions of Rust have without a path: variants of the property's enumeration, units of time.

use super::ident;
use crate::pipeline::model::{Branches, Member, TypedValue, ValueKind};
use cognito_cfn_schema::blocks::unit_of;
use cognito_cfn_schema::enums::TimeUnit;
use cognito_cfn_schema::suggest::fold;
use cognito_cfn_schema::{Enumeration, Kind, Variant};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

/// The variant of an open enumeration that holds another string.
const OTHER: &str = "Other";

/// What the names are of.
#[derive(Clone, Copy)]
enum Names {
    Variants(&'static Enumeration),
    /// Functions that give a token validity.
    Units,
}

impl Names {
    fn has(self, name: &str, is_called: bool) -> bool {
        match self {
            Self::Variants(of) if name == OTHER => of.is_open(),
            Self::Variants(of) => !is_called && of.by_name(name).is_some(),
            Self::Units => is_called && TimeUnit.by_name(name).is_some(),
        }
    }

    fn module(self) -> &'static str {
        match self {
            Self::Variants(of) => of.name,
            Self::Units => "units",
        }
    }
}

/// The names that occur in the value of a property.
pub(super) struct Scope {
    /// Whether the property is a token validity.
    has_units: bool,
    names: Vec<(Names, Vec<String>)>,
    /// Variants whose names are in another case: a variable of the user's comes first, and for an unknown one rustc
    /// suggests the variant.
    near: Vec<(&'static Enumeration, &'static Variant)>,
}

impl Scope {
    pub(super) fn of(member: &Member) -> Self {
        let mut scope = Self { has_units: unit_of(member.property).is_some(), names: Vec::new(), near: Vec::new() };
        scope.add(&member.value);
        scope
    }

    /// The statements or the expression, with the names in scope. A block of its own, so that nothing else sees them.
    pub(super) fn around(&self, rt: &TokenStream, inner: TokenStream) -> TokenStream {
        if self.names.is_empty() && self.near.is_empty() {
            return inner;
        }
        let imports = self.names.iter().map(|(of, names)| {
            let module = ident(of.module());
            let names = names.iter().map(|name| ident(name));
            quote!(use #rt::#module::{#(#names),*};)
        });
        let of = self.near.iter().map(|(of, _)| ident(of.name));
        let near: Vec<_> = self.near.iter().map(|(_, variant)| ident(variant.name)).collect();
        // They are used, because a program may forbid to allow unused imports.
        quote!({ #(#imports)* #(use #rt::#of::#near;)* #(let _ = #near;)* #inner })
    }

    fn add(&mut self, value: &TypedValue) {
        match &value.value {
            ValueKind::Rust(written) | ValueKind::Branches(Branches { rust: written, .. }) => {
                match (value.kind, value.kind.enumeration()) {
                    (_, Some(of)) => {
                        self.scan(written.tokens(), Names::Variants(of));
                        self.add_near(&written.tokens().to_string(), of);
                    }
                    (Kind::Integer, None) if self.has_units => self.scan(written.tokens(), Names::Units),
                    _ => {}
                }
            }
            ValueKind::List(items) | ValueKind::Call(_, items) => items.iter().for_each(|item| self.add(item)),
            ValueKind::Spread(list) => self.add(list),
            ValueKind::Block(members) => members.iter().for_each(|member| self.add(&member.value)),
            _ => {}
        }
    }

    /// The variant of that name in another case, if the whole value is a name.
    fn add_near(&mut self, name: &str, of: &'static Enumeration) {
        let is_near = |variant: &&&Variant| variant.name != name && fold(variant.name) == fold(name);
        let Some(variant) = of.variants.iter().find(is_near).filter(|_| is_word(name)) else { return };
        if !self.near.iter().any(|(_, known)| std::ptr::eq(*known, *variant)) {
            self.near.push((of, variant));
        }
    }

    /// Names in tokens at any depth: not in a path, not of a method, a field, a label or a macro.
    fn scan(&mut self, tokens: TokenStream, names: Names) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let is = |at: Option<usize>, character| {
            let token = at.and_then(|at| tokens.get(at));
            matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == character)
        };
        for (at, token) in tokens.iter().enumerate() {
            let name = match token {
                TokenTree::Group(group) => {
                    self.scan(group.stream(), names);
                    continue;
                }
                TokenTree::Ident(name) => name.to_string(),
                _ => continue,
            };
            let [before, before_that] = [1, 2].map(|count| at.checked_sub(count));
            let [after, after_that] = [1, 2].map(|count| at.checked_add(count));
            let is_in_path = (is(before, ':') && is(before_that, ':')) || (is(after, ':') && is(after_that, ':'));
            let is_member = is(before, '.') && !is(before_that, '.');
            let is_other = is_in_path || is_member || is(before, '\'') || is(after, '!');
            let next = after.and_then(|after| tokens.get(after));
            let is_called =
                matches!(next, Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Parenthesis);
            if !is_other && names.has(&name, is_called) {
                self.insert(names, name);
            }
        }
    }

    fn insert(&mut self, of: Names, name: String) {
        match self.names.iter_mut().find(|(known, _)| known.module() == of.module()) {
            Some((_, names)) if names.contains(&name) => {}
            Some((_, names)) => names.push(name),
            None => self.names.push((of, vec![name])),
        }
    }
}

fn is_word(text: &str) -> bool {
    text.chars().all(|character| character.is_alphanumeric() || character == '_')
}
