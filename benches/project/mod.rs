//! A crate outside of the workspace that a bench builds, and medians.

#![allow(dead_code, reason = "no bench needs all of it")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

pub(crate) struct Project {
    folder: PathBuf,
    manifest: String,
}

impl Project {
    /// A library in that folder with those dependencies, in the versions of the workspace.
    pub(crate) fn create(folder: &Path, dependencies: &[String]) -> Self {
        let mut manifest = String::from("[workspace]\n[package]\nname = \"subject\"\nversion = \"0.0.0\"\n");
        manifest.push_str("edition = \"2024\"\n[dependencies]\n");
        manifest.push_str(&dependencies.join("\n"));
        let project = Self { folder: folder.to_owned(), manifest };
        project.write("");
        project
    }

    /// Several projects may take turns in one folder, so all of it is written.
    pub(crate) fn write(&self, source: &str) {
        let written = "the target folder can be written";
        fs::create_dir_all(self.folder.join("src")).expect(written);
        fs::write(self.folder.join("Cargo.toml"), &self.manifest).expect(written);
        fs::write(self.folder.join("src/lib.rs"), source).expect(written);
        let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
        fs::copy(lock, self.folder.join("Cargo.lock")).expect(written);
    }

    /// A program in place of the library.
    pub(crate) fn write_main(&self, source: &str) {
        self.write("");
        fs::write(self.folder.join("src/main.rs"), source).expect("the target folder can be written");
    }

    /// The program that was built in that profile.
    pub(crate) fn binary(&self, profile: &str) -> PathBuf {
        self.folder.join("target").join(profile).join("subject")
    }

    /// What was written and built before.
    pub(crate) fn remove(&self) {
        let _ = fs::remove_dir_all(&self.folder);
    }

    /// `cargo` in this crate, without network.
    pub(crate) fn cargo(&self, command: &str) -> Command {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args([command, "--quiet", "--offline"]).current_dir(&self.folder);
        cargo.env("CARGO_TARGET_DIR", self.folder.join("target"));
        cargo
    }
}

pub(crate) fn run(mut command: Command) {
    let status = command.status().expect("cargo runs");
    assert!(status.success(), "{command:?} failed");
}

/// The number that an environment variable gives, if it gives one.
pub(crate) fn number(variable: &str, default: usize) -> usize {
    env::var(variable).map_or(default, |number| number.parse().expect("a number"))
}

pub(crate) fn median(times: &[f64]) -> f64 {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
