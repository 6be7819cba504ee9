//! The text of every kind, which no program can make.

use super::{Error, ErrorKind};
use cognito_cfn_schema::{Finding, rules};

/// Every kind with that text wherever it has one.
fn kinds(text: &str) -> Vec<ErrorKind> {
    let own = || text.to_owned();
    let here = std::panic::Location::caller();
    let what = "resource";
    let twice = |other, difference| ErrorKind::DuplicateId { what, id: own(), other, difference };
    let kinds = vec![
        ErrorKind::InvalidId { what, id: own(), help: own() },
        twice(None, None),
        twice(Some(here), None),
        twice(Some(here), Some(own())),
        ErrorKind::ChangedId { added: own(), now: own() },
        ErrorKind::InvalidOverridePath { path: own(), reason: "is empty" },
        ErrorKind::UnknownAttribute { attribute: own(), help: own() },
        ErrorKind::UnsupportedPolicy { policy: "Snapshot", resource_type: own() },
        ErrorKind::Invalid { message: own(), help: own() },
        ErrorKind::NoSuchDependency { target: own() },
        ErrorKind::WrongStack { of: own(), to: own() },
        ErrorKind::UnknownReference { what, name: own(), help: own() },
        ErrorKind::UnknownDependency { within: own(), name: own() },
        ErrorKind::TooMany { what, count: 2, max: 1 },
        ErrorKind::Cycle { what, names: vec![own(); 100] },
        ErrorKind::Finding(finding(text).into()),
        ErrorKind::Context { source: own(), reason: own() },
        ErrorKind::Read { message: own(), help: own() },
        ErrorKind::Write { path: own().into(), reason: own() },
        ErrorKind::Multiple(Vec::new()),
    ];
    for kind in &kinds {
        // A kind that is missing here is missing above.
        match kind {
            ErrorKind::InvalidId { .. }
            | ErrorKind::DuplicateId { .. }
            | ErrorKind::ChangedId { .. }
            | ErrorKind::InvalidOverridePath { .. }
            | ErrorKind::UnknownAttribute { .. }
            | ErrorKind::UnsupportedPolicy { .. }
            | ErrorKind::Invalid { .. }
            | ErrorKind::NoSuchDependency { .. }
            | ErrorKind::WrongStack { .. }
            | ErrorKind::UnknownReference { .. }
            | ErrorKind::UnknownDependency { .. }
            | ErrorKind::TooMany { .. }
            | ErrorKind::Cycle { .. }
            | ErrorKind::Finding(_)
            | ErrorKind::Context { .. }
            | ErrorKind::Read { .. }
            | ErrorKind::Write { .. }
            | ErrorKind::Multiple(_) => {}
        }
    }
    kinds
}

fn finding(text: &str) -> Finding {
    let rule = rules::find("MI11").expect("it is a rule");
    rule.at(&cognito_cfn_schema::Properties::default(), text, text)
}

#[test]
fn no_text_forges_a_line_or_fills_the_screen() {
    for text in ["\u{1b}[31m\nhelp: run `this`\r\u{202e}\u{2028}", &"a long name, ".repeat(1000)] {
        for kind in kinds(text) {
            let is_multiple = matches!(kind, ErrorKind::Multiple(_));
            let error = Error::of(kind, text, Some(std::panic::Location::caller()));
            for text in [error.message(), error.help()] {
                assert!(!text.contains(|character: char| character.is_control()), "{text:?}");
            }
            let text = error.to_string();
            let count = |label: &str| text.lines().filter(|line| line.starts_with(label)).count();
            let labelled = [count(" --> "), count("help: "), count("note: ")];
            assert!(labelled.into_iter().all(|count| count <= 1), "{text:?}");
            assert_eq!(text.lines().count(), usize::from(!is_multiple) + labelled.iter().sum::<usize>(), "{text:?}");
            assert!(!text.contains(['\u{1b}', '\r', '\u{202e}', '\u{2028}']), "{text:?}");
            assert!(text.chars().count() < 7000, "{text}");
        }
    }
}

#[test]
fn one_message_lists_20_of_a_kind() {
    let unknown =
        |at| Error::new(ErrorKind::UnknownReference { what: "parameter", name: format!("P{at}"), help: "".into() });
    let other = Error::new(ErrorKind::Invalid { message: "another".into(), help: "none".into() });
    let errors: Vec<Error> = (0..50).map(unknown).chain([other]).collect();
    let text = Error::all(errors).expect_err("there are some").to_string();
    assert_eq!(text.matches("the stack has no parameter").count(), 20);
    assert!(text.contains("\n\nanother\n"), "{text}");
    assert!(text.ends_with("\n\n30 more errors of these kinds"), "{text}");

    let names = (0..50).map(|at| format!("N{at}")).collect();
    let cycle = Error::new(ErrorKind::Cycle { what: "stacks", names }).message();
    assert!(cycle.contains("`N18` -> `N19` -> 30 more -> `N0`"), "{cycle}");
}
