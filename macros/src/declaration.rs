//! A declaration with the tokens it was read from.

use crate::report::Site;
use crate::syntax::Entry;
use cognito_cfn_schema::intrinsics::Function;
use cognito_cfn_schema::{Kind, Property, Variant};
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
    pub(crate) kind: Kind,
    pub(crate) what: What,
}

/// What a value is.
pub(crate) enum What {
    Boolean(bool),
    Integer(i64),
    Text(String),
    /// Text that CloudFormation replaces with a value before anything else: `{{resolve:…}}`.
    Dynamic(String),
    Word(&'static Variant),
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
