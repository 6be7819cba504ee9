//! Control flow: what an `if`, a `match`, a block or a pair of parentheses comes to.
//!
//! Found on token trees: a pattern holds no `=>`, and a condition no braces outside of a group but those of a macro. What
//! is not recognised stays an ordinary expression.

use super::boundary::{dots, is_expression, is_operand, punct, value_end};
use super::tails::{Piece, Tails};
use super::tree::Value;
use super::value::value;
use proc_macro2::{Delimiter, Punct, Spacing, Span, TokenTree};
use syn::buffer::Cursor;

/// The tails of an expression that is control flow as a whole.
pub(super) fn tails(start: Cursor, end: Cursor) -> Option<Tails<Value>> {
    let mut pieces = Pieces::default();
    let after = match word(start).as_deref() {
        Some("if") => pieces.conditional(start)?,
        Some("match") => pieces.selection(start)?,
        Some("unsafe") => {
            let body = pieces.token(start)?;
            pieces.block(body)?
        }
        _ => pieces.parenthesis(start)?,
    };
    (after == end).then(|| pieces.finish())
}

/// The tail of a block, given its inside.
pub(super) fn of_block(inside: Cursor, span: Span) -> Option<Tails<Value>> {
    let mut pieces = Pieces::default();
    pieces.inside(inside, span)?;
    Some(pieces.finish())
}

fn word(at: Cursor) -> Option<String> {
    if at.any_group().is_some() {
        return None;
    }
    match at.token_tree()? {
        (TokenTree::Ident(word), _) => Some(word.to_string()),
        _ => None,
    }
}

/// The braces here: their inside, their span, and what follows.
fn braces(at: Cursor) -> Option<(Cursor, Span, Cursor)> {
    match at.any_group()? {
        (inside, Delimiter::Brace, span, rest) => Some((inside, span.join(), rest)),
        _ => None,
    }
}

#[derive(Default)]
struct Pieces {
    pieces: Vec<Piece<Value>>,
    tokens: Vec<TokenTree>,
}

impl Pieces {
    fn finish(mut self) -> Tails<Value> {
        self.flush();
        Tails(self.pieces)
    }

    fn flush(&mut self) {
        if !self.tokens.is_empty() {
            self.pieces.push(Piece::Tokens(self.tokens.drain(..).collect()));
        }
    }

    fn push(&mut self, piece: Piece<Value>) {
        self.flush();
        self.pieces.push(piece);
    }

    /// Keeps a token as it is.
    fn token<'c>(&mut self, at: Cursor<'c>) -> Option<Cursor<'c>> {
        let (token, rest) = at.token_tree()?;
        self.tokens.push(token);
        Some(rest)
    }

    /// Whether what was kept ends with the name of a macro, whose argument comes next.
    fn calls_macro(&self) -> bool {
        matches!(
            self.tokens.as_slice(),
            [.., TokenTree::Ident(name), TokenTree::Punct(bang)] if bang.as_char() == '!' && is_operand(name)
        )
    }

    /// Keeps the tokens up to the next braces, except those of a macro.
    fn up_to_braces<'c>(&mut self, mut at: Cursor<'c>) -> Option<Cursor<'c>> {
        while braces(at).is_none() || self.calls_macro() {
            let is_let = word(at).is_some_and(|word| word == "let");
            at = self.token(at)?;
            // A pattern may have braces, up to its `=`.
            while is_let && !is_assignment(at) {
                at = self.token(at)?;
            }
        }
        Some(at)
    }

    /// `if condition { … } else if condition { … } else { … }`.
    fn conditional<'c>(&mut self, mut at: Cursor<'c>) -> Option<Cursor<'c>> {
        loop {
            at = self.token(at)?;
            at = self.up_to_braces(at)?;
            at = self.block(at)?;
            if word(at)? != "else" {
                return None;
            }
            at = self.token(at)?;
            match word(at).as_deref() {
                Some("if") => {}
                _ => return self.block(at),
            }
        }
    }

    /// `match value { pattern => …, }`.
    fn selection<'c>(&mut self, at: Cursor<'c>) -> Option<Cursor<'c>> {
        let at = self.token(at)?;
        let at = self.up_to_braces(at)?;
        let (inside, span, rest) = braces(at)?;
        let mut arms = Self::default();
        let mut at = inside;
        while !at.eof() {
            at = arms.arm(at)?;
        }
        self.push(Piece::Group(Delimiter::Brace, span, arms.finish()));
        Some(rest)
    }

    fn arm<'c>(&mut self, mut at: Cursor<'c>) -> Option<Cursor<'c>> {
        loop {
            match punct(at) {
                // An attribute may leave the arm out.
                Some(('#', ..)) => return None,
                Some(('=', Spacing::Joint, next)) if matches!(punct(next), Some(('>', ..))) => {
                    at = self.token(at)?;
                    at = self.token(at)?;
                    break;
                }
                _ => at = self.token(at)?,
            }
        }
        let end = match braces(at) {
            Some((.., rest)) if !matches!(punct(rest), Some(('.' | '?', ..))) => rest,
            _ => value_end(at),
        };
        let ends_with_braces = self.tail(at, end);
        match punct(end) {
            Some((',', ..)) => self.token(end),
            _ if end.eof() => Some(end),
            // What the arm becomes may not end with braces.
            _ if ends_with_braces => {
                self.tokens.push(Punct::new(',', Spacing::Alone).into());
                Some(end)
            }
            _ => None,
        }
    }

    /// A value between two places. Whether it ends with braces.
    fn tail(&mut self, start: Cursor, end: Cursor) -> bool {
        let tail = value(start, end);
        let tokens = tail.rust.tokens.as_slice();
        let ends_with_braces =
            matches!(tokens.last(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace);
        if diverges(tokens) {
            self.tokens.extend(tokens.iter().cloned());
        } else {
            self.push(Piece::Tail(tail));
        }
        ends_with_braces
    }

    /// A block, whose last expression is the value.
    fn block<'c>(&mut self, at: Cursor<'c>) -> Option<Cursor<'c>> {
        let (inside, span, rest) = braces(at)?;
        self.inside(inside, span)?;
        Some(rest)
    }

    fn inside(&mut self, inside: Cursor, span: Span) -> Option<()> {
        let mut block = Self::default();
        let mut at = inside;
        let last = last_statement(inside);
        while at != last {
            at = block.token(at)?;
        }
        let end = value_end(at);
        if !end.eof() || matches!(punct(at), Some(('#' | '\'', ..))) || word(at).is_some_and(|word| word == "let") {
            return None;
        }
        block.tail(at, end);
        self.push(Piece::Group(Delimiter::Brace, span, block.finish()));
        Some(())
    }

    /// `(value)`.
    fn parenthesis<'c>(&mut self, at: Cursor<'c>) -> Option<Cursor<'c>> {
        let (inside, Delimiter::Parenthesis, span, rest) = at.any_group()? else { return None };
        let end = value_end(inside);
        let is_constant = word(inside).is_some_and(|word| !word.contains(char::is_lowercase));
        if inside.eof() || !end.eof() || is_constant || dots(inside).is_some() {
            return None;
        }
        let mut inner = Self::default();
        inner.tail(inside, end);
        self.push(Piece::Group(Delimiter::Parenthesis, span.join(), inner.finish()));
        Some(rest)
    }
}

/// Whether the `=` of a `let` is here.
fn is_assignment(at: Cursor) -> bool {
    match punct(at) {
        Some(('=', _, rest)) => !matches!(punct(rest), Some(('=' | '>', ..))),
        // The dots of `..=`.
        _ => false,
    }
}

/// Where the last statement of a block begins, or its last expression.
fn last_statement(inside: Cursor) -> Cursor {
    let (mut at, mut last) = (inside, inside);
    while !at.eof() {
        let is_end = matches!(punct(at), Some((';', ..)));
        let Some((_, rest)) = at.token_tree() else { break };
        at = rest;
        if is_end {
            last = at;
        }
    }
    while let Some(next) = statement_with_braces(last).filter(|next| !next.eof()) {
        last = next;
    }
    last
}

/// What follows a statement that needs no `;`: one that ends with braces.
fn statement_with_braces(start: Cursor) -> Option<Cursor> {
    let mut at = start;
    let is_statement = match word(at).as_deref() {
        Some(
            "if" | "match" | "for" | "while" | "loop" | "unsafe" | "fn" | "struct" | "enum" | "impl" | "trait" | "mod",
        ) => true,
        Some("macro_rules") => true,
        Some(_) => false,
        None => braces(at).is_some(),
    };
    if !is_statement {
        return None;
    }
    loop {
        let mut skipped = Pieces::default();
        at = skipped.up_to_braces(at)?;
        at = braces(at)?.2;
        if word(at).as_deref() != Some("else") {
            break;
        }
        at = at.token_tree()?.1;
    }
    let continues = matches!(punct(at), Some(('.' | '?', ..)));
    (!continues).then_some(at)
}

/// Whether an expression certainly has no value.
fn diverges(tokens: &[TokenTree]) -> bool {
    match tokens {
        [TokenTree::Ident(word), ..] if matches!(word.to_string().as_str(), "return" | "break" | "continue") => true,
        [.., TokenTree::Ident(name), TokenTree::Punct(bang), TokenTree::Group(_)]
            if bang.as_char() == '!' && is_expression(tokens) =>
        {
            matches!(name.to_string().as_str(), "panic" | "todo" | "unimplemented" | "unreachable")
        }
        _ => false,
    }
}
