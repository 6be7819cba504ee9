//! Which property an entry means.

use super::literal::{LiteralValue, evaluate};
use crate::pipeline::diagnostics::Diagnostics;
use crate::pipeline::marker::without_marker;
use crate::pipeline::parse::Key;
use cognito_cfn_schema::rules::MI11;
use cognito_cfn_schema::suggest::{fold, listed, nearest};
use cognito_cfn_schema::{Block, Help, Kind, Property, attributes, client};

/// What a name means at its place.
pub(super) enum Meaning {
    /// That property, whose value is to be read.
    Property(&'static Property),
    /// Perhaps one of those properties, or none that is known. The value is not looked at, but what may be meant does not
    /// count as missing.
    Guess(Vec<&'static Property>),
}

/// The names of one place: the declaration itself, or a block.
#[derive(Clone, Copy)]
pub(crate) enum Container {
    Client,
    Block(&'static Block),
}

impl Container {
    pub(crate) fn properties(self) -> impl Iterator<Item = &'static Property> {
        let (members, attributes, settings) = match self {
            Self::Client => (client::ALL, attributes::ALL, attributes::settings::ALL),
            Self::Block(block) => (block.members, &[][..], &[][..]),
        };
        members.iter().chain(attributes).chain(settings).copied()
    }

    /// The module that has the names of the place, for editors.
    pub(crate) fn module(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Block(block) => block.module,
        }
    }

    fn unknown(self, written: &str) -> String {
        match self {
            Self::Client => format!("unknown property `{written}`"),
            Self::Block(block) => {
                let holder = holder(block).map_or(block.name, |property| property.name);
                format!("unknown member `{written}` of `{holder}`")
            }
        }
    }
}

/// The property of exactly that name.
pub(crate) fn known(key: &Key, container: Container) -> Option<&'static Property> {
    named(&written(key), container)
}

fn named(written: &str, container: Container) -> Option<&'static Property> {
    container.properties().find(|property| property.name == written)
}

/// The name, or the value of the literal; `None` where it is another literal.
pub(super) fn text(key: &Key) -> Option<String> {
    match key {
        Key::Name(name) => Some(name.to_string().trim_start_matches("r#").to_owned()),
        Key::Literal(literal) => match evaluate(literal, false) {
            LiteralValue::String(text) => Some(text),
            _ => None,
        },
    }
}

fn written(key: &Key) -> String {
    without_marker(&text(key).unwrap_or_else(|| key.show()))
}

/// What a key means, with an error where it is not the right one.
pub(super) fn resolve(key: &Key, container: Container, diagnostics: &mut Diagnostics) -> Meaning {
    let written = written(key);
    if let Some(property) = named(&written, container) {
        if let Key::Literal(literal) = key {
            diagnostics.error(literal.span(), "property name in quotes", Help::write(&written).with(" without quotes"));
        }
        return Meaning::Property(property);
    }
    let message = container.unknown(&key.show());
    let folded = fold(&written);
    let is_meant = |property: &&&Property| {
        fold(property.name) == folded || property.synonyms.iter().any(|synonym| fold(synonym) == folded)
    };
    if let Some(property) = container.properties().find(|property| is_meant(&property)) {
        let words = format!("{}use `{}`", origin(property, &written), property.name);
        let help = Help::write(property.name).in_words(words);
        diagnostics.rule_error(key.span(), Some(&MI11), message, help);
        return Meaning::Property(property);
    }
    let guesses = guess(container, &written);
    let help = elsewhere(container, &written).map(Help::from).unwrap_or_else(|| match guesses.as_slice() {
        [] => choices(container).into(),
        [Property { name, .. }] => {
            let noun = if matches!(container, Container::Client) { "property" } else { "member" };
            Help::write(*name).in_words(format!("a {noun} with a similar name exists: `{name}`"))
        }
        guesses => format!("use {}", listed(&guesses.iter().map(|property| property.name).collect::<Vec<_>>())).into(),
    });
    diagnostics.rule_error(key.span(), Some(&MI11), message, help);
    Meaning::Guess(guesses)
}

/// The properties that may be meant: the nearest one, or the few that what was written is a part of.
fn guess(container: Container, written: &str) -> Vec<&'static Property> {
    let nearest = nearest(written, container.properties().map(|property| property.name));
    let mut guesses: Vec<&Property> =
        container.properties().filter(|property| Some(property.name) == nearest).collect();
    let folded = fold(written);
    if guesses.is_empty() && folded.len() > 3 {
        guesses = container.properties().filter(|property| fold(property.name).contains(&folded)).collect();
    }
    guesses
}

/// Whose spelling it is.
fn origin(property: &Property, written: &str) -> String {
    let whose = if property.cloudformation == written {
        "CloudFormation"
    } else if property.python == written {
        "AWS CDK (Python)"
    } else if property.typescript == written {
        "AWS CDK (TypeScript)"
    } else {
        return String::new();
    };
    format!("`{written}` is the {whose} name; ")
}

/// Where else the name would be right: in a block, outside of it, or as an attribute to read.
fn elsewhere(container: Container, written: &str) -> Option<String> {
    let folded = fold(written);
    let is_meant = |property: &&&'static Property| fold(property.name) == folded;
    if let Some((_, help)) = client::ELSEWHERE.iter().find(|(name, _)| fold(name) == folded) {
        return Some((*help).to_owned());
    }
    match container {
        Container::Client => client::ALL.iter().find_map(|property| {
            let Kind::Block(block) = property.kind else { return None };
            let member = block.members.iter().find(is_meant)?;
            Some(format!("write it in a block: `{}: {{ {}: … }}`", property.name, member.name))
        }),
        Container::Block(block) => {
            let outer = client::ALL.iter().chain(attributes::ALL).find(is_meant)?;
            let holder = holder(block)?;
            Some(format!("move `{}` out of `{}`", outer.name, holder.name))
        }
    }
}

/// What there is, where nothing is near.
fn choices(container: Container) -> String {
    match container {
        Container::Client => {
            let page = client::ALL.first().map_or("", |property| property.page);
            format!("the properties are listed on {page}")
        }
        Container::Block(block) => {
            format!("use {}", listed(&block.members.iter().map(|member| member.name).collect::<Vec<_>>()))
        }
    }
}

/// The property whose value such a block is.
fn holder(block: &Block) -> Option<&'static Property> {
    client::ALL.iter().copied().find(|property| matches!(property.kind, Kind::Block(of) if of.name == block.name))
}
