//! The types of Rust expressions that a property accepts.
//!
//! rustc prints the strings of the attributes for an expression of another type.

use super::{EnumValue, Intrinsic, List, Value, enums};
use std::borrow::Cow;

/// Types that convert into the value of a property, or into an item of a list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value of `{T}`",
    label = "a value of `{T}` is accepted here",
    note = "write a value of `{T}`, an `Intrinsic`, a `Value<{T}>`, or an `Option` of these, of which `None` is absent"
)]
pub trait IntoValue<T> {
    /// The value, or `None` if the property is absent.
    fn into_value(self) -> Option<Value<T>>;
}

/// Types that convert into a list. Items that are `None` are skipped.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of values of `{T}`",
    label = "a list of values of `{T}` is accepted here",
    note = "write a `Vec`, an array or a slice of `{T}`, an `Intrinsic`, a `List<{T}>`, or an `Option` of these, of which `None` is absent"
)]
pub trait IntoList<T> {
    /// The list, or `None` if the property is absent.
    fn into_list(self) -> Option<List<T>>;
}

/// Types that convert into a string where CloudFormation accepts no function: a logical id, the name of a condition, the
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

/// Types that convert into a logical id: a plain string, or a resource.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a logical id",
    label = "this is the logical id of a resource",
    note = "write a `&str`, a `String`, or a reference to a resource: `&pool`"
)]
pub trait IntoLogicalId {
    /// The id.
    fn into_logical_id(self) -> String;
}

/// Types that convert into every value and list: functions, values, and options of anything that converts.
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

/// A literal of one type, in the macro and in a field.
macro_rules! literals {
    ($value:ty: |$written:ident| $convert:expr => $($literal:ty)+) => {
        $(impl From<$literal> for Value<$value> {
            fn from($written: $literal) -> Self {
                Self::Literal($convert)
            }
        }

        impl IntoValue<$value> for $literal {
            fn into_value(self) -> Option<Value<$value>> {
                Some(self.into())
            }
        })+
    };
}
literals! { bool: |truth| truth => bool }
literals! { i64: |number| number => i64 }
literals! { i64: |number| number.into() => i8 i16 i32 u8 u16 u32 }
// Wider types are accepted for convenience: what does not fit is beyond every limit either way, which `validate` finds.
literals! { i64: |number| i64::try_from(number).unwrap_or(i64::MAX) => u64 usize isize }
literals! { String: |text| text => String }
literals! { String: |text| text.into() => &str &String Cow<'_, str> Box<str> }

macro_rules! plain_strings {
    ($($string:ty)+) => {
        $(impl IntoPlainText for $string {
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
plain_strings! { &str String &String Cow<'_, str> Box<str> }

impl<E: EnumValue> From<E> for Value<E> {
    fn from(variant: E) -> Self {
        Self::Literal(variant)
    }
}

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

/// Open enumerations accept strings: each is a variant, or `Other`.
macro_rules! open {
    ($($openness:ident $enumeration:ident)+) => { $(open!(@$openness $enumeration);)+ };
    (@closed $enumeration:ident) => {};
    (@open $enumeration:ident) => {
        literals! {
            enums::$enumeration: |text| enums::$enumeration::from_value(text.as_ref())
                .unwrap_or_else(|| enums::$enumeration::Other(text.into())) => &str String &String
        }
    };
}
cognito_cfn_schema::enumeration_names!(open);

impl<T> From<Intrinsic> for Value<T> {
    fn from(intrinsic: Intrinsic) -> Self {
        Self::Intrinsic(intrinsic)
    }
}

impl<T> From<&Intrinsic> for Value<T> {
    fn from(intrinsic: &Intrinsic) -> Self {
        Self::Intrinsic(intrinsic.clone())
    }
}

/// Lists of items that convert; items that are `None` are skipped.
macro_rules! lists {
    ($( [$($parameters:tt)*] $list:ty: |$written:ident| $items:expr; )+) => {
        $(impl<T, $($parameters)*> From<$list> for List<T>
        where
            I: IntoValue<T>,
        {
            fn from($written: $list) -> Self {
                Self::Literal($items.filter_map(I::into_value).collect())
            }
        }

        impl<T, $($parameters)*> IntoList<T> for $list
        where
            I: IntoValue<T>,
        {
            fn into_list(self) -> Option<List<T>> {
                Some(self.into())
            }
        })+
    };
}
lists! {
    [I] Vec<I>: |list| list.into_iter();
    [I, const N: usize] [I; N]: |list| list.into_iter();
    [I: Clone] &[I]: |list| list.iter().cloned();
    [I: Clone] &Vec<I>: |list| list.iter().cloned();
    [I: Clone, const N: usize] &[I; N]: |list| list.iter().cloned();
}
