//! The runtime against aws-cdk-lib: the same programs, the same templates.
//!
//! `tests/conformance/install` installs the tools and prints their directory, for `CONFORMANCE_TOOLS`.

#[path = "conformance/declare.rs"]
mod declare;
#[path = "support/downstream.rs"]
mod downstream;
#[path = "conformance/execute.rs"]
mod execute;
#[path = "conformance/model.rs"]
mod model;
#[path = "conformance/program.rs"]
mod program;
#[path = "support/skip.rs"]
mod skip;
#[path = "support/tools.rs"]
mod tools;
#[path = "conformance/typed.rs"]
mod typed;

use cognito_cfn::{Error, ErrorKind, Json, json};
use downstream::{Crate, DEPENDENCY};
use execute::{Outcome, execute};
use fastrand::Rng;
use serde_json::Map;
use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;
use tools::tools;

const PROGRAMS: usize = 5_000;
const DECLARATIONS: usize = 300;

/// The seed of this run: another one with `CONFORMANCE_SEED`, and any with `CONFORMANCE_SEED=any`.
fn random() -> Rng {
    let seed = match env::var("CONFORMANCE_SEED").as_deref() {
        Ok("any") => fastrand::u64(..),
        Ok(seed) => seed.parse().expect("a seed is a number, or `any`"),
        Err(_) => 2_276,
    };
    eprintln!("CONFORMANCE_SEED={seed}");
    Rng::with_seed(seed)
}

/// What aws-cdk-lib makes of the programs, all in one process.
fn cdk(tools: &Path, name: &str, programs: &[Json]) -> Vec<Json> {
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.json"));
    fs::write(&file, json!(programs).to_string()).expect("the programs can be written");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/cdk.cjs");
    let output = Command::new("node")
        .arg(script)
        .arg(&file)
        .env("NODE_PATH", tools.join("node_modules"))
        .output()
        .expect("node can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let results: Vec<Json> = serde_json::from_slice(&output.stdout).expect("the script prints JSON");
    assert_eq!(results.len(), programs.len());
    results
}

/// What the CDK made of a program that it takes, in the shape of what the runtime made.
fn outcome(result: &Json) -> Option<Outcome> {
    let dependencies = result["dependencies"].as_object()?.iter().map(|(name, others)| {
        let mut others: Vec<String> = others
            .as_array()
            .into_iter()
            .flatten()
            .map(|other| other.as_str().unwrap_or_default().to_owned())
            .collect();
        others.sort();
        (name.clone(), others)
    });
    Some(Outcome {
        templates: result["templates"].as_object()?.clone().into_iter().collect(),
        dependencies: dependencies.collect(),
        recorded: result["recorded"].as_array()?.clone(),
    })
}

/// Whether the runtime refuses a program for the reason the CDK does.
fn is_same_refusal(ours: &Result<Outcome, Error>, theirs: &str) -> bool {
    let Err(error) = ours else { return false };
    // The CDK breaks off at the call that closes a circle; the runtime looks for one when all else is done.
    if theirs.contains("would create a cyclic reference") {
        return true;
    }
    match error.kind() {
        ErrorKind::NoSuchDependency { .. } => theirs.contains("does not depend on"),
        ErrorKind::UnsupportedPolicy { .. } => theirs.contains("does not support snapshot removal policy"),
        ErrorKind::DuplicateId { .. } => {
            theirs.contains("already contains") || theirs.contains("There is already a Construct")
        }
        _ => false,
    }
}

/// Stacks that would depend on each other, if a dependency were not taken back later. The CDK breaks off at once; the
/// runtime looks at the finished app.
fn is_taken_back(program: &Json, theirs: &str) -> bool {
    let takes_back = |step: &Json| ["remove_dependency", "replace_dependency"].map(Json::from).contains(&step["do"]);
    let is_circle = theirs.contains("would create a cyclic reference");
    is_circle && program["steps"].as_array().is_some_and(|steps| steps.iter().any(takes_back))
}

#[test]
fn programs_give_what_the_cdk_gives() {
    let Some(tools) = tools() else { return };
    let mut random = random();
    // A part of them the CDK refuses, and those do not count.
    let programs: Vec<Json> = (0..PROGRAMS + PROGRAMS / 5).map(|_| program::program(&mut random)).collect();
    let results = cdk(&tools, "programs", &programs);
    let mut differences = Vec::new();
    let (mut compared, mut refused) = (0, 0);
    for (program, result) in programs.iter().zip(&results) {
        let ours = execute(program);
        let is_same = match result["error"].as_str() {
            Some(theirs) => {
                refused += 1;
                is_same_refusal(&ours, theirs) || is_taken_back(program, theirs)
            }
            None => {
                compared += 1;
                ours.as_ref().ok() == outcome(result).as_ref()
            }
        };
        if !is_same {
            differences.push(format!("{program}\nours:   {ours:?}\ntheirs: {result}"));
        }
    }
    eprintln!("{compared} programs compared; {refused} more that both refuse");
    assert!(compared >= PROGRAMS, "only {compared} programs are ones that the CDK takes");
    assert!(differences.is_empty(), "{} differences, the first:\n{}", differences.len(), differences[0]);
}

#[test]
fn declarations_give_what_the_cdk_gives_and_other_tools_accept() {
    let Some(tools) = tools() else { return };
    let mut random = random();
    let models: Vec<Map<String, Json>> = (0..DECLARATIONS).map(|_| model::declaration(&mut random)).collect();
    let declared = run_declarations(&models);
    assert_eq!(declared.len(), models.len());

    let programs: Vec<Json> = models
        .iter()
        .map(|model| {
            let client = json!({ "do": "client", "as": "c", "at": ["s", "Client"], "props": program::props(model) });
            json!({ "stacks": ["s"], "steps": [client] })
        })
        .collect();
    for ((result, ours), model) in cdk(&tools, "declared", &programs).iter().zip(&declared).zip(&models) {
        assert_eq!(&result["templates"]["s"]["Resources"]["Client"], ours, "{}", declare::declaration(model));
    }

    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("declared");
    fs::create_dir_all(&folder).expect("the target folder can be written");
    for (index, clients) in declared.chunks(50).enumerate() {
        let template = surrounded(clients);
        fs::write(folder.join(format!("{index}.json")), template.to_string())
            .expect("the target folder can be written");
    }
    let scripts = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance");
    passes(Command::new(scripts.join("lint")).arg(&folder));
    passes(
        Command::new("node")
            .arg(scripts.join("validate.cjs"))
            .arg(&folder)
            .env("NODE_PATH", tools.join("node_modules")),
    );
    passes(Command::new(tools.join("python/bin/python")).arg(scripts.join("describe.py")).arg(&folder));
}

fn passes(command: &mut Command) {
    let output = command.output().expect("the tool can be started");
    let reported = [output.stdout, output.stderr].concat();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&reported));
}

/// What the macro makes of the declarations, in a crate of its own.
fn run_declarations(models: &[Map<String, Json>]) -> Vec<Json> {
    let created = Crate::new("declarations", "2024", DEPENDENCY);
    let clients: String = models
        .iter()
        .map(|model| format!("user_pool_client! {{ {} }}.to_json(),\n", declare::declaration(model)))
        .collect();
    created.write(
        "src/main.rs",
        &format!(
            "#![allow(deprecated)]\nuse cognito_cfn::{{json, user_pool_client}};\n\
             fn main() {{ println!(\"{{}}\", json!(vec![\n{clients}])); }}\n"
        ),
    );
    serde_json::from_slice(&created.run().stdout).expect("the program prints JSON")
}

/// A template in which everything that the models name is there.
fn surrounded(clients: &[Json]) -> Json {
    let mut template = json!({
        "Parameters": {
            "Domain": { "Type": "String" },
            "Flag": { "Type": "String", "AllowedValues": ["true", "false"] },
            "Seconds": { "Type": "Number" },
        },
        "Conditions": { "IsProd": { "Fn::Equals": [{ "Ref": "Flag" }, "true"] } },
        "Resources": {
            "App": {
                "Type": "Custom::App",
                "Properties": { "ServiceToken": "arn:aws:lambda:eu-west-1:123456789012:function:app" },
            },
            "LB": {
                "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",
                "Properties": { "Subnets": ["subnet-0123456789abcdef0", "subnet-0123456789abcdef1"] },
            },
            "OktaProvider": {
                "Type": "AWS::Cognito::UserPoolIdentityProvider",
                "Properties": { "ProviderName": "Okta", "ProviderType": "OIDC", "ProviderDetails": { "client_id": "a" }, "UserPoolId": { "Ref": "Pool" } },
            },
            "Pool": { "Type": "AWS::Cognito::UserPool" },
        },
    });
    for (index, client) in clients.iter().enumerate() {
        template["Resources"][format!("Client{index}")] = client.clone();
    }
    template
}
