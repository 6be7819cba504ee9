//! Where a value ends: at a comma, or where two operands stand side by side because the comma is missing.

use proc_macro2::{Delimiter, Spacing, TokenTree};

/// Words of Rust after which an operand goes on.
const CONTINUING: &[&str] = &[
    "as", "async", "await", "box", "break", "const", "continue", "dyn", "else", "for", "if", "impl", "in", "let",
    "loop", "match", "move", "mut", "raw", "ref", "return", "static", "unsafe", "where", "while", "yield",
];

/// The number of tokens that belong to the value at the start of the run.
pub(crate) fn value_length(tokens: &[TokenTree]) -> usize {
    let mut at = 0;
    let mut after_operand = false;
    while let Some(token) = tokens.get(at) {
        let rest = tokens.get(at..).unwrap_or_default();
        match token {
            TokenTree::Punct(punct) if matches!(punct.as_char(), ',' | ';') => return at,
            TokenTree::Punct(_) => {
                let (length, operand) = punctuation(rest, after_operand);
                at += length;
                after_operand = operand;
            }
            TokenTree::Ident(word) if is_continuing(&word.to_string()) && !is_name(rest) => {
                at += 1;
                after_operand = false;
            }
            TokenTree::Ident(_) | TokenTree::Literal(_) => {
                if after_operand || is_name(rest) {
                    return at;
                }
                at += 1;
                after_operand = true;
            }
            TokenTree::Group(_) => {
                at += 1;
                after_operand = true;
            }
        }
    }
    at
}

/// Whether the run begins with `name:`, which is never part of a value at this depth.
pub(crate) fn is_name(tokens: &[TokenTree]) -> bool {
    matches!(tokens, [TokenTree::Ident(_) | TokenTree::Literal(_), TokenTree::Punct(colon), ..]
        if colon.as_char() == ':' && colon.spacing() == Spacing::Alone)
}

/// Whether the word is an operand by itself: a name, not a keyword that something must follow.
pub(crate) fn is_operand(word: &str) -> bool {
    !is_continuing(word)
        && !matches!(
            word,
            "enum" | "extern" | "false" | "fn" | "mod" | "pub" | "struct" | "trait" | "true" | "type" | "use" | "_"
        )
}

/// Whether nothing can end like that: in an operator or keyword that something must follow. A `>` may close a type.
pub(crate) fn is_dangling(tokens: &[TokenTree]) -> bool {
    match tokens {
        [.., TokenTree::Punct(one), TokenTree::Punct(two)] if one.as_char() == '.' && two.as_char() == '.' => false,
        [.., TokenTree::Punct(punct)] => !matches!(punct.as_char(), '?' | '>'),
        [.., TokenTree::Ident(word)] => {
            matches!(word.to_string().as_str(), "as" | "else" | "if" | "in" | "let" | "match" | "mut" | "ref")
        }
        _ => false,
    }
}

fn is_continuing(word: &str) -> bool {
    CONTINUING.contains(&word)
}

/// How many tokens of punctuation belong together here, and whether an operand ends with them.
fn punctuation(tokens: &[TokenTree], after_operand: bool) -> (usize, bool) {
    let character = |at: usize| match tokens.get(at) {
        Some(TokenTree::Punct(punct)) => punct.as_char(),
        _ => ' ',
    };
    match character(0) {
        ':' if character(1) == ':' && character(2) == '<' => (2 + angles(tokens.get(2..).unwrap_or_default()), true),
        ':' if character(1) == ':' => (2, false),
        '<' if !after_operand => (angles(tokens), true),
        // `||` and `<<` are one operator each: their second half opens nothing.
        '|' | '<' if after_operand && character(1) == character(0) && is_joint(tokens) => (2, false),
        '|' if !after_operand => (parameters(tokens), false),
        '?' => (1, after_operand),
        // A label: `'outer: loop { … }`.
        '\'' => (if character(2) == ':' { 3 } else { 2 }, false),
        // A macro call: the group behind `!` is its argument, whatever the delimiter.
        '!' if after_operand && matches!(tokens.get(1), Some(TokenTree::Group(_))) => (2, true),
        '#' if matches!(tokens.get(1), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket) => {
            (2, false)
        }
        _ => (1, false),
    }
}

fn is_joint(tokens: &[TokenTree]) -> bool {
    matches!(tokens.first(), Some(TokenTree::Punct(punct)) if punct.spacing() == Spacing::Joint)
}

/// The length of `<…>`. Without the closing bracket it is an ordinary `<`.
fn angles(tokens: &[TokenTree]) -> usize {
    let mut depth = 0_usize;
    let mut arrow = false;
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Punct(punct) = token {
            match punct.as_char() {
                '<' => depth += 1,
                '>' if !arrow => depth = depth.saturating_sub(1),
                _ => {}
            }
            arrow = punct.as_char() == '-' && punct.spacing() == Spacing::Joint;
        } else {
            arrow = false;
        }
        if depth == 0 {
            return at + 1;
        }
    }
    1
}

/// The length of a closure's parameters, `|…|`. Without the closing bar it is an ordinary `|`.
fn parameters(tokens: &[TokenTree]) -> usize {
    let is_bar = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == '|');
    tokens.iter().skip(1).position(is_bar).map_or(1, |closing| closing + 2)
}
