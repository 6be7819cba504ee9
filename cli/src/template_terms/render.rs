//! The notation of messages, written as JSON or YAML.

use super::names::{self, Names};
use super::notation::{Entry, Expression};
use cognito_cfn_schema::{Property, attributes, enums, intrinsics};

/// The language of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// JSON.
    Json,
    /// YAML.
    Yaml,
}

impl Syntax {
    /// The language of a text, as `Document::read` decides it.
    pub fn of(text: &str) -> Self {
        if text.trim_start().starts_with(['{', '[']) { Self::Json } else { Self::Yaml }
    }
}

/// What is not a value: a method of a stack. Each is a section or a member of a template.
const CALLS: &[(&str, &str)] = &[
    ("stack.add", "Resources"),
    ("stack.condition", "Conditions"),
    ("stack.mapping", "Mappings"),
    ("stack.parameter", "Parameters"),
    ("stack.transform", "Transform"),
    (".default", "Default"),
];

/// The same without arguments, and functions of the library.
const WORDS: &[(&str, &str, &str)] = &[
    ("Parameter::string", "Type: String", "\"Type\": \"String\""),
    ("Condition::equals", "Fn::Equals", "Fn::Equals"),
    ("client.reference", "!Ref", "Ref"),
];

pub(super) struct Renderer<'r> {
    pub(super) syntax: Syntax,
    pub(super) names: &'r Names<'r>,
}

impl Renderer<'_> {
    /// A word alone between backticks, unless it is the same in a template.
    pub(super) fn bare(&self, word: &str) -> Option<String> {
        if let Some(value) = self.names.variant(word) {
            return Some(value.to_owned());
        }
        // Other words may be values of the template.
        if word.contains('_') || names::find(word).is_some_and(|row| row.name == "feature") {
            return names::property(word);
        }
        if let Some((_, section)) = CALLS.iter().find(|(call, _)| *call == word) {
            return Some((*section).to_owned());
        }
        if let Some(start) = word.strip_suffix('…').filter(|start| !start.is_empty()) {
            return self.names.prefix(start).map(|prefix| format!("{prefix}…"));
        }
        self.names.property_of(word).map(str::to_owned).or_else(|| self.function_name(word))
    }

    /// `NoValue`, or the name of a function.
    fn function_name(&self, word: &str) -> Option<String> {
        let function = intrinsics::find(word).filter(|function| !function.cloudformation.is_empty())?;
        if function.name == "NoValue" {
            return self.call("NoValue", &[], None, true);
        }
        let tag = intrinsics::tag(function.cloudformation).filter(|_| self.syntax == Syntax::Yaml);
        Some(tag.map_or_else(|| function.cloudformation.to_owned(), |tag| format!("!{tag}")))
    }

    /// Something longer than a word, with its backticks.
    pub(super) fn whole(&self, expression: &Expression) -> Option<String> {
        let (number, note) = match expression {
            Expression::Call(unit, arguments) => (self.duration(unit, arguments), self.unit_note(unit)),
            Expression::Entry(entry) => match &entry.value {
                Expression::Call(unit, arguments) => {
                    let number = self.duration(unit, arguments);
                    (number.map(|number| self.member(&self.key(&entry.key), &number)), self.unit_note(unit))
                }
                _ => (None, None),
            },
            _ => (None, None),
        };
        if let Some(number) = number {
            return Some(format!("`{number}`{}", note.unwrap_or_default()));
        }
        let rendered = match expression {
            Expression::Entry(entry) => self.entry(entry),
            Expression::Call(name, arguments) => self.call(name, arguments, None, true)?,
            other => self.value(other, None),
        };
        Some(format!("`{rendered}`"))
    }

    /// The number of `Minutes(30)`.
    fn duration(&self, unit: &str, arguments: &[Expression]) -> Option<String> {
        let is_unit = enums::TimeUnit.by_name(unit).is_some();
        match arguments {
            [Expression::Word(number)] if is_unit => Some(number.clone()),
            _ => None,
        }
    }

    fn unit_note(&self, unit: &str) -> Option<String> {
        let variant = enums::TimeUnit.by_name(unit)?;
        let member = self.names.unit_member()?;
        let entry = self.member(member.cloudformation, &self.scalar(variant.value));
        let block = names::property("token_validity_units")?;
        Some(format!(" with `{entry}` in `{block}`"))
    }

    pub(super) fn entry(&self, entry: &Entry) -> String {
        if !entry.is_quoted && attributes::settings::ALL.iter().any(|setting| setting.name == entry.key) {
            return self.entry(&setting_in_metadata(entry));
        }
        let key = if entry.is_quoted { entry.key.clone() } else { self.key(&entry.key) };
        let property = if entry.is_quoted { None } else { names::find(&entry.key) };
        self.member(&key, &self.value(&entry.value, property))
    }

    fn key(&self, key: &str) -> String {
        names::property(key).unwrap_or_else(|| key.to_owned())
    }

    fn member(&self, key: &str, value: &str) -> String {
        match self.syntax {
            Syntax::Json => format!("{}: {value}", quoted(key)),
            Syntax::Yaml => format!("{key}: {value}"),
        }
    }

    /// A value of that property.
    pub(super) fn value(&self, value: &Expression, property: Option<&'static Property>) -> String {
        match value {
            Expression::Text(text) => self.scalar(text),
            Expression::Word(word) => self.word(word, property),
            Expression::Call(name, arguments) => {
                self.call(name, arguments, property, false).unwrap_or_else(|| format!("{name}(…)"))
            }
            Expression::List(items) => self.list(items, property),
            Expression::Block(entries) => self.block(entries),
            Expression::Entry(entry) => self.entry(entry),
        }
    }

    fn word(&self, word: &str, property: Option<&'static Property>) -> String {
        if word == "NoValue" {
            return self.call("NoValue", &[], None, false).unwrap_or_default();
        }
        match self.names.value_of(property, word) {
            Some(value) => self.scalar(value),
            // A code, a number, `true`, `…`.
            None if self.syntax == Syntax::Json && word.starts_with(|first: char| first.is_ascii_uppercase()) => {
                quoted(word)
            }
            None => word.to_owned(),
        }
    }

    fn list(&self, items: &[Expression], property: Option<&'static Property>) -> String {
        let items: Vec<String> = items.iter().map(|item| self.value(item, property)).collect();
        format!("[{}]", items.join(", "))
    }

    fn block(&self, entries: &[Entry]) -> String {
        if entries.is_empty() {
            return "{}".to_owned();
        }
        let entries: Vec<String> =
            entries.iter().map(|entry| if entry.key == "…" { "…".to_owned() } else { self.entry(entry) }).collect();
        format!("{{ {} }}", entries.join(", "))
    }

    /// A function. Alone between backticks it needs no braces in YAML.
    fn call(
        &self,
        name: &str,
        arguments: &[Expression],
        property: Option<&'static Property>,
        is_alone: bool,
    ) -> Option<String> {
        if let Some((_, yaml, json)) = WORDS.iter().find(|(call, ..)| *call == name) {
            return Some((if self.syntax == Syntax::Yaml { *yaml } else { *json }).to_owned());
        }
        if let Some((_, section)) = CALLS.iter().find(|(call, _)| *call == name) {
            return Some(self.section(section, arguments));
        }
        if let ("json!" | "Raw", [value]) = (name, arguments) {
            return Some(self.value(value, property));
        }
        let function = intrinsics::find(name)?;
        let key = function.cloudformation;
        let tag = intrinsics::tag(key).filter(|_| self.syntax == Syntax::Yaml);
        Some(match (tag, function.name, arguments) {
            (Some(tag), "NoValue", _) => format!("!{tag} AWS::NoValue"),
            (None, "NoValue", _) => format!("{{ {}: \"AWS::NoValue\" }}", quoted(key)),
            (Some(tag), "GetAtt", [Expression::Text(id), Expression::Text(attribute)]) => {
                format!("!{tag} {id}.{attribute}")
            }
            // A YAML node has one tag: a function right inside of another needs the long form of one.
            (Some(tag), _, [argument]) if !is_function(argument) => {
                format!("!{tag} {}", self.value(argument, property))
            }
            (Some(tag), _, [_, _, ..]) => format!("!{tag} {}", self.list(arguments, property)),
            (_, _, arguments) => {
                let value = match arguments {
                    [argument] => self.value(argument, property),
                    _ => self.list(arguments, property),
                };
                let member = self.member(key, &value);
                if is_alone && self.syntax == Syntax::Yaml { member } else { format!("{{ {member} }}") }
            }
        })
    }

    /// A section with the name and the value of what is missing in it.
    fn section(&self, section: &str, arguments: &[Expression]) -> String {
        let value = match arguments {
            [Expression::Text(name), rest @ ..] if !rest.is_empty() => format!("{{ {} }}", self.member(name, "…")),
            [Expression::Text(value)] => self.scalar(value),
            _ => "{ … }".to_owned(),
        };
        self.member(section, &value)
    }

    fn scalar(&self, text: &str) -> String {
        let is_plain = self.syntax == Syntax::Yaml && is_plain(text);
        if is_plain { text.to_owned() } else { quoted(text) }
    }
}

/// A setting of a declaration is one of the resource's metadata.
fn setting_in_metadata(setting: &Entry) -> Entry {
    let quoted = |key: &str, value| Entry { key: key.to_owned(), is_quoted: true, value };
    let setting = quoted(&setting.key, setting.value.clone());
    quoted("Metadata", Expression::Block(vec![quoted("cognito-cfn", Expression::Block(vec![setting]))]))
}

fn is_function(value: &Expression) -> bool {
    matches!(value, Expression::Call(..)) || matches!(value, Expression::Word(word) if word == "NoValue")
}

/// A string that every reader of YAML reads as one without quotes.
fn is_plain(text: &str) -> bool {
    const OTHER: &[&str] = &["y", "n", "yes", "no", "on", "off", "true", "false", "null"];
    let is_of_plain = |character: char| character.is_ascii_alphanumeric() || "_./-".contains(character);
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.strip_prefix("AWS::").unwrap_or(text).chars().all(is_of_plain)
        && !OTHER.contains(&text.to_lowercase().as_str())
}

fn quoted(text: &str) -> String {
    cognito_cfn::Json::from(text).to_string()
}
