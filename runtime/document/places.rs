//! Where every value and every key of a document is: a tree beside the JSON, as compact as its text.

use super::lines::offset;
use crate::json::Json;
use std::ops::Range;

/// A value or a key. The nodes of what is in a value follow it, in the order of the text; before the value of a member is
/// the node of its key.
#[derive(Clone, Copy, Debug)]
struct Node {
    start: u32,
    end: u32,
    /// Of a value, the number of nodes in it; of a key, the hash of its name.
    extra: u32,
}

impl Node {
    fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The places of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Places(Vec<Node>);

/// A value that a pointer leads to, with the index of its key.
struct Found {
    value: usize,
    key: Option<usize>,
}

impl Places {
    /// The key of the value that follows.
    pub(super) fn key(&mut self, range: Range<usize>, name: &str) {
        self.push(range, hash(name));
    }

    /// A value with nothing in it.
    pub(super) fn scalar(&mut self, range: Range<usize>) {
        self.push(range, 0);
    }

    /// A list or an object that begins there. Its index is for [`close`](Self::close).
    pub(super) fn open(&mut self, start: usize) -> usize {
        self.push(start..start, 0);
        self.0.len() - 1
    }

    /// The end of a list or of an object.
    pub(super) fn close(&mut self, index: usize, end: usize) {
        let inside = self.0.len().saturating_sub(index + 1);
        if let Some(node) = self.0.get_mut(index) {
            node.end = offset(end);
            node.extra = offset(inside);
        }
    }

    /// The value that will be read next is at another place than where it is written: at an alias.
    pub(super) fn relocate(&mut self, index: usize, range: Range<usize>) {
        if let Some(node) = self.0.get_mut(index) {
            (node.start, node.end) = (offset(range.start), offset(range.end));
        }
    }

    /// The index of the value that will be read next.
    pub(super) fn next(&self) -> usize {
        self.0.len()
    }

    pub(super) fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }

    fn push(&mut self, range: Range<usize>, extra: u32) {
        self.0.push(Node { start: offset(range.start), end: offset(range.end), extra });
    }

    /// The place of the value of a pointer, or of the nearest value around it.
    pub(super) fn value(&self, json: &Json, text: &str, pointer: &str) -> Option<Range<usize>> {
        let found = self.find(json, text, pointer).unwrap_or_else(|nearest| nearest);
        self.0.get(found.value).map(Node::range)
    }

    /// The place of the key of the member of a pointer.
    pub(super) fn key_of(&self, json: &Json, text: &str, pointer: &str) -> Option<Range<usize>> {
        let key = self.find(json, text, pointer).ok()?.key?;
        self.0.get(key).map(Node::range)
    }

    /// The key of that name in an object that may not be closed yet.
    pub(super) fn key_in(&self, object: usize, text: &str, name: &str) -> Option<Range<usize>> {
        let key = self.member(object, self.0.len(), text, name)?;
        self.0.get(key).map(Node::range)
    }

    /// The value of a pointer, or as an error the nearest value around it.
    fn find(&self, json: &Json, text: &str, pointer: &str) -> Result<Found, Found> {
        let (mut json, mut found) = (json, Found { value: 0, key: None });
        let steps = pointer.strip_prefix('/').map(|steps| steps.split('/'));
        for step in steps.into_iter().flatten() {
            let next = match json {
                Json::Object(members) => {
                    let name = step.replace("~1", "/").replace("~0", "~");
                    let key = self.member(found.value, self.end_of(found.value), text, &name);
                    members.get(&name).zip(key).map(|(json, key)| (json, Found { value: key + 1, key: Some(key) }))
                }
                Json::Array(items) => index(step).and_then(|index| {
                    let value = self.item(found.value, index, items.len())?;
                    Some((items.get(index)?, Found { value, key: None }))
                }),
                _ => None,
            };
            match next {
                Some(next) => (json, found) = next,
                None => return Err(found),
            }
        }
        Ok(found)
    }

    /// The index behind the last node of a value.
    fn end_of(&self, value: usize) -> usize {
        value + 1 + self.0.get(value).map_or(0, |node| node.extra as usize)
    }

    fn item(&self, list: usize, index: usize, count: usize) -> Option<usize> {
        let first = list + 1;
        if self.end_of(list) - first == count {
            // Nothing is in the items.
            return (index < count).then_some(first + index);
        }
        let mut item = first;
        for _ in 0..index {
            item = self.end_of(item);
        }
        (item < self.end_of(list)).then_some(item)
    }

    /// The key of that name among the nodes of an object.
    fn member(&self, object: usize, end: usize, text: &str, name: &str) -> Option<usize> {
        let wanted = hash(name);
        let (mut key, mut other) = (object + 1, None);
        while key < end {
            let node = self.0.get(key)?;
            if node.extra == wanted {
                if text.get(node.range()).is_some_and(|written| written.contains(name)) {
                    return Some(key);
                }
                // A key that is written with escapes, or another one of the same hash.
                other = other.or(Some(key));
            }
            key = self.end_of(key + 1);
        }
        other
    }
}

/// An index of a JSON pointer: digits without a zero before them.
fn index(step: &str) -> Option<usize> {
    let is_number = step.bytes().all(|byte| byte.is_ascii_digit()) && (step == "0" || !step.starts_with('0'));
    is_number.then(|| step.parse().ok()).flatten()
}

/// FNV-1a.
fn hash(name: &str) -> u32 {
    name.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
