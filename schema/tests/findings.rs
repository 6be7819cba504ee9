//! What the rules find in a declaration, to the letter: `findings.txt`.
//!
//! A case is a title behind `#`, the declaration (with a pool and an answer for unknown users, unless it begins with `!`),
//! and what is found in it. `cargo bless` writes the findings.

use std::fmt::Write as _;

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/findings.txt");

/// The declaration of a case, as the macro gets it.
fn whole(declaration: &str) -> String {
    match declaration.strip_prefix('!') {
        Some(whole) => whole.to_owned(),
        None => format!("user_pool_id: Ref(\"UserPool\"), prevent_user_existence_errors: Enabled, {declaration}"),
    }
}

/// The case with what is found now.
fn analyzed(case: &str) -> String {
    let lines: Vec<&str> = case.lines().take_while(|line| !line.starts_with("  ")).collect();
    let mut analyzed = format!("{}\n", lines.join("\n"));
    let declaration = lines.get(1..).unwrap_or_default().join("\n");
    for finding in pipeline::findings(whole(&declaration).parse().expect("a declaration is made of tokens")) {
        let _ = writeln!(analyzed, "  {} at {:?}: {}", finding.code, finding.path.as_str(), finding.message);
        let _ = writeln!(analyzed, "    {}", finding.help);
    }
    analyzed
}

#[test]
fn each_case_has_the_findings_below_it() {
    let written = std::fs::read_to_string(FILE).expect("the cases are part of the repository");
    let cases: Vec<&str> = written.trim_end().split("\n\n").collect();
    let analyzed = cases.iter().map(|case| analyzed(case)).collect::<Vec<_>>().join("\n");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(FILE, &analyzed).expect("the cases can be written");
        return;
    }
    for (written, analyzed) in written.split("\n\n").zip(analyzed.split("\n\n")) {
        assert_eq!(analyzed.trim_end(), written.trim_end());
    }
    assert_eq!(analyzed, written);
}
