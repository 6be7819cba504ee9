//! Names of properties and of enum values, from the tables of the schema.

use super::Subject;
use cognito_cfn_schema::{Enumeration, Kind, Property, attributes, blocks, client, intrinsics, return_values};

/// What a name means in a message.
pub(super) struct Names<'n> {
    /// The enumerations of the properties that the message is about.
    enumerations: Vec<&'static Enumeration>,
    path: &'n str,
    /// Whether the message is a rule's. Others quote names of the template, which may be those of enum values.
    is_of_rule: bool,
    /// Whether the message is about functions, so that `Sub` is one.
    is_about_functions: bool,
}

impl<'n> Names<'n> {
    /// The names of a message about that, with its whole text.
    pub(super) fn new(subject: &Subject<'n>, text: &str) -> Self {
        let words = text.split('`').skip(1).step_by(2);
        let mentioned =
            words.flat_map(|word| word.split(|character: char| character != '_' && !character.is_alphanumeric()));
        let about = subject.path.split(['.', '[']).chain(mentioned);
        Self {
            enumerations: about.filter_map(find).filter_map(|row| row.kind.enumeration()).collect(),
            path: subject.path,
            is_of_rule: subject.code.is_some(),
            is_about_functions: subject.code.is_some_and(|code| code.starts_with("FN")),
        }
    }

    /// The string of an enum value.
    pub(super) fn variant(&self, name: &str) -> Option<&'static str> {
        let is_function = intrinsics::find(name).is_some() || return_values::check(name).is_ok();
        if !self.is_of_rule || (is_function && self.is_about_functions) {
            return None;
        }
        let in_context = self.enumerations.iter().find_map(|of| of.by_name(name));
        let elsewhere = || all().filter_map(|row| row.kind.enumeration()).find_map(|of| of.by_name(name));
        in_context.or_else(|| if is_function { None } else { elsewhere() }).map(|variant| variant.value)
    }

    /// The string of a value of that property.
    pub(super) fn value_of(&self, property: Option<&Property>, name: &str) -> Option<&'static str> {
        let own = property.and_then(|property| property.kind.enumeration()).and_then(|of| of.by_name(name));
        own.map(|variant| variant.value).or_else(|| self.variant(name))
    }

    /// What is common to the strings of the values that begin with that: `ALLOW_` for `Allow`.
    pub(super) fn prefix(&self, start: &str) -> Option<String> {
        let variants = all().filter_map(|row| row.kind.enumeration()).flat_map(|of| of.variants.iter().copied());
        let mut values = variants.filter(|variant| variant.name.starts_with(start)).map(|variant| variant.value);
        let first = values.next()?;
        let common = values.fold(first, |common, value| {
            let length = common.bytes().zip(value.bytes()).take_while(|(one, other)| one == other).count();
            common.get(..length).unwrap_or_default()
        });
        (!common.is_empty()).then(|| common.to_owned())
    }

    /// The property whose values an enumeration has, by its name.
    pub(super) fn property_of(&self, enumeration: &str) -> Option<&'static str> {
        let has = |row: &&'static Property| row.kind.enumeration().is_some_and(|of| of.name == enumeration);
        let of_path = self.path.split(['.', '[']).filter_map(find).find(has);
        of_path.or_else(|| all().find(has)).map(|row| row.cloudformation)
    }

    /// The member of `token_validity_units` with the unit of the token that the message is about.
    pub(super) fn unit_member(&self) -> Option<&'static Property> {
        let members = blocks::TokenValidityUnits.members.iter().copied();
        members.filter(|_| self.is_of_rule).find(|member| self.path.starts_with(member.name))
    }
}

/// The name of a property or attribute, of one or of a member after its block.
pub(super) fn property(name: &str) -> Option<String> {
    let parts: Option<Vec<&str>> = name.split('.').map(|part| find(part).map(|row| row.cloudformation)).collect();
    parts.map(|parts| parts.join("."))
}

/// The row of a name.
pub(super) fn find(name: &str) -> Option<&'static Property> {
    all().find(|row| row.name == name && !row.cloudformation.is_empty())
}

/// Whether it is a key of a declaration.
pub(super) fn is_key(name: &str) -> bool {
    find(name).is_some() || attributes::settings::ALL.iter().any(|setting| setting.name == name)
}

/// Every property, member and attribute.
fn all() -> impl Iterator<Item = &'static Property> {
    let members = client::ALL.iter().filter_map(|row| match row.kind {
        Kind::Block(block) => Some(block.members),
        _ => None,
    });
    let rows = client::ALL.iter().chain(members.flatten()).chain(attributes::ALL).chain(attributes::options::ALL);
    rows.copied()
}
