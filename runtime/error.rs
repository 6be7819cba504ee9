//! What cannot be done with a resource, a stack or an app.

use cognito_cfn_schema::Diagnostic;
use cognito_cfn_schema::Finding;
use std::fmt;
use std::panic::Location;
use std::path::PathBuf;

/// What cannot be done, with the resource it is about and the place in the Rust source where that resource was made.
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
}

/// The kinds of [`Error`].
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ErrorKind {
    /// CloudFormation, or the tree of scopes, does not accept the id.
    InvalidId {
        /// What was to have the id.
        what: &'static str,
        /// The id.
        id: String,
        /// What an id is.
        help: String,
    },
    /// Something of the stack has that id already.
    DuplicateId {
        /// What was to be added.
        what: &'static str,
        /// Its id.
        id: String,
        /// Where the one that has the id was made, if that is known.
        other: Option<&'static Location<'static>>,
        /// What differs between the two, where one line of the source made both.
        difference: Option<String>,
    },
    /// A resource of a stack has another logical id than it was added under.
    ChangedId {
        /// The logical id it was added under.
        added: String,
        /// The one it has now.
        now: String,
    },
    /// A path of an override that leads nowhere.
    InvalidOverridePath {
        /// The path.
        path: String,
        /// What is wrong with it.
        reason: &'static str,
    },
    /// The resource has no such return value.
    UnknownAttribute {
        /// The attribute.
        attribute: String,
        /// What it has.
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
    /// A dependency was to be replaced that there is not.
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
    /// A resource, parameter, condition or mapping is named that the stack does not have, by a resource, an output or a
    /// condition.
    UnknownReference {
        /// What is named: a `resource`, a `condition`, …
        what: &'static str,
        /// Its name.
        name: String,
        /// What can be done.
        help: String,
    },
    /// A stack, or a resource of another stack, is to be deployed first and is not there.
    UnknownDependency {
        /// What does not have it.
        within: String,
        /// What it does not have.
        name: String,
    },
    /// More than CloudFormation accepts.
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many there are.
        count: usize,
        /// How many there can be at most.
        max: usize,
    },
    /// Each of these depends on the next, and the last on the first.
    Cycle {
        /// What depends on each other: `resources`, `conditions` or `stacks`.
        what: &'static str,
        /// Their names.
        names: Vec<String>,
    },
    /// A finding of the rules that is an error.
    Finding(Finding),
    /// What the `cdk` command line passed cannot be read.
    Context {
        /// The environment variable or file.
        source: String,
        /// What is wrong with it.
        reason: String,
    },
    /// A file cannot be written.
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        reason: String,
    },
    /// All that is wrong, where it is more than one thing.
    Multiple(Vec<Error>),
}

impl Error {
    pub(crate) fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner { kind, resource: None, location: None }))
    }

    /// Of a resource that was made there.
    pub(crate) fn of(
        kind: ErrorKind,
        resource: impl Into<String>,
        location: Option<&'static Location<'static>>,
    ) -> Self {
        Self(Box::new(Inner { kind, resource: Some(resource.into()), location }))
    }

    /// Nothing, the one error, or all of them.
    pub(crate) fn all(mut errors: Vec<Self>) -> Result<(), Self> {
        match errors.len() {
            0 => Ok(()),
            1 => errors.pop().map_or(Ok(()), Err),
            _ => Err(Self::new(ErrorKind::Multiple(errors))),
        }
    }

    /// What it is.
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// What it is about: the path of a resource, the name of a stack, `output Id`.
    pub fn resource(&self) -> Option<&str> {
        self.0.resource.as_deref()
    }

    /// Where in the Rust source that resource was made.
    pub fn location(&self) -> Option<&'static Location<'static>> {
        self.0.location
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let ErrorKind::Multiple(errors) = self.kind() {
            for (index, error) in errors.iter().enumerate() {
                write!(f, "{}{error}", if index == 0 { "" } else { "\n\n" })?;
            }
            return Ok(());
        }
        let (message, help) = self.kind().describe();
        f.write_str(&message)?;
        if let Some(resource) = self.resource() {
            write!(f, "\n --> `{resource}`")?;
            if let Some(location) = self.location() {
                write!(f, " at {location}")?;
            }
        }
        if help.is_empty() { Ok(()) } else { write!(f, "\nhelp: {help}") }
    }
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
    /// What is wrong, and what can be done.
    fn describe(&self) -> (String, String) {
        match self {
            Self::InvalidId { what, id, help } => (format!("`{id}` cannot be the id of a {what}"), help.clone()),
            Self::DuplicateId { what, id, difference: Some(difference), .. } => (
                format!("the id `{id}` of this {what} is taken by another one that the same line made"),
                difference.clone(),
            ),
            Self::DuplicateId { what, id, other, .. } => (
                other.map_or_else(
                    || format!("the id `{id}` of this {what} is taken"),
                    |other| format!("the id `{id}` of this {what} is taken by the one at {other}"),
                ),
                "give one of the two another id".into(),
            ),
            Self::ChangedId { added, now } => (
                format!("the resource was added as `{added}`, and its logical id was changed to `{now}`"),
                format!("set `logical_id` back to `{added}`, or choose the id before `stack.add`"),
            ),
            Self::InvalidOverridePath { path, reason } => (
                format!("the override path `{path}` {reason}"),
                "a path is names and indexes, such as `Properties.CallbackURLs.0`".into(),
            ),
            Self::UnknownAttribute { attribute, help } => {
                (format!("there is no attribute `{attribute}`"), help.clone())
            }
            Self::UnsupportedPolicy { policy, resource_type } => (
                format!("`{resource_type}` does not support the policy `{policy}`"),
                "write `RemovalPolicy::Retain`, which keeps the resource itself".into(),
            ),
            Self::Invalid { message, help } => (message.clone(), help.clone()),
            Self::NoSuchDependency { target } => {
                (format!("it does not depend on `{target}`"), "add the dependency with `add_dependency`".into())
            }
            Self::WrongStack { of, to } => (
                format!("it was placed in the stack `{of}` and cannot be added to `{to}`"),
                format!("add it to `{of}`, or place it in a scope of `{to}`"),
            ),
            Self::UnknownReference { what, name, help } => (format!("the stack has no {what} `{name}`"), help.clone()),
            Self::UnknownDependency { within, name } => {
                (format!("{within} has no {name}"), "add it, or take the dependency away".into())
            }
            Self::TooMany { what, count, max } => (
                format!("there are {count} {what}, and a stack takes {max}"),
                "divide them among several stacks".into(),
            ),
            Self::Cycle { what, names } => {
                let cycle: Vec<_> = names.iter().chain(names.first()).map(|name| format!("`{name}`")).collect();
                (
                    format!("{what} depend on each other: {}", cycle.join(" -> ")),
                    "take one of these references or dependencies away".into(),
                )
            }
            Self::Finding(finding) => (finding.to_string(), String::new()),
            Self::Context { source, reason } => (
                format!("the context in `{source}` cannot be read: {reason}"),
                "it is an object of JSON, as `cdk` passes it".into(),
            ),
            Self::Write { path, reason } => (
                format!("`{}` cannot be written: {reason}", path.display()),
                "write to another path; an app takes its directory from `App::outdir` or `CDK_OUTDIR`".into(),
            ),
            Self::Multiple(errors) => (format!("{} errors", errors.len()), String::new()),
        }
    }
}
