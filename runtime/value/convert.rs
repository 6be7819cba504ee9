//! What a Rust expression may be where a property takes a value.
//!
//! The texts of the attributes are what rustc prints for an expression of another type.

use super::{EnumValue, Intrinsic, List, Value};
use std::borrow::Cow;

/// What converts into the value of a property, or into an item of a list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value of `{T}`",
    label = "a value of `{T}` is accepted here",
    note = "write a value of `{T}`, an `Intrinsic`, a `Value<{T}>`, or an `Option` of these, of which `None` is absent"
)]
pub trait IntoValue<T> {
    /// The value, or `None` where the property is to be absent.
    fn into_value(self) -> Option<Value<T>>;
}

/// What converts into a list. Items that are `None` are left out.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of values of `{T}`",
    label = "a list of values of `{T}` is accepted here",
    note = "write a `Vec`, an array or a slice of `{T}`, an `Intrinsic`, a `List<{T}>`, or an `Option` of these, of which `None` is absent"
)]
pub trait IntoList<T> {
    /// The list, or `None` where the property is to be absent.
    fn into_list(self) -> Option<List<T>>;
}

/// What converts into a string where CloudFormation accepts no function: a logical id, the name of a condition, the
/// template of a `Sub`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a plain string",
    label = "CloudFormation accepts only a plain string here",
    note = "write a `&str` or a `String`"
)]
pub trait IntoPlainText {
    /// The string.
    fn into_plain_text(self) -> String;
}

/// What converts into a logical id: a plain string, or a resource.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a logical id",
    label = "this is the logical id of a resource",
    note = "write a `&str`, a `String`, or a reference to a resource: `&pool`"
)]
pub trait IntoLogicalId {
    /// The id.
    fn into_logical_id(self) -> String;
}

/// What converts alike into every value and list: functions, finished values, and options of anything that converts.
macro_rules! common {
    ($trait:ident, $convert:ident, $value:ident) => {
        impl<T> $trait<T> for Intrinsic {
            fn $convert(self) -> Option<$value<T>> {
                Some(Value::Intrinsic(self))
            }
        }

        impl<T> $trait<T> for &Intrinsic {
            fn $convert(self) -> Option<$value<T>> {
                Some(Value::Intrinsic(self.clone()))
            }
        }

        impl<T> $trait<T> for $value<T> {
            fn $convert(self) -> Option<$value<T>> {
                Some(self)
            }
        }

        impl<T: Clone> $trait<T> for &$value<T> {
            fn $convert(self) -> Option<$value<T>> {
                Some(self.clone())
            }
        }

        impl<T, V: $trait<T>> $trait<T> for Option<V> {
            fn $convert(self) -> Option<$value<T>> {
                self.and_then(V::$convert)
            }
        }
    };
}
common!(IntoValue, into_value, Value);
common!(IntoList, into_list, List);

impl IntoValue<bool> for bool {
    fn into_value(self) -> Option<Value<bool>> {
        Some(Value::Literal(self))
    }
}

macro_rules! integers {
    ($($integer:ty)+) => {
        $(impl IntoValue<i64> for $integer {
            fn into_value(self) -> Option<Value<i64>> {
                Some(Value::Literal(self.into()))
            }
        })+
    };
}
integers! { i8 i16 i32 i64 u8 u16 u32 }

/// Wider types are accepted for convenience: what does not fit is beyond every limit either way, which `validate`
/// finds.
macro_rules! wide_integers {
    ($($integer:ty)+) => {
        $(impl IntoValue<i64> for $integer {
            fn into_value(self) -> Option<Value<i64>> {
                Some(Value::Literal(i64::try_from(self).unwrap_or(i64::MAX)))
            }
        })+
    };
}
wide_integers! { u64 usize isize }

macro_rules! strings {
    ($($string:ty)+) => {
        $(impl IntoValue<String> for $string {
            fn into_value(self) -> Option<Value<String>> {
                Some(Value::Literal(self.into()))
            }
        }

        impl IntoPlainText for $string {
            fn into_plain_text(self) -> String {
                self.into()
            }
        }

        impl IntoLogicalId for $string {
            fn into_logical_id(self) -> String {
                self.into()
            }
        })+
    };
}
strings! { &str String &String Cow<'_, str> Box<str> }

impl<E: EnumValue> IntoValue<E> for E {
    fn into_value(self) -> Option<Value<E>> {
        Some(Value::Literal(self))
    }
}

impl<E: EnumValue + Clone> IntoValue<E> for &E {
    fn into_value(self) -> Option<Value<E>> {
        Some(Value::Literal(self.clone()))
    }
}

/// Open enumerations accept strings.
macro_rules! open {
    ($($openness:ident $enumeration:ident)+) => { $(open!(@$openness $enumeration);)+ };
    (@closed $enumeration:ident) => {};
    (@open $enumeration:ident) => { open!(@strings $enumeration: &str, String, &String); };
    (@strings $enumeration:ident: $($string:ty),+) => {
        $(impl IntoValue<crate::value::enums::$enumeration> for $string {
            fn into_value(self) -> Option<Value<crate::value::enums::$enumeration>> {
                crate::value::enums::$enumeration::from_value(self.as_ref()).map(Value::Literal)
            }
        })+
    };
}
cognito_cfn_schema::enumeration_names!(open);

/// Lists of whatever converts item by item; items that are `None` are left out.
impl<T, I: IntoValue<T>> IntoList<T> for Vec<I> {
    fn into_list(self) -> Option<List<T>> {
        Some(Value::Literal(self.into_iter().filter_map(I::into_value).collect()))
    }
}

impl<T, I: IntoValue<T>, const N: usize> IntoList<T> for [I; N] {
    fn into_list(self) -> Option<List<T>> {
        Some(Value::Literal(self.into_iter().filter_map(I::into_value).collect()))
    }
}

impl<T, I: IntoValue<T> + Clone> IntoList<T> for &[I] {
    fn into_list(self) -> Option<List<T>> {
        self.to_vec().into_list()
    }
}

impl<T, I: IntoValue<T> + Clone> IntoList<T> for &Vec<I> {
    fn into_list(self) -> Option<List<T>> {
        self.to_vec().into_list()
    }
}

impl<T, I: IntoValue<T> + Clone, const N: usize> IntoList<T> for &[I; N] {
    fn into_list(self) -> Option<List<T>> {
        self.to_vec().into_list()
    }
}
