//! The known parts of the string that a function of a template returns.

use crate::json::Json;
use cognito_cfn_schema::input::{Text, has_dynamic_reference};
use serde_json::Map;

/// What is known of the string. Strings in functions of which nothing is known go into `hidden` if they have dynamic
/// references.
pub(crate) fn text(json: &Json, hidden: &mut Vec<Text>) -> Text {
    match json {
        Json::String(text) => return Text::literal(text),
        Json::Number(number) => return Text::literal(number.to_string()),
        Json::Bool(truth) => return Text::literal(truth.to_string()),
        _ => {}
    }
    let known = single(json).and_then(|(name, argument)| of_function(name, argument, hidden));
    known.unwrap_or_else(|| {
        collect_hidden(json, hidden);
        Text::unknown()
    })
}

/// The name and the argument of a function.
pub(crate) fn single(json: &Json) -> Option<(&str, &Json)> {
    let (name, argument) = json.as_object().filter(|members| members.len() == 1)?.iter().next()?;
    Some((name, argument))
}

fn of_function(name: &str, argument: &Json, hidden: &mut Vec<Text>) -> Option<Text> {
    let arguments = argument.as_array().map_or(&[] as &[Json], Vec::as_slice);
    Some(match (name, argument, arguments) {
        ("Ref" | "Fn::GetAtt", Json::String(target), _) => Text::reference(target),
        ("Fn::GetAtt", _, [Json::String(id), Json::String(attribute)]) => Text::attribute(id, attribute),
        ("Fn::Sub", Json::String(template), _) => sub(template, None, hidden),
        ("Fn::Sub", _, [Json::String(template), Json::Object(variables)]) => sub(template, Some(variables), hidden),
        ("Fn::Join", _, [Json::String(delimiter), Json::Array(items)]) if !items.iter().any(may_be_absent) => {
            let items: Vec<Text> = items.iter().map(|item| text(item, hidden)).collect();
            Text::join(delimiter, items)
        }
        _ => return None,
    })
}

fn sub(template: &str, variables: Option<&Map<String, Json>>, hidden: &mut Vec<Text>) -> Text {
    Text::of_template(template, &mut |name| Some(text(variables?.get(name)?, hidden)))
}

/// Whether an item of a list can be `NoValue`: how many items are joined is not known then.
fn may_be_absent(item: &Json) -> bool {
    match single(item) {
        Some(("Ref", target)) => target == "AWS::NoValue",
        Some(("Fn::If", _)) => true,
        _ => false,
    }
}

/// Collects the strings with dynamic references. The rest of such a reference may be in another string.
pub(crate) fn collect_hidden(json: &Json, hidden: &mut Vec<Text>) {
    match json {
        Json::String(text) if has_dynamic_reference(text) => {
            hidden.push(Text::join("", [Text::literal(text), Text::unknown()]));
        }
        Json::Array(items) => items.iter().for_each(|item| collect_hidden(item, hidden)),
        Json::Object(members) => members.values().for_each(|value| collect_hidden(value, hidden)),
        _ => {}
    }
}
