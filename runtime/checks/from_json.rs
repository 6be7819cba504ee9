//! The properties of a template as input of the rules.

use crate::json::Json;
use cognito_cfn_schema::declaration::{beginning, text};
use cognito_cfn_schema::{Declaration, Kind, Known, Node, Property};
use std::borrow::Cow;

/// The members of an object that are in the table. What is not the kind of its row is not known.
pub(super) fn input<'j>(members: &'j Json, rows: &[&'static Property]) -> Declaration<'j> {
    let known = rows.iter().filter_map(|row| Some((*row, node(row.kind, members.get(row.cloudformation)?))));
    Declaration { members: known.collect(), tag: 0 }
}

fn node<'j>(kind: Kind, json: &'j Json) -> Node<'j> {
    Node::new(0, known(kind, json))
}

fn known<'j>(kind: Kind, json: &'j Json) -> Known<'j> {
    if let Some(function) = function(kind, json) {
        return function;
    }
    match (kind, json) {
        (Kind::Block(block), Json::Object(_)) => Known::Block(input(json, block.members)),
        (Kind::List(item), Json::Array(items)) => list(*item, items),
        (Kind::Enum(of), Json::String(written)) => of.by_value(written).map_or_else(|| text(written), Known::Word),
        (Kind::String(_), Json::String(written)) => text(written),
        (Kind::Integer, Json::String(written)) => written.parse().map_or(Known::Unknown, Known::Integer),
        (Kind::Integer, Json::Number(number)) => number.as_i64().map_or(Known::Unknown, Known::Integer),
        (Kind::Boolean, Json::String(written)) => written.parse().map_or(Known::Unknown, Known::Boolean),
        (Kind::Boolean, Json::Bool(truth)) => Known::Boolean(*truth),
        _ => Known::Unknown,
    }
}

fn list<'j>(kind: Kind, items: &'j [Json]) -> Known<'j> {
    Known::List(items.iter().map(|item| node(kind, item)).collect())
}

fn function<'j>(kind: Kind, json: &'j Json) -> Option<Known<'j>> {
    let (name, argument) = json.as_object().filter(|members| members.len() == 1)?.iter().next()?;
    Some(match (name.as_str(), argument) {
        ("Ref", Json::String(target)) if target == "AWS::NoValue" => Known::Absent,
        ("Fn::Sub", Json::String(template)) => beginning(template),
        ("Fn::If", Json::Array(arguments)) => match arguments.as_slice() {
            [condition, then, otherwise] => Known::If {
                condition: condition.as_str().map(Cow::Borrowed),
                then: Box::new(node(kind, then)),
                otherwise: Box::new(node(kind, otherwise)),
            },
            _ => Known::Unknown,
        },
        (name, _) if name == "Ref" || name.starts_with("Fn::") => Known::Unknown,
        _ => return None,
    })
}
