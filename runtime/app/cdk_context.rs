//! What the `cdk` command line passes to the program: environment variables.

use crate::error::{Error, ErrorKind};
use crate::json::Json;
use serde_core::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use std::borrow::Cow;
use std::ffi::OsString;
use std::path::PathBuf;
use std::{env, fmt};

/// Whether the metadata of each resource has its path.
pub(crate) const PATH_METADATA: &str = "aws:cdk:enable-path-metadata";

const CONTEXT: &str = "CDK_CONTEXT_JSON";
/// A file with a context that is too large for an environment variable.
const OVERFLOW: &str = "CONTEXT_OVERFLOW_LOCATION_ENV";
const OUTDIR: &str = "CDK_OUTDIR";
/// Only the command line sets it; users may set the directory.
const COMMAND_LINE_VERSION: &str = "CDK_CLI_VERSION";

/// A variable that is set and not empty.
#[inline]
fn given(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// Whether the command line runs the program: it prints the warnings of the assembly itself.
#[inline]
pub(crate) fn is_run_by_command_line() -> bool {
    given(COMMAND_LINE_VERSION).is_some()
}

/// The directory to write to.
#[inline]
pub(crate) fn outdir() -> PathBuf {
    given(OUTDIR).map_or_else(|| "cdk.out".into(), PathBuf::from)
}

/// A value of the context of the command line; none if the program runs by itself.
#[inline]
pub(crate) fn passed(key: &str) -> Result<Option<Json>, Error> {
    if let Some(path) = given(OVERFLOW) {
        let source = path.to_string_lossy();
        let json = std::fs::read(&path).map_err(|error| unreadable(&source, &error))?;
        if let Some(value) = member(&String::from_utf8_lossy(&json), key, &source)? {
            return Ok(Some(value));
        }
    }
    let Some(json) = given(CONTEXT) else { return Ok(None) };
    member(&json.to_string_lossy(), key, CONTEXT)
}

#[inline]
fn member(json: &str, key: &str, source: &str) -> Result<Option<Json>, Error> {
    let json = replace_lone_surrogates(json);
    let mut deserializer = serde_json::Deserializer::from_str(&json);
    let found = Member(key).deserialize(&mut deserializer);
    found.and_then(|found| deserializer.end().map(|()| found)).map_err(|error| unreadable(source, &error))
}

#[inline]
fn unreadable(source: &str, reason: &dyn ToString) -> Error {
    Error::new(ErrorKind::Context { source: source.to_owned(), reason: reason.to_string() })
}

/// The member of that name of an object. The others may be anything that is JSON: they are skipped, however deep.
struct Member<'k>(&'k str);

impl<'de> DeserializeSeed<'de> for Member<'_> {
    type Value = Option<Json>;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<Json>, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Member<'_> {
    type Value = Option<Json>;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Option<Json>, A::Error> {
        let mut found = None;
        while let Some(name) = members.next_key::<String>()? {
            if name == self.0 {
                found = Some(members.next_value()?);
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}

/// JSON in which no `\u` is half a character: JavaScript reads it, and no string of Rust can have it.
#[inline]
fn replace_lone_surrogates(json: &str) -> Cow<'_, str> {
    if !json.contains("\\u") {
        return Cow::Borrowed(json);
    }
    let unit = |text: &str| u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok();
    let mut replaced = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        replaced.push_str(before);
        let second = escape.get(6..).and_then(unit);
        let is_pair = |first| matches!((first, second), (0xD800..=0xDBFF, Some(0xDC00..=0xDFFF)));
        let (length, kept) = match unit(escape) {
            Some(first) if is_pair(first) => (12, true),
            Some(0xD800..=0xDFFF) => (6, false),
            Some(_) => (6, true),
            // One character is escaped. At the end there is none, which is no JSON.
            None => (1 + escape.chars().nth(1).map_or(0, char::len_utf8), true),
        };
        let (escape, behind) = escape.split_at(length);
        replaced.push_str(if kept { escape } else { "\\ufffd" });
        rest = behind;
    }
    replaced.push_str(rest);
    Cow::Owned(replaced)
}
