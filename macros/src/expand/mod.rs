//! Declaration to Rust: a value of the right type, and what was found behind it.

mod client;
mod editor;
mod value;

use crate::declaration::Declaration;
use crate::report::Reports;
use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use std::sync::OnceLock;

/// Who runs the macro.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Reader {
    /// rustc, rustdoc or clippy: the copy for editors would be read and dropped.
    Compiler,
    /// The macro server of rust-analyzer: of the value for rustc it would say that it is inactive.
    RustAnalyzer,
    /// Something else, which gets both.
    Unknown,
}

impl Reader {
    /// They are known by the name of the program.
    pub(crate) fn detect() -> Self {
        static READER: OnceLock<Reader> = OnceLock::new();
        *READER.get_or_init(|| {
            let program = std::env::current_exe().ok();
            match program.as_deref().and_then(|program| program.file_stem()).and_then(|name| name.to_str()) {
                Some("rustc" | "rustdoc" | "clippy-driver") => Self::Compiler,
                Some(name) if name.starts_with("rust-analyzer") => Self::RustAnalyzer,
                _ => Self::Unknown,
            }
        })
    }
}

/// The one shape of the expansion, whether or not there are errors. The errors stand last, so that what an editor
/// completes keeps its place whatever is wrong elsewhere.
pub(crate) fn expand(
    runtime: &TokenStream,
    declaration: &Declaration,
    reports: &Reports,
    reader: Reader,
) -> TokenStream {
    let errors = reports.errors(reader);
    let errors = (!errors.is_empty()).then(|| quote!(#errors;));
    let advice = reports.advice();
    let client = || client::client(runtime, declaration, reader);
    let editor = || {
        let copy = editor::editor(runtime, &declaration.entries);
        quote!(#runtime::__private::pass! { #copy })
    };
    match reader {
        Reader::Compiler if errors.is_none() && advice.is_empty() => client(),
        Reader::Compiler => {
            let client = client();
            quote!({ let client = #client; #advice #errors client })
        }
        // An editor learns advice from rustc.
        Reader::RustAnalyzer => {
            let client = editor();
            quote!({ let client = #client; #errors client })
        }
        Reader::Unknown => {
            let (client, editor) = (client(), editor());
            quote! {{
                #[allow(unexpected_cfgs)]
                let client = {
                    #[cfg(rust_analyzer)]
                    let client = #editor;
                    #[cfg(not(rust_analyzer))]
                    let client = {
                        #advice
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

/// A number as a token; where it is negative the minus is one of its own.
fn number(number: i64) -> TokenStream {
    let digits = Literal::u64_unsuffixed(number.unsigned_abs());
    if number < 0 { quote!(-#digits) } else { digits.into_token_stream() }
}

/// Whether the run certainly is an expression: a path, or the call of a macro.
fn parses(tokens: &[TokenTree]) -> bool {
    let (last, path) = match tokens {
        [path @ .., TokenTree::Punct(bang), TokenTree::Group(group)]
            if bang.as_char() == '!' && group.delimiter() != Delimiter::None =>
        {
            (None, path)
        }
        [path @ .., last] => (Some(last), path),
        [] => return false,
    };
    let is_word = |token: &TokenTree| match token {
        TokenTree::Ident(word) => crate::scan::is_operand(&word.to_string()),
        _ => false,
    };
    let mut path = path.iter().chain(last);
    loop {
        if !path.next().is_some_and(is_word) {
            return false;
        }
        match (path.next(), path.next()) {
            (None, _) => return true,
            (Some(TokenTree::Punct(one)), Some(TokenTree::Punct(two)))
                if one.as_char() == ':' && two.as_char() == ':' => {}
            _ => return false,
        }
    }
}
