//! The catalogue of the rules: what each checks and why, with a program that breaks it and the same program fixed.
//!
//! Only with the feature `catalogue`, so that builds which print no entry do not carry the texts.

use super::Rule;

/// What the catalogue has of a rule.
pub struct Entry {
    /// The rule.
    pub rule: &'static Rule,
    /// Two paragraphs in Markdown.
    pub(super) explanation: &'static str,
    /// A program that breaks this rule and no other.
    pub broken: &'static str,
    /// The same program, fixed.
    pub fixed: &'static str,
}

impl Entry {
    /// What the rule checks, in Markdown.
    pub fn what(&self) -> &'static str {
        self.paragraphs().0
    }

    /// Why, in Markdown.
    pub fn why(&self) -> &'static str {
        self.paragraphs().1
    }

    fn paragraphs(&self) -> (&'static str, &'static str) {
        let (what, why) = self.explanation.split_once("\n\n").unwrap_or((self.explanation, ""));
        (what.trim(), why.trim())
    }
}

/// The entry of a code.
pub fn find(code: &str) -> Option<&'static Entry> {
    super::ENTRIES.iter().copied().flatten().find(|entry| entry.rule.code == code)
}
