//! A module with a function for each client.

use super::client::{self, Function};
use super::names::{self, Names};
use cognito_cfn::Json;

/// A client of a template.
pub(super) struct Source<'j> {
    logical_id: &'j str,
    resource: &'j Json,
}

/// The clients of a template, by logical id.
pub(super) fn clients(template: &Json) -> Vec<Source<'_>> {
    let resources = template.get("Resources").and_then(Json::as_object);
    let resources = resources.into_iter().flatten().filter(|(_, resource)| client::is_client(resource));
    resources.map(|(logical_id, resource)| Source { logical_id, resource }).collect()
}

/// The functions of clients.
pub(super) fn functions(sources: &[Source<'_>]) -> Vec<Function> {
    let mut names = Names::default();
    let function = |source: &Source<'_>| {
        let name = names.name(source.logical_id, names::CLIENT);
        client::function(&name, source.logical_id, source.resource)
    };
    sources.iter().filter_map(function).collect()
}

/// The line that imports what is used of the crate.
pub(super) fn imports(names: &[(&str, bool)]) -> String {
    let used: Vec<&str> = names.iter().filter(|(_, is_used)| *is_used).map(|(name, _)| *name).collect();
    match used.as_slice() {
        [one] => format!("use cognito_cfn::{one};\n"),
        several => format!("use cognito_cfn::{{{}}};\n", several.join(", ")),
    }
}

/// A module with the clients of a template. `origin` is what it was made of, for its documentation.
pub(super) fn module(origin: &str, sources: &[Source<'_>]) -> String {
    let functions = functions(sources);
    let imports = imports(&[
        ("CfnUserPoolClient", true),
        ("json", functions.iter().any(|function| function.names_json)),
        ("user_pool_client", functions.iter().any(|function| function.declares)),
    ]);
    let texts: Vec<&str> = functions.iter().map(|function| function.text.as_str()).collect();
    format!("//! The app clients of `{origin}`.\n\n{imports}\n{}", texts.join("\n"))
}
