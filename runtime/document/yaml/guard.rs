//! What the parser must not be given: it stops the program at it, or takes time that grows with the square of the text.

use super::super::fault::Fault;
use super::compose::{self, Node};
use super::{MAX_DEPTH, problem};
use libyaml_safer::{Scanner, TokenData};

/// Refuses characters that YAML does not have.
pub(super) fn check_characters(text: &str) -> Result<(), Fault> {
    let is_allowed = |character: char| matches!(character, '\t' | '\n' | '\r' | ' '..='~' | '\u{85}' | '\u{a0}'..='\u{fffd}' | '\u{10000}'..);
    // Nearly all bytes of nearly all texts.
    if text.bytes().all(|byte| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~')) {
        return Ok(());
    }
    let Some((at, character)) = text.char_indices().find(|(_, character)| !is_allowed(*character)) else {
        return Ok(());
    };
    let code = u32::from(character);
    let message = format!("control character U+{code:04X}, which YAML does not have");
    let help = format!("remove it, or write `\\u{code:04x}` in a text in double quotes");
    Err(Fault::new(at..at + character.len_utf8(), message, help))
}

/// Refuses more directives than the parser should compare with each other.
pub(super) fn check_directives(text: &str) -> Result<(), Fault> {
    const MAX: usize = 16;
    let mut count = 0;
    let mut at = 0;
    for line in text.split_inclusive(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
        match line.trim_start().chars().next() {
            Some('%') => count += 1,
            Some('#') | None => {}
            Some(_) => break,
        }
        if count > MAX {
            return Err(Fault::new(at..at + 1, format!("more than {MAX} directives"), "remove the directives"));
        }
        at += line.len();
    }
    Ok(())
}

/// Composes the text, up to the first tag with a comma right behind it, at which the parser would panic.
///
/// Such a tag is an error to other readers. Whether `!name,` is a tag or is in a text, only the scanner knows. It gets
/// the text with a space before these commas, which makes no difference to where its tokens are.
pub(super) fn compose(text: &str) -> Result<Vec<Node>, Fault> {
    let commas = suspects(text);
    let fault = if commas.is_empty() { None } else { first_tag(text, &commas) };
    let Some(fault) = fault else { return compose::compose(text).map_err(|stop| stop.fault) };
    // What is wrong before it comes first.
    match compose::compose(text.get(..fault.range.start).unwrap_or_default()) {
        Err(stop) if stop.at < fault.range.start => Err(stop.fault),
        _ => Err(fault),
    }
}

/// The commas that could follow a tag: those with a `!` before them and no space between.
fn suspects(text: &str) -> Vec<usize> {
    let mut commas = Vec::new();
    let mut mark = None;
    let mut skip_to = 0;
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            _ if at < skip_to => {}
            b'!' => {
                mark = Some(at);
                skip_to = verbatim_end(text, at).unwrap_or(0);
            }
            b',' if mark.is_some() => commas.push(at),
            b' ' | b'\t' | b'\n' | b'\r' => mark = None,
            _ => {}
        }
    }
    commas
}

/// The end of a tag `!<…>`, which can have commas in it.
fn verbatim_end(text: &str, at: usize) -> Option<usize> {
    let inside = text.get(at..)?.strip_prefix("!<")?;
    let length = inside.find(|next: char| "!<>\"'".contains(next) || next.is_whitespace())?;
    inside.get(length..)?.starts_with('>').then_some(at + 2 + length)
}

/// The first of these commas that does follow a tag. Where the scanner cannot go on, that is what is wrong.
fn first_tag(text: &str, commas: &[usize]) -> Option<Fault> {
    let mut spaced = String::with_capacity(text.len() + commas.len());
    let mut start = 0;
    for comma in commas {
        spaced.push_str(text.get(start..*comma).unwrap_or_default());
        spaced.push(' ');
        start = *comma;
    }
    spaced.push_str(text.get(start..).unwrap_or_default());
    let original = |at: usize| {
        // The k-th comma is at its own offset and k spaces more.
        let mut before = 0;
        while commas.get(before).is_some_and(|comma| comma + before < at) {
            before += 1;
        }
        at.saturating_sub(before).min(text.len())
    };

    let mut scanner = Scanner::new();
    scanner.set_encoding(libyaml_safer::Encoding::Utf8);
    scanner.set_input(compose::input(&spaced));
    let (mut next, mut depth) = (0, 0usize);
    for token in scanner {
        let token = match token {
            Ok(token) => token,
            Err(error) => return Some(problem::fault(&spaced, &error, None).map_range(original)),
        };
        let end = compose::offset(&spaced, token.end_mark);
        match token.data {
            TokenData::FlowSequenceStart | TokenData::FlowMappingStart => depth += 1,
            TokenData::FlowSequenceEnd | TokenData::FlowMappingEnd => depth = depth.saturating_sub(1),
            TokenData::Tag { .. } => {
                while commas.get(next).is_some_and(|comma| comma + next < end) {
                    next += 1;
                }
                if commas.get(next).is_some_and(|comma| comma + next == end) {
                    let comma = original(end);
                    let message = "`,` right behind a tag";
                    return Some(Fault::new(comma..comma + 1, message, "write a space, or the value, behind the tag"));
                }
            }
            _ => {}
        }
        if depth > MAX_DEPTH {
            let at = original(end);
            return Some(Fault::too_deep(at.saturating_sub(1)..at, MAX_DEPTH));
        }
    }
    None
}
