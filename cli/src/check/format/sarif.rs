//! SARIF 2.1.0, which code scanning reads.
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>

use super::json::severity;
use crate::Streams;
use crate::check::{Checked, Diagnostic, Outcome};
use cognito_cfn::{Json, json};
use cognito_cfn_schema::diagnostic::address;
use cognito_cfn_schema::rules::{self, Rule};
use cognito_cfn_schema::{Severity, Span};
use std::collections::BTreeSet;
use std::io;
use std::path::Path;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The rule of findings without a code: a name that does not exist, a cycle.
const TEMPLATE: &str = "template";

pub(super) fn write(outcome: &Outcome, streams: &mut Streams<'_>) -> io::Result<()> {
    let codes: BTreeSet<&str> = outcome.diagnostics().map(|(_, found)| found.code.unwrap_or(TEMPLATE)).collect();
    let results = outcome.diagnostics().map(|(file, found)| result(file, found, &codes));
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "cognito-cfn",
                "version": env!("CARGO_PKG_VERSION"),
                "informationUri": "https://docs.rs/cognito-cfn",
                "rules": codes.iter().map(|code| rule(code)).collect::<Vec<_>>(),
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": outcome.failures.is_empty(),
                "toolExecutionNotifications": notifications(outcome),
            }],
            "results": results.collect::<Vec<_>>(),
        }],
    });
    writeln!(streams.stdout, "{log:#}")
}

fn rule(code: &str) -> Json {
    let Some(known) = rules::find(code) else {
        return json!({
            "id": TEMPLATE,
            "shortDescription": { "text": "the template cannot be deployed as a whole" },
        });
    };
    let Rule { title, severity: of_rule, group, .. } = known;
    let tags: &[&str] = if *of_rule == Severity::Error { &[] } else { &[group.name()] };
    json!({
        "id": code,
        "shortDescription": { "text": title },
        "fullDescription": { "text": title },
        "helpUri": address(code),
        "defaultConfiguration": { "level": severity(*of_rule) },
        "properties": { "tags": tags },
    })
}

fn result(file: &Checked, found: &Diagnostic, codes: &BTreeSet<&str>) -> Json {
    let id = found.code.unwrap_or(TEMPLATE);
    let text = match found.help.as_str() {
        "" => found.message.clone(),
        help => format!("{}\nhelp: {help}", found.message),
    };
    let mut location = location(&file.input.path, found.span);
    if let (Some(location), Some(pointer)) = (location.as_object_mut(), &found.pointer) {
        let name = found.resource.as_deref().unwrap_or(pointer);
        location.insert("logicalLocations".into(), json!([{ "name": name, "fullyQualifiedName": pointer }]));
    }
    json!({
        "ruleId": id,
        "ruleIndex": codes.iter().position(|code| *code == id),
        "level": severity(found.severity),
        "message": { "text": text },
        "locations": [location],
    })
}

fn location(path: &str, span: Option<Span>) -> Json {
    let mut location = json!({ "artifactLocation": { "uri": uri(path) } });
    if let (Some(location), Some(span)) = (location.as_object_mut(), span) {
        let Span { line, column, end_line, end_column } = span;
        let region = json!({ "startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column });
        location.insert("region".into(), region);
    }
    json!({ "physicalLocation": location })
}

fn notifications(outcome: &Outcome) -> Vec<Json> {
    let failures = outcome.failures.iter().map(|failure| {
        json!({
            "level": "error",
            "message": { "text": format!("{}\nhelp: {}", failure.message, failure.help) },
            "locations": [location(&failure.path, failure.span)],
        })
    });
    let notes = outcome.notes.iter().map(|note| {
        json!({
            "level": "note",
            "message": { "text": note.message },
            "locations": [location(&note.path, None)],
        })
    });
    failures.chain(notes).collect()
}

/// The relative URI of a path. Code scanning wants it relative to the root of the repository, where the command runs.
fn uri(path: &str) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    let relative = Path::new(path).strip_prefix(&here).unwrap_or(Path::new(path));
    let relative = relative.to_string_lossy().replace('\\', "/");
    let relative = relative.trim_start_matches("./");
    let mut uri = String::new();
    for byte in relative.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri += &format!("%{byte:02X}"),
        }
    }
    if uri.starts_with('/') { format!("file://{uri}") } else { uri }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_a_relative_uri() {
        assert_eq!(uri("./a b/ü.yaml"), "a%20b/%C3%BC.yaml");
        let here = std::env::current_dir().expect("tests run in a folder");
        assert_eq!(uri(&here.join("x.yaml").to_string_lossy()), "x.yaml");
        assert_eq!(uri("/elsewhere/x.yaml"), "file:///elsewhere/x.yaml");
    }
}
