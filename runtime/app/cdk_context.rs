//! What the `cdk` command line passes to the program: environment variables.

use crate::error::{Error, ErrorKind};
use crate::json::Json;
use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::path::PathBuf;

/// Whether the metadata of each resource has its path.
pub(crate) const PATH_METADATA: &str = "aws:cdk:enable-path-metadata";

const CONTEXT: &str = "CDK_CONTEXT_JSON";
/// A file with a context that is too large for an environment variable.
const OVERFLOW: &str = "CONTEXT_OVERFLOW_LOCATION_ENV";
const OUTDIR: &str = "CDK_OUTDIR";
/// Only the command line sets it; users may set the directory.
const COMMAND_LINE_VERSION: &str = "CDK_CLI_VERSION";

/// A variable that is set and not empty.
fn given(name: &str) -> Option<OsString> {
    env::var_os(name).filter(|value| !value.is_empty())
}

/// Whether the command line runs the program: it prints the warnings of the assembly itself.
pub(crate) fn is_run_by_command_line() -> bool {
    given(COMMAND_LINE_VERSION).is_some()
}

/// The directory to write to.
pub(crate) fn outdir() -> PathBuf {
    given(OUTDIR).map_or_else(|| "cdk.out".into(), PathBuf::from)
}

/// The context of the command line; empty if the program runs by itself.
pub(crate) fn passed() -> Result<BTreeMap<String, Json>, Error> {
    let mut context = BTreeMap::new();
    if let Some(json) = given(CONTEXT) {
        let json = json.to_str().ok_or_else(|| unreadable(CONTEXT, &"it is not UTF-8"))?;
        context.extend(parse(json, CONTEXT)?);
    }
    if let Some(path) = given(OVERFLOW) {
        let source = path.to_string_lossy();
        let json = std::fs::read_to_string(&path).map_err(|error| unreadable(&source, &error))?;
        context.extend(parse(&json, &source)?);
    }
    Ok(context)
}

fn parse(json: &str, source: &str) -> Result<BTreeMap<String, Json>, Error> {
    serde_json::from_str(json).map_err(|error| unreadable(source, &error))
}

fn unreadable(source: &str, reason: &dyn ToString) -> Error {
    Error::new(ErrorKind::Context { source: source.to_owned(), reason: reason.to_string() })
}

/// Whether a flag of the context is on: `true`, or the string `"true"` that the command line passes. The context of the
/// command line has precedence over that of the program.
pub(crate) fn is_set(passed: &BTreeMap<String, Json>, own: &BTreeMap<String, Json>, key: &str) -> bool {
    passed.get(key).or_else(|| own.get(key)).is_some_and(|value| *value == Json::Bool(true) || *value == "true")
}
