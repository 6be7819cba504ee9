//! `docs/comparison.md`, of what everybody says.

use crate::analyzed::{Analyzed, Weight};
use crate::corpus::Expected;
use crate::exceptions::Exceptions;
use crate::others::TOOLS;
use crate::ours::When;
use crate::templates::{self, RoundTrip};
use cognito_cfn::{Json, Severity};
use std::collections::BTreeSet;
use std::fmt::Write as _;

const PACKAGES: &str = include_str!("../conformance/package.json");
/// The page of the rules: each code is an anchor of it.
const RULES: &str = "https://docs.rs/cognito-cfn/latest/cognito_cfn/guide/rules/";
const REQUIREMENTS: &str = include_str!("../conformance/requirements.txt");

pub(crate) fn page(analyzed: &[Analyzed], exceptions: &Exceptions, round_trips: &[RoundTrip]) -> String {
    let mut page = String::from(include_str!("head.md"));
    page += &totals(analyzed);
    page += "\n## What another tool finds and this crate does not\n\n";
    for (reason, cases) in exceptions {
        let _ = writeln!(page, "- {reason}:");
        for case in cases {
            let _ = writeln!(page, "  - {case}");
        }
    }
    page += "\n## Declarations with one mistake\n";
    page += include_str!("legend.md");
    for family in families(analyzed) {
        let _ = write!(page, "\n### {family}\n\n");
        let _ = writeln!(
            page,
            "| declaration | | code | this crate | {} |\n|---|---|---|---|---|---|---|",
            TOOLS.join(" | ")
        );
        for case in analyzed.iter().filter(|analyzed| analyzed.case.family == family && analyzed.code().is_some()) {
            page += &row(case);
        }
    }
    page += "\n## Valid declarations\n\n";
    page += &complaints(analyzed);
    for family in families(analyzed) {
        let right = analyzed.iter().filter(|analyzed| analyzed.case.family == family && analyzed.code().is_none());
        let names: Vec<String> = right.map(name).collect();
        let _ = writeln!(page, "- **{family}**: {}", names.join("; "));
    }
    let versions = [with_version("cdk-from-cfn"), format!("`CfnInclude`, {}", with_version("aws-cdk-lib"))];
    page += &templates::section(round_trips, versions);
    let _ = writeln!(page, "\n[rules]: {RULES}");
    let codes: BTreeSet<&str> = analyzed.iter().filter_map(Analyzed::code).filter(|code| is_rule(code)).collect();
    for code in codes {
        let _ = writeln!(page, "[{code}]: {RULES}#{}", code.to_lowercase());
    }
    page
}

/// A code is that of a rule, or a word for what is no rule of the service.
fn is_rule(code: &str) -> bool {
    code.starts_with(|first: char| first.is_ascii_uppercase())
}

fn families(analyzed: &[Analyzed]) -> Vec<&str> {
    let mut families: Vec<&str> = analyzed.iter().map(|analyzed| analyzed.case.family.as_str()).collect();
    families.dedup();
    families
}

/// The tool with the version that the conformance tests install.
fn with_version(tool: &str) -> String {
    let packages: Json = PACKAGES.parse().expect("the pins are JSON");
    let pinned = REQUIREMENTS.lines().find_map(|line| line.strip_prefix(tool)?.strip_prefix("=="));
    let version = packages["dependencies"][tool].as_str().or(pinned).expect("the tool is pinned");
    format!("{tool} {version}")
}

fn totals(analyzed: &[Analyzed]) -> String {
    let refused = |analyzed: &&Analyzed| matches!(analyzed.case.expected, Expected::Refused(_));
    let warned = |analyzed: &&Analyzed| matches!(analyzed.case.expected, Expected::Warned(_));
    let right = |analyzed: &&Analyzed| analyzed.case.expected == Expected::Right;
    let count = |of: &dyn Fn(&&Analyzed) -> bool, weights: &[Weight]| -> Vec<String> {
        let columns = 0..4;
        let of_column = |column: usize| {
            analyzed.iter().filter(|analyzed| of(analyzed) && weights.contains(&analyzed.weights()[column])).count()
        };
        columns.map(|column| of_column(column).to_string()).collect()
    };
    let alone: Vec<String> = (0..4)
        .map(|column| {
            let is_alone = |analyzed: &&Analyzed| {
                let weights = analyzed.weights();
                let reported = weights.iter().filter(|weight| **weight != Weight::Silent).count();
                analyzed.code().is_some() && reported == 1 && weights[column] != Weight::Silent
            };
            analyzed.iter().filter(is_alone).count().to_string()
        })
        .collect();
    let compiled = analyzed.iter().filter(|analyzed| refused(analyzed) && analyzed.is_caught_at_compile_time()).count();
    let of = |of: &dyn Fn(&&Analyzed) -> bool| analyzed.iter().filter(|analyzed| of(analyzed)).count();

    let mut table = String::from("\n| | this crate |");
    for tool in TOOLS {
        let _ = write!(table, " {} |", with_version(tool));
    }
    table += "\n|---|---|---|---|---|\n";
    let mut line = |name: String, cells: Vec<String>| {
        let _ = writeln!(table, "| {name} | {} |", cells.join(" | "));
    };
    line(
        "when".to_owned(),
        ["compilation, then synthesis", "synthesis", "synthesis", "lint"].map(str::to_owned).into(),
    );
    line(format!("{} declarations that are refused: error", of(&refused)), count(&refused, &[Weight::Error]));
    line(
        "… of these, at compile time".to_owned(),
        vec![compiled.to_string(), "–".to_owned(), "–".to_owned(), "–".to_owned()],
    );
    line("… warning only".to_owned(), count(&refused, &[Weight::Warning]));
    line("… not reported".to_owned(), count(&refused, &[Weight::Silent]));
    line(
        format!("{} that probably do not do what was intended: error or warning", of(&warned)),
        count(&warned, &[Weight::Error, Weight::Warning]),
    );
    line("mistakes that only this tool reports".to_owned(), alone);
    line(format!("{} valid declarations: error", of(&right)), count(&right, &[Weight::Error]));
    line("… warning".to_owned(), count(&right, &[Weight::Warning]));
    table
}

/// The name of a case; brackets would make a link of it.
fn name(analyzed: &Analyzed) -> String {
    analyzed.case.name.replace('[', "\\[")
}

fn row(analyzed: &Analyzed) -> String {
    let weight = match analyzed.case.expected {
        Expected::Refused(_) => "error",
        Expected::Warned(_) | Expected::Right => "warning",
    };
    let ours = analyzed.caught().map_or_else(
        || "–".to_owned(),
        |reported| {
            let when = match reported.when {
                When::Compile => "compile",
                When::Synth => "synth",
            };
            match reported.severity {
                Severity::Error => format!("**{when}**"),
                Severity::Warning => format!("{when}, warning"),
            }
        },
    );
    let code = analyzed.code().unwrap_or_default();
    let link = if is_rule(code) { format!("[{code}]") } else { code.to_owned() };
    format!("| {} | {weight} | {link} | {ours} | {} |\n", name(analyzed), cells(analyzed).join(" | "))
}

/// What each of [`TOOLS`] says, by its rules.
fn cells(analyzed: &Analyzed) -> Vec<String> {
    let cells = TOOLS.map(|tool| {
        let mut rules: Vec<String> = analyzed
            .by(tool)
            .map(|reported| {
                let rule = reported.rule.trim_start_matches("pf-cognito-");
                if reported.is_warning { format!("{rule} (w)") } else { format!("**{rule}**") }
            })
            .collect();
        rules.sort();
        rules.dedup();
        if rules.is_empty() { "–".to_owned() } else { rules.join(", ") }
    });
    cells.into()
}

/// The valid declarations about which a tool reports something.
fn complaints(analyzed: &[Analyzed]) -> String {
    let mut table = String::from("A tool reports something about these:\n\n");
    let _ = writeln!(table, "| declaration | this crate | {} |\n|---|---|---|---|---|", TOOLS.join(" | "));
    let blamed =
        |analyzed: &&Analyzed| analyzed.code().is_none() && !(analyzed.ours.is_empty() && analyzed.theirs.is_empty());
    for analyzed in analyzed.iter().filter(blamed) {
        let ours: Vec<&str> = analyzed.ours.iter().map(|reported| reported.code.as_str()).collect();
        let ours = if ours.is_empty() { "–".to_owned() } else { ours.join(", ") };
        let _ = writeln!(table, "| {} | {ours} | {} |", analyzed.title(), cells(analyzed).join(" | "));
    }
    table + "\nAll valid declarations:\n\n"
}
