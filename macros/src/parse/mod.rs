//! Tokens to a syntax tree of the whole body.
//!
//! Nothing fails: whatever the tokens are, each is in a node or in a problem. What is half-typed is a node as well: an entry
//! without a value, a value without a comma, a missing item. The tree knows no property, so a problem waits in the node
//! where it was found: it counts if the node turns out to be entries or items, and not if it is an expression of Rust.

mod boundary;
mod nesting;
mod tails;

use crate::pipeline::diagnostics::{Diagnostics, SpanRange};
use boundary::{after_name, after_path_separator, dots, is_name, punct};
use cognito_cfn_schema::Help;
use cognito_cfn_schema::intrinsics::find;
use cognito_cfn_schema::literals::shorten;
use proc_macro2::{Delimiter, Ident, Literal, Spacing, Span, TokenStream, TokenTree};
use quote::quote;
use syn::buffer::{Cursor, TokenBuffer};

pub(crate) use tails::Tails;

/// Entries with names: of the body, a block or a JSON object.
pub(crate) struct Entries {
    pub(crate) entries: Vec<Entry>,
    /// Each `..base` or bare `..`, wherever it is.
    pub(crate) rests: Vec<Rest>,
    pub(crate) problems: Diagnostics,
}

/// `..base`, or `..` alone.
pub(crate) struct Rest {
    /// The two dots.
    pub(crate) span: SpanRange,
    /// What is after them; missing after bare dots.
    pub(crate) base: Value,
    /// Whether no entry and no other `..` follows.
    pub(crate) is_last: bool,
}

/// A whole or half-typed entry: `name: value`, `name:`, `name`, `name value`.
pub(crate) struct Entry {
    pub(crate) key: Key,
    /// Whether a colon, or what was taken for one, follows the key.
    pub(crate) has_colon: bool,
    pub(crate) value: Value,
}

/// What is before the colon.
pub(crate) enum Key {
    Name(Ident),
    Literal(Literal),
}

/// A value in its place.
pub(crate) struct Value {
    pub(crate) span: SpanRange,
    pub(crate) syntax: Syntax,
    pub(crate) rust: Expression,
}

/// What a value is by its tokens alone. Most of it can be an expression of Rust as well.
pub(crate) enum Syntax {
    Missing,
    Literal {
        is_negative: bool,
        literal: Literal,
    },
    Name(Ident),
    /// `[a, b]`, or `vec![a, b]`.
    List {
        is_macro: bool,
        /// `[value; count]`, which is Rust.
        is_repeat: bool,
        items: Items,
    },
    /// `{ name: value }`.
    Braces {
        /// A block of Rust, unless JSON is expected.
        is_block: bool,
        entries: Entries,
        /// What a block of Rust comes to.
        tails: Option<Tails<Value>>,
    },
    /// `Name(a, b)`.
    Call {
        name: Ident,
        arguments: Items,
    },
    /// Control flow of Rust, whose tails are values.
    Tails(Tails<Value>),
    /// `!Name argument`, as YAML has functions.
    Tag {
        name: Ident,
        /// A string or a name, dots included.
        argument: Option<String>,
    },
    Rust {
        dangling: Option<(SpanRange, String)>,
    },
}

/// The items of a list, or the arguments of a call.
pub(crate) struct Items {
    pub(crate) items: Vec<Item>,
    pub(crate) problems: Diagnostics,
}

/// A place for an item, with or without one. There is one after the last comma as well.
pub(crate) struct Item {
    /// The `..` before it.
    pub(crate) spread: Option<SpanRange>,
    pub(crate) value: Value,
    pub(crate) has_comma: bool,
}

/// A value as an expression of Rust.
#[derive(Clone)]
pub(crate) struct Expression {
    tokens: Vec<TokenTree>,
    pub(crate) span: SpanRange,
}

impl Entry {
    /// Whether the entry is only a name: one that is being typed.
    pub(crate) fn is_bare(&self) -> bool {
        !self.has_colon && self.value.is_missing()
    }
}

impl Key {
    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Name(name) => name.span(),
            Self::Literal(literal) => literal.span(),
        }
    }

    /// The key in a message.
    pub(crate) fn show(&self) -> String {
        match self {
            Self::Name(name) => name.to_string(),
            Self::Literal(literal) => shorten(&literal.to_string()),
        }
    }
}

impl Value {
    /// A place without a value.
    pub(crate) fn missing(span: SpanRange) -> Self {
        let rust = Expression { tokens: Vec::new(), span };
        Self { span, syntax: Syntax::Missing, rust }
    }

    /// A variable of Rust.
    pub(crate) fn variable(name: &Ident) -> Self {
        let span = name.span().into();
        let tokens = vec![TokenTree::from(name.clone())];
        Self { span, syntax: Syntax::Rust { dangling: None }, rust: Expression { tokens, span } }
    }

    pub(crate) fn is_missing(&self) -> bool {
        matches!(self.syntax, Syntax::Missing)
    }

    /// `&pool`, where `pool.ref` is written.
    pub(crate) fn reference(&self) -> Option<String> {
        let tokens = self.rust.tokens.as_slice();
        let [resource @ .., TokenTree::Punct(dot), TokenTree::Ident(last)] = tokens else { return None };
        let is_reference = dot.as_char() == '.' && last == "ref" && boundary::is_expression(resource);
        is_reference.then(|| format!("&{}", resource.iter().map(ToString::to_string).collect::<String>()))
    }
}

impl Expression {
    pub(crate) fn new(tokens: TokenStream, span: SpanRange) -> Self {
        Self { tokens: tokens.into_iter().collect(), span }
    }

    pub(crate) fn tokens(&self) -> TokenStream {
        self.tokens.iter().cloned().collect()
    }

    /// A path or the call of a macro: certain to be an expression.
    pub(crate) fn is_certain(&self) -> bool {
        boundary::is_expression(&self.tokens)
    }

    /// One group alone: a block, or a pair of parentheses.
    pub(crate) fn is_group(&self) -> bool {
        matches!(self.tokens.as_slice(), [TokenTree::Group(_)])
    }
}

impl Items {
    /// The items that are there.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Value> {
        self.items.iter().map(|item| &item.value).filter(|value| !value.is_missing())
    }
}

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
    let mut parser = Parser { at: inside, problems: Diagnostics::default(), expected: "a name" };
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

/// Values without names.
fn items(inside: Cursor) -> Items {
    let mut parser = Parser { at: inside, problems: Diagnostics::default(), expected: "a value" };
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

/// A run of tokens as one value.
fn value(start: Cursor, end: Cursor) -> Value {
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
            _ => control_flow(start, end).unwrap_or(Syntax::Rust { dangling: None }),
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
            control_flow(start, end).unwrap_or_else(|| rust(&tokens))
        }
        tokens => rust(tokens),
    };
    Value { span, syntax, rust: Expression { tokens, span } }
}

/// `!Ref UserPool`: a function as YAML has it, and what follows it. With its argument in parentheses it is a negation.
fn tag(at: Cursor<'_>) -> Option<(Value, Cursor<'_>)> {
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

fn control_flow(start: Cursor, end: Cursor) -> Option<Syntax> {
    tails::tails(start, end).map(Syntax::Tails)
}

/// Members of a block or of an object, or a block of Rust.
fn braces(inside: Cursor, span: Span) -> Syntax {
    let begins_statement = matches!(inside.token_tree(), Some((TokenTree::Ident(word), _))
        if boundary::begins_control_flow(&word) && !is_name(inside));
    // What begins with `name:` is no Rust, whatever is wrong behind it.
    let is_block = begins_statement || (boundary::is_block(inside) && !is_name(inside));
    let tails = if is_name(inside) { None } else { tails::of_block(inside, span) };
    // Statements are read as a block alone: to read them as members as well would take twice as long per level.
    let entries = if begins_statement { statements(inside) } else { entries(inside) };
    Syntax::Braces { is_block, entries, tails }
}

/// Statements where members belong.
fn statements(inside: Cursor) -> Entries {
    let mut parser = Parser { at: inside, problems: Diagnostics::default(), expected: "a name" };
    while parser.skip_unexpected() {}
    Entries { entries: Vec::new(), rests: Vec::new(), problems: parser.problems }
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

/// Reads what is at its cursor.
struct Parser<'t> {
    at: Cursor<'t>,
    problems: Diagnostics,
    /// What belongs in the next place.
    expected: &'static str,
}

impl<'t> Parser<'t> {
    /// What is after the key of an entry.
    fn take_entry(&mut self, key: Key, rests: &mut [Rest], entries: &mut Vec<Entry>) {
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
    fn skip_statement(&mut self) -> Option<Cursor<'t>> {
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
    fn hyphenated(&mut self) -> Option<(Ident, Cursor<'t>)> {
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
        let name = syn::parse_str::<Ident>(&name).ok()?;
        let shown = name.to_string().replace('_', "-");
        let span = SpanRange { first: first.span(), last };
        self.problems.error(span, format!("invalid name `{shown}`"), Help::write(name.to_string()));
        Some((Ident::new(&name.to_string(), first.span()), at))
    }

    fn take_value(&mut self) -> Value {
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
    fn take_comma(&mut self) -> bool {
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
    fn skip_attribute(&mut self) -> bool {
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
    fn skip_unexpected(&mut self) -> bool {
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
