//! The input of a rule: properties whose values are absent, known, or not known yet.

mod certain;
mod conditions;
mod text;
mod visit;

use crate::Kind;
use crate::enums::Variant;
use crate::literals::shorten;
use crate::property::Property;
use std::borrow::Cow;

pub use text::{DYNAMIC_REFERENCE, GAP, Part, Text, has_dynamic_reference};
pub use visit::{Assumptions, Visited, VisitedBlock};

/// The properties of a client, or the members of a block: those that were written, in order.
#[derive(Clone, Default)]
pub struct Properties<'a> {
    /// Each property with its value.
    pub entries: Vec<(&'static Property, Node<'a>)>,
    /// Whether a property that is not written may have a value anyway: it is then unknown, not absent.
    pub is_partial: bool,
    /// The tag of the client or the block, which findings on it as a whole have.
    pub tag: usize,
}

/// A value, and the tag by which the caller finds it again.
#[derive(Clone)]
pub struct Node<'a> {
    /// The tag, which findings on this value have.
    pub tag: usize,
    /// What is known of it.
    pub value: AbstractValue<'a>,
    /// The strings in it, as they are written, that have dynamic references.
    pub dynamic: Vec<Text>,
}

impl<'a> Node<'a> {
    /// A value with its tag.
    pub fn new(tag: usize, value: AbstractValue<'a>) -> Self {
        Self { tag, value, dynamic: Vec::new() }
    }

    /// The same value, with those of the strings that have dynamic references.
    pub fn with_texts(mut self, texts: Vec<Text>) -> Self {
        for text in texts {
            if text.has_dynamic_reference() {
                self.dynamic.push(text);
            }
        }
        self
    }
}

/// What is known of a value.
#[derive(Clone)]
pub enum AbstractValue<'a> {
    /// Nothing was written, or `NoValue`.
    Absent,
    /// A Rust expression, or a function of CloudFormation.
    Unknown,
    /// In a list: any number of items that are not known, perhaps none.
    UnknownItems,
    /// A string of which some parts are known at deployment only.
    Partial(Text),
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Integer(i64),
    /// A token validity with a unit; `None` is a number that is not known.
    Measured(Option<i64>, &'static Variant),
    /// A string that is no variant of the property's enumeration.
    String(Cow<'a, str>),
    /// A variant of the property's enumeration.
    Variant(&'static Variant),
    /// A list, item by item.
    List(Vec<Node<'a>>),
    /// A nested block.
    Block(Properties<'a>),
    /// One value if the condition is true, another if it is false.
    If {
        /// The name of the condition, or `None` if it is not known: such a condition equals no other.
        condition: Option<Cow<'a, str>>,
        /// The value if it is true.
        then: Box<Node<'a>>,
        /// The value if it is false.
        otherwise: Box<Node<'a>>,
    },
}

impl<'a> AbstractValue<'a> {
    /// A string, if that kind is expected. The value of a dynamic reference in it is not known.
    pub fn of_string(string: &'a str, kind: Kind) -> Self {
        if has_dynamic_reference(string) {
            return Text::literal(string).into_value(kind);
        }
        let variant = match kind {
            Kind::Enum(of) => of.by_value(string),
            _ => None,
        };
        variant.map_or(Self::String(Cow::Borrowed(string)), Self::Variant)
    }
}

/// Tests of one value by rules. An unknown value passes none of them.
impl AbstractValue<'_> {
    /// Whether the value, or a part of it, is known at deployment only.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown | Self::UnknownItems | Self::Partial(_) | Self::Measured(None, _))
    }

    /// Whether it is certainly absent.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether something is certainly there. A Rust expression may turn out to be `None`.
    pub fn is_present(&self) -> bool {
        !self.is_absent() && !self.is_unknown()
    }

    /// Whether a switch is on.
    pub fn is_on(&self) -> bool {
        matches!(self, Self::Boolean(true))
    }

    /// Whether a switch is off: `false`, or absent where that is the default.
    pub fn is_off(&self) -> bool {
        matches!(self, Self::Absent | Self::Boolean(false))
    }

    /// The number, with a unit or without.
    pub fn number(&self) -> Option<i64> {
        match self {
            Self::Integer(number) | Self::Measured(Some(number), _) => Some(*number),
            _ => None,
        }
    }

    /// The unit of a number that is written with one.
    pub fn unit(&self) -> Option<&'static Variant> {
        match self {
            Self::Measured(_, unit) => Some(unit),
            _ => None,
        }
    }

    /// Whether it is that variant of an enumeration.
    pub fn is(&self, variant: &Variant) -> bool {
        self.as_str() == Some(variant.value)
    }

    /// The CloudFormation string of a string or a variant.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(string) => Some(string),
            Self::Variant(variant) => Some(variant.value),
            _ => None,
        }
    }

    /// What is known of a string: all of it, or its parts with a [`GAP`] for each of the others.
    pub fn outline(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Partial(text) => Some(Cow::Owned(text.outline())),
            known => known.as_str().map(Cow::Borrowed),
        }
    }

    /// Whether it can be that string at deployment.
    pub fn can_equal(&self, other: &Self) -> bool {
        let text = |value: &Self| match value {
            Self::Partial(text) => Some(text.clone()),
            known => known.as_str().map(Text::literal),
        };
        match (text(self), text(other)) {
            (Some(one), Some(other)) => one.can_equal(&other),
            _ => self.is_unknown() || other.is_unknown(),
        }
    }

    /// A string or a variant as the user writes it, for a message.
    pub fn written(&self) -> String {
        match self {
            Self::String(string) => shorten(string),
            Self::Variant(variant) => variant.name.to_owned(),
            _ => String::new(),
        }
    }
}

/// A test of a known value.
pub type Test<'t> = &'t dyn Fn(&AbstractValue<'_>) -> bool;
