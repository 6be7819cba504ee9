//! A run of tokens as one value: a literal, a list, a function, an expression of Rust.

use super::boundary::{self, is_name, punct};
use super::tree::{Expression, Syntax, Value};
use super::{control_flow, entries, items, statements};
use crate::pipeline::diagnostics::SpanRange;
use cognito_cfn_schema::intrinsics::find;
use proc_macro2::{Delimiter, Span, TokenTree};
use syn::buffer::Cursor;

/// A run of tokens as one value.
pub(super) fn value(start: Cursor, end: Cursor) -> Value {
    let mut tokens = Vec::new();
    let mut at = start;
    while let Some((token, rest)) = at.token_tree().filter(|_| at != end) {
        tokens.push(token);
        at = rest;
    }
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else {
        return Value::missing(start.span().into());
    };
    let span = SpanRange { first: first.span(), last: last.span() };
    let syntax = match tokens.as_slice() {
        [TokenTree::Literal(literal)] => Syntax::Literal { is_negative: false, literal: literal.clone() },
        [TokenTree::Punct(minus), TokenTree::Literal(literal)] if minus.as_char() == '-' => {
            Syntax::Literal { is_negative: true, literal: literal.clone() }
        }
        [TokenTree::Ident(name)] => Syntax::Name(name.clone()),
        [TokenTree::Group(_)] => match start.any_group() {
            // A fragment of another macro: `$name:expr` is such a group.
            Some((inside, Delimiter::None, ..)) => return Value { span, ..value(inside, end_of(inside)) },
            Some((inside, Delimiter::Bracket, ..)) => list(inside, false),
            Some((inside, Delimiter::Brace, span, _)) => braces(inside, span.join()),
            _ => branches(start, end).unwrap_or(Syntax::Rust { dangling: None }),
        },
        [TokenTree::Ident(name), TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            Syntax::Call { name: name.clone(), arguments: items(group_after(1, start)) }
        }
        [TokenTree::Ident(name), TokenTree::Punct(bang), TokenTree::Group(_)]
            if name == "vec" && bang.as_char() == '!' =>
        {
            list(group_after(2, start), true)
        }
        [TokenTree::Ident(word), ..] if boundary::begins_control_flow(word) => {
            branches(start, end).unwrap_or_else(|| rust(&tokens))
        }
        tokens => rust(tokens),
    };
    Value { span, syntax, rust: Expression { tokens, span } }
}

/// `!Ref UserPool`: a function as YAML has it, and what follows it. With its argument in parentheses it is a negation.
pub(super) fn tag(at: Cursor<'_>) -> Option<(Value, Cursor<'_>)> {
    let ('!', _, after) = punct(at)? else { return None };
    let (TokenTree::Ident(name), mut rest) = after.token_tree()? else { return None };
    find(&name.to_string()).filter(|function| function.has_tag)?;
    let mut last = name.span();
    let mut argument = match rest.token_tree()? {
        (TokenTree::Ident(word), _) if is_name(rest) || matches!(word.to_string().as_str(), "as") => return None,
        (TokenTree::Ident(word), _) => Some(word.to_string()),
        (TokenTree::Literal(literal), _) => match syn::Lit::new(literal) {
            syn::Lit::Str(string) => Some(string.value()),
            _ => None,
        },
        (TokenTree::Group(group), _) if group.delimiter() != Delimiter::Parenthesis => None,
        _ => return None,
    };
    let mut tokens = vec![TokenTree::from(name.clone())];
    while let Some((token, after)) = rest.token_tree() {
        let is_end = matches!(&token, TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';'));
        if is_end || is_name(rest) {
            break;
        }
        last = token.span();
        match (&mut argument, &token) {
            (Some(argument), token) if tokens.len() > 1 => argument.push_str(&token.to_string()),
            _ => {}
        }
        tokens.push(token);
        rest = after;
    }
    let span = SpanRange { first: at.span(), last };
    Some((Value { span, syntax: Syntax::Tag { name, argument }, rust: Expression { tokens, span } }, rest))
}

fn rust(tokens: &[TokenTree]) -> Syntax {
    let dangling = boundary::dangling(tokens).map(|(token, shown)| (token.span().into(), shown));
    Syntax::Rust { dangling }
}

fn branches(start: Cursor, end: Cursor) -> Option<Syntax> {
    control_flow::tails(start, end).map(Syntax::Tails)
}

/// Members of a block or of an object, or a block of Rust.
fn braces(inside: Cursor, span: Span) -> Syntax {
    let begins_statement = matches!(inside.token_tree(), Some((TokenTree::Ident(word), _))
        if boundary::begins_control_flow(&word) && !is_name(inside));
    // What begins with `name:` is no Rust, whatever is wrong behind it.
    let is_block = begins_statement || (boundary::is_block(inside) && !is_name(inside));
    let tails = if is_name(inside) { None } else { control_flow::of_block(inside, span) };
    // Statements are read as a block alone: to read them as members as well would take twice as long per level.
    let entries = if begins_statement { statements(inside) } else { entries(inside) };
    Syntax::Braces { is_block, entries, tails }
}

fn list(inside: Cursor, is_macro: bool) -> Syntax {
    Syntax::List { is_macro, is_repeat: boundary::has_semicolon(inside), items: items(inside) }
}

fn end_of(mut at: Cursor) -> Cursor {
    while let Some((_, rest)) = at.token_tree() {
        at = rest;
    }
    at
}

/// The inside of the group after so many tokens.
fn group_after(count: usize, start: Cursor) -> Cursor {
    let group = (0..count).fold(start, |at, _| at.token_tree().map_or(at, |(_, rest)| rest));
    group.any_group().map_or_else(Cursor::empty, |(inside, ..)| inside)
}
