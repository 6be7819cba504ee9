//! What a client has where a property is absent.

use crate::enums::Variant;

/// The value that Cognito gives a client for a property that is absent.
#[derive(Clone, Copy, Debug)]
pub enum Fallback {
    /// None.
    Absent,
    /// The same as an empty list.
    EmptyList,
    /// A boolean.
    Boolean(bool),
    /// A number in the unit of the property.
    Integer(i64),
    /// A variant of the property's enumeration.
    Variant(&'static Variant),
    /// A list of such variants. An empty list is the same.
    Variants(&'static [&'static Variant]),
    /// A string that CloudFormation generates.
    Generated,
}

impl Fallback {
    /// The variant, if it is one.
    pub fn variant(self) -> Option<&'static Variant> {
        match self {
            Self::Variant(variant) => Some(variant),
            _ => None,
        }
    }
}
