//! The value for rustc, made only of tokens that are known to parse.
//!
//! It is a run of statements that fill in a client that has nothing yet. Each is one call with literals for arguments
//! wherever the source has literals, which rustc compiles in half the time of a struct literal with the same values.

use super::expression::{called, converted};
use super::scope::Scope;
use super::value::{Values, literal_text, number};
use crate::pipeline::host::Host;
use crate::pipeline::model::{Declaration, Member, Rest, TypedValue, ValueKind};
use cognito_cfn_schema::blocks::unit_of;
use cognito_cfn_schema::client::token_validity_units;
use cognito_cfn_schema::{Kind, StringFormat, attributes};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// `{ let mut client = blank(); …; client }`.
pub(super) fn client(runtime: &TokenStream, declaration: &Declaration, host: Host) -> TokenStream {
    let rt = &quote!(#runtime::__private);
    // A name that expressions of the user's do not see.
    let client = Ident::new("client", Span::mixed_site());
    let make = Statements { values: Values { rt, host } };
    let mut statements = TokenStream::new();
    for member in &declaration.properties {
        statements.extend(make.field(&quote!(#client), member));
    }
    for member in &declaration.attributes {
        statements.extend(make.attribute(&quote!(#client), member));
    }
    if !declaration.allowed.is_empty() {
        let codes = &declaration.allowed;
        statements.extend(quote!(#rt::plain_texts(&mut #client.allow, &[#(#codes),*]);));
    }
    if let Rest::Base(base) = &declaration.rest {
        let base = called(rt, quote!(BaseClient::into_client), base, host);
        let properties = declaration.properties.iter().chain(&declaration.attributes).map(|member| member.property);
        let written = properties.filter(|property| !std::ptr::eq(*property, &attributes::logical_id));
        let written: Vec<_> = written.map(|property| super::ident(property.name)).collect();
        let is_named =
            declaration.attributes.iter().any(|member| std::ptr::eq(member.property, &attributes::logical_id));
        let rename = is_named.then(|| quote!(#rt::rename(&mut base, &#client);));
        let allow = declaration.sets_allow.then(|| quote!(base.allow = #client.allow;));
        let units = make.units(&quote!(base), declaration);
        return quote!({
            let mut #client = #rt::blank();
            #statements
            let mut base = #base;
            #rt::declared_here(&mut base, &#client);
            #rename
            #(base.#written = #client.#written;)*
            #allow
            #units
            base
        });
    }
    statements.extend(make.units(&quote!(#client), declaration));
    if statements.is_empty() {
        return quote!(#rt::blank());
    }
    quote!({ let mut #client = #rt::blank(); #statements #client })
}

struct Statements<'r> {
    values: Values<'r>,
}

impl Statements<'_> {
    /// The statements that give a member of `of` its value; none where the value was reported.
    fn field(&self, of: &TokenStream, member: &Member) -> TokenStream {
        let rt = self.values.rt;
        let name = super::ident(member.property.name);
        let field = quote!(#of.#name);
        let value = &member.value;
        if !value.is_present() {
            return TokenStream::new();
        }
        if let Some(unit) = self.unit(member) {
            let validity = self.values.validity(value);
            let set = quote!(#rt::set_validity(&mut #field, #validity));
            let set = Scope::of(member).around(rt, set);
            return quote!(let #unit = #set;);
        }
        let statements = match &value.value {
            ValueKind::List(items) => self.list(&field, items),
            ValueKind::Block(members) => {
                let block = quote!(#rt::block_of(&mut #field));
                std::iter::once(quote!(#block;))
                    .chain(members.iter().map(|member| self.field(&block, member)))
                    .collect()
            }
            ValueKind::Call(function, arguments) => match (function.name, arguments.as_slice()) {
                ("Ref", [TypedValue { value: ValueKind::String(target), .. }]) => {
                    quote!(#rt::reference(&mut #field, #target);)
                }
                _ => self.single(&field, value),
            },
            _ => self.single(&field, value),
        };
        // The members of a block have scopes of their own.
        if matches!(value.value, ValueKind::Block(_)) { statements } else { Scope::of(member).around(rt, statements) }
    }

    /// The variable that holds the unit of a token validity until it is put into its place; `None` where there is none.
    fn unit(&self, member: &Member) -> Option<Ident> {
        let unit = unit_of(member.property).filter(|_| member.value.may_have_unit())?;
        Some(Ident::new(unit.name, Span::mixed_site()))
    }

    /// The statements that put units of token validities among the other units.
    fn units(&self, client: &TokenStream, declaration: &Declaration) -> TokenStream {
        let rt = self.values.rt;
        let is_given = declaration.properties.iter().any(|member| std::ptr::eq(member.property, &token_validity_units));
        let statements = declaration.properties.iter().filter_map(|member| {
            let unit = self.unit(member)?;
            let place = super::ident(unit_of(member.property)?.name);
            Some(quote!(#rt::place::#place(&mut #client, #unit, #is_given);))
        });
        statements.collect()
    }

    /// The statement of one value. What needs no type of ours, a literal or an expression, has one of its own.
    fn single(&self, field: &TokenStream, value: &TypedValue) -> TokenStream {
        let rt = self.values.rt;
        match &value.value {
            ValueKind::String(text) | ValueKind::Dynamic(text) if matches!(value.kind, Kind::String(_)) => {
                quote!(#rt::text(&mut #field, #text);)
            }
            ValueKind::Boolean(truth) => quote!(#rt::boolean(&mut #field, #truth);),
            ValueKind::Integer(integer) => {
                let number = number(*integer);
                quote!(#rt::integer(&mut #field, #number);)
            }
            ValueKind::Variant(variant) => {
                let variant = self.values.variant(variant.name, value.kind);
                quote!(#rt::word(&mut #field, #variant);)
            }
            ValueKind::Rust(written) => {
                let converted = converted(rt, written, value.kind, self.values.host);
                quote!(#rt::set_present(&mut #field, #converted);)
            }
            ValueKind::Branches(branches) => {
                let branches = self.values.branches(branches, value.kind);
                quote!(#rt::set_present(&mut #field, #branches);)
            }
            _ => {
                let value = self.values.value(value);
                quote!(#rt::set(&mut #field, #value);)
            }
        }
    }

    /// A list of nothing but literals is one statement, any other one per item.
    fn list(&self, field: &TokenStream, items: &[TypedValue]) -> TokenStream {
        let rt = self.values.rt;
        let items: Vec<&TypedValue> = items.iter().filter(|item| item.is_present()).collect();
        let texts: Option<Vec<&str>> = items.iter().map(|item| literal_text(item)).collect();
        if let Some(texts) = texts {
            return quote!(#rt::texts(&mut #field, &[#(#texts),*]););
        }
        let items = items.into_iter().map(|item| match &item.value {
            ValueKind::Rust(written) => {
                let converted = converted(rt, written, item.kind, self.values.host);
                quote!(#rt::push_present(&mut #field, #converted);)
            }
            ValueKind::Branches(branches) => {
                let branches = self.values.branches(branches, item.kind);
                quote!(#rt::push_present(&mut #field, #branches);)
            }
            ValueKind::Spread(list) => {
                let items = self.values.spread(list, item.kind);
                quote!(#rt::extend(&mut #field, #items);)
            }
            _ => match literal_text(item) {
                Some(text) => quote!(#rt::texts(&mut #field, &[#text]);),
                None => {
                    let value = self.values.value(item);
                    quote!(#rt::push(&mut #field, #value);)
                }
            },
        });
        items.collect()
    }

    /// An attribute. Those that CloudFormation accepts no function in are plain Rust.
    fn attribute(&self, of: &TokenStream, member: &Member) -> TokenStream {
        let rt = self.values.rt;
        let name = super::ident(member.property.name);
        let field = quote!(#of.#name);
        match (&member.value.value, member.value.kind) {
            _ if !member.value.is_present() => TokenStream::new(),
            (ValueKind::Rust(written), Kind::String(_)) if !std::ptr::eq(member.property, &attributes::logical_id) => {
                let text = self.values.optional_text(written, member.value.kind);
                quote!(#rt::set_present(&mut #field, #text);)
            }
            (ValueKind::Branches(written), Kind::String(_))
                if !std::ptr::eq(member.property, &attributes::logical_id) =>
            {
                let text = self.values.optional_text(&written.rust, member.value.kind);
                quote!(#rt::set_present(&mut #field, #text);)
            }
            (_, Kind::String(_)) => {
                let text = self.values.plain_text(&member.value);
                if std::ptr::eq(member.property, &attributes::logical_id) {
                    quote!(#rt::name(&mut #of, #text);)
                } else {
                    quote!(#rt::set(&mut #field, #text);)
                }
            }
            (ValueKind::List(items), Kind::List(Kind::String(StringFormat::LogicalId))) => {
                let items = items.iter().filter(|item| item.is_present()).map(|item| match &item.value {
                    ValueKind::Spread(list) => {
                        let ids = self.values.logical_ids(list);
                        quote!(#rt::extend_plain(&mut #field, #ids);)
                    }
                    _ => {
                        let id = self.values.plain(item);
                        quote!(#rt::push_plain(&mut #field, #id);)
                    }
                });
                items.collect()
            }
            (_, Kind::List(Kind::String(StringFormat::LogicalId))) => {
                let ids = self.values.logical_ids(&member.value);
                quote!(#rt::replace(&mut #field, #ids);)
            }
            (ValueKind::Json(json), _) => {
                let json = self.values.json(json);
                quote!(#rt::set(&mut #field, #json);)
            }
            _ => self.field(of, member),
        }
    }
}
