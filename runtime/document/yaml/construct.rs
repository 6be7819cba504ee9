//! The JSON of the nodes: aliases and merge keys put in, short forms written out.

use super::super::Content as Document;
use super::super::fault::{Fault, Quoted, push_step};
use super::super::lines::Lines;
use super::super::places::Places;
use super::MAX_DEPTH;
use super::compose::{Content, Node, Tag};
use super::scalar::{self, Doubt, Plain};
use super::tag::{self, Meaning, Type};
use crate::json::Json;
use serde_json::Map;
use std::ops::Range;

/// The nodes that aliases may add up to, in a text that has fewer itself.
const MAX_NODES: usize = 100_000;

pub(super) fn construct(text: &str, nodes: &[Node]) -> Result<Document, Fault> {
    let mut constructor = Constructor {
        text,
        nodes,
        places: Places::default(),
        warnings: Vec::new(),
        pointer: String::new(),
        depth: 0,
        aliases: 0,
        left: MAX_NODES.max(2 * nodes.len()),
    };
    let json = constructor.value(0).map_err(|fault| {
        let pointer = if fault.pointer.is_empty() { constructor.pointer.clone() } else { fault.pointer.clone() };
        fault.within(pointer)
    })?;
    Ok(Document { json, places: constructor.places, warnings: constructor.warnings })
}

struct Constructor<'n> {
    text: &'n str,
    nodes: &'n [Node],
    places: Places,
    warnings: Vec<Fault>,
    /// Of the value that is being read.
    pointer: String,
    depth: usize,
    /// The aliases within each other that are being put in.
    aliases: usize,
    /// The nodes that may still be made.
    left: usize,
}

impl<'n> Constructor<'n> {
    fn value(&mut self, index: usize) -> Result<Json, Fault> {
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
        let Some(tag) = node.tag.as_deref().filter(|tag| tag.name != "!") else {
            return self.content(index, node, node.start);
        };
        match tag::meaning(&tag.name) {
            Meaning::Function { key, is_documented } => {
                if !is_documented {
                    let message = format!("`!{}` is not a documented short form", key.trim_start_matches("Fn::"));
                    self.warn(Fault::new(tag.range.clone(), message, format!("write `{key}:`")));
                }
                self.nested(node, |this| this.short_form(index, node, tag, &key))
            }
            Meaning::Type(of) => self.typed(index, node, tag, of),
            Meaning::Unknown { similar } => {
                let help = similar.map_or_else(
                    || "write the function in full, such as `Fn::Sub:`".into(),
                    |similar| format!("a tag with a similar name exists: `{similar}`"),
                );
                Err(Fault::new(tag.range.clone(), format!("unknown tag {}", Quoted(&tag.name)), help))
            }
        }
    }

    /// The value without its tag.
    fn content(&mut self, index: usize, node: &'n Node, start: usize) -> Result<Json, Fault> {
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

    fn list(&mut self, index: usize, node: &Node, start: usize) -> Result<Json, Fault> {
        let place = self.places.open(start);
        let mut items = Vec::new();
        for item in self.children(index, node) {
            items.push(self.at(&items.len().to_string(), |this| this.value(item))?);
        }
        items.shrink_to_fit();
        self.places.close(place, node.end);
        Ok(Json::Array(items))
    }

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
                push_step(&mut self.pointer, name);
                return Err(Fault::duplicate(range.clone(), name, line, self.pointer.clone()));
            }
            self.places.key(range.clone(), name);
            let json = self.at(name, |this| {
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
        self.places.close(place, node.end);
        Ok(Json::Object(members))
    }

    /// Adds the members of a mapping, or of a list of mappings, that are not there yet.
    fn merge(&mut self, members: &mut Map<String, Json>, index: usize) -> Result<(), Fault> {
        let written = self.node(index)?;
        let index = self.resolved(index)?;
        let node = self.node(index)?;
        self.count(written)?;
        let is_list = match node.content {
            _ if node.tag.is_some() => None,
            Content::Sequence => Some(true),
            Content::Mapping => Some(false),
            _ => None,
        };
        match is_list {
            Some(true) => {
                self.nested(written, |this| this.children(index, node).try_for_each(|item| this.merge(members, item)))
            }
            Some(false) => self.nested(written, |this| this.merge_members(members, index, node)),
            None => Err(Fault::new(
                written.range(),
                "`<<` of something else than a mapping",
                "write the alias of a mapping",
            )),
        }
    }

    fn merge_members(&mut self, members: &mut Map<String, Json>, index: usize, node: &Node) -> Result<(), Fault> {
        let mut merges = Vec::new();
        let mut children = self.children(index, node);
        while let (Some(key), Some(value)) = (children.next(), children.next()) {
            self.count(self.node(key)?)?;
            let Key { name, range, is_merge, .. } = self.key(key)?;
            if is_merge {
                merges.push(value);
            } else if !members.contains_key(name) {
                self.places.key(range.clone(), name);
                self.aliases += 1;
                let json = self.at(name, |this| this.value(value))?;
                self.aliases -= 1;
                members.insert(name.to_owned(), json);
            }
        }
        merges.into_iter().rev().try_for_each(|merge| self.merge(members, merge))
    }

    /// The name of a key is as it is written, also where YAML 1.1 reads a number.
    fn key(&self, index: usize) -> Result<Key<'n>, Fault> {
        let written = self.node(index)?;
        let node = self.node(self.resolved(index)?)?;
        let is_text =
            node.tag.as_deref().is_some_and(|tag| matches!(tag::meaning(&tag.name), Meaning::Type(Type::String)));
        match &node.content {
            Content::Scalar { text, is_plain } if is_text || node.tag.is_none() => {
                let is_resolved = *is_plain && !is_text;
                let doubt = is_resolved
                    && match scalar::resolve(text) {
                        Plain { json: Json::String(_), doubt } => doubt == Some(Doubt::NoJsonNumber),
                        Plain { json, .. } => json.to_string() != *text,
                    };
                Ok(Key { name: text, range: written.range(), is_merge: is_resolved && text == "<<", doubt })
            }
            _ => Err(Fault::new(written.range(), "key that is not a text", "write a text as the key")),
        }
    }

    /// `!Sub text` is `Fn::Sub: text`, and its argument is a string whatever it looks like.
    fn short_form(&mut self, index: usize, node: &'n Node, tag: &Tag, key: &str) -> Result<Json, Fault> {
        let place = self.places.open(node.start);
        self.places.key(tag.range.clone(), key);
        let argument = self.at(key, |this| match &node.content {
            Content::Scalar { text, .. } if key == "Fn::GetAtt" => Ok(this.attribute(node, text)),
            Content::Scalar { text, .. } => {
                this.places.scalar(node.value..node.end);
                Ok(Json::String(text.clone()))
            }
            _ => this.content(index, node, node.value),
        })?;
        self.places.close(place, node.end);
        let mut members = Map::new();
        members.insert(key.to_owned(), argument);
        Ok(Json::Object(members))
    }

    /// `Id.Attribute`, divided at the first dot.
    fn attribute(&mut self, node: &Node, text: &str) -> Json {
        let whole = node.value..node.end;
        let place = self.places.open(whole.start);
        let parts: Vec<&str> = text.splitn(2, '.').collect();
        // In quotes it may be written otherwise.
        let written = self.text.get(whole.clone()).unwrap_or_default();
        let start = written.find(text).map(|before| whole.start + before);
        let mut at = start;
        for part in &parts {
            let range = at.map_or_else(|| whole.clone(), |at| at..at + part.len());
            at = at.map(|at| at + part.len() + 1);
            self.places.scalar(range);
        }
        self.places.close(place, whole.end);
        parts.into_iter().collect()
    }

    /// A value with a tag of YAML's own.
    fn typed(&mut self, index: usize, node: &'n Node, tag: &Tag, of: Type) -> Result<Json, Fault> {
        let json = match (&node.content, of) {
            (Content::Sequence, Type::List) | (Content::Mapping, Type::Mapping) => {
                return self.content(index, node, node.start);
            }
            (Content::Scalar { text, .. }, Type::String) => Some(Json::String(text.clone())),
            (Content::Scalar { text, .. }, Type::Null) => Some(scalar::resolve(text).json).filter(Json::is_null),
            (Content::Scalar { text, .. }, Type::Boolean) => Some(scalar::resolve(text).json).filter(Json::is_boolean),
            (Content::Scalar { text, .. }, Type::Integer) => {
                scalar::integer(text).and_then(|(number, _)| number).map(Json::Number)
            }
            (Content::Scalar { text, .. }, Type::Float) => {
                match scalar::float(text).or_else(|| scalar::integer(text)) {
                    Some((number, _)) => number.and_then(|number| number.as_f64()).map(Json::from),
                    None => None,
                }
            }
            _ => None,
        };
        self.places.scalar(node.range());
        json.ok_or_else(|| {
            let name = tag.name.rsplit(':').next().unwrap_or_default();
            let message = match of {
                Type::Binary => "`!!binary`: JSON has no bytes".into(),
                _ => format!("value that `!!{name}` does not describe"),
            };
            Fault::new(tag.range.clone(), message, "remove the tag")
        })
    }

    /// Reads something one level deeper.
    fn nested<T>(&mut self, node: &Node, read: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        if self.depth >= MAX_DEPTH {
            return Err(Fault::too_deep(node.range(), MAX_DEPTH));
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    /// Reads something one step further down the pointer, which stays there if that fails.
    fn at<T>(&mut self, step: &str, read: impl FnOnce(&mut Self) -> Result<T, Fault>) -> Result<T, Fault> {
        let length = self.pointer.len();
        push_step(&mut self.pointer, step);
        let read = read(self)?;
        self.pointer.truncate(length);
        Ok(read)
    }

    fn warn(&mut self, fault: Fault) {
        // Once, where it is written.
        if self.aliases == 0 {
            self.warnings.push(fault.within(self.pointer.clone()));
        }
    }

    fn count(&mut self, node: &Node) -> Result<(), Fault> {
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
    fn children(&self, index: usize, node: &Node) -> impl Iterator<Item = usize> + use<'n> {
        let (nodes, end) = (self.nodes, index + node.size);
        let mut next = index + 1;
        std::iter::from_fn(move || {
            let child = next;
            next += 1 + nodes.get(child).filter(|_| child <= end)?.size;
            Some(child)
        })
    }

    fn node(&self, index: usize) -> Result<&'n Node, Fault> {
        self.nodes.get(index).ok_or_else(|| Fault::new(0..0, "empty text", "write a template in JSON or YAML"))
    }

    /// The node that an alias stands for.
    fn resolved(&self, index: usize) -> Result<usize, Fault> {
        match self.node(index)?.content {
            Content::Alias(target) => Ok(target),
            _ => Ok(index),
        }
    }
}

/// A key of a mapping.
struct Key<'n> {
    name: &'n str,
    range: Range<usize>,
    is_merge: bool,
    /// Whether YAML 1.1 reads something that is written differently.
    doubt: bool,
}
