//! Files that the configuration of the Serverless Framework includes: they look like templates, and refer to what other
//! files have.

use super::kind::Kind;
use super::serverless::without_variables;
use super::variables::Syntax;
use super::{Reader, Reason};
use std::path::{Path, PathBuf};

/// The path in `${file(path)}` or `${file(path):key}`, unless variables are in it.
pub(super) fn path(variable: &str) -> Option<&str> {
    let (path, rest) = variable.trim().strip_prefix("${file(")?.split_once(')')?;
    let key = rest.strip_suffix('}')?;
    let is_whole = (key.is_empty() || key.starts_with(':')) && !key.contains('}');
    (is_whole && !path.contains("${")).then(|| path.trim().trim_matches(['\'', '"']))
}

impl Reader {
    /// Takes note of the files that a configuration includes, and reads them if a folder does not have them anyway. Gives
    /// how many of them are not there.
    pub(super) fn add_parts(&mut self, configuration: &Path, included: &[Option<String>], reason: Reason) -> usize {
        let folder = configuration.parent().unwrap_or(Path::new(""));
        let mut missing = 0;
        for path in included {
            match path.as_ref().map(|path| folder.join(path)).filter(|path| path.is_file()) {
                Some(path) => {
                    self.parts.insert(canonical(&path));
                    if reason == Reason::Given {
                        self.add_file(&path, Reason::Given);
                    }
                }
                None => missing += 1,
            }
        }
        missing
    }

    /// What includes a file has the names that are not in it.
    pub(super) fn mark_parts(&mut self) {
        if self.parts.is_empty() {
            return;
        }
        let parts = &self.parts;
        let is_part = |path: &str| parts.contains(&canonical(Path::new(path)));
        for input in self.reading.inputs.iter_mut().filter(|input| is_part(&input.path)) {
            input.kind = Kind::Serverless;
            input.template = without_variables(input.document.json(), Syntax::AnySource);
        }
    }
}

/// The same for all ways to write a path.
pub(super) fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}
