//! A client secret is never printed, wherever it is and whatever is wrong around it.

#[path = "support/command.rs"]
mod command;

use command::{folder, run, run_with_input};

const SECRET: &str = "1example23456789abcdefghijklmnopqrstuvwxyz0123456789";

/// Texts with `SECRET`, which may be right or wrong.
const TEXTS: &[&str] = &[
    // Beside findings, on their line.
    r#"{"Resources":{"Web":{"Type":"AWS::Cognito::UserPoolClient","Properties":{"ClientSecret":"SECRET","AllowedOAuthFlows":["code"]}}}}"#,
    r#"{"Resources":{"Web":{"Type":"AWS::Cognito::UserPoolClient","Properties":{"AllowedOAuthFlows":["code"],"ClientSecret":{"a":["SECRET"]}}}}}"#,
    "Resources:\n  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties: {ClientSecret: SECRET, AllowedOAuthFlows: [code]}\n",
    "Resources:\n  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      ClientSecret: SECRET\n      AllowedOAuthFlows: [code]\n",
    "Resources:\n  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      ClientSecret: |\n        SECRET\n      AllowedOAuthFlows: [code]\n",
    "Resources:\n  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Properties:\n      client_secret: >-\n        SECRET\n      AllowedOAuthFlows: [code]\n",
    // The output of describe-user-pool-client.
    r#"{"UserPoolClient":{"UserPoolId":"eu-west-1_Ab12Cd34e","ClientName":"web","ClientId":"1234567890abcdef","ClientSecret":"SECRET","AllowedOAuthFlows":["code"]}}"#,
    "UserPoolClient:\n  ClientId: 1234567890abcdef\n  ClientSecret: SECRET\n  UserPoolId: eu-west-1_Ab12Cd34e\n  AllowedOAuthFlows: [code]\n",
    // In texts that cannot be read.
    r#"{"UserPoolClient":{"ClientSecret":"SECRET" "ClientId":"a"}}"#,
    r#"{"UserPoolClient":{"ClientSecret":"SECRET,"ClientId":"a"}}"#,
    r#"{"UserPoolClient":{"ClientSecret":"SECRET"#,
    r#"{"UserPoolClient":{"ClientSecret":SECRET,"ClientId":"a"}}"#,
    r#"{"UserPoolClient":{"ClientSecret" "SECRET","ClientId":"a"}}"#,
    r#"{"UserPoolClient":{"ClientSecret":"SECRET","ClientSecret":"SECRET"}}"#,
    r#"{"UserPoolClient":{"ClientSecret":'SECRET'}}"#,
    r#"{"UserPoolClient":{"ClientSecret":"SECRET\x"}}"#,
    "UserPoolClient:\n  ClientSecret: SECRET: x\n",
    "UserPoolClient:\n  ClientSecret: \"SECRET\n",
    "UserPoolClient:\n  ClientSecret: 'SECRET\n  ClientId: a\n",
    "UserPoolClient:\n\tClientSecret: SECRET\n",
    "UserPoolClient:\n  ClientSecret: @SECRET\n",
    "UserPoolClient:\n  ClientSecret: *SECRET\n",
    "UserPoolClient:\n  ClientSecret: |\n SECRET\n",
    "UserPoolClient:\n  ClientSecret SECRET\n  ClientId: a\n",
    "UserPoolClient:\n  ClientSecret: {SECRET\n",
    "UserPoolClient:\n  ClientSecret: [SECRET\n  ClientId: a\n",
    "UserPoolClient:\n  ClientSecret: SECRET\n  ClientSecret: SECRET\n",
    "UserPoolClient: {ClientSecret: SECRET, ClientId: a\n",
    "UserPoolClient:\n  - ClientSecret: SECRET\n   - a\n",
];

#[test]
fn no_format_prints_a_secret() {
    let folder = folder(&[]);
    for (number, text) in TEXTS.iter().enumerate() {
        let text = text.replace("SECRET", SECRET);
        let name = format!("{number}.template.{}", if text.starts_with('{') { "json" } else { "yaml" });
        std::fs::write(folder.path().join(&name), &text).expect("files can be written");
        let kept = number.to_string();
        std::fs::create_dir(folder.path().join(&kept)).expect("folders can be made");
        std::fs::write(folder.path().join(&kept).join("template.yaml"), &text).expect("files can be written");
        for format in ["human", "json", "sarif", "github"] {
            for color in ["never", "always"] {
                let arguments = ["check", &name, "--format", format, "--color", color];
                let ran = run(folder.path(), &arguments);
                // A file of a folder that cannot be read is a note.
                let in_folder = run(folder.path(), &["check", &kept, "--format", format]);
                let piped = run_with_input(folder.path(), &["check", "-", "--format", format], &text);
                for output in [ran.stdout, ran.stderr, piped.stdout, piped.stderr, in_folder.stdout, in_folder.stderr] {
                    // A part of it would be too much.
                    assert!(!output.contains(&SECRET[..12]), "{text}\n{arguments:?}\n{output}");
                }
            }
        }
    }
}

#[test]
fn what_is_beside_a_secret_is_shown() {
    let text = TEXTS[0].replace("SECRET", SECRET);
    let ran = run_with_input(folder(&[]).path(), &["check", "-"], &text);
    assert!(ran.stdout.contains(r#""AllowedOAuthFlows":["code"]"#), "{}", ran.stdout);
    assert!(ran.stdout.contains(&format!("\"ClientSecret\":\"{}\"", "*".repeat(SECRET.len()))), "{}", ran.stdout);
}

/// Neither in the values that differ, nor in the declarations.
#[test]
fn no_command_prints_a_secret() {
    let texts: Vec<String> = TEXTS.iter().map(|text| text.replace("SECRET", SECRET)).collect();
    let conditional = format!(
        "Resources:\n  Web:\n    Type: AWS::Cognito::UserPoolClient\n    Metadata: {{ClientSecret: {SECRET}}}\n    Properties:\n      \
         Fn::If: [A, {{ClientSecret: {SECRET}}}, {{AnalyticsConfiguration: {{client_secret: {SECRET}}}}}]\n"
    );
    let folder = folder(&[("other.yaml", &conditional)]);
    for text in texts.iter().chain([&conditional]) {
        std::fs::write(folder.path().join("a.yaml"), text).expect("files can be written");
        for arguments in [
            &["import", "a.yaml"][..],
            &["import", "a.yaml", "--app"],
            &["diff", "a.yaml", "other.yaml"],
            &["diff", "other.yaml", "a.yaml", "--format", "json"],
        ] {
            let ran = run(folder.path(), arguments);
            for output in [ran.stdout, ran.stderr] {
                assert!(!output.contains(&SECRET[..12]), "{text}\n{arguments:?}\n{output}");
            }
        }
    }
}
