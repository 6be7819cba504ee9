//! Values of the builders of a stack: what is `Into<Json>`.

use super::code::Code;
use super::{function, json};
use cognito_cfn::Json;

/// A string, a number or a boolean as a literal, a plain function as a call, and anything else as `json!`.
pub(super) fn expression(value: &Json) -> Code {
    match value {
        Json::String(text) => Code::string(text),
        Json::Bool(truth) => Code::word(truth.to_string()),
        Json::Number(number) if is_small(value) => Code::word(number.to_string()),
        _ => intrinsic(value).unwrap_or_else(|| json::expression(value)),
    }
}

/// A list of strings, or of numbers; `None` if it is another.
pub(super) fn list(value: &Json) -> Option<Code> {
    let items = value.as_array().filter(|items| !items.is_empty())?;
    let is_uniform = items.iter().all(Json::is_string) || items.iter().all(is_small);
    is_uniform.then(|| Code::List("", items.iter().map(expression).collect()))
}

/// Whether it is what rustc takes a number for.
fn is_small(value: &Json) -> bool {
    value.as_i64().is_some_and(|number| i32::try_from(number).is_ok())
}

fn intrinsic(value: &Json) -> Option<Code> {
    let (name, argument) = function::single(value)?;
    let call = |name: &str, arguments: &[&str]| {
        Code::call(format!("Intrinsic::{name}"), arguments.iter().map(|text| Code::string(text)).collect())
    };
    match (name, argument) {
        ("Ref", Json::String(target)) => Some(call("reference", &[target])),
        ("Fn::Sub", Json::String(template)) => Some(call("sub", &[template])),
        ("Fn::GetAtt", Json::Array(arguments)) => match arguments.as_slice() {
            [Json::String(id), Json::String(attribute)] => Some(call("get_att", &[id, attribute])),
            _ => None,
        },
        _ => None,
    }
}
