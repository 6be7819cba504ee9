//! Client secrets, which are never printed.
//!
//! A secret is found in the text itself, so that one in a file that cannot be read is hidden as well: whatever is behind a
//! key whose name contains `ClientSecret`, in any spelling. More may be hidden than is secret, never less.

mod template;
mod value;

pub(crate) use template::hide_in_clients;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

/// A secret that is shorter is not looked for in messages: it may be an ordinary word.
const MIN_LENGTH: usize = 6;

/// One that is as long as this is hidden wherever the text repeats it.
const MIN_REPEATED: usize = 20;

const NEEDLE: &[u8] = b"secret";

/// A message shortens what is longer than this.
const SHORTENED: usize = 20;

/// The secrets of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Secrets {
    ranges: Vec<Range<usize>>,
    texts: Vec<String>,
}

impl Secrets {
    /// The secrets in a text, JSON or YAML or neither.
    pub(crate) fn find(text: &str) -> Self {
        let mut secrets = Self::default();
        if !has_ignoring_case(text) && !text.contains('\\') {
            return secrets;
        }
        let mut from = 0;
        while let Some(key) = Key::next(text, from) {
            from = key.end;
            if let Some(found) = value::of(text, &key) {
                from = found.range.end.max(from);
                if found.is_scalar {
                    // What YAML reads as an alias or refuses begins with another character.
                    let lines = text.get(found.range.clone()).unwrap_or_default().lines();
                    let lines =
                        lines.map(|line| line.trim().trim_start_matches(|first: char| !first.is_alphanumeric()));
                    secrets.texts.extend(lines.filter(|line| line.len() >= MIN_LENGTH).map(str::to_owned));
                }
                secrets.ranges.push(found.range);
            }
        }
        secrets.add_repetitions(text);
        secrets
    }

    /// Where the text has a secret in another place.
    fn add_repetitions(&mut self, text: &str) {
        let long: BTreeSet<&String> = self.texts.iter().filter(|secret| secret.len() >= MIN_REPEATED).collect();
        for secret in long {
            self.ranges.extend(text.match_indices(secret).map(|(at, _)| at..at + secret.len()));
        }
        self.ranges.sort_by_key(|range| (range.start, range.end));
        self.ranges.dedup_by(|next, range| {
            let is_within = next.start <= range.end;
            range.end = if is_within { range.end.max(next.end) } else { range.end };
            is_within
        });
    }

    /// The text with a `*` for each character of a secret, so that every place stays the same.
    pub(crate) fn hide<'t>(&self, text: &'t str) -> Cow<'t, str> {
        if self.ranges.is_empty() {
            return text.into();
        }
        let mut hidden = String::with_capacity(text.len());
        let mut end = 0;
        for range in &self.ranges {
            hidden += text.get(end..range.start).unwrap_or_default();
            let secret = text.get(range.clone()).unwrap_or_default();
            hidden.extend(stars(secret));
            end = range.end;
        }
        hidden += text.get(end..).unwrap_or_default();
        hidden.into()
    }

    /// A message without the secrets, and without the start of one that it shortens.
    pub(crate) fn remove(&self, message: &str) -> String {
        self.texts.iter().fold(message.to_owned(), |message, secret| remove(&message, secret))
    }
}

/// A `*` for each character but line breaks and what is before the first character of a line.
fn stars(secret: &str) -> impl Iterator<Item = char> {
    let mut is_indentation = false;
    secret.chars().map(move |character| {
        is_indentation = matches!(character, '\r' | '\n') || (is_indentation && character.is_whitespace());
        if is_indentation { character } else { '*' }
    })
}

fn remove(message: &str, secret: &str) -> String {
    let start = secret.char_indices().nth(SHORTENED).and_then(|(end, _)| secret.get(..end)).unwrap_or(secret);
    let mut removed = String::new();
    let mut rest = message;
    while let Some((before, behind)) = rest.split_once(start) {
        removed += before;
        removed += "***";
        let more = secret.get(start.len()..).unwrap_or_default();
        let same = more.chars().zip(behind.chars()).take_while(|(one, other)| one == other);
        let same: usize = same.map(|(character, _)| character.len_utf8()).sum();
        rest = behind.get(same..).unwrap_or_default();
    }
    removed + rest
}

/// A key that names a secret.
struct Key {
    /// Where its name begins, without quotes.
    start: usize,
    /// Where its name ends.
    end: usize,
    /// Whether it is `ClientSecret` and nothing else: whatever is in it is secret, objects as well.
    is_exact: bool,
}

impl Key {
    /// The next word that names a secret.
    fn next(text: &str, from: usize) -> Option<Self> {
        let mut at = from;
        loop {
            let rest = text.get(at..)?;
            let start = at + rest.find(|character: char| is_of_word(character) || character == '\\')?;
            let rest = text.get(start..)?;
            let length = rest.find(|character: char| !is_of_word(character)).unwrap_or(rest.len());
            let (plain, behind) = rest.split_at_checked(length)?;
            // Most words need no closer look. A backslash may be a letter of one.
            if length > 0 && !behind.starts_with('\\') && !has_ignoring_case(plain) {
                at = start + length;
                continue;
            }
            let (name, end) = word(text, start);
            if name.contains("clientsecret") {
                return Some(Self { start, end, is_exact: name == "clientsecret" });
            }
            at = end;
        }
    }
}

/// Whether the text has what any spelling of the name has.
fn has_ignoring_case(text: &str) -> bool {
    text.as_bytes().windows(NEEDLE.len()).any(|word| word.eq_ignore_ascii_case(NEEDLE))
}

fn is_of_word(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '-')
}

/// The letters and digits of the word that begins there, in lower case, and its end. JSON can escape a letter.
fn word(text: &str, start: usize) -> (String, usize) {
    let mut name = String::new();
    let mut at = start;
    while let Some(character) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let escaped = if character == '\\' { escape(text, at) } else { None };
        match escaped {
            Some((letter, length)) => {
                name.extend(letter.to_lowercase());
                at += length;
            }
            None if is_of_word(character) => {
                name.extend(character.to_lowercase().filter(|character| character.is_alphanumeric()));
                at += character.len_utf8();
            }
            // A lone backslash is a word of its own, or the search would not get on.
            None => return (name, if at == start { at + character.len_utf8() } else { at }),
        }
    }
    (name, at)
}

/// The letter of `\u0053` or `\x53`, and the length of the escape.
fn escape(text: &str, at: usize) -> Option<(char, usize)> {
    let digits = match text.get(at + 1..at + 2)? {
        "u" => 4,
        "x" => 2,
        _ => return None,
    };
    let code = u32::from_str_radix(text.get(at + 2..at + 2 + digits)?, 16).ok()?;
    Some((char::from_u32(code)?, digits + 2))
}

#[cfg(test)]
mod tests;
