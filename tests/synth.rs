//! The way out that checks: the template, its warnings, and what is printed.

#![allow(deprecated, reason = "what is declared here may have warnings")]

use cognito_cfn::{App, CfnResource, Condition, Error, ErrorKind, Output, Parameter, Stack, json, user_pool_client};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn pool() -> CfnResource {
    CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({}))
}

/// A stack with a warning: MI01.
fn stack() -> Result<Stack, Error> {
    let mut stack = Stack::new("identity");
    // The line that the warning names.
    stack.add(pool())?.add(user_pool_client! { logical_id: "Web", user_pool_id: Ref("UserPool") })?;
    Ok(stack)
}

fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("synth").join(name);
    let _ = fs::remove_dir_all(&directory);
    fs::create_dir_all(&directory).expect("the target folder can be written");
    directory
}

#[test]
fn a_template_is_that_of_the_stack_with_its_warnings() -> Result<(), Error> {
    let stack = stack()?;
    let template = stack.synth()?;
    assert_eq!(template.to_json(), stack.to_json());
    assert_eq!(json!(template), stack.to_json());
    let [warning] = template.warnings() else { panic!("{:?}", template.warnings()) };
    assert_eq!((warning.code(), warning.resource()), (Some("MI01"), "identity/Web"));
    let source = include_str!("synth.rs");
    let line = source.lines().position(|line| line.contains("logical_id: \"Web\"")).expect("it is there") + 1;
    assert_eq!(warning.location().map(|place| place.line() as usize), Some(line));
    assert_eq!(
        warning.to_string(),
        format!(
            "warning[MI01]: {}\n --> tests/synth.rs:{line}:28 (`identity/Web`)\nhelp: {}\n\
             note: https://docs.rs/cognito-cfn/latest/cognito_cfn/guide/rules/#mi01",
            warning.message(),
            warning.help()
        )
    );
    Ok(())
}

#[test]
fn all_errors_come_at_once() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    let name = "a/b";
    stack.add(user_pool_client! { user_pool_id: Ref("Pool"), client_name: name })?;
    let error = stack.synth().expect_err("two things are wrong");
    let ErrorKind::Multiple(errors) = error.kind() else { panic!("{error}") };
    assert_eq!(errors.len(), 2);
    assert_eq!(stack.check(), Err(error));
    Ok(())
}

#[test]
fn allow_silences_a_warning() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    stack.add(pool())?.add(user_pool_client! { user_pool_id: Ref("UserPool"), allow: [MI01] })?;
    assert!(stack.synth()?.warnings().is_empty());
    Ok(())
}

#[test]
fn the_name_of_a_file_says_in_which_form_it_is_written() -> Result<(), Error> {
    let directory = directory("forms");
    let template = stack()?.synth()?;
    for name in ["t.json", "t", "t.template"] {
        template.write(directory.join(name))?;
        let text = fs::read_to_string(directory.join(name)).expect("it was written");
        assert_eq!(text, format!("{:#}\n", template.to_json()), "{name}");
    }
    for name in ["t.yaml", "t.yml", "t.YAML"] {
        let written = template.write(directory.join(name));
        #[cfg(feature = "yaml")]
        {
            written?;
            assert_eq!(fs::read_to_string(directory.join(name)).ok(), Some(template.to_yaml()), "{name}");
        }
        #[cfg(not(feature = "yaml"))]
        assert!(written.is_err_and(|error| error.to_string().contains("the feature `yaml`")));
    }
    let error = template.write(directory.join("missing/t.json")).expect_err("there is no such directory");
    assert!(matches!(error.kind(), ErrorKind::Write { .. }), "{error}");
    Ok(())
}

/// Runs in a process of its own.
#[test]
#[ignore = "a part of others"]
fn prints() {
    let directory = directory(&env::var("DIRECTORY").expect("it is set"));
    let synthesized = stack().and_then(|stack| {
        stack.synth()?;
        let mut app = App::new();
        app.add(stack)?.outdir(directory).synth()
    });
    assert!(synthesized.is_ok(), "{synthesized:?}");
}

/// What a process with that variable prints to stderr.
fn printed(directory: &str, variable: (&str, &str)) -> String {
    let output = Command::new(env::current_exe().expect("a test is a program"))
        .args(["--exact", "prints", "--ignored", "--nocapture"])
        .env_remove("CDK_CLI_VERSION")
        .env("DIRECTORY", directory)
        .env(variable.0, variable.1)
        .output()
        .expect("a test can be started");
    assert!(output.status.success());
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn an_app_prints_warnings_once_unless_the_command_line_does() {
    let by_itself = printed("by-itself", ("CDK_OUTDIR", "/nowhere"));
    assert_eq!(by_itself.matches("warning[MI01]: ").count(), 1, "{by_itself}");
    assert!(by_itself.contains("\n --> tests/synth.rs:"), "{by_itself}");
    assert!(!by_itself.contains('\u{1b}'), "stderr is no terminal: {by_itself}");
    assert_eq!(printed("by-command-line", ("CDK_CLI_VERSION", "2.1000.0")), "");
}

/// Runs the same process on a terminal that `script` makes.
#[test]
fn colors_are_for_terminals_without_no_color() {
    let colored = |name: &str, no_color: Option<&str>| {
        let program = env::current_exe().expect("a test is a program");
        let command = format!("{} --exact prints --ignored --nocapture", program.display());
        let mut script = Command::new("script");
        script.args(["-qec", &command, "/dev/null"]).env_remove("CDK_CLI_VERSION").env_remove("NO_COLOR");
        script.env("DIRECTORY", name).stdin(std::process::Stdio::null());
        script.envs(no_color.map(|value| ("NO_COLOR", value)));
        let output = script.output().ok()?;
        let printed = String::from_utf8_lossy(&output.stdout).into_owned();
        printed.contains("[MI01]").then(|| printed.contains("\u{1b}[1;33mwarning[MI01]"))
    };
    let Some(by_default) = colored("colored", None) else {
        println!("skipped: there is no `script`");
        return;
    };
    assert!(by_default);
    assert_eq!(colored("not-colored", Some("1")), Some(false));
    assert_eq!(colored("empty", Some("")), Some(true));
}

#[test]
fn warnings_are_in_the_manifest_where_they_belong() -> Result<(), Error> {
    let directory = directory("manifest");
    let mut stack = stack()?;
    stack
        .condition("HasTopic", Condition::equals("a", "b"))?
        .add({
            let mut topic = CfnResource::new("Topic", "AWS::SNS::Topic", json!({}));
            topic.condition = Some("HasTopic".into());
            topic
        })?
        .output("TopicArn", Output::new(json!({ "Ref": "Topic" })))?;
    // The condition is never true, so the reference is an error; with a parameter it is a warning.
    assert!(stack.synth().is_err());
    let mut stack = self::stack()?;
    let mut topic = CfnResource::new("Topic", "AWS::SNS::Topic", json!({}));
    topic.condition = Some("HasTopic".into());
    stack
        .parameter("Stage", Parameter::string().default("dev"))?
        .condition("HasTopic", json!({ "Fn::Equals": [{ "Ref": "Stage" }, "prod"] }))?
        .add(topic)?
        .output("TopicArn", Output::new(json!({ "Ref": "Topic" })))?;
    let mut app = App::new();
    app.add(stack)?.outdir(&directory).synth()?;
    let manifest = fs::read_to_string(directory.join("manifest.json")).expect("it was written");
    let manifest: serde_json::Value = serde_json::from_str(&manifest).expect("it is JSON");
    let metadata = &manifest["artifacts"]["identity"]["metadata"];
    let of = |path: &str| {
        let entries = metadata[path].as_array().cloned().unwrap_or_default().into_iter();
        entries.filter(|entry| entry["type"] == "aws:cdk:warning").collect::<Vec<_>>()
    };
    let [of_client] = of("/identity/Web").try_into().expect("it has one");
    assert!(of_client["data"].as_str().is_some_and(|text| text.starts_with("warning[MI01]: ")), "{of_client}");
    let [of_output] = of("/identity").try_into().expect("it has one");
    assert!(
        of_output["data"].as_str().is_some_and(|text| text.starts_with("warning: refers to `Topic`")),
        "{of_output}"
    );
    assert!(of_output["trace"][0].as_str().is_some_and(|place| place.starts_with("tests/synth.rs:")), "{of_output}");
    Ok(())
}
