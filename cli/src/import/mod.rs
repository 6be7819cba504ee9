//! `cognito-cfn import`: clients of templates as declarations.

mod app;
mod client;
mod code;
mod expression;
mod function;
mod json;
mod module;
mod names;
mod resource;
mod section;
mod value;

use crate::Streams;
use cognito_cfn::Json;
use std::io;

/// The arguments of `import`.
#[derive(clap::Args)]
pub(crate) struct Arguments {}

/// Runs the command. Gives the exit code.
pub(crate) fn run(_: &Arguments, _: &mut Streams<'_>) -> io::Result<u8> {
    Ok(2)
}

/// A Rust module with a function for each client of a template; `None` if it has none. `origin` is what the template is
/// called in the documentation of the module.
pub fn module(origin: &str, template: &Json) -> Option<String> {
    let clients = module::clients(template);
    (!clients.is_empty()).then(|| module::module(origin, &clients))
}

/// A whole `main.rs` that rebuilds a template and prints it. `origin` is what the template is called in its documentation.
pub fn app(origin: &str, template: &Json) -> String {
    app::program(origin, template)
}
