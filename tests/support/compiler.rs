//! The compiler whose texts the snapshots have.

use crate::skip;
use std::process::Command;

const RUSTC: &str = "rustc 1.95.";

/// Whether this is that compiler. With another one, what compares its texts is skipped, but not in CI.
///
/// # Panics
///
/// In CI, with another one.
pub(crate) fn is_pinned() -> bool {
    let output = Command::new("rustc").arg("--version").output().expect("rustc runs where its tests do");
    let version = String::from_utf8_lossy(&output.stdout);
    let is_pinned = version.starts_with(RUSTC);
    if !is_pinned {
        skip::skipped(&format!("messages are compared with {RUSTC}x, and this is {}", version.trim()));
    }
    is_pinned
}
