//! The value for rustc: one struct literal, made only of tokens that are known to parse.

use crate::declaration::{Declaration, Json, Member, Shape, Value, What};
use cognito_cfn_schema::attributes;
use proc_macro2::{Delimiter, Group, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};

/// `CfnUserPoolClient { … }`.
pub(super) fn client(runtime: &TokenStream, declaration: &Declaration) -> TokenStream {
    let write = Writer { rt: &quote!(#runtime::__private) };
    let rt = write.rt;
    let properties = declaration.members.iter().filter_map(|member| write.field(member));
    let attributes = declaration.attributes.iter().filter_map(|member| write.attribute(member));
    let allowed = (!declaration.allowed.is_empty()).then(|| {
        let codes = &declaration.allowed;
        quote!(allow: #rt::plain_texts(&[#(#codes),*]),)
    });
    quote!(#rt::CfnUserPoolClient { #(#properties)* #(#attributes)* #allowed ..#rt::blank() })
}

struct Writer<'r> {
    rt: &'r TokenStream,
}

impl Writer<'_> {
    /// `name: Some(value),`, or nothing where the value was reported.
    fn field(&self, member: &Member) -> Option<TokenStream> {
        let name = ident(member.property.name);
        let value = self.optional(&member.value)?;
        Some(quote!(#name: #value,))
    }

    /// Attributes that CloudFormation takes no function in are plain Rust.
    fn attribute(&self, member: &Member) -> Option<TokenStream> {
        let name = ident(member.property.name);
        let rt = self.rt;
        let value = match (&member.value.what, member.value.shape) {
            (What::Wrong, _) => return None,
            (_, Shape::Text(_)) if std::ptr::eq(member.property, &attributes::logical_id) => self.plain(&member.value),
            (_, Shape::Text(_)) => {
                let text = self.plain(&member.value);
                quote!(#rt::Some(#text))
            }
            (What::List(items), Shape::LogicalIds) => {
                let items = items.iter().filter(|item| !matches!(item.what, What::Wrong)).map(|item| self.plain(item));
                quote!(#rt::owned(#rt::Box::new([#(#items),*])))
            }
            (What::Rust(tokens), Shape::LogicalIds) => {
                let tokens = expression(rt, tokens);
                quote!(#rt::logical_ids(#tokens))
            }
            (What::Json(json), _) => {
                let json = self.json(json);
                quote!(#rt::Some(#json))
            }
            _ => self.optional(&member.value)?,
        };
        Some(quote!(#name: #value,))
    }

    /// A `String`.
    fn plain(&self, value: &Value) -> TokenStream {
        let rt = self.rt;
        match &value.what {
            What::Text(text) | What::Dynamic(text) => quote!(#rt::plain_text(#text)),
            What::Rust(tokens) => {
                let tokens = expression(rt, tokens);
                quote!(#rt::plain_text(#tokens))
            }
            _ => quote!(#rt::String::new()),
        }
    }

    /// An `Option<Value<_>>`. A Rust expression may turn out to be `None`.
    fn optional(&self, value: &Value) -> Option<TokenStream> {
        let rt = self.rt;
        match &value.what {
            What::Wrong => None,
            What::Rust(tokens) => Some(self.converted(tokens, value.shape)),
            _ => {
                let value = self.value(value);
                Some(quote!(#rt::Some(#value)))
            }
        }
    }

    /// A `Value<_>`.
    fn value(&self, value: &Value) -> TokenStream {
        let rt = self.rt;
        match &value.what {
            What::Boolean(truth) => quote!(#rt::Value::Literal(#truth)),
            What::Integer(number) => {
                let number = Literal::i64_unsuffixed(*number);
                quote!(#rt::Value::Literal(#number))
            }
            What::Text(text) => self.text(text, value.shape),
            What::Dynamic(text) if matches!(value.shape, Shape::Text(_)) => quote!(#rt::text(#text)),
            What::Dynamic(text) => quote!(#rt::dynamic(#text)),
            What::Word(word) => self.word(word.name, value.shape),
            What::List(items) => self.list(items),
            What::Block(members) => self.block(members, value.shape),
            What::Json(json) => {
                let json = self.json(json);
                quote!(#rt::Value::Intrinsic(#rt::Intrinsic::Raw(#json)))
            }
            What::Call(function, arguments) => self.call(function.name, arguments),
            What::Rust(tokens) => {
                let converted = self.converted(tokens, value.shape);
                quote!(#rt::present(#converted))
            }
            What::Variables(_) | What::Wrong => quote!(#rt::no_value()),
        }
    }

    /// Text: of the user's own, also where words are expected.
    fn text(&self, text: &str, shape: Shape) -> TokenStream {
        let rt = self.rt;
        match shape {
            Shape::Word(_) => quote!(#rt::name(#text)),
            _ => quote!(#rt::text(#text)),
        }
    }

    fn word(&self, name: &str, shape: Shape) -> TokenStream {
        let rt = self.rt;
        let Shape::Word(of) = shape else { return quote!(#rt::no_value()) };
        let (enumeration, word) = (ident(of.name), ident(name));
        quote!(#rt::Value::Literal(#rt::#enumeration::#word))
    }

    fn list(&self, items: &[Value]) -> TokenStream {
        let rt = self.rt;
        let items: Vec<&Value> = items.iter().filter(|item| !matches!(item.what, What::Wrong)).collect();
        if items.iter().any(|item| matches!(item.what, What::Rust(_))) {
            let items = items.iter().filter_map(|item| self.optional(item));
            return quote!(#rt::list_of_present(#rt::Box::new([#(#items),*])));
        }
        let texts: Option<Vec<&str>> = items.iter().map(|item| literal_text(item)).collect();
        match texts {
            // The usual list, of nothing but literals, costs rustc the least as text.
            Some(texts) => quote!(#rt::list_of_texts(&[#(#texts),*])),
            None => {
                let items = items.iter().map(|item| self.value(item));
                quote!(#rt::list(#rt::Box::new([#(#items),*])))
            }
        }
    }

    fn block(&self, members: &[Member], shape: Shape) -> TokenStream {
        let rt = self.rt;
        let Shape::Block(of) = shape else { return quote!(#rt::no_value()) };
        let name = ident(of.name);
        let members = members.iter().filter_map(|member| self.field(member));
        quote!(#rt::Value::Literal(#rt::#name { #(#members)* ..#rt::Default::default() }))
    }

    fn call(&self, name: &str, arguments: &[Value]) -> TokenStream {
        let rt = self.rt;
        if name == "NoValue" || arguments.iter().any(|argument| matches!(argument.what, What::Wrong)) {
            return quote!(#rt::no_value());
        }
        match (name, arguments) {
            ("If", [condition, then, otherwise]) => {
                let (condition, then, otherwise) = (self.plain(condition), self.value(then), self.value(otherwise));
                quote!(#rt::choose(#condition, #then, #otherwise))
            }
            ("Raw", [json]) => self.value(json),
            _ => {
                let function = ident(name);
                let arguments = arguments.iter().map(|argument| self.argument(argument));
                let variables = (name == "Sub" && arguments.len() == 1).then(|| quote!(#rt::Vec::new()));
                quote!(#rt::Value::Intrinsic(#rt::functions::#function(#(#arguments,)* #variables)))
            }
        }
    }

    /// An argument: a `String` where CloudFormation takes no function, a `Value<_>` where it does.
    fn argument(&self, argument: &Value) -> TokenStream {
        let rt = self.rt;
        match (&argument.what, argument.shape) {
            (What::Variables(variables), _) => {
                let names = variables.iter().map(|(name, _)| name);
                let values = variables.iter().map(|(_, value)| self.value(value));
                quote!(#rt::variables(#rt::Box::new([#((#names, #values)),*])))
            }
            (_, shape @ Shape::Text(_)) if !shape.takes_functions() => self.plain(argument),
            _ => self.value(argument),
        }
    }

    /// A Rust expression, by the conversion that belongs to the shape: its name is what rustc's message names.
    fn converted(&self, tokens: &[TokenTree], shape: Shape) -> TokenStream {
        let rt = self.rt;
        let tokens = expression(rt, tokens);
        let convert = ident(match shape {
            Shape::Boolean => "boolean",
            Shape::Integer => "integer",
            Shape::Text(_) => "convert_text",
            Shape::Texts => "convert_texts",
            Shape::Word(_) => "word",
            Shape::Words(_) => "words",
            Shape::Block(_) => "block",
            Shape::LogicalIds | Shape::Json | Shape::Variables => "json",
        });
        quote!(#rt::#convert(#tokens))
    }

    fn json(&self, json: &Json) -> TokenStream {
        let rt = self.rt;
        match json {
            Json::Null => quote!(#rt::Json::Null),
            Json::Boolean(truth) => quote!(#rt::Json::Bool(#truth)),
            Json::Number(negative, number) => {
                let minus = negative.then(|| quote!(-));
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
                let tokens = expression(rt, tokens);
                quote!(#rt::json(#tokens))
            }
        }
    }
}

/// The CloudFormation text of a literal item.
fn literal_text(item: &Value) -> Option<&str> {
    match &item.what {
        What::Text(text) => Some(text),
        What::Dynamic(text) if matches!(item.shape, Shape::Text(_)) => Some(text),
        What::Word(word) => Some(word.text),
        _ => None,
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}

/// The user's expression. One that might not parse goes through a macro of token trees, so that what rustc says about
/// it stays within it and the rest of the declaration stays whole.
fn expression(rt: &TokenStream, tokens: &[TokenTree]) -> TokenStream {
    if parses(tokens) {
        return tokens.iter().cloned().collect();
    }
    let span = tokens.first().map_or_else(Span::call_site, TokenTree::span);
    let mut group = Group::new(Delimiter::Brace, tokens.iter().cloned().collect());
    group.set_span(tokens.last().map_or(span, TokenTree::span));
    let pass = Ident::new("expression", span);
    let group = group.into_token_stream();
    quote!(#rt::#pass! #group)
}

/// Whether the run certainly is an expression: a path, or the call of a macro.
fn parses(tokens: &[TokenTree]) -> bool {
    let (last, path) = match tokens {
        [path @ .., TokenTree::Punct(bang), TokenTree::Group(_)] if bang.as_char() == '!' => (None, path),
        [path @ .., last] => (Some(last), path),
        [] => return false,
    };
    let is_word = |token: &TokenTree| match token {
        TokenTree::Ident(word) => crate::scan::is_operand(&word.to_string()),
        _ => false,
    };
    let mut path = path.iter().chain(last);
    loop {
        if !path.next().is_some_and(is_word) {
            return false;
        }
        match (path.next(), path.next()) {
            (None, _) => return true,
            (Some(TokenTree::Punct(one)), Some(TokenTree::Punct(two)))
                if one.as_char() == ':' && two.as_char() == ':' => {}
            _ => return false,
        }
    }
}
