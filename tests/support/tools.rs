//! Where the other tools are.

use crate::skip;
use std::env;
use std::path::PathBuf;

/// The directory of the tools. Without it, what needs them is skipped, but not in CI.
pub(crate) fn tools() -> Option<PathBuf> {
    let tools = env::var_os("CONFORMANCE_TOOLS").map(PathBuf::from);
    if tools.is_none() {
        skip::skipped("set CONFORMANCE_TOOLS to what `tests/conformance/install` prints");
    }
    tools
}
