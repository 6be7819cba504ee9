//! A client of a template as a function that declares it.

use super::code::{Code, Field, INDENT, Statement, comments};
use super::value::{Reason, Values};
use super::{code, json};
use cognito_cfn::{CfnUserPoolClient, Finding, Json, Severity};
use cognito_cfn_schema::attributes::{self, options};
use cognito_cfn_schema::blocks::unit_of;
use cognito_cfn_schema::client::{self, token_validity_units};
use cognito_cfn_schema::enums::TimeUnit;
use cognito_cfn_schema::literals::{check_logical_id, shorten};
use cognito_cfn_schema::rules::{self, Group};
use cognito_cfn_schema::{Block, Kind, Property, RESOURCE_TYPE};
use std::collections::BTreeSet;

/// The member of a resource's metadata with settings of this crate.
const SETTINGS: &str = "cognito-cfn";

/// The attributes, in the order in which the documentation of the macro has them.
const ATTRIBUTES: &[&Property] = &[
    &attributes::depends_on,
    &attributes::condition,
    &attributes::deletion_policy,
    &attributes::update_replace_policy,
    &attributes::metadata,
    &attributes::description,
];

/// Whether it is a resource whose type is the app client's.
pub(super) fn is_client(resource: &Json) -> bool {
    resource.get("Type").is_some_and(|name| name == RESOURCE_TYPE)
}

/// A function that returns a client.
pub(super) struct Function {
    pub(super) name: String,
    pub(super) text: String,
    /// Whether it has a declaration.
    pub(super) declares: bool,
    /// Whether it names `json!`.
    pub(super) names_json: bool,
}

/// The function that returns the client, which the rules know as `judged`; `None` if no client can have that logical id.
pub(super) fn function(name: &str, logical_id: &str, resource: &Json, judged: &Json) -> Option<Function> {
    check_logical_id(logical_id).ok()?;
    let statements = declaration(logical_id, resource, judged);
    let declares = statements.is_ok();
    let (body, names_json) = match statements {
        Ok(statements) => (statements.text(), statements.after.iter().any(|statement| statement.code.names("json"))),
        Err(reasons) => from_json(logical_id, resource, &reasons),
    };
    let function = code::function(&format!("pub fn {name}()"), "CfnUserPoolClient", &body);
    let text = format!("/// The app client `{logical_id}`.\n{function}");
    Some(Function { name: name.to_owned(), text, declares, names_json })
}

/// A declaration, and the statements that add what it has no entry for.
#[derive(Default)]
struct Statements {
    entries: Vec<Field>,
    after: Vec<Statement>,
}

impl Statements {
    fn text(&self) -> String {
        let pad = " ".repeat(INDENT);
        let entries: String = self.entries.iter().map(|entry| entry.layout(INDENT * 2)).collect();
        let declaration = format!("user_pool_client! {{\n{entries}{pad}}}");
        if self.after.is_empty() {
            return format!("{pad}{declaration}\n");
        }
        let mut text = format!("{pad}let mut client = {declaration};\n");
        text.extend(self.after.iter().map(|statement| statement.layout(";")));
        text + &format!("{pad}client\n")
    }

    /// An entry, with the reasons why a part of it is raw JSON.
    fn entry(&mut self, property: &Property, (code, reasons): (Code, Vec<Reason>)) {
        let comments = reasons.into_iter().map(|reason| format!("Raw JSON: {reason}.")).collect();
        self.entries.push(Field { comments, ..Field::new(property.name, code) });
    }

    /// What a member of the resource is, over what the declaration makes of it.
    fn override_member(&mut self, name: &str, value: &Json, reason: Reason) -> Result<(), Vec<Reason>> {
        self.override_at(&[name], value, reason)
    }

    /// The same of a value within the resource.
    fn override_at(&mut self, names: &[&str], value: &Json, reason: Reason) -> Result<(), Vec<Reason>> {
        let escaped: Vec<_> = names.iter().map(|name| name.replace('\\', "\\\\").replace('.', "\\.")).collect();
        let path = escaped.join(".");
        let mut client = CfnUserPoolClient::default();
        let renders = client.add_override(&path, value.clone()).is_ok_and(|client| {
            let resource = client.to_json();
            names.iter().try_fold(&resource, |outer, name| outer.get(*name)) == Some(value)
        });
        if !renders {
            return Err(vec![reason]);
        }
        let value = match value {
            Json::String(text) => Code::string(text),
            other => json::expression(other),
        };
        let write = Code::call(".add_override", vec![Code::string(&path), value]);
        let expect = Code::call(".expect", vec![Code::string("the path is right")]);
        let code = Code::chain(Code::word("client"), vec![write, expect]);
        self.after.push(Statement { comments: vec![reason], ..Statement::call(code) });
        Ok(())
    }
}

/// The declaration; the reasons why there is none, if the macro refuses it or the language has no form for a part of it.
fn declaration(logical_id: &str, resource: &Json, judged: &Json) -> Result<Statements, Vec<Reason>> {
    let members = resource.as_object().ok_or_else(|| vec!["The resource is not an object.".to_owned()])?;
    let none = serde_json::Map::new();
    let properties = match resource.get("Properties") {
        None => &none,
        Some(Json::Object(properties)) => properties,
        Some(_) => return Err(vec!["`Properties` is not an object.".into()]),
    };
    if let Some(name) = properties.keys().find(|name| name.starts_with("Fn::")) {
        return Err(vec![format!("The macro has no form for `{}` in `Properties`.", shorten(name))]);
    }
    let client = CfnUserPoolClient::from_json(logical_id, judged).map_err(|error| vec![error.message()])?;
    let findings = client.validate();
    let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
    if !errors.is_empty() {
        return Err(errors.into_iter().flat_map(lines).collect());
    }
    let mut statements = Statements::default();
    statements.entries.push(Field::new(attributes::logical_id.name, Code::string(logical_id)));
    declare_properties(properties, &mut statements).map_err(|reason| vec![format!("{reason}.")])?;
    // What is only read: CloudFormation ignores it.
    for (name, value) in
        properties.iter().filter(|(name, _)| client::ALL.iter().all(|row| row.cloudformation != **name))
    {
        let reason = format!("The macro has no `{}`.", shorten(name));
        statements.override_at(&["Properties", name], value, reason)?;
    }
    for row in ATTRIBUTES {
        if let Some(value) = members.get(row.cloudformation) {
            declare_attribute(row, value, &mut statements)?;
        }
    }
    let allowed = allowed(resource);
    if !allowed.is_empty() {
        let codes = allowed.into_iter().map(Code::word).collect();
        statements.entries.push(Field::new(attributes::settings::allow.name, Code::List("", codes)));
    }
    let is_declared =
        |name: &str| ["Type", "Properties"].contains(&name) || ATTRIBUTES.iter().any(|row| row.cloudformation == name);
    for (name, value) in members.iter().filter(|(name, _)| !is_declared(name)) {
        set_option(name, value, &mut statements)?;
    }
    Ok(statements)
}

/// A finding as lines of a comment.
fn lines(finding: &Finding) -> [String; 2] {
    [format!("error[{}]: {}", finding.code, finding.message), format!("help: {}", finding.help)]
}

/// The entries of the properties, in the order of the schema.
fn declare_properties(properties: &serde_json::Map<String, Json>, statements: &mut Statements) -> Result<(), Reason> {
    let units = properties.get(token_validity_units.cloudformation);
    let mut placed = BTreeSet::new();
    for row in client::ALL.iter().copied() {
        let Some(value) = properties.get(row.cloudformation) else { continue };
        let measured = unit_of(row).and_then(|member| Some((member.name, measured(value, member, units?)?)));
        if let Some((member, code)) = measured {
            placed.insert(member);
            statements.entries.push(Field::new(row.name, code));
            continue;
        }
        match (row.kind, value) {
            // The units that are not with their numbers.
            (Kind::Block(block), Json::Object(members))
                if std::ptr::eq(row, &token_validity_units) && !placed.is_empty() =>
            {
                let is_left = |member: &&&Property| !placed.contains(member.name);
                let left: Vec<(&Property, &Json)> = (block.members.iter().filter(is_left))
                    .filter_map(|member| Some((*member, members.get(member.cloudformation)?)))
                    .collect();
                if !left.is_empty() {
                    let entry = Values::of_block(block, &left)?;
                    statements.entry(row, entry);
                }
            }
            _ => statements.entry(row, Values::of(row.kind, value)?),
        }
    }
    Ok(())
}

/// `Minutes(30)`, where number and unit are literals.
fn measured(number: &Json, member: &Property, units: &Json) -> Option<Code> {
    let Kind::Block(block) = token_validity_units.kind else { return None };
    let unit = TimeUnit.by_value(units.get(member.cloudformation)?.as_str()?)?;
    let is_plain = |block: &Block| {
        let is_known = |name: &String| block.members.iter().any(|member| member.cloudformation == name);
        units.as_object().is_some_and(|members| members.keys().all(is_known))
    };
    let number = number.as_i64().filter(|_| is_plain(block))?;
    Some(Code::call(unit.name, vec![Code::word(super::value::grouped(number))]))
}

/// The entry of an attribute, or an override if the macro would render another form.
fn declare_attribute(row: &Property, value: &Json, statements: &mut Statements) -> Result<(), Vec<Reason>> {
    let name = row.cloudformation;
    let is_empty =
        value.as_object().is_some_and(serde_json::Map::is_empty) || value.as_array().is_some_and(Vec::is_empty);
    if is_empty {
        return statements.override_member(name, value, format!("The template has an empty `{name}`."));
    }
    if std::ptr::eq(row, &attributes::depends_on) {
        let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
        let unique: BTreeSet<&str> = items.iter().filter_map(Json::as_str).collect();
        if unique.len() != items.len() || items.is_empty() {
            let what =
                if value.is_string() { "one logical id, not in a list" } else { "not a list of unique logical ids" };
            return statements.override_member(name, value, format!("In the template, `{name}` is {what}."));
        }
    }
    match Values::of(row.kind, value) {
        Ok(entry) => {
            statements.entry(row, entry);
            Ok(())
        }
        Err(reason) => statements.override_member(name, value, format!("`{name}`: {reason}.")),
    }
}

/// A member of the resource for which the macro has no entry.
fn set_option(name: &str, value: &Json, statements: &mut Statements) -> Result<(), Vec<Reason>> {
    let option = options::ALL.iter().find(|row| row.cloudformation == name);
    let is_empty = value.as_object().is_some_and(serde_json::Map::is_empty);
    let code = match (option.map(|row| row.kind), value) {
        (Some(Kind::String(_)), Json::String(text)) => Some(Code::word(format!("{text:?}.into()"))),
        (Some(Kind::Json(_)), _) if !is_empty => Some(json::expression(value)),
        _ => None,
    };
    match (option, code) {
        (Some(row), Some(code)) => {
            let some = Code::call("Some", vec![code]);
            statements.after.push(Statement::assign(format!("client.{}", row.name), some));
            Ok(())
        }
        (Some(_), None) if is_empty => {
            statements.override_member(name, value, format!("The template has an empty `{name}`."))
        }
        _ => statements.override_member(name, value, format!("The macro has no `{}`.", shorten(name))),
    }
}

/// What the metadata of the resource silences, as far as the macro knows it.
fn allowed(resource: &Json) -> Vec<&str> {
    let settings = resource.get(attributes::metadata.cloudformation).and_then(|metadata| metadata.get(SETTINGS));
    let codes = settings.and_then(|settings| settings.get(attributes::settings::allow.name));
    let codes = codes.and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
    let silences = |code: &&str| {
        let is_warning = |rule: &rules::Rule| rule.severity == Severity::Warning || rule.may_be_made_elsewhere;
        rules::find(code).is_some_and(is_warning) || Group::find(code).is_some()
    };
    codes.iter().filter_map(Json::as_str).filter(silences).collect()
}

/// The client from its JSON, with the reasons in comments.
fn from_json(logical_id: &str, resource: &Json, reasons: &[Reason]) -> (String, bool) {
    let pad = " ".repeat(INDENT);
    let json = json::expression(resource).referenced();
    let call = Code::call("CfnUserPoolClient::from_json", vec![Code::string(logical_id), json]);
    let reasons = comments(reasons, INDENT);
    let body = format!("{reasons}{pad}{}\n{pad}.expect(\"it is an app client\")\n", call.layout(INDENT, INDENT, 0));
    (body, call.names("json"))
}
