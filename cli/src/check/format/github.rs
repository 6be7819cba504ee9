//! Annotations of GitHub Actions.
//! <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>

use super::json::severity;
use crate::Streams;
use crate::check::Outcome;
use cognito_cfn_schema::Span;
use cognito_cfn_schema::diagnostic::below;
use std::io;

pub(super) fn write(outcome: &Outcome, streams: &mut Streams<'_>) -> io::Result<()> {
    for (file, found) in outcome.diagnostics() {
        let title = match (found.code, &found.resource) {
            (Some(code), Some(resource)) => format!("{code} in {resource}"),
            (Some(code), None) => code.to_owned(),
            (None, Some(resource)) => resource.clone(),
            (None, None) => "template".to_owned(),
        };
        let text = format!("{}\n{}", found.message, below(&found.help, found.code));
        let line = annotation(severity(found.severity), &file.input.path, found.span, &title, &text);
        writeln!(streams.stdout, "{line}")?;
    }
    for failure in &outcome.failures {
        let text = format!("{}\nhelp: {}", failure.message, failure.help);
        writeln!(streams.stdout, "{}", annotation("error", &failure.path, failure.span, "cannot be read", &text))?;
    }
    for note in &outcome.notes {
        writeln!(streams.stdout, "{}", annotation("notice", &note.path, None, "cognito-cfn", &note.message))?;
    }
    Ok(())
}

fn annotation(command: &str, file: &str, span: Option<Span>, title: &str, text: &str) -> String {
    let place = span.map(|span| {
        let Span { line, column, end_line, end_column } = span;
        format!(",line={line},col={column},endLine={end_line},endColumn={end_column}")
    });
    let (file, title) = (escape_property(file), escape_property(title));
    format!("::{command} file={file}{},title={title}::{}", place.unwrap_or_default(), escape(text.trim_end()))
}

/// As the toolkit of GitHub escapes a message.
fn escape(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// As the toolkit of GitHub escapes a property.
fn escape_property(text: &str) -> String {
    escape(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_its_part() {
        let span = Span { line: 1, column: 2, end_line: 1, end_column: 5 };
        assert_eq!(
            annotation("error", "a,b:c%.yaml", Some(span), "OA01", "100 %\n::error::x"),
            "::error file=a%2Cb%3Ac%25.yaml,line=1,col=2,endLine=1,endColumn=5,title=OA01::100 %25%0A::error::x",
        );
    }
}
