//! The macro's own code as a library, made of its very files: for tests, with a host that is not known.

#[allow(dead_code, reason = "some of it is for the macro alone")]
#[path = "../../macros/src/pipeline.rs"]
mod pipeline;

use cognito_cfn_schema::{Finding, Severity};
use pipeline::diagnostics::Diagnostics;
use pipeline::host::Host;
use proc_macro2::{TokenStream, TokenTree};
use std::ops::Range;

/// An error or a warning as the compiler shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it is an error or a warning.
    pub severity: Severity,
    /// The code, if it has one.
    pub code: Option<&'static str>,
    /// All of its lines.
    pub text: String,
    /// The bytes of the source that it is about.
    pub range: Range<usize>,
    /// What its help offers in their place.
    pub replacement: Option<String>,
}

/// What is wrong with a declaration.
pub fn analyze(declaration: TokenStream) -> Vec<Diagnostic> {
    let analysis = pipeline::analyze(declaration);
    let diagnostics = analysis.diagnostics.iter().map(|diagnostic| Diagnostic {
        severity: diagnostic.severity,
        code: diagnostic.code,
        text: diagnostic.text.clone(),
        range: diagnostic.span.first.byte_range().start..diagnostic.span.last.byte_range().end,
        replacement: diagnostic.help.replacement().map(ToOwned::to_owned),
    });
    diagnostics.collect()
}

/// What the rules find in a declaration in which nothing else is wrong.
///
/// # Panics
///
/// If something else is wrong.
pub fn findings(declaration: TokenStream) -> Vec<Finding> {
    let (_, tree) = pipeline::parse::parse(declaration);
    let mut diagnostics = Diagnostics::default();
    let declaration = pipeline::resolve::declaration(&tree, &mut diagnostics);
    let texts: Vec<&str> = diagnostics.iter().map(|diagnostic| diagnostic.text.as_str()).collect();
    assert!(texts.is_empty(), "not of rules: {texts:#?}");
    pipeline::check::check(&declaration).into_iter().map(|(_, finding)| finding).collect()
}

/// The expansion, with the value for rustc and the copy for editors.
pub fn expand(declaration: TokenStream) -> TokenStream {
    pipeline::expand(&pipeline::analyze(declaration), Host::Unknown)
}

/// The value alone, without errors and warnings.
pub fn expand_value(declaration: TokenStream) -> TokenStream {
    let mut analysis = pipeline::analyze(declaration);
    analysis.diagnostics = Diagnostics::default();
    pipeline::expand(&analysis, Host::Compiler)
}

/// The bodies of the declarations in a program.
///
/// # Panics
///
/// If the program is not made of tokens.
pub fn declarations(program: &str) -> Vec<&str> {
    let mut bodies = Vec::new();
    visit(program.parse().expect("a program is made of tokens"), &mut bodies);
    bodies.into_iter().filter_map(|range| program.get(range)).collect()
}

fn visit(tokens: TokenStream, bodies: &mut Vec<Range<usize>>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        let name = at.checked_sub(2).and_then(|at| tokens.get(at));
        if matches!(name, Some(TokenTree::Ident(name)) if name == "user_pool_client") {
            bodies.push(group.span_open().byte_range().end..group.span_close().byte_range().start);
        } else {
            visit(group.stream(), bodies);
        }
    }
}
