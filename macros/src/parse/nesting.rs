//! How deep groups nest. rustc has the limit for what it expands; everything after it here may recurse.

use crate::pipeline::diagnostics::Diagnostics;
use proc_macro2::{Group, Span, TokenStream, TokenTree};

/// The default of `#![recursion_limit]`.
const MAX_DEPTH: usize = 128;

/// The tokens, without what nests too deep. The first group of that kind is an error.
pub(super) fn limit(tokens: TokenStream, problems: &mut Diagnostics) -> TokenStream {
    let Some(span) = too_deep(tokens.clone(), MAX_DEPTH) else { return tokens };
    problems.error(span, format!("more than {MAX_DEPTH} levels of nesting"), "move the value into a variable");
    cut(tokens, MAX_DEPTH)
}

/// The first group that nests deeper.
fn too_deep(tokens: TokenStream, depth: usize) -> Option<Span> {
    tokens.into_iter().find_map(|token| match (token, depth.checked_sub(1)) {
        (TokenTree::Group(group), Some(depth)) => too_deep(group.stream(), depth),
        (TokenTree::Group(group), None) => Some(group.span_open()),
        _ => None,
    })
}

fn cut(tokens: TokenStream, depth: usize) -> TokenStream {
    let tokens = tokens.into_iter().map(|token| match token {
        TokenTree::Group(group) => {
            let inner = depth.checked_sub(1).map(|depth| cut(group.stream(), depth)).unwrap_or_default();
            let mut shallow = Group::new(group.delimiter(), inner);
            shallow.set_span(group.span());
            shallow.into()
        }
        token => token,
    });
    tokens.collect()
}
