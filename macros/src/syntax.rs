//! Tokens to entries. Whatever the tokens are, each ends up in an entry or in a report; nothing fails.

use crate::report::{Reports, Site};
use crate::scan;
use crate::token::{Worth, worth};
use proc_macro2::{Delimiter, Ident, Literal, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

/// A half-typed or whole entry: `name: value`, `name:`, `name`, `value`.
pub(crate) struct Entry {
    pub(crate) key: Key,
    /// Whether a colon, or what was taken for one, stands behind the key.
    pub(crate) has_colon: bool,
    pub(crate) value: Vec<TokenTree>,
}

/// What stands before the colon.
#[derive(Clone)]
pub(crate) enum Key {
    Name(Ident),
    Literal(Literal),
}

impl Key {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Name(name) => name.span(),
            Self::Literal(literal) => literal.span(),
        }
    }

    /// The name, or the text of the literal; `None` where it is another literal.
    pub(crate) fn text(&self) -> Option<String> {
        match self {
            Self::Name(name) => Some(name.to_string().trim_start_matches("r#").to_owned()),
            Self::Literal(literal) => match worth(literal) {
                Worth::Text(text) => Some(text),
                _ => None,
            },
        }
    }
}

/// The path of the runtime crate, and the body of the declaration.
pub(crate) fn split_input(input: TokenStream) -> (TokenStream, Vec<TokenTree>) {
    let mut tokens = input.into_iter().peekable();
    let runtime = match tokens.peek() {
        Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => Some(group.stream()),
        _ => None,
    };
    if runtime.is_some() {
        tokens.next();
    }
    (runtime.unwrap_or_else(|| quote!(::cognito_cfn)), tokens.collect())
}

/// Entries with names, of a declaration, a block or a JSON object.
pub(crate) fn entries(tokens: &[TokenTree], reports: &mut Reports) -> Vec<Entry> {
    let mut entries = Vec::new();
    let mut rest = Rest { tokens, reports, expects: "a name" };
    while let Some(token) = rest.tokens.first() {
        let key = match token {
            TokenTree::Ident(name) => Key::Name(name.clone()),
            TokenTree::Literal(literal) => Key::Literal(literal.clone()),
            _ => {
                if !rest.skip_attribute() {
                    rest.skip_unexpected();
                }
                continue;
            }
        };
        rest.advance(1);
        let has_colon = rest.take_colon(&key);
        // Without a colon, a name in the next place begins another entry.
        let follows = rest.tokens.first().is_some_and(|next| match next {
            TokenTree::Group(_) | TokenTree::Literal(_) => true,
            TokenTree::Ident(word) => is_value(&word.to_string()),
            TokenTree::Punct(_) => false,
        });
        let value = if has_colon || (follows && !scan::is_name(rest.tokens)) { rest.take_value() } else { Vec::new() };
        if !has_colon && !value.is_empty() {
            rest.reports.error(
                key.span(),
                format!("missing `:` after `{}`", show(&key)),
                format!("write `{}: …`", show(&key)),
            );
        }
        entries.push(Entry { key, has_colon, value });
        rest.take_comma();
    }
    entries
}

/// What stands behind names of the user's own, each of which may stand once: keys of JSON, variables of a `Sub`.
pub(crate) fn named<T>(
    tokens: &[TokenTree],
    reports: &mut Reports,
    name: impl Fn(&Key, &mut Reports) -> Option<String>,
    read: impl Fn(&[TokenTree], &mut Reports) -> T,
) -> Vec<(String, T)> {
    let mut named: Vec<(String, T)> = Vec::new();
    for Entry { key, value, .. } in entries(tokens, reports) {
        let Some(name) = name(&key, reports) else { continue };
        let shown = show(&key);
        if named.iter().any(|(written, _)| *written == name) {
            reports.error(key.span(), format!("`{shown}` is declared twice"), "leave one of them out");
        } else if value.is_empty() {
            reports.error(key.span(), format!("`{shown}` has no value"), format!("write `{shown}: …`"));
        } else {
            named.push((name, read(&value, reports)));
        }
    }
    named
}

/// Values without names, of a list or of a function's arguments.
pub(crate) fn items(tokens: &[TokenTree], reports: &mut Reports) -> Vec<Vec<TokenTree>> {
    let mut items = Vec::new();
    let mut rest = Rest { tokens, reports, expects: "a value" };
    while !rest.tokens.is_empty() {
        // `name: value` is no item: the name goes, the value stays.
        if scan::is_name(rest.tokens) {
            if let Some(name) = rest.tokens.first() {
                let message = format!("`{name}:` stands where only a value can");
                rest.reports.error(name.span(), message, "leave the name and `:` out");
            }
            rest.advance(2);
        }
        let item = rest.take_value();
        if item.is_empty() {
            rest.skip_unexpected();
            continue;
        }
        items.push(item);
        rest.take_comma();
    }
    items
}

/// What is still to be read.
struct Rest<'t, 'r> {
    tokens: &'t [TokenTree],
    reports: &'r mut Reports,
    /// What stands in the next place.
    expects: &'static str,
}

impl Rest<'_, '_> {
    fn advance(&mut self, count: usize) {
        self.tokens = self.tokens.get(count..).unwrap_or_default();
    }

    fn take_value(&mut self) -> Vec<TokenTree> {
        let (value, rest) = self.tokens.split_at(scan::value_length(self.tokens).min(self.tokens.len()));
        self.tokens = rest;
        value.to_vec()
    }

    /// The `:`; an `=` in its place is reported and taken for one.
    fn take_colon(&mut self, key: &Key) -> bool {
        let Some(TokenTree::Punct(punct)) = self.tokens.first() else { return false };
        let span = punct.span();
        let is_path =
            |tokens: &[TokenTree]| matches!(tokens.get(1), Some(TokenTree::Punct(next)) if next.as_char() == ':');
        match (punct.as_char(), punct.spacing()) {
            // `::` makes the name a path, and a path is no name.
            (':', Spacing::Joint) if is_path(self.tokens) => false,
            (':', _) => {
                self.advance(1);
                true
            }
            ('=', spacing) => {
                self.reports.error(span, "expected `:`, found `=`", format!("write `{}: …`", show(key)));
                self.advance(if spacing == Spacing::Joint { 2 } else { 1 });
                true
            }
            _ => false,
        }
    }

    /// The comma behind an entry. Where it is missing, the next token is at fault.
    fn take_comma(&mut self) {
        match self.tokens.first() {
            None => {}
            Some(TokenTree::Punct(comma)) if comma.as_char() == ',' => self.advance(1),
            Some(TokenTree::Punct(semicolon)) if semicolon.as_char() == ';' => {
                self.reports.error(semicolon.span(), "expected `,`, found `;`", "write `,` in its place");
                self.advance(1);
            }
            Some(next @ (TokenTree::Ident(_) | TokenTree::Literal(_) | TokenTree::Group(_))) => {
                let shown = show_token(next);
                self.reports.error(next.span(), format!("missing `,` before `{shown}`"), format!("write `, {shown}`"));
            }
            Some(TokenTree::Punct(_)) => self.skip_unexpected(),
        }
    }

    /// An attribute before an entry. A comment of documentation is one, and says nothing to the macro.
    fn skip_attribute(&mut self) -> bool {
        let [TokenTree::Punct(hash), TokenTree::Group(group), ..] = self.tokens else { return false };
        if hash.as_char() != '#' || group.delimiter() != Delimiter::Bracket {
            return false;
        }
        let is_comment = group.stream().into_iter().next().is_some_and(|word| word.to_string() == "doc");
        if !is_comment {
            let help = "leave it out; `If(…)` and an `Option` make a value depend on something";
            self.reports.error(group.span(), "an attribute has no meaning before an entry", help);
        }
        self.advance(2);
        true
    }

    /// Goes to where the next entry can begin, with one report for all that is skipped.
    fn skip_unexpected(&mut self) {
        let Some(token) = self.tokens.first() else { return };
        let message = format!("expected {}, found `{}`", self.expects, show_token(token));
        self.reports.error(token.span(), message, "leave it out");
        let is_comma = |token: &TokenTree| matches!(token, TokenTree::Punct(punct) if punct.as_char() == ',');
        loop {
            let was_comma = self.tokens.first().is_some_and(is_comma);
            self.advance(1);
            if was_comma || self.tokens.is_empty() || scan::is_name(self.tokens) {
                return;
            }
            if self.tokens.first().is_some_and(is_comma) {
                return self.advance(1);
            }
        }
    }
}

/// Whether a word is no name: `true`, or a word of an enumeration.
fn is_value(word: &str) -> bool {
    matches!(word, "true" | "false") || word.starts_with(char::is_uppercase)
}

/// A key as it stands in a message.
pub(crate) fn show(key: &Key) -> String {
    match key {
        Key::Name(name) => name.to_string(),
        Key::Literal(literal) => cognito_cfn_schema::literals::shorten(&literal.to_string()),
    }
}

/// A token as it stands in a message.
pub(crate) fn show_token(token: &TokenTree) -> String {
    match token {
        TokenTree::Group(group) => match group.delimiter() {
            Delimiter::Brace => "{ … }".into(),
            Delimiter::Bracket => "[…]".into(),
            Delimiter::Parenthesis => "(…)".into(),
            Delimiter::None => "…".into(),
        },
        token => cognito_cfn_schema::literals::shorten(&token.to_string()),
    }
}

/// The tokens of a run, or the call as a whole where it has none.
pub(crate) fn site(tokens: &[TokenTree]) -> Site {
    Site::of(tokens).unwrap_or_else(Site::call)
}
