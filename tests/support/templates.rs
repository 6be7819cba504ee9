//! The templates of `tests/corpus`.

#![allow(dead_code, reason = "each test uses a part")]

use cognito_cfn::{Document, Json};
use std::fs;
use std::path::{Path, PathBuf};

/// What a file of the corpus is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A template of CloudFormation or SAM.
    Template,
    /// A configuration of the Serverless Framework, or a part of one.
    Serverless,
    /// The output of `aws cognito-idp describe-user-pool-client`.
    Described,
    /// The manifest of a cloud assembly.
    Manifest,
}

pub(crate) struct File {
    /// The path in the folder of the corpus.
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) document: Document,
}

impl File {
    pub(crate) fn is_yaml(&self) -> bool {
        !self.name.ends_with(".json")
    }

    /// The part of it that is laid out as a template.
    pub(crate) fn sections(&self) -> Vec<&Json> {
        let json = self.document.json();
        match (self.kind, &json["resources"]) {
            (Kind::Template, _) | (Kind::Serverless, Json::Null) => vec![json],
            (Kind::Serverless, Json::Array(parts)) => parts.iter().collect(),
            (Kind::Serverless, resources) => vec![resources],
            (Kind::Described | Kind::Manifest, _) => vec![],
        }
    }
}

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// Every JSON and YAML file, sorted by name.
pub(crate) fn read() -> Vec<File> {
    let mut paths = Vec::new();
    collect(&folder(), &mut paths);
    let mut files: Vec<File> = paths.iter().map(|path| file(path)).collect();
    files.sort_by(|one, other| one.name.cmp(&other.name));
    files
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the corpus is part of the repository") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|of| ["json", "yaml", "yml"].iter().any(|known| of == *known)) {
            paths.push(path);
        }
    }
}

fn file(path: &Path) -> File {
    let name = path.strip_prefix(folder()).expect("it is in the folder").display().to_string();
    let text = fs::read_to_string(path).expect("it is UTF-8");
    let document = Document::read(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let json = document.json();
    let kind = if name.starts_with("serverless") {
        Kind::Serverless
    } else if json.get("artifacts").is_some() {
        Kind::Manifest
    } else if json.get("UserPoolClient").is_some() {
        Kind::Described
    } else {
        Kind::Template
    };
    File { name, kind, text, document }
}
