//! The properties of a template as input of the rules.

use crate::json::Json;
use cognito_cfn_schema::diagnostic::Position;
use cognito_cfn_schema::input::Visited;
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::rules::{self, LT01, MI11};
use cognito_cfn_schema::suggest::{listed, nearest};
use cognito_cfn_schema::{
    AbstractValue, Enumeration, Finding, Kind, Node, Properties, Property, RESOURCE_TYPE, client, return_values,
};
use std::borrow::Cow;

/// What the rules find in the properties of a client, and what the types of a `CfnUserPoolClient` keep out.
pub(super) fn analyze(properties: &Json) -> Vec<Finding> {
    let declaration = input(properties, client::ALL);
    let mut findings = rules::check(&declaration);
    for (property, _) in &declaration.entries {
        match property.kind {
            Kind::Enum(of) => declaration.each(property, |value, _| findings.extend(unknown_value(of, &value))),
            Kind::List(Kind::Enum(of)) => {
                declaration.each_item(property, |item, _| findings.extend(unknown_value(of, &item)));
            }
            Kind::Block(block) => {
                for member in block.members {
                    let Kind::Enum(of) = member.kind else { continue };
                    declaration.each_member(property, member, |value, _| findings.extend(unknown_value(of, &value)));
                }
            }
            _ => {}
        }
    }
    for (name, value) in properties.as_object().into_iter().flatten() {
        match client::ALL.iter().find(|row| row.cloudformation == name) {
            Some(row) => findings.extend(wrong_kind(row, value)),
            None => findings.extend(unknown_property(&declaration, name)),
        }
    }
    findings
}

/// A string that is no value of an enumeration which accepts no other strings.
fn unknown_value(of: &Enumeration, value: &Visited<'_, '_>) -> Option<Finding> {
    let AbstractValue::String(written) = value.value else { return None };
    let rule = of.rule.filter(|_| !of.is_open())?;
    let values: Vec<&str> = of.variants.iter().map(|variant| variant.value).collect();
    let message = format!("unknown word `{}` of `{}`", shorten(written), of.name);
    Some(rule.at(value, message, format!("write {}", listed(&values))))
}

fn unknown_property(declaration: &Properties<'_>, name: &str) -> Option<Finding> {
    if name.starts_with("Fn::") {
        return None;
    }
    let shown = shorten(name);
    let (message, help) = if return_values::check(name).is_ok() {
        (format!("`{shown}` is read-only"), format!("remove it; `Fn::GetAtt` reads `{shown}`"))
    } else {
        let near = nearest(name, client::ALL.iter().map(|row| row.cloudformation));
        let help = near.map(|near| format!("a property with a similar name exists: `{near}`"));
        (format!("`{RESOURCE_TYPE}` has no property `{shown}`"), help.unwrap_or_else(|| "remove it".into()))
    };
    Some(MI11.at(declaration, message, help))
}

/// A value of another kind than the property takes. CloudFormation reads numbers and booleans from text.
fn wrong_kind(row: &'static Property, value: &Json) -> Option<Finding> {
    let what = mismatch(row.kind, value)?;
    let message = format!("`{}` is {what}", row.cloudformation);
    Some(LT01.at(Position::property(row, 0), message, format!("write {}", row.kind.describe())))
}

fn mismatch(kind: Kind, json: &Json) -> Option<&'static str> {
    if function(kind, json).is_some() || is_function(json) {
        return None;
    }
    match (kind, json) {
        (Kind::List(item), Json::Array(items)) => items.iter().find_map(|item_of| mismatch(*item, item_of)),
        (Kind::List(_), _) => Some("a list, and this is none"),
        (Kind::Block(_) | Kind::Json(_), Json::Object(_)) => None,
        (Kind::Block(_), _) => Some("an object, and this is none"),
        (Kind::Enum(_) | Kind::String(_), Json::Array(_) | Json::Object(_)) => {
            Some("text, and this is a list or an object")
        }
        (Kind::Integer, Json::Number(number)) if number.as_i64().is_some() => None,
        (Kind::Integer, Json::String(text)) if text.trim().parse::<i64>().is_ok() || is_dynamic(text) => None,
        (Kind::Integer, _) => Some("a whole number, and this is none"),
        (Kind::Boolean, Json::Bool(_)) => None,
        (Kind::Boolean, Json::String(text)) if ["true", "false"].contains(&text.as_str()) || is_dynamic(text) => None,
        (Kind::Boolean, _) => Some("true or false, and this is neither"),
        _ => None,
    }
}

fn is_function(json: &Json) -> bool {
    let members = json.as_object().filter(|members| members.len() == 1);
    members.is_some_and(|members| members.keys().all(|name| name == "Ref" || name.starts_with("Fn::")))
}

/// A dynamic reference, which CloudFormation replaces with its value.
fn is_dynamic(text: &str) -> bool {
    text.contains("{{resolve:")
}

/// The members of an object that are in the table. What is not the kind of its row is not known.
pub(super) fn input<'j>(members: &'j Json, rows: &[&'static Property]) -> Properties<'j> {
    let known = rows.iter().filter_map(|row| Some((*row, node(row.kind, members.get(row.cloudformation)?))));
    Properties { entries: known.collect(), tag: 0 }
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
