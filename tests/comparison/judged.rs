//! A case with what everybody says of it.

use crate::corpus::{Case, Verdict};
use crate::others::{self, TOOLS};
use crate::ours::{self, When};
use cognito_cfn::Severity;
use std::path::Path;

pub(crate) struct Judged {
    pub(crate) case: Case,
    pub(crate) ours: Vec<ours::Told>,
    /// Only what is about the fault.
    pub(crate) theirs: Vec<others::Told>,
}

/// Every case, judged by everybody.
pub(crate) fn judge(tools: &Path, cases: Vec<Case>) -> Vec<Judged> {
    let theirs = others::told(tools, &cases);
    let judged = cases.into_iter().zip(theirs).map(|(case, theirs)| {
        let ours = ours::told(&case);
        let theirs = theirs.into_iter().filter(|told| told.is_about(&case)).collect();
        Judged { case, ours, theirs }
    });
    judged.collect()
}

impl Judged {
    /// Family and name: what an exception calls it.
    pub(crate) fn title(&self) -> String {
        format!("{}: {}", self.case.family, self.case.name)
    }

    /// The code of the fault, if there is one.
    pub(crate) fn code(&self) -> Option<&str> {
        match &self.case.verdict {
            Verdict::Refused(code) | Verdict::Advised(code) => Some(code),
            Verdict::Right => None,
        }
    }

    /// What this crate says of the fault itself.
    pub(crate) fn caught(&self) -> Option<&ours::Told> {
        let code = self.code()?;
        // What breaks no rule of the service has a word for its code.
        let is_word = code.starts_with(|first: char| first.is_ascii_lowercase());
        self.ours.iter().find(|told| {
            let found_is_word = told.code.starts_with(|first: char| first.is_ascii_lowercase());
            told.code == code || is_word && found_is_word
        })
    }

    /// What this crate says beside it, without what the fault cannot be had without.
    pub(crate) fn beside(&self) -> Vec<&ours::Told> {
        let caught = self.caught();
        let others = self.ours.iter().filter(|told| caught.is_none_or(|caught| caught.code != told.code));
        others.filter(|told| !self.case.besides.contains(&told.code)).collect()
    }

    pub(crate) fn by(&self, tool: &str) -> impl Iterator<Item = &others::Told> {
        self.theirs.iter().filter(move |told| told.tool == tool)
    }

    /// How heavily each column takes it: this crate, then [`TOOLS`].
    pub(crate) fn weights(&self) -> [Weight; 4] {
        let ours = match self.code() {
            Some(_) => self.caught().map(|told| told.severity),
            None => self.ours.iter().map(|told| told.severity).next(),
        };
        let mut weights = [Weight::Silent; 4];
        weights[0] = match ours {
            Some(Severity::Error) => Weight::Error,
            Some(Severity::Warning) => Weight::Warning,
            None => Weight::Silent,
        };
        for (weight, tool) in weights[1..].iter_mut().zip(TOOLS) {
            *weight = match (self.by(tool).any(|told| !told.is_warning), self.by(tool).next()) {
                (true, _) => Weight::Error,
                (false, Some(_)) => Weight::Warning,
                (false, None) => Weight::Silent,
            };
        }
        weights
    }

    /// Whether the compiler tells of the fault.
    pub(crate) fn is_caught_at_compile_time(&self) -> bool {
        self.caught().is_some_and(|told| told.when == When::Compile)
    }
}

/// How heavily something is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Silent,
    Warning,
    Error,
}
