//! What the parser must not be given: it stops the program at it, or takes time that grows with the square of the text.

use super::super::fault::Fault;
use super::compose::{self, Node};
use super::{MAX_DEPTH, problem};
use libyaml_safer::{Encoding, Error, Scanner, TokenData};

/// Refuses characters that YAML does not have.
#[inline]
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
#[inline]
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

/// Composes the text, unless a comma is right behind a tag: the parser would panic there, and other readers refuse it.
///
/// Whether `!name,` is a tag or is in a text, only the scanner knows. It gets the text with a mark before such commas:
/// to a tag the mark is an error, and in a text it changes nothing about where the tokens are.
#[inline]
pub(super) fn compose(text: &str) -> Result<Vec<Node>, Fault> {
    let commas = suspects(text);
    let verdict = if commas.is_empty() { Verdict::Safe } else { scan(text, &commas) };
    match verdict {
        Verdict::Safe => compose::compose(text).map_err(|stop| stop.fault),
        Verdict::Refused(fault) => Err(fault),
        // What is wrong before it comes first.
        Verdict::Tag(comma) => match compose::compose(text.get(..comma).unwrap_or_default()) {
            Err(stop) if stop.at < comma => Err(stop.fault),
            _ => {
                let range = comma..comma + 1;
                Err(Fault::new(range, "`,` right after a tag", "write a space, or the value, after the tag"))
            }
        },
    }
}

enum Verdict {
    /// No tag before the first error has a comma behind it.
    Safe,
    /// The tag before that comma is the first.
    Tag(usize),
    /// The scanner cannot say.
    Refused(Fault),
}

/// The commas that could follow a tag: right behind characters of tags, with a `!` among them.
#[inline]
fn suspects(text: &str) -> Vec<usize> {
    let mut commas = Vec::new();
    let (mut could_be_tag, mut is_verbatim, mut last) = (false, false, b' ');
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b',' if could_be_tag => commas.push(at),
            b'!' => could_be_tag = true,
            b'>' => could_be_tag = is_verbatim,
            b'<' if last == b'!' => (could_be_tag, is_verbatim) = (false, true),
            _ if byte.is_ascii_alphanumeric() || b"-_;/?:@&=+$.%~*'()".contains(&byte) => {}
            _ => could_be_tag = false,
        }
        last = byte;
    }
    commas
}

/// Scans the text with marks before these commas.
#[inline]
fn scan(text: &str, commas: &[usize]) -> Verdict {
    let mut marked = String::with_capacity(text.len() + commas.len());
    let mut marks = Vec::with_capacity(commas.len());
    let mut start = 0;
    for comma in commas {
        marked.push_str(text.get(start..*comma).unwrap_or_default());
        marks.push(marked.len());
        marked.push('^');
        start = *comma;
    }
    marked.push_str(text.get(start..).unwrap_or_default());

    let mut scanner = Scanner::new();
    scanner.set_encoding(Encoding::Utf8);
    scanner.set_input(compose::input(&marked));
    let mut depth = 0usize;
    for token in scanner {
        match token.map(|token| token.data) {
            Ok(TokenData::FlowSequenceStart | TokenData::FlowMappingStart) => depth += 1,
            Ok(TokenData::FlowSequenceEnd | TokenData::FlowMappingEnd) => depth = depth.saturating_sub(1),
            Ok(_) => {}
            Err(error) => return judge(&error, &marked, &marks),
        }
        // What composes the text goes no further, and the scanner's time is quadratic in the depth.
        if depth > MAX_DEPTH {
            break;
        }
    }
    Verdict::Safe
}

/// What the first error in the text with these marks says about the text without them.
#[inline]
fn judge(error: &Error, marked: &str, marks: &[usize]) -> Verdict {
    /// A key has at most 1024 bytes, and marks may have made it longer.
    const LONG_LINE: usize = 1000;
    let at = error.problem_mark().map_or(marked.len(), |mark| compose::offset(marked, mark));
    let context = error.context().unwrap_or_default();
    let is_tag = context == "while scanning a tag";
    if is_tag && let Ok(before) = marks.binary_search(&at) {
        return Verdict::Tag(at - before);
    }
    let line = marked.get(..at).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
    if is_tag || context.contains("directive") || line.len() > LONG_LINE {
        let original = |at: usize| at - marks.partition_point(|mark| *mark < at);
        return Verdict::Refused(problem::fault(marked, error, None, None).map_range(original));
    }
    Verdict::Safe
}
