//! Who runs the macro.

use std::sync::OnceLock;

#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Host {
    /// rustc, rustdoc or clippy: the expansion for editors would be read and dropped.
    Compiler,
    /// The macro server of rust-analyzer: it would mark the value for rustc as inactive code.
    RustAnalyzer,
    /// Another program, which gets both.
    Unknown,
}

impl Host {
    /// Known by the name of the program.
    pub(crate) fn detect() -> Self {
        static HOST: OnceLock<Host> = OnceLock::new();
        *HOST.get_or_init(|| {
            let program = std::env::current_exe().ok();
            match program.as_deref().and_then(|program| program.file_stem()).and_then(|name| name.to_str()) {
                Some("rustc" | "rustdoc" | "clippy-driver") => Self::Compiler,
                Some(name) if name.starts_with("rust-analyzer") => Self::RustAnalyzer,
                _ => Self::Unknown,
            }
        })
    }
}
