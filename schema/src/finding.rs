//! What a rule says of a declaration.

use crate::property::Property;
use std::fmt;

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// CloudFormation or Cognito refuses the declaration.
    Error,
    /// The declaration is accepted, but probably does not do what was meant.
    Warning,
}

/// Where in a declaration a finding stands: `callback_urls[2]`, `token_validity_units.access_token`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PropertyPath(String);

impl PropertyPath {
    /// The declaration as a whole.
    pub fn whole() -> Self {
        Self::default()
    }

    /// A property.
    pub fn of(property: &Property) -> Self {
        Self(property.name.to_owned())
    }

    /// An item of a list.
    pub fn item(property: &Property, index: usize) -> Self {
        Self(format!("{}[{index}]", property.name))
    }

    /// A member of a block.
    pub fn member(block: &Property, member: &Property) -> Self {
        Self(format!("{}.{}", block.name, member.name))
    }

    /// The place as it is written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PropertyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What is wrong, and what to type instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong, in one line.
    pub message: String,
    /// What to type instead.
    pub help: String,
}

/// One error, or one warning.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The code, as the catalogue has it: `OA01`.
    pub code: &'static str,
    /// Whether it is an error.
    pub severity: Severity,
    /// Where it stands.
    pub path: PropertyPath,
    /// What is wrong, in one line.
    pub message: String,
    /// What to type instead.
    pub help: String,
    /// The tag of the value it stands at, for whoever built the declaration.
    #[doc(hidden)]
    pub tag: usize,
}

/// What stands below the first line of a finding, in the compiler's messages as well: what to type, and where the code is
/// explained.
pub fn below(help: &str, code: Option<&str>) -> String {
    match code {
        Some(code) => format!("help: {help}\nnote: see {code} in docs/rules.md of cognito-cfn"),
        None => format!("help: {help}"),
    }
}

impl std::error::Error for Finding {}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{severity}[{}]", self.code)?;
        if self.path != PropertyPath::whole() {
            write!(f, " at `{}`", self.path)?;
        }
        write!(f, ": {}\n{}", self.message, below(&self.help, Some(self.code)))
    }
}
