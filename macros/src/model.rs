//! What a declaration means: properties with values of their kinds, each with its tokens.

use crate::pipeline::diagnostics::SpanRange;
use crate::pipeline::parse::{Expression, Tails};
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
    /// A token validity with a unit of its own: `Minutes(30)`.
    Measured(Box<TypedValue>, &'static Variant),
    List(Vec<TypedValue>),
    /// In a list: `..` and another list.
    Spread(Box<TypedValue>),
    Block(Vec<Member>),
    Json(JsonValue),
    Call(&'static Function, Vec<TypedValue>),
    /// Named values: variables of a `Sub`, the location of the stack of a `GetStackOutput`.
    Variables(Vec<(String, TypedValue)>),
    Rust(Expression),
    /// Control flow of Rust, whose tails are values.
    Branches(Branches),
    /// Rust's `None`, whose type rustc could not infer.
    Absent,
    /// Something with an error; it has no value.
    Invalid,
}

/// Control flow of Rust, with the meaning of its tails.
pub(crate) struct Branches {
    pub(crate) tails: Tails<Tail>,
    /// The whole, as it was written.
    pub(crate) rust: Expression,
    /// Whether the arms have ordinary types of Rust: a tail is an expression of one, or all are literals of one.
    /// Otherwise each tail is a value of the property, so that kinds and lengths may differ.
    pub(crate) is_ordinary: bool,
}

/// A tail, and how it was written.
pub(crate) struct Tail {
    pub(crate) value: TypedValue,
    pub(crate) rust: Expression,
}

impl Branches {
    pub(crate) fn values(&self) -> impl Iterator<Item = &TypedValue> {
        self.tails.values().into_iter().map(|tail| &tail.value)
    }
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
            ValueKind::Branches(branches) => branches.values().any(Self::has_conditional),
            _ => false,
        }
    }

    /// Whether it has a value, or every arm has one.
    pub(crate) fn is_valid(&self) -> bool {
        match &self.value {
            ValueKind::Invalid => false,
            ValueKind::Branches(branches) => branches.values().all(Self::is_valid),
            _ => true,
        }
    }

    /// Whether a number may turn out to have a unit of its own.
    pub(crate) fn may_have_unit(&self) -> bool {
        match &self.value {
            ValueKind::Measured(..) | ValueKind::Rust(_) => true,
            ValueKind::Branches(branches) => self.is_valid() && branches.values().any(Self::may_have_unit),
            ValueKind::Call(Function { name: "If", .. }, arguments) => {
                arguments.iter().skip(1).any(Self::may_have_unit)
            }
            _ => false,
        }
    }

    /// Whether the expansion has anything of it.
    pub(crate) fn is_present(&self) -> bool {
        !matches!(self.value, ValueKind::Absent) && self.is_valid()
    }
}
