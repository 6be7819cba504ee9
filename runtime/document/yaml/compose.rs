//! The events of the parser as nodes, with what each alias stands for.

use super::super::fault::{Fault, Quoted};
use super::{MAX_DEPTH, problem};
use crate::by_name::ByName;
use libyaml_safer::{Encoding, Event, EventData, Mark, Parser, ScalarStyle};
use std::io::{BufRead, BufReader, Read};
use std::ops::Range;

/// A node of the document. What is in it follows it.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) content: Content,
    pub(super) tag: Option<Box<Tag>>,
    /// With its tag and its anchor.
    pub(super) start: usize,
    /// Behind its tag and its anchor.
    pub(super) value: usize,
    pub(super) end: usize,
    /// The number of nodes in it.
    pub(super) size: usize,
}

impl Node {
    #[inline]
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

#[derive(Debug)]
pub(super) enum Content {
    Scalar {
        text: String,
        is_plain: bool,
    },
    Sequence,
    Mapping,
    /// The index of the node that has the anchor.
    Alias(usize),
}

/// A tag, as it is resolved, and where it is.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    pub(super) range: Range<usize>,
}

/// The text as the parser takes it: in pieces, since it keeps four bytes for every character it was given, and with a
/// line break at its end, without which a block scalar makes it panic.
#[inline]
pub(super) fn input(text: &str) -> impl BufRead {
    let line_break: &[u8] = if text.ends_with('\n') { b"" } else { b"\n" };
    BufReader::with_capacity(4096, text.as_bytes().chain(line_break))
}

/// Why the nodes end early, and how far the text was read until then.
pub(super) struct Stop {
    pub(super) at: usize,
    pub(super) fault: Fault,
}

impl From<Fault> for Stop {
    #[inline]
    fn from(fault: Fault) -> Self {
        Self { at: fault.end(), fault }
    }
}

/// The nodes of the one document of a text.
#[inline]
pub(super) fn compose(text: &str) -> Result<Vec<Node>, Stop> {
    let mut parser = Parser::new();
    parser.set_encoding(Encoding::Utf8);
    parser.set_input(input(text));
    let mut composer = Composer { text, nodes: Vec::new(), open: Vec::new(), anchors: ByName::new(), end: 0 };
    let mut last_quoted = None;
    loop {
        let event = parser.parse().map_err(|error| Stop {
            at: error.problem_mark().map_or(text.len(), |mark| offset(text, mark)),
            fault: problem::fault(text, &error, last_quoted.as_ref(), composer.bracket()),
        })?;
        match &event.data {
            EventData::StreamEnd => {
                return Err(Fault::new(0..0, "empty text", "write a template in JSON or YAML").into());
            }
            EventData::DocumentEnd { .. } => {
                let end = offset(text, event.start_mark);
                let root = composer.nodes.first().map_or(0, |root| root.start);
                check_rest(text, root, end)?;
                return Ok(composer.nodes);
            }
            EventData::Scalar { style: ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted, .. } => {
                last_quoted = Some(composer.range(&event));
            }
            EventData::MappingEnd | EventData::SequenceEnd => {}
            _ => last_quoted = None,
        }
        composer.take(event)?;
    }
}

struct Composer<'t> {
    text: &'t str,
    nodes: Vec<Node>,
    /// The lists and mappings that are not closed yet.
    open: Vec<usize>,
    anchors: ByName<String, usize>,
    /// Where the last value ends.
    end: usize,
}

impl Composer<'_> {
    #[inline]
    fn take(&mut self, event: Event) -> Result<(), Fault> {
        let range = self.range(&event);
        match event.data {
            EventData::Alias { anchor } => {
                let target = self.target(&anchor, &range)?;
                self.push(None, range.clone(), None, Content::Alias(target));
                self.end = range.end;
            }
            EventData::Scalar { anchor, tag, value, style, .. } => {
                let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
                let end = if is_block { self.trimmed(&range) } else { range.end };
                let text = if is_block { self.without_added_break(value, &range) } else { value };
                let content = Content::Scalar { text, is_plain: style == ScalarStyle::Plain };
                self.push(anchor, range.start..end, tag, content);
                self.end = end;
            }
            EventData::SequenceStart { anchor, tag, .. } => self.open(anchor, range, tag, Content::Sequence)?,
            EventData::MappingStart { anchor, tag, .. } => self.open(anchor, range, tag, Content::Mapping)?,
            EventData::SequenceEnd => self.close(range.end, b'['),
            EventData::MappingEnd => self.close(range.end, b'{'),
            _ => {}
        }
        Ok(())
    }

    /// Where the innermost bracket is that is not closed yet.
    #[inline]
    fn bracket(&self) -> Option<usize> {
        let node = self.nodes.get(*self.open.last()?)?;
        matches!(self.text.as_bytes().get(node.value)?, b'[' | b'{').then_some(node.value)
    }

    #[inline]
    fn open(
        &mut self,
        anchor: Option<String>,
        range: Range<usize>,
        tag: Option<String>,
        content: Content,
    ) -> Result<(), Fault> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Fault::too_deep(range, MAX_DEPTH));
        }
        let index = self.push(anchor, range, tag, content);
        self.open.push(index);
        Ok(())
    }

    /// In blocks, the parser has the end where the next token is.
    #[inline]
    fn close(&mut self, end: usize, bracket: u8) {
        let count = self.nodes.len();
        let Some(index) = self.open.pop() else { return };
        let Some(node) = self.nodes.get_mut(index) else { return };
        if self.text.as_bytes().get(node.value) == Some(&bracket) {
            self.end = end;
        }
        node.end = self.end.max(node.value);
        node.size = count - index - 1;
    }

    #[inline]
    fn push(&mut self, anchor: Option<String>, range: Range<usize>, tag: Option<String>, content: Content) -> usize {
        let index = self.nodes.len();
        let (mut value, mut tag_range) = (range.start, range.clone());
        if anchor.is_some() || tag.is_some() {
            (value, tag_range) = self.properties(&range);
        }
        if let Some(anchor) = anchor {
            self.anchors.insert(anchor, index);
        }
        let tag = tag.map(|name| Box::new(Tag { name, range: tag_range }));
        self.nodes.push(Node { content, tag, start: range.start, value, end: range.end, size: 0 });
        index
    }

    /// Where the value begins behind an anchor and a tag, and where the tag is.
    #[inline]
    fn properties(&self, range: &Range<usize>) -> (usize, Range<usize>) {
        let mut rest = self.text.get(range.start..).unwrap_or_default();
        let mut tag = range.clone();
        let mut end = range.start;
        loop {
            let length = match rest.chars().next() {
                Some('#') => rest.find('\n').unwrap_or(rest.len()),
                Some('&' | '!') => {
                    rest.find(|next: char| next.is_whitespace() || ",]}".contains(next)).unwrap_or(rest.len())
                }
                Some(space) if space.is_whitespace() => space.len_utf8(),
                _ => break,
            };
            let at = self.text.len() - rest.len();
            if rest.starts_with(['&', '!']) {
                end = at + length;
            }
            if rest.starts_with('!') {
                tag = at..at + length;
            }
            rest = rest.get(length..).unwrap_or_default();
        }
        let value = self.text.len() - rest.len();
        // Of an empty value, what follows is another's.
        (if value < range.end { value } else { end.min(range.end) }, tag)
    }

    #[inline]
    fn target(&self, anchor: &str, range: &Range<usize>) -> Result<usize, Fault> {
        let Some(target) = self.anchors.get(anchor).copied() else {
            let message = format!("unknown anchor {}", Quoted(anchor));
            return Err(Fault::new(range.clone(), message, "define it before it is used, or quote the text"));
        };
        if self.open.contains(&target) {
            let message = format!("alias of {} within its own value", Quoted(anchor));
            return Err(Fault::new(range.clone(), message, "write the value without the alias"));
        }
        Ok(target)
    }

    #[inline]
    fn range(&self, event: &Event) -> Range<usize> {
        let start = offset(self.text, event.start_mark);
        start..offset(self.text, event.end_mark).max(start)
    }

    /// The end of a block scalar is behind the line breaks that follow it.
    #[inline]
    fn trimmed(&self, range: &Range<usize>) -> usize {
        let written = self.text.get(range.clone()).unwrap_or_default();
        range.start + written.trim_end().len()
    }

    /// A block scalar that ends with the text has no line break there, but for the parser it got one.
    #[inline]
    fn without_added_break(&self, mut value: String, range: &Range<usize>) -> String {
        let written = self.text.get(range.clone()).unwrap_or_default();
        let is_last = range.end == self.text.len() && !self.text.ends_with('\n');
        let last_line = written.rsplit('\n').next().unwrap_or_default();
        let header = written.lines().next().unwrap_or_default();
        // A last line of spaces counts if they are kept, or if they are deeper than the text.
        let is_kept = header.contains('+') || value.lines().next_back().is_some_and(|line| line.trim().is_empty());
        if is_last && value.ends_with('\n') && (is_kept || !last_line.trim().is_empty()) {
            value.pop();
        }
        value
    }
}

/// What follows the document must be nothing.
#[inline]
fn check_rest(text: &str, root: usize, end: usize) -> Result<(), Fault> {
    let mut rest = text.get(end..).unwrap_or_default();
    loop {
        rest = rest.trim_start_matches(|next: char| next.is_whitespace() || next == '\u{feff}');
        if let Some(comment) = rest.strip_prefix('#') {
            rest = comment.split_once('\n').map_or("", |(_, rest)| rest);
        } else if let Some(behind) = rest.strip_prefix("...") {
            rest = behind;
        } else {
            break;
        }
    }
    let at = text.len() - rest.len();
    if rest.is_empty() {
        return Ok(());
    }
    if rest.starts_with("---") || rest.starts_with('%') {
        return Err(Fault::new(at..at + 3, "second document in one text", "write one document in a file"));
    }
    Err(problem::after_the_end(text, root, at))
}

/// The offset of a mark of the parser, which counts bytes.
#[inline]
pub(super) fn offset(text: &str, mark: Mark) -> usize {
    usize::try_from(mark.index).unwrap_or(usize::MAX).min(text.len())
}
