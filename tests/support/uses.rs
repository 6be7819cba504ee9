//! What the clients of templates use: properties, values, functions and their places.

use crate::templates::{File, Kind as FileKind};
use cognito_cfn::Json;
use cognito_cfn_schema::loops::LOOP;
use cognito_cfn_schema::{Block, Kind, Property, RESOURCE_TYPE, attributes, client};
use std::collections::BTreeSet;

/// Where in a client a value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    String,
    EnumValue,
    Boolean,
    Integer,
    List,
    Item,
    Block,
    Member,
    Properties,
    Policy,
    Metadata,
}

#[derive(Default)]
pub(crate) struct Uses {
    literals: BTreeSet<(&'static str, String)>,
    /// Functions by their keys, `AWS::NoValue` by its name.
    pub(crate) functions: BTreeSet<(String, Place)>,
    pub(crate) attributes: BTreeSet<String>,
    /// Properties with a string for a number or a boolean, or the other way round.
    pub(crate) converted: BTreeSet<String>,
}

impl Uses {
    pub(crate) fn of(files: &[File]) -> Self {
        let mut uses = Self::default();
        for file in files {
            for resource in file.sections().iter().flat_map(|section| clients(&section["Resources"])).map(|(_, of)| of)
            {
                uses.add(resource);
            }
            if file.kind == FileKind::Described {
                uses.properties(&file.document.json()["UserPoolClient"]);
            }
        }
        uses
    }

    /// Whether the property has a value that is no function.
    pub(crate) fn has_literal(&self, row: &Property) -> bool {
        self.literals.iter().any(|(name, _)| *name == row.cloudformation)
    }

    pub(crate) fn has_value(&self, row: &'static Property, value: &str) -> bool {
        self.literals.contains(&(row.cloudformation, value.to_owned()))
    }

    fn add(&mut self, resource: &Json) {
        for (name, value) in resource.as_object().into_iter().flatten() {
            self.attributes.insert(name.clone());
            for key in
                value.as_object().into_iter().flat_map(serde_json::Map::keys).filter(|key| key.starts_with("Fn::"))
            {
                let function = key.split("::").take(2).collect::<Vec<_>>().join("::");
                self.attributes.insert(format!("{name} with {function}"));
            }
            match name.as_str() {
                "Properties" => self.properties(value),
                "DependsOn" => {
                    let form = if value.is_array() { "list" } else { "string" };
                    self.attributes.insert(format!("DependsOn: {form}"));
                }
                "DeletionPolicy" => self.value(&attributes::deletion_policy, Place::Policy, value),
                "UpdateReplacePolicy" => self.value(&attributes::update_replace_policy, Place::Policy, value),
                "Metadata" => {
                    self.metadata(value);
                    if value.pointer("/cognito-cfn/allow").is_some() {
                        self.attributes.insert("allow".to_owned());
                    }
                }
                _ => {}
            }
        }
    }

    fn metadata(&mut self, json: &Json) {
        if let Some((name, _)) = function(json) {
            self.functions.insert((name.to_owned(), Place::Metadata));
        }
        match json {
            Json::Array(items) => items.iter().for_each(|item| self.metadata(item)),
            Json::Object(members) => members.values().for_each(|member| self.metadata(member)),
            _ => {}
        }
    }

    fn properties(&mut self, json: &Json) {
        if let Some((name, arms)) = function(json) {
            self.functions.insert((name.to_owned(), Place::Properties));
            arms.iter().for_each(|arm| self.properties(arm));
            return;
        }
        self.members(client::ALL, json, None);
    }

    fn members(&mut self, rows: &[&'static Property], json: &Json, block: Option<&Block>) {
        for row in rows {
            let Some(value) = json.get(row.cloudformation) else { continue };
            self.value(row, place(row.kind), value);
            if let (Some(_), Some((name, _))) = (block, function(value)) {
                self.functions.insert((name.to_owned(), Place::Member));
            }
        }
    }

    fn value(&mut self, row: &'static Property, at: Place, json: &Json) {
        if let Some((name, arms)) = function(json) {
            self.functions.insert((name.to_owned(), at));
            arms.iter().for_each(|arm| self.value(row, at, arm));
            return;
        }
        match (row.kind, json) {
            (_, Json::Null) => return,
            (Kind::List(_), Json::Array(items)) if at == Place::List => {
                items.iter().for_each(|item| self.value(row, Place::Item, item));
            }
            (Kind::Block(block), Json::Object(_)) => self.members(block.members, json, Some(block)),
            (Kind::Boolean | Kind::Integer, Json::String(_)) | (Kind::String(_), Json::Bool(_) | Json::Number(_)) => {
                self.converted.insert(row.cloudformation.to_owned());
            }
            _ => {}
        }
        let text = json.as_str().map_or_else(|| json.to_string(), str::to_owned);
        self.literals.insert((row.cloudformation, text));
    }
}

fn place(kind: Kind) -> Place {
    match kind {
        Kind::Boolean => Place::Boolean,
        Kind::Integer => Place::Integer,
        Kind::Enum(_) => Place::EnumValue,
        Kind::List(_) => Place::List,
        Kind::Block(_) => Place::Block,
        _ => Place::String,
    }
}

/// The function that a value is, by its key, and the values among which it chooses.
fn function(json: &Json) -> Option<(&str, &[Json])> {
    let members = json.as_object().filter(|members| members.len() == 1)?;
    let (name, argument) = members.iter().next()?;
    match (name.as_str(), argument) {
        ("Ref", Json::String(target)) if target == "AWS::NoValue" => Some(("AWS::NoValue", &[])),
        ("Fn::If", Json::Array(arguments)) => Some((name, arguments.get(1..).unwrap_or_default())),
        _ => (name == "Ref" || name.starts_with("Fn::")).then_some((name, &[])),
    }
}

/// The clients among resources, those in loops as well.
pub(crate) fn clients(resources: &Json) -> Vec<(&str, &Json)> {
    let mut found = Vec::new();
    for (id, resource) in resources.as_object().into_iter().flatten() {
        if id.starts_with(LOOP) {
            found.extend(resource.get(2).into_iter().flat_map(clients));
        } else if resource["Type"] == RESOURCE_TYPE {
            found.push((id.as_str(), resource));
        }
    }
    found
}

/// The keys of all objects.
pub(crate) fn keys(files: &[File]) -> BTreeSet<&str> {
    fn collect<'j>(json: &'j Json, keys: &mut BTreeSet<&'j str>) {
        match json {
            Json::Array(items) => items.iter().for_each(|item| collect(item, keys)),
            Json::Object(members) => members.iter().for_each(|(key, member)| {
                keys.insert(key);
                collect(member, keys);
            }),
            _ => {}
        }
    }
    let mut keys = BTreeSet::new();
    files.iter().for_each(|file| collect(file.document.json(), &mut keys));
    keys
}
