//! A resource other than a client as a function that returns it.

use super::code::{Code, INDENT, assignment};
use super::{code, expression, json};
use cognito_cfn::{CfnResource, Json};
use cognito_cfn_schema::attributes::{self, options};
use cognito_cfn_schema::literals::check_logical_id;
use cognito_cfn_schema::{Kind, Property};
use std::collections::BTreeSet;

/// A resource, and how a program makes it.
pub(super) struct Resource {
    pub(super) value: CfnResource,
    new: Code,
    statements: Vec<Code>,
    /// The enumerations of its policies.
    pub(super) enumerations: BTreeSet<&'static str>,
}

impl Resource {
    /// The resource; `None` if the program would render something else.
    pub(super) fn new(id: &str, json: &Json) -> Option<Self> {
        check_logical_id(id).ok()?;
        let members = json.as_object()?;
        let of = members.get("Type")?.as_str()?;
        let none = Json::Object(serde_json::Map::new());
        let properties = members.get("Properties").unwrap_or(&none);
        let arguments = vec![Code::string(id), Code::string(of), json::expression(properties)];
        let mut resource = Self {
            value: CfnResource::new(id, of, properties.clone()),
            new: Code::call("CfnResource::new", arguments),
            statements: Vec::new(),
            enumerations: BTreeSet::new(),
        };
        for (name, value) in members.iter().filter(|(name, _)| *name != "Type") {
            let is_rendered = *name == "Properties" && properties != &none;
            if !is_rendered {
                let row = attributes::ALL.iter().chain(options::ALL).find(|row| row.cloudformation == name);
                resource.set(name, value, row.copied())?;
            }
        }
        (resource.value.to_json() == *json).then_some(resource)
    }

    /// The statement that sets a member.
    fn set(&mut self, name: &str, value: &Json, row: Option<&'static Property>) -> Option<()> {
        let path = name.replace('\\', "\\\\").replace('.', "\\.");
        self.value.add_override(&path, value.clone()).ok()?;
        let field = row.and_then(|row| Some((row, self.field(row, value)?)));
        self.statements.push(match field {
            Some((row, (constructor, arguments))) => {
                Code::call(format!("resource.{} = {constructor}", row.name), arguments)
            }
            None => {
                let write = Code::call(".add_override", vec![Code::string(&path), expression::expression(value)]);
                let expect = Code::call(".expect", vec![Code::string("the path is right")]);
                Code::chain(Code::word("resource"), vec![write, expect])
            }
        });
        Some(())
    }

    /// What the field of an attribute is set to; `None` if it would be rendered as something else.
    fn field(&mut self, row: &'static Property, value: &Json) -> Option<(&'static str, Vec<Code>)> {
        match (row.kind, value) {
            (Kind::Enum(of), Json::String(text)) => {
                let variant = of.by_value(text)?;
                self.enumerations.insert(of.name);
                Some(("Some", vec![Code::word(format!("{}::{}.into()", of.name, variant.name))]))
            }
            (Kind::String(_), Json::String(text)) => Some(("Some", vec![Code::word(format!("{text:?}.into()"))])),
            (Kind::Json(_), Json::Object(members)) if members.is_empty() => None,
            (Kind::Json(_), _) => Some(("Some", vec![json::expression(value)])),
            (Kind::List(_), Json::Array(items)) => {
                let ids: BTreeSet<&str> = items.iter().filter_map(Json::as_str).collect();
                let id = |id: &Json| Some(Code::word(format!("{:?}.into()", id.as_str()?)));
                let list = items.iter().map(id).collect::<Option<_>>()?;
                (ids.len() == items.len() && !ids.is_empty()).then(|| ("Vec::from", vec![Code::List("", list)]))
            }
            _ => None,
        }
    }

    pub(super) fn names_json(&self) -> bool {
        std::iter::once(&self.new).chain(&self.statements).any(|code| code.names("json"))
    }

    /// The function that returns it.
    pub(super) fn function(&self, name: &str) -> String {
        let pad = " ".repeat(INDENT);
        let body = if self.statements.is_empty() {
            format!("{pad}{}\n", self.new.layout(INDENT, INDENT, 0))
        } else {
            let new = assignment("let mut resource", &self.new, ";");
            let statement = |code: &Code| format!("{pad}{};\n", code.layout(INDENT, INDENT, 1));
            let statements: String = self.statements.iter().map(statement).collect();
            format!("{new}{statements}{pad}resource\n")
        };
        let function = code::function(&format!("fn {name}()"), "CfnResource", &body);
        format!("/// The resource `{}`.\n{function}", self.value.logical_id)
    }
}
