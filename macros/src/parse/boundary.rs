//! Where a value ends: at a comma, or between two operands because the comma is missing.

use crate::pipeline::diagnostics::SpanRange;
use proc_macro2::{Delimiter, Ident, Spacing, TokenTree};
use syn::buffer::Cursor;

/// The end of the value that begins here.
pub(super) fn value_end(mut at: Cursor) -> Cursor {
    let mut after_operand = false;
    loop {
        // A look at the group alone, which costs less than a copy of it.
        if let Some((.., rest)) = at.any_group() {
            (at, after_operand) = (rest, true);
            continue;
        }
        let Some((token, rest)) = at.token_tree() else { return at };
        match token {
            TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';') => return at,
            TokenTree::Punct(_) => (at, after_operand) = punctuation(at, after_operand),
            TokenTree::Ident(word) if is_continuing(&word) && !is_name(at) => (at, after_operand) = (rest, false),
            TokenTree::Ident(_) | TokenTree::Literal(_) if after_operand || is_name(at) => return at,
            TokenTree::Ident(_) | TokenTree::Literal(_) | TokenTree::Group(_) => (at, after_operand) = (rest, true),
        }
    }
}

/// The token here, unless it is a group. Groups without delimiters stay closed, unlike in the methods of `Cursor`.
fn leaf(at: Cursor) -> Option<(TokenTree, Cursor)> {
    if at.any_group().is_some() { None } else { at.token_tree() }
}

/// The character of the punctuation here, with what follows it.
pub(super) fn punct(at: Cursor) -> Option<(char, Spacing, Cursor)> {
    match leaf(at)? {
        (TokenTree::Punct(punct), rest) => Some((punct.as_char(), punct.spacing(), rest)),
        _ => None,
    }
}

/// What follows `name:` here, which is never part of a value at this depth.
pub(super) fn after_name(at: Cursor) -> Option<Cursor> {
    match punct(leaf(at).filter(|(token, _)| !matches!(token, TokenTree::Punct(_)))?.1)? {
        (':', Spacing::Alone, rest) => Some(rest),
        _ => None,
    }
}

/// Whether `name:` is here.
pub(super) fn is_name(at: Cursor) -> bool {
    after_name(at).is_some()
}

/// A `..` here, and what follows it. Rust's `..=` and `...` are other tokens.
pub(super) fn dots(at: Cursor) -> Option<(SpanRange, Cursor)> {
    let ('.', Spacing::Joint, second) = punct(at)? else { return None };
    let ('.', spacing, rest) = punct(second)? else { return None };
    let is_longer = spacing == Spacing::Joint && matches!(punct(rest), Some(('.' | '=', ..)));
    (!is_longer).then(|| (SpanRange { first: at.span(), last: second.span() }, rest))
}

/// What follows a `::` here.
pub(super) fn after_path_separator(at: Cursor) -> Option<Cursor> {
    let (':', Spacing::Joint, rest) = punct(at)? else { return None };
    let (':', _, rest) = punct(rest)? else { return None };
    Some(rest)
}

/// Whether the braces around this hold a block of Rust rather than members: a statement, or a path at the beginning.
pub(super) fn is_block(inside: Cursor) -> bool {
    let is_path = leaf(inside)
        .is_some_and(|(token, rest)| matches!(token, TokenTree::Ident(_)) && after_path_separator(rest).is_some());
    is_path || has_semicolon(inside)
}

/// Whether there is a `;` at this depth.
pub(super) fn has_semicolon(mut at: Cursor) -> bool {
    loop {
        at = match (at.any_group(), punct(at)) {
            (Some((.., rest)), _) => rest,
            (None, Some((';', ..))) => return true,
            (None, _) => match at.token_tree() {
                Some((_, rest)) => rest,
                None => return false,
            },
        };
    }
}

/// Whether the tokens certainly are an expression: a path, or the call of a macro.
pub(super) fn is_expression(tokens: &[TokenTree]) -> bool {
    let (last, path) = match tokens {
        [path @ .., TokenTree::Punct(bang), TokenTree::Group(group)]
            if bang.as_char() == '!' && group.delimiter() != Delimiter::None =>
        {
            (None, path)
        }
        [path @ .., last] => (Some(last), path),
        [] => return false,
    };
    let mut path = path.iter().chain(last);
    loop {
        if !matches!(path.next(), Some(TokenTree::Ident(word)) if is_operand(word)) {
            return false;
        }
        match (path.next(), path.next()) {
            (None, _) => return true,
            (Some(TokenTree::Punct(one)), Some(TokenTree::Punct(two)))
                if one.as_char() == ':' && one.spacing() == Spacing::Joint && two.as_char() == ':' => {}
            _ => return false,
        }
    }
}

/// The token that an expression cannot end with: an operator or a keyword that something must follow. A `>` may close a
/// type.
pub(super) fn dangling(tokens: &[TokenTree]) -> Option<(&TokenTree, String)> {
    let is = |token: &TokenTree, character| matches!(token, TokenTree::Punct(punct) if punct.as_char() == character);
    match tokens {
        [.., one, two] if is(one, '.') && is(two, '.') => None,
        [.., one, two] if is(one, ':') && is(two, ':') => Some((two, "::".into())),
        [.., last @ TokenTree::Punct(punct)] if !matches!(punct.as_char(), '?' | '>') => {
            Some((last, punct.to_string()))
        }
        [.., last @ TokenTree::Ident(word)] => {
            let word = word.to_string();
            matches!(word.as_str(), "as" | "else" | "if" | "in" | "let" | "match" | "mut" | "ref")
                .then_some((last, word))
        }
        _ => None,
    }
}

/// Whether the word is an operand by itself: a name, not a keyword that something must follow.
pub(super) fn is_operand(word: &Ident) -> bool {
    let is_identifier = || syn::parse2::<Ident>(TokenTree::from(word.clone()).into()).is_ok();
    let is_path_keyword = matches!(word.to_string().as_str(), "self" | "Self" | "super" | "crate");
    is_path_keyword || (!is_continuing(word) && is_identifier())
}

/// Whether the word begins control flow that has a value, or a statement of it.
pub(super) fn begins_control_flow(word: &Ident) -> bool {
    matches!(word.to_string().as_str(), "if" | "match" | "unsafe")
}

/// Whether an operand continues after the word: a keyword of Rust.
fn is_continuing(word: &Ident) -> bool {
    matches!(
        word.to_string().as_str(),
        "as" | "async"
            | "await"
            | "box"
            | "break"
            | "const"
            | "continue"
            | "dyn"
            | "else"
            | "for"
            | "if"
            | "impl"
            | "in"
            | "let"
            | "loop"
            | "match"
            | "move"
            | "mut"
            | "raw"
            | "ref"
            | "return"
            | "static"
            | "unsafe"
            | "where"
            | "while"
            | "yield"
    )
}

/// What follows the punctuation that belongs together here, and whether an operand ends with it.
fn punctuation(at: Cursor, after_operand: bool) -> (Cursor, bool) {
    let Some((character, spacing, rest)) = punct(at) else { return (at, false) };
    let next = punct(rest);
    match (character, next) {
        (':', Some((':', _, rest))) => match punct(rest) {
            Some(('<', ..)) => (angles(rest), true),
            _ => (rest, false),
        },
        ('<', _) if !after_operand => (angles(at), true),
        // `||` and `<<` are one operator each: their second half opens nothing.
        ('|' | '<', Some((same, _, rest))) if after_operand && same == character && spacing == Spacing::Joint => {
            (rest, false)
        }
        ('|', _) if !after_operand => (parameters(rest), false),
        ('?', _) => (rest, after_operand),
        ('\'', _) => (label(rest), false),
        ('#', _) => match rest.any_group() {
            Some((_, Delimiter::Bracket, _, rest)) => (rest, false),
            _ => (rest, false),
        },
        _ => (rest, false),
    }
}

/// What follows a label, `'outer: loop { … }`, after its apostrophe.
fn label(at: Cursor) -> Cursor {
    let Some((TokenTree::Ident(_), rest)) = leaf(at) else { return at };
    match punct(rest) {
        Some((':', _, rest)) => rest,
        _ => rest,
    }
}

/// What follows `<…>`. Without the closing bracket it is an ordinary `<`.
fn angles(start: Cursor) -> Cursor {
    let mut depth = 0_usize;
    let mut is_arrow = false;
    let mut at = start;
    while let Some((token, rest)) = at.token_tree() {
        match token {
            TokenTree::Punct(punct) => {
                match punct.as_char() {
                    '<' => depth += 1,
                    '>' if !is_arrow => depth = depth.saturating_sub(1),
                    _ => {}
                }
                is_arrow = punct.as_char() == '-' && punct.spacing() == Spacing::Joint;
            }
            _ => is_arrow = false,
        }
        at = rest;
        if depth == 0 {
            return at;
        }
    }
    punct(start).map_or(start, |(.., rest)| rest)
}

/// What follows the parameters of a closure, after their first bar. Without the closing bar it is an ordinary `|`.
fn parameters(start: Cursor) -> Cursor {
    let mut at = start;
    while let Some((token, rest)) = at.token_tree() {
        if matches!(token, TokenTree::Punct(punct) if punct.as_char() == '|') {
            return rest;
        }
        at = rest;
    }
    start
}
