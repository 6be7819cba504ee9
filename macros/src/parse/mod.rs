//! Tokens to a syntax tree of the whole body.
//!
//! Nothing fails: whatever the tokens are, each is in a node or in a problem. What is half-typed is a node as well: an entry
//! without a value, a value without a comma, a missing item. The tree knows no property, so a problem waits in the node
//! where it was found: it counts if the node turns out to be entries or items, and not if it is an expression of Rust.

mod boundary;
mod control_flow;
mod nesting;
mod parser;
mod tails;
mod tree;
mod value;

use crate::pipeline::diagnostics::Diagnostics;
use boundary::{after_name, dots, is_name};
use parser::Parser;
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;
use syn::buffer::{Cursor, TokenBuffer};

pub(crate) use tails::Tails;
pub(crate) use tree::{Entries, Entry, Expression, Item, Items, Key, Rest, Syntax, Value};

/// The path of the runtime crate, and the tree of the body.
pub(crate) fn parse(input: TokenStream) -> (TokenStream, Entries) {
    let (runtime, body) = split(input);
    let mut problems = Diagnostics::default();
    let body = nesting::limit(body, &mut problems);
    let mut entries = entries(TokenBuffer::new2(body).begin());
    problems.extend(&entries.problems);
    entries.problems = problems;
    (runtime, entries)
}

/// The path of the runtime crate comes first, in brackets.
fn split(input: TokenStream) -> (TokenStream, TokenStream) {
    let mut tokens = input.clone().into_iter();
    if let Some(TokenTree::Group(group)) = tokens.next()
        && group.delimiter() == Delimiter::Bracket
    {
        let path: Vec<TokenTree> = group.stream().into_iter().collect();
        let is_path = !matches!(path.last(), Some(TokenTree::Group(_))) && boundary::is_expression(&path);
        if is_path {
            return (group.stream(), tokens.collect());
        }
    }
    (quote!(::cognito_cfn), input)
}

fn entries(inside: Cursor) -> Entries {
    let mut parser = Parser::new(inside, "a name");
    let mut entries = Vec::new();
    let mut rests: Vec<Rest> = Vec::new();
    while let Some((token, rest)) = parser.at.token_tree() {
        if let Some((span, after)) = dots(parser.at) {
            rests.iter_mut().for_each(|rest| rest.is_last = false);
            parser.at = after;
            let base = parser.take_value();
            // An entry after bare dots is reported as that alone.
            if !(base.is_missing() && is_name(parser.at)) {
                parser.take_comma();
            }
            rests.push(Rest { span, base, is_last: true });
            continue;
        }
        if let Some(after) = parser.skip_statement() {
            parser.at = after;
            continue;
        }
        if let Some((name, after)) = parser.hyphenated() {
            parser.at = after;
            parser.take_entry(Key::Name(name), &mut rests, &mut entries);
            continue;
        }
        let key = match token {
            TokenTree::Ident(name) => Key::Name(name),
            TokenTree::Literal(literal) => Key::Literal(literal),
            _ => {
                if !parser.skip_attribute() {
                    parser.skip_unexpected();
                }
                continue;
            }
        };
        parser.at = rest;
        parser.take_entry(key, &mut rests, &mut entries);
    }
    Entries { entries, rests, problems: parser.problems }
}

/// Values without names.
fn items(inside: Cursor) -> Items {
    let mut parser = Parser::new(inside, "a value");
    let mut items = Vec::new();
    loop {
        // `name: value` is no item: the name goes, the value stays.
        if let (Some((name, _)), Some(rest)) = (parser.at.token_tree(), after_name(parser.at)) {
            let message = format!("expected a value, found `{name}:`");
            parser.problems.error(name.span(), message, "remove the name and `:`");
            parser.at = rest;
        }
        let spread = dots(parser.at).map(|(span, rest)| {
            parser.at = rest;
            span
        });
        let value = parser.take_value();
        let has_comma = match (value.is_missing() && spread.is_none(), parser.at.eof()) {
            (_, true) => false,
            (true, _) => parser.skip_unexpected(),
            (false, _) => parser.take_comma(),
        };
        items.push(Item { spread, value, has_comma });
        if parser.at.eof() && !has_comma {
            return Items { items, problems: parser.problems };
        }
    }
}

/// Statements where members belong.
fn statements(inside: Cursor) -> Entries {
    let mut parser = Parser::new(inside, "a name");
    while parser.skip_unexpected() {}
    Entries { entries: Vec::new(), rests: Vec::new(), problems: parser.problems }
}
