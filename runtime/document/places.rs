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
    #[inline]
    fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// The places of a document.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    nodes: Vec<Node>,
    /// What is directly in the large lists and objects: the values of a list, the keys of an object by their hashes.
    /// In the order of their indexes.
    large: Vec<(usize, Box<[u32]>)>,
}

/// The number of members from which they are not looked through one by one.
const LARGE: usize = 64;

/// A value that a pointer leads to, with the index of its key.
struct Found {
    value: usize,
    key: Option<usize>,
}

impl Places {
    /// The key of the value that follows.
    #[inline]
    pub(super) fn key(&mut self, range: Range<usize>, name: &str) {
        self.push(range, hash(name));
    }

    /// A value with nothing in it.
    #[inline]
    pub(super) fn scalar(&mut self, range: Range<usize>) {
        self.push(range, 0);
    }

    /// A list or an object that begins there. Its index is for its end.
    #[inline]
    pub(super) fn open(&mut self, start: usize) -> usize {
        self.push(start..start, 0);
        self.nodes.len() - 1
    }

    /// The end of a list with that many items.
    #[inline]
    pub(super) fn close_list(&mut self, index: usize, end: usize, count: usize) {
        let inside = self.close(index, end);
        // Items with nothing in them are found by counting.
        if count > LARGE && count != inside {
            let items = self.children(index, 0, count);
            self.insert_large(index, items.into());
        }
    }

    /// The end of an object with that many members.
    #[inline]
    pub(super) fn close_object(&mut self, index: usize, end: usize, count: usize) {
        self.close(index, end);
        if count > LARGE {
            let mut keys = self.children(index, 1, count);
            keys.sort_by_key(|key| self.nodes.get(*key as usize).map(|node| node.extra));
            self.insert_large(index, keys.into());
        }
    }

    #[inline]
    fn insert_large(&mut self, index: usize, inside: Box<[u32]>) {
        let at = self.large.partition_point(|(known, _)| *known < index);
        self.large.insert(at, (index, inside));
    }

    #[inline]
    fn large_of(&self, index: usize) -> Option<&[u32]> {
        let at = self.large.binary_search_by_key(&index, |(known, _)| *known).ok()?;
        self.large.get(at).map(|(_, inside)| &**inside)
    }

    #[inline]
    fn close(&mut self, index: usize, end: usize) -> usize {
        let inside = self.nodes.len().saturating_sub(index + 1);
        if let Some(node) = self.nodes.get_mut(index) {
            node.end = offset(end);
            node.extra = offset(inside);
        }
        inside
    }

    /// The nodes that are directly in the last value: the values, or the keys that are one node before them.
    #[inline]
    fn children(&self, of: usize, before: usize, count: usize) -> Vec<u32> {
        let mut children = Vec::with_capacity(count);
        let mut child = of + 1;
        while child < self.nodes.len() {
            children.push(offset(child));
            child = self.end_of(child + before);
        }
        children
    }

    /// The value that will be read next is at another place than where it is written: at an alias.
    #[cfg(feature = "yaml")]
    #[inline]
    pub(super) fn relocate(&mut self, index: usize, range: Range<usize>) {
        if let Some(node) = self.nodes.get_mut(index) {
            (node.start, node.end) = (offset(range.start), offset(range.end));
        }
    }

    /// The index of the value that will be read next.
    #[cfg(feature = "yaml")]
    #[inline]
    pub(super) fn next(&self) -> usize {
        self.nodes.len()
    }

    #[inline]
    pub(super) fn shrink(&mut self) {
        self.nodes.shrink_to_fit();
    }

    #[inline]
    fn push(&mut self, range: Range<usize>, extra: u32) {
        self.nodes.push(Node { start: offset(range.start), end: offset(range.end), extra });
    }

    /// The place of the value of a pointer, or of the nearest value around it.
    #[inline]
    pub(super) fn value(&self, json: &Json, text: &str, pointer: &str) -> Option<Range<usize>> {
        let found = self.find(json, text, pointer).unwrap_or_else(|nearest| nearest);
        self.nodes.get(found.value).map(Node::range)
    }

    /// The place of the key of the member of a pointer.
    #[inline]
    pub(super) fn key_of(&self, json: &Json, text: &str, pointer: &str) -> Option<Range<usize>> {
        let key = self.find(json, text, pointer).ok()?.key?;
        self.nodes.get(key).map(Node::range)
    }

    /// The key of that name in an object that may not be closed yet.
    #[inline]
    pub(super) fn key_in(&self, object: usize, text: &str, name: &str) -> Option<Range<usize>> {
        let key = self.member(object, self.nodes.len(), text, name)?;
        self.nodes.get(key).map(Node::range)
    }

    /// The value of a pointer, or as an error the nearest value around it.
    #[inline]
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
    #[inline]
    fn end_of(&self, value: usize) -> usize {
        value + 1 + self.nodes.get(value).map_or(0, |node| node.extra as usize)
    }

    #[inline]
    fn item(&self, list: usize, index: usize, count: usize) -> Option<usize> {
        let first = list + 1;
        if index >= count {
            return None;
        }
        if self.end_of(list) - first == count {
            return Some(first + index);
        }
        if let Some(items) = self.large_of(list) {
            return items.get(index).map(|item| *item as usize);
        }
        Some((0..index).fold(first, |item, _| self.end_of(item)))
    }

    /// The key of that name among the nodes of an object.
    #[inline]
    fn member(&self, object: usize, end: usize, text: &str, name: &str) -> Option<usize> {
        let wanted = hash(name);
        let of = |key: usize| self.nodes.get(key).filter(|node| node.extra == wanted);
        // A key may be written with escapes, and another one may have the same hash.
        let is_written = |key: &usize| {
            of(*key).and_then(|node| text.get(node.range())).is_some_and(|written| written.contains(name))
        };
        let candidates: Vec<usize> = match self.large_of(object) {
            Some(keys) => {
                let hash_of = |key: &u32| self.nodes.get(*key as usize).map_or(0, |node| node.extra);
                let start = keys.partition_point(|key| hash_of(key) < wanted);
                let keys = keys.get(start..).unwrap_or_default().iter().map(|key| *key as usize);
                keys.take_while(|key| of(*key).is_some()).collect()
            }
            None => {
                let mut key = object + 1;
                let keys = std::iter::from_fn(|| {
                    let next = key;
                    key = self.end_of(key + 1);
                    (next < end).then_some(next)
                });
                keys.filter(|key| of(*key).is_some()).collect()
            }
        };
        candidates.iter().copied().find(|key| is_written(key)).or_else(|| candidates.first().copied())
    }
}

/// An index of a JSON pointer: digits without a zero before them.
#[inline]
fn index(step: &str) -> Option<usize> {
    let is_number = step.bytes().all(|byte| byte.is_ascii_digit()) && (step == "0" || !step.starts_with('0'));
    is_number.then(|| step.parse().ok()).flatten()
}

/// FNV-1a.
#[inline]
fn hash(name: &str) -> u32 {
    name.bytes().fold(0x811C_9DC5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
