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
    let renderer = if streams.is_colored { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(streams.width);
    for file in outcome.files.iter().filter(|file| !file.diagnostics.is_empty()) {
        let source = Source::new(&file.input.text);
        for found in &file.diagnostics {
            let report = rendered(&renderer, file, found, &source, streams.width);
            writeln!(streams.stdout, "{report}\n")?;
        }
    }
    for note in &outcome.notes {
        let title = Level::NOTE.primary_title(format!("{}: {}", note.path, note.message));
        writeln!(streams.stdout, "{}", renderer.render(&[Group::with_title(title)]))?;
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
    let room = found.span.map_or(width, |span| room(width, span));
    let excerpt = found.span.and_then(|span| source.excerpt(span, room));
    let subject = subject(found, excerpt.as_ref());
    // Beside the excerpt if it fits there.
    let is_label = |subject: &String| excerpt.as_ref().is_some_and(|excerpt| excerpt.width_with(subject) <= room);
    let (label, note) = if subject.as_ref().is_some_and(is_label) { (subject, None) } else { (None, subject) };
    let mut group = placed(Group::with_title(title), &file.input.path, found.span, excerpt.as_ref(), label);
    group = group.elements(note.map(|note| Level::NOTE.message(note)));
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

/// The property and the resource, without what the excerpt is about: a key, or the logical id itself.
fn subject(found: &Diagnostic, excerpt: Option<&Excerpt>) -> Option<String> {
    let resource = found.resource.as_ref()?;
    let shown = excerpt.and_then(|excerpt| excerpt.line.get(excerpt.range.clone())).unwrap_or_default();
    let shown = shown.trim_matches(['"', '\'']);
    let property = if found.path.is_empty() { found.property() } else { Some(Terms::path(&found.path)) };
    let property = property.filter(|property| property != shown);
    match property {
        _ if shown == resource => None,
        Some(property) => Some(format!("`{property}` of `{resource}`")),
        None => Some(format!("in `{resource}`")),
    }
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
    let title = Level::ERROR.primary_title(&*failure.message);
    let mut group = placed(Group::with_title(title), &failure.path, failure.span, excerpt.as_ref(), None);
    if !failure.help.is_empty() {
        group = group.element(Level::HELP.message(&*failure.help));
    }
    render(renderer, group)
}

/// The last line: what was checked, and how it went.
fn summary(outcome: &Outcome) -> String {
    let clients: usize = outcome.files.iter().map(|file| file.clients).sum();
    let files = outcome.files.iter().filter(|file| file.clients > 0).count();
    let unread = outcome.failures.iter().filter(|failure| !failure.is_of_argument).count();
    let mut summary = format!(
        "{} in {}: {}, {}",
        counted(clients, "app client"),
        counted(files, "file"),
        counted(outcome.count(Severity::Error), "error"),
        counted(outcome.count(Severity::Warning), "warning"),
    );
    if outcome.denies_warnings && outcome.count(Severity::Warning) > 0 {
        summary += " (denied)";
    }
    if unread > 0 {
        summary += &format!("; {} not read", counted(unread, "file"));
    }
    summary
}
