//! Strings of functions, as far as they are known before deployment.

use cognito_cfn::{Json, json};
use cognito_cfn_schema::input::Text;

/// Whether two functions can give the same string.
pub(super) fn can_be_equal(old: &Json, new: &Json) -> bool {
    text(old).can_equal(&text(new))
}

/// The logical id that a function refers to and does nothing else.
pub(super) fn referenced(json: &Json) -> Option<String> {
    text(json).as_reference().map(|(id, _)| id.to_owned())
}

/// The one way to write a reference of which there are several: `Ref`, or `Fn::GetAtt` with a list.
pub(super) fn canonical(function: &Json) -> Json {
    match text(function).as_reference() {
        Some((id, None)) => json!({ "Ref": id }),
        Some((id, Some(attribute))) => json!({ "Fn::GetAtt": [id, attribute] }),
        None => function.clone(),
    }
}

fn text(json: &Json) -> Text {
    let function = json.as_object().filter(|members| members.len() == 1).and_then(|members| members.iter().next());
    let Some((name, argument)) = function else {
        return json.as_str().map_or_else(Text::unknown, Text::literal);
    };
    let arguments = argument.as_array().map(Vec::as_slice).unwrap_or_default();
    match (name.as_str(), argument, arguments) {
        ("Ref" | "Fn::GetAtt", Json::String(target), _) => Text::reference(target),
        ("Fn::GetAtt", _, [Json::String(id), Json::String(attribute)]) => Text::attribute(id, attribute),
        ("Fn::Sub", Json::String(template), _) => Text::of_template(template, &mut |_| None),
        ("Fn::Sub", _, [Json::String(template), variables]) => {
            Text::of_template(template, &mut |name| variables.get(name).map(text))
        }
        ("Fn::Join", _, [Json::String(delimiter), Json::Array(items)]) if items.iter().all(Json::is_string) => {
            Text::join(delimiter, items.iter().map(text))
        }
        ("Fn::Join", _, [Json::String(delimiter), Json::Array(items)]) if delimiter.is_empty() => {
            Text::join("", items.iter().map(text))
        }
        _ => Text::unknown(),
    }
}
