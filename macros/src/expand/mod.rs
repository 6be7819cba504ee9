//! Declaration to Rust: a value of the right type, and the errors behind it.

mod client;
mod editor;

use crate::declaration::Declaration;
use crate::report::Reports;
use proc_macro2::TokenStream;
use quote::quote;
use std::sync::OnceLock;

/// Who runs the macro.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reader {
    /// rustc, rustdoc or clippy: the copy for editors would be read and dropped.
    Compiler,
    /// An editor, or something unknown.
    Editor,
}

impl Reader {
    /// The compilers are known by name; in doubt it may be an editor.
    pub(crate) fn detect() -> Self {
        static READER: OnceLock<Reader> = OnceLock::new();
        *READER.get_or_init(|| {
            let program = std::env::current_exe().ok();
            let name = program.as_deref().and_then(|program| program.file_stem()).and_then(|name| name.to_str());
            if matches!(name, Some("rustc" | "rustdoc" | "clippy-driver")) { Self::Compiler } else { Self::Editor }
        })
    }
}

/// The one shape of the expansion, whether or not there are errors. The errors stand last, so that what an editor
/// completes keeps its place whatever is wrong elsewhere.
pub(crate) fn expand(
    runtime: &TokenStream,
    declaration: &Declaration,
    reports: Reports,
    reader: Reader,
) -> TokenStream {
    let client = client::client(runtime, declaration);
    let errors = reports.into_tokens();
    if reader == Reader::Compiler {
        return if errors.is_empty() { client } else { quote!({ let client = #client; #errors; client }) };
    }
    let editor = editor::editor(runtime, &declaration.entries);
    quote! {{
        #[allow(unexpected_cfgs)]
        let client = {
            #[cfg(rust_analyzer)]
            let client = #runtime::__private::pass! { #editor };
            #[cfg(not(rust_analyzer))]
            let client = #client;
            client
        };
        #errors;
        client
    }}
}
