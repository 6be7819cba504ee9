//! Files that a configuration of the Serverless Framework includes: `resources: ${file(resources/cognito.yml)}`.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The names of a configuration.
const NAMES: [&str; 5] = ["serverless.yml", "serverless.yaml", "serverless.json", "serverless.ts", "serverless.js"];

/// What the root of a repository has. No configuration above it is about its files.
const REPOSITORY: &str = ".git";

/// A file that is larger is no configuration.
const MAX_BYTES: u64 = 1024 * 1024;

/// How many files of one configuration are read.
const MAX_FILES: usize = 100;

/// Whether the configuration in a folder around the file includes it, itself or through a file that it includes.
pub(super) fn is_included(path: &Path) -> bool {
    let Ok(path) = path.canonicalize() else { return false };
    for folder in path.ancestors().skip(1) {
        if NAMES.iter().any(|name| includes(folder, folder.join(name), &path)) {
            return true;
        }
        if folder.join(REPOSITORY).exists() {
            return false;
        }
    }
    false
}

/// The paths in a configuration and in what it includes are relative to its folder.
fn includes(folder: &Path, configuration: PathBuf, path: &Path) -> bool {
    let mut seen = HashSet::new();
    let mut unread = vec![configuration];
    while let Some(text) = unread.pop().map(|next| read(&next).unwrap_or_default()) {
        for included in included_paths(&text) {
            let Ok(included) = folder.join(included).canonicalize() else { continue };
            if included == path {
                return true;
            }
            if seen.len() < MAX_FILES && seen.insert(included.clone()) {
                unread.push(included);
            }
        }
    }
    false
}

fn read(path: &Path) -> Option<String> {
    let metadata = fs::metadata(path).ok()?;
    if metadata.is_file() && metadata.len() <= MAX_BYTES { fs::read_to_string(path).ok() } else { None }
}

/// The paths in `${file(…)}`.
fn included_paths(text: &str) -> impl Iterator<Item = &str> {
    let arguments = text.split("${").skip(1).filter_map(|variable| variable.trim_start().strip_prefix("file("));
    let paths = arguments.filter_map(|rest| rest.split(')').next());
    paths.map(|path| path.trim().trim_matches(['\'', '"'])).filter(|path| !path.is_empty())
}
