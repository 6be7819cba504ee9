//! YAML 1.1 as CloudFormation reads it, with the place of every value: events of the parser, then nodes, then JSON.

mod compose;
mod construct;
mod guard;
mod merge;
mod problem;
mod scalar;
mod tag;
mod tagged;

use super::Content;
use super::fault::Fault;

/// The levels of nesting that are read; the parser's time is quadratic in them.
const MAX_DEPTH: usize = 128;

#[inline]
pub(super) fn read(text: &str) -> Result<Content, Fault> {
    guard::check_characters(text)?;
    guard::check_directives(text)?;
    let nodes = guard::compose(text)?;
    construct::construct(text, &nodes)
}
