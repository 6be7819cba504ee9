//! The properties of a template as input of the rules, with the place of every value.

use super::read::{boolean, integer, is_function};
use super::text::{collect_hidden, single, text};
use crate::json::{Json, Step, pointer};
use cognito_cfn_schema::diagnostic::Position;
use cognito_cfn_schema::input::{Text, has_dynamic_reference};
use cognito_cfn_schema::{AbstractValue, Block, Kind, Node, Properties, Property};
use std::borrow::Cow;

/// What was read of the properties besides the input of the rules.
#[derive(Default)]
pub(crate) struct Walk<'j> {
    /// The step to each value from the one around it, whose tag it has. The tag of a value is its index here, from 1; 0 is
    /// that of the properties as a whole.
    steps: Vec<(usize, Step<'j>)>,
    /// Values of the wrong kind.
    pub(crate) mismatches: Vec<Mismatch>,
    /// Members that their block does not have.
    pub(crate) unknown_members: Vec<UnknownMember<'j>>,
}

impl<'j> Walk<'j> {
    /// The place of a value within the properties, as a JSON pointer.
    pub(crate) fn pointer(&self, mut tag: usize) -> String {
        let mut steps = Vec::new();
        while let Some((outer, step)) = tag.checked_sub(1).and_then(|index| self.steps.get(index)) {
            steps.push(*step);
            tag = *outer;
        }
        steps.reverse();
        pointer(&steps)
    }

    fn step(&mut self, from: usize, step: Step<'j>) -> usize {
        self.steps.push((from, step));
        self.steps.len()
    }

    /// The members of an object, by the table. If a macro or a loop makes more of them, what is not there is not known.
    pub(crate) fn properties(&mut self, members: &'j Json, rows: &[&'static Property]) -> Properties<'j> {
        self.members(members, rows, None)
    }

    fn members(&mut self, json: &'j Json, rows: &[&'static Property], block: Option<Place>) -> Properties<'j> {
        let tag = block.map_or(0, |block| block.tag);
        let mut read = Properties::default();
        let Some(members) = json.as_object() else { return read };
        for row in rows {
            let Some((name, json)) = members.get_key_value(row.cloudformation) else { continue };
            let tag = self.step(tag, Step::Key(name));
            let position = match block {
                Some(block) => block.position.within(row, tag),
                None => Position::property(row, tag),
            };
            read.entries.push((row, self.node(Place { row, kind: row.kind, position, tag }, json)));
        }
        read.is_partial = read.entries.len() < members.len() && members.keys().any(|name| is_generated(name));
        read
    }

    fn node(&mut self, place: Place, json: &'j Json) -> Node<'j> {
        let mut texts = Vec::new();
        let value = self.known(place, json, &mut texts);
        Node::new(place.tag, value).with_texts(texts)
    }

    fn known(&mut self, place: Place, json: &'j Json, texts: &mut Vec<Text>) -> AbstractValue<'j> {
        if let Some(function) = self.function(place, json, texts) {
            return function;
        }
        match (place.kind, json) {
            (Kind::Block(block), Json::Object(members)) => {
                for name in members.keys().filter(|name| !has_member(block, name)) {
                    let position = place.position.with_tag(self.step(place.tag, Step::Key(name)));
                    self.unknown_members.push(UnknownMember { position, row: place.row, block, name });
                }
                AbstractValue::Block(self.members(json, block.members, Some(place)))
            }
            (Kind::List(item), Json::Array(items)) => AbstractValue::List(
                items.iter().enumerate().map(|(at, json)| self.item(place, *item, at, json)).collect(),
            ),
            (Kind::String(_) | Kind::Enum(_), Json::String(written)) => {
                if has_dynamic_reference(written) {
                    texts.push(Text::literal(written));
                }
                AbstractValue::of_string(written, place.kind)
            }
            (Kind::String(_) | Kind::Enum(_), Json::Bool(_)) => converted(json, place.kind),
            (Kind::String(_) | Kind::Enum(_), Json::Number(number)) if !number.is_f64() => converted(json, place.kind),
            (Kind::Integer, _) if integer(json).is_some() => {
                integer(json).map_or(AbstractValue::Unknown, AbstractValue::Integer)
            }
            (Kind::Boolean, _) if boolean(json).is_some() => {
                boolean(json).map_or(AbstractValue::Unknown, AbstractValue::Boolean)
            }
            _ => {
                let Place { row, kind, position, .. } = place;
                self.mismatches.extend(mismatch(kind, json).map(|what| Mismatch { position, row, kind, what }));
                collect_hidden(json, texts);
                AbstractValue::Unknown
            }
        }
    }

    fn item(&mut self, list: Place, kind: Kind, at: usize, json: &'j Json) -> Node<'j> {
        let tag = self.step(list.tag, Step::Index(at));
        self.node(Place { kind, position: list.position.item(at, tag), tag, ..list }, json)
    }

    fn function(&mut self, place: Place, json: &'j Json, texts: &mut Vec<Text>) -> Option<AbstractValue<'j>> {
        let (name, argument) = single(json)?;
        Some(match (name, argument) {
            ("Ref", Json::String(target)) if target == "AWS::NoValue" => AbstractValue::Absent,
            ("Fn::If", Json::Array(arguments)) => match arguments.as_slice() {
                [condition, then, otherwise] => {
                    let choice = self.step(place.tag, Step::Key("Fn::If"));
                    AbstractValue::If {
                        condition: condition.as_str().map(Cow::Borrowed),
                        then: Box::new(self.arm(place, choice, 1, then)),
                        otherwise: Box::new(self.arm(place, choice, 2, otherwise)),
                    }
                }
                _ => AbstractValue::Unknown,
            },
            _ if is_function(json) => {
                let text = text(json, texts);
                texts.push(text.clone());
                text.into_value(place.kind)
            }
            _ => return None,
        })
    }

    fn arm(&mut self, place: Place, choice: usize, at: usize, json: &'j Json) -> Node<'j> {
        let tag = self.step(choice, Step::Index(at));
        self.node(Place { position: place.position.with_tag(tag), tag, ..place }, json)
    }
}

/// A value that CloudFormation certainly refuses because of its kind.
pub(crate) struct Mismatch {
    pub(crate) position: Position,
    /// The property that it is, or is an item of.
    pub(crate) row: &'static Property,
    pub(crate) kind: Kind,
    /// What it must be.
    pub(crate) what: &'static str,
}

/// A member that CloudFormation refuses because its block does not have it.
pub(crate) struct UnknownMember<'j> {
    pub(crate) position: Position,
    /// The property that the block is.
    pub(crate) row: &'static Property,
    pub(crate) block: &'static Block,
    pub(crate) name: &'j str,
}

fn has_member(block: &Block, name: &str) -> bool {
    block.is_open || is_generated(name) || block.members.iter().any(|row| row.cloudformation == name)
}

/// Where a value is, and what it is to be.
#[derive(Clone, Copy)]
struct Place {
    row: &'static Property,
    kind: Kind,
    position: Position,
    tag: usize,
}

/// Whether CloudFormation makes members of it: of a loop, a macro, or a name with the identifier of a loop.
pub(crate) fn is_generated(name: &str) -> bool {
    name.starts_with("Fn::") || name.contains("${") || name.contains("&{")
}

/// A number or a boolean where a string belongs.
fn converted(json: &Json, kind: Kind) -> AbstractValue<'static> {
    Text::literal(json.to_string()).into_value(kind)
}

/// What the value must be, if CloudFormation certainly refuses it. It may trim strings, and read `30.0` as a whole number.
fn mismatch(kind: Kind, json: &Json) -> Option<&'static str> {
    match (kind, json) {
        // Another check reports it.
        (_, Json::Null) => None,
        (Kind::List(_), _) => Some("a list"),
        (Kind::Json(_), Json::Object(_)) => None,
        (Kind::Block(_), _) => Some("an object"),
        (Kind::Enum(_) | Kind::String(_), Json::Array(_) | Json::Object(_)) => Some("a string"),
        (Kind::Integer | Kind::Boolean, Json::String(text)) if has_dynamic_reference(text) => None,
        (Kind::Integer, Json::Number(number)) if number.as_f64().is_some_and(|number| number.fract() == 0.0) => None,
        (Kind::Integer, Json::String(text)) if is_whole(text) => None,
        (Kind::Integer, _) => Some("an integer"),
        (Kind::Boolean, Json::String(text)) if is_truth(text) => None,
        (Kind::Boolean, _) => Some("a boolean"),
        _ => None,
    }
}

fn is_whole(text: &str) -> bool {
    text.trim().parse().is_ok_and(|number: f64| number.fract() == 0.0)
}

fn is_truth(text: &str) -> bool {
    ["true", "false"].iter().any(|truth| text.trim().eq_ignore_ascii_case(truth))
}
