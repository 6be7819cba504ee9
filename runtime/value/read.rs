//! Values of a template as typed values: literals as CloudFormation converts them, functions, and any other JSON as it is.

use super::{Content, EnumValue, If, Intrinsic, List, Value, text::single};
use crate::json::Json;
use cognito_cfn_schema::conditions::{REF_ALL, VALUE_OF, VALUE_OF_ALL};
use serde_json::Map;

/// A value of any kind. What is no literal of that kind, and no function, is kept as JSON.
pub(super) fn value<T: Content>(json: &Json) -> Value<T> {
    if let Some(literal) = T::read(json) {
        return Value::Literal(literal);
    }
    match choice(json) {
        Some((condition, then, otherwise)) => {
            Value::If(Box::new(If { condition: condition.to_owned(), then: value(then), otherwise: value(otherwise) }))
        }
        None => Value::Intrinsic(intrinsic(json)),
    }
}

/// The condition of a `Fn::If`, and its values.
fn choice(json: &Json) -> Option<(&str, &Json, &Json)> {
    match single(json)? {
        ("Fn::If", Json::Array(arguments)) => match arguments.as_slice() {
            [Json::String(condition), then, otherwise] => Some((condition, then, otherwise)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether the JSON is a function rather than an object with members.
pub(crate) fn is_function(json: &Json) -> bool {
    single(json).is_some_and(|(name, _)| name == "Ref" || name.starts_with("Fn::"))
}

/// A boolean, or the string of one.
pub(super) fn boolean(json: &Json) -> Option<bool> {
    match json {
        Json::Bool(truth) => Some(*truth),
        Json::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// A whole number, or the string of one.
pub(super) fn integer(json: &Json) -> Option<i64> {
    match json {
        Json::Number(number) => number.as_i64(),
        Json::String(text) => text.parse().ok().filter(|number: &i64| number.to_string() == *text),
        _ => None,
    }
}

/// A string. CloudFormation converts numbers and booleans into one.
pub(super) fn string(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.clone()),
        Json::Number(_) | Json::Bool(_) => Some(json.to_string()),
        _ => None,
    }
}

/// A value of an enumeration, written as a string.
pub(super) fn variant<E: EnumValue>(json: &Json) -> Option<E> {
    E::from_value(&string(json)?)
}

/// The function, if it renders the same JSON; otherwise the JSON.
fn intrinsic(json: &Json) -> Intrinsic {
    let known = single(json).and_then(|(name, argument)| function(name, argument));
    known.filter(|intrinsic| intrinsic.to_json() == *json).unwrap_or_else(|| Intrinsic::Raw(json.clone()))
}

fn function(name: &str, argument: &Json) -> Option<Intrinsic> {
    let arguments = argument.as_array().map_or(&[] as &[Json], Vec::as_slice);
    Some(match (name, arguments) {
        ("Ref", _) => match argument.as_str()? {
            "AWS::NoValue" => Intrinsic::NoValue,
            target => Intrinsic::Ref(target.to_owned()),
        },
        ("Fn::GetAtt", [Json::String(id), attribute]) => {
            Intrinsic::GetAtt { logical_id: id.clone(), attribute: boxed(attribute) }
        }
        ("Fn::Sub", [Json::String(template), Json::Object(variables)]) if !variables.is_empty() => {
            let variables = variables.iter().map(|(name, json)| (name.clone(), value(json))).collect();
            Intrinsic::Sub { template: template.clone(), variables }
        }
        ("Fn::Sub", _) => Intrinsic::sub(argument.as_str()?),
        ("Fn::Join", [Json::String(delimiter), items]) => {
            Intrinsic::Join { delimiter: delimiter.clone(), items: list(items) }
        }
        ("Fn::ImportValue", _) => Intrinsic::ImportValue(boxed(argument)),
        ("Fn::Select", [index, items]) => Intrinsic::Select { index: Box::new(value(index)), items: list(items) },
        ("Fn::Split", [Json::String(delimiter), text]) => {
            Intrinsic::Split { delimiter: delimiter.clone(), text: boxed(text) }
        }
        ("Fn::FindInMap", [map, top, second]) => find_in_map(map, top, second, None),
        ("Fn::FindInMap", [map, top, second, default]) => {
            find_in_map(map, top, second, Some(default.get("DefaultValue")?.clone()))
        }
        ("Fn::Base64", _) => Intrinsic::Base64(boxed(argument)),
        ("Fn::Cidr", [block, count]) => cidr(block, count, None),
        ("Fn::Cidr", [block, count, bits]) => cidr(block, count, Some(bits)),
        ("Fn::GetAZs", _) => Intrinsic::GetAZs(boxed(argument)),
        ("Fn::GetStackOutput", _) => stack_output(argument.as_object()?)?,
        ("Fn::Length", _) => Intrinsic::Length(list(argument)),
        ("Fn::ToJsonString", _) => Intrinsic::ToJsonString(argument.clone()),
        ("Fn::Transform", _) => {
            let name = argument.get("Name")?.as_str()?.to_owned();
            Intrinsic::Transform { name, parameters: argument.get("Parameters").cloned() }
        }
        _ => return function_of_rules(name, argument, arguments),
    })
}

fn find_in_map(map: &Json, top: &Json, second: &Json, default: Option<Json>) -> Intrinsic {
    Intrinsic::FindInMap { map: boxed(map), top: boxed(top), second: boxed(second), default }
}

fn cidr(block: &Json, count: &Json, bits: Option<&Json>) -> Intrinsic {
    let bits = bits.map(|bits| Box::new(value(bits)));
    Intrinsic::Cidr { block: boxed(block), count: Box::new(value(count)), bits }
}

fn stack_output(members: &Map<String, Json>) -> Option<Intrinsic> {
    let member = |name: &str| members.get(name).map(boxed);
    Some(Intrinsic::GetStackOutput {
        stack: member("StackName")?,
        output: member("OutputName")?,
        region: member("Region"),
        role_arn: member("RoleArn"),
    })
}

fn function_of_rules(name: &str, argument: &Json, arguments: &[Json]) -> Option<Intrinsic> {
    if name == REF_ALL.cloudformation {
        return argument.as_str().map(Intrinsic::ref_all);
    }
    let [Json::String(of), Json::String(attribute)] = arguments else { return None };
    if name == VALUE_OF.cloudformation {
        Some(Intrinsic::value_of(of, attribute))
    } else if name == VALUE_OF_ALL.cloudformation {
        Some(Intrinsic::value_of_all(of, attribute))
    } else {
        None
    }
}

fn boxed(json: &Json) -> Box<Value<String>> {
    Box::new(value(json))
}

fn list(json: &Json) -> Box<List<String>> {
    Box::new(value(json))
}
