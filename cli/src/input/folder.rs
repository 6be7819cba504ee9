//! The templates in a folder.

use super::{Failure, Reader, Reason, file};
use std::path::Path;
use walkdir::WalkDir;

/// Folders of other people's files, or of copies.
const SKIPPED: [&str; 3] = [".git", "node_modules", "target"];

const EXTENSIONS: [&str; 4] = ["json", "template", "yaml", "yml"];

impl Reader {
    pub(super) fn add_folder(&mut self, folder: &Path) {
        let before = (self.reading.inputs.len(), self.reading.failures.len());
        let is_skipped = |name: &std::ffi::OsStr| SKIPPED.iter().any(|skipped| name == *skipped);
        let mut entries = WalkDir::new(folder).sort_by_file_name().into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().unwrap_or(folder).display().to_string();
                    let reason = error.io_error().map_or_else(|| error.to_string(), file::describe);
                    self.reading.failures.push(Failure::new(path, reason, "check the permissions of the folder"));
                    continue;
                }
            };
            let (path, kind) = (entry.path(), entry.file_type());
            if kind.is_dir() || entry.depth() == 0 {
                let is_of_others = entry.depth() > 0 && is_skipped(entry.file_name());
                if is_of_others || self.add_assembly(path) {
                    entries.skip_current_dir();
                }
            } else if kind.is_file() && has_extension(path) {
                self.add_file(path, Reason::InFolder);
            }
        }
        if before == (self.reading.inputs.len(), self.reading.failures.len()) {
            self.note(folder, "no templates in this folder");
        }
    }
}

fn has_extension(path: &Path) -> bool {
    path.extension().is_some_and(|extension| EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// A file that the CDK writes.
pub(super) fn is_template_of_cdk(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".template.json"))
}

/// A file whose name says that it is a template.
pub(super) fn is_named_like_template(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    ["template", "serverless", "cloudformation", "cfn"]
        .iter()
        .any(|word| name.split(|character: char| !character.is_ascii_alphanumeric()).any(|part| part == *word))
}
