//! The compiler whose texts the snapshots have.

use crate::skip;
use std::path::Path;
use std::process::Command;

const RUSTC: &str = "rustc 1.95.";

/// Whether this is that compiler, with the source of std, which its messages show. Without it, what compares its texts is
/// skipped, but not in CI.
///
/// # Panics
///
/// In CI, without it.
pub(crate) fn is_pinned() -> bool {
    let output = Command::new("rustc").arg("--version").output().expect("rustc runs where its tests do");
    let version = String::from_utf8_lossy(&output.stdout);
    let is_pinned = version.starts_with(RUSTC);
    if !is_pinned {
        skip::skipped(&format!("messages are compared with {RUSTC}x, and this is {}", version.trim()));
    }
    is_pinned && has_source()
}

fn has_source() -> bool {
    let output = Command::new("rustc").args(["--print", "sysroot"]).output().expect("rustc runs where its tests do");
    let sysroot = Path::new(str::from_utf8(&output.stdout).expect("a path in UTF-8").trim());
    let has_source = sysroot.join("lib/rustlib/src/rust/library/core/src/lib.rs").exists();
    if !has_source {
        skip::skipped("messages show lines of std: `rustup component add rust-src`");
    }
    has_source
}
