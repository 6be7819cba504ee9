//! What `check` prints and how it exits: the findings of each template in `check/`, and everything around them.

#[path = "../../tests/support/bless.rs"]
mod bless;
#[path = "support/command.rs"]
mod command;

use cognito_cfn::Json;
use command::{folder, run, run_with_input};
use std::fs;
use std::path::{Path, PathBuf};

fn cases() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/check")
}

/// A template without findings.
const RIGHT: &str = r#"{ "Resources": { "Web": { "Type": "AWS::Cognito::UserPoolClient", "Properties": {
    "UserPoolId": "eu-west-1_Ab12Cd34e", "PreventUserExistenceErrors": "ENABLED" } } } }"#;
/// One with a warning.
const WARNED: &str = r#"{ "Resources": { "Web": { "Type": "AWS::Cognito::UserPoolClient", "Properties": {
    "UserPoolId": "eu-west-1_Ab12Cd34e" } } } }"#;
/// One with an error.
const REFUSED: &str = r#"{ "Resources": { "Web": { "Type": "AWS::Cognito::UserPoolClient", "Properties": {
    "PreventUserExistenceErrors": "ENABLED" } } } }"#;
const WITHOUT: &str = r#"{ "Resources": { "Topic": { "Type": "AWS::SNS::Topic", "Properties": {} } } }"#;
const UNREADABLE: &str = r#"{ "Resources": { "#;

/// Every template of the folder, in all formats.
#[test]
fn each_template_has_its_findings() {
    let mut names: Vec<String> = fs::read_dir(cases())
        .expect("the cases are part of the repository")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".json") || name.ends_with(".yaml"))
        .collect();
    names.sort();
    assert!(names.len() >= 5, "{names:?}");
    for name in names {
        let mut page = String::new();
        for format in ["human", "json", "sarif", "github"] {
            let ran = run(&cases(), &["check", &name, "--format", format]);
            page += &format!("$ cognito-cfn check {name} --format {format}\n{}", ran.stdout);
            page += &format!("stderr:\n{}exit code {}\n\n", ran.stderr, ran.code);
        }
        bless::compare(&format!("tests/check/{name}.txt"), &page);
    }
}

#[test]
fn the_exit_code_says_how_it_went() {
    let folder = folder(&[
        ("right.json", RIGHT),
        ("warned.json", WARNED),
        ("refused.json", REFUSED),
        ("without.json", WITHOUT),
        ("unreadable.json", UNREADABLE),
    ]);
    for (arguments, code) in [
        (&["right.json"][..], 0),
        (&["warned.json"], 0),
        (&["warned.json", "--deny", "warnings"], 1),
        (&["warned.json", "--deny", "warnings", "--allow", "MI01"], 0),
        (&["warned.json", "--deny", "warnings", "--allow", "security,legacy"], 0),
        (&["warned.json", "--deny", "warnings", "--allow", "legacy"], 1),
        (&["refused.json"], 1),
        (&["without.json"], 0),
        (&["unreadable.json"], 2),
        (&["missing.json"], 2),
        (&["refused.json", "missing.json"], 2),
        (&["right.json", "missing.json"], 2),
        (&[], 2),
        (&["right.json", "--allow", "OA01"], 2),
        (&["right.json", "--allow", "MI1"], 2),
        (&["right.json", "--parameter", "Stage"], 2),
        (&["right.json", "--format", "xml"], 2),
    ] {
        for format in ["human", "json", "sarif", "github"] {
            let mut all = vec!["check"];
            all.extend(arguments);
            if !arguments.contains(&"--format") {
                all.extend(["--format", format]);
            }
            let ran = run(folder.path(), &all);
            assert_eq!(ran.code, code, "{all:?}\n{}{}", ran.stdout, ran.stderr);
        }
    }
}

#[test]
fn the_other_files_are_checked_as_well() {
    let folder = folder(&[("refused.json", REFUSED), ("unreadable.json", UNREADABLE)]);
    let ran = run(folder.path(), &["check", "missing.json", "unreadable.json", "refused.json", "--format", "json"]);
    let found: Json = ran.stdout.parse().expect("stdout is JSON and nothing else");
    let files: Vec<_> = found.as_array().into_iter().flatten().map(|found| &found["file"]).collect();
    assert!(!files.is_empty() && files.iter().all(|file| *file == "refused.json"), "{}", ran.stdout);
    assert!(ran.stderr.contains("missing.json") && ran.stderr.contains("unreadable.json"), "{}", ran.stderr);
}

#[test]
fn standard_input_is_a_file() {
    let folder = folder(&[]);
    let ran = run_with_input(folder.path(), &["check", "-", "--format", "json"], WARNED);
    let found: Json = ran.stdout.parse().expect("stdout is JSON");
    assert_eq!((&found[0]["file"], &found[0]["code"]), (&"-".into(), &"MI01".into()));
}

#[test]
fn a_file_without_clients_is_said() {
    let folder = folder(&[("without.json", WITHOUT)]);
    let ran = run(folder.path(), &["check", "without.json"]);
    assert_eq!(ran.stdout, "note: without.json: no app clients\n0 app clients in 0 files: 0 errors, 0 warnings\n");
    let ran = run(folder.path(), &["check", "without.json", "--format", "json"]);
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("[]\n", "note: without.json: no app clients\n"));
}

/// A wrong argument is no file that was not read.
#[test]
fn the_summary_counts_files() {
    let parameters = "Parameters:\n  Age: {Type: Number}\nResources:\n  A: {Type: AWS::Cognito::UserPoolClient}\n";
    let folder = folder(&[("right.json", RIGHT), ("parameters.yaml", parameters)]);
    for (name, parameter) in [("right.json", "Nope=1"), ("parameters.yaml", "Age=old")] {
        let ran = run(folder.path(), &["check", name, "--parameter", parameter]);
        assert_eq!(ran.code, 2, "{}", ran.stderr);
        assert!(!ran.stdout.contains("not read"), "{}", ran.stdout);
    }
    let ran = run(folder.path(), &["check", "right.json", "missing.json"]);
    assert!(ran.stdout.ends_with("; 1 file not read\n"), "{}", ran.stdout);
}

/// Nothing else in it is a client, and still it is no file without clients.
#[test]
fn a_type_on_the_wrong_level_is_an_error() {
    let high = "Resources:\n  Web:\n  Type: AWS::Cognito::UserPoolClient\n  Properties:\n    UserPoolId: a\n";
    let deep = "Resources:\n  Web:\n    Properties:\n      Type: AWS::Cognito::UserPoolClient\n      UserPoolId: a\n";
    let folder = folder(&[("high.yaml", high), ("deep.yaml", deep)]);
    for (name, place) in [("high.yaml", "high.yaml:3:"), ("deep.yaml", "deep.yaml:4:")] {
        let ran = run(folder.path(), &["check", name]);
        assert_eq!((ran.code, ran.stdout.matches("error").count()), (1, 2), "{}", ran.stdout);
        assert!(ran.stdout.contains(place) && ran.stdout.contains("`Type`"), "{}", ran.stdout);
    }
}

#[test]
fn output_that_nobody_reads_ends_quietly() {
    let folder = folder(&[("refused.json", REFUSED)]);
    let mut command = command::command(folder.path(), &["check", "refused.json"]);
    let (reader, writer) = std::io::pipe().expect("a pipe can be made");
    drop(reader);
    let output = command.stdout(writer).output().expect("the command was built");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(1), "errors nobody read are errors still");
}

#[test]
fn color_is_for_terminals() {
    let folder = folder(&[("refused.json", REFUSED)]);
    let check = |color: &[&str]| run(folder.path(), &[&["check", "refused.json"], color].concat()).stdout;
    let plain = check(&[]);
    assert!(!plain.contains('\u{1b}'), "{plain:?}");
    assert_eq!(check(&["--color", "never"]), plain);
    let colored = check(&["--color", "always"]);
    assert!(colored.contains("\u{1b}["), "{colored:?}");
    assert_eq!(anstream::adapter::strip_str(&colored).to_string(), plain);
}

/// Cut anywhere, a template is answered in every format.
#[test]
fn any_start_of_a_template_is_answered() {
    let folder = folder(&[]);
    let file = folder.path().join("cut.template.json");
    let path = file.to_str().expect("temporary folders have plain names");
    for name in ["template.json", "wide.yaml", "describe.json"] {
        let text = fs::read_to_string(cases().join(name)).expect("the case is part of the repository");
        for (at, _) in text.char_indices().step_by(17) {
            // A byte in place of the next character is another way to be wrong.
            for end in ["", "\u{1b}[31m", "\t\"", "漢: ["] {
                fs::write(&file, format!("{}{end}", &text[..at])).expect("files can be written");
                for format in ["human", "json", "sarif", "github"] {
                    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
                    let arguments = ["cognito-cfn", "check", path, "--format", format, "--color", "never"];
                    let code = cognito_cfn_cli::run(arguments, &mut stdout, &mut stderr);
                    assert!(code <= 2);
                    let printed = [stdout, stderr].concat();
                    assert!(
                        !printed.contains(&0x1b),
                        "an escape of the template: {}",
                        String::from_utf8_lossy(&printed)
                    );
                }
            }
        }
    }
}
