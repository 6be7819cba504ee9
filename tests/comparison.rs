//! This crate, cdk-preflight, the validator of aws-cdk-lib and cfn-lint over one corpus: `docs/comparison.md`.
//!
//! `tests/conformance/install` installs the tools and prints their directory, for `CONFORMANCE_TOOLS`; `UPDATE_DOCS=1`
//! writes the page anew.

#[path = "conformance/corpus.rs"]
mod corpus;
#[path = "conformance/declare.rs"]
mod declare;
#[path = "comparison/exceptions.rs"]
mod exceptions;
#[path = "comparison/judged.rs"]
mod judged;
#[path = "comparison/others.rs"]
mod others;
#[path = "comparison/ours.rs"]
mod ours;
#[path = "comparison/page.rs"]
mod page;
#[path = "conformance/tools.rs"]
mod tools;
#[path = "conformance/typed.rs"]
mod typed;

use cognito_cfn::Severity;
use corpus::{CLIENT, Case, Verdict};
use judged::{Judged, Weight, judge};
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;
use std::{env, fs};

/// What everybody says, asked once.
static JUDGED: LazyLock<Option<Vec<Judged>>> = LazyLock::new(|| Some(judge(&tools::tools()?, corpus::read())));

#[test]
fn the_page_is_made_of_what_the_tools_say() {
    let Some(judged) = &*JUDGED else { return };
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/comparison.md");
    let page = page::page(judged, &exceptions::read());
    if env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, &page).expect("the page can be written");
    }
    assert!(fs::read_to_string(&file).is_ok_and(|written| written == page), "docs/comparison.md is old: UPDATE_DOCS=1");
}

#[test]
fn what_another_tool_finds_is_found() {
    let Some(judged) = &*JUDGED else { return };
    let missed = judged.iter().filter(|judged| {
        let [ours, theirs @ ..] = judged.weights();
        judged.code().is_some() && ours == Weight::Silent && theirs.iter().any(|weight| *weight != Weight::Silent)
    });
    let missed: BTreeSet<String> = missed.map(Judged::title).collect();
    let excepted: BTreeSet<String> = exceptions::read().into_values().flatten().collect();
    let new: Vec<_> = missed.difference(&excepted).collect();
    let old: Vec<_> = excepted.difference(&missed).collect();
    assert!(new.is_empty() && old.is_empty(), "missed: {new:#?}\nno exception any more: {old:#?}");
}

#[test]
fn what_is_right_is_passed_over_in_silence() {
    let right = corpus::read().into_iter().filter(|case| case.verdict == Verdict::Right);
    let told: Vec<String> = right
        .map(|case| (ours::told(&case), case))
        .filter(|(told, _)| !told.is_empty())
        .map(|(told, case)| format!("{}: {}: {told:#?}\n{}", case.family, case.name, declaration(&case)))
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

#[test]
fn a_fault_is_told_under_its_code_and_no_other() {
    let faulty = corpus::read().into_iter().filter(|case| case.verdict != Verdict::Right);
    let wrong: Vec<String> = faulty
        .map(|case| Judged { ours: ours::told(&case), theirs: Vec::new(), case })
        .filter(|judged| {
            // What is refused is an error, if it is found.
            let is_refused = matches!(judged.case.verdict, Verdict::Refused(_));
            let is_advice = judged.caught().is_some_and(|told| told.severity == Severity::Warning);
            !judged.beside().is_empty() || is_refused && is_advice
        })
        .map(|judged| format!("{}: {:#?}\n{}", judged.title(), judged.ours, declaration(&judged.case)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_other_tools_see_the_client_that_is_rendered() {
    for case in corpus::read().iter().filter(|case| case.verdict == Verdict::Right) {
        assert_eq!(ours::rendered(case), case.template["Resources"][CLIENT], "{}: {}", case.family, case.name);
    }
}

#[test]
fn the_corpus_is_large_and_names_each_case_once() {
    let cases = corpus::read();
    let right = cases.iter().filter(|case| case.verdict == Verdict::Right).count();
    assert!(right >= 100 && cases.len() - right >= 150, "{right} right ones, {} with a fault", cases.len() - right);
    let titles: BTreeSet<String> = cases.iter().map(|case| format!("{}: {}", case.family, case.name)).collect();
    assert_eq!(titles.len(), cases.len());
    let declared: BTreeSet<String> = cases.iter().map(|case| case.template.to_string()).collect();
    assert_eq!(declared.len(), cases.len(), "two cases are the same");
}

fn declaration(case: &Case) -> String {
    declare::declaration(&case.declared())
}
