//! Crates outside of this workspace, which depend on this one and on nothing else.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Runs the program of `tests/outside` as a crate of its own, with that line as its dependency.
fn runs(name: &str, edition: &str, dependency: &str) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let work = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("outside");
    let folder = work.join(name);
    let dependency = dependency.replace("PATH", &format!("{:?}", root.display().to_string()));
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\
         [dependencies]\n{dependency}\n[workspace]\n"
    );
    fs::create_dir_all(folder.join("src")).expect("the target folder can be written");
    fs::write(folder.join("Cargo.toml"), manifest).expect("the target folder can be written");
    // The same versions as here, so that nothing has to be fetched.
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the lock file is part of the repository");
    fs::copy(root.join("tests/outside").join(name).with_extension("rs"), folder.join("src/main.rs"))
        .expect("the program is part of the repository");
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--offline"])
        .current_dir(&folder)
        .env("CARGO_TARGET_DIR", work.join("target"))
        .output()
        .expect("cargo runs where its tests do");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && told.is_empty(), "{name}: {told}");
}

#[test]
fn a_crate_with_only_the_macro_in_scope() {
    runs("plain", "2024", "cognito-cfn = { path = PATH }");
}

#[test]
fn a_crate_with_one_glob() {
    runs("glob", "2024", "cognito-cfn = { path = PATH }");
}

#[test]
fn a_crate_with_the_dependency_renamed() {
    runs("renamed", "2024", "infra = { package = \"cognito-cfn\", path = PATH }");
}

#[test]
fn a_strict_crate_without_a_prelude() {
    runs("strict", "2021", "cognito-cfn = { path = PATH }");
}
