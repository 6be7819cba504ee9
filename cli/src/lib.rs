//! The command `cognito-cfn` as a library: `main` calls [`run`], and so do the tests.

pub mod import;

use std::process::ExitCode;

/// Runs the command with the arguments of the process.
pub fn run() -> ExitCode {
    ExitCode::SUCCESS
}
