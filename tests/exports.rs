//! What stacks of an app export, and import of each other.

#![allow(deprecated, reason = "what is declared here may have warnings")]

use cognito_cfn::{App, CfnResource, CloudAssembly, Error, Json, Output, Stack, json};
use std::fs;
use std::path::Path;

fn exporting(stack: &str, name: impl Into<Json>) -> Result<Stack, Error> {
    let mut stack = Stack::new(stack);
    stack
        .add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?
        .output("PoolId", Output::new(json!({ "Ref": "UserPool" })).export(name))?;
    Ok(stack)
}

fn importing(stack: &str, name: impl Into<Json>) -> Result<Stack, Error> {
    let properties = json!({ "TopicName": { "Fn::ImportValue": name.into() } });
    let mut stack = Stack::new(stack);
    stack.add(CfnResource::new("Topic", "AWS::SNS::Topic", properties))?;
    Ok(stack)
}

fn app(stacks: impl IntoIterator<Item = Stack>) -> Result<App, Error> {
    let mut app = App::new();
    for stack in stacks {
        app.add(stack)?;
    }
    Ok(app)
}

/// The first line of what is wrong.
fn error(app: &App) -> Option<String> {
    let error = app.check().err()?.to_string();
    error.lines().next().map(str::to_owned)
}

/// The warnings of an app in its manifest.
fn warnings(name: &str, mut app: App) -> Result<Vec<String>, Error> {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exports").join(name);
    let assembly: CloudAssembly = app.outdir(directory).synth()?;
    let manifest = fs::read_to_string(assembly.directory().join("manifest.json")).expect("it was written");
    let manifest: Json = serde_json::from_str(&manifest).expect("it is JSON");
    let artifacts = manifest["artifacts"].as_object().into_iter().flatten();
    let entries = artifacts.flat_map(|(_, artifact)| artifact["metadata"].as_object().into_iter().flatten());
    let warnings = entries.flat_map(|(_, entries)| entries.as_array().into_iter().flatten());
    let warnings = warnings.filter(|entry| entry["type"] == "aws:cdk:warning");
    Ok(warnings.filter_map(|entry| Some(entry["data"].as_str()?.lines().next()?.to_owned())).collect())
}

#[test]
fn an_import_of_a_name_that_is_only_similar_is_a_warning() -> Result<(), Error> {
    let of = |name: &str, imported: &str| {
        warnings(name, app([exporting("auth", "identity-pool-id")?, importing("web", imported)?])?)
    };
    assert_eq!(of("similar", "identity-poolid")?, ["warning: no stack of the app exports `identity-poolid`"]);
    assert_eq!(of("same", "identity-pool-id")?, [""; 0]);
    assert_eq!(of("other", "network-vpc")?, [""; 0], "a stack outside of the app can export it");
    Ok(())
}

#[test]
fn a_stack_is_deployed_after_those_it_imports_from() -> Result<(), Error> {
    let name = || json!("pool-id");
    let app_of = |exporter: &str, depends: bool| -> Result<App, Error> {
        let (exporting, mut importing) = (exporting(exporter, name())?, importing("web", name())?);
        if depends {
            importing.add_dependency(&exporting);
        }
        app([importing, exporting])
    };
    let expected = "the stack is deployed before `zone`, which exports `pool-id`";
    assert_eq!(error(&app_of("zone", false)?).as_deref(), Some(expected));
    assert_eq!(error(&app_of("zone", true)?), None);
    // The command line goes by the names of the stacks, not by the order in which they were added.
    assert_eq!(error(&app_of("auth", false)?), None);

    // A dependency through another stack is one.
    let (zone, mut mid, mut web) = (exporting("zone", name())?, importing("mid", "x")?, importing("web", name())?);
    mid.add_dependency(&zone);
    web.add_dependency(&mid);
    assert_eq!(error(&app([web, mid, zone])?), None);

    let mut own = exporting("own", name())?;
    let topic = json!({ "TopicName": { "Fn::ImportValue": name() } });
    own.add(CfnResource::new("Topic", "AWS::SNS::Topic", topic))?;
    let expected = "the stack imports `pool-id`, which it exports itself";
    assert_eq!(error(&app([own])?).as_deref(), Some(expected));
    Ok(())
}

#[test]
fn one_name_is_exported_once_in_an_account_and_region() -> Result<(), Error> {
    let expected = "the stack `a` also exports `pool-id`";
    assert_eq!(error(&app([exporting("a", "pool-id")?, exporting("b", "pool-id")?])?).as_deref(), Some(expected));
    assert_eq!(error(&app([exporting("a", "pool-id")?, exporting("b", "pool-id-b")?])?), None);
    let mut other = exporting("b", "pool-id")?;
    other.region("eu-west-1");
    assert_eq!(error(&app([exporting("a", "pool-id")?, other])?), None);
    let [mut a, mut b] = [exporting("a", "pool-id")?, exporting("b", "pool-id")?];
    a.account("123456789012").region("eu-west-1");
    b.account("123456789012").region("eu-west-1");
    assert_eq!(error(&app([a, b])?).as_deref(), Some(expected));
    Ok(())
}

#[test]
fn names_of_functions_are_known_as_far_as_the_stack_says() -> Result<(), Error> {
    let own_name = || json!({ "Fn::Sub": "${AWS::StackName}-id" });
    assert_eq!(error(&app([exporting("a", own_name())?, exporting("b", own_name())?])?), None);
    let region = || json!({ "Fn::Join": ["-", ["pool", { "Ref": "AWS::Region" }]] });
    let sub = || json!({ "Fn::Sub": "pool-${AWS::Region}" });
    let expected = "the stack `a` also exports `pool-${AWS::Region}`";
    assert_eq!(error(&app([exporting("a", region())?, exporting("b", sub())?])?).as_deref(), Some(expected));
    let expected = "the stack is deployed before `zone`, which exports `zone-id`";
    assert_eq!(error(&app([exporting("zone", own_name())?, importing("web", "zone-id")?])?).as_deref(), Some(expected));
    Ok(())
}
