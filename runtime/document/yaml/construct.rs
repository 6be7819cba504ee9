//! The JSON of the nodes: aliases and merge keys put in, short forms written out.

use super::super::Content as Document;
use super::super::fault::{Fault, Quoted, push_step};
use super::super::lines::Lines;
use super::super::places::Places;
use super::MAX_DEPTH;
use super::compose::{Content, Node};
use super::scalar::{self, Plain};
use super::tag::{self, Meaning, Type};
use crate::json::Json;
use serde_json::Map;
use std::ops::Range;

/// The nodes that aliases may add up to, in a text that has fewer itself.
const MAX_NODES: usize = 100_000;

#[inline]
pub(super) fn construct(text: &str, nodes: &[Node]) -> Result<Document, Fault> {
    let mut constructor = Constructor {
        text,
        nodes,
        places: Places::default(),
        warnings: Vec::new(),
        path: Vec::new(),
        depth: 0,
        aliases: 0,
        left: MAX_NODES.max(2 * nodes.len()),
    };
    let json = constructor.value(0).map_err(|fault| fault.within(constructor.pointer()))?;
    Ok(Document { json, places: constructor.places, warnings: constructor.warnings })
}

pub(super) struct Constructor<'n> {
    pub(super) text: &'n str,
    nodes: &'n [Node],
    pub(super) places: Places,
    warnings: Vec<Fault>,
    /// The way to the value that is being read.
    path: Vec<Step<'n>>,
    depth: usize,
    /// The aliases within each other that are being put in.
    pub(super) aliases: usize,
    /// The nodes that may still be made.
    left: usize,
}

/// A step of a JSON pointer.
#[derive(Clone, Copy)]
pub(super) enum Step<'n> {
    Item(usize),
    Member(&'n str),
}

impl<'n> Constructor<'n> {
    #[inline]
    pub(super) fn value(&mut self, index: usize) -> Result<Json, Fault> {
        let node = self.node(index)?;
        self.count(node)?;
        if let Content::Alias(target) = node.content {
            let place = self.places.next();
            self.aliases += 1;
            let json = self.nested(node, |this| this.value(target))?;
            self.aliases -= 1;
            self.places.relocate(place, node.range());
            return Ok(json);
        }
        match node.tag.as_deref().filter(|tag| tag.name != "!") {
            Some(tag) => self.tagged(index, node, tag),
            None => self.content(index, node, node.start),
        }
    }

    /// The value without its tag.
    #[inline]
    pub(super) fn content(&mut self, index: usize, node: &'n Node, start: usize) -> Result<Json, Fault> {
        match &node.content {
            Content::Scalar { text, is_plain: true } => {
                let Plain { json, doubt } = scalar::resolve(text);
                if let Some(doubt) = doubt {
                    let fault = Fault::new(node.range(), doubt.message(), "write it in quotes");
                    self.warn(fault);
                }
                self.places.scalar(start..node.end);
                Ok(json)
            }
            Content::Scalar { text, .. } => {
                self.places.scalar(start..node.end);
                Ok(Json::String(text.clone()))
            }
            Content::Sequence => self.nested(node, |this| this.list(index, node, start)),
            Content::Mapping => self.nested(node, |this| this.mapping(index, node, start)),
            Content::Alias(_) => self.value(index),
        }
    }

    #[inline]
    fn list(&mut self, index: usize, node: &Node, start: usize) -> Result<Json, Fault> {
        let place = self.places.open(start);
        let mut items = Vec::new();
        for item in self.children(index, node) {
            items.push(self.at(Step::Item(items.len()), |this| this.value(item))?);
        }
        items.shrink_to_fit();
        self.places.close_list(place, node.end, items.len());
        Ok(Json::Array(items))
    }

    #[inline]
    fn mapping(&mut self, index: usize, node: &Node, start: usize) -> Result<Json, Fault> {
        let place = self.places.open(start);
        let mut members = Map::new();
        let mut merges = Vec::new();
        let mut children = self.children(index, node);
        while let (Some(key), Some(value)) = (children.next(), children.next()) {
            let Key { name, range, is_merge, doubt } = self.key(key)?;
            if is_merge {
                merges.push(value);
                continue;
            }
            if members.contains_key(name) {
                let first = self.places.key_in(place, self.text, name).unwrap_or_default();
                let line = Lines::of(self.text).line(self.text, first.start);
                self.path.push(Step::Member(name));
                return Err(Fault::duplicate(range, name, line, self.pointer()));
            }
            self.places.key(range.clone(), name);
            let json = self.at(Step::Member(name), |this| {
                if doubt {
                    let message = format!("key {} that YAML 1.1 does not read as a text", Quoted(name));
                    this.warn(Fault::new(range.clone(), message, "write the key in quotes"));
                }
                this.value(value)
            })?;
            members.insert(name.to_owned(), json);
        }
        // A later one wins, as in PyYAML.
        for merge in merges.into_iter().rev() {
            self.merge(&mut members, merge)?;
        }
        self.places.close_object(place, node.end, members.len());
        Ok(Json::Object(members))
    }

    /// The name of a key is as it is written, also where YAML 1.1 reads a number.
    #[inline]
    pub(super) fn key(&self, index: usize) -> Result<Key<'n>, Fault> {
        let written = self.node(index)?;
        let node = self.node(self.resolved(index)?)?;
        let tag = node.tag.as_deref().filter(|tag| tag.name != "!");
        let is_text = tag.is_some_and(|tag| matches!(tag::meaning(&tag.name), Meaning::Type(Type::String)));
        match &node.content {
            Content::Scalar { text, is_plain } if is_text || tag.is_none() => {
                let is_resolved = *is_plain && !is_text;
                let doubt = is_resolved && scalar::is_read_differently(text);
                Ok(Key { name: text, range: written.range(), is_merge: is_resolved && text == "<<", doubt })
            }
            _ => Err(Fault::new(written.range(), "key that is not a text", "write a text as the key")),
        }
    }

    /// Reads something one level deeper.
    #[inline]
    pub(super) fn nested<T>(
        &mut self,
        node: &Node,
        read: impl FnOnce(&mut Self) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        if self.depth >= MAX_DEPTH {
            return Err(Fault::too_deep(node.range(), MAX_DEPTH));
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    /// Reads something one step further down the pointer, which stays there if that fails.
    #[inline]
    pub(super) fn at<T>(
        &mut self,
        step: Step<'n>,
        read: impl FnOnce(&mut Self) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        self.path.push(step);
        let read = read(self)?;
        self.path.pop();
        Ok(read)
    }

    #[inline]
    fn pointer(&self) -> String {
        let mut pointer = String::new();
        for step in &self.path {
            match step {
                Step::Item(index) => push_step(&mut pointer, &index.to_string()),
                Step::Member(name) => push_step(&mut pointer, name),
            }
        }
        pointer
    }

    #[inline]
    pub(super) fn warn(&mut self, fault: Fault) {
        // Once, where it is written.
        if self.aliases == 0 {
            self.warnings.push(fault.within(self.pointer()));
        }
    }

    #[inline]
    pub(super) fn count(&mut self, node: &Node) -> Result<(), Fault> {
        match self.left.checked_sub(1) {
            Some(left) => self.left = left,
            None => {
                let message = format!("aliases add up to more than {} values", MAX_NODES.max(2 * self.nodes.len()));
                return Err(Fault::new(node.range(), message, "use fewer aliases within each other"));
            }
        }
        Ok(())
    }

    /// The indexes of what is in a list or mapping.
    #[inline]
    pub(super) fn children(&self, index: usize, node: &Node) -> impl Iterator<Item = usize> + use<'n> {
        let (nodes, end) = (self.nodes, index + node.size);
        let mut next = index + 1;
        std::iter::from_fn(move || {
            let child = next;
            next += 1 + nodes.get(child).filter(|_| child <= end)?.size;
            Some(child)
        })
    }

    #[inline]
    pub(super) fn node(&self, index: usize) -> Result<&'n Node, Fault> {
        self.nodes.get(index).ok_or_else(|| Fault::new(0..0, "empty text", "write a template in JSON or YAML"))
    }

    /// The node that an alias stands for.
    #[inline]
    pub(super) fn resolved(&self, index: usize) -> Result<usize, Fault> {
        match self.node(index)?.content {
            Content::Alias(target) => Ok(target),
            _ => Ok(index),
        }
    }
}

/// A key of a mapping.
pub(super) struct Key<'n> {
    pub(super) name: &'n str,
    pub(super) range: Range<usize>,
    pub(super) is_merge: bool,
    /// Whether YAML 1.1 reads something that is written differently.
    doubt: bool,
}
