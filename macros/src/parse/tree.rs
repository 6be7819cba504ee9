//! The nodes of the syntax tree.

use super::boundary;
use super::tails::Tails;
use crate::pipeline::diagnostics::{Diagnostics, SpanRange};
use cognito_cfn_schema::literals::shorten;
use proc_macro2::{Ident, Literal, Span, TokenStream, TokenTree};

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
    pub(super) tokens: Vec<TokenTree>,
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
