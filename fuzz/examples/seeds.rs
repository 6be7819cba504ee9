//! Writes where the fuzzers start and the words that they may use: `cargo run --example seeds -- FOLDER` fills
//! `FOLDER/<target>` and `FOLDER/<target>.dict`, from the corpora of the tests and from the tables of the schema.

#[path = "../../macros/src/tests/declarations.rs"]
mod declarations;

use cognito_cfn_schema::property::Kind;
use cognito_cfn_schema::{Property, RESOURCE_TYPE, blocks, client, intrinsics};
use declarations::DECLARATIONS;
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let folder = PathBuf::from(env::args_os().nth(1).unwrap_or_else(|| "seeds".into()));
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");

    let fixtures = files(&root.join("schema/fixtures"), &["rs"])?;
    let programs = fixtures.iter().map(fs::read_to_string).collect::<Result<Vec<_>, _>>()?;
    let texts = DECLARATIONS.iter().copied().chain(programs.iter().flat_map(|program| pipeline::declarations(program)));
    // The choices of mutations, after no text: which declaration, and how many.
    let choices = (0..=u8::MAX).map(|at| [&[0xFF, at, at % 4], [at; 32].as_slice()].concat());
    let declarations: Vec<Vec<u8>> = texts.map(|text| text.as_bytes().to_vec()).chain(choices).collect();
    write(&folder, "expansion", declarations, expansion_words())?;

    let mut templates = Vec::new();
    for place in ["tests/corpus", "cli/tests/check", "tests/document"] {
        templates.extend(files(&root.join(place), &["json", "yaml", "yml"])?);
    }
    let templates = templates.iter().map(fs::read).collect::<Result<Vec<_>, _>>()?;
    write(&folder, "document", templates.clone(), template_words())?;
    write(&folder, "check", templates, template_words())
}

/// The files below a folder that end so.
fn files(folder: &Path, extensions: &[&str]) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(files(&path, extensions)?);
        } else if path.extension().and_then(OsStr::to_str).is_some_and(|end| extensions.contains(&end)) {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

fn write(folder: &Path, target: &str, seeds: Vec<Vec<u8>>, words: BTreeSet<String>) -> io::Result<()> {
    let of_target = folder.join(target);
    fs::create_dir_all(&of_target)?;
    for (at, seed) in seeds.iter().enumerate() {
        fs::write(of_target.join(format!("seed-{at:03}")), seed)?;
    }
    let entry = |word: &String| {
        let bytes = word.bytes().map(|byte| format!("\\x{byte:02X}"));
        format!("\"{}\"\n", bytes.collect::<String>())
    };
    fs::write(folder.join(format!("{target}.dict")), words.iter().map(entry).collect::<String>())
}

fn properties() -> impl Iterator<Item = &'static Property> {
    client::ALL.iter().copied().chain(blocks::ALL.iter().flat_map(|block| block.members.iter().copied()))
}

/// What a declaration is written with.
fn expansion_words() -> BTreeSet<String> {
    let mut words: BTreeSet<String> = properties().map(|property| format!("{}: ", property.name)).collect();
    for property in properties() {
        if let Kind::Enum(of) | Kind::List(&Kind::Enum(of)) = property.kind {
            words.extend(of.variants.iter().map(|variant| variant.name.to_owned()));
        }
    }
    words.extend(intrinsics::FUNCTIONS.iter().map(|function| format!("{}(", function.name)));
    words.extend(["if a { ", " } else { ", "match a { _ => ", "..", "r#", "logical_id: ", "allow: [", "metadata: { "].map(str::to_owned));
    words
}

/// What a template is written with.
fn template_words() -> BTreeSet<String> {
    let mut words: BTreeSet<String> = properties().map(|property| property.cloudformation.to_owned()).collect();
    words.extend(intrinsics::FUNCTIONS.iter().map(|function| function.cloudformation.to_owned()));
    let syntax = [
        RESOURCE_TYPE, "Resources", "Properties", "Type", "Conditions", "Parameters", "Metadata", "cognito-cfn", "allow",
        "UserPoolClient", "ClientSecret", "AllowedValues", "Default", "DependsOn", "Transform", "Fn::ForEach::", "service",
        "provider", "resources", "${self:", "${file(", "!Ref ", "!Sub ", "!GetAtt ", "!If ", "&a ", "*a", "<<: ", "---\n",
        "...\n", "|\n", ">-\n", "? ", "!!str ", "%YAML 1.1\n", "{{resolve:ssm:", "\\u0000", "\\ud800", "1e400", "0x1F",
        "1:30", ".inf", "~", "\u{feff}", "\r\n", "AWS::NoValue",
    ];
    words.extend(syntax.map(str::to_owned));
    words.remove("");
    words
}
