//! Checks that need a tool that is not there.

use std::io::{self, Write as _};
use std::{env, thread};

/// Reports that the running test is skipped. In CI that is a failure: there, every tool has to be installed.
///
/// # Panics
///
/// In CI.
pub(crate) fn skipped(reason: &str) {
    let thread = thread::current();
    let test = thread.name().unwrap_or("a test");
    assert!(env::var_os("CI").is_none(), "{test} cannot be skipped in CI: {reason}");
    // libtest hides what `eprintln!` prints in a test that passes; a write to stderr itself is shown.
    let _ = writeln!(io::stderr(), "\nskipped {test}: {reason}");
}
