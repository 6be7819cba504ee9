//! A resource other than a client as a function that returns it.

use super::code::{Code, INDENT, Statement};
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
    statements: Vec<Statement>,
    /// The enumerations of its policies.
    pub(super) enumerations: BTreeSet<&'static str>,
}

impl Resource {
    /// The resource; `None` if the program would render something else.
    pub(super) fn new(id: &str, json: &Json) -> Option<Self> {
        check_logical_id(id).ok()?;
        Self::declared(id, json).or_else(|| Self::from_json(id, json))
    }

    /// A resource that is read from its JSON.
    fn from_json(id: &str, json: &Json) -> Option<Self> {
        let value = CfnResource::from_json(id, json).ok()?;
        let read = Code::call("CfnResource::from_json", vec![Code::string(id), json::expression(json).referenced()]);
        let expect = Code::call(".expect", vec![Code::string("it is a resource")]);
        let new = Code::chain(read, vec![expect]);
        (value.to_json() == *json).then(|| Self { value, new, statements: Vec::new(), enumerations: BTreeSet::new() })
    }

    /// A resource whose members are set one by one.
    fn declared(id: &str, json: &Json) -> Option<Self> {
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
                Statement::assign(format!("resource.{}", row.name), Code::call(constructor, arguments))
            }
            None => {
                let write = Code::call(".add_override", vec![Code::string(&path), expression::expression(value)]);
                let expect = Code::call(".expect", vec![Code::string("the path is right")]);
                Statement::call(Code::chain(Code::word("resource"), vec![write, expect]))
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

    /// Whether an item of the crate is named in its function.
    pub(super) fn names(&self, item: &str) -> bool {
        let statements = self.statements.iter().map(|statement| &statement.code);
        std::iter::once(&self.new).chain(statements).any(|code| code.names(item))
    }

    /// The function that returns it.
    pub(super) fn function(&self, name: &str) -> String {
        let pad = " ".repeat(INDENT);
        let body = if self.statements.is_empty() {
            format!("{pad}{}\n", self.new.layout(INDENT, INDENT, 0))
        } else {
            let new = Statement::assign("let mut resource".into(), self.new.clone()).layout(";");
            let statements: String = self.statements.iter().map(|statement| statement.layout(";")).collect();
            format!("{new}{statements}{pad}resource\n")
        };
        let function = code::function(&format!("fn {name}()"), "CfnResource", &body);
        format!("/// The resource `{}`.\n{function}", self.value.logical_id)
    }
}
