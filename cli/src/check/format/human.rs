//! Findings as rustc shows them: what is wrong, an excerpt of the file, and what to write instead.

use crate::Streams;
use crate::check::{Checked, Diagnostic, Outcome};
use crate::excerpt::{Excerpt, Source};
use crate::input::Failure;
use crate::template_terms::Terms;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use cognito_cfn_schema::diagnostic::address;
use cognito_cfn_schema::suggest::counted;
use cognito_cfn_schema::{Severity, Span};
use std::io;

/// The narrowest excerpt.
const MIN_WIDTH: usize = 30;

pub(super) fn write(outcome: &Outcome, streams: &mut Streams<'_>) -> io::Result<()> {
    write_failures(&outcome.failures, streams)?;
    let renderer = Renderer::styled().term_width(streams.width);
    for file in outcome.files.iter().filter(|file| !file.diagnostics.is_empty()) {
        let source = Source::new(&file.input.text);
        for found in &file.diagnostics {
            let report = rendered(&renderer, file, found, &source, streams.width);
            writeln!(streams.stdout, "{report}\n")?;
        }
    }
    for note in &outcome.notes {
        writeln!(
            streams.stdout,
            "{}",
            renderer
                .render(&[Group::with_title(Level::NOTE.primary_title(format!("{}: {}", note.path, note.message)))])
        )?;
    }
    writeln!(streams.stdout, "{}", summary(outcome))
}

/// On stderr: what could not be read, and what else there is to say.
pub(super) fn write_unread(outcome: &Outcome, streams: &mut Streams<'_>) -> io::Result<()> {
    write_failures(&outcome.failures, streams)?;
    for note in &outcome.notes {
        writeln!(streams.stderr, "note: {}: {}", note.path, note.message)?;
    }
    Ok(())
}

/// On stderr: what could not be read.
pub(in crate::check) fn write_failures(failures: &[Failure], streams: &mut Streams<'_>) -> io::Result<()> {
    let renderer = Renderer::styled().term_width(streams.width);
    for failure in failures {
        writeln!(streams.stderr, "{}\n", unread(&renderer, failure, streams.width))?;
    }
    Ok(())
}

fn rendered(renderer: &Renderer, file: &Checked, found: &Diagnostic, source: &Source<'_>, width: usize) -> String {
    let level = match found.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let mut title = level.primary_title(&found.message);
    if let Some(code) = found.code {
        title = title.id(code);
    }
    let excerpt = found.span.and_then(|span| source.excerpt(span, room(width, span)));
    let mut group = placed(
        Group::with_title(title),
        &file.input.path,
        found.span,
        excerpt.as_ref(),
        label(found, excerpt.as_ref()),
    );
    if excerpt.is_none() {
        group = group.elements(subject(found).map(|subject| Level::NOTE.message(subject)));
    }
    if !found.help.is_empty() {
        group = group.element(Level::HELP.message(&found.help));
    }
    group = group.elements(found.code.map(|code| Level::NOTE.message(address(code))));
    render(renderer, group)
}

/// A group as one text. An excerpt that is cut cannot tell its column, so its place is an element of its own, and the line
/// that separates two files between them is not wanted.
fn render(renderer: &Renderer, group: Group<'_>) -> String {
    let rendered = renderer.render(&[group]);
    let is_separator = |line: &&str| anstream::adapter::strip_str(line).to_string().trim() == ":::";
    rendered.split_inclusive('\n').filter(|line| !is_separator(line)).collect()
}

/// The property and the resource.
fn subject(found: &Diagnostic) -> Option<String> {
    let resource = found.resource.as_ref()?;
    let property = if found.path.is_empty() { found.property() } else { Some(Terms::path(&found.path)) };
    Some(property.map_or_else(|| format!("in `{resource}`"), |property| format!("`{property}` of `{resource}`")))
}

/// The same beside an excerpt, unless that is the logical id itself.
fn label(found: &Diagnostic, excerpt: Option<&Excerpt>) -> Option<String> {
    let shown = excerpt.and_then(|excerpt| excerpt.line.get(excerpt.range.clone())).unwrap_or_default();
    let is_id = found.resource.as_deref() == Some(shown.trim_matches(['"', '\'']));
    subject(found).filter(|_| !is_id)
}

/// How many columns a line of the file may have beside its number.
fn room(width: usize, span: Span) -> usize {
    let number = span.line.to_string().len();
    width.saturating_sub(number + " | ".len()).max(MIN_WIDTH)
}

fn placed<'g>(
    group: Group<'g>,
    path: &'g str,
    span: Option<Span>,
    excerpt: Option<&'g Excerpt>,
    label: Option<String>,
) -> Group<'g> {
    let origin = Origin::path(path);
    let Some(span) = span else { return group.element(origin) };
    let group = group.element(origin.line(span.line).char_column(span.column));
    let Some(excerpt) = excerpt else { return group };
    let annotation = AnnotationKind::Primary.span(excerpt.range.clone()).label(label);
    group.element(Snippet::source(&excerpt.line).line_start(span.line).annotation(annotation))
}

fn unread(renderer: &Renderer, failure: &Failure, width: usize) -> String {
    let source = failure.text.as_deref().map(Source::new);
    let excerpt = source.zip(failure.span).and_then(|(source, span)| source.excerpt(span, room(width, span)));
    let title = Level::ERROR.primary_title(&failure.message);
    let mut group = placed(Group::with_title(title), &failure.path, failure.span, excerpt.as_ref(), None);
    if !failure.help.is_empty() {
        group = group.element(Level::HELP.message(&failure.help));
    }
    render(renderer, group)
}

/// The last line: what was checked, and how it went.
fn summary(outcome: &Outcome) -> String {
    let clients: usize = outcome.files.iter().map(|file| file.clients).sum();
    let files = outcome.files.iter().filter(|file| file.clients > 0).count();
    let unread = outcome.failures.len();
    let mut summary = format!(
        "{} in {}: {}, {}",
        counted(clients, "app client"),
        counted(files, "file"),
        counted(outcome.count(Severity::Error), "error"),
        counted(outcome.count(Severity::Warning), "warning"),
    );
    if unread > 0 {
        summary += &format!("; {} not read", counted(unread, "file"));
    }
    summary
}
