//! A case with what every tool reports for it.

use crate::corpus::{Case, Expected};
use crate::others::{self, TOOLS};
use crate::ours::{self, When};
use cognito_cfn::Severity;
use std::path::Path;

pub(crate) struct Analyzed {
    pub(crate) case: Case,
    pub(crate) ours: Vec<ours::Reported>,
    /// Only what is about the fault.
    pub(crate) theirs: Vec<others::Reported>,
}

/// Every case, analyzed by every tool.
pub(crate) fn analyze(tools: &Path, cases: Vec<Case>) -> Vec<Analyzed> {
    let theirs = others::reported(tools, &cases);
    let analyzed = cases.into_iter().zip(theirs).map(|(case, theirs)| {
        let ours = ours::reported(&case);
        let theirs = theirs.into_iter().filter(|reported| reported.is_about(&case)).collect();
        Analyzed { case, ours, theirs }
    });
    analyzed.collect()
}

impl Analyzed {
    /// Family and name: what an exception calls it.
    pub(crate) fn title(&self) -> String {
        format!("{}: {}", self.case.family, self.case.name)
    }

    /// The code of the fault, if there is one.
    pub(crate) fn code(&self) -> Option<&str> {
        match &self.case.expected {
            Expected::Refused(code) | Expected::Warned(code) => Some(code),
            Expected::Right => None,
        }
    }

    /// What this crate reports for the fault itself.
    pub(crate) fn caught(&self) -> Option<&ours::Reported> {
        let code = self.code()?;
        // What breaks no rule of the service has a plain name for its code.
        let is_word = code.starts_with(|first: char| first.is_ascii_lowercase());
        self.ours.iter().find(|reported| {
            let found_is_word = reported.code.starts_with(|first: char| first.is_ascii_lowercase());
            reported.code == code || is_word && found_is_word
        })
    }

    /// What this crate reports besides, without what always comes with the fault.
    pub(crate) fn beside(&self) -> Vec<&ours::Reported> {
        let caught = self.caught();
        let others = self.ours.iter().filter(|reported| caught.is_none_or(|caught| caught.code != reported.code));
        others.filter(|reported| !self.case.besides.contains(&reported.code)).collect()
    }

    pub(crate) fn by(&self, tool: &str) -> impl Iterator<Item = &others::Reported> {
        self.theirs.iter().filter(move |reported| reported.tool == tool)
    }

    /// How heavily each column takes it: this crate, then [`TOOLS`].
    pub(crate) fn weights(&self) -> [Weight; 4] {
        let ours = match self.code() {
            Some(_) => self.caught().map(|reported| reported.severity),
            None => self.ours.iter().map(|reported| reported.severity).next(),
        };
        let mut weights = [Weight::Silent; 4];
        weights[0] = match ours {
            Some(Severity::Error) => Weight::Error,
            Some(Severity::Warning) => Weight::Warning,
            None => Weight::Silent,
        };
        for (weight, tool) in weights[1..].iter_mut().zip(TOOLS) {
            *weight = match (self.by(tool).any(|reported| !reported.is_warning), self.by(tool).next()) {
                (true, _) => Weight::Error,
                (false, Some(_)) => Weight::Warning,
                (false, None) => Weight::Silent,
            };
        }
        weights
    }

    /// Whether the compiler tells of the fault.
    pub(crate) fn is_caught_at_compile_time(&self) -> bool {
        self.caught().is_some_and(|reported| reported.when == When::Compile)
    }
}

/// How heavily something is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Weight {
    Silent,
    Warning,
    Error,
}
