//! JSON (RFC 8259), with the place of every value.

mod scalar;
mod unexpected;

use super::Content;
use super::fault::{Fault, push_step};
use super::places::Places;
use crate::json::Json;
use serde_json::Map;
use std::ops::Range;

/// The levels of nesting that are read. There is no recursion in reading, but in whatever uses the value.
const MAX_DEPTH: usize = 200;

#[inline]
pub(super) fn read(text: &str) -> Result<Content, Fault> {
    let mut reader = Reader { text, at: 0, places: Places::default(), open: Vec::new() };
    let json = reader.document().map_err(|fault| fault.within(reader.pointer()))?;
    Ok(Content { json, places: reader.places, warnings: Vec::new() })
}

/// A list or an object that is not closed yet.
struct Open {
    start: usize,
    node: usize,
    contents: Contents,
}

enum Contents {
    List(Vec<Json>),
    Object { members: Map<String, Json>, key: String },
}

struct Reader<'t> {
    text: &'t str,
    at: usize,
    places: Places,
    open: Vec<Open>,
}

impl Reader<'_> {
    #[inline]
    fn document(&mut self) -> Result<Json, Fault> {
        loop {
            self.skip_space();
            let Some(value) = self.value()? else { continue };
            if let Some(document) = self.attach(value)? {
                return Ok(document);
            }
        }
    }

    /// A value, or nothing if it is a list or an object and its first value is next.
    #[inline]
    fn value(&mut self) -> Result<Option<Json>, Fault> {
        let start = self.at;
        let json = match self.peek() {
            Some(b'{' | b'[') => return self.open(),
            Some(b'"') => Json::String(scalar::read_string(self.text, &mut self.at)?),
            Some(b'-' | b'0'..=b'9') => scalar::read_number(self.text, &mut self.at)?,
            Some(b't') => self.word("true", Json::Bool(true))?,
            Some(b'f') => self.word("false", Json::Bool(false))?,
            Some(b'n') => self.word("null", Json::Null)?,
            _ => return Err(self.unexpected("a value")),
        };
        self.places.scalar(start..self.at);
        Ok(Some(json))
    }

    #[inline]
    fn open(&mut self) -> Result<Option<Json>, Fault> {
        let start = self.at;
        if self.open.len() >= MAX_DEPTH {
            return Err(Fault::too_deep(start..start + 1, MAX_DEPTH));
        }
        let is_list = self.peek() == Some(b'[');
        let contents = if is_list {
            Contents::List(Vec::new())
        } else {
            Contents::Object { members: Map::new(), key: String::new() }
        };
        let node = self.places.open(start);
        self.open.push(Open { start, node, contents });
        self.at += 1;
        self.skip_space();
        match self.peek() {
            Some(b']') if is_list => self.close().map(Some),
            Some(b'}') if !is_list => self.close().map(Some),
            _ if is_list => Ok(None),
            _ => self.key().map(|()| None),
        }
    }

    #[inline]
    fn close(&mut self) -> Result<Json, Fault> {
        self.at += 1;
        // Only what is open is closed.
        let open = self.open.pop().ok_or_else(|| self.unexpected("a value"))?;
        Ok(match open.contents {
            Contents::List(mut items) => {
                self.places.close_list(open.node, self.at, items.len());
                // Many short lists would keep several times the memory of their items.
                if items.capacity() > items.len() + items.len() / 2 {
                    items.shrink_to_fit();
                }
                Json::Array(items)
            }
            Contents::Object { members, .. } => {
                self.places.close_object(open.node, self.at, members.len());
                Json::Object(members)
            }
        })
    }

    /// The key of a member, and the colon.
    #[inline]
    fn key(&mut self) -> Result<(), Fault> {
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.unexpected_key());
        }
        let name = scalar::read_string(self.text, &mut self.at)?;
        let range = start..self.at;
        if let Some(Open { node, contents: Contents::Object { members, key }, .. }) = self.open.last_mut() {
            if members.contains_key(&name) {
                let first = self.places.key_in(*node, self.text, &name).unwrap_or_default();
                let line = super::Lines::of(self.text).line(self.text, first.start);
                key.clone_from(&name);
                let pointer = self.pointer();
                return Err(Fault::duplicate(range, &name, line, pointer));
            }
            self.places.key(range, &name);
            *key = name;
        }
        self.skip_space();
        if self.peek() != Some(b':') {
            return Err(self.fault_here("missing `:` after a key", "write `\"key\": value`"));
        }
        self.at += 1;
        Ok(())
    }

    /// Puts a value where it belongs, and goes on to the next one; the value of the document is the last.
    #[inline]
    fn attach(&mut self, mut value: Json) -> Result<Option<Json>, Fault> {
        loop {
            let Some(open) = self.open.last_mut() else { return self.end().map(|()| Some(value)) };
            let is_list = match &mut open.contents {
                Contents::List(items) => {
                    items.push(value);
                    true
                }
                Contents::Object { members, key } => {
                    members.insert(std::mem::take(key), value);
                    false
                }
            };
            self.skip_space();
            match self.peek() {
                Some(b',') => {
                    let comma = self.at;
                    self.at += 1;
                    self.skip_space();
                    if matches!(self.peek(), Some(b']' | b'}')) {
                        return Err(Fault::new(comma..comma + 1, "trailing `,`", "remove the comma"));
                    }
                    if !is_list {
                        self.key()?;
                    }
                    return Ok(None);
                }
                Some(b']') if is_list => value = self.close()?,
                Some(b'}') if !is_list => value = self.close()?,
                _ => return Err(self.unexpected_after_value(is_list)),
            }
        }
    }

    #[inline]
    fn end(&mut self) -> Result<(), Fault> {
        self.skip_space();
        if self.at == self.text.len() {
            return Ok(());
        }
        if let Some(comment) = self.comment() {
            return Err(comment);
        }
        Err(self.fault_here("text after the end of the JSON value", "remove it, or move it into the value"))
    }

    #[inline]
    fn word(&mut self, word: &str, json: Json) -> Result<Json, Fault> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let is_whole = |rest: &str| !rest.starts_with(|next: char| next.is_alphanumeric() || next == '_');
        if !rest.strip_prefix(word).is_some_and(is_whole) {
            return Err(self.unexpected("a value"));
        }
        self.at += word.len();
        Ok(json)
    }

    #[inline]
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline]
    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    /// The pointer of the value that is being read.
    #[inline]
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for open in &self.open {
            match &open.contents {
                Contents::List(items) => push_step(&mut pointer, &items.len().to_string()),
                Contents::Object { key, .. } if key.is_empty() => {}
                Contents::Object { key, .. } => push_step(&mut pointer, key),
            }
        }
        pointer
    }

    /// The character at which the reader is.
    #[inline]
    fn here(&self) -> Range<usize> {
        let width = self.text.get(self.at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        self.at..self.at + width
    }

    #[inline]
    fn fault_here(&self, message: impl Into<String>, help: impl Into<String>) -> Fault {
        Fault::new(self.here(), message, help)
    }
}
