//! The command `cognito-cfn`.

use std::io::{stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    cognito_cfn_cli::run(std::env::args_os(), stdout().lock(), stderr().lock()).into()
}
