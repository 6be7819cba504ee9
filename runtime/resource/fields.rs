//! The fields of a resource: their types, by the kinds of the schema, and their JSON.

use crate::depth::{MAX_DEPTH, is_deep, take_apart};
use crate::json::{Json, sort};
use crate::value::{Content, Value};

/// The type of a field, by the kind its row in the schema has.
macro_rules! field {
    (Boolean) => { Option<$crate::value::Value<bool>> };
    (Integer) => { Option<$crate::value::Value<i64>> };
    (String) => { Option<$crate::value::Value<String>> };
    (StringList) => { Option<$crate::value::List<String>> };
    (Enum $of:ident) => { Option<$crate::value::Value<$crate::value::enums::$of>> };
    (EnumList $of:ident) => { Option<$crate::value::List<$crate::value::enums::$of>> };
    (Block $of:ident) => { Option<$crate::value::Value<$crate::resource::$of>> };
    (LogicalId) => { String };
    (LogicalIdList) => { Vec<String> };
    (Condition) => { Option<String> };
    (PlainString) => { Option<String> };
    (Json) => { Option<$crate::json::Json> };
    (Codes) => { Vec<String> };
}
pub(crate) use field;

/// A field of a resource in a template.
pub(crate) trait Field {
    /// `None` if it is absent.
    fn rendered(&self) -> Option<Json>;

    /// The field of that JSON; absent where the JSON is of another kind.
    fn read(json: Option<&Json>) -> Self;

    /// Whether it is nested deeper than a template can be.
    fn is_deep(&self) -> bool {
        false
    }

    /// Drops JSON, which can have any number of levels.
    fn dismantle(&mut self) {}
}

/// The levels left for a field: the resource has one, and for a property `Properties` another.
const LEFT: usize = MAX_DEPTH - 2;

impl<T: Content> Field for Option<Value<T>> {
    fn rendered(&self) -> Option<Json> {
        self.as_ref().map(Content::json)
    }

    fn read(json: Option<&Json>) -> Self {
        json.and_then(Content::read)
    }

    fn is_deep(&self) -> bool {
        self.as_ref().is_some_and(|value| value.view().exceeds(LEFT))
    }
}

impl Field for Option<String> {
    fn rendered(&self) -> Option<Json> {
        self.as_ref().map(Content::json)
    }

    fn read(json: Option<&Json>) -> Self {
        json?.as_str().map(str::to_owned)
    }
}

impl Field for Option<Json> {
    fn rendered(&self) -> Option<Json> {
        self.as_ref().map(sort)
    }

    fn read(json: Option<&Json>) -> Self {
        json.cloned()
    }

    fn is_deep(&self) -> bool {
        self.as_ref().is_some_and(|json| is_deep(json, LEFT))
    }

    fn dismantle(&mut self) {
        self.iter_mut().for_each(take_apart);
    }
}

/// `DependsOn` also has added dependencies: [`dependency::render`](super::dependency::render) renders it.
impl Field for Vec<String> {
    fn rendered(&self) -> Option<Json> {
        None
    }

    fn read(json: Option<&Json>) -> Self {
        let ids = match json {
            Some(Json::Array(ids)) => ids.as_slice(),
            Some(id) => std::slice::from_ref(id),
            None => &[],
        };
        ids.iter().filter_map(Json::as_str).map(str::to_owned).collect()
    }
}

/// The logical id is the key of the resource, not a part of it.
impl Field for String {
    fn rendered(&self) -> Option<Json> {
        None
    }

    fn read(_json: Option<&Json>) -> Self {
        String::new()
    }
}
