//! An app: stacks that are deployed together.

mod assembly;
mod cdk_context;
mod exports;
mod staging;
#[cfg(test)]
mod tests;

pub use assembly::CloudAssembly;

use crate::checks::cycles;
use crate::error::{Error, ErrorKind};
use crate::json::Json;
use crate::resource;
use crate::stack::{Analysis, Stack};
use crate::warning::{self, Warning};
use assembly::Files;
use cognito_cfn_schema::literals::{check_stack_name, shorten};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Stacks that are deployed together, and what the `cdk` command line passed to the program.
///
/// ```no_run
/// use cognito_cfn::{App, CfnResource, Stack, json, user_pool_client};
///
/// fn main() -> Result<(), cognito_cfn::Error> {
///     let pool = CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({}));
///     let client = user_pool_client! { user_pool_id: pool.reference() };
///     let mut stack = Stack::new("identity");
///     stack.add(pool)?.add(client)?;
///
///     let mut app = App::new();
///     app.add(stack)?;
///     app.synth()?;
///     Ok(())
/// }
/// ```
///
/// `cdk deploy --app "cargo run"` then deploys it.
#[derive(Debug, Default)]
pub struct App {
    stacks: Vec<Stack>,
    outdir: Option<PathBuf>,
    context: BTreeMap<String, Json>,
}

impl App {
    /// An app without stacks.
    #[inline]
    pub fn new() -> Self {
        Self::default()
    }

    /// The directory that [`synth`](Self::synth) writes to; by default the environment variable `CDK_OUTDIR`, or else
    /// `cdk.out`.
    #[inline]
    pub fn outdir(&mut self, directory: impl Into<PathBuf>) -> &mut Self {
        self.outdir = Some(directory.into());
        self
    }

    /// Sets a value of the context, which the command line can override.
    #[inline]
    pub fn set_context(&mut self, key: impl Into<String>, value: impl Into<Json>) -> &mut Self {
        self.context.insert(key.into(), value.into());
        self
    }

    /// A value of the context, from `cdk --context key=value`, `cdk.json` or `cdk.context.json`.
    ///
    /// # Errors
    ///
    /// If the context of the command line is not JSON, or the value is nested deeper than 127 levels.
    #[inline]
    pub fn try_get_context(&self, key: &str) -> Result<Option<Json>, Error> {
        Ok(cdk_context::passed(key)?.or_else(|| self.context.get(key).cloned()))
    }

    /// Adds a stack.
    ///
    /// # Errors
    ///
    /// If CloudFormation does not accept the name, or another stack of the app has it, or one that differs only in letter
    /// case: macOS and Windows have one file for both.
    #[inline]
    pub fn add(&mut self, stack: Stack) -> Result<&mut Self, Error> {
        let name = stack.name();
        let of_stack = |kind| Error::of(kind, name, stack.created());
        check_stack_name(name).map_err(|diagnostic| {
            of_stack(ErrorKind::InvalidId { what: "stack", id: name.to_owned(), help: diagnostic.help.to_string() })
        })?;
        if let Some(other) = self.stack(name) {
            let other = other.created();
            return Err(of_stack(ErrorKind::DuplicateId {
                what: "stack",
                id: name.to_owned(),
                other,
                difference: None,
            }));
        }
        if let Some(other) = self.stacks.iter().find(|other| other.name().eq_ignore_ascii_case(name)) {
            let message = format!("the stacks `{name}` and `{}` differ only in letter case", other.name());
            let help = "change the name of one of them: on macOS and Windows, their templates are one file".into();
            return Err(of_stack(ErrorKind::Invalid { message, help }));
        }
        self.stacks.push(stack);
        Ok(self)
    }

    /// The stack of that name.
    #[inline]
    pub fn stack(&self, name: &str) -> Option<&Stack> {
        self.stacks.iter().find(|stack| stack.name() == name)
    }

    /// All stacks, in the order they were added.
    #[inline]
    pub fn stacks(&self) -> &[Stack] {
        &self.stacks
    }

    /// Checks whether all stacks can be deployed: each passes its [own check](Stack::check), dependencies are in the app and
    /// have no cycles, each stack is deployed after those whose exports it imports, and no two stacks export the same
    /// name in one account and region.
    ///
    /// # Errors
    ///
    /// All errors.
    #[inline]
    pub fn check(&self) -> Result<(), Error> {
        self.analyze().map(drop)
    }

    /// Renders and analyzes each stack once.
    #[inline]
    fn analyze(&self) -> Result<Vec<Analysis<'_>>, Error> {
        let stacks: Vec<_> = self.stacks.iter().map(Stack::analyze).collect();
        let within = stacks.iter().flat_map(Analysis::errors);
        let across = self.stacks.iter().flat_map(|stack| self.unknown_dependencies(stack));
        let exports = exports::errors(&stacks);
        Error::all(within.chain(across).chain(self.cycle_of_stacks()).chain(exports).collect())?;
        Ok(stacks)
    }

    /// Checks the app and writes its cloud assembly: templates, manifest, tree and metadata, for the `cdk` command line
    /// to read.
    ///
    /// Warnings are printed to stderr, in color on a terminal unless the environment variable `NO_COLOR` is set. The
    /// `cdk` command line prints them itself, so nothing is printed if it runs the program.
    ///
    /// Programs that write to one directory at the same time wait for each other, so its files are always those of one
    /// run. New files are complete on the disk before the first replaces an old one, and the manifest is absent until the
    /// last has. What a run leaves that is killed before that, the next one removes.
    ///
    /// # Errors
    ///
    /// All errors of the app, in which case nothing is written; or the error of a file that cannot be written, with those
    /// that were replaced before it.
    #[inline]
    pub fn synth(&self) -> Result<CloudAssembly, Error> {
        let stacks = self.analyze()?;
        let with_paths = self.is_set(cdk_context::PATH_METADATA)?;
        let mut warnings: Vec<Vec<Warning>> = stacks.iter().map(Analysis::warnings).collect();
        for (stack, warning) in exports::warnings(&stacks) {
            if let Some(of_stack) = warnings.get_mut(stack) {
                of_stack.push(warning);
            }
        }
        if !cdk_context::is_run_by_command_line() {
            warnings.iter().for_each(|of_stack| warning::print(of_stack));
        }
        let stacks = stacks.into_iter().zip(warnings).collect();
        let files = Files::of(stacks, with_paths);
        let directory = self.outdir.clone().unwrap_or_else(cdk_context::outdir);
        files.write(&directory)?;
        Ok(CloudAssembly::new(directory))
    }

    /// Whether a flag of the context is on: `true`, or the string `"true"` that the command line passes.
    #[inline]
    fn is_set(&self, key: &str) -> Result<bool, Error> {
        Ok(self.try_get_context(key)?.is_some_and(|value| value == Json::Bool(true) || value == "true"))
    }

    /// Dependencies that do not exist.
    #[inline]
    fn unknown_dependencies(&self, stack: &Stack) -> Vec<Error> {
        let mut errors = Vec::new();
        for name in stack.dependencies().into_iter().filter(|name| self.stack(name).is_none()) {
            let kind =
                ErrorKind::UnknownDependency { within: "the app".into(), name: format!("stack `{}`", shorten(name)) };
            errors.push(Error::of(kind, stack.name(), stack.created()));
        }
        for resource in stack.resources() {
            let own = resource.node();
            for dependency in &resource.state().dependencies {
                let Some(target) = dependency.other_stack(&own).and_then(|name| self.stack(name)) else { continue };
                if target.resource(dependency.logical_id()).is_none() {
                    let within = format!("the stack `{}`", target.name());
                    let name = format!("resource `{}`", shorten(dependency.logical_id()));
                    errors.push(resource::error(resource, ErrorKind::UnknownDependency { within, name }));
                }
            }
        }
        errors
    }

    /// Stacks that depend on each other.
    #[inline]
    fn cycle_of_stacks(&self) -> Option<Error> {
        let graph = self.stacks.iter().map(|stack| (stack.name(), stack.dependencies())).collect();
        let names = cycles::find(&graph)?;
        let first = names.first().and_then(|name| self.stack(name))?;
        let names = names.into_iter().map(str::to_owned).collect();
        Some(Error::of(ErrorKind::Cycle { what: "stacks", names }, first.name(), first.created()))
    }
}
