//! A value of a property: a literal, a function of CloudFormation, or a choice between two values.

mod content;
mod convert;
pub(crate) mod enums;
pub(crate) mod input;
mod intrinsic;
pub mod position;
pub(crate) mod read;
pub(crate) mod spread;
pub(crate) mod text;
pub(crate) mod token_validity;

pub(crate) use content::{Content, View, declaration, properties};
pub use convert::{IntoList, IntoLogicalId, IntoPlainText, IntoValue};
pub use enums::{EnumValue, ParseEnumError};
pub use intrinsic::Intrinsic;

use crate::json::Json;
use serde_core::{Serialize, Serializer};

/// A literal, or a function of CloudFormation that returns the value at deployment.
///
/// ```
/// use cognito_cfn::{Intrinsic, Value};
///
/// let literal: Value<i64> = 30.into();
/// let parameter: Value<i64> = Intrinsic::reference("Minutes").into();
/// assert_eq!(literal.literal(), Some(&30));
/// assert_eq!(parameter.literal(), None);
/// ```
#[derive(Clone, Debug, PartialEq)]
pub enum Value<T> {
    /// The value itself.
    Literal(T),
    /// A function that returns it.
    Intrinsic(Intrinsic),
    /// One value or another, by a condition of the template.
    If(Box<If<T>>),
}

/// A list: item by item, or the result of a function.
pub type List<T> = Value<Vec<Value<T>>>;

/// `Fn::If`.
#[derive(Clone, Debug, PartialEq)]
pub struct If<T> {
    /// The name of the condition.
    pub condition: String,
    /// The value if it is true.
    pub then: Value<T>,
    /// The value if it is false.
    pub otherwise: Value<T>,
}

impl<T> If<T> {
    /// The condition and the two values. They cannot be moved out of the fields, because of how it is dropped.
    pub fn into_parts(mut self) -> (String, Value<T>, Value<T>) {
        (std::mem::take(&mut self.condition), self.then.take(), self.otherwise.take())
    }
}

/// Of choices within choices one after the other is dropped, so that the stack of the thread is enough for any number.
impl<T> Drop for If<T> {
    fn drop(&mut self) {
        loop {
            // A choice in the first arm goes to the second one, with what was there as its own second arm.
            while let Value::If(mut inner) = self.then.take() {
                self.then = inner.then.take();
                inner.then = inner.otherwise.take();
                inner.otherwise = self.otherwise.take();
                self.otherwise = Value::If(inner);
            }
            let Value::If(mut inner) = self.otherwise.take() else { return };
            self.then = inner.then.take();
            self.otherwise = inner.otherwise.take();
        }
    }
}

impl<T> Value<T> {
    /// The value; `NoValue` is left.
    fn take(&mut self) -> Self {
        std::mem::replace(self, Self::Intrinsic(Intrinsic::NoValue))
    }

    /// The value, if it is a literal.
    pub fn literal(&self) -> Option<&T> {
        match self {
            Self::Literal(literal) => Some(literal),
            _ => None,
        }
    }
}

impl<T: Content> Content for Value<T> {
    fn view(&self) -> View<'_> {
        match self {
            Self::Literal(literal) => literal.view(),
            Self::Intrinsic(intrinsic) => View::Intrinsic(intrinsic),
            Self::If(choice) => View::If(&choice.condition, Box::new(|| [choice.then.view(), choice.otherwise.view()])),
        }
    }

    fn read(json: &Json) -> Option<Self> {
        Some(read::value(json))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Literal(literal) => literal.write(serializer),
            Self::Intrinsic(intrinsic) => intrinsic.serialize(serializer),
            Self::If(_) => self.json().serialize(serializer),
        }
    }
}

impl<T: Content> Serialize for Value<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write(serializer)
    }
}

impl<T: Content> From<Value<T>> for Json {
    fn from(value: Value<T>) -> Self {
        value.json()
    }
}
