//! A program is the same wherever and however it is built: its folder, the environment, a wrapper and the name of the
//! compiler change neither the expansion nor what it prints.

#![cfg(unix)]

#[path = "support/downstream.rs"]
mod downstream;

use cognito_cfn::Json;
use downstream::{Crate, DEPENDENCY};
use std::fs;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

const PROGRAM: &str = include_str!("../examples/single_page_app.rs");

fn created(name: &str) -> Crate {
    let created = Crate::new(name, "2024", DEPENDENCY);
    created.write("src/main.rs", PROGRAM);
    created
}

/// The standard output of a command that must end well.
fn output(command: &mut Command) -> Vec<u8> {
    let output = command.output().expect("the program can be started");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// rustc itself, not the program of rustup that starts it.
fn rustc() -> PathBuf {
    let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]));
    Path::new(String::from_utf8_lossy(&sysroot).trim()).join("bin/rustc")
}

/// The library that cargo builds for the program of the crate.
fn library(created: &Crate) -> PathBuf {
    let messages = output(&mut created.cargo(&["build", "--quiet", "--message-format=json"]));
    let messages = String::from_utf8_lossy(&messages).into_owned();
    let library = messages.lines().filter_map(|line| line.parse::<Json>().ok()).find_map(|message| {
        let is_library = message["target"]["name"] == "cognito_cfn";
        let file =
            message["filenames"].as_array()?.iter().filter_map(Json::as_str).find(|file| file.ends_with(".rlib"));
        file.filter(|_| is_library).map(PathBuf::from)
    });
    library.expect("cargo names the library")
}

/// That compiler on the program of the crate, with the library.
fn compiler(compiler: &Path, created: &Crate) -> Command {
    let library = library(created);
    let mut command = Command::new(compiler);
    command.current_dir(&created.folder).args(["--edition=2024", "src/main.rs", "--extern"]);
    command.arg(format!("cognito_cfn={}", library.display())).arg("-L");
    command.arg(format!("dependency={}", downstream::target().join("debug/deps").display()));
    command
}

/// The readers of templates and the assembly are compiled in the programs that use them: each function is `#[inline]`.
#[test]
fn the_library_has_no_machine_code_of_the_rooms_that_few_programs_use() {
    let library = fs::read(library(&created("machine-code"))).expect("the library");
    let library = String::from_utf8_lossy(&library);
    let has = |path: &[&str]| {
        let symbol: String = path.iter().map(|part| format!("{}{part}", part.len())).collect();
        library.contains(&symbol)
    };
    assert!(has(&["cognito_cfn", "checks"]) && has(&["cognito_cfn", "stack"]), "the symbols have other names");
    for room in [["document", "json"], ["document", "yaml"], ["stack", "read"], ["app", "assembly"], ["app", "exports"]]
    {
        assert!(!has(&["cognito_cfn", room[0], room[1]]), "`#[inline]` is missing in `{}::{}`", room[0], room[1]);
    }
}

fn expansion(rustc: &Path, created: &Crate) -> Command {
    let mut rustc = compiler(rustc, created);
    // What `cargo expand` does.
    rustc.arg("-Zunpretty=expanded").env("RUSTC_BOOTSTRAP", "1");
    rustc
}

#[test]
fn two_folders_and_two_runs_give_the_same_bytes() {
    let [here, there] = [created("twin"), created("twin-elsewhere")];
    let printed = here.run().stdout;
    assert!(!printed.is_empty());
    assert_eq!(printed, here.run().stdout);
    assert_eq!(printed, there.run().stdout);
}

#[test]
fn the_expansion_depends_neither_on_the_folder_nor_on_the_environment() {
    let [here, there] = [created("expanded"), created("expanded-elsewhere")];
    let expanded = output(&mut expansion(&rustc(), &here));
    let text = String::from_utf8_lossy(&expanded);
    // The value for rustc alone, without the copy for editors.
    assert!(text.contains("__private") && !text.contains("mod unused"), "{text}");
    let mut other = expansion(&rustc(), &there);
    other.envs([
        ("TZ", "Pacific/Kiritimati"),
        ("LANG", "tr_TR.UTF-8"),
        ("SOURCE_DATE_EPOCH", "0"),
        ("RUST_LOG", "trace"),
    ]);
    assert_eq!(text, String::from_utf8_lossy(&output(&mut other)));
}

#[test]
fn a_compiler_of_another_name_builds_the_same_program() {
    let created = created("renamed-compiler");
    let rustc = rustc();
    let sysroot = rustc.ancestors().nth(2).expect("rustc is in `bin` of a folder");
    let folder = created.folder.join("toolchain");
    fs::create_dir_all(folder.join("bin")).expect("the target folder can be written");
    let renamed = folder.join("bin/compiler");
    fs::copy(&rustc, &renamed).expect("rustc can be copied");
    // Its libraries are beside it, and a link that was there already is the same.
    let _ = symlink(sysroot.join("lib"), folder.join("lib"));
    // It is a host that the macro does not know, which gets the copy for editors too, behind a `cfg`.
    let program = created.folder.join("program");
    output(compiler(&renamed, &created).arg("--sysroot").arg(sysroot).arg("-Dwarnings").arg("-o").arg(&program));
    assert_eq!(output(&mut Command::new(program)), created.run().stdout);
}

#[test]
fn a_wrapper_of_the_compiler_builds_the_same_program() {
    let created = created("wrapped-compiler");
    let log = created.folder.join("wrapped");
    created.write("wrapper", &format!("#!/bin/sh\necho \"$@\" >> '{}'\nexec \"$@\"\n", log.display()));
    let wrapper = created.folder.join("wrapper");
    fs::set_permissions(&wrapper, fs::Permissions::from_mode(0o755)).expect("the target folder can be written");
    let printed = created.run().stdout;
    fs::remove_file(&log).unwrap_or_default();
    // Cargo compiles anew what has changed.
    created.write("src/main.rs", &format!("{PROGRAM}// {:?}\n", std::time::SystemTime::now()));
    assert_eq!(output(created.cargo(&["run", "--quiet"]).env("RUSTC_WRAPPER", &wrapper)), printed);
    let calls = fs::read_to_string(&log).expect("the wrapper was called");
    assert!(calls.contains("--crate-name wrapped_compiler"), "{calls}");
}
