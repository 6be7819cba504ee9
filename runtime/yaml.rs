//! A template as YAML: `!Ref` and the other short forms wherever CloudFormation reads them.

use crate::Json;
use cognito_cfn_schema::functions::tag;
use serde_core::ser::{SerializeMap, SerializeSeq};
use serde_core::{Serialize, Serializer};
use serde_json::{Map, Number};
use serde_saphyr::Tagged;

/// The template as YAML, in blocks.
pub(crate) fn write(template: &Json) -> String {
    // A text takes whatever is written; should the writer refuse all the same, JSON is YAML as well.
    serde_saphyr::to_string(&Node(template)).unwrap_or_else(|_| template.to_string())
}

struct Node<'t>(&'t Json);

impl Serialize for Node<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Json::Null => serializer.serialize_unit(),
            Json::Bool(truth) => serializer.serialize_bool(*truth),
            Json::Number(number) => serialize_number(number, serializer),
            Json::String(text) => serializer.serialize_str(text),
            Json::Array(items) => {
                let mut sequence = serializer.serialize_seq(Some(items.len()))?;
                items.iter().try_for_each(|item| sequence.serialize_element(&Node(item)))?;
                sequence.end()
            }
            Json::Object(members) => match short_form(members) {
                Some((tag, Argument::Text(text))) => Tagged(text, Some(tag)).serialize(serializer),
                Some((tag, Argument::Json(argument))) => Tagged(Node(argument), Some(tag)).serialize(serializer),
                None => {
                    let mut mapping = serializer.serialize_map(Some(members.len()))?;
                    members.iter().try_for_each(|(key, value)| mapping.serialize_entry(key, &Node(value)))?;
                    mapping.end()
                }
            },
        }
    }
}

/// `serde_json` has another form of numbers for its own serializer where a crate of the build asks for that.
fn serialize_number<S: Serializer>(number: &Number, serializer: S) -> Result<S::Ok, S::Error> {
    if let Some(number) = number.as_i64() {
        serializer.serialize_i64(number)
    } else if let Some(number) = number.as_u64() {
        serializer.serialize_u64(number)
    } else {
        serializer.serialize_f64(number.as_f64().unwrap_or_default())
    }
}

/// What stands behind the tag of a function.
enum Argument<'t> {
    Text(String),
    Json(&'t Json),
}

/// The tag of a function with its argument, where the function has a short form that CloudFormation reads there.
fn short_form(members: &Map<String, Json>) -> Option<(String, Argument<'_>)> {
    let (key, argument) = members.iter().next().filter(|_| members.len() == 1)?;
    let tag = tag(key)?;
    let argument = match (tag, argument) {
        // The first dot divides them again, so the id has none.
        ("GetAtt", Json::Array(parts)) => match parts.as_slice() {
            [Json::String(id), Json::String(attribute)] if !id.contains('.') => {
                Argument::Text(format!("{id}.{attribute}"))
            }
            _ => return None,
        },
        (_, Json::String(_)) if tag != "GetAtt" => Argument::Json(argument),
        // Of anything but a name these are members of something else, such as the condition of a policy.
        ("GetAtt" | "Ref" | "Condition", _) => return None,
        (_, Json::Array(_)) => Argument::Json(argument),
        // One place has one tag, so a function right within another has it and the outer one is written out; and a
        // function of named arguments is written out where one of them is a function.
        (_, Json::Object(named)) if !is_function(named) && !named.values().any(has_function) => {
            Argument::Json(argument)
        }
        _ => return None,
    };
    Some((format!("!{tag}"), argument))
}

fn is_function(members: &Map<String, Json>) -> bool {
    members.len() == 1 && members.keys().any(|key| key == "Ref" || key == "Condition" || key.starts_with("Fn::"))
}

fn has_function(json: &Json) -> bool {
    match json {
        Json::Object(members) => is_function(members) || members.values().any(has_function),
        Json::Array(items) => items.iter().any(has_function),
        _ => false,
    }
}
