//! This crate, cdk-preflight, the validator of aws-cdk-lib and cfn-lint over one corpus: `docs/comparison.md`.
//!
//! `tests/conformance/install` installs the tools and prints their directory, for `CONFORMANCE_TOOLS`; with them,
//! `cargo bless` writes the page.

#[path = "comparison/analyzed.rs"]
mod analyzed;
#[path = "support/bless.rs"]
mod bless;
#[path = "conformance/corpus.rs"]
mod corpus;
#[path = "support/templates.rs"]
mod corpus_files;
#[path = "conformance/declare.rs"]
mod declare;
#[path = "comparison/exceptions.rs"]
mod exceptions;
#[path = "comparison/others.rs"]
mod others;
#[path = "comparison/ours.rs"]
mod ours;
#[path = "comparison/page.rs"]
mod page;
#[path = "support/skip.rs"]
mod skip;
#[path = "comparison/templates.rs"]
mod templates;
#[path = "support/tools.rs"]
mod tools;
#[path = "conformance/typed.rs"]
mod typed;

use analyzed::{Analyzed, Weight, analyze};
use cognito_cfn::Severity;
use corpus::{CLIENT, Case, Expected};
use std::collections::BTreeSet;
use std::sync::OnceLock;
use templates::{Outcome, RoundTrip};

/// What every tool reports for the corpus; they run once.
fn analyzed() -> Option<&'static [Analyzed]> {
    static ANALYZED: OnceLock<Vec<Analyzed>> = OnceLock::new();
    let tools = tools::tools()?;
    Some(ANALYZED.get_or_init(|| analyze(&tools, corpus::read())))
}

/// What becomes of every template of `tests/corpus`; the tools run once.
fn round_trips() -> Option<&'static [RoundTrip]> {
    static ROUND_TRIPS: OnceLock<Vec<RoundTrip>> = OnceLock::new();
    let tools = tools::tools()?;
    Some(ROUND_TRIPS.get_or_init(|| templates::round_trips(&tools)))
}

#[test]
fn the_page_is_made_of_what_the_tools_say() {
    let (Some(analyzed), Some(round_trips)) = (analyzed(), round_trips()) else { return };
    bless::compare("docs/comparison.md", &page::page(analyzed, &exceptions::read(), round_trips));
}

#[test]
fn every_template_comes_back_the_same() {
    let Some(round_trips) = round_trips() else { return };
    let changed = round_trips.iter().filter(|round_trip| round_trip.outcomes[0] != Outcome::Same);
    assert_eq!(changed.map(|round_trip| &round_trip.name).collect::<Vec<_>>(), Vec::<&String>::new());
}

#[test]
fn what_another_tool_finds_is_found() {
    let Some(analyzed) = analyzed() else { return };
    let missed = analyzed.iter().filter(|analyzed| {
        let [ours, theirs @ ..] = analyzed.weights();
        analyzed.code().is_some() && ours == Weight::Silent && theirs.iter().any(|weight| *weight != Weight::Silent)
    });
    let missed: BTreeSet<String> = missed.map(Analyzed::title).collect();
    let excepted: BTreeSet<String> = exceptions::read().into_values().flatten().collect();
    let new: Vec<_> = missed.difference(&excepted).collect();
    let old: Vec<_> = excepted.difference(&missed).collect();
    assert!(new.is_empty() && old.is_empty(), "missed: {new:#?}\nno exception any more: {old:#?}");
}

#[test]
fn what_is_right_is_passed_over_in_silence() {
    let right = corpus::read().into_iter().filter(|case| case.expected == Expected::Right);
    let reported: Vec<String> = right
        .map(|case| (ours::reported(&case), case))
        .filter(|(reported, _)| !reported.is_empty())
        .map(|(reported, case)| format!("{}: {}: {reported:#?}\n{}", case.family, case.name, declaration(&case)))
        .collect();
    assert!(reported.is_empty(), "{}", reported.join("\n"));
}

#[test]
fn a_fault_is_reported_under_its_code_and_no_other() {
    let faulty = corpus::read().into_iter().filter(|case| case.expected != Expected::Right);
    let wrong: Vec<String> = faulty
        .map(|case| Analyzed { ours: ours::reported(&case), theirs: Vec::new(), case })
        .filter(|analyzed| {
            // What is refused is an error, if it is found.
            let is_refused = matches!(analyzed.case.expected, Expected::Refused(_));
            let is_warning = analyzed.caught().is_some_and(|reported| reported.severity == Severity::Warning);
            !analyzed.beside().is_empty() || is_refused && is_warning
        })
        .map(|analyzed| format!("{}: {:#?}\n{}", analyzed.title(), analyzed.ours, declaration(&analyzed.case)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_other_tools_see_the_client_that_is_rendered() {
    for case in corpus::read().iter().filter(|case| case.expected == Expected::Right) {
        assert_eq!(ours::rendered(case), case.template["Resources"][CLIENT], "{}: {}", case.family, case.name);
    }
}

#[test]
fn the_corpus_is_large_and_names_each_case_once() {
    let cases = corpus::read();
    let right = cases.iter().filter(|case| case.expected == Expected::Right).count();
    assert!(right >= 100 && cases.len() - right >= 150, "{right} right ones, {} with a fault", cases.len() - right);
    let titles: BTreeSet<String> = cases.iter().map(|case| format!("{}: {}", case.family, case.name)).collect();
    assert_eq!(titles.len(), cases.len());
    let declared: BTreeSet<String> = cases.iter().map(|case| case.template.to_string()).collect();
    assert_eq!(declared.len(), cases.len(), "two cases are the same");
}

fn declaration(case: &Case) -> String {
    declare::declaration(&case.declared())
}
