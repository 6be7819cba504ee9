//! The value for rustc, made only of tokens that are known to parse.
//!
//! It is a run of statements that fill in a client that has nothing yet. Each is one call with literals for arguments
//! wherever the source has literals, which rustc compiles in half the time of a struct literal with the same values.

use super::Reader;
use super::value::Writer;
use crate::declaration::{Declaration, Member, Value, What};
use cognito_cfn_schema::{Kind, StringFormat, attributes};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// `{ let mut client = blank(); …; client }`.
pub(super) fn client(runtime: &TokenStream, declaration: &Declaration, reader: Reader) -> TokenStream {
    let rt = &quote!(#runtime::__private);
    // A name that expressions of the user's do not see.
    let client = Ident::new("client", Span::mixed_site());
    let fill = Filler { write: Writer { rt, reader } };
    let mut statements = TokenStream::new();
    for member in &declaration.members {
        statements.extend(fill.field(&quote!(#client), member));
    }
    for member in &declaration.attributes {
        statements.extend(fill.attribute(&quote!(#client), member));
    }
    if !declaration.allowed.is_empty() {
        let codes = &declaration.allowed;
        statements.extend(quote!(#rt::plain_texts(&mut #client.allow, &[#(#codes),*]);));
    }
    if statements.is_empty() {
        return quote!(#rt::blank());
    }
    quote!({ let mut #client = #rt::blank(); #statements #client })
}

struct Filler<'r> {
    write: Writer<'r>,
}

impl Filler<'_> {
    /// The statements that give a member of `of` its value; none where the value was reported.
    fn field(&self, of: &TokenStream, member: &Member) -> TokenStream {
        let rt = self.write.rt;
        let name = super::ident(member.property.name);
        let field = quote!(#of.#name);
        let value = &member.value;
        match &value.what {
            What::Absent | What::Wrong => TokenStream::new(),
            What::List(items) => self.list(&field, items),
            What::Block(members) => {
                let block = quote!(#rt::block_of(&mut #field));
                std::iter::once(quote!(#block;))
                    .chain(members.iter().map(|member| self.field(&block, member)))
                    .collect()
            }
            What::Call(function, arguments) => match (function.name, arguments.as_slice()) {
                ("Ref", [Value { what: What::Text(target), .. }]) => quote!(#rt::reference(&mut #field, #target);),
                _ => self.set(&field, value),
            },
            _ => self.literal(&field, value, &quote!(text)).unwrap_or_else(|| self.set(&field, value)),
        }
    }

    fn set(&self, field: &TokenStream, value: &Value) -> TokenStream {
        let rt = self.write.rt;
        let value = self.write.value(value);
        quote!(#rt::set(&mut #field, #value);)
    }

    /// The statement of a value that needs no type of ours: a literal, or an expression.
    fn literal(&self, field: &TokenStream, value: &Value, text: &TokenStream) -> Option<TokenStream> {
        let rt = self.write.rt;
        Some(match &value.what {
            What::Text(written) | What::Dynamic(written) if matches!(value.kind, Kind::String(_)) => {
                quote!(#rt::#text(&mut #field, #written);)
            }
            What::Boolean(truth) => quote!(#rt::boolean(&mut #field, #truth);),
            What::Integer(number) => {
                let number = super::number(*number);
                quote!(#rt::integer(&mut #field, #number);)
            }
            What::Word(word) => {
                let word = self.write.word(word.name, value.kind);
                quote!(#rt::word(&mut #field, #word);)
            }
            What::Rust(tokens) => {
                let converted = self.write.converted(tokens, value.kind);
                quote!(#rt::set_present(&mut #field, #converted);)
            }
            _ => return None,
        })
    }

    /// A list of nothing but literals is one statement, any other one per item.
    fn list(&self, field: &TokenStream, items: &[Value]) -> TokenStream {
        let rt = self.write.rt;
        let items: Vec<&Value> = items.iter().filter(|item| item.is_there()).collect();
        let texts: Option<Vec<&str>> = items.iter().map(|item| super::value::literal_text(item)).collect();
        if let Some(texts) = texts {
            return quote!(#rt::texts(&mut #field, &[#(#texts),*]););
        }
        let items = items.into_iter().map(|item| match &item.what {
            What::Rust(tokens) => {
                let converted = self.write.converted(tokens, item.kind);
                quote!(#rt::push_present(&mut #field, #converted);)
            }
            _ => match super::value::literal_text(item) {
                Some(text) => quote!(#rt::texts(&mut #field, &[#text]);),
                None => {
                    let value = self.write.value(item);
                    quote!(#rt::push(&mut #field, #value);)
                }
            },
        });
        items.collect()
    }

    /// An attribute. Those that CloudFormation takes no function in are plain Rust.
    fn attribute(&self, of: &TokenStream, member: &Member) -> TokenStream {
        let rt = self.write.rt;
        let name = super::ident(member.property.name);
        let field = quote!(#of.#name);
        match (&member.value.what, member.value.kind) {
            (What::Absent | What::Wrong, _) => TokenStream::new(),
            (What::Rust(tokens), Kind::String(_)) if !std::ptr::eq(member.property, &attributes::logical_id) => {
                let text = self.write.optional_text(tokens);
                quote!(#rt::set_present(&mut #field, #text);)
            }
            (_, Kind::String(_)) => {
                let text = self.write.plain(&member.value);
                if std::ptr::eq(member.property, &attributes::logical_id) {
                    quote!(#rt::name(&mut #of, #text);)
                } else {
                    quote!(#rt::set(&mut #field, #text);)
                }
            }
            (What::List(items), Kind::List(Kind::String(StringFormat::LogicalId))) => {
                let items = items.iter().filter(|item| item.is_there()).map(|item| self.write.plain(item));
                quote!(#(#rt::push_plain(&mut #field, #items);)*)
            }
            (What::Rust(tokens), Kind::List(Kind::String(StringFormat::LogicalId))) => {
                let ids = self.write.converted(tokens, member.value.kind);
                quote!(#rt::replace(&mut #field, #ids);)
            }
            (What::Json(json), _) => {
                let json = self.write.json(json);
                quote!(#rt::set(&mut #field, #json);)
            }
            _ => self.field(of, member),
        }
    }
}
