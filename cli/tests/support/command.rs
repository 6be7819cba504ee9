//! The command as a process.

#![allow(dead_code, reason = "each test uses a part")]

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

/// What a run of the command left.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The command in that folder, without what the environment says about colors.
pub(crate) fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cognito-cfn"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// Runs the command in that folder.
pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Ran {
    ran(command(folder, arguments))
}

/// Runs the command with a text as its standard input.
pub(crate) fn run_with_input(folder: &Path, arguments: &[&str], text: &str) -> Ran {
    let mut command = command(folder, arguments);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command was built");
    child.stdin.take().expect("it is piped").write_all(text.as_bytes()).expect("the command reads its input");
    of(child.wait_with_output().expect("the command ends"))
}

fn ran(mut command: Command) -> Ran {
    of(command.output().expect("the command was built"))
}

fn of(output: std::process::Output) -> Ran {
    let text = |bytes| String::from_utf8(bytes).expect("the output is UTF-8");
    Ran {
        code: output.status.code().expect("the command ends by itself"),
        stdout: text(output.stdout),
        stderr: text(output.stderr),
    }
}

/// A folder with these files.
pub(crate) fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("temporary folders can be made");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("it is in the folder")).expect("folders can be made");
        std::fs::write(path, text).expect("files can be written");
    }
    folder
}

/// Runs a line of a shell in that folder, with the command in its path.
pub(crate) fn shell(folder: &Path, line: &str) -> Ran {
    let binaries = Path::new(env!("CARGO_BIN_EXE_cognito-cfn")).parent().expect("it is in a folder").to_path_buf();
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(binaries).chain(std::env::split_paths(&path))).expect("paths join");
    let mut command = Command::new("sh");
    command.args(["-c", line]).current_dir(folder).env("PATH", path).stdin(Stdio::null()).env_remove("CLICOLOR_FORCE");
    ran(command)
}
