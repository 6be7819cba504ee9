//! Merge keys: `<<: *defaults`.

use super::super::fault::Fault;
use super::compose::{Content, Node};
use super::construct::{Constructor, Key, Step};
use crate::json::Json;
use serde_json::Map;

impl<'n> Constructor<'n> {
    /// Adds the members of a mapping, or of a list of mappings, that are not there yet.
    #[inline]
    pub(super) fn merge(&mut self, members: &mut Map<String, Json>, index: usize) -> Result<(), Fault> {
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
        let is_alias = usize::from(matches!(written.content, Content::Alias(_)));
        self.aliases += is_alias;
        let merged = match is_list {
            Some(true) => {
                self.nested(written, |this| this.children(index, node).try_for_each(|item| this.merge(members, item)))
            }
            Some(false) => self.nested(written, |this| this.merge_members(members, index, node)),
            None => {
                let message = "`<<` of something else than a mapping";
                Err(Fault::new(written.range(), message, "write the alias of a mapping"))
            }
        };
        self.aliases -= is_alias;
        merged
    }

    #[inline]
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
                let json = self.at(Step::Member(name), |this| this.value(value))?;
                members.insert(name.to_owned(), json);
            }
        }
        merges.into_iter().rev().try_for_each(|merge| self.merge(members, merge))
    }
}
