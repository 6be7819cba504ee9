//! `docs/comparison.md`, of what everybody says.

use crate::corpus::Verdict;
use crate::exceptions::Exceptions;
use crate::judged::{Judged, Weight};
use crate::others::TOOLS;
use crate::ours::When;
use cognito_cfn::{Json, Severity};
use std::fmt::Write as _;

const PACKAGES: &str = include_str!("../conformance/package.json");
const REQUIREMENTS: &str = include_str!("../conformance/requirements.txt");

pub(crate) fn page(judged: &[Judged], exceptions: &Exceptions) -> String {
    let mut page = String::from(include_str!("head.md"));
    page += &totals(judged);
    page += "\n## What another tool finds and this crate does not\n\n";
    for (reason, cases) in exceptions {
        let _ = writeln!(page, "- {reason}:");
        for case in cases {
            let _ = writeln!(page, "  - {case}");
        }
    }
    page += "\n## Declarations with one fault\n";
    page += include_str!("legend.md");
    for family in families(judged) {
        let _ = write!(page, "\n### {family}\n\n");
        let _ = writeln!(
            page,
            "| declaration | | code | this crate | {} |\n|---|---|---|---|---|---|---|",
            TOOLS.join(" | ")
        );
        for case in judged.iter().filter(|judged| judged.case.family == family && judged.code().is_some()) {
            page += &row(case);
        }
    }
    page += "\n## Right declarations\n\n";
    page += &complaints(judged);
    for family in families(judged) {
        let right = judged.iter().filter(|judged| judged.case.family == family && judged.code().is_none());
        let names: Vec<&str> = right.map(|judged| judged.case.name.as_str()).collect();
        let _ = writeln!(page, "- **{family}**: {}", names.join("; "));
    }
    page
}

fn families(judged: &[Judged]) -> Vec<&str> {
    let mut families: Vec<&str> = judged.iter().map(|judged| judged.case.family.as_str()).collect();
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

fn totals(judged: &[Judged]) -> String {
    let refused = |judged: &&Judged| matches!(judged.case.verdict, Verdict::Refused(_));
    let advised = |judged: &&Judged| matches!(judged.case.verdict, Verdict::Advised(_));
    let right = |judged: &&Judged| judged.case.verdict == Verdict::Right;
    let count = |of: &dyn Fn(&&Judged) -> bool, weights: &[Weight]| -> Vec<String> {
        let columns = 0..4;
        let of_column = |column: usize| {
            judged.iter().filter(|judged| of(judged) && weights.contains(&judged.weights()[column])).count()
        };
        columns.map(|column| of_column(column).to_string()).collect()
    };
    let alone: Vec<String> = (0..4)
        .map(|column| {
            let is_alone = |judged: &&Judged| {
                let weights = judged.weights();
                let told = weights.iter().filter(|weight| **weight != Weight::Silent).count();
                judged.code().is_some() && told == 1 && weights[column] != Weight::Silent
            };
            judged.iter().filter(is_alone).count().to_string()
        })
        .collect();
    let compiled = judged.iter().filter(|judged| refused(judged) && judged.is_caught_at_compile_time()).count();
    let of = |of: &dyn Fn(&&Judged) -> bool| judged.iter().filter(|judged| of(judged)).count();

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
        ["compiling; the stack: synthesis", "synthesis", "synthesis", "lint"].map(str::to_owned).into(),
    );
    line(format!("of {} that are refused: an error", of(&refused)), count(&refused, &[Weight::Error]));
    line("… at compile time".to_owned(), vec![compiled.to_string(), "–".to_owned(), "–".to_owned(), "–".to_owned()]);
    line("… a warning alone".to_owned(), count(&refused, &[Weight::Warning]));
    line("… nothing".to_owned(), count(&refused, &[Weight::Silent]));
    line(
        format!("of {} that do not do as meant: an error or a warning", of(&advised)),
        count(&advised, &[Weight::Error, Weight::Warning]),
    );
    line("of both: nobody else tells".to_owned(), alone);
    line(format!("of {} that are right: an error", of(&right)), count(&right, &[Weight::Error]));
    line("… a warning".to_owned(), count(&right, &[Weight::Warning]));
    table
}

fn row(judged: &Judged) -> String {
    let weight = match judged.case.verdict {
        Verdict::Refused(_) => "error",
        Verdict::Advised(_) | Verdict::Right => "advice",
    };
    let ours = judged.caught().map_or_else(
        || "–".to_owned(),
        |told| {
            let when = match told.when {
                When::Compile => "compile",
                When::Synth => "synth",
            };
            match told.severity {
                Severity::Error => format!("**{when}**"),
                Severity::Warning => format!("{when}, advice"),
            }
        },
    );
    let code = judged.code().unwrap_or_default();
    let link = if code.starts_with(|first: char| first.is_ascii_uppercase()) {
        format!("[{code}](rules.md#{})", code.to_lowercase())
    } else {
        code.to_owned()
    };
    format!("| {} | {weight} | {link} | {ours} | {} |\n", judged.case.name, cells(judged).join(" | "))
}

/// What each of [`TOOLS`] says, by its rules.
fn cells(judged: &Judged) -> Vec<String> {
    let cells = TOOLS.map(|tool| {
        let mut rules: Vec<String> = judged
            .by(tool)
            .map(|told| {
                let rule = told.rule.trim_start_matches("pf-cognito-");
                if told.is_warning { format!("{rule} (w)") } else { format!("**{rule}**") }
            })
            .collect();
        rules.sort();
        rules.dedup();
        if rules.is_empty() { "–".to_owned() } else { rules.join(", ") }
    });
    cells.into()
}

/// The right declarations of which somebody complains.
fn complaints(judged: &[Judged]) -> String {
    let mut table = String::from("Of these somebody complains:\n\n");
    let _ = writeln!(table, "| declaration | this crate | {} |\n|---|---|---|---|---|", TOOLS.join(" | "));
    let blamed = |judged: &&Judged| judged.code().is_none() && !(judged.ours.is_empty() && judged.theirs.is_empty());
    for judged in judged.iter().filter(blamed) {
        let ours: Vec<&str> = judged.ours.iter().map(|told| told.code.as_str()).collect();
        let ours = if ours.is_empty() { "–".to_owned() } else { ours.join(", ") };
        let _ = writeln!(table, "| {} | {ours} | {} |", judged.title(), cells(judged).join(" | "));
    }
    table + "\nAll that are right:\n\n"
}
