//! What a path is: kinds of files, folders, and everything that can be wrong with a path.

#[path = "support/command.rs"]
mod support;

use cognito_cfn::{Json, json};
use cognito_cfn_cli::input::{Failure, Input, Kind, Options, Reading, read};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn read_path(path: &Path) -> Reading {
    read(&[path.to_owned()], &Options::default())
}

/// The names of what was read, without the folder.
fn names(folder: &Path, reading: &Reading) -> Vec<String> {
    let prefix = format!("{}/", folder.display());
    reading.inputs.iter().map(|input| input.path.strip_prefix(&prefix).unwrap_or(&input.path).to_owned()).collect()
}

fn only_input(reading: &Reading) -> &Input {
    assert_eq!(reading.failures, []);
    let [input] = reading.inputs.as_slice() else { panic!("one input: {reading:?}") };
    input
}

fn only_failure(reading: &Reading) -> &Failure {
    let [failure] = reading.failures.as_slice() else { panic!("one failure: {reading:?}") };
    failure
}

const TEMPLATE: &str = r#"{ "Resources": { "A": { "Type": "AWS::Cognito::UserPoolClient", "Properties": {} } } }"#;

#[test]
fn a_template_is_the_json_of_its_text() {
    let folder = folder(&[("t.json", TEMPLATE)]);
    let reading = read_path(&folder.path().join("t.json"));
    let input = only_input(&reading);
    assert_eq!((input.kind, &input.template), (Kind::Template, input.document.json()));
    assert_eq!(input.source("/Resources/A/Type"), "/Resources/A/Type");
    assert_eq!(input.text, TEMPLATE);
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_text() {
    let folder = folder(&[("t.json", &format!("\u{FEFF}{TEMPLATE}"))]);
    assert_eq!(only_input(&read_path(&folder.path().join("t.json"))).text, TEMPLATE);
}

#[test]
fn a_described_client_is_a_resource_without_ids_dates_and_secret() {
    let described = json!({ "UserPoolClient": {
        "UserPoolId": "us-east-1_a1B2c3D4e", "ClientName": "web client-2", "ClientId": "3n4b5urk1ft4fl3mg5e62d9ado",
        "ClientSecret": "s3cr3t", "LastModifiedDate": 1723600000.1, "CreationDate": "2024-01-01T00:00:00Z",
        "RefreshTokenValidity": 30, "ANewMemberOfTheApi": true,
    } });
    let folder = folder(&[("client.json", &described.to_string())]);
    let reading = read_path(&folder.path().join("client.json"));
    let input = only_input(&reading);
    assert_eq!(input.kind, Kind::DescribeOutput);
    let properties = json!({
        "UserPoolId": "us-east-1_a1B2c3D4e", "ClientName": "web client-2", "RefreshTokenValidity": 30,
        "GenerateSecret": true,
    });
    let client = json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": properties });
    assert_eq!(input.template, json!({ "Resources": { "WebClient2": client } }));
    let of = |name: &str| input.source(&format!("/Resources/WebClient2/Properties/{name}"));
    assert_eq!(of("ClientName"), "/UserPoolClient/ClientName");
    assert_eq!(of("GenerateSecret"), "/UserPoolClient/ClientSecret");
    assert_eq!(input.source("/Resources/WebClient2"), "/UserPoolClient");
}

#[test]
fn a_described_client_without_a_secret_generates_none() {
    let folder = folder(&[("c.json", r#"{ "UserPoolClient": { "ClientName": "ü", "ClientSecret": null } }"#)]);
    let reading = read_path(&folder.path().join("c.json"));
    let client = &only_input(&reading).template["Resources"]["UserPoolClient"];
    assert_eq!(client["Properties"], json!({ "ClientName": "ü" }));
}

#[test]
fn a_folder_has_the_files_that_count_sorted_by_name() {
    let folder = folder(&[
        ("b.json", TEMPLATE),
        ("a/z.template", TEMPLATE),
        ("a/y.json", r#"{ "Resources": {} }"#),
        ("package.json", r#"{ "name": "Resources" }"#),
        ("broken.json", r#"{ "Resources": "#),
        ("notes.txt", TEMPLATE),
        (".git/c.json", TEMPLATE),
        ("node_modules/m/c.json", TEMPLATE),
        ("target/c.json", TEMPLATE),
        ("client.json", r#"{ "UserPoolClient": { "ClientName": "a" } }"#),
    ]);
    let reading = read_path(folder.path());
    assert_eq!(names(folder.path(), &reading), ["a/z.template", "b.json", "client.json"]);
    assert_eq!((reading.failures, reading.notes), (vec![], vec![]));
}

#[test]
fn in_a_folder_only_an_unreadable_template_of_the_cdk_is_an_error() {
    let folder = folder(&[
        ("App.template.json", r#"{ "Resources": "#),
        ("template.json", r#"{ "Resources": "#),
        ("other.json", r#"{ "Resources": { "A": { "Type": "AWS::Cognito::UserPoolClient" "#),
    ]);
    let reading = read_path(folder.path());
    assert!(only_failure(&reading).path.ends_with("App.template.json"));
    let notes: Vec<&str> = reading.notes.iter().map(|note| note.path.rsplit('/').next().unwrap()).collect();
    assert_eq!(notes, ["other.json", "template.json"]);
}

#[test]
fn a_folder_without_templates_is_said() {
    let folder = folder(&[("a.txt", "")]);
    let reading = read_path(folder.path());
    assert_eq!(reading.notes[0].message, "no templates in this folder");
    assert_eq!(reading.failures, []);
}

#[test]
fn a_given_file_that_is_no_template_is_said() {
    let folder = folder(&[("package.json", r#"{ "name": "a" }"#)]);
    let reading = read_path(&folder.path().join("package.json"));
    assert_eq!(reading.notes[0].message, "not a template: it has neither `Resources` nor `UserPoolClient`");
    assert_eq!((reading.inputs.len(), reading.failures), (0, vec![]));
}

#[test]
fn a_cloud_assembly_has_the_templates_of_its_manifest() {
    let stack = |file: &str| json!({ "type": "aws:cloudformation:stack", "properties": { "templateFile": file } });
    let stage = |directory: &str| json!({ "type": "cdk:cloud-assembly", "properties": { "directoryName": directory } });
    let outer = json!({ "version": "45.0.0", "artifacts": {
        "Web": stack("Web.template.json"), "Prod": stage("assembly-Prod"), "Self": stage("."),
        "Tree": { "type": "cdk:tree", "properties": { "file": "tree.json" } },
    } });
    let inner = json!({ "version": "45.0.0", "artifacts": { "Api": stack("ProdApi.template.json") } });
    let folder = folder(&[
        ("cdk.out/cdk.out", "{}"),
        ("cdk.out/manifest.json", &outer.to_string()),
        ("cdk.out/Web.template.json", TEMPLATE),
        ("cdk.out/WebNested1234.nested.template.json", TEMPLATE),
        ("cdk.out/Stale.template.json", "no longer there"),
        ("cdk.out/assembly-Prod/manifest.json", &inner.to_string()),
        ("cdk.out/assembly-Prod/ProdApi.template.json", TEMPLATE),
        ("src/other.json", TEMPLATE),
    ]);
    let expected = [
        "cdk.out/assembly-Prod/ProdApi.template.json",
        "cdk.out/Web.template.json",
        "cdk.out/WebNested1234.nested.template.json",
    ];
    let reading = read_path(&folder.path().join("cdk.out"));
    assert_eq!(names(folder.path(), &reading), expected);
    assert_eq!(reading.failures, []);
    // The same as a part of another folder.
    let reading = read_path(folder.path());
    assert_eq!(names(folder.path(), &reading), [&expected[..], &["src/other.json"]].concat());
}

#[test]
fn what_a_manifest_names_must_be_there() {
    let manifest = r#"{ "artifacts": { "A": { "type": "aws:cloudformation:stack",
        "properties": { "templateFile": "A.template.json" } } } }"#;
    let of = folder(&[("manifest.json", manifest)]);
    let reading = read_path(of.path());
    assert_eq!(&*only_failure(&reading).message, "no such file or directory");
    let of = folder(&[("cdk.out", "{}"), ("manifest.json", "{")]);
    let reading = read_path(of.path());
    assert_eq!(&*only_failure(&reading).message, "the manifest of the cloud assembly cannot be read");
}

#[test]
fn a_file_is_read_once() {
    let folder = folder(&[("a.json", TEMPLATE)]);
    let paths: Vec<PathBuf> = vec![folder.path().join("a.json"), folder.path().to_owned()];
    assert_eq!(read(&paths, &Options::default()).inputs.len(), 1);
}

#[test]
fn what_cannot_be_read_is_a_failure_that_names_the_file() {
    let folder = folder(&[]);
    let cases: [(&[u8], &str); 8] = [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"\xEF\xBB\xBF", "the file is empty"),
        (b"{\n\"a\": \"\xFF\" }", "line 2 is not valid UTF-8"),
        (b"\xFF\xFE{\0}\0", "the file is UTF-16"),
        (b"\xFE\xFF\0{\0}", "the file is UTF-16"),
        (b"{\0}\0", "the file is UTF-16"),
        (b"\0{\0}", "the file is UTF-16"),
    ];
    for (bytes, message) in cases {
        let path = folder.path().join("t.json");
        fs::write(&path, bytes).unwrap();
        let reading = read_path(&path);
        let failure = only_failure(&reading);
        assert_eq!((&*failure.message, failure.path.as_str()), (message, path.to_str().unwrap()));
        assert!(!failure.help.is_empty());
    }
    let reading = read_path(&folder.path().join("missing.json"));
    assert_eq!(&*only_failure(&reading).message, "no such file or directory");
    for text in ["\0", "{\"Resources\":{}}\0", "{ \"Resources\": { \"A\": \"\0\" } }"] {
        let path = folder.path().join("nul.json");
        fs::write(&path, text).unwrap();
        assert_eq!(read_path(&path).failures.len(), 1, "{text:?}");
    }
}

#[test]
fn a_text_that_is_broken_is_a_failure_with_its_text() {
    let folder = folder(&[("t.json", "{ \"Resources\": ]")]);
    let reading = read_path(&folder.path().join("t.json"));
    assert_eq!(only_failure(&reading).text.as_deref(), Some("{ \"Resources\": ]"));
}

#[cfg(unix)]
mod on_unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt, symlink};
    use std::process::Command;

    #[test]
    fn links_are_followed_only_where_they_are_given() {
        let folder = folder(&[("real/a.json", TEMPLATE)]);
        let at = |name: &str| folder.path().join(name);
        symlink(at("real"), at("linked")).unwrap();
        symlink(at("real/a.json"), at("linked.json")).unwrap();
        symlink(at("nowhere"), at("broken.json")).unwrap();
        symlink(folder.path(), at("real/loop")).unwrap();
        let reading = read_path(folder.path());
        assert_eq!(names(folder.path(), &reading), ["real/a.json"]);
        assert_eq!((reading.failures, reading.notes), (vec![], vec![]));
        assert_eq!(read_path(&at("linked")).inputs.len(), 1);
        assert_eq!(read_path(&at("linked.json")).inputs.len(), 1);
        assert_eq!(&*only_failure(&read_path(&at("broken.json"))).message, "no such file or directory");
    }

    #[test]
    fn standard_input_is_read_by_each_of_its_names() {
        let folder = folder(&[]);
        for name in ["-", "/dev/stdin", "/dev/fd/0"] {
            let ran = support::run_with_input(folder.path(), &["check", "--format", "json", name], TEMPLATE);
            assert_eq!((ran.code, ran.stderr.as_str()), (1, ""), "{name}");
            assert!(ran.stdout.contains(&format!("\"file\": \"{name}\"")), "{}", ran.stdout);
        }
        // What the shell writes for `<(…)` is a pipe of that kind.
        let ran = support::shell(folder.path(), "echo '{ \"Resources\": {} }' | cognito-cfn check /proc/self/fd/0");
        assert!(ran.stderr.is_empty(), "{}", ran.stderr);
    }

    #[test]
    fn a_pipe_or_a_device_is_not_opened() {
        let folder = folder(&[]);
        let pipe = folder.path().join("pipe.json");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        for path in [&pipe, Path::new("/dev/zero")] {
            assert_eq!(&*only_failure(&read_path(path)).message, "not a regular file");
        }
        assert_eq!(read_path(folder.path()).failures, []);
    }

    #[test]
    fn a_file_or_a_folder_without_permission_is_a_failure() {
        let folder = folder(&[("t.json", TEMPLATE), ("closed/t.json", TEMPLATE)]);
        let forbid = |name: &str| {
            let path = folder.path().join(name);
            fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
            path
        };
        let (file, closed) = (forbid("t.json"), forbid("closed"));
        // Whoever may read everything cannot try this.
        if fs::read(&file).is_err() {
            assert_eq!(&*only_failure(&read_path(&file)).message, "permission denied");
            let reading = read_path(folder.path());
            assert_eq!(only_failure(&reading).path, closed.display().to_string());
        }
        fs::set_permissions(&closed, fs::Permissions::from_mode(0o700)).unwrap();
    }

    #[test]
    fn a_file_larger_than_the_limit_is_not_read() {
        let folder = folder(&[("t.json", "")]);
        let file = fs::File::create(folder.path().join("t.json")).unwrap();
        file.set_len(64 * 1024 * 1024 + 1).unwrap();
        assert_eq!(&*only_failure(&read_path(&folder.path().join("t.json"))).message, "the file is larger than 64 MB");
    }
}

#[test]
fn parts_of_the_text_are_found_again() {
    let described = r#"{ "UserPoolClient": { "ClientName": "a" } }"#;
    let folder = folder(&[("c.json", described)]);
    let reading = read_path(&folder.path().join("c.json"));
    let input = only_input(&reading);
    let source = input.source("/Resources/A/Properties/ClientName");
    assert_eq!(input.document.json().pointer(&source), Some(&Json::from("a")));
}
