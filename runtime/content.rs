//! What a value holds, and what becomes of it: JSON of a template, or what the rules see.

use crate::Json;
use crate::enums::EnumValue;
use crate::intrinsic::Intrinsic;
use cognito_cfn_schema::declaration::{beginning, text};
use cognito_cfn_schema::{Declaration, Known, Node, Property, Variant};
use serde_json::Map;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// Something a property can hold.
pub trait Content {
    /// What it holds.
    #[doc(hidden)]
    fn view(&self) -> View<'_>;

    /// As it stands in a template.
    fn json(&self) -> Json {
        self.view().json()
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
    If(&'v str, Box<(View<'v>, View<'v>)>),
    Intrinsic(&'v Intrinsic),
}

impl<'v> View<'v> {
    /// A word, or a name of the user's own.
    fn of_enum<E: EnumValue>(value: &'v E) -> Self {
        E::ENUMERATION.by_value(value.as_str()).map_or(Self::Text(value.as_str()), Self::Variant)
    }

    /// As it stands in a template.
    pub(crate) fn json(self) -> Json {
        match self {
            Self::Boolean(truth) => Json::Bool(truth),
            Self::Integer(number) => Json::from(number),
            Self::Text(text) => Json::from(text),
            Self::Variant(word) => Json::from(word.value),
            Self::List(items) => Json::Array(items.into_iter().map(View::json).collect()),
            Self::Block(members) => properties(members),
            Self::If(condition, arms) => {
                function("Fn::If", Json::Array(vec![Json::from(condition), arms.0.json(), arms.1.json()]))
            }
            Self::Intrinsic(intrinsic) => intrinsic.to_json(),
        }
    }

    /// As the rules see it.
    fn known(self) -> Known<'v> {
        let node = |view: Self| Node::new(0, view.known());
        match self {
            Self::Boolean(truth) => Known::Boolean(truth),
            Self::Integer(number) => Known::Integer(number),
            Self::Text(written) => text(written),
            Self::Variant(word) => Known::Word(word),
            Self::List(items) => Known::List(items.into_iter().map(node).collect()),
            Self::Block(members) => Known::Block(declaration(members)),
            Self::If(condition, arms) => Known::If {
                condition: Some(Cow::Borrowed(condition)),
                then: Box::new(node(arms.0)),
                otherwise: Box::new(node(arms.1)),
            },
            Self::Intrinsic(intrinsic) if intrinsic.is_no_value() => Known::Absent,
            Self::Intrinsic(Intrinsic::Sub { template, .. }) => beginning(template),
            Self::Intrinsic(_) => Known::Unknown,
        }
    }
}

/// Properties with their values, as an object of a template.
pub(crate) fn properties(members: Vec<(&'static Property, Option<View<'_>>)>) -> Json {
    object_of_present(
        members.into_iter().map(|(property, value)| (property.cloudformation, value.map(View::json))).collect(),
    )
}

/// Properties with their values, as the rules see them.
pub(crate) fn declaration<'v>(members: Vec<(&'static Property, Option<View<'v>>)>) -> Declaration<'v> {
    let known = |(property, value): (_, Option<View<'v>>)| Some((property, Node::new(0, value?.known())));
    Declaration { members: members.into_iter().filter_map(known).collect(), tag: 0 }
}

impl Content for bool {
    fn view(&self) -> View<'_> {
        View::Boolean(*self)
    }
}

impl Content for i64 {
    fn view(&self) -> View<'_> {
        View::Integer(*self)
    }
}

impl Content for String {
    fn view(&self) -> View<'_> {
        View::Text(self)
    }
}

impl<T: Content> Content for Vec<T> {
    fn view(&self) -> View<'_> {
        View::List(self.iter().map(Content::view).collect())
    }
}

macro_rules! words_are_content {
    ($($kind:ident $enumeration:ident)+) => {
        $(impl Content for crate::$enumeration {
            fn view(&self) -> View<'_> {
                View::of_enum(self)
            }
        })+
    };
}
cognito_cfn_schema::enumeration_names!(words_are_content);

/// `{ "Fn::Name": argument }`.
pub(crate) fn function(name: &str, argument: Json) -> Json {
    object(vec![(name, argument)])
}

/// An object with its keys in alphabetical order, the one order the whole crate keeps.
pub(crate) fn object(members: Vec<(&str, Json)>) -> Json {
    let mut sorted = BTreeMap::new();
    for (key, value) in members {
        sorted.insert(key.to_owned(), value);
    }
    let mut object = Map::new();
    for (key, value) in sorted {
        object.insert(key, value);
    }
    Json::Object(object)
}

/// The members that are there, as an object.
pub(crate) fn object_of_present(members: Vec<(&str, Option<Json>)>) -> Json {
    object(members.into_iter().filter_map(|(key, value)| Some((key, value?))).collect())
}

/// JSON of the user's own, with its keys in that order: `serde_json` keeps another one where a crate of the build
/// asks it to.
pub(crate) fn sort(json: &Json) -> Json {
    match json {
        Json::Array(items) => Json::Array(items.iter().map(sort).collect()),
        Json::Object(members) => object(members.iter().map(|(key, value)| (key.as_str(), sort(value))).collect()),
        other => other.clone(),
    }
}

/// The JSON, unless it is an object with nothing in it.
pub(crate) fn unless_empty(json: Json) -> Option<Json> {
    Some(json).filter(|json| json.as_object().is_none_or(|members| !members.is_empty()))
}

/// The object with one more member.
pub(crate) fn with(mut json: Json, name: &str, value: Json) -> Json {
    if let Json::Object(members) = &mut json {
        members.insert(name.to_owned(), value);
    }
    json
}
