//! What `..` in a list accepts: `[..urls, "https://example.com/"]`.

use super::{Content, EnumValue, If, IntoValue, Intrinsic, List, Value};
use std::borrow::Cow;

/// An expression whose items become items of a list.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be spread into a list of values of `{T}`",
    label = "`..` accepts an iterator of values of `{T}`",
    note = "write a `Vec`, an array, a slice or another `IntoIterator`, an `Option` of these, or the list of another client"
)]
pub trait Spread<T> {
    /// Adds the items to the list.
    fn spread_into(self, items: &mut Vec<Value<T>>);

    /// The items.
    fn spread(self) -> Vec<Value<T>>
    where
        Self: Sized,
    {
        let mut spread = Vec::new();
        self.spread_into(&mut spread);
        spread
    }
}

/// What such an iterator yields: an item, or again a list of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an item of a list of values of `{T}`",
    label = "this is spread into a list of values of `{T}`",
    note = "spread an iterator of what an item of the list can be"
)]
pub trait SpreadItem<T> {
    /// Adds the item, or the items.
    fn add_to(self, items: &mut Vec<Value<T>>);
}

#[diagnostic::do_not_recommend]
impl<T, I> Spread<T> for I
where
    I: IntoIterator,
    I::Item: SpreadItem<T>,
{
    fn spread_into(self, items: &mut Vec<Value<T>>) {
        self.into_iter().for_each(|item| item.add_to(items));
    }
}

macro_rules! single {
    ($([$($parameters:tt)*] $item:ty => $of:ty),+ $(,)?) => {
        $(impl<$($parameters)*> SpreadItem<$of> for $item {
            fn add_to(self, items: &mut Vec<Value<$of>>) {
                items.extend(self.into_value());
            }
        })+
    };
}
single! {
    [T] Intrinsic => T,
    [T] &Intrinsic => T,
    [T] Value<T> => T,
    [T: Clone] &Value<T> => T,
    [E: EnumValue] E => E,
    [E: EnumValue + Clone] &E => E,
    [] &str => String,
    [] String => String,
    [] &String => String,
    [] Cow<'_, str> => String,
    [] Box<str> => String,
}

/// Iterators by reference yield references.
macro_rules! by_reference {
    ($($item:ty),+) => {
        $(impl SpreadItem<String> for $item {
            fn add_to(self, items: &mut Vec<Value<String>>) {
                items.push(Value::Literal(self.to_string()));
            }
        })+
    };
}
by_reference! { &&str, &&String, &Cow<'_, str>, &Box<str> }

/// Open enumerations accept strings.
macro_rules! open {
    ($($openness:ident $enumeration:ident)+) => { $(open!(@$openness $enumeration);)+ };
    (@closed $enumeration:ident) => {};
    (@open $enumeration:ident) => { open!(@strings $enumeration: &str, String, &String, &&str); };
    (@strings $enumeration:ident: $($string:ty),+) => {
        $(impl SpreadItem<crate::value::enums::$enumeration> for $string {
            fn add_to(self, items: &mut Vec<Value<crate::value::enums::$enumeration>>) {
                let text: &str = self.as_ref();
                items.extend(text.into_value());
            }
        })+
    };
}
cognito_cfn_schema::enumeration_names!(open);

impl<T, I: SpreadItem<T>> SpreadItem<T> for Option<I> {
    fn add_to(self, items: &mut Vec<Value<T>>) {
        self.into_iter().for_each(|item| item.add_to(items));
    }
}

impl<T, I: SpreadItem<T>> SpreadItem<T> for Vec<I> {
    fn add_to(self, items: &mut Vec<Value<T>>) {
        self.into_iter().for_each(|item| item.add_to(items));
    }
}

impl<T, I: SpreadItem<T>, const N: usize> SpreadItem<T> for [I; N] {
    fn add_to(self, items: &mut Vec<Value<T>>) {
        self.into_iter().for_each(|item| item.add_to(items));
    }
}

impl<'i, T, I> SpreadItem<T> for &'i [I]
where
    &'i I: SpreadItem<T>,
{
    fn add_to(self, items: &mut Vec<Value<T>>) {
        self.iter().for_each(|item| item.add_to(items));
    }
}

impl<'i, T, I> SpreadItem<T> for &'i Vec<I>
where
    &'i I: SpreadItem<T>,
{
    fn add_to(self, items: &mut Vec<Value<T>>) {
        self.as_slice().add_to(items);
    }
}

impl<'i, T, I, const N: usize> SpreadItem<T> for &'i [I; N]
where
    &'i I: SpreadItem<T>,
{
    fn add_to(self, items: &mut Vec<Value<T>>) {
        self.as_slice().add_to(items);
    }
}

/// The list of another client. A list-valued function is one item, and so is a choice between two lists, which
/// `validate` reports.
impl<T: Content> SpreadItem<T> for List<T> {
    fn add_to(self, items: &mut Vec<Value<T>>) {
        match self {
            Value::Literal(list) => items.extend(list),
            Value::Intrinsic(intrinsic) => items.push(Value::Intrinsic(intrinsic)),
            choice @ Value::If(_) => items.push(as_item(choice)),
        }
    }
}

/// A list as one item, with the same JSON.
fn as_item<T: Content>(list: List<T>) -> Value<T> {
    match list {
        Value::Literal(list) => Value::Intrinsic(Intrinsic::Raw(list.json())),
        Value::Intrinsic(intrinsic) => Value::Intrinsic(intrinsic),
        Value::If(choice) => {
            let (condition, then, otherwise) = choice.into_parts();
            Value::If(Box::new(If { condition, then: as_item(then), otherwise: as_item(otherwise) }))
        }
    }
}

impl<T: Content + Clone> SpreadItem<T> for &List<T> {
    fn add_to(self, items: &mut Vec<Value<T>>) {
        self.clone().add_to(items);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Content> Spread<T> for List<T> {
    fn spread_into(self, items: &mut Vec<Value<T>>) {
        self.add_to(items);
    }
}

#[diagnostic::do_not_recommend]
impl<T: Content + Clone> Spread<T> for &List<T> {
    fn spread_into(self, items: &mut Vec<Value<T>>) {
        self.add_to(items);
    }
}
