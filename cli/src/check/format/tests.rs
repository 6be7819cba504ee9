use super::*;
use crate::check::{Checked, Diagnostic};
use crate::input::{Input, Kind, Moves};
use cognito_cfn::{Document, Json, Severity, Span};

fn outcome(text: &str, found: &[(Span, &str, &str)]) -> Outcome {
    let document = Document::read("{}").expect("it is JSON");
    let diagnostics = found.iter().map(|(span, message, path)| Diagnostic {
        span: Some(*span),
        pointer: Some("/Resources/Web".into()),
        resource: Some("Web".into()),
        code: Some("OA01"),
        severity: Severity::Error,
        path: (*path).into(),
        message: (*message).into(),
        help: "keep only `client_credentials`, and declare another client for `code` or `implicit`".into(),
    });
    let input = Input {
        path: "template.yaml".into(),
        kind: Kind::Template,
        text: text.into(),
        document,
        template: Json::Null,
        moves: Moves::default(),
    };
    Outcome {
        files: vec![Checked { input, clients: 1, diagnostics: diagnostics.collect() }],
        failures: vec![],
        notes: vec![],
    }
}

#[test]
fn look() {
    let span = |line, column, end_column| Span { line, column, end_line: line, end_column };
    let text = "Resources:\n  Web:\n    Type: AWS::Cognito::UserPoolClient\n\t漢字: [\t漢字, 'client_credentials']\n";
    let wide =
        format!("{{{}\"漢字\": [\"client_credentials\"]{}}}", "\"a\": 1, ".repeat(100), ", \"b\": 2".repeat(100));
    for (text, found, width) in [
        (
            text,
            (
                span(4, 14, 34),
                "`client_credentials` cannot be combined with the other OAuth flows",
                "allowed_oauth_flows[0]",
            ),
            80,
        ),
        (text, (span(2, 3, 6), "sign-in errors reveal whether a user exists", ""), 80),
        (wide.as_str(), (span(1, 809, 829), "cut", "allowed_oauth_flows[0]"), 80),
        (wide.as_str(), (span(1, 809, 829), "cut", "allowed_oauth_flows[0]"), 40),
    ] {
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let mut streams = Streams::new(&mut stdout, &mut stderr, anstream::ColorChoice::Never);
        streams.width = width;
        write(Format::Human, &outcome(text, &[found]), &mut streams).expect("a vector takes everything");
        drop(streams);
        eprintln!("{}", String::from_utf8_lossy(&stdout));
    }
}
