//! The way of a declaration, in one direction: tokens are parsed, resolved, checked and expanded.

pub(crate) mod check;
pub(crate) mod diagnostics;
pub(crate) mod expand;
pub(crate) mod host;
pub(crate) mod marker;
pub(crate) mod model;
pub(crate) mod parse;
pub(crate) mod resolve;
pub(crate) mod text;

use diagnostics::Diagnostics;
use host::Host;
use model::Declaration;
use parse::Entries;
use proc_macro2::TokenStream;

/// A declaration, and all that is wrong with it.
pub(crate) struct Analysis {
    runtime: TokenStream,
    tree: Entries,
    pub(crate) declaration: Declaration,
    /// What is wrong with it, followed by what the rules find.
    pub(crate) diagnostics: Diagnostics,
}

/// Parses, resolves and checks. The tokens can be any at all; the path of the runtime crate may come first, in brackets.
pub(crate) fn analyze(input: TokenStream) -> Analysis {
    let (runtime, tree) = parse::parse(input);
    let mut diagnostics = Diagnostics::default();
    let declaration = resolve::declaration(&tree, &mut diagnostics);
    for (span, finding) in check::check(&declaration) {
        diagnostics.finding(span, &finding);
    }
    Analysis { runtime, tree, declaration, diagnostics }
}

/// Always a value of the right type, with the errors after it.
pub(crate) fn expand(analysis: &Analysis, host: Host) -> TokenStream {
    let Analysis { runtime, tree, declaration, diagnostics, .. } = analysis;
    expand::expand(runtime, tree, declaration, diagnostics, host)
}
