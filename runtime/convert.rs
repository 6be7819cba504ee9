//! What a Rust expression may be to stand for a property, by the property's kind.
//!
//! The texts of the attributes are what rustc says of an expression of another type.

use crate::enums::EnumValue;
use crate::intrinsic::Intrinsic;
use crate::value::{List, Value};
use std::borrow::Cow;

/// An expression for a boolean property.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a boolean value",
    label = "this property takes a boolean",
    note = "write a `bool`, an `Intrinsic`, a `Value<bool>`, or an `Option` of these, of which `None` is absent"
)]
pub trait BooleanValue {
    /// The value, or `None` where the property is to be absent.
    fn into_boolean(self) -> Option<Value<bool>>;
}

/// An expression for an integer property.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an integer value",
    label = "this property takes an integer",
    note = "write an integer of up to 64 bits, an `Intrinsic`, a `Value<i64>`, or an `Option` of these, of which `None` is absent"
)]
pub trait IntegerValue {
    /// The value, or `None` where the property is to be absent.
    fn into_integer(self) -> Option<Value<i64>>;
}

/// An expression for a text property, or an item of a list of text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a text value",
    label = "this property takes text",
    note = "write a `&str`, a `String`, an `Intrinsic`, a `Value<String>`, or an `Option` of these, of which `None` is absent"
)]
pub trait TextValue {
    /// The value, or `None` where the property is to be absent.
    fn into_text(self) -> Option<Value<String>>;
}

/// An expression for a list of text.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of text",
    label = "this property takes a list of text",
    note = "write a `Vec`, an array or a slice of text, an `Intrinsic`, a `List<String>`, or an `Option` of these, of which `None` is absent"
)]
pub trait TextListValue {
    /// The value, or `None` where the property is to be absent.
    fn into_texts(self) -> Option<List<String>>;
}

/// An expression for a word of an enumeration, or an item of a list of words.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a word of `{E}`",
    label = "this property takes a word of `{E}`",
    note = "write a variant of `{E}`, an `Intrinsic`, a `Value<{E}>`, or an `Option` of these, of which `None` is absent"
)]
pub trait WordValue<E> {
    /// The value, or `None` where the property is to be absent.
    fn into_word(self) -> Option<Value<E>>;
}

/// An expression for a list of words.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of words of `{E}`",
    label = "this property takes a list of words of `{E}`",
    note = "write a `Vec`, an array or a slice of `{E}`, an `Intrinsic`, a `List<{E}>`, or an `Option` of these, of which `None` is absent"
)]
pub trait WordListValue<E> {
    /// The value, or `None` where the property is to be absent.
    fn into_words(self) -> Option<List<E>>;
}

/// An expression for a nested block.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a block `{B}`",
    label = "this property takes a block `{B}`",
    note = "write a `{B}`, an `Intrinsic`, a `Value<{B}>`, or an `Option` of these, of which `None` is absent"
)]
pub trait BlockValue<B> {
    /// The value, or `None` where the property is to be absent.
    fn into_block(self) -> Option<Value<B>>;
}

/// An expression for `depends_on`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of logical ids",
    label = "`depends_on` takes a list of logical ids",
    note = "write a `Vec`, an array or a slice of `String` or `&str`"
)]
pub trait LogicalIdList {
    /// The ids.
    fn into_logical_ids(self) -> Vec<String>;
}

/// An expression where CloudFormation takes only plain text: a logical id, the name of a condition, the text of a `Sub`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not plain text",
    label = "CloudFormation takes only plain text here",
    note = "write a `&str` or a `String`"
)]
pub trait PlainText {
    /// The text.
    fn into_plain_text(self) -> String;
}

/// An expression for an attribute of plain text that may be absent: `condition`, `description`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not plain text",
    label = "CloudFormation takes only plain text here",
    note = "write a `&str`, a `String`, or an `Option` of these, of which `None` is absent"
)]
pub trait OptionalPlainText {
    /// The text, or `None` where the attribute is to be absent.
    fn into_optional_text(self) -> Option<String>;
}

impl<T: PlainText> OptionalPlainText for Option<T> {
    fn into_optional_text(self) -> Option<String> {
        self.map(T::into_plain_text)
    }
}

/// What converts alike into every kind: functions, finished values, and options of anything that converts.
macro_rules! common {
    ($trait:ident, $convert:ident, $value:ty $(, $generic:ident)?) => {
        impl$(<$generic>)? $trait$(<$generic>)? for Intrinsic {
            fn $convert(self) -> Option<$value> {
                Some(Value::Intrinsic(self))
            }
        }

        impl$(<$generic>)? $trait$(<$generic>)? for $value {
            fn $convert(self) -> Option<$value> {
                Some(self)
            }
        }

        impl$(<$generic>)? $trait$(<$generic>)? for &Intrinsic {
            fn $convert(self) -> Option<$value> {
                Some(Value::Intrinsic(self.clone()))
            }
        }

        impl$(<$generic: Clone>)? $trait$(<$generic>)? for &$value {
            fn $convert(self) -> Option<$value> {
                Some(self.clone())
            }
        }

        impl<$($generic,)? T: $trait$(<$generic>)?> $trait$(<$generic>)? for Option<T> {
            fn $convert(self) -> Option<$value> {
                self.and_then(T::$convert)
            }
        }
    };
}
common!(BooleanValue, into_boolean, Value<bool>);
common!(IntegerValue, into_integer, Value<i64>);
common!(TextValue, into_text, Value<String>);
common!(TextListValue, into_texts, List<String>);
common!(WordValue, into_word, Value<E>, E);
common!(WordListValue, into_words, List<E>, E);
common!(BlockValue, into_block, Value<B>, B);

impl BooleanValue for bool {
    fn into_boolean(self) -> Option<Value<bool>> {
        Some(Value::Literal(self))
    }
}

macro_rules! integers {
    ($($integer:ty)+) => {
        $(impl IntegerValue for $integer {
            fn into_integer(self) -> Option<Value<i64>> {
                Some(Value::Literal(self.into()))
            }
        })+
    };
}
integers! { i8 i16 i32 i64 u8 u16 u32 }

/// Wider types are taken for convenience: what does not fit is beyond every limit either way, which `validate` finds.
macro_rules! wide_integers {
    ($($integer:ty)+) => {
        $(impl IntegerValue for $integer {
            fn into_integer(self) -> Option<Value<i64>> {
                Some(Value::Literal(i64::try_from(self).unwrap_or(i64::MAX)))
            }
        })+
    };
}
wide_integers! { u64 usize isize }

macro_rules! texts {
    ($($text:ty)+) => {
        $(impl TextValue for $text {
            fn into_text(self) -> Option<Value<String>> {
                Some(Value::Literal(self.into()))
            }
        }

        impl PlainText for $text {
            fn into_plain_text(self) -> String {
                self.into()
            }
        }

        impl OptionalPlainText for $text {
            fn into_optional_text(self) -> Option<String> {
                Some(self.into())
            }
        })+
    };
}
texts! { &str String &String Cow<'_, str> Box<str> }

macro_rules! words {
    ($($kind:ident $enumeration:ident)+) => {
        $(
            impl WordValue<crate::$enumeration> for crate::$enumeration {
                fn into_word(self) -> Option<Value<Self>> {
                    Some(Value::Literal(self))
                }
            }

            impl WordValue<crate::$enumeration> for &crate::$enumeration {
                fn into_word(self) -> Option<Value<crate::$enumeration>> {
                    Some(Value::Literal(self.clone()))
                }
            }
        )+
    };
}
cognito_cfn_schema::enumeration_names!(words);

/// Enumerations that take names of the user's own take text for them.
macro_rules! names {
    ($($kind:ident $enumeration:ident)+) => { $(names!(@$kind $enumeration);)+ };
    (@closed $enumeration:ident) => {};
    (@open $enumeration:ident) => { names!(@texts $enumeration: &str, String, &String); };
    (@texts $enumeration:ident: $($text:ty),+) => {
        $(impl WordValue<crate::$enumeration> for $text {
            fn into_word(self) -> Option<Value<crate::$enumeration>> {
                crate::$enumeration::from_value(self.as_ref()).map(Value::Literal)
            }
        })+
    };
}
cognito_cfn_schema::enumeration_names!(names);

/// Lists of whatever converts item by item; what is `None` is left out.
macro_rules! lists {
    ($trait:ident, $convert:ident, $item:ident, $convert_item:ident, $of:ty $(, $generic:ident)?) => {
        impl<$($generic,)? T: $item$(<$generic>)?> $trait$(<$generic>)? for Vec<T> {
            fn $convert(self) -> Option<List<$of>> {
                Some(Value::Literal(self.into_iter().filter_map(T::$convert_item).collect()))
            }
        }

        impl<$($generic,)? T: $item$(<$generic>)?, const N: usize> $trait$(<$generic>)? for [T; N] {
            fn $convert(self) -> Option<List<$of>> {
                Some(Value::Literal(self.into_iter().filter_map(T::$convert_item).collect()))
            }
        }

        impl<$($generic,)? T: $item$(<$generic>)? + Clone> $trait$(<$generic>)? for &[T] {
            fn $convert(self) -> Option<List<$of>> {
                self.to_vec().$convert()
            }
        }

        impl<$($generic,)? T: $item$(<$generic>)? + Clone> $trait$(<$generic>)? for &Vec<T> {
            fn $convert(self) -> Option<List<$of>> {
                self.to_vec().$convert()
            }
        }

        impl<$($generic,)? T: $item$(<$generic>)? + Clone, const N: usize> $trait$(<$generic>)? for &[T; N] {
            fn $convert(self) -> Option<List<$of>> {
                self.to_vec().$convert()
            }
        }
    };
}
lists!(TextListValue, into_texts, TextValue, into_text, String);
lists!(WordListValue, into_words, WordValue, into_word, E, E);

impl<T: LogicalIdList> LogicalIdList for Option<T> {
    fn into_logical_ids(self) -> Vec<String> {
        self.map(T::into_logical_ids).unwrap_or_default()
    }
}

impl<T: Into<String>> LogicalIdList for Vec<T> {
    fn into_logical_ids(self) -> Vec<String> {
        self.into_iter().map(Into::into).collect()
    }
}

impl<T: Into<String>, const N: usize> LogicalIdList for [T; N] {
    fn into_logical_ids(self) -> Vec<String> {
        self.into_iter().map(Into::into).collect()
    }
}

impl<T: Into<String> + Clone> LogicalIdList for &[T] {
    fn into_logical_ids(self) -> Vec<String> {
        self.to_vec().into_logical_ids()
    }
}

impl<T: Into<String> + Clone> LogicalIdList for &Vec<T> {
    fn into_logical_ids(self) -> Vec<String> {
        self.to_vec().into_logical_ids()
    }
}
