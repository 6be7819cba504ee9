//! Findings on tokens, and how rustc gets to see them.

use crate::expand::Reader;
use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

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
    code: Option<String>,
    text: String,
}

impl Reports {
    /// A mistake, and what to type instead.
    pub(crate) fn error(&mut self, site: impl Into<Site>, message: impl AsRef<str>, help: impl AsRef<str>) {
        self.maybe_coded(site, None, message, help);
    }

    /// A mistake under a code of the catalogue.
    pub(crate) fn coded(&mut self, site: impl Into<Site>, code: &str, message: impl AsRef<str>, help: impl AsRef<str>) {
        self.maybe_coded(site, Some(code), message, help);
    }

    /// A mistake, under a code where there is one.
    pub(crate) fn maybe_coded(
        &mut self,
        site: impl Into<Site>,
        code: Option<&str>,
        message: impl AsRef<str>,
        help: impl AsRef<str>,
    ) {
        self.push(site.into(), code, message.as_ref(), help.as_ref());
    }

    fn push(&mut self, site: Site, code: Option<&str>, message: &str, help: &str) {
        let code_shown = code.map_or_else(String::new, |code| format!(" [{code}]"));
        // However long the user's own words are, the first line fits into a terminal.
        let room = LONGEST - code_shown.len();
        let message = match message.char_indices().nth(room) {
            Some(_) => message.chars().take(room - 1).chain(['…']).collect(),
            None => message.to_owned(),
        };
        let text = format!("{message}{code_shown}\nhelp: {help}");
        self.0.push(Report { site, code: code.map(str::to_owned), text });
    }

    /// The codes of what was found, for those that have one.
    #[allow(dead_code, reason = "tests ask for them")]
    pub(crate) fn codes(&self) -> Vec<&str> {
        self.0.iter().filter_map(|report| report.code.as_deref()).collect()
    }

    #[cfg(test)]
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|report| report.text.as_str())
    }

    /// A `compile_error!` per finding, each on its own tokens.
    pub(crate) fn into_tokens(self, reader: Reader) -> TokenStream {
        self.0.into_iter().flat_map(|report| report.into_tokens(reader)).collect()
    }
}

impl Report {
    /// `::core::compile_error! { "…" }`: rustc underlines from the first token's span to the last one's, an editor the name
    /// of the macro. What else stands at the user's tokens, an editor would explain there; so `core` does not.
    fn into_tokens(self, reader: Reader) -> impl Iterator<Item = TokenTree> {
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
}
