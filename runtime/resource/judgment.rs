//! A client before the rules: as a value; and as JSON, if it was read or is a [`CfnResource`](super::CfnResource).

use super::overrides::Overridden;
use super::{CfnUserPoolClient, unfit, unit};
use crate::json::{Json, escape};
use crate::value::input::{Mismatch, UnknownMember, Walk, is_generated};
use crate::value::text::single;
use crate::value::{View, declaration};
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::rules::{self, LT01, MI11};
use cognito_cfn_schema::stack_context::StackContext;
use cognito_cfn_schema::suggest::nearest;
use cognito_cfn_schema::{
    AbstractValue, Finding, Kind, Node, Properties, Property, RESOURCE_TYPE, Severity, TemplateLocation, client,
    return_values,
};

/// What the rules are to know besides the JSON.
#[derive(Clone, Copy, Default)]
pub(crate) struct Judge<'c> {
    /// The other resources of the stack, for the rules that need them.
    pub(crate) context: Option<&'c StackContext<'c>>,
    /// A macro may add properties.
    pub(crate) is_partial: bool,
}

impl Judge<'_> {
    /// What the rules find in the JSON of a client, with the places within it.
    pub(crate) fn resource(self, resource: &Json) -> Vec<Finding> {
        let none = Json::Object(serde_json::Map::new());
        let properties = resource.get("Properties").unwrap_or(&none);
        arms(properties).into_iter().flat_map(|(place, arm)| self.properties(arm, &place)).collect()
    }

    /// What they find in properties that are at that place, and what the types of a `CfnUserPoolClient` keep out.
    pub(crate) fn properties(self, properties: &Json, place: &str) -> Vec<Finding> {
        let mut walk = Walk::default();
        let mut declaration = walk.properties(properties, client::ALL);
        declaration.is_partial |= self.is_partial;
        let mut findings = rules::check(&declaration);
        findings.extend(walk.mismatches.iter().map(wrong_kind));
        findings.extend(walk.unknown_members.iter().map(unknown_member));
        if let Some(context) = self.context {
            findings.extend(rules::check_in_stack(&declaration, context));
        }
        for finding in &mut findings {
            let tag = std::mem::take(&mut finding.tag);
            let pointer = if tag == 0 { String::new() } else { format!("{place}{}", walk.pointer(tag)) };
            finding.location = Some(TemplateLocation { pointer, span: None });
        }
        if !self.is_partial {
            findings.extend(unknown_properties(properties, &declaration, place));
        }
        findings
    }
}

/// The objects that the properties of a resource can be, with their places: `Fn::If` chooses among them.
pub(crate) fn arms(properties: &Json) -> Vec<(String, &Json)> {
    let mut found = Vec::new();
    collect_arms(properties, "/Properties".to_owned(), &mut found);
    found
}

fn collect_arms<'j>(properties: &'j Json, place: String, found: &mut Vec<(String, &'j Json)>) {
    if let Some(("Fn::If", Json::Array(arguments))) = single(properties)
        && let [_, then, otherwise] = arguments.as_slice()
    {
        collect_arms(then, format!("{place}/Fn::If/1"), found);
        collect_arms(otherwise, format!("{place}/Fn::If/2"), found);
    } else {
        let is_absent = single(properties).is_some_and(|(name, of)| name == "Ref" && of == "AWS::NoValue");
        found.push((place, if is_absent { &Json::Null } else { properties }));
    }
}

fn unknown_properties(properties: &Json, declaration: &Properties<'_>, place: &str) -> Vec<Finding> {
    let names = properties.as_object().filter(|members| members.len() > declaration.entries.len());
    let names = names.into_iter().flat_map(serde_json::Map::keys);
    let is_known = |name: &str| client::ALL.iter().any(|row| row.cloudformation == name);
    let unknown = names.filter(|name| !is_known(name) && !is_generated(name));
    unknown.map(|name| unknown_property(declaration, name).at_pointer(format!("{place}/{}", escape(name)))).collect()
}

fn unknown_property(declaration: &Properties<'_>, name: &str) -> Finding {
    let shown = shorten(name);
    if return_values::check(name).is_ok() {
        let help = format!("remove it, since CloudFormation ignores it; `Fn::GetAtt` reads `{shown}`");
        let mut finding = MI11.at(declaration, format!("`{shown}` is read-only"), help);
        finding.severity = Severity::Warning;
        return finding;
    }
    let near = nearest(name, client::ALL.iter().map(|row| row.cloudformation));
    let help = near.map(|near| format!("a property with a similar name exists: `{near}`"));
    let message = format!("unknown property `{shown}` of `{RESOURCE_TYPE}`");
    MI11.at(declaration, message, help.unwrap_or_else(|| "remove it".into()))
}

fn unknown_member(UnknownMember { position, row, block, name }: &UnknownMember<'_>) -> Finding {
    let near = nearest(name, block.members.iter().map(|row| row.cloudformation));
    let help = near.map(|near| format!("a member with a similar name exists: `{near}`"));
    let message = format!("unknown member `{}` of `{}`", shorten(name), row.cloudformation);
    MI11.at(*position, message, help.unwrap_or_else(|| "remove it".into()))
}

/// A value of the wrong kind.
fn wrong_kind(Mismatch { position, row, kind, what }: &Mismatch) -> Finding {
    let is_item = matches!(row.kind, Kind::List(_)) && !matches!(kind, Kind::List(_));
    let item = if is_item { "an item of " } else { "" };
    let message = format!("{item}`{}` must be {what}", row.cloudformation);
    let help = if matches!(kind, Kind::Boolean) { "`true` or `false`".to_owned() } else { kind.describe() };
    LT01.at(*position, message, format!("write {help}"))
}

impl CfnUserPoolClient {
    /// The findings of the rules in the value, without the warnings that `allow` silences.
    ///
    /// The macro applies the same rules, so a declaration without Rust expressions that compiles has no errors here. The
    /// results of functions and the values of overrides are not known and are treated as valid.
    /// [`Stack::check`](crate::Stack::check) also resolves the names in functions, in `depends_on` and in `condition`.
    pub fn validate(&self) -> Vec<Finding> {
        if self.state.source.is_some() {
            let mut findings = Judge::default().resource(&self.to_json());
            findings.extend(unit::misplaced(self));
            findings.retain(|finding| !self.allows(finding));
            return findings;
        }
        let properties = self.properties();
        let unfit = unfit::findings(&properties, |property| self.is_overridden(property));
        let mut findings =
            self.declaration(properties).map(|declaration| rules::check(&declaration)).unwrap_or_default();
        findings.extend(unfit);
        if !self.is_overridden(&client::token_validity_units) {
            findings.extend(unit::misplaced(self));
        }
        findings.retain(|finding| !self.allows(finding));
        findings
    }

    /// Whether the property is overridden, so that its field has no effect.
    fn is_overridden(&self, property: &Property) -> bool {
        match self.state.overrides.within("Properties") {
            Overridden::Nothing => false,
            Overridden::Everything | Overridden::Deletion => true,
            Overridden::Members(overrides) => overrides.names().any(|name| name == property.cloudformation),
        }
    }

    /// The findings of the rules that need the stack, without the warnings that `allow` silences.
    pub(super) fn judge_in_stack(&self, context: &StackContext<'_>) -> Vec<Finding> {
        let Some(declaration) = self.declaration(self.properties()) else { return Vec::new() };
        let mut findings = rules::check_in_stack(&declaration, context);
        findings.retain(|finding| !self.allows(finding));
        findings
    }

    /// Its properties as input of the rules; `None` if they were replaced as a whole.
    fn declaration<'s>(&self, properties: Vec<(&'static Property, Option<View<'s>>)>) -> Option<Properties<'s>> {
        let mut declaration = declaration(properties);
        match self.state.overrides.within("Properties") {
            Overridden::Nothing => {}
            Overridden::Everything => return None,
            Overridden::Deletion => declaration.entries.clear(),
            Overridden::Members(overrides) => {
                for name in overrides.names() {
                    let Some(property) = client::ALL.iter().find(|property| property.cloudformation == name) else {
                        continue;
                    };
                    declaration.entries.retain(|(known, _)| known.name != property.name);
                    // What is required is missing where it is `null`.
                    let is_missing = overrides.deletes(name) || (property.required && overrides.nullifies(name));
                    if !is_missing {
                        declaration.entries.push((property, Node::new(0, AbstractValue::Unknown)));
                    }
                }
            }
        }
        Some(declaration)
    }

    /// Whether `allow` silences it.
    pub(crate) fn allows(&self, finding: &Finding) -> bool {
        rules::silences(self.allow.iter().map(String::as_str), finding)
    }
}
