//! What rustc says of each mistake, to the letter.
//!
//! The texts that frame a message change with the compiler, so they are compared on one version. `TRYBUILD=overwrite`
//! writes them anew; read them before they are committed.

use std::process::Command;

/// The compiler whose texts stand in `tests/ui`.
const RUSTC: &str = "rustc 1.95.";

#[test]
fn every_mistake_is_told_as_written() {
    let output = Command::new("rustc").arg("--version").output().expect("rustc runs where its tests do");
    let version = String::from_utf8_lossy(&output.stdout);
    if !version.starts_with(RUSTC) {
        assert!(std::env::var_os("CI").is_none(), "CI compares messages with {RUSTC}x, and this is {version}");
        println!("skipped: messages are compared with {RUSTC}x, and this is {version}");
        return;
    }
    let cases = trybuild::TestCases::new();
    cases.compile_fail("tests/ui/*/*.rs");
    cases.pass("tests/pass/*.rs");
}
