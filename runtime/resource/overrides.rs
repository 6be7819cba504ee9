//! What is written over a rendered resource.

use crate::by_name::ByName;
use crate::depth::{MAX_DEPTH, dismantle, is_deep};
use crate::error::ErrorKind;
use crate::json::{Json, sort};
use cognito_cfn_schema::intrinsics::is_replaced_whole;
use cognito_cfn_schema::{Kind, Property};
use serde_json::Map;

/// The most parts of a path.
const MAX_PARTS: usize = 100;

/// Everything that was written over a resource, as one tree by the parts of the paths.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Overrides(ByName<String, Override>);

#[derive(Clone, Debug, PartialEq)]
enum Override {
    Members(Overrides),
    Value(Json),
    Deletion,
}

impl From<Json> for Override {
    fn from(value: Json) -> Self {
        match value {
            Json::Object(members) => {
                let members = members.into_iter().map(|(name, value)| (name, value.into()));
                Self::Members(Overrides(members.collect()))
            }
            value => Self::Value(value),
        }
    }
}

impl Override {
    /// Whether there is something afterwards where there was nothing.
    fn leaves_something(&self) -> bool {
        match self {
            Self::Members(members) => members.0.values().any(Self::leaves_something),
            Self::Value(_) => true,
            Self::Deletion => false,
        }
    }
}

impl Overrides {
    pub(crate) const fn none() -> Self {
        Self(ByName::new())
    }

    /// Writes a value over what is at the path, or deletes it.
    pub(crate) fn add(&mut self, path: &str, value: Option<Json>) -> Result<(), ErrorKind> {
        let mut parts = match parts_within(path, value.as_ref()) {
            Ok(parts) => parts,
            Err(kind) => {
                value.into_iter().for_each(dismantle);
                return Err(kind);
            }
        };
        let Some(last) = parts.pop() else { return Ok(()) };
        let mut members = &mut self.0;
        for part in parts {
            let entry = members.or_insert_with(part, || Override::Deletion);
            if !matches!(entry, Override::Members(_)) {
                *entry = Override::Members(Self::none());
            }
            let Override::Members(inner) = entry else { return Ok(()) };
            members = &mut inner.0;
        }
        members.insert(last, value.map_or(Override::Deletion, Override::from));
        Ok(())
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The members of `name` that are written over: all of it, where it is not an object.
    pub(crate) fn within(&self, name: &str) -> Overridden<'_> {
        match self.0.get(name) {
            None => Overridden::Nothing,
            Some(Override::Members(members)) => Overridden::Members(members),
            Some(Override::Deletion) => Overridden::Deletion,
            Some(Override::Value(_)) => Overridden::Everything,
        }
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// The resource, whose properties are those, with all of them written over it, and the paths that are lost on the
    /// way.
    pub(crate) fn written_over(&self, mut resource: Json, properties: Slots) -> (Json, Vec<String>) {
        let mut merge = Merge::default();
        if let Json::Object(members) = &mut resource {
            let slots_of = |name: &str| if name == "Properties" { properties } else { NONE };
            merge.object(self, members, NONE, slots_of);
        }
        (sort(&resource), merge.lost)
    }

    fn is_function(&self) -> bool {
        let mut names = self.names();
        matches!((names.next(), names.next()), (Some(name), None) if is_replaced_whole(name))
    }

    /// Whether the member is `null`.
    pub(crate) fn nullifies(&self, name: &str) -> bool {
        matches!(self.0.get(name), Some(Override::Value(Json::Null)))
    }

    /// Whether nothing is left of the member.
    pub(crate) fn deletes(&self, name: &str) -> bool {
        self.0.get(name).is_some_and(|over| !over.leaves_something())
    }
}

/// The way through a resource on which overrides are written over it.
#[derive(Default)]
struct Merge {
    path: Vec<String>,
    lost: Vec<String>,
}

impl Merge {
    /// Whether nothing is left.
    fn object(
        &mut self,
        overrides: &Overrides,
        target: &mut Map<String, Json>,
        slots: Slots,
        slots_of: impl Fn(&str) -> Slots,
    ) -> bool {
        for (name, over) in &overrides.0 {
            match over {
                Override::Deletion => {
                    target.remove(name);
                }
                Override::Value(value) => {
                    target.insert(name.clone(), value.clone());
                }
                Override::Members(members) => {
                    let slots = if target.contains_key(name) { slots_of(name) } else { NONE };
                    let inner = target.entry(name.clone()).or_insert_with(empty);
                    if self.member(members, name, inner, slots) {
                        target.remove(name);
                    }
                }
            }
        }
        target.is_empty() && slots.0.iter().all(|slot| overrides.deletes(slot.cloudformation))
    }

    /// Whether nothing is left.
    fn member(&mut self, overrides: &Overrides, name: &str, target: &mut Json, mut slots: Slots) -> bool {
        self.path.push(escape(name));
        if is_function(target) || overrides.is_function() {
            *target = empty();
            slots = NONE;
        }
        let is_empty = match target {
            Json::Array(items) => self.array(overrides, items),
            Json::Object(members) => self.object(overrides, members, slots, |name| slots.within(name)),
            _ => {
                let mut members = Map::new();
                let is_empty = self.object(overrides, &mut members, NONE, |_| NONE);
                *target = Json::Object(members);
                is_empty
            }
        };
        self.path.pop();
        is_empty
    }

    /// An item that is deleted leaves no gap, and neither do those that an index beyond the end skips.
    fn array(&mut self, overrides: &Overrides, items: &mut Vec<Json>) -> bool {
        let mut left: Vec<(usize, Json)> = std::mem::take(items).into_iter().enumerate().collect();
        let lost = self.lost.len();
        for (name, over) in &overrides.0 {
            let Some(index) = index(name) else {
                if over.leaves_something() {
                    let name = &*escape(name);
                    let path: Vec<&str> = self.path.iter().map(String::as_str).chain([name]).collect();
                    self.lost.push(path.join("."));
                }
                continue;
            };
            let place = left.binary_search_by_key(&index, |(index, _)| *index);
            let known = place.ok().map(|at| left.remove(at).1);
            let item = match over {
                Override::Deletion => continue,
                Override::Value(value) => value.clone(),
                Override::Members(members) => {
                    let mut item = known.unwrap_or_else(empty);
                    if self.member(members, name, &mut item, NONE) {
                        continue;
                    }
                    item
                }
            };
            left.insert(place.unwrap_or_else(|at| at), (index, item));
        }
        items.extend(left.into_iter().map(|(_, item)| item));
        items.is_empty() && self.lost.len() == lost
    }
}

/// A part of a path, as it is written.
fn escape(name: &str) -> String {
    name.replace('\\', "\\\\").replace('.', "\\.")
}

/// No places at all.
const NONE: Slots = Slots(&[]);

/// The names an object of the class has a place for, be there a value or not. As in the CDK, such an object is only
/// gone once each of them was deleted, and stays as `{}` until then.
#[derive(Clone, Copy)]
pub(crate) struct Slots(pub(crate) &'static [&'static Property]);

impl Slots {
    fn within(self, name: &str) -> Self {
        let property = self.0.iter().find(|slot| slot.cloudformation == name);
        match property.map(|property| &property.kind) {
            Some(Kind::Block(block)) => Self(block.members),
            _ => Self(&[]),
        }
    }
}

/// How much of a member is written over.
pub(crate) enum Overridden<'o> {
    Nothing,
    Members(&'o Overrides),
    Everything,
    Deletion,
}

fn empty() -> Json {
    Json::Object(Map::new())
}

fn is_function(json: &Json) -> bool {
    let mut names = json.as_object().into_iter().flat_map(Map::keys);
    matches!((names.next(), names.next()), (Some(name), None) if is_replaced_whole(name))
}

/// The parts of a path that leads to such a value, unless both together have too many levels.
fn parts_within(path: &str, value: Option<&Json>) -> Result<Vec<String>, ErrorKind> {
    let invalid = |reason| ErrorKind::InvalidOverridePath { path: path.to_owned(), reason };
    let parts = split(path)?;
    if parts.len() > MAX_PARTS {
        return Err(invalid("has more than 100 parts"));
    }
    if value.is_some_and(|value| is_deep(value, MAX_DEPTH - parts.len())) {
        return Err(invalid("has a value nested more than 200 levels deep"));
    }
    Ok(parts)
}

/// The parts between the dots; a backslash makes the character after it part of a name.
fn split(path: &str) -> Result<Vec<String>, ErrorKind> {
    let invalid = |reason| ErrorKind::InvalidOverridePath { path: path.to_owned(), reason };
    let mut parts = vec![String::new()];
    let mut characters = path.chars();
    while let Some(character) = characters.next() {
        let (is_dot, character) = match character {
            '\\' => (false, characters.next().ok_or_else(|| invalid("ends in a backslash"))?),
            other => (other == '.', other),
        };
        match parts.last_mut() {
            Some(part) if !is_dot => part.push(character),
            _ => parts.push(String::new()),
        }
    }
    if path.is_empty() {
        return Err(invalid("is empty"));
    }
    if parts.iter().any(String::is_empty) {
        return Err(invalid("has an empty part"));
    }
    Ok(parts)
}

/// The index a part of a path is, where it leads into a list.
fn index(part: &str) -> Option<usize> {
    let is_index = part == "0" || (part.bytes().all(|byte| byte.is_ascii_digit()) && !part.starts_with('0'));
    if is_index { part.parse().ok() } else { None }
}
