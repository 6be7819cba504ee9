//! Tags: the short forms of functions, and the types of YAML.

use cognito_cfn_schema::conditions::CONDITION_FUNCTIONS;
use cognito_cfn_schema::intrinsics::{self, FUNCTIONS};
use cognito_cfn_schema::suggest::nearest;

/// What a tag means.
pub(super) enum Meaning {
    /// The short form of the function with that key.
    Function { key: &'static str, is_documented: bool },
    /// A type of YAML.
    Type(Type),
    /// Nothing that is known. The name is a similar one.
    Unknown { similar: Option<String> },
}

/// The types of YAML 1.1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    String,
    Boolean,
    Integer,
    Float,
    Null,
    List,
    Mapping,
    /// Bytes, which JSON does not have.
    Binary,
}

/// The start of the tags of YAML's own types, for which `!!` is short.
const YAML: &str = "tag:yaml.org,2002:";

/// The meaning of a resolved tag: `!Sub`, `tag:yaml.org,2002:str`.
#[inline]
pub(super) fn meaning(tag: &str) -> Meaning {
    if let Some(name) = tag.strip_prefix(YAML) {
        return match name {
            "str" | "timestamp" => Meaning::Type(Type::String),
            "bool" => Meaning::Type(Type::Boolean),
            "int" => Meaning::Type(Type::Integer),
            "float" => Meaning::Type(Type::Float),
            "null" => Meaning::Type(Type::Null),
            "seq" | "omap" | "pairs" => Meaning::Type(Type::List),
            "map" | "set" => Meaning::Type(Type::Mapping),
            "binary" => Meaning::Type(Type::Binary),
            _ => Meaning::Unknown { similar: None },
        };
    }
    let name = tag.strip_prefix('!').unwrap_or(tag);
    if let Some(key) = keys().find(|key| intrinsics::tag(key) == Some(name)) {
        return Meaning::Function { key, is_documented: true };
    }
    // CloudFormation's documentation has no short form of these. Templates that AWS publishes use some of them.
    if let Some(key) = keys().find(|key| key.strip_prefix("Fn::") == Some(name)) {
        return Meaning::Function { key, is_documented: false };
    }
    let similar = nearest(name, keys().filter_map(intrinsics::tag)).map(|name| format!("!{name}"));
    Meaning::Unknown { similar }
}

/// The keys of all functions.
#[inline]
fn keys() -> impl Iterator<Item = &'static str> {
    let values = FUNCTIONS.iter().map(|function| function.cloudformation);
    values.chain(CONDITION_FUNCTIONS.iter().map(|function| function.cloudformation))
}
