//! A declaration to Rust: a value of the right type, and what is wrong after it.

mod branches;
mod client;
mod editor;
mod expression;
mod scope;
mod value;

use crate::pipeline::diagnostics::Diagnostics;
use crate::pipeline::host::Host;
use crate::pipeline::model::Declaration;
use crate::pipeline::parse::Entries;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// The one shape of the expansion, whether or not there are errors. The errors come last, so that what an editor
/// completes keeps its place whatever is wrong elsewhere.
pub(super) fn expand(
    runtime: &TokenStream,
    tree: &Entries,
    declaration: &Declaration,
    diagnostics: &Diagnostics,
    host: Host,
) -> TokenStream {
    let errors = diagnostics.errors(host);
    let errors = (!errors.is_empty()).then(|| quote!(#errors;));
    let warnings = diagnostics.warnings();
    let client = || client::client(runtime, declaration, host);
    let editor = || {
        let editor = editor::editor(runtime, tree);
        quote!(#runtime::__private::pass! { #editor })
    };
    match host {
        Host::Compiler if errors.is_none() && warnings.is_empty() => client(),
        Host::Compiler => {
            let client = client();
            quote!({ let client = #client; #warnings #errors client })
        }
        // An editor learns warnings from rustc.
        Host::RustAnalyzer => {
            let client = editor();
            quote!({ let client = #client; #errors client })
        }
        Host::Unknown => {
            let (client, editor) = (client(), editor());
            quote! {{
                #[allow(unexpected_cfgs)]
                let client = {
                    #[cfg(rust_analyzer)]
                    let client = #editor;
                    #[cfg(not(rust_analyzer))]
                    let client = {
                        #warnings
                        #client
                    };
                    client
                };
                #errors
                client
            }}
        }
    }
}

fn ident(name: &str) -> Ident {
    Ident::new(name, Span::call_site())
}
