//! The error type of resources, stacks and apps.

use crate::by_name::ByName;
use cognito_cfn_schema::literals::{one_line, shorten, shorten_to};
use cognito_cfn_schema::suggest::MAX_LISTED;
use cognito_cfn_schema::{Diagnostic, Finding, TemplateLocation};
use std::fmt;
use std::panic::Location;
use std::path::PathBuf;

/// An error, with the resource it is about and the place in the Rust source where that resource was created.
///
/// ```
/// use cognito_cfn::{ErrorKind, user_pool_client};
///
/// let mut client = user_pool_client! { user_pool_id: Ref("UserPool") };
/// let error = client.override_logical_id("web-client").unwrap_err();
/// assert!(matches!(error.kind(), ErrorKind::InvalidId { .. }));
/// assert!(error.to_string().contains("help: write ASCII letters and digits, 1 to 255"));
/// assert_eq!(error.resource(), Some("UserPoolClient"));
/// assert!(error.location().is_some());
/// ```
#[derive(Clone, PartialEq)]
pub struct Error(Box<Inner>);

#[derive(Clone, PartialEq)]
struct Inner {
    kind: ErrorKind,
    resource: Option<String>,
    location: Option<&'static Location<'static>>,
    template_location: Option<TemplateLocation>,
}

/// The most characters of a path in a message: of a resource in its stack, of a value in a resource.
pub(crate) const MAX_PATH: usize = 200;

/// The kinds of [`Error`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// CloudFormation, or the construct tree, does not accept the id.
    InvalidId {
        /// The kind of thing with the id.
        what: &'static str,
        /// The id.
        id: String,
        /// What can be done.
        help: String,
    },
    /// The stack already has something with that id.
    DuplicateId {
        /// The kind of thing that was to be added.
        what: &'static str,
        /// Its id.
        id: String,
        /// Where the existing one was created, if that is known.
        other: Option<&'static Location<'static>>,
        /// What differs between the two, if one line of the source created both.
        difference: Option<String>,
    },
    /// The logical id of a resource changed after it was added.
    ChangedId {
        /// The logical id with which it was added.
        added: String,
        /// The current one.
        now: String,
    },
    /// The path of an override is not valid.
    InvalidOverridePath {
        /// The path.
        path: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The resource has no such return value.
    UnknownAttribute {
        /// The return value.
        attribute: String,
        /// What can be done.
        help: String,
    },
    /// Resources of this type cannot have such a policy.
    UnsupportedPolicy {
        /// The policy.
        policy: &'static str,
        /// The type of the resource.
        resource_type: String,
    },
    /// A condition, a loop or a resource that CloudFormation does not accept.
    Invalid {
        /// What is wrong.
        message: String,
        /// What can be done.
        help: String,
    },
    /// A dependency that was to be replaced does not exist.
    NoSuchDependency {
        /// What the resource does not depend on.
        target: String,
    },
    /// The resource was placed in a scope of another stack.
    WrongStack {
        /// The stack of its scope.
        of: String,
        /// The stack it was to be added to.
        to: String,
    },
    /// A resource, an output or a condition references a resource, parameter, condition or mapping that the stack does
    /// not have.
    UnknownReference {
        /// What is referenced: a `resource`, a `condition`, …
        what: &'static str,
        /// Its name.
        name: String,
        /// What can be done.
        help: String,
    },
    /// A dependency on a stack, or on a resource of another stack, that does not exist.
    UnknownDependency {
        /// Where it is missing.
        within: String,
        /// What is missing.
        name: String,
    },
    /// More than CloudFormation accepts.
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// The maximum.
        max: usize,
    },
    /// A dependency cycle: each of these depends on the next, and the last on the first.
    Cycle {
        /// The kind of the members: `resources`, `conditions` or `stacks`.
        what: &'static str,
        /// Their names.
        names: Vec<String>,
    },
    /// A finding of the rules that is an error.
    Finding(Box<Finding>),
    /// What the `cdk` command line passed cannot be read.
    Context {
        /// The environment variable or file.
        source: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A text is not JSON or YAML, or not a template.
    Read {
        /// What is wrong.
        message: String,
        /// What can be done.
        help: String,
    },
    /// A file cannot be written.
    Write {
        /// The file.
        path: PathBuf,
        /// The error of the operating system.
        reason: String,
    },
    /// Several errors.
    Multiple(Vec<Error>),
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner { kind, resource: None, location: None, template_location: None }))
    }

    /// Of a resource that was created there.
    pub(crate) fn of(
        kind: ErrorKind,
        resource: impl Into<String>,
        location: Option<&'static Location<'static>>,
    ) -> Self {
        Self(Box::new(Inner { kind, resource: Some(resource.into()), location, template_location: None }))
    }

    /// Nothing, the one error, or all of them.
    pub(crate) fn all(mut errors: Vec<Self>) -> Result<(), Self> {
        match errors.len() {
            0 => Ok(()),
            1 => errors.pop().map_or(Ok(()), Err),
            _ => Err(Self::new(ErrorKind::Multiple(errors))),
        }
    }

    /// The kind of error.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// What it is about: the path of a resource, the name of a stack, `output Id`.
    pub fn resource(&self) -> Option<&str> {
        self.0.resource.as_deref()
    }

    /// In a template that was read, at that place.
    pub(crate) fn in_template(mut self, location: TemplateLocation) -> Self {
        self.0.template_location = Some(location);
        self
    }

    /// Where it is in the template, if the stack was read from one.
    pub fn template_location(&self) -> Option<&TemplateLocation> {
        self.0.template_location.as_ref()
    }

    /// What is wrong, in one line, without the place and the help.
    pub fn message(&self) -> String {
        self.kind().describe().0
    }

    /// What can be done; empty if the kind says it.
    pub fn help(&self) -> String {
        self.kind().describe().1
    }

    /// Where in the Rust source that resource was created.
    pub fn location(&self) -> Option<&'static Location<'static>> {
        self.0.location
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (message, help) = match self.kind() {
            ErrorKind::Multiple(errors) => return list(errors, f),
            ErrorKind::Finding(finding) => (finding.to_string(), String::new()),
            kind => kind.describe(),
        };
        f.write_str(&message)?;
        if let Some(resource) = self.resource() {
            write!(f, "\n --> `{}`", shorten_to(MAX_PATH, resource))?;
            match (self.location(), self.template_location()) {
                (_, Some(location)) => write!(f, " at {location}")?,
                (Some(location), None) => write!(f, " at {location}")?,
                (None, None) => {}
            }
        }
        if help.is_empty() { Ok(()) } else { write!(f, "\nhelp: {help}") }
    }
}

/// The errors of several, but of each kind no more than can be read: messages that differ only in names are of a kind.
fn list(errors: &[Error], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut listed: ByName<String, usize> = ByName::new();
    let mut separator = "";
    for error in errors {
        let message = error.message();
        let count = listed.or_default(message.split('`').step_by(2).collect());
        *count += 1;
        if *count <= MAX_LISTED {
            write!(f, "{separator}{error}")?;
            separator = "\n\n";
        }
    }
    let more: usize = listed.values().map(|count| count.saturating_sub(MAX_LISTED)).sum();
    if more == 0 { Ok(()) } else { write!(f, "\n\n{more} more errors of these kinds") }
}

/// The same text: `main` prints this form of the error it returns.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}

impl From<Diagnostic> for Error {
    fn from(diagnostic: Diagnostic) -> Self {
        Self::new(ErrorKind::Invalid { message: diagnostic.message, help: diagnostic.help.to_string() })
    }
}

impl ErrorKind {
    /// What is wrong, and what can be done: a line each, whatever names are in them.
    fn describe(&self) -> (String, String) {
        let (message, help) = self.texts();
        (one_line(&message), one_line(&help))
    }

    fn texts(&self) -> (String, String) {
        match self {
            Self::InvalidId { what, id, help } => {
                (format!("`{}` is not a valid id of a {what}", shorten(id)), help.clone())
            }
            Self::DuplicateId { what, id, other, difference } => {
                let message = format!("duplicate id `{}` of a {what}", shorten(id));
                match (difference, other) {
                    (Some(difference), _) => (format!("{message}: the same line created both"), difference.clone()),
                    (None, Some(other)) => {
                        (format!("{message}: the first one is at {other}"), "change the id of one of them".into())
                    }
                    (None, None) => (message, "change the id of one of them".into()),
                }
            }
            Self::ChangedId { added, now } => (
                format!(
                    "the logical id `{}` was changed to `{}` after the resource was added",
                    shorten(added),
                    shorten(now)
                ),
                format!("set `logical_id` back to `{added}`, or set the id before `stack.add`"),
            ),
            Self::InvalidOverridePath { path, reason } => (
                format!("the override path `{}` {reason}", shorten_to(MAX_PATH, path)),
                "write names and indexes, such as `Properties.CallbackURLs.0`".into(),
            ),
            Self::UnknownAttribute { attribute, help } => {
                (format!("unknown return value `{}`", shorten(attribute)), help.clone())
            }
            Self::UnsupportedPolicy { policy, resource_type } => (
                format!("`{}` does not support the policy `{policy}`", shorten(resource_type)),
                "use `RemovalPolicy::Retain`, which keeps the resource itself".into(),
            ),
            Self::Invalid { message, help } | Self::Read { message, help } => (message.clone(), help.clone()),
            Self::NoSuchDependency { target } => (
                format!("the resource does not depend on `{}`", shorten(target)),
                "add the dependency with `add_dependency`".into(),
            ),
            Self::WrongStack { of, to } => (
                format!("a resource of the stack `{}` cannot be added to the stack `{}`", shorten(of), shorten(to)),
                format!("add it to `{}`, or place it in a scope of `{}`", shorten(of), shorten(to)),
            ),
            Self::UnknownReference { what, name, help } => {
                (format!("the stack has no {what} `{}`", shorten(name)), help.clone())
            }
            Self::UnknownDependency { within, name } => {
                (format!("{within} has no {name}"), "add it, or remove the dependency".into())
            }
            Self::TooMany { what, count, max } => {
                (format!("too many {what}: {count}; the maximum is {max}"), "split them into several stacks".into())
            }
            Self::Cycle { what, names } => {
                let cycle: Vec<_> =
                    names.iter().take(MAX_LISTED).chain(names.first()).map(|name| format!("`{name}`")).collect();
                let (first, rest) = cycle.split_at(cycle.len().saturating_sub(1));
                let more = match names.len().saturating_sub(MAX_LISTED) {
                    0 => String::new(),
                    more => format!("{more} more -> "),
                };
                (
                    format!("dependency cycle of {what}: {} -> {more}{}", first.join(" -> "), rest.concat()),
                    "remove one of these references or dependencies".into(),
                )
            }
            Self::Finding(finding) => (finding.message.clone(), finding.help.clone()),
            Self::Context { source, reason } => (
                format!("the context in `{}` cannot be read: {reason}", shorten_to(MAX_PATH, source)),
                "pass a JSON object, as `cdk` does".into(),
            ),
            Self::Write { path, reason } => (
                format!("`{}` cannot be written: {reason}", path.display()),
                "write to another path; an app takes its directory from `App::outdir` or `CDK_OUTDIR`".into(),
            ),
            Self::Multiple(errors) => (format!("{} errors", errors.len()), String::new()),
        }
    }
}

#[cfg(test)]
mod tests;
