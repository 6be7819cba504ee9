//! Errors and warnings on tokens, and the tokens by which rustc reports them.

use crate::pipeline::host::Host;
use cognito_cfn_schema::diagnostic::below;
use cognito_cfn_schema::literals::{one_line, shorten_to};
use cognito_cfn_schema::rules::Rule;
use cognito_cfn_schema::{Finding, Help, Severity};
use proc_macro2::{Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

/// The tokens of a diagnostic: from the first to the last.
#[derive(Clone, Copy)]
pub(crate) struct SpanRange {
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl SpanRange {
    /// The whole call, for what has no token of its own.
    pub(crate) fn call_site() -> Self {
        Self::from(Span::call_site())
    }
}

impl From<Span> for SpanRange {
    fn from(span: Span) -> Self {
        Self { first: span, last: span }
    }
}

/// The most characters of the first line of a message.
const MAX_LENGTH: usize = 79;

/// The name of a warning that is not of a rule: about a code in `allow`.
const UNKNOWN_RULE: &str = "unknown_rule";

/// Everything that is wrong with a declaration, in the order in which it was found.
#[derive(Clone, Default)]
pub(crate) struct Diagnostics(Vec<Diagnostic>);

/// An error or a warning.
#[derive(Clone)]
pub(crate) struct Diagnostic {
    pub(crate) span: SpanRange,
    pub(crate) severity: Severity,
    pub(crate) code: Option<&'static str>,
    /// All of its lines, as rustc shows them.
    pub(crate) text: String,
    /// What to type instead.
    #[allow(dead_code, reason = "for tests")]
    pub(crate) help: Help,
}

impl Diagnostics {
    /// An error, and what to type instead.
    pub(crate) fn error(&mut self, span: impl Into<SpanRange>, message: impl AsRef<str>, help: impl Into<Help>) {
        self.rule_error(span, None, message, help);
    }

    /// An error, which violates a rule if there is one for it.
    pub(crate) fn rule_error(
        &mut self,
        span: impl Into<SpanRange>,
        rule: Option<&'static Rule>,
        message: impl AsRef<str>,
        help: impl Into<Help>,
    ) {
        self.push(span.into(), Severity::Error, rule.map(|rule| rule.code), message.as_ref(), help.into());
    }

    /// A warning that is not of a rule.
    pub(crate) fn warning(&mut self, span: impl Into<SpanRange>, message: impl AsRef<str>, help: impl Into<Help>) {
        self.push(span.into(), Severity::Warning, None, message.as_ref(), help.into());
    }

    /// What a rule found.
    pub(crate) fn finding(&mut self, span: SpanRange, finding: &Finding) {
        let help = match &finding.replacement {
            Some(replacement) => Help::write(replacement.as_ref()).in_words(&finding.help),
            None => Help::from(finding.help.as_str()),
        };
        self.push(span, finding.severity, Some(finding.code), &finding.message, help);
    }

    /// What was found elsewhere.
    pub(crate) fn extend(&mut self, others: &Self) {
        self.0.extend_from_slice(&others.0);
    }

    fn push(&mut self, span: SpanRange, severity: Severity, code: Option<&'static str>, message: &str, help: Help) {
        // rustc adds the code of a warning itself.
        let code_shown = match (severity, code) {
            (Severity::Error, Some(code)) => format!(" [{code}]"),
            _ => String::new(),
        };
        // However long the names in it are, the first line fits into a terminal.
        let room = MAX_LENGTH - code_shown.len();
        let message = shorten_to(room, message);
        let text = format!("{message}{code_shown}\n{}", below(&one_line(help.as_str()), code));
        self.0.push(Diagnostic { span, severity, code, text, help });
    }

    #[allow(dead_code, reason = "for tests")]
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// A `compile_error!` per error, each on its own tokens.
    pub(crate) fn errors(&self, host: Host) -> TokenStream {
        self.of(Severity::Error).map(|error| error.compile_error(host)).collect()
    }

    /// A deprecated item per warning, each on its own tokens.
    pub(crate) fn warnings(&self) -> TokenStream {
        self.of(Severity::Warning).map(Diagnostic::deprecation).collect()
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter().filter(move |diagnostic| diagnostic.severity == severity)
    }
}

impl Diagnostic {
    /// `::core::compile_error! { "…" }`. rustc underlines from the span of the first token to that of the last one, an
    /// editor the name of the macro; anything else at the user's tokens, an editor would explain there, so `core` is not.
    fn compile_error(&self, host: Host) -> TokenStream {
        let ends = [self.span.first, self.span.last].map(|span| {
            let mut end = Punct::new(',', Spacing::Alone);
            end.set_span(span);
            end
        });
        let error = syn::Error::new_spanned(quote!(#(#ends)*), &self.text).to_compile_error();
        if host == Host::Compiler {
            return error;
        }
        let tokens = error.into_iter().map(|mut token| {
            if matches!(&token, TokenTree::Ident(name) if name == "core") {
                token.set_span(Span::call_site());
            }
            token
        });
        tokens.collect()
    }

    /// The one warning that a macro can give on stable Rust: the use of something deprecated, named after the code. A macro
    /// of its own, because rustc shows its name without the path of the function around it.
    fn deprecation(&self) -> TokenStream {
        let name = Ident::new(self.code.unwrap_or(UNKNOWN_RULE), self.span.first);
        let text = &self.text;
        quote!({
            #[deprecated(note = #text)]
            macro_rules! #name { () => {} }
            #name! {}
        })
    }
}
