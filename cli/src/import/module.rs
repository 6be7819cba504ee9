//! A module with a function for each client.

use super::client::{self, Function};
use super::code::{LINE, visible};
use super::names::{self, Names};
use super::source::Source;
use crate::input::STANDARD_INPUT;

/// A file, and its clients.
pub(super) struct File {
    pub(super) path: String,
    pub(super) sources: Vec<Source>,
}

/// The text of the module. `origin` is what it was made of, for its documentation.
pub(super) fn text(origin: &str, files: &[File]) -> String {
    let mut names = Names::default();
    let mut functions = Vec::new();
    for File { path, sources } in files {
        let above = if files.len() > 1 { format!("// Of {}.\n\n", quoted(path)) } else { String::new() };
        let start = functions.len();
        functions.extend(sources.iter().filter_map(|source| function(source, &mut names)));
        if let Some(first) = functions.get_mut(start) {
            first.text.insert_str(0, &above);
        }
    }
    let imports = imports(&[
        ("CfnUserPoolClient", true),
        ("json", functions.iter().any(|function| function.names_json)),
        ("user_pool_client", functions.iter().any(|function| function.declares)),
    ]);
    let texts: Vec<&str> = functions.iter().map(|function| function.text.as_str()).collect();
    format!("//! The app clients of {}.\n\n{imports}\n{}", quoted(origin), texts.join("\n"))
}

fn function(source: &Source, names: &mut Names) -> Option<Function> {
    let name = names.name(&source.logical_id, names::CLIENT);
    client::function(&name, &source.logical_id, &source.resource, &source.judged)
}

/// What a module or a program was made of, for its documentation.
pub(super) fn quoted(origin: &str) -> String {
    if origin == STANDARD_INPUT { "standard input".into() } else { format!("`{}`", visible(origin)) }
}

/// The import of what is used of the crate.
pub(super) fn imports(names: &[(&str, bool)]) -> String {
    let used: Vec<&str> = names.iter().filter(|(_, is_used)| *is_used).map(|(name, _)| *name).collect();
    if let [one] = used.as_slice() {
        return format!("use cognito_cfn::{one};\n");
    }
    let line = format!("use cognito_cfn::{{{}}};\n", used.join(", "));
    // rustfmt leaves two columns of an import empty.
    if line.len() <= LINE - 2 {
        return line;
    }
    let options = textwrap::Options::new(LINE).initial_indent("    ").subsequent_indent("    ");
    let names = textwrap::fill(&format!("{},", used.join(", ")), options);
    format!("use cognito_cfn::{{\n{names}\n}};\n")
}
