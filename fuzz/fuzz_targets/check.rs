//! `cognito-cfn check` ends with one of its exit codes on a file of any bytes, in both kinds of output.

#![no_main]

mod memory;

use libfuzzer_sys::fuzz_target;
use std::fs;
use std::sync::OnceLock;
use tempfile::TempDir;

/// Where the file is, in memory if the machine has such a folder.
static FOLDER: OnceLock<TempDir> = OnceLock::new();

fn folder() -> TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).expect("a folder")
}

fuzz_target!(|data: &[u8]| {
    let file = FOLDER.get_or_init(folder).path().join("template");
    fs::write(&file, data).expect("the folder can be written");
    let path = file.to_str().expect("the folder has a name of ASCII");
    let codes = ["human", "json"].map(|format| {
        let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
        let mut code = 0;
        memory::bounded(data, || {
            code = cognito_cfn_cli::run(
                ["cognito-cfn", "check", path, "--format", format],
                &mut stdout,
                &mut stderr,
            );
        });
        assert!(code <= 2, "exit code {code}");
        code
    });
    assert_eq!(codes[0], codes[1], "the format changes the exit code");
});
