//! Values with a tag: short forms of functions, and the types of YAML.

use super::super::fault::{Fault, Quoted};
use super::compose::{Content, Node, Tag};
use super::construct::{Constructor, Step};
use super::scalar;
use super::tag::{self, Meaning, Type};
use crate::json::Json;
use serde_json::Map;

impl<'n> Constructor<'n> {
    /// A value with its tag.
    #[inline]
    pub(super) fn tagged(&mut self, index: usize, node: &'n Node, tag: &Tag) -> Result<Json, Fault> {
        match tag::meaning(&tag.name) {
            Meaning::Function { key, is_documented } => {
                if !is_documented {
                    let message = format!("`!{}` is not a documented short form", key.trim_start_matches("Fn::"));
                    self.warn(Fault::new(tag.range.clone(), message, format!("write `{key}:`")));
                }
                self.nested(node, |this| this.short_form(index, node, tag, key))
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

    /// `!Sub text` is `Fn::Sub: text`, and its argument is a string whatever it looks like.
    #[inline]
    fn short_form(&mut self, index: usize, node: &'n Node, tag: &Tag, key: &'static str) -> Result<Json, Fault> {
        let place = self.places.open(node.start);
        self.places.key(tag.range.clone(), key);
        let argument = self.at(Step::Member(key), |this| match &node.content {
            Content::Scalar { text, .. } if key == "Fn::GetAtt" => Ok(this.attribute(node, text)),
            Content::Scalar { text, .. } => {
                this.places.scalar(node.value..node.end);
                Ok(Json::String(text.clone()))
            }
            _ => this.content(index, node, node.value),
        })?;
        self.places.close_object(place, node.end, 1);
        let mut members = Map::new();
        members.insert(key.to_owned(), argument);
        Ok(Json::Object(members))
    }

    /// `Id.Attribute`, divided at the first dot.
    #[inline]
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
        self.places.close_list(place, whole.end, parts.len());
        parts.into_iter().collect()
    }

    /// A value with a tag of YAML's own.
    #[inline]
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
}
