//! A value of a template as a declaration has it.

use super::code::{Code, Field};
use super::{filled_in, function, json};
use cognito_cfn::Json;
use cognito_cfn_schema::{Block, Kind, Property, literals};

/// Why a value has no form of its own in the language, for a comment.
pub(super) type Reason = String;

/// Where a value is.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Place {
    /// It is the value of a property or of a member of a block, an item of a list, or an arm of an `If` there.
    Property,
    /// It is the argument of a function.
    Argument,
}

/// Writes values, and keeps the reasons why some of them are raw JSON.
#[derive(Default)]
pub(super) struct Values {
    reasons: Vec<Reason>,
}

impl Values {
    /// The value of a property, and the reasons why it, or a part of it, is raw JSON.
    pub(super) fn of(kind: Kind, json: &Json) -> Result<(Code, Vec<Reason>), Reason> {
        let mut values = Self::default();
        let code = values.value(kind, json, Place::Property)?;
        Ok((code, values.reasons))
    }

    /// The same of a block with some of its members.
    pub(super) fn of_block(block: &Block, members: &[(&Property, &Json)]) -> Result<(Code, Vec<Reason>), Reason> {
        let mut values = Self::default();
        let code = values.block(block, members)?;
        Ok((code, values.reasons))
    }

    /// The value; raw JSON if the language has no form that renders the same, and accepts it there.
    pub(super) fn value(&mut self, kind: Kind, json: &Json, place: Place) -> Result<Code, Reason> {
        let known = self.reasons.len();
        match self.form(kind, json, place) {
            Err(reason) if kind.accepts_functions() => {
                self.reasons.truncate(known);
                let reason = if filled_in::has_mark(json) { filled_in::REASON.to_owned() } else { reason };
                if !self.reasons.contains(&reason) {
                    self.reasons.push(reason);
                }
                Ok(Code::call("Raw", vec![json::literal(json)]))
            }
            result => result,
        }
    }

    /// The form of the language.
    fn form(&mut self, kind: Kind, json: &Json, place: Place) -> Result<Code, Reason> {
        if filled_in::marked(json).is_some() {
            return Err(filled_in::REASON.to_owned());
        }
        if let Kind::Json(_) = kind {
            return Ok(json::literal(json));
        }
        if let Some((name, argument)) = function::single(json) {
            return function::call(self, kind, name, argument, place);
        }
        match (kind, json) {
            (Kind::Boolean, Json::Bool(truth)) => Ok(Code::word(truth.to_string())),
            (Kind::Integer, Json::Number(number)) => number
                .as_i64()
                .map(|number| Code::word(grouped(number)))
                .ok_or_else(|| format!("`{number}` is not whole")),
            (Kind::Boolean | Kind::Integer | Kind::Enum(_), Json::String(text)) if text.contains("{{resolve:") => {
                Ok(Code::string(text))
            }
            (Kind::Enum(of), Json::String(text)) => match of.by_value(text) {
                Some(variant) => Ok(Code::word(variant.name)),
                None if of.is_open() => Ok(Code::string(text)),
                None => Err(format!("`{}` is not a value of `{}`", literals::shorten(text), of.name)),
            },
            (Kind::String(format), Json::String(text)) => match literals::check(format, text) {
                Ok(()) => Ok(Code::string(text)),
                Err(diagnostic) => Err(diagnostic.message),
            },
            (Kind::List(item), Json::Array(items)) => {
                let items = items.iter().map(|json| self.value(*item, json, place));
                Ok(Code::List("", items.collect::<Result<_, _>>()?))
            }
            (Kind::Block(block), Json::Object(members)) => {
                let mut known: Vec<(&Property, &Json)> = Vec::new();
                for (name, json) in members {
                    let member = block.members.iter().find(|member| member.cloudformation == name);
                    known.push((member.ok_or_else(|| unknown_member(block, name))?, json));
                }
                self.block(block, &known)
            }
            (Kind::Variables(_), Json::Object(members)) => {
                let member = |(name, json): (&String, &Json)| {
                    Ok(Field::new(key(name), self.value(Kind::STRING, json, Place::Argument)?))
                };
                Ok(Code::Block(members.iter().map(member).collect::<Result<_, Reason>>()?))
            }
            (kind, json) => Err(format!("the template has {}, not {}", describe(json), kind.describe())),
        }
    }

    /// A block with these members, in the order of the schema.
    fn block(&mut self, block: &Block, members: &[(&Property, &Json)]) -> Result<Code, Reason> {
        let mut fields = Vec::new();
        for row in block.members {
            if let Some((_, json)) = members.iter().find(|(member, _)| std::ptr::eq(*member, *row)) {
                fields.push(Field::new(row.name, self.value(row.kind, json, Place::Property)?));
            }
        }
        Ok(Code::Block(fields))
    }
}

fn unknown_member(block: &Block, name: &str) -> Reason {
    format!("`{}` has no member `{}`", block.name, literals::shorten(name))
}

/// The name of a variable, in quotes if Rust has no such name.
fn key(name: &str) -> String {
    let mut characters = name.chars();
    let is_name = characters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && characters.all(|character| character.is_ascii_alphanumeric() || character == '_');
    // A keyword begins with a small letter, which few variables do.
    if is_name && name.starts_with(|first: char| first.is_ascii_uppercase()) && name != "Self" {
        name.to_owned()
    } else {
        format!("{name:?}")
    }
}

/// A number, its digits in groups if they are many.
pub(super) fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    if digits.len() < 5 {
        return number.to_string();
    }
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    format!("{}{grouped}", if number < 0 { "-" } else { "" })
}

/// What JSON is, in words.
fn describe(json: &Json) -> &'static str {
    match json {
        Json::Null => "`null`",
        Json::Bool(_) => "a boolean",
        Json::Number(_) => "a number",
        Json::String(_) => "a string",
        Json::Array(_) => "a list",
        Json::Object(_) => "an object",
    }
}
