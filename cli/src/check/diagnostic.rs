//! What the checks of the library find, in the terms of the template and with its place there.

use crate::input::{Failure, Input};
use crate::template_terms::{Subject, Terms};
use cognito_cfn::{Error, ErrorKind, Stack, Warning};
use cognito_cfn_schema::rules::{self, MI11};
use cognito_cfn_schema::{Severity, Span, TemplateLocation};

/// One error, or one warning, in a file.
#[derive(Clone, Debug)]
pub(crate) struct Diagnostic {
    /// Where it is in the text, if that is known.
    pub(crate) span: Option<Span>,
    /// The JSON pointer of the value in the document.
    pub(crate) pointer: Option<String>,
    /// The logical id of the resource.
    pub(crate) resource: Option<String>,
    /// The code of the rule, if it is one's.
    pub(crate) code: Option<&'static str>,
    /// The severity.
    pub(crate) severity: Severity,
    /// The path of the property in the language of this crate; empty for a resource as a whole.
    pub(crate) path: String,
    /// What is wrong, in one line.
    pub(crate) message: String,
    /// What to write instead; may be empty.
    pub(crate) help: String,
}

impl Diagnostic {
    /// The property or attribute of the resource that the pointer leads into, in CloudFormation's words.
    pub(crate) fn property(&self) -> Option<String> {
        match segments(self.pointer.as_deref()?).as_slice() {
            ["Resources", _, "Properties", name, ..] | ["Resources", _, name, ..] => Some((*name).to_owned()),
            _ => None,
        }
    }
}

/// Everything that is found in a file, in the order of the text, without what is allowed.
pub(super) fn find(input: &Input, allowed: &[String]) -> Result<Vec<Diagnostic>, Failure> {
    let stack = Stack::from_json("template", &input.template).map_err(|error| failure(input, &error))?;
    let report = stack.report();
    let terms = Terms::new(&input.template, &input.text);
    let mut diagnostics = Vec::new();
    for error in &report.errors {
        of_error(input, &terms, error, &mut diagnostics);
    }
    diagnostics.extend(report.warnings.iter().map(|warning| of_warning(input, &terms, warning)));
    diagnostics.retain(|found| !is_allowed(found, allowed));
    diagnostics.extend(input.document.warnings().iter().map(of_reading));
    diagnostics.sort_by(|one, other| order(one).cmp(&order(other)));
    diagnostics
        .dedup_by(|one, other| (&one.pointer, one.code, &one.message) == (&other.pointer, other.code, &other.message));
    Ok(diagnostics)
}

fn order(found: &Diagnostic) -> (Option<Span>, Severity, Option<&str>, Option<&'static str>) {
    (found.span, found.severity, found.pointer.as_deref(), found.code)
}

fn is_allowed(found: &Diagnostic, allowed: &[String]) -> bool {
    found.code.is_some_and(|code| rules::silences_code(allowed.iter().map(String::as_str), code, found.severity))
}

/// A document that is no template.
fn failure(input: &Input, error: &Error) -> Failure {
    let location = error.template_location();
    let span = location.and_then(|location| location.span.or_else(|| input.span(&location.pointer)));
    let failure = Failure::new(input.path.as_str(), error.message(), error.help());
    Failure { span, text: Some(input.text.as_str().into()), ..failure }
}

fn of_error(input: &Input, terms: &Terms<'_>, error: &Error, diagnostics: &mut Vec<Diagnostic>) {
    match error.kind() {
        ErrorKind::Multiple(errors) => {
            for error in errors {
                of_error(input, terms, error, diagnostics);
            }
        }
        ErrorKind::Finding(finding) => {
            let location = error.template_location().or(finding.location.as_ref());
            let found = Found {
                code: Some(finding.code),
                severity: finding.severity,
                path: finding.path.as_str(),
                message: &finding.message,
                help: &finding.help,
            };
            diagnostics.push(found.at(input, terms, location));
        }
        _ => {
            let (message, help) = (error.message(), error.help());
            let found = Found { code: None, severity: Severity::Error, path: "", message: &message, help: &help };
            diagnostics.push(found.at(input, terms, error.template_location()));
        }
    }
}

fn of_warning(input: &Input, terms: &Terms<'_>, warning: &Warning) -> Diagnostic {
    let found = Found {
        code: warning.code(),
        severity: Severity::Warning,
        path: warning.path().as_str(),
        message: warning.message(),
        help: warning.help(),
    };
    found.at(input, terms, warning.template_location())
}

/// A value that could be read differently: its place is one of the document already, and its words are YAML's.
fn of_reading(warning: &Warning) -> Diagnostic {
    let location = warning.template_location();
    Diagnostic {
        span: location.and_then(|location| location.span),
        pointer: location.map(|location| location.pointer.clone()),
        resource: location.and_then(|location| resource_in(&location.pointer)),
        code: warning.code(),
        severity: Severity::Warning,
        path: String::new(),
        message: warning.message().to_owned(),
        help: warning.help().to_owned(),
    }
}

/// What a rule or a check of the stack says, in the language of the crate.
struct Found<'f> {
    code: Option<&'static str>,
    severity: Severity,
    path: &'f str,
    message: &'f str,
    help: &'f str,
}

impl Found<'_> {
    /// Whether the name is wrong and not the value: of an unknown property or attribute, and of a resource as a whole.
    fn is_about_key(&self, pointer: &str) -> bool {
        match segments(pointer).as_slice() {
            ["Resources", _] | ["Resources", _, "Properties"] => true,
            [.., name] => {
                self.code == Some(MI11.code) || (self.code.is_none() && self.message.ends_with(&format!("`{name}`")))
            }
            [] => false,
        }
    }

    fn at(&self, input: &Input, terms: &Terms<'_>, location: Option<&TemplateLocation>) -> Diagnostic {
        let pointer = location.map(|location| location.pointer.as_str());
        let subject =
            Subject { code: self.code, path: self.path, value: pointer.and_then(|at| input.template.pointer(at)) };
        Diagnostic {
            span: pointer.and_then(|pointer| place(input, pointer, self.is_about_key(pointer))),
            pointer: pointer.map(|pointer| input.source(pointer)),
            resource: pointer.and_then(resource_in),
            code: self.code,
            severity: self.severity,
            path: self.path.to_owned(),
            message: terms.message(self.message, &subject),
            help: terms.help(self.help, self.message, &subject),
        }
    }
}

/// Where a finding about the value at that pointer is shown: at the value if it is on one line, beside its key, and at the
/// key otherwise.
fn place(input: &Input, pointer: &str, is_about_key: bool) -> Option<Span> {
    let source = input.source(pointer);
    let (span, key) = (input.document.span(&source), input.document.key_span(&source));
    let line = key.or(span).map(|span| span.line);
    let is_beside = span.is_some_and(|span| span.line == span.end_line && Some(span.line) == line);
    if is_beside && !is_about_key { span } else { key.or(span) }
}

/// The logical id in a pointer into a resource.
fn resource_in(pointer: &str) -> Option<String> {
    match segments(pointer).as_slice() {
        ["Resources", id, ..] => Some(id.replace("~1", "/").replace("~0", "~")),
        _ => None,
    }
}

fn segments(pointer: &str) -> Vec<&str> {
    pointer.split('/').skip(1).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_resource_is_in_the_pointer() {
        assert_eq!(resource_in("/Resources/Web/Properties/CallbackURLs/0").as_deref(), Some("Web"));
        assert_eq!(resource_in("/Outputs/Web").as_deref(), None);
        assert_eq!(resource_in("").as_deref(), None);
    }
}
