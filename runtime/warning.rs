//! Warnings about a template.

use crate::error::MAX_PATH;
use cognito_cfn_schema::diagnostic::below;
use cognito_cfn_schema::literals::{one_line, shorten_to};
use cognito_cfn_schema::{Finding, PropertyPath, TemplateLocation};
use std::fmt;
use std::io::{IsTerminal, Write};
use std::panic::Location;

/// A warning about a template, with the resource it is about and the place in the Rust source where that was created.
///
/// ```
/// use cognito_cfn::{Stack, user_pool_client};
///
/// let mut stack = Stack::new("identity");
/// # #[allow(deprecated)]
/// stack.add(user_pool_client! { user_pool_id: "eu-west-1_Ab12Cd34e" })?;
/// let template = stack.synth()?;
/// let warning = &template.warnings()[0];
/// assert_eq!(warning.code(), Some("MI01"));
/// assert_eq!(warning.resource(), "identity/UserPoolClient");
/// assert!(warning.location().is_some());
/// # Ok::<(), cognito_cfn::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Warning {
    code: Option<&'static str>,
    path: PropertyPath,
    message: String,
    help: String,
    resource: String,
    location: Option<&'static Location<'static>>,
    template_location: Option<TemplateLocation>,
}

impl Warning {
    /// From a finding of a rule.
    pub(crate) fn of_finding(finding: &Finding) -> Self {
        let Finding { code, path, message, help, .. } = finding;
        // Its texts are lines already, but for what a check of templates puts into them.
        Self {
            code: Some(*code),
            path: path.clone(),
            message: one_line(message),
            help: one_line(help),
            resource: String::new(),
            location: None,
            template_location: finding.location.clone(),
        }
    }

    /// A warning without a code.
    pub(crate) fn new(message: String, help: String) -> Self {
        Self {
            code: None,
            path: PropertyPath::whole(),
            message: one_line(&message),
            help: one_line(&help),
            resource: String::new(),
            location: None,
            template_location: None,
        }
    }

    /// About something that was created there.
    pub(crate) fn about(self, resource: impl Into<String>, location: Option<&'static Location<'static>>) -> Self {
        Self { resource: resource.into(), location, ..self }
    }

    /// The code of the rule, such as `MI01`. Warnings about other resources have none.
    pub fn code(&self) -> Option<&'static str> {
        self.code
    }

    /// The property it is about; empty for a resource as a whole.
    pub fn path(&self) -> &PropertyPath {
        &self.path
    }

    /// What is wrong, in one line.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// What to type instead.
    pub fn help(&self) -> &str {
        &self.help
    }

    /// What it is about: the path of a resource, the name of a stack, `output Id`.
    pub fn resource(&self) -> &str {
        &self.resource
    }

    /// In a template that was read, at that place.
    pub(crate) fn in_template(self, location: TemplateLocation) -> Self {
        Self { template_location: Some(location), ..self }
    }

    /// Where it is in the template, if the stack was read from one.
    pub fn template_location(&self) -> Option<&TemplateLocation> {
        self.template_location.as_ref()
    }

    /// Where in the Rust source that was created.
    pub fn location(&self) -> Option<&'static Location<'static>> {
        self.location
    }

    /// Severity, code, property and message, the help and the address of the code, without the place.
    pub(crate) fn without_place(&self) -> String {
        format!("{}\n{}", self.first_line(PLAIN), below(&self.help, self.code))
    }

    fn first_line(&self, style: Style) -> String {
        let code = self.code.map(|code| format!("[{code}]")).unwrap_or_default();
        let path = if self.path == PropertyPath::whole() { String::new() } else { format!(" at `{}`", self.path) };
        let [severity, bold, end] = [style.severity, style.bold, style.end];
        format!("{severity}warning{code}{end}{bold}{path}: {}{end}", self.message)
    }

    fn rendered(&self, style: Style) -> String {
        let [place, note, end] = [style.place, style.bold, style.end];
        let resource = shorten_to(MAX_PATH, &self.resource);
        let at = match (self.location, &self.template_location) {
            (_, Some(location)) => format!("`{resource}` at {location}"),
            (Some(location), None) => format!("{location} (`{resource}`)"),
            (None, None) => format!("`{resource}`"),
        };
        let below = below(&self.help, self.code);
        let below = below.split('\n').map(|line| match line.split_once(": ") {
            Some((label, text)) => format!("{note}{label}{end}: {text}"),
            None => line.to_owned(),
        });
        let below: Vec<String> = below.collect();
        format!("{}\n {place}-->{end} {at}\n{}", self.first_line(style), below.join("\n"))
    }
}

/// As it is printed: severity, code, property, message, `--> file:line:column`, help.
impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.rendered(PLAIN))
    }
}

impl fmt::Debug for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The colors of rustc, for terminals.
#[derive(Clone, Copy)]
struct Style {
    severity: &'static str,
    place: &'static str,
    bold: &'static str,
    end: &'static str,
}

const PLAIN: Style = Style { severity: "", place: "", bold: "", end: "" };
const COLORED: Style = Style { severity: "\u{1b}[1;33m", place: "\u{1b}[1;34m", bold: "\u{1b}[1m", end: "\u{1b}[0m" };

/// Prints warnings to stderr: in color on a terminal, unless the environment variable `NO_COLOR` is set.
pub(crate) fn print(warnings: &[Warning]) {
    let mut stderr = std::io::stderr().lock();
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let style = if stderr.is_terminal() && !no_color { COLORED } else { PLAIN };
    for warning in warnings {
        // Who closed stderr wants no warnings.
        let _ = writeln!(stderr, "{}\n", warning.rendered(style));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_change_no_text() {
        let warning = Warning::new("message".into(), "type: this".into()).about("s/Client", None);
        let mut colored = warning.rendered(COLORED);
        assert_ne!(colored, warning.to_string());
        for code in [COLORED.severity, COLORED.place, COLORED.bold, COLORED.end] {
            colored = colored.replace(code, "");
        }
        assert_eq!(colored, warning.to_string());
    }
}
