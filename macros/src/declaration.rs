//! A declaration with the tokens it was read from.

use crate::report::Site;
use crate::syntax::Entry;
use cognito_cfn_schema::functions::Function;
use cognito_cfn_schema::words::{Enumeration, Word};
use cognito_cfn_schema::{Block, Property};
use proc_macro2::TokenTree;

/// The whole body.
pub(crate) struct Declaration {
    /// Every entry as written, for the editor.
    pub(crate) entries: Vec<Entry>,
    /// The properties with a value.
    pub(crate) members: Vec<Member>,
    /// The attributes with a value.
    pub(crate) attributes: Vec<Member>,
    /// Codes of advice the user does not want to hear again.
    pub(crate) allowed: Vec<String>,
}

/// A property or member of a block, with its value.
pub(crate) struct Member {
    pub(crate) property: &'static Property,
    pub(crate) value: Value,
}

/// A value with its place in the source.
pub(crate) struct Value {
    pub(crate) site: Site,
    pub(crate) shape: Shape,
    pub(crate) what: What,
}

/// What a value is.
pub(crate) enum What {
    Boolean(bool),
    Integer(i64),
    Text(String),
    /// Text that CloudFormation replaces with a value before anything else: `{{resolve:…}}`.
    Dynamic(String),
    Word(&'static Word),
    List(Vec<Value>),
    Block(Vec<Member>),
    Json(Json),
    Call(&'static Function, Vec<Value>),
    /// Named values: variables of a `Sub`, where the stack of a `GetStackOutput` is.
    Variables(Vec<(String, Value)>),
    /// A Rust expression.
    Rust(Vec<TokenTree>),
    /// Rust's `None`, for which rustc could not tell what it is none of.
    Absent,
    /// Something that was reported; it has no value.
    Wrong,
}

/// JSON, with expressions and functions in it.
pub(crate) enum Json {
    Null,
    Boolean(bool),
    /// A whole number: whether it is negative, and its magnitude.
    Integer(bool, u64),
    Float(f64),
    Text(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
    Function(Box<Value>),
    Rust(Vec<TokenTree>),
}

/// What a value is expected to be: the kind of a property, or of what stands within one.
#[derive(Clone, Copy)]
pub(crate) enum Shape {
    Boolean,
    Integer,
    Text(Role),
    Texts,
    Word(&'static Enumeration),
    Words(&'static Enumeration),
    Block(&'static Block),
    LogicalIds,
    Json,
    Variables,
}

/// What text is for, where that limits what may be literal in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// Whatever the property says.
    Any,
    /// Text in which CloudFormation takes no function.
    Plain,
    LogicalId,
    Reference,
    Attribute,
    Condition,
    Template,
    Import,
    AddressBlock,
}

impl Declaration {
    /// Whether the user does not want to hear of it.
    pub(crate) fn allows(&self, code: &str) -> bool {
        self.allowed.iter().any(|allowed| allowed == code)
    }

    /// Where it begins: the first name.
    pub(crate) fn head(&self) -> Site {
        self.entries.first().map_or_else(Site::call, |entry| entry.key.span().into())
    }
}

impl Value {
    /// Whether anything is to become of it.
    pub(crate) fn is_there(&self) -> bool {
        !matches!(self.what, What::Absent | What::Wrong)
    }
}

impl Shape {
    /// What an item of such a list is expected to be.
    pub(crate) fn item(self) -> Option<Self> {
        match self {
            Self::Texts => Some(Self::Text(Role::Any)),
            Self::Words(of) => Some(Self::Word(of)),
            Self::LogicalIds => Some(Self::Text(Role::LogicalId)),
            _ => None,
        }
    }

    /// Whether CloudFormation takes a function here.
    pub(crate) fn takes_functions(self) -> bool {
        match self {
            Self::Text(role) => matches!(role, Role::Any | Role::Attribute | Role::Import | Role::AddressBlock),
            Self::LogicalIds | Self::Variables => false,
            _ => true,
        }
    }

    /// The shape in words: "text", "a list of words of `OAuthFlow`".
    pub(crate) fn describe(self) -> &'static str {
        match self {
            Self::Boolean => "a boolean",
            Self::Integer => "an integer",
            Self::Text(Role::LogicalId | Role::Reference) => "a logical id",
            Self::Text(Role::Condition) => "the name of a condition",
            Self::Text(_) => "text",
            Self::Texts => "a list of text",
            Self::Word(of) => {
                if of.own.is_some() {
                    "a word or text"
                } else {
                    "a word"
                }
            }
            Self::Words(of) => {
                if of.own.is_some() {
                    "a list of words or text"
                } else {
                    "a list of words"
                }
            }
            Self::Block(_) => "a block",
            Self::LogicalIds => "a list of logical ids",
            Self::Json => "JSON",
            Self::Variables => "a block of variables",
        }
    }
}
