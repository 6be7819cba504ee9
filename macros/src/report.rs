//! Findings on tokens, and how rustc gets to see them.

use crate::expand::Reader;
use cognito_cfn_schema::diagnostic::below;
use cognito_cfn_schema::rules::Rule;
use cognito_cfn_schema::{Finding, Severity};
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::quote;

/// The tokens a finding stands at: the first and the last.
#[derive(Clone, Copy)]
pub(crate) struct Site {
    pub(crate) first: Span,
    pub(crate) last: Span,
}

impl Site {
    /// The whole call, for what has no token of its own.
    pub(crate) fn call() -> Self {
        Self::from(Span::call_site())
    }

    /// All tokens of a run, or `None` where there is none.
    pub(crate) fn of(tokens: &[TokenTree]) -> Option<Self> {
        Some(Self { first: tokens.first()?.span(), last: tokens.last()?.span() })
    }
}

impl From<Span> for Site {
    fn from(span: Span) -> Self {
        Self { first: span, last: span }
    }
}

/// The most characters of the first line of a message.
const LONGEST: usize = 79;

/// Everything found in one declaration.
#[derive(Default)]
pub(crate) struct Reports(Vec<Report>);

struct Report {
    site: Site,
    severity: Severity,
    code: Option<String>,
    text: String,
}

impl Reports {
    /// A mistake, and what to type instead.
    pub(crate) fn error(&mut self, site: impl Into<Site>, message: impl AsRef<str>, help: impl AsRef<str>) {
        self.maybe_coded(site, None, message, help);
    }

    /// A violation of a rule.
    pub(crate) fn coded(
        &mut self,
        site: impl Into<Site>,
        rule: &'static Rule,
        message: impl AsRef<str>,
        help: impl AsRef<str>,
    ) {
        self.maybe_coded(site, Some(rule), message, help);
    }

    /// A mistake, under a code where there is one.
    pub(crate) fn maybe_coded(
        &mut self,
        site: impl Into<Site>,
        rule: Option<&'static Rule>,
        message: impl AsRef<str>,
        help: impl AsRef<str>,
    ) {
        self.push(site.into(), Severity::Error, rule.map(|rule| rule.code), message.as_ref(), help.as_ref());
    }

    /// What a rule found.
    pub(crate) fn finding(&mut self, site: Site, finding: &Finding) {
        self.push(site, finding.severity, Some(finding.code), &finding.message, &finding.help);
    }

    fn push(&mut self, site: Site, severity: Severity, code: Option<&str>, message: &str, help: &str) {
        // rustc names the code of advice itself.
        let code_shown = match (severity, code) {
            (Severity::Error, Some(code)) => format!(" [{code}]"),
            _ => String::new(),
        };
        // However long the user's own words are, the first line fits into a terminal.
        let room = LONGEST - code_shown.len();
        let message = match message.char_indices().nth(room) {
            Some(_) => message.chars().take(room - 1).chain(['…']).collect(),
            None => message.to_owned(),
        };
        let text = format!("{message}{code_shown}\n{}", below(help, code));
        self.0.push(Report { site, severity, code: code.map(str::to_owned), text });
    }

    /// What was found: how much it weighs, its code, and its text as rustc shows it.
    #[allow(dead_code, reason = "tests ask for it")]
    pub(crate) fn told(&self) -> impl Iterator<Item = (Severity, Option<&str>, &str)> {
        self.0.iter().map(|report| (report.severity, report.code.as_deref(), report.text.as_str()))
    }

    /// A `compile_error!` per mistake, each on its own tokens.
    pub(crate) fn errors(&self, reader: Reader) -> TokenStream {
        self.of(Severity::Error).flat_map(|report| report.error(reader)).collect()
    }

    /// A warning per piece of advice, each on its own tokens.
    pub(crate) fn advice(&self) -> TokenStream {
        self.of(Severity::Warning).map(Report::warning).collect()
    }

    fn of(&self, severity: Severity) -> impl Iterator<Item = &Report> {
        self.0.iter().filter(move |report| report.severity == severity)
    }
}

impl Report {
    /// `::core::compile_error! { "…" }`: rustc underlines from the first token's span to the last one's, an editor the name
    /// of the macro. What else stands at the user's tokens, an editor would explain there; so `core` does not.
    fn error(&self, reader: Reader) -> impl Iterator<Item = TokenTree> {
        let Site { first, last } = self.site;
        let crate_name = if reader == Reader::Compiler { first } else { Span::call_site() };
        let punct = |character, spacing| {
            let mut punct = Punct::new(character, spacing);
            punct.set_span(first);
            TokenTree::from(punct)
        };
        let mut text = Literal::string(&self.text);
        text.set_span(last);
        let mut message = Group::new(Delimiter::Brace, TokenTree::from(text).into());
        message.set_span(last);
        [
            punct(':', Spacing::Joint),
            punct(':', Spacing::Alone),
            Ident::new("core", crate_name).into(),
            punct(':', Spacing::Joint),
            punct(':', Spacing::Alone),
            Ident::new("compile_error", first).into(),
            punct('!', Spacing::Alone),
            message.into(),
        ]
        .into_iter()
    }

    /// The one warning that a macro can give on stable Rust: the use of something deprecated, named after the code. A macro
    /// of its own, because rustc names those without the path of the function they stand in.
    fn warning(&self) -> TokenStream {
        let name = Ident::new(self.code.as_deref().unwrap_or("advice"), self.site.first);
        let text = &self.text;
        quote!({
            #[deprecated(note = #text)]
            macro_rules! #name { () => {} }
            #name! {}
        })
    }
}
