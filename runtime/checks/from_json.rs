//! The properties of a template as input of the rules.

use crate::json::Json;
use cognito_cfn_schema::{AbstractValue, Kind, Node, Properties, Property};
use std::borrow::Cow;

/// The members of an object that are in the table. What is not the kind of its row is not known.
pub(super) fn input<'j>(members: &'j Json, rows: &[&'static Property]) -> Properties<'j> {
    let known = rows.iter().filter_map(|row| Some((*row, node(row.kind, members.get(row.cloudformation)?))));
    Properties { entries: known.collect(), ..Properties::default() }
}

fn node<'j>(kind: Kind, json: &'j Json) -> Node<'j> {
    Node::new(0, known(kind, json))
}

fn known<'j>(kind: Kind, json: &'j Json) -> AbstractValue<'j> {
    if let Some(function) = function(kind, json) {
        return function;
    }
    match (kind, json) {
        (Kind::Block(block), Json::Object(_)) => AbstractValue::Block(input(json, block.members)),
        (Kind::List(item), Json::Array(items)) => list(*item, items),
        (Kind::Enum(of), Json::String(written)) => {
            of.by_value(written).map_or_else(|| AbstractValue::of_string(written), AbstractValue::Variant)
        }
        (Kind::String(_), Json::String(written)) => AbstractValue::of_string(written),
        (Kind::Integer, Json::String(written)) => {
            written.parse().map_or(AbstractValue::Unknown, AbstractValue::Integer)
        }
        (Kind::Integer, Json::Number(number)) => number.as_i64().map_or(AbstractValue::Unknown, AbstractValue::Integer),
        (Kind::Boolean, Json::String(written)) => {
            written.parse().map_or(AbstractValue::Unknown, AbstractValue::Boolean)
        }
        (Kind::Boolean, Json::Bool(truth)) => AbstractValue::Boolean(*truth),
        _ => AbstractValue::Unknown,
    }
}

fn list<'j>(kind: Kind, items: &'j [Json]) -> AbstractValue<'j> {
    AbstractValue::List(items.iter().map(|item| node(kind, item)).collect())
}

fn function<'j>(kind: Kind, json: &'j Json) -> Option<AbstractValue<'j>> {
    let (name, argument) = json.as_object().filter(|members| members.len() == 1)?.iter().next()?;
    Some(match (name.as_str(), argument) {
        ("Ref", Json::String(target)) if target == "AWS::NoValue" => AbstractValue::Absent,
        ("Fn::Sub", Json::String(template)) => AbstractValue::of_template(template),
        ("Fn::If", Json::Array(arguments)) => match arguments.as_slice() {
            [condition, then, otherwise] => AbstractValue::If {
                condition: condition.as_str().map(Cow::Borrowed),
                then: Box::new(node(kind, then)),
                otherwise: Box::new(node(kind, otherwise)),
            },
            _ => AbstractValue::Unknown,
        },
        (name, _) if name == "Ref" || name.starts_with("Fn::") => AbstractValue::Unknown,
        _ => return None,
    })
}
