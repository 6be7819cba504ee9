//! Which property an entry means.

use crate::report::Reports;
use crate::syntax::{Entry, Key, show};
use cognito_cfn_schema::rules::MI11;
use cognito_cfn_schema::suggest::{fold, listed, nearest};
use cognito_cfn_schema::{Block, Kind, Property, attributes, client};

/// What a name means at its place.
pub(crate) enum Meaning {
    /// That property, whose value is to be read.
    Property(&'static Property),
    /// Perhaps one of those properties, or none that is known. The value is not looked at, but what may be meant does not
    /// count as missing.
    Guess(Vec<&'static Property>),
}

/// The names of one place: the declaration itself, or a block.
#[derive(Clone, Copy)]
pub(crate) enum Scope {
    Client,
    Block(&'static Block),
}

impl Scope {
    pub(crate) fn properties(self) -> std::vec::IntoIter<&'static Property> {
        let (members, attributes, settings) = match self {
            Self::Client => (client::ALL, attributes::ALL, attributes::settings::ALL),
            Self::Block(block) => (block.members, &[][..], &[][..]),
        };
        [members, attributes, settings].concat().into_iter()
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
pub(crate) fn known(entry: &Entry, scope: Scope) -> Option<&'static Property> {
    let written = written(&entry.key);
    scope.properties().find(|property| property.name == written)
}

/// A name without the marker that rust-analyzer puts at the cursor: what the user has typed of it so far.
pub(crate) fn without_marker(name: &str) -> String {
    name.replace("raCompletionMarker", "")
}

fn written(key: &Key) -> String {
    without_marker(&key.text().unwrap_or_else(|| show(key)))
}

/// What the entry means, with a report where its name is not the right one.
pub(crate) fn resolve(entry: &Entry, scope: Scope, reports: &mut Reports) -> Meaning {
    let key = &entry.key;
    let written = written(key);
    if let Some(property) = known(entry, scope) {
        if let Key::Literal(literal) = key {
            reports.error(literal.span(), "a name stands without quotes", format!("write `{written}: …`"));
        }
        return Meaning::Property(property);
    }
    let message = scope.unknown(&show(key));
    if let Some(property) = scope.properties().find(|property| fold(property.name) == fold(&written)) {
        let help = format!("{}write `{}`", origin(property, &written), property.name);
        reports.coded(key.span(), &MI11, message, help);
        return Meaning::Property(property);
    }
    let guesses = guess(scope, &written);
    let help = elsewhere(scope, &written).unwrap_or_else(|| match guesses.as_slice() {
        [] => choices(scope),
        guesses => {
            format!("did you mean {}?", listed(&guesses.iter().map(|property| property.name).collect::<Vec<_>>()))
        }
    });
    reports.coded(key.span(), &MI11, message, help);
    Meaning::Guess(guesses)
}

/// The properties that may be meant: the nearest one, or the few that what was written is a part of.
fn guess(scope: Scope, written: &str) -> Vec<&'static Property> {
    let nearest = nearest(written, scope.properties().map(|property| property.name));
    let mut guesses: Vec<&Property> = scope.properties().filter(|property| Some(property.name) == nearest).collect();
    let folded = fold(written);
    if guesses.is_empty() && folded.len() > 3 {
        guesses = scope.properties().filter(|property| fold(property.name).contains(&folded)).collect();
    }
    guesses
}

/// Whose spelling it is.
fn origin(property: &Property, written: &str) -> String {
    let whose = if property.cloudformation == written {
        "CloudFormation"
    } else if property.python == written {
        "the CDK for Python"
    } else if property.typescript == written {
        "the CDK for TypeScript"
    } else {
        return String::new();
    };
    format!("so {whose} spells it; ")
}

/// Where else the name would be right: in a block, outside of it, or as an attribute to read.
fn elsewhere(scope: Scope, written: &str) -> Option<String> {
    let folded = fold(written);
    let is_meant = |property: &&&'static Property| fold(property.name) == folded;
    if let "clientsecret" | "clientid" = folded.as_str() {
        let attribute = if folded == "clientid" { "ClientId" } else { "ClientSecret" };
        return Some(format!("Cognito makes it up; read it from the value with `client.get_att({attribute:?})`"));
    }
    match scope {
        Scope::Client => client::ALL.iter().find_map(|property| {
            let Kind::Block(block) = property.kind else { return None };
            let member = block.members.iter().find(is_meant)?;
            Some(format!("it belongs into a block: `{}: {{ {}: … }}`", property.name, member.name))
        }),
        Scope::Block(block) => {
            let outer = client::ALL.iter().chain(attributes::ALL).find(is_meant)?;
            let holder = holder(block)?;
            Some(format!("`{}` stands outside of `{}`", outer.name, holder.name))
        }
    }
}

/// What there is, where nothing is near.
fn choices(scope: Scope) -> String {
    match scope {
        Scope::Client => {
            let page = client::ALL.first().map_or("", |property| property.page);
            format!("the properties are on {page}")
        }
        Scope::Block(block) => {
            format!("write {}", listed(&block.members.iter().map(|member| member.name).collect::<Vec<_>>()))
        }
    }
}

/// The property whose value such a block is.
fn holder(block: &Block) -> Option<&'static Property> {
    client::ALL.iter().copied().find(|property| matches!(property.kind, Kind::Block(of) if of.name == block.name))
}
