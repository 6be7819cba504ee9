//! Random declarations: as tokens in the macro, as a value at run time, as a resource of JSON and in the text of a template
//! they have the same findings, and to know less of one never finds more.
//!
//! A failure names its seed; `SEED=… cargo test --test macro_runtime_parity` runs that one again.

#[path = "support/downstream.rs"]
mod downstream;
#[path = "macro_runtime_parity/tree.rs"]
mod tree;

use cognito_cfn::{CfnResource, Finding, Severity, Stack, json};
use cognito_cfn_schema::{client, rules};
use std::collections::{BTreeMap, BTreeSet};
use tree::Tree;

const CASES: u64 = 6_000;

/// Runs the test with every seed, or with the one that is asked for.
fn each(test: impl Fn(u64, &mut fastrand::Rng)) {
    let asked = std::env::var("SEED").ok().map(|seed| seed.parse().expect("SEED is a number"));
    let seeds = asked.map_or(0..CASES, |seed: u64| seed..seed + 1);
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

/// The declaration as it is written, with a comma at the end.
fn tokens(declaration: &Tree) -> String {
    declaration.members().map(|(name, value)| format!("{name}: {value}, ")).collect()
}

fn at_compile_time(declaration: &str) -> Vec<Reported> {
    reported(pipeline::findings(declaration.parse().expect("a declaration is made of tokens")))
}

#[test]
fn tokens_and_value_have_the_same_findings() {
    let found = std::cell::RefCell::new(BTreeSet::new());
    each(|seed, random| {
        let declaration = tree::declaration(random);
        let at_run_time = reported(tree::client(&declaration).validate());
        let at_compile_time = at_compile_time(&tokens(&declaration));
        assert_eq!(at_compile_time, at_run_time, "SEED={seed}: {declaration}");
        found.borrow_mut().extend(at_run_time.iter().map(|(code, ..)| *code));
    });
    // Random declarations that broke no rule would show little.
    let (found, all) = (found.into_inner().len(), rules::all().len());
    assert!(std::env::var_os("SEED").is_some() || found * 3 > all * 2, "only {found} of {all} codes were met");
}

/// A finding as all four ways have it. Messages name what was written.
type Verdict = (&'static str, String, Severity);

fn verdicts(stack: &Stack) -> Vec<Verdict> {
    let verdict = |(_, finding): (&str, Finding)| (finding.code, finding.path.as_str().to_owned(), finding.severity);
    let mut verdicts: Vec<Verdict> = stack.validate().into_iter().map(verdict).collect();
    verdicts.sort();
    verdicts
}

/// The macro and the value are compared above.
#[test]
fn value_resource_and_template_have_the_same_verdict() {
    each(|seed, random| {
        // Each is judged three times, in a stack.
        if !seed.is_multiple_of(4) {
            return;
        }
        let declaration = tree::declaration(random);
        let client = tree::client(&declaration);
        let resource = client.to_json();
        let [mut of_value, mut of_resource] = [Stack::new("stack"), Stack::new("stack")];
        let properties = resource.get("Properties").cloned().unwrap_or_else(|| json!({}));
        let generic = CfnResource::new(client.logical_id.clone(), client.cfn_resource_type(), properties);
        of_resource.add(generic).expect("the only resource");
        let template = json!({ "Resources": { client.logical_id.clone(): resource } });
        let of_template = Stack::from_template("stack", &template.to_string()).expect("a template");
        assert_eq!(of_template.to_json(), template, "SEED={seed}");
        of_value.add(client).expect("the only resource");
        let expected = verdicts(&of_value);
        assert_eq!(verdicts(&of_resource), expected, "SEED={seed}: {declaration}");
        assert_eq!(verdicts(&of_template), expected, "SEED={seed}: {declaration}");
        // Each place is that of a value, and the values of one path are in one property.
        for (_, finding) in of_template.validate() {
            let location = finding.location.expect("a place in the template");
            let is_there = template.pointer(&location.pointer).is_some();
            let outer = finding.path.as_str().split(['.', '[']).next().unwrap_or_default();
            let row = client::ALL.iter().find(|row| row.name == outer);
            let is_within = row.is_none_or(|row| location.pointer.contains(row.cloudformation));
            assert!(is_there && (is_within || location.pointer.split('/').count() == 3), "SEED={seed}: {location:?}");
        }
    });
}

/// How often each code is found.
fn count(declaration: &str) -> BTreeMap<&'static str, usize> {
    count_if(declaration, |_| true)
}

fn count_if(declaration: &str, is_counted: impl Fn(&str) -> bool) -> BTreeMap<&'static str, usize> {
    let mut codes: BTreeMap<&str, usize> = BTreeMap::new();
    for (code, ..) in at_compile_time(declaration).into_iter().filter(|(_, _, message, _)| is_counted(message)) {
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

/// Nothing is found in the declaration that knows less that is not found in the other as often. A finding under one
/// condition does not count: in the other declaration it may need two, of which no rule speaks.
fn finds_no_more(seed: u64, less: &str, more: &str) {
    let known = count(more);
    for (code, count) in count_if(less, |message| !message.starts_with("when condition `")) {
        let known = known.get(code).copied().unwrap_or_default();
        assert!(count <= known, "SEED={seed}: {code} {count} times, not {known}\n{more}\n{less}");
    }
}

#[test]
fn to_know_less_finds_no_more() {
    each(|seed, random| {
        let declaration = tree::declaration(random);
        let mut less = declaration.clone();
        less.forget(random);
        finds_no_more(seed, &tokens(&less), &tokens(&declaration));
    });
}

#[test]
fn a_base_that_may_have_the_rest_finds_no_more() {
    each(|seed, random| {
        let declaration = tree::declaration(random);
        let mut less = declaration.clone();
        less.leave_out(random);
        let base = if random.bool() { ".." } else { "..base" };
        finds_no_more(seed, &format!("{}{base}", tokens(&less)), &tokens(&declaration));
    });
}

#[test]
fn a_spread_in_the_place_of_items_finds_no_more() {
    each(|seed, random| {
        let declaration = tree::declaration(random);
        let mut less = declaration.clone();
        less.spread(random);
        finds_no_more(seed, &tokens(&less), &tokens(&declaration));
    });
}

/// What is found in two branchings is found with some arms if the rule is about one value alone, and with all arms if not.
#[test]
fn what_is_found_in_arms_is_found_with_them() {
    each(|seed, random| {
        let declaration = tree::declaration(random);
        // Each takes five declarations.
        if !seed.is_multiple_of(3) {
            return;
        }
        let (Some((one, a, b)), Some((two, c, d))) = (declaration.arms(random), declaration.arms(random)) else {
            return;
        };
        if one == two {
            return;
        }
        let branch = |then: &Tree, otherwise: &Tree, random: &mut fastrand::Rng| {
            Tree::Written(match random.u8(..3) {
                0 => format!("match later {{ 1 => {then}, _ => {{ {otherwise} }} }}"),
                1 => {
                    format!("{{ let x = 1; if later {{ {then} }} else if x == 1 {{ {otherwise} }} else {{ {then} }} }}")
                }
                _ => format!("if later {{ {then} }} else {{ {otherwise} }}"),
            })
        };
        let (first, second) = (branch(&a, &b, random), branch(&c, &d, random));
        let found = count(&tokens(&declaration.with(one, first).with(two, second)));
        let mut with_arms = Vec::new();
        for this in [&a, &b] {
            for that in [&c, &d] {
                with_arms.push(count(&tokens(&declaration.with(one, this.clone()).with(two, that.clone()))));
            }
        }
        for code in found.keys() {
            let known = with_arms.iter().filter(|known| known.contains_key(code)).count();
            let needed = if is_about_one_value(code) { 1 } else { with_arms.len() };
            let written = tokens(&declaration);
            assert!(known >= needed, "SEED={seed}: {code} with {known} of 4\n{written}\n{one}: {b}\n{two}: {d}");
        }
    });
}

#[test]
fn a_number_with_a_unit_is_one_with_the_unit_among_the_units() {
    let tried = std::cell::Cell::new(0);
    each(|seed, random| {
        let declaration = tree::declaration(random);
        let Some((written, finished)) = declaration.measure(random) else { return };
        // What to type instead differs.
        let without_help = |found: Vec<Reported>| -> Vec<_> {
            found.into_iter().map(|(code, path, message, _)| (code, path, message)).collect()
        };
        let at_run_time = without_help(reported(tree::client(&finished).validate()));
        assert_eq!(without_help(at_compile_time(&tokens(&written))), at_run_time, "SEED={seed}: {written}");
        tried.set(tried.get() + 1);
    });
    assert!(std::env::var_os("SEED").is_some() || tried.get() > 1_000);
}

/// Arms that are alike have the findings of the value they have: all of those about one value, and no others.
#[test]
fn equal_arms_find_what_their_value_has() {
    each(|seed, random| {
        let plain = tree::declaration(random);
        let declaration = plain.with_equal_arms(random);
        let (found, of_plain) = (count(&tokens(&declaration)), count(&tokens(&plain)));
        let more: Vec<_> = found.keys().filter(|code| !of_plain.contains_key(*code)).collect();
        assert!(more.is_empty(), "SEED={seed}: {more:?}\n{declaration}");
        let missing = of_plain.keys().filter(|code| is_about_one_value(code) && !found.contains_key(*code));
        let missing: Vec<_> = missing.collect();
        assert!(missing.is_empty(), "SEED={seed}: {missing:?}\n{declaration}");
    });
}

/// How many declarations one program has.
const RENDERED: usize = 60;

/// Random declarations with branches and units, compiled: each renders what its values render as fields.
#[test]
fn branches_render_the_arm_that_is_taken() {
    let mut random = fastrand::Rng::with_seed(0);
    let mut declarations = Vec::new();
    while declarations.len() < RENDERED {
        let declaration = tree::declaration(&mut random).with_units(&mut random)[0].with_arms(&mut random);
        let text = without_errors(declaration).map(|declaration| (tokens(&declaration), declaration));
        declarations.extend(text.filter(|(text, _)| text.contains("is_first")));
    }
    let calls = declarations
        .iter()
        .map(|(text, _)| format!("        println!(\"{{}}\", user_pool_client! {{ {text} }}.to_json());\n"));
    let created = downstream::Crate::new("branches", "2024", downstream::DEPENDENCY);
    created.write("src/main.rs", &format!("{BEFORE}{}    }}\n}}\n", calls.collect::<String>()));
    let output = created.run();
    let printed = String::from_utf8_lossy(&output.stdout);
    let mut printed = printed.lines();
    for taken in 0..3 {
        for (text, declaration) in &declarations {
            let plain = declaration.taken(taken).with_block_of_units();
            assert_eq!(printed.next(), Some(tree::client(&plain).to_json().to_string().as_str()), "{taken}: {text}");
        }
    }
}

/// The declaration without the properties that have errors; `None` if that is not what is wrong with it.
fn without_errors(mut declaration: Tree) -> Option<Tree> {
    loop {
        let diagnostics = pipeline::analyze(tokens(&declaration).parse().expect("a declaration is made of tokens"));
        let errors = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        let places: Vec<_> = errors.map(|error| error.range.clone()).collect();
        if places.is_empty() {
            return Some(declaration);
        }
        if !declaration.remove_members_at(&places) {
            return None;
        }
    }
}

const BEFORE: &str = "#![allow(deprecated)]
use cognito_cfn::user_pool_client;

#[derive(Clone, Copy)]
enum Stage {
    Dev,
    Test,
    Prod,
}

fn log() {}

fn main() {
    for now in [Stage::Dev, Stage::Test, Stage::Prod] {
        let stage = || now;
        let is_first = || matches!(now, Stage::Dev);
";

fn is_about_one_value(code: &str) -> bool {
    rules::find(code).is_some_and(|rule| rule.is_about_one_value)
}

#[test]
fn every_property_is_tried() {
    let tried = std::cell::RefCell::new(BTreeSet::new());
    each(|_, random| tried.borrow_mut().extend(tree::declaration(random).members().map(|(name, _)| name)));
    assert!(std::env::var_os("SEED").is_some() || tried.into_inner().len() == client::ALL.len());
}
