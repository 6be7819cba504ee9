//! Values as expressions of Rust: what stands within functions, and what is no literal.

use super::{Reader, ident, number, parses};
use crate::declaration::{Json, Member, Value, What};
use crate::report::Site;
use cognito_cfn_schema::intrinsics::{Function, Parameter, STACK_LOCATION};
use cognito_cfn_schema::{Kind, StringFormat};
use proc_macro2::{Delimiter, Group, Ident, Literal, TokenStream, TokenTree};
use quote::quote;

/// Writes expressions with the path of the runtime's private module before every name.
pub(super) struct Writer<'r> {
    pub(super) rt: &'r TokenStream,
    pub(super) reader: Reader,
}

impl Writer<'_> {
    /// A `Value<_>`.
    pub(super) fn value(&self, value: &Value) -> TokenStream {
        let rt = self.rt;
        match &value.what {
            What::Boolean(truth) => quote!(#rt::Value::Literal(#truth)),
            What::Integer(integer) => {
                let number = number(*integer);
                quote!(#rt::Value::Literal(#number))
            }
            What::Text(text) | What::Dynamic(text) if matches!(value.kind, Kind::String(_)) => {
                quote!(#rt::literal_text(#text))
            }
            What::Text(text) => quote!(#rt::literal_name(#text)),
            What::Dynamic(text) => quote!(#rt::dynamic(#text)),
            What::Word(word) => {
                let word = self.word(word.name, value.kind);
                quote!(#rt::Value::Literal(#word))
            }
            What::List(items) => self.list(items),
            What::Block(members) => self.block(members, value.kind),
            What::Json(json) => {
                let json = self.json(json);
                quote!(#rt::Value::Intrinsic(#rt::Intrinsic::Raw(#json)))
            }
            What::Call(function, arguments) => self.call(function, arguments),
            What::Rust(tokens) => {
                let converted = self.converted(tokens, value.kind);
                quote!(#rt::present(#converted))
            }
            What::Variables(_) | What::Absent | What::Wrong => quote!(#rt::no_value()),
        }
    }

    /// A `String`, where CloudFormation takes no function.
    pub(super) fn plain(&self, value: &Value) -> TokenStream {
        let rt = self.rt;
        match &value.what {
            What::Text(text) | What::Dynamic(text) => quote!(#rt::plain_text(#text)),
            What::Rust(tokens) => {
                let tokens = self.expression(tokens);
                quote!(#rt::convert_plain_text(#tokens))
            }
            _ => quote!(#rt::String::new()),
        }
    }

    /// An `Option<String>`, where CloudFormation takes no function and the attribute may be absent.
    pub(super) fn optional_text(&self, tokens: &[TokenTree]) -> TokenStream {
        let rt = self.rt;
        let tokens = self.expression(tokens);
        quote!(#rt::convert_optional_text(#tokens))
    }

    /// The variant of a word.
    pub(super) fn word(&self, name: &str, shape: Kind) -> TokenStream {
        let rt = self.rt;
        let Kind::Enum(of) = shape else { return TokenStream::new() };
        let (enumeration, word) = (ident(of.name), ident(name));
        quote!(#rt::#enumeration::#word)
    }

    fn list(&self, items: &[Value]) -> TokenStream {
        let rt = self.rt;
        let items = items.iter().filter(|item| item.is_there()).map(|item| match &item.what {
            What::Rust(tokens) => self.converted(tokens, item.kind),
            _ => {
                let value = self.value(item);
                quote!(#rt::Some(#value))
            }
        });
        quote!(#rt::list(#rt::Box::new([#(#items),*])))
    }

    fn block(&self, members: &[Member], shape: Kind) -> TokenStream {
        let rt = self.rt;
        let Kind::Block(of) = shape else { return quote!(#rt::no_value()) };
        let block = ident(of.name);
        let members: Vec<&Member> = members.iter().filter(|member| member.value.is_there()).collect();
        // Where every member is given, there is nothing left to fill in.
        let rest = (members.len() < of.members.len()).then(|| quote!(..#rt::Default::default()));
        let members = members.into_iter().map(|member| {
            let name = ident(member.property.name);
            let value = match &member.value.what {
                What::Rust(tokens) => self.converted(tokens, member.value.kind),
                _ => {
                    let value = self.value(&member.value);
                    quote!(#rt::Some(#value))
                }
            };
            quote!(#name: #value,)
        });
        quote!(#rt::Value::Literal(#rt::#block { #(#members)* #rest }))
    }

    fn call(&self, function: &Function, arguments: &[Value]) -> TokenStream {
        let rt = self.rt;
        // What was reported, and an arm that is `None`, come to nothing.
        if arguments.iter().any(|argument| matches!(argument.what, What::Wrong)) {
            return quote!(#rt::no_value());
        }
        match (function.name, arguments) {
            ("If", [condition, then, otherwise]) => {
                let (condition, then, otherwise) = (self.plain(condition), self.value(then), self.value(otherwise));
                quote!(#rt::choose(#condition, #then, #otherwise))
            }
            ("NoValue", _) => quote!(#rt::no_value()),
            (name, _) => {
                let name = ident(name);
                let arguments = function.parameters.iter().enumerate().map(|(at, argument)| {
                    let value = arguments.get(at);
                    if argument.is_optional {
                        self.optional(*argument, value)
                    } else {
                        value.map(|value| self.argument(value)).unwrap_or_default()
                    }
                });
                quote!(#rt::Value::Intrinsic(#rt::functions::#name(#(#arguments),*)))
            }
        }
    }

    /// An argument that may be left out: variables are none then, and anything else is `None`.
    fn optional(&self, argument: Parameter, value: Option<&Value>) -> TokenStream {
        let rt = self.rt;
        match (argument.kind, value) {
            (Kind::Variables([]), None) => quote!(#rt::Vec::new()),
            (Kind::Variables([]), Some(value)) => self.argument(value),
            (Kind::Variables(_), value) => {
                let named = match value.map(|value| &value.what) {
                    Some(What::Variables(named)) => named.as_slice(),
                    _ => &[],
                };
                let members =
                    STACK_LOCATION.iter().map(|name| match named.iter().find(|(written, _)| written == name) {
                        Some((_, value)) => {
                            let value = self.value(value);
                            quote!(#rt::Some(#value))
                        }
                        None => quote!(#rt::None),
                    });
                quote!(#(#members),*)
            }
            (Kind::Result, Some(value)) => {
                let (of, value) = (self.literal_type(value.kind), self.value(value));
                quote!(#rt::Some(#rt::default_value::<#of>(#value)))
            }
            (_, Some(value)) => {
                let value = self.argument(value);
                quote!(#rt::Some(#value))
            }
            (_, None) => quote!(#rt::None),
        }
    }

    /// The type of a literal of that shape.
    fn literal_type(&self, shape: Kind) -> TokenStream {
        let rt = self.rt;
        let named = |name: &str| {
            let name = ident(name);
            quote!(#rt::#name)
        };
        let list = |of: TokenStream| quote!(#rt::Vec<#rt::Value<#of>>);
        match shape {
            Kind::Boolean => quote!(bool),
            Kind::Integer => quote!(i64),
            Kind::Enum(of) => named(of.name),
            Kind::List(Kind::Enum(of)) => list(named(of.name)),
            Kind::Block(of) => named(of.name),
            Kind::List(Kind::String(StringFormat::Any)) => list(named("String")),
            _ => named("String"),
        }
    }

    /// An argument: a `String` where CloudFormation takes no function, a `Value<_>` where it does.
    fn argument(&self, argument: &Value) -> TokenStream {
        let rt = self.rt;
        match (&argument.what, argument.kind) {
            (What::Variables(variables), _) => {
                let names = variables.iter().map(|(name, _)| name);
                let values = variables.iter().map(|(_, value)| self.value(value));
                quote!(#rt::variables(#rt::Box::new([#((#names, #values)),*])))
            }
            (What::Json(json), _) => self.json(json),
            (_, shape @ Kind::String(_)) if !shape.accepts_functions() => self.plain(argument),
            _ => self.value(argument),
        }
    }

    /// A Rust expression, by the conversion that belongs to the shape: the trait behind it is what rustc's message names.
    pub(super) fn converted(&self, tokens: &[TokenTree], shape: Kind) -> TokenStream {
        let rt = self.rt;
        let expression = self.expression(tokens);
        let (convert, of) = match shape {
            Kind::Boolean => ("convert_boolean", None),
            Kind::Integer => ("convert_integer", None),
            Kind::String(_) => ("convert_text", None),
            Kind::List(Kind::String(StringFormat::Any)) => ("convert_texts", None),
            Kind::Enum(of) => ("convert_word", Some(of.name)),
            Kind::List(Kind::Enum(of)) => ("convert_words", Some(of.name)),
            Kind::Block(of) => ("convert_block", Some(of.name)),
            Kind::List(Kind::String(StringFormat::LogicalId)) => ("convert_logical_ids", None),
            _ => ("json", None),
        };
        let convert = ident(convert);
        let of = of.map(|of| {
            let of = ident(of);
            quote!(::<#rt::#of>)
        });
        let call = quote!(#rt::#convert #of);
        // The call stands where the expression does, so that what rustc says of the call points there as well. An editor
        // would explain the call there.
        let call = if self.reader == Reader::Compiler { relocate(call, tokens) } else { call };
        quote!(#call (#expression))
    }

    /// The user's expression. One that might not parse goes through a macro of token trees, so that what rustc says about
    /// it stays within it and the rest of the declaration stays whole.
    fn expression(&self, tokens: &[TokenTree]) -> TokenStream {
        let rt = self.rt;
        let expression = tokens.iter().cloned().collect();
        if parses(tokens) {
            return expression;
        }
        let at = match (self.reader, Site::of(tokens)) {
            (Reader::Compiler, Some(site)) => site,
            _ => Site::call(),
        };
        let mut group = Group::new(Delimiter::Brace, expression);
        group.set_span(at.last);
        let pass = Ident::new("expression", at.first);
        let expression = quote!(#rt::#pass! #group);
        match tokens {
            // As the argument of a call, a block or a pair of parentheses is one that rustc finds unnecessary.
            [TokenTree::Group(_)] => quote!((#expression,).0),
            _ => expression,
        }
    }

    /// A `serde_json::Value`.
    pub(super) fn json(&self, json: &Json) -> TokenStream {
        let rt = self.rt;
        match json {
            Json::Null => quote!(#rt::Json::Null),
            Json::Boolean(truth) => quote!(#rt::Json::Bool(#truth)),
            // With the type written out: a program may forbid to leave it to rustc.
            Json::Integer(false, number) => {
                let number = Literal::u64_suffixed(*number);
                quote!(#rt::json(#number))
            }
            Json::Integer(true, number) => {
                let number = Literal::i64_suffixed(i64::try_from(*number).unwrap_or(i64::MAX));
                quote!(#rt::json(-#number))
            }
            Json::Float(number) => {
                let minus = number.is_sign_negative().then(|| quote!(-));
                let number = Literal::f64_suffixed(number.abs());
                quote!(#rt::json(#minus #number))
            }
            Json::Text(text) => quote!(#rt::json(#text)),
            Json::Array(items) => {
                let items = items.iter().map(|item| self.json(item));
                quote!(#rt::json_array(#rt::Box::new([#(#items),*])))
            }
            Json::Object(members) => {
                let keys = members.iter().map(|(key, _)| key);
                let values = members.iter().map(|(_, value)| self.json(value));
                quote!(#rt::json_object(#rt::Box::new([#((#keys, #values)),*])))
            }
            Json::Function(value) => {
                let value = self.value(value);
                quote!(#rt::json_value(#value))
            }
            Json::Rust(tokens) => {
                let tokens = self.expression(tokens);
                quote!(#rt::json(#tokens))
            }
        }
    }
}

/// The CloudFormation text of a literal item.
pub(super) fn literal_text(item: &Value) -> Option<&str> {
    match &item.what {
        What::Text(text) => Some(text),
        What::Dynamic(text) if matches!(item.kind, Kind::String(_)) => Some(text),
        What::Word(word) => Some(word.value),
        _ => None,
    }
}

/// The tokens at the place of others, still meaning what they mean at their own.
fn relocate(tokens: TokenStream, at: &[TokenTree]) -> TokenStream {
    let Some(at) = at.first().map(TokenTree::span) else { return tokens };
    let relocated = tokens.into_iter().map(|mut token| {
        token.set_span(at.resolved_at(token.span()));
        token
    });
    relocated.collect()
}
