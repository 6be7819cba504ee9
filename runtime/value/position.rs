//! What a Rust expression may be in each position of a declaration: a trait for each, which rustc names where an
//! expression has another type.
//!
//! A program implements none of them: it implements the conversions, such as [`IntoValue`].
//!
//! The impls for whatever converts are not recommended: rustc prints the attribute of the position instead of theirs.

pub use super::spread::{Spread, SpreadItem};
pub use crate::resource::BaseClient;

use super::token_validity::{IntoTokenValidity, TokenValidity};
use super::{IntoList, IntoLogicalId, IntoPlainText, IntoValue, List, Value};

/// A trait for whatever converts. Its method, unlike a function with a bound, leaves rustc no place inside this crate to
/// point at.
macro_rules! positions {
    ($(
        #[doc = $doc:literal]
        $position:ident $(<$of:ident>)?: $conversion:path, $method:ident -> $output:ty {
            message = $message:literal,
            label = $label:literal,
            note = $note:literal,
        }
    )+) => {
        $(
            #[doc = $doc]
            #[diagnostic::on_unimplemented(message = $message, label = $label, note = $note)]
            pub trait $position $(<$of>)? {
                /// The value of the property.
                fn convert(self) -> $output;
            }

            #[diagnostic::do_not_recommend]
            impl<$($of,)? V: $conversion> $position $(<$of>)? for V {
                fn convert(self) -> $output {
                    self.$method()
                }
            }
        )+
    };
}

positions! {
    /// An expression for a boolean property.
    BooleanProperty: IntoValue<bool>, into_value -> Option<Value<bool>> {
        message = "`{Self}` is not a boolean value",
        label = "this property accepts a boolean",
        note = "write a `bool`, an `Intrinsic`, a `Value<bool>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for an integer property.
    IntegerProperty: IntoValue<i64>, into_value -> Option<Value<i64>> {
        message = "`{Self}` is not an integer value",
        label = "this property accepts an integer",
        note = "write an integer of up to 64 bits, an `Intrinsic`, a `Value<i64>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for a token validity.
    TokenValidityProperty: IntoTokenValidity, into_token_validity -> Option<TokenValidity> {
        message = "`{Self}` is not a token validity",
        label = "this property accepts an integer, or a `Duration`",
        note = "write an integer of up to 64 bits, `Minutes(…)`, a `Duration`, an `Intrinsic`, a `Value<i64>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for a string property, or an item of a list of strings.
    StringProperty: IntoValue<String>, into_value -> Option<Value<String>> {
        message = "`{Self}` is not a string value",
        label = "this property accepts a string",
        note = "write a `&str`, a `String`, an `Intrinsic`, a `Value<String>`, a reference to a resource such as `&pool`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for a list of strings.
    StringListProperty: IntoList<String>, into_list -> Option<List<String>> {
        message = "`{Self}` is not a list of strings",
        label = "this property accepts a list of strings",
        note = "write a `Vec`, an array or a slice of strings, an `Intrinsic`, a `List<String>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for an enum value, or an item of a list of them.
    EnumProperty<E>: IntoValue<E>, into_value -> Option<Value<E>> {
        message = "`{Self}` is not a value of `{E}`",
        label = "this property accepts a value of `{E}`",
        note = "write a variant of `{E}`, an `Intrinsic`, a `Value<{E}>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for a list of enum values.
    EnumListProperty<E>: IntoList<E>, into_list -> Option<List<E>> {
        message = "`{Self}` is not a list of values of `{E}`",
        label = "this property accepts a list of values of `{E}`",
        note = "write a `Vec`, an array or a slice of `{E}`, an `Intrinsic`, a `List<{E}>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for a nested block.
    BlockProperty<B>: IntoValue<B>, into_value -> Option<Value<B>> {
        message = "`{Self}` is not a block `{B}`",
        label = "this property accepts a block `{B}`",
        note = "write a `{B}`, an `Intrinsic`, a `Value<{B}>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for the condition of an `If`.
    ConditionName: IntoPlainText, into_plain_text -> String {
        message = "`{Self}` is not the name of a condition",
        label = "`If` expects the name of a condition of the template",
        note = "write the name as a string; for a Rust `bool`, use `if` instead of `If`",
    }

    /// An expression for the attribute `condition`.
    ConditionAttribute: PlainTextAttribute, into_optional_text -> Option<String> {
        message = "`{Self}` is not the name of a condition",
        label = "`condition` expects the name of a condition of the template",
        note = "write the name as a `&str` or a `String`, or an `Option` of these, of which `None` is absent",
    }
}

/// An expression for an attribute without functions that may be absent: `condition`, `description`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a plain string",
    label = "CloudFormation accepts only a plain string here",
    note = "write a `&str`, a `String`, or an `Option` of these, of which `None` is absent"
)]
pub trait PlainTextAttribute {
    /// The string, or `None` if the attribute is absent.
    fn into_optional_text(self) -> Option<String>;
}

#[diagnostic::do_not_recommend]
impl<V: IntoPlainText> PlainTextAttribute for V {
    fn into_optional_text(self) -> Option<String> {
        Some(self.into_plain_text())
    }
}

impl<V: IntoPlainText> PlainTextAttribute for Option<V> {
    fn into_optional_text(self) -> Option<String> {
        self.map(V::into_plain_text)
    }
}

/// An expression for `depends_on`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of logical ids",
    label = "`depends_on` accepts a list of logical ids",
    note = "write a `Vec`, an array or a slice of `String`, `&str` or references to resources"
)]
pub trait LogicalIdList {
    /// The ids.
    fn into_logical_ids(self) -> Vec<String>;
}

#[diagnostic::do_not_recommend]
impl<I> LogicalIdList for I
where
    I: IntoIterator,
    I::Item: LogicalIdItem,
{
    fn into_logical_ids(self) -> Vec<String> {
        let mut ids = Vec::new();
        self.into_iter().for_each(|item| item.add_to(&mut ids));
        ids
    }
}

/// What such a list yields: a logical id, or again a list of them, as an `Option` of a list does.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a logical id",
    label = "`depends_on` accepts a list of logical ids",
    note = "write a `Vec`, an array or a slice of `String`, `&str` or references to resources"
)]
pub trait LogicalIdItem {
    /// Adds the id, or the ids.
    fn add_to(self, ids: &mut Vec<String>);
}

#[diagnostic::do_not_recommend]
impl<T: IntoLogicalId> LogicalIdItem for T {
    fn add_to(self, ids: &mut Vec<String>) {
        ids.push(self.into_logical_id());
    }
}

macro_rules! lists {
    ($([$($parameters:tt)*] $list:ty),+) => {
        $(#[diagnostic::do_not_recommend]
        impl<$($parameters)*> LogicalIdItem for $list
        where
            $list: LogicalIdList,
        {
            fn add_to(self, ids: &mut Vec<String>) {
                ids.extend(self.into_logical_ids());
            }
        })+
    };
}
lists! { [T] Vec<T>, [T, const N: usize] [T; N], ['l, T] &'l [T], ['l, T] &'l Vec<T>, ['l, T, const N: usize] &'l [T; N] }
