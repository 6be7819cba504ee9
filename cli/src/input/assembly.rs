//! A cloud assembly: the folder `cdk.out`, whose `manifest.json` names the templates.
//! <https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-assemblies>

use super::{Failure, Reader, Reason, file, parts};
use cognito_cfn::Json;
use std::fs;
use std::path::{Path, PathBuf};

/// The file that every assembly has, besides its manifest.
const MARKER: &str = "cdk.out";

const NESTED: &str = ".nested.template.json";

impl Reader {
    /// Reads the templates of an assembly; `false` if the folder is none.
    pub(super) fn add_assembly(&mut self, folder: &Path) -> bool {
        let manifest = folder.join("manifest.json");
        let json = file::read(&manifest).ok().and_then(|text| serde_json::from_str::<Json>(&text).ok());
        let Some(artifacts) = json.as_ref().and_then(|json| json.get("artifacts")?.as_object()) else {
            let is_assembly = folder.join(MARKER).is_file();
            if is_assembly {
                let failure = Failure::new(
                    manifest.display().to_string(),
                    "the manifest of the cloud assembly cannot be read",
                    "run `cdk synth` again",
                );
                self.reading.failures.push(failure);
            }
            return is_assembly;
        };
        // An assembly within itself would have no end.
        if !self.seen.insert(parts::canonical(folder)) {
            return true;
        }
        let property = |artifact: &Json, name: &str| Some(artifact.get("properties")?.get(name)?.as_str()?.to_owned());
        for artifact in artifacts.values() {
            match artifact.get("type").and_then(Json::as_str) {
                Some("aws:cloudformation:stack") => {
                    if let Some(name) = property(artifact, "templateFile") {
                        self.add_file(&folder.join(name), Reason::InAssembly);
                    }
                }
                Some("cdk:cloud-assembly") => {
                    if let Some(name) = property(artifact, "directoryName") {
                        self.add_assembly(&folder.join(name));
                    }
                }
                _ => {}
            }
        }
        for nested in nested_templates(folder) {
            self.add_file(&nested, Reason::InAssembly);
        }
        true
    }
}

/// Templates of nested stacks. The manifest has them as files to upload.
fn nested_templates(folder: &Path) -> Vec<PathBuf> {
    let names = fs::read_dir(folder).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.file_name()));
    let mut nested: Vec<PathBuf> =
        names.filter(|name| name.to_string_lossy().ends_with(NESTED)).map(|name| folder.join(name)).collect();
    nested.sort();
    nested
}
