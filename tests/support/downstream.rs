//! Crates outside of this workspace, which depend on this one as a user's crate does.

#![allow(dead_code, reason = "each test uses a part")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs};

/// The line of a manifest that depends on this crate.
pub(crate) const DEPENDENCY: &str = "cognito-cfn = { path = PATH }";

pub(crate) struct Crate {
    pub(crate) folder: PathBuf,
}

impl Crate {
    /// A crate of that name, with that line as its dependency. `PATH` is the path of this crate.
    pub(crate) fn new(name: &str, edition: &str, dependency: &str) -> Self {
        // The tests of the command are in a package below the workspace.
        let packages = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors();
        let root = packages.into_iter().find(|folder| folder.join("Cargo.lock").exists());
        let root = root.expect("the lock file is part of the repository");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("downstream").join(name);
        let dependency = dependency.replace("PATH", &format!("{:?}", root.display().to_string()));
        let created = Self { folder };
        created.write(
            "Cargo.toml",
            &format!(
                "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"{edition}\"\n\
                 [dependencies]\n{dependency}\n[workspace]\n"
            ),
        );
        // The same versions as here, so that nothing has to be fetched.
        let lock = fs::read_to_string(root.join("Cargo.lock")).expect("the lock file is part of the repository");
        created.write("Cargo.lock", &lock);
        created
    }

    /// Writes a file of the crate.
    pub(crate) fn write(&self, file: &str, text: &str) {
        let file = self.folder.join(file);
        // Cargo builds anew what has a new date.
        if fs::read_to_string(&file).is_ok_and(|written| written == text) {
            return;
        }
        let written = file.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&file, text));
        written.expect("the target folder can be written");
    }

    /// Cargo in this crate. All crates share one target folder, so that what they depend on is compiled once.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(arguments).arg("--offline").current_dir(&self.folder);
        cargo.env("CARGO_TARGET_DIR", target());
        // The profile of this workspace, or what it has built could not be used.
        if env::var_os("CARGO_PROFILE_DEV_DEBUG").is_none() {
            cargo.env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only");
        }
        cargo
    }

    /// What the program prints, which has to end well, without a word of the compiler.
    pub(crate) fn run(&self) -> Output {
        let output = self.cargo(&["run", "--quiet"]).output().expect("cargo runs where its tests do");
        let reported = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success() && reported.is_empty(), "{}: {reported}", self.folder.display());
        output
    }
}

/// The target folder of these tests, which has the other dependencies already.
pub(crate) fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("..")
}
