//! The layout of programs, compared with what rustfmt makes of them.

use std::fs;
use std::process::Command;

/// Checks that rustfmt would change nothing, with its defaults.
pub(crate) fn check(programs: &[String]) {
    // Outside of the repository, which has settings of its own.
    let folder = tempfile::tempdir().expect("temporary folders can be made");
    for (at, program) in programs.iter().enumerate() {
        fs::write(folder.path().join(format!("program_{at}.rs")), program).expect("a file");
    }
    let files = (0..programs.len()).map(|at| format!("program_{at}.rs"));
    let mut rustfmt = Command::new("rustfmt");
    rustfmt.args(["--edition", "2024", "--check", "--color", "never"]).args(files).current_dir(folder.path());
    let output = rustfmt.output().expect("rustfmt is part of the toolchain");
    let differences = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{differences}{}", String::from_utf8_lossy(&output.stderr));
}

/// The declarations of a module as struct literals.
pub(crate) fn literals(module: &str) -> String {
    let text = module.replace("user_pool_client! {", "CfnUserPoolClient {");
    // A block has a name there.
    let text =
        text.replace(": {\n", ": B {\n").replace(": { ", ": B { ").replace(", { ", ", B { ").replace(": {}", ": B {}");
    let lines = text.lines().map(|line| {
        let is_block = line.trim_start().starts_with('{');
        if is_block { line.replacen('{', "B {", 1) } else { line.to_owned() }
    });
    lines.map(|line| line + "\n").collect()
}
