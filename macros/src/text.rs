//! What is known of the string that a value gives: all of a literal, and the literal parts of functions.

use crate::pipeline::model::{JsonValue, TypedValue, ValueKind};
use cognito_cfn_schema::input::{Text, has_dynamic_reference};

/// What is known of the string that a value gives. Strings in functions of which nothing is known go into `hidden` if they
/// have dynamic references.
pub(crate) fn text(value: &TypedValue, hidden: &mut Vec<Text>) -> Text {
    let known = match &value.value {
        ValueKind::String(text) | ValueKind::Dynamic(text) => Some(Text::literal(text)),
        ValueKind::Integer(number) => Some(Text::literal(number.to_string())),
        ValueKind::Boolean(truth) => Some(Text::literal(truth.to_string())),
        ValueKind::Call(function, arguments) => of_function(function.name, arguments, hidden),
        _ => None,
    };
    known.unwrap_or_else(|| {
        collect_hidden(value, hidden);
        Text::unknown()
    })
}

fn of_function(name: &str, arguments: &[TypedValue], hidden: &mut Vec<Text>) -> Option<Text> {
    let mut values = arguments.iter().map(|argument| &argument.value);
    Some(match (name, values.next(), values.next()) {
        ("Ref", Some(ValueKind::String(target)), _) => Text::reference(target),
        ("GetAtt", Some(ValueKind::String(id)), Some(ValueKind::String(attribute))) => Text::attribute(id, attribute),
        ("Sub", Some(ValueKind::String(template) | ValueKind::Dynamic(template)), None) => {
            Text::of_template(template, &mut |_| None)
        }
        (
            "Sub",
            Some(ValueKind::String(template) | ValueKind::Dynamic(template)),
            Some(ValueKind::Variables(variables)),
        ) => Text::of_template(template, &mut |name| {
            let (_, value) = variables.iter().find(|(known, _)| known == name)?;
            Some(text(value, hidden))
        }),
        ("Join", Some(ValueKind::String(delimiter)), Some(ValueKind::List(items)))
            if !items.iter().any(may_be_absent) =>
        {
            let items: Vec<Text> = items.iter().map(|item| text(item, hidden)).collect();
            Text::join(delimiter, items)
        }
        _ => return None,
    })
}

/// Whether an item of a list can be `NoValue`, or several items: how many are joined is not known then.
fn may_be_absent(item: &TypedValue) -> bool {
    match &item.value {
        ValueKind::Call(function, _) => matches!(function.name, "If" | "NoValue"),
        ValueKind::Spread(_) | ValueKind::Branches(_) | ValueKind::Absent | ValueKind::Invalid => true,
        _ => false,
    }
}

/// Collects the strings with dynamic references. The rest of such a reference may be in another string.
pub(crate) fn collect_hidden(value: &TypedValue, hidden: &mut Vec<Text>) {
    match &value.value {
        ValueKind::String(text) | ValueKind::Dynamic(text) => push_hidden(text, hidden),
        ValueKind::List(items) | ValueKind::Call(_, items) => {
            items.iter().for_each(|item| collect_hidden(item, hidden));
        }
        ValueKind::Variables(variables) => variables.iter().for_each(|(_, value)| collect_hidden(value, hidden)),
        ValueKind::Block(members) => members.iter().for_each(|member| collect_hidden(&member.value, hidden)),
        ValueKind::Json(json) => collect_hidden_json(json, hidden),
        ValueKind::Spread(list) => collect_hidden(list, hidden),
        ValueKind::Branches(branches) => branches.values().for_each(|tail| collect_hidden(tail, hidden)),
        _ => {}
    }
}

fn collect_hidden_json(json: &JsonValue, hidden: &mut Vec<Text>) {
    match json {
        JsonValue::String(text) => push_hidden(text, hidden),
        JsonValue::Array(items) => items.iter().for_each(|item| collect_hidden_json(item, hidden)),
        JsonValue::Object(members) => members.iter().for_each(|(_, value)| collect_hidden_json(value, hidden)),
        JsonValue::Function(value) => collect_hidden(value, hidden),
        _ => {}
    }
}

fn push_hidden(text: &str, hidden: &mut Vec<Text>) {
    if has_dynamic_reference(text) {
        hidden.push(Text::join("", [Text::literal(text), Text::unknown()]));
    }
}
