//! Control flow of Rust, with its tails as what they mean.

use super::expression::{called, converted, expression};
use super::ident;
use super::value::Values;
use crate::pipeline::model::{Branches, Tail, TypedValue, ValueKind};
use crate::pipeline::parse::Expression;
use cognito_cfn_schema::Kind;
use proc_macro2::{Group, TokenStream, TokenTree};
use quote::quote;

impl Values<'_> {
    /// An `Option<Value<_>>`.
    pub(super) fn branches(&self, branches: &Branches, kind: Kind) -> TokenStream {
        if branches.is_ordinary {
            return converted(self.rt, &self.ordinary(branches), kind, self.host);
        }
        self.each_tail(branches, &|tail| self.tail(tail, &|value| self.optional_value(value)))
    }

    /// An `Option<TokenValidity>`.
    pub(super) fn validity_branches(&self, branches: &Branches) -> TokenStream {
        if branches.is_ordinary {
            return called(self.rt, quote!(TokenValidityProperty::convert), &self.ordinary(branches), self.host);
        }
        self.each_tail(branches, &|tail| self.validity(&tail.value))
    }

    /// A `Vec<Value<_>>`, spread into a list of items of that type.
    pub(super) fn spread_branches(&self, branches: &Branches, kind: Kind, of: &TokenStream) -> TokenStream {
        if branches.is_ordinary {
            return called(self.rt, quote!(Spread::<#of>::spread), &self.ordinary(branches), self.host);
        }
        let (rt, list) = (self.rt, self.branches(branches, kind));
        quote!(#rt::Spread::<#of>::spread(#list))
    }

    /// A `Vec<String>` of logical ids.
    pub(super) fn logical_id_branches(&self, branches: &Branches, kind: Kind) -> TokenStream {
        if branches.is_ordinary {
            return converted(self.rt, &self.ordinary(branches), kind, self.host);
        }
        self.each_tail(branches, &|tail| self.logical_ids(&tail.value))
    }

    fn tail(&self, tail: &Tail, value: &dyn Fn(&TypedValue) -> TokenStream) -> TokenStream {
        let rt = self.rt;
        if matches!(tail.value.value, ValueKind::Absent) { quote!(#rt::None) } else { value(&tail.value) }
    }

    /// The control flow with other tails. Its conditions and statements may not parse.
    fn each_tail(&self, branches: &Branches, tail: &dyn Fn(&Tail) -> TokenStream) -> TokenStream {
        let tokens = branches.tails.map(&mut |written| tail(written)).tokens();
        expression(self.rt, &Expression::new(tokens, branches.rust.span), self.host)
    }

    /// The control flow in ordinary Rust, with tails that have no meaning to the macro as they were written.
    pub(super) fn ordinary(&self, branches: &Branches) -> Expression {
        let tokens = branches.tails.map(&mut |tail| self.ordinary_tail(tail)).tokens();
        Expression::new(tokens, branches.rust.span)
    }

    fn ordinary_tail(&self, tail: &Tail) -> TokenStream {
        let rt = self.rt;
        match &tail.value.value {
            ValueKind::Variant(variant) => self.variant(variant.name, tail.value.kind),
            ValueKind::Measured(number, unit) => self.measured(number, unit),
            ValueKind::Call(function, arguments) if !matches!(function.name, "If" | "NoValue") => {
                let (name, arguments) = (ident(function.name), self.arguments(function, arguments));
                quote!(#rt::functions::#name(#arguments))
            }
            ValueKind::Call(..) => self.value(&tail.value),
            ValueKind::List(items) => self.ordinary_list(tail, items),
            ValueKind::Branches(branches) => self.ordinary(branches).tokens(),
            _ => tail.rust.tokens(),
        }
    }

    /// A list, whose items are variants if all of them are: `["code"]` is `[Code]`.
    fn ordinary_list(&self, tail: &Tail, items: &[TypedValue]) -> TokenStream {
        let variants = items.iter().map(|item| match &item.value {
            ValueKind::Variant(variant) => Some(self.variant(variant.name, item.kind)),
            _ => None,
        });
        let variants = variants.collect::<Option<Vec<_>>>();
        let tokens = tail.rust.tokens().into_iter().map(|token| match (&variants, token) {
            (Some(variants), TokenTree::Group(list)) => {
                let mut items = Group::new(list.delimiter(), quote!(#(#variants),*));
                items.set_span(list.span());
                items.into()
            }
            (_, token) => token,
        });
        tokens.collect()
    }
}
