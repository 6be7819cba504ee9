//! Typed values as JSON of a template, and as input of the rules.

use super::text::{collect_hidden, text};
use super::{EnumValue, Intrinsic, read};
use crate::depth::{MAX_RENDERED, is_deep};
use crate::json::{Json, function, object_of_present};
use cognito_cfn_schema::input::{Text, has_dynamic_reference};
use cognito_cfn_schema::{AbstractValue, Kind, Node, Properties, Property, Variant};
use serde_core::{Serialize, Serializer};
use std::borrow::Cow;

/// A value that a property can have.
pub trait Content: Sized {
    /// What it holds.
    #[doc(hidden)]
    fn view(&self) -> View<'_>;

    /// The literal that the JSON of a template is, with what CloudFormation converts into one; `None` if it is another
    /// value.
    #[doc(hidden)]
    fn read(json: &Json) -> Option<Self>;

    /// Writes [`Content::json`], without making it first where that takes no more than a few lines.
    #[doc(hidden)]
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    /// The value in a template.
    fn json(&self) -> Json {
        self.json_within(MAX_RENDERED)
    }

    /// The same, where so many levels are left.
    #[doc(hidden)]
    fn json_within(&self, left: usize) -> Json {
        self.view().json(left)
    }
}

/// What a value holds, without its type.
#[doc(hidden)]
pub enum View<'v> {
    Boolean(bool),
    Integer(i64),
    Text(&'v str),
    Variant(&'static Variant),
    List(Vec<View<'v>>),
    Block(Vec<(&'static Property, Option<View<'v>>)>),
    /// The condition, and both arms: one level more is viewed at a time.
    If(&'v str, Box<dyn Fn() -> [View<'v>; 2] + 'v>),
    Intrinsic(&'v Intrinsic),
}

impl<'v> View<'v> {
    /// The value in a template, where so many levels are left.
    pub(crate) fn json(self, left: usize) -> Json {
        match self {
            Self::Boolean(truth) => Json::Bool(truth),
            Self::Integer(number) => Json::from(number),
            Self::Text(text) => Json::from(text),
            Self::Variant(variant) => Json::from(variant.value),
            Self::List(items) => Json::Array(items.into_iter().map(|item| item.json(left.saturating_sub(1))).collect()),
            Self::Block(members) => properties(members),
            Self::If(condition, arms) => {
                let Some(left) = left.checked_sub(2) else { return Json::Null };
                let [then, otherwise] = arms();
                function("Fn::If", Json::Array(vec![Json::from(condition), then.json(left), otherwise.json(left)]))
            }
            Self::Intrinsic(intrinsic) => intrinsic.json_within(left),
        }
    }

    /// Whether there are more levels than are left.
    pub(crate) fn exceeds(self, left: usize) -> bool {
        match self {
            Self::List(items) => items.into_iter().any(|item| item.exceeds(left.saturating_sub(1))),
            Self::Block(members) => {
                members.into_iter().any(|(_, value)| value.is_some_and(|value| value.exceeds(left)))
            }
            Self::If(_, arms) => {
                let Some(left) = left.checked_sub(2) else { return true };
                let [then, otherwise] = arms();
                then.exceeds(left) || otherwise.exceeds(left)
            }
            Self::Intrinsic(Intrinsic::Raw(json)) => is_deep(json, left),
            Self::Intrinsic(intrinsic) => is_deep(&intrinsic.to_json(), left),
            _ => false,
        }
    }

    /// As input of the rules, for a property of that kind.
    fn node(self, kind: Kind, left: usize) -> Node<'v> {
        let mut texts = Vec::new();
        let value = self.known(kind, left, &mut texts);
        Node::new(0, value).with_texts(texts)
    }

    fn known(self, kind: Kind, left: usize, texts: &mut Vec<Text>) -> AbstractValue<'v> {
        match self {
            Self::Boolean(truth) => AbstractValue::Boolean(truth),
            Self::Integer(number) => AbstractValue::Integer(number),
            Self::Text(written) => {
                if has_dynamic_reference(written) {
                    texts.push(Text::literal(written));
                }
                AbstractValue::of_string(written, kind)
            }
            Self::Variant(variant) => AbstractValue::Variant(variant),
            Self::List(items) => {
                let kind = kind.item().unwrap_or(kind);
                AbstractValue::List(items.into_iter().map(|item| item.node(kind, left)).collect())
            }
            Self::Block(members) => AbstractValue::Block(declaration(members)),
            Self::If(condition, arms) => {
                let Some(left) = left.checked_sub(2) else { return AbstractValue::Unknown };
                let [then, otherwise] = arms();
                let (then, otherwise) = (Box::new(then.node(kind, left)), Box::new(otherwise.node(kind, left)));
                AbstractValue::If { condition: Some(Cow::Borrowed(condition)), then, otherwise }
            }
            Self::Intrinsic(intrinsic) if intrinsic.is_no_value() => AbstractValue::Absent,
            Self::Intrinsic(intrinsic @ Intrinsic::Raw(_)) => {
                collect_hidden(&intrinsic.to_json(), texts);
                AbstractValue::Unknown
            }
            Self::Intrinsic(intrinsic) => {
                let text = text(&intrinsic.to_json(), texts);
                texts.push(text.clone());
                text.into_value(kind)
            }
        }
    }
}

/// Properties with their values, as an object of a template.
pub(crate) fn properties(members: Vec<(&'static Property, Option<View<'_>>)>) -> Json {
    object_of_present(
        members
            .into_iter()
            .map(|(property, value)| (property.cloudformation, value.map(|value| value.json(MAX_RENDERED))))
            .collect(),
    )
}

/// Properties with their values, as input of the rules.
pub(crate) fn declaration<'v>(members: Vec<(&'static Property, Option<View<'v>>)>) -> Properties<'v> {
    let known = |(property, value): (&'static Property, Option<View<'v>>)| {
        Some((property, value?.node(property.kind, MAX_RENDERED)))
    };
    Properties { entries: members.into_iter().filter_map(known).collect(), ..Properties::default() }
}

impl Content for bool {
    fn view(&self) -> View<'_> {
        View::Boolean(*self)
    }

    fn read(json: &Json) -> Option<Self> {
        read::boolean(json)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

impl Content for i64 {
    fn view(&self) -> View<'_> {
        View::Integer(*self)
    }

    fn read(json: &Json) -> Option<Self> {
        read::integer(json)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

impl Content for String {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }

    fn read(json: &Json) -> Option<Self> {
        read::string(json)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

impl<T: Content> Content for Vec<T> {
    fn view(&self) -> View<'_> {
        View::List(self.iter().map(Content::view).collect())
    }

    fn read(json: &Json) -> Option<Self> {
        let mut items = Vec::new();
        for item in json.as_array()? {
            items.push(T::read(item)?);
        }
        Some(items)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(Written))
    }
}

impl<E: EnumValue> Content for E {
    fn view(&self) -> View<'_> {
        let value = self.as_str();
        E::ENUMERATION.by_value(value).map_or(View::Text(value), View::Variant)
    }

    fn read(json: &Json) -> Option<Self> {
        read::variant(json)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// A value that is written as it is in a template.
struct Written<'c, T>(&'c T);

impl<T: Content> Serialize for Written<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}
