//! What a declaration means: properties with values of their kinds, each with its tokens.

use crate::pipeline::diagnostics::SpanRange;
use crate::pipeline::parse::Expression;
use cognito_cfn_schema::intrinsics::Function;
use cognito_cfn_schema::{Finding, Kind, Property, Variant, rules};

/// The whole body.
pub(crate) struct Declaration {
    /// The properties with a value.
    pub(crate) properties: Vec<Member>,
    /// The resource attributes with a value.
    pub(crate) attributes: Vec<Member>,
    /// Codes and groups of what is silenced.
    pub(crate) allowed: Vec<String>,
    /// Whether they were written at all.
    pub(crate) sets_allow: bool,
    /// What the properties that were not written are.
    pub(crate) rest: Rest,
    /// Where it begins: the first name.
    pub(crate) head: SpanRange,
}

/// What is not written in a declaration.
pub(crate) enum Rest {
    /// Absent.
    Absent,
    /// Filled in later: a bare `..`.
    Later,
    /// As in another client: `..base`.
    Base(Expression),
}

/// A property or member of a block, with its value.
pub(crate) struct Member {
    pub(crate) property: &'static Property,
    pub(crate) value: TypedValue,
}

/// A value, with the kind that is expected in its place.
pub(crate) struct TypedValue {
    pub(crate) span: SpanRange,
    pub(crate) kind: Kind,
    pub(crate) value: ValueKind,
}

/// What a value is.
pub(crate) enum ValueKind {
    Boolean(bool),
    Integer(i64),
    String(String),
    /// A string that CloudFormation replaces with a value before anything else: `{{resolve:…}}`.
    Dynamic(String),
    Variant(&'static Variant),
    List(Vec<TypedValue>),
    /// In a list: `..` and another list.
    Spread(Box<TypedValue>),
    Block(Vec<Member>),
    Json(JsonValue),
    Call(&'static Function, Vec<TypedValue>),
    /// Named values: variables of a `Sub`, the location of the stack of a `GetStackOutput`.
    Variables(Vec<(String, TypedValue)>),
    Rust(Expression),
    /// Rust's `None`, whose type rustc could not infer.
    Absent,
    /// Something with an error; it has no value.
    Invalid,
}

/// JSON, with expressions and functions in it.
pub(crate) enum JsonValue {
    Null,
    Boolean(bool),
    /// A whole number: whether it is negative, and its magnitude.
    Integer(bool, u64),
    Float(f64),
    String(String),
    Array(Vec<JsonValue>),
    Object(Vec<(String, JsonValue)>),
    Function(Box<TypedValue>),
    Rust(Expression),
}

impl Declaration {
    /// Whether the finding is silenced.
    pub(crate) fn allows(&self, finding: &Finding) -> bool {
        rules::silences(self.allowed.iter().map(String::as_str), finding)
    }
}

impl Member {
    /// Whether what the rules find in the value can depend on a condition or a parameter.
    pub(crate) fn has_conditional(&self) -> bool {
        !self.property.required && self.value.has_conditional()
    }
}

impl TypedValue {
    fn has_conditional(&self) -> bool {
        match &self.value {
            ValueKind::Call(function, _) => matches!(function.name, "FindInMap" | "If" | "Ref"),
            ValueKind::List(items) => items.iter().any(Self::has_conditional),
            ValueKind::Block(members) => members.iter().any(Member::has_conditional),
            _ => false,
        }
    }

    /// Whether the expansion has anything of it.
    pub(crate) fn is_present(&self) -> bool {
        !matches!(self.value, ValueKind::Absent | ValueKind::Invalid)
    }
}
