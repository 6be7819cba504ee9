//! Where the other tools are.

use std::env;
use std::path::PathBuf;

/// The directory of the tools; a machine without them skips what needs them, and says so. In CI they must be there.
pub(crate) fn tools() -> Option<PathBuf> {
    let tools = env::var_os("CONFORMANCE_TOOLS").map(PathBuf::from);
    if tools.is_none() {
        assert!(env::var_os("CI").is_none(), "CONFORMANCE_TOOLS is not set");
        eprintln!("skipped: set CONFORMANCE_TOOLS to what `tests/conformance/install` prints");
    }
    tools
}
