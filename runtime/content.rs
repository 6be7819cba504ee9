//! What a value looks like in a template, and to the rules.

use crate::Json;
use cognito_cfn_schema::declaration::text;
use cognito_cfn_schema::{Known, Node, Words};
use serde_json::Map;

/// Something a property can hold.
pub trait Content {
    /// As it stands in a template.
    fn json(&self) -> Json;

    /// What the rules know of it.
    fn known(&self) -> Known<'_>;
}

impl Content for bool {
    fn json(&self) -> Json {
        Json::Bool(*self)
    }

    fn known(&self) -> Known<'_> {
        Known::Boolean(*self)
    }
}

impl Content for i64 {
    fn json(&self) -> Json {
        Json::from(*self)
    }

    fn known(&self) -> Known<'_> {
        Known::Integer(*self)
    }
}

impl Content for String {
    fn json(&self) -> Json {
        Json::from(self.as_str())
    }

    fn known(&self) -> Known<'_> {
        text(self)
    }
}

impl<T: Content> Content for Vec<T> {
    fn json(&self) -> Json {
        Json::Array(self.iter().map(Content::json).collect())
    }

    fn known(&self) -> Known<'_> {
        Known::List(self.iter().map(|item| Node::new(0, item.known())).collect())
    }
}

macro_rules! words_are_content {
    ($($kind:ident $enumeration:ident)+) => {
        $(impl Content for crate::$enumeration {
            fn json(&self) -> Json {
                Json::from(self.text())
            }

            fn known(&self) -> Known<'_> {
                Self::ENUMERATION.by_text(self.text()).map_or_else(|| text(self.text()), Known::Word)
            }
        })+
    };
}
cognito_cfn_schema::enumerations!(words_are_content);

/// `{ "Fn::Name": argument }`.
pub(crate) fn function(name: &str, argument: Json) -> Json {
    object(vec![(name, argument)])
}

/// An object with its keys in alphabetical order, the one order the whole crate keeps.
pub(crate) fn object(mut members: Vec<(&str, Json)>) -> Json {
    members.sort_by_key(|(key, _)| *key);
    let mut sorted = Map::new();
    for (key, value) in members {
        sorted.insert(key.to_owned(), value);
    }
    Json::Object(sorted)
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

/// The object, unless there is nothing in it.
pub(crate) fn unless_empty(json: Json) -> Option<Json> {
    Some(json).filter(|json| json.as_object().is_some_and(|members| !members.is_empty()))
}
