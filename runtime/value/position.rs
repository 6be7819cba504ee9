//! Positions of a declaration, each with its own message about what it accepts.
//!
//! The impls for whatever converts are not recommended: rustc prints the attribute of the position instead of theirs.

use super::token_validity::IntoTokenValidity;
use super::{IntoList, IntoLogicalId, IntoPlainText, IntoValue};

/// A trait without methods of its own, for whatever converts.
macro_rules! positions {
    ($(
        #[doc = $doc:literal]
        $position:ident $(<$of:ident>)?: $conversion:path {
            message = $message:literal,
            label = $label:literal,
            note = $note:literal,
        }
    )+) => {
        $(
            #[doc = $doc]
            #[diagnostic::on_unimplemented(message = $message, label = $label, note = $note)]
            pub trait $position $(<$of>)?: $conversion {}

            #[diagnostic::do_not_recommend]
            impl<$($of,)? V: $conversion> $position $(<$of>)? for V {}
        )+
    };
}

positions! {
    /// An expression for a boolean property.
    BooleanProperty: IntoValue<bool> {
        message = "`{Self}` is not a boolean value",
        label = "this property accepts a boolean",
        note = "write a `bool`, an `Intrinsic`, a `Value<bool>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for an integer property.
    IntegerProperty: IntoValue<i64> {
        message = "`{Self}` is not an integer value",
        label = "this property accepts an integer",
        note = "write an integer of up to 64 bits, an `Intrinsic`, a `Value<i64>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for a token validity.
    TokenValidityProperty: IntoTokenValidity {
        message = "`{Self}` is not a token validity",
        label = "this property accepts an integer, or a `Duration`",
        note = "write an integer of up to 64 bits, `Minutes(…)`, a `Duration`, an `Intrinsic`, a `Value<i64>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for a string property, or an item of a list of strings.
    StringProperty: IntoValue<String> {
        message = "`{Self}` is not a string value",
        label = "this property accepts a string",
        note = "write a `&str`, a `String`, an `Intrinsic`, a `Value<String>`, a reference to a resource such as `&pool`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for a list of strings.
    StringListProperty: IntoList<String> {
        message = "`{Self}` is not a list of strings",
        label = "this property accepts a list of strings",
        note = "write a `Vec`, an array or a slice of strings, an `Intrinsic`, a `List<String>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for an enum value, or an item of a list of them.
    EnumProperty<E>: IntoValue<E> {
        message = "`{Self}` is not a value of `{E}`",
        label = "this property accepts a value of `{E}`",
        note = "write a variant of `{E}`, an `Intrinsic`, a `Value<{E}>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for a list of enum values.
    EnumListProperty<E>: IntoList<E> {
        message = "`{Self}` is not a list of values of `{E}`",
        label = "this property accepts a list of values of `{E}`",
        note = "write a `Vec`, an array or a slice of `{E}`, an `Intrinsic`, a `List<{E}>`, or an `Option` of these, of which `None` is absent",
    }

    /// An expression for a nested block.
    BlockProperty<B>: IntoValue<B> {
        message = "`{Self}` is not a block `{B}`",
        label = "this property accepts a block `{B}`",
        note = "write a `{B}`, an `Intrinsic`, a `Value<{B}>`, or an `Option` of these, of which `None` is absent",
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
