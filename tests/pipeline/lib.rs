//! The macro's own code as a library, made of its very files: for tests, with a host that is not known.

#[allow(dead_code, reason = "some of it is for the macro alone")]
#[path = "../../macros/src/pipeline.rs"]
mod pipeline;

use cognito_cfn_schema::{Finding, Severity};
use pipeline::diagnostics::Diagnostics;
use pipeline::host::Host;
use proc_macro2::TokenStream;

/// An error or a warning as the compiler shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Whether it is an error or a warning.
    pub severity: Severity,
    /// The code, if it has one.
    pub code: Option<&'static str>,
    /// All of its lines.
    pub text: String,
}

/// What is wrong with a declaration.
pub fn analyze(declaration: TokenStream) -> Vec<Diagnostic> {
    let analysis = pipeline::analyze(declaration);
    let diagnostics = analysis.diagnostics.iter().map(|diagnostic| Diagnostic {
        severity: diagnostic.severity,
        code: diagnostic.code,
        text: diagnostic.text.clone(),
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
