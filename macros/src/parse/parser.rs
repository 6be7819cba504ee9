//! What follows at a cursor, and where it goes on after a mistake.

use super::boundary::{self, after_path_separator, is_name, punct};
use super::tree::{Entry, Key, Rest, Value};
use super::value::{tag, value};
use crate::pipeline::diagnostics::{Diagnostics, SpanRange};
use cognito_cfn_schema::Help;
use cognito_cfn_schema::literals::shorten;
use proc_macro2::{Delimiter, Ident, Spacing, TokenTree};
use syn::buffer::Cursor;
use syn::ext::IdentExt as _;

/// Reads what is at its cursor.
pub(super) struct Parser<'t> {
    pub(super) at: Cursor<'t>,
    pub(super) problems: Diagnostics,
    /// What belongs in the next place.
    expected: &'static str,
}

impl<'t> Parser<'t> {
    /// Reads from there, where something belongs that messages call so.
    pub(super) fn new(at: Cursor<'t>, expected: &'static str) -> Self {
        Self { at, problems: Diagnostics::default(), expected }
    }

    /// What is after the key of an entry.
    pub(super) fn take_entry(&mut self, key: Key, rests: &mut [Rest], entries: &mut Vec<Entry>) {
        let has_colon = self.take_colon(&key);
        let value =
            if has_colon || begins_value(self.at) { self.take_value() } else { Value::missing(self.at.span().into()) };
        if !has_colon && !value.is_missing() {
            let shown = key.show();
            let help = Help::write(format!("{shown}:"));
            self.problems.error(key.span(), format!("missing `:` after `{shown}`"), help);
        }
        rests.iter_mut().for_each(|rest| rest.is_last = false);
        entries.push(Entry { key, has_colon, value });
        self.take_comma();
    }

    /// A statement of Rust where an entry belongs, and what follows it: one error for all of it.
    pub(super) fn skip_statement(&mut self) -> Option<Cursor<'t>> {
        let (TokenTree::Ident(word), mut at) = self.at.token_tree()? else { return None };
        let written = word.to_string();
        if !matches!(written.as_str(), "if" | "match" | "let" | "for" | "while" | "loop") || is_name(self.at) {
            return None;
        }
        let help = match written.as_str() {
            "if" | "match" => format!("write it as a value: `name: {written} … {{ … }}`"),
            "let" => "move the `let` before the declaration".to_owned(),
            _ => "move it before the declaration".to_owned(),
        };
        self.problems.error(word.span(), format!("expected a name, found `{written}`"), help);
        loop {
            let Some((token, rest)) = at.token_tree() else { return Some(at) };
            at = rest;
            let is_end = match &token {
                TokenTree::Punct(punct) => punct.as_char() == ';' || (punct.as_char() == ',' && written != "let"),
                // After its braces, a name begins the next entry.
                TokenTree::Group(group) => group.delimiter() == Delimiter::Brace && written != "let" && is_name(at),
                _ => false,
            };
            if is_end {
                return Some(at);
            }
        }
    }

    /// `client-name:`, which has the tokens of a subtraction: the name that is meant, and what follows it.
    pub(super) fn hyphenated(&mut self) -> Option<(Ident, Cursor<'t>)> {
        let (TokenTree::Ident(first), mut at) = self.at.token_tree()? else { return None };
        punct(at).filter(|(hyphen, ..)| *hyphen == '-')?;
        let mut name = first.to_string();
        let mut last = first.span();
        while let Some(('-', _, rest)) = punct(at) {
            let (TokenTree::Ident(word), rest) = rest.token_tree()? else { return None };
            name = format!("{name}_{word}");
            last = word.span();
            at = rest;
        }
        punct(at).filter(|(colon, spacing, _)| (*colon, *spacing) == (':', Spacing::Alone))?;
        let mut name = syn::parse_str::<Ident>(&name).ok()?.unraw();
        name.set_span(first.span());
        let shown = name.to_string().replace('_', "-");
        let span = SpanRange { first: first.span(), last };
        self.problems.error(span, format!("invalid name `{shown}`"), Help::write(name.to_string()));
        Some((name, at))
    }

    pub(super) fn take_value(&mut self) -> Value {
        if let Some((value, rest)) = tag(self.at) {
            self.at = rest;
            return value;
        }
        let end = boundary::value_end(self.at);
        let value = value(self.at, end);
        self.at = end;
        value
    }

    /// The `:`. An `=` in its place is an error and is taken for one.
    fn take_colon(&mut self, key: &Key) -> bool {
        match punct(self.at) {
            // `::` makes the name a path, and a path is no name.
            Some((':', ..)) if after_path_separator(self.at).is_some() => false,
            Some((':', _, rest)) => {
                self.at = rest;
                true
            }
            Some(('=', spacing, rest)) => {
                let equals = self.at.span();
                let mut last = equals;
                self.at = match rest.token_tree() {
                    Some((second, after)) if spacing == Spacing::Joint => {
                        last = second.span();
                        after
                    }
                    _ => rest,
                };
                let help = Help::write(":").in_words(format!("write `{}: …`", key.show()));
                self.problems.error(SpanRange { first: equals, last }, "expected `:`, found `=`", help);
                true
            }
            _ => false,
        }
    }

    /// The comma after a value, or what was taken for one. Where it is missing, the next token is at fault.
    pub(super) fn take_comma(&mut self) -> bool {
        match self.at.token_tree() {
            None => false,
            Some((TokenTree::Punct(comma), rest)) if comma.as_char() == ',' => {
                self.at = rest;
                true
            }
            Some((TokenTree::Punct(semicolon), rest)) if semicolon.as_char() == ';' => {
                self.problems.error(semicolon.span(), "expected `,`, found `;`", Help::write(",").with(" instead"));
                self.at = rest;
                true
            }
            Some((TokenTree::Punct(_), _)) => self.skip_unexpected(),
            Some((next, _)) => {
                let shown = show(&next);
                let help = match &next {
                    TokenTree::Group(_) => format!("write `, {shown}`").into(),
                    token => Help::write(format!(", {token}")).in_words(format!("write `, {shown}`")),
                };
                self.problems.error(next.span(), format!("missing `,` before `{shown}`"), help);
                false
            }
        }
    }

    /// An attribute before an entry. A comment of documentation is one, and means nothing to the macro.
    pub(super) fn skip_attribute(&mut self) -> bool {
        let Some(('#', _, hash)) = punct(self.at) else { return false };
        let Some((inside, Delimiter::Bracket, _, rest)) = hash.any_group() else { return false };
        let is_comment = matches!(inside.token_tree(), Some((TokenTree::Ident(word), _)) if word == "doc");
        if !is_comment {
            let help = "remove it; for a conditional value, use `if`, `If(…)` or an `Option`";
            self.problems.error(hash.span(), "attributes are not supported here", help);
        }
        self.at = rest;
        true
    }

    /// Goes to where the next entry can begin, with one error for all that is skipped. Whether it is after a comma.
    pub(super) fn skip_unexpected(&mut self) -> bool {
        let Some((token, _)) = self.at.token_tree() else { return false };
        let message = format!("expected {}, found `{}`", self.expected, show(&token));
        self.problems.error(token.span(), message, "remove it");
        let mut is_first = true;
        while let Some((token, rest)) = self.at.token_tree() {
            let is_comma = matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
            if !is_first && !is_comma && is_name(self.at) {
                return false;
            }
            self.at = rest;
            if is_comma {
                return true;
            }
            is_first = false;
        }
        false
    }
}

/// A token in a message.
fn show(token: &TokenTree) -> String {
    match token {
        TokenTree::Group(group) => match group.delimiter() {
            Delimiter::Brace => "{ … }".into(),
            Delimiter::Bracket => "[…]".into(),
            Delimiter::Parenthesis => "(…)".into(),
            Delimiter::None => "…".into(),
        },
        token => shorten(&token.to_string()),
    }
}

/// Without a colon, a name in the next place begins another entry: `true` and a variant of an enumeration do not.
fn begins_value(at: Cursor) -> bool {
    let is_value = match at.token_tree() {
        Some((TokenTree::Group(_) | TokenTree::Literal(_), _)) => true,
        Some((TokenTree::Ident(word), _)) => {
            let word = word.to_string();
            matches!(word.as_str(), "true" | "false") || word.starts_with(char::is_uppercase)
        }
        _ => false,
    };
    is_value && !is_name(at)
}
