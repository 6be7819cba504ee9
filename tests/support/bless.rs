//! Files that tests write: snapshots and pages.

use std::path::Path;
use std::{env, fs};

/// Compares a file of the package with what it should be. `cargo bless` writes it.
///
/// # Panics
///
/// If it differs.
pub(crate) fn compare(file: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    if env::var_os("BLESS").is_some() {
        fs::write(&path, expected).expect("the repository can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    let differs = written.lines().zip(expected.lines()).find(|(written, expected)| written != expected);
    assert!(written == expected, "{file} is out of date: run `cargo bless`; the first difference: {differs:?}");
}
