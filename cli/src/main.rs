//! The command `cognito-cfn`.

use std::process::ExitCode;

fn main() -> ExitCode {
    cognito_cfn_cli::run()
}
