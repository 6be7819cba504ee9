//! The properties of a template as input of the rules.

use crate::json::Json;
use crate::value::text::{collect_hidden, single, text};
use cognito_cfn_schema::input::Text;
use cognito_cfn_schema::{AbstractValue, Kind, Node, Properties, Property};
use std::borrow::Cow;

/// The members of an object that are in the table. What is not the kind of its row is not known.
pub(super) fn input<'j>(members: &'j Json, rows: &[&'static Property]) -> Properties<'j> {
    let known = rows.iter().filter_map(|row| Some((*row, node(row.kind, members.get(row.cloudformation)?))));
    Properties { entries: known.collect(), ..Properties::default() }
}

fn node<'j>(kind: Kind, json: &'j Json) -> Node<'j> {
    let mut texts = Vec::new();
    let value = known(kind, json, &mut texts);
    Node::new(0, value).with_texts(texts)
}

fn known<'j>(kind: Kind, json: &'j Json, texts: &mut Vec<Text>) -> AbstractValue<'j> {
    if let Some(function) = function(kind, json, texts) {
        return function;
    }
    match (kind, json) {
        (Kind::Block(block), Json::Object(_)) => AbstractValue::Block(input(json, block.members)),
        (Kind::List(item), Json::Array(items)) => {
            AbstractValue::List(items.iter().map(|json| node(*item, json)).collect())
        }
        (Kind::String(_) | Kind::Enum(_), Json::String(written)) => {
            texts.push(Text::literal(written));
            AbstractValue::of_string(written, kind)
        }
        (Kind::Integer, Json::String(written)) => {
            written.parse().map_or(AbstractValue::Unknown, AbstractValue::Integer)
        }
        (Kind::Integer, Json::Number(number)) => number.as_i64().map_or(AbstractValue::Unknown, AbstractValue::Integer),
        (Kind::Boolean, Json::String(written)) => {
            written.parse().map_or(AbstractValue::Unknown, AbstractValue::Boolean)
        }
        (Kind::Boolean, Json::Bool(truth)) => AbstractValue::Boolean(*truth),
        _ => {
            collect_hidden(json, texts);
            AbstractValue::Unknown
        }
    }
}

fn function<'j>(kind: Kind, json: &'j Json, texts: &mut Vec<Text>) -> Option<AbstractValue<'j>> {
    let (name, argument) = single(json)?;
    Some(match (name, argument) {
        ("Ref", Json::String(target)) if target == "AWS::NoValue" => AbstractValue::Absent,
        ("Fn::If", Json::Array(arguments)) => match arguments.as_slice() {
            [condition, then, otherwise] => AbstractValue::If {
                condition: condition.as_str().map(Cow::Borrowed),
                then: Box::new(node(kind, then)),
                otherwise: Box::new(node(kind, otherwise)),
            },
            _ => AbstractValue::Unknown,
        },
        (name, _) if name == "Ref" || name.starts_with("Fn::") => {
            let text = text(json, texts);
            texts.push(text.clone());
            text.into_value(kind)
        }
        _ => return None,
    })
}
