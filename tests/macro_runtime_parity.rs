//! Random declarations: as tokens in the macro and as a value at run time they have the same findings, and to know less
//! of one never finds more.
//!
//! A failure names its seed; `SEED=… cargo test --test macro_runtime_parity` runs that one again.

#[path = "macro_runtime_parity/tree.rs"]
mod tree;

use cognito_cfn::Finding;
use cognito_cfn_schema::{client, rules};
use std::collections::{BTreeMap, BTreeSet};
use tree::Tree;

const CASES: u64 = 6_000;

/// Runs the test with every seed, or with the one that is asked for.
fn each(test: impl Fn(u64, &mut fastrand::Rng)) {
    each_of(CASES, test);
}

fn each_of(cases: u64, test: impl Fn(u64, &mut fastrand::Rng)) {
    let asked = std::env::var("SEED").ok().map(|seed| seed.parse().expect("SEED is a number"));
    let seeds = asked.map_or(0..cases, |seed: u64| seed..seed + 1);
    for seed in seeds {
        test(seed, &mut fastrand::Rng::with_seed(seed));
    }
}

/// A finding as both sides have it: code, place, message and help.
type Reported = (&'static str, String, String, String);

fn reported(findings: Vec<Finding>) -> Vec<Reported> {
    let reported = findings
        .into_iter()
        .map(|finding| (finding.code, finding.path.as_str().to_owned(), finding.message, finding.help));
    let mut reported: Vec<Reported> = reported.collect();
    reported.sort();
    reported
}

fn at_compile_time(declaration: &Tree) -> Vec<Reported> {
    with_rest(declaration, "")
}

fn with_rest(declaration: &Tree, rest: &str) -> Vec<Reported> {
    let declaration: String = declaration.members().map(|(name, value)| format!("{name}: {value}, ")).collect();
    reported(pipeline::findings((declaration + rest).parse().expect("a declaration is made of tokens")))
}

/// How often each code is reported.
fn count(reported: Vec<Reported>) -> BTreeMap<&'static str, usize> {
    let mut codes = BTreeMap::new();
    for (code, ..) in reported {
        // The range of a validity has another code where it is known that no unit is given.
        let code = match code {
            "TK03" => "TK01",
            "TK04" => "TK02",
            code => code,
        };
        *codes.entry(code).or_default() += 1;
    }
    codes
}

#[test]
fn tokens_and_value_have_the_same_findings() {
    let found = std::cell::RefCell::new(BTreeSet::new());
    each(|seed, random| {
        let declaration = tree::declaration(random);
        let at_run_time = reported(tree::client(&declaration).validate());
        let at_compile_time = at_compile_time(&declaration);
        assert_eq!(at_compile_time, at_run_time, "SEED={seed}: {declaration}");
        found.borrow_mut().extend(at_run_time.iter().map(|(code, ..)| *code));
    });
    // Random declarations that broke no rule would show little.
    let (found, all) = (found.into_inner().len(), rules::all().len());
    assert!(std::env::var_os("SEED").is_some() || found * 10 > all * 7, "only {found} of {all} codes were met");
}

#[test]
fn to_know_less_finds_no_more() {
    each(|seed, random| {
        let declaration = tree::declaration(random);
        let mut less = declaration.clone();
        less.forget(random);
        let before = count(at_compile_time(&declaration));
        for (code, count) in count(at_compile_time(&less)) {
            let known = before.get(code).copied().unwrap_or_default();
            assert!(count <= known, "SEED={seed}: {code} {count} times, not {known}\n{declaration}\n{less}");
        }
    });
}

/// What is left out of a declaration may be in its base, or in what is spread into a list.
#[test]
fn a_rest_and_a_spread_find_no_more() {
    each(|seed, random| {
        let declaration = tree::declaration(random);
        let mut less = declaration.without_some(random);
        less.spread(random);
        let before = count(at_compile_time(&declaration));
        for (code, count) in count(with_rest(&less, ["..", "..base()"][usize::from(random.bool())])) {
            let known = before.get(code).copied().unwrap_or_default();
            assert!(count <= known, "SEED={seed}: {code} {count} times, not {known}\n{declaration}\n{less}");
        }
    });
}

/// The helps differ: one has a unit to change.
#[test]
fn a_unit_at_the_number_is_the_member_of_the_block() {
    each(|seed, random| {
        let [with_units, plain] = tree::declaration(random).with_units(random);
        let places = |found: Vec<Reported>| found.into_iter().map(|(code, path, ..)| (code, path)).collect::<Vec<_>>();
        let (found, at_run_time) = (at_compile_time(&with_units), reported(tree::client(&plain).validate()));
        assert_eq!(places(found), places(at_run_time), "SEED={seed}: {with_units}\n{plain}");
    });
}

/// A finding in a declaration with Rust branches is one of a value they can come to; under a rule that compares
/// properties, one of all these values.
#[test]
fn branches_find_what_their_values_have() {
    let found = std::cell::RefCell::new(BTreeSet::new());
    each_of(CASES / 6, |seed, random| {
        let declaration = tree::declaration(random).with_arms(random);
        let possible: Vec<_> = declaration.possible().iter().map(|plain| count(at_compile_time(plain))).collect();
        for (code, _) in count(at_compile_time(&declaration)) {
            let with = possible.iter().filter(|codes| codes.contains_key(code)).count();
            let is_right = if is_about_one_value(code) { with > 0 } else { with == possible.len() };
            assert!(is_right, "SEED={seed}: {code} in {with} of {}\n{declaration}", possible.len());
            found.borrow_mut().insert(code);
        }
    });
    let found = found.into_inner().len();
    assert!(std::env::var_os("SEED").is_some() || found * 2 > rules::all().len(), "only {found} codes were met");
}

/// Arms that are alike have the findings of the value they have: all of those about one value, and no others.
#[test]
fn equal_arms_find_what_their_value_has() {
    each(|seed, random| {
        let plain = tree::declaration(random);
        let declaration = plain.with_equal_arms(random);
        let (found, of_plain) = (count(at_compile_time(&declaration)), count(at_compile_time(&plain)));
        let more: Vec<_> = found.keys().filter(|code| !of_plain.contains_key(*code)).collect();
        assert!(more.is_empty(), "SEED={seed}: {more:?}\n{declaration}");
        let missing = of_plain.keys().filter(|code| is_about_one_value(code) && !found.contains_key(*code));
        let missing: Vec<_> = missing.collect();
        assert!(missing.is_empty(), "SEED={seed}: {missing:?}\n{declaration}");
    });
}

fn is_about_one_value(code: &str) -> bool {
    rules::find(code).is_some_and(|rule| rule.is_about_one_value)
}

#[test]
fn every_property_is_tried() {
    let tried = std::cell::RefCell::new(BTreeSet::new());
    each(|_, random| tried.borrow_mut().extend(tree::declaration(random).members().map(|(name, _)| name)));
    assert!(std::env::var_os("SEED").is_some() || tried.into_inner().len() == client::ALL.len());
}
