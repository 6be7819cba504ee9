//! A template as YAML: `!Ref` and the other short forms wherever CloudFormation reads them.

use crate::json::Json;
use cognito_cfn_schema::intrinsics::tag;
use libyaml_safer::{Emitter, Encoding, Event, MappingStyle, Result, ScalarStyle, SequenceStyle};
use serde_json::{Map, Number};

/// The template as YAML, in blocks.
pub(crate) fn write(template: &Json) -> String {
    let mut text = Vec::new();
    // Memory takes whatever is written; should the writer refuse all the same, JSON is YAML as well.
    let written = emit(template, &mut text).map(|()| String::from_utf8(text));
    written.ok().and_then(std::result::Result::ok).unwrap_or_else(|| template.to_string())
}

fn emit(template: &Json, text: &mut Vec<u8>) -> Result<()> {
    let mut emitter = Emitter::new();
    emitter.set_output_string(text);
    emitter.set_unicode(true);
    // A line goes on to its end: what is broken reads badly, and differs from what the user wrote.
    emitter.set_width(-1);
    emitter.emit(Event::stream_start(Encoding::Utf8))?;
    emitter.emit(Event::document_start(None, &[], true))?;
    node(&mut emitter, template, None)?;
    emitter.emit(Event::document_end(true))?;
    emitter.emit(Event::stream_end())
}

/// A value, after the tag of the function whose argument it is.
fn node(emitter: &mut Emitter<'_>, json: &Json, tag: Option<&str>) -> Result<()> {
    match json {
        Json::String(text) => scalar(emitter, text, style(text), tag),
        Json::Array(items) => {
            emitter.emit(Event::sequence_start(None, tag, tag.is_none(), SequenceStyle::Block))?;
            items.iter().try_for_each(|item| node(emitter, item, None))?;
            emitter.emit(Event::sequence_end())
        }
        Json::Object(members) => match short_form(members).filter(|_| tag.is_none()) {
            Some((tag, Argument::Text(text))) => scalar(emitter, &text, style(&text), Some(&tag)),
            Some((tag, Argument::Json(argument))) => node(emitter, argument, Some(&tag)),
            None => {
                emitter.emit(Event::mapping_start(None, tag, tag.is_none(), MappingStyle::Block))?;
                members.iter().try_for_each(|(key, value)| {
                    scalar(emitter, key, style(key), None)?;
                    node(emitter, value, None)
                })?;
                emitter.emit(Event::mapping_end())
            }
        },
        Json::Number(number) => scalar(emitter, &written_out(number), ScalarStyle::Plain, tag),
        Json::Null | Json::Bool(_) => scalar(emitter, &json.to_string(), ScalarStyle::Plain, tag),
    }
}

/// In YAML 1.1, `1e16` is a string: an exponent needs a sign and a fraction before it.
fn written_out(number: &Number) -> String {
    let text = number.to_string();
    let Some((digits, exponent)) = text.split_once('e') else { return text };
    let fraction = if digits.contains('.') { "" } else { ".0" };
    let sign = if exponent.starts_with(['+', '-']) { "" } else { "+" };
    format!("{digits}{fraction}e{sign}{exponent}")
}

fn scalar(emitter: &mut Emitter<'_>, text: &str, style: ScalarStyle, tag: Option<&str>) -> Result<()> {
    emitter.emit(Event::scalar(None, tag, text, tag.is_none(), tag.is_none(), style))
}

/// How a string is written so that every parser reads it as a string. The writer itself quotes what YAML 1.2 requires;
/// YAML 1.1 reads a few more words as booleans.
fn style(text: &str) -> ScalarStyle {
    const WORDS: [&str; 9] = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    // Versions of YAML differ in what ends a line.
    let is_special =
        |character: char| character != '\n' && (character.is_control() || "\u{2028}\u{2029}".contains(character));
    if text.contains(is_special) {
        ScalarStyle::DoubleQuoted
    } else if text.contains('\n') {
        ScalarStyle::Literal
    } else if text.starts_with(|first: char| first.is_alphabetic() || "_/$".contains(first))
        && !WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
    {
        ScalarStyle::Plain
    } else {
        ScalarStyle::SingleQuoted
    }
}

/// The argument after the tag of a function.
enum Argument<'t> {
    Text(String),
    Json(&'t Json),
}

/// The tag of a function with its argument, if CloudFormation reads its short form there.
fn short_form(members: &Map<String, Json>) -> Option<(String, Argument<'_>)> {
    let (key, argument) = members.iter().next().filter(|_| members.len() == 1)?;
    let tag = tag(key)?;
    let argument = match (tag, argument) {
        // The first dot divides them again, so the id has none.
        ("GetAtt", Json::Array(parts)) => match parts.as_slice() {
            [Json::String(id), Json::String(attribute)] if !id.contains('.') => {
                Argument::Text(format!("{id}.{attribute}"))
            }
            _ => return None,
        },
        (_, Json::String(_)) if tag != "GetAtt" => Argument::Json(argument),
        // Of anything but a name these are members of something else, such as the condition of a policy.
        ("GetAtt" | "Ref" | "Condition", _) => return None,
        (_, Json::Array(_)) => Argument::Json(argument),
        // One place has one tag, so a function right within another has it and the outer one is written out; and a
        // function of named arguments is written out where one of them is a function.
        (_, Json::Object(named)) if !is_function(named) && !named.values().any(has_function) => {
            Argument::Json(argument)
        }
        _ => return None,
    };
    Some((format!("!{tag}"), argument))
}

fn is_function(members: &Map<String, Json>) -> bool {
    members.len() == 1 && members.keys().any(|key| key == "Ref" || key == "Condition" || key.starts_with("Fn::"))
}

fn has_function(json: &Json) -> bool {
    match json {
        Json::Object(members) => is_function(members) || members.values().any(has_function),
        Json::Array(items) => items.iter().any(has_function),
        _ => false,
    }
}
