//! A stack as a template.

use super::Stack;
use crate::checks::{Original, Section, Snapshot};
use crate::json::{Json, object, object_of_present, sort, unless_empty};
use serde_core::{Serialize, Serializer};
use serde_json::Map;

impl Stack {
    /// The template, **without any check**: [`synth`](Self::synth) checks. Keys are in alphabetical order, so the same
    /// stack produces the same bytes each time. What a resource has below the 250th level, which `synth` refuses, is
    /// `null`.
    pub fn to_json(&self) -> Json {
        self.template(self.snapshot())
    }

    pub(super) fn template(&self, snapshot: Snapshot<'_>) -> Json {
        let section =
            |entries: &Section| object(entries.iter().map(|(id, entry)| (id.as_str(), sort(&entry.json))).collect());
        let sections = &self.sections;
        let resources = snapshot.resources.into_values().into_iter().map(|rendered| (rendered.id, rendered.json));
        let loops = sections.resource_loops.iter().map(|(key, each)| (key.as_str(), sort(&each.json)));
        let mut members = vec![
            ("Description", self.description.as_deref().map(Json::from)),
            ("Transform", transform_section(&sections.transforms)),
            ("Resources", Some(object(resources.chain(loops).collect()))),
        ];
        members.extend(sections.named().map(|(name, entries)| (name, unless_empty(section(entries)))));
        let template = object_of_present(members);
        match &self.original {
            Some(original) => self.restored(template, original),
            None => template,
        }
    }

    /// The template with what the one that was read has besides it.
    fn restored(&self, template: Json, original: &Original) -> Json {
        let Json::Object(mut members) = template else { return template };
        for (name, json) in &original.members {
            let is_same = match name.as_str() {
                "Description" => self.description == original.description,
                "Transform" => self.sections.transforms == original.transforms,
                // Entries of a section are in the stack.
                _ => members.get(name).and_then(Json::as_object).is_none_or(Map::is_empty),
            };
            if is_same {
                members.insert(name.clone(), json.clone());
            }
        }
        if let (Some(read), Some(Json::Array(names))) =
            (original.members.get("Transform"), members.get_mut("Transform"))
            && self.sections.transforms != original.transforms
        {
            // A transform with parameters keeps them.
            let read = read.as_array().map_or(std::slice::from_ref(read), Vec::as_slice);
            let added = names.iter().skip(read.len()).cloned();
            *names = read.iter().cloned().chain(added).collect();
        }
        sort(&Json::Object(members))
    }

    /// The template as YAML, with the short forms of the functions, **without any check**: [`synth`](Self::synth) checks.
    #[cfg(feature = "yaml")]
    pub fn to_yaml(&self) -> String {
        super::yaml::write(&self.to_json())
    }
}

impl Serialize for Stack {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

/// The section of the transforms: a string for one, a list for several.
fn transform_section(transforms: &[String]) -> Option<Json> {
    match transforms {
        [] => None,
        [one] => Some(Json::from(one.as_str())),
        several => Some(several.iter().map(String::as_str).collect()),
    }
}
