//! References to resources that are created only under a condition.

use cognito_cfn::{CfnResource, Condition, Error, Json, Output, Parameter, Stack, json};

/// A stack with `Topic`, which is created under `Live`, and these conditions.
fn stack(conditions: &[(&str, Json)]) -> Result<Stack, Error> {
    let mut topic = CfnResource::new("Topic", "AWS::SNS::Topic", json!({}));
    topic.condition = Some("Live".into());
    let mut stack = Stack::new("s");
    stack
        .parameter("Stage", Parameter::string().default("dev").allowed_values(["dev", "beta", "prod"]))?
        .parameter("Region", Parameter::string().default("eu"))?
        .add(topic)?;
    for (name, condition) in conditions {
        stack.condition(*name, condition.clone())?;
    }
    Ok(stack)
}

fn stage(name: &str) -> Json {
    json!({ "Fn::Equals": [{ "Ref": "Stage" }, name] })
}

fn named(name: &str) -> Json {
    Condition::named(name).into()
}

#[derive(Debug, PartialEq)]
enum Outcome {
    Silent,
    Warning,
    Error,
}
use Outcome::{Error as Refused, Silent, Warning};

fn outcome(stack: &Stack) -> Outcome {
    match stack.synth() {
        Err(error) => {
            assert!(error.to_string().contains("`Topic` is never created here"), "{error}");
            Refused
        }
        Ok(template) => match template.warnings() {
            [] => Silent,
            [warning] => {
                assert_eq!(warning.code(), None);
                assert!(warning.message().starts_with("refers to `Topic`"), "{warning}");
                Warning
            }
            warnings => panic!("{warnings:?}"),
        },
    }
}

/// What comes of an output under `own` that refers to the topic under `Live`.
fn of_output(live: Json, own: Option<Json>) -> Result<Outcome, Error> {
    let mut output = Output::new(json!({ "Ref": "Topic" }));
    let mut conditions = vec![("Live", live)];
    if let Some(own) = own {
        conditions.push(("Own", own));
        output = output.condition("Own");
    }
    let mut stack = stack(&conditions)?;
    stack.output("Arn", output)?;
    Ok(outcome(&stack))
}

#[test]
fn the_condition_of_what_refers_is_compared() -> Result<(), Error> {
    let live = || stage("prod");
    let not = |json: Json| json!({ "Fn::Not": [json] });
    let all = |parts: [Json; 2]| json!({ "Fn::And": parts });
    let any = |parts: [Json; 2]| json!({ "Fn::Or": parts });
    let region = || json!({ "Fn::Equals": [{ "Ref": "Region" }, "eu"] });
    for (own, expected) in [
        (None, Warning),
        (Some(stage("prod")), Silent),
        (Some(json!({ "Fn::Equals": ["prod", { "Ref": "Stage" }] })), Silent),
        (Some(named("Live")), Silent),
        (Some(all([named("Live"), region()])), Silent),
        (Some(any([named("Live"), region()])), Warning),
        (Some(region()), Warning),
        (Some(not(named("Live"))), Refused),
        (Some(stage("dev")), Refused),
        (Some(stage("other")), Silent),
        // Of three allowed values one is left.
        (Some(all([not(stage("dev")), not(stage("beta"))])), Silent),
        (Some(not(stage("dev"))), Warning),
        (Some(json!({ "Fn::Equals": [{ "Fn::Sub": "${Stage}-${Region}" }, "prod-eu"] })), Warning),
        (Some(all([json!({ "Fn::Equals": [{ "Ref": "Stage" }, { "Ref": "Region" }] }), not(stage("prod"))])), Refused),
    ] {
        assert_eq!(of_output(live(), own.clone())?, expected, "{own:?}");
    }
    let open = || json!({ "Fn::Equals": [{ "Ref": "Region" }, "eu"] });
    let other = json!({ "Fn::Not": [{ "Fn::Equals": [{ "Ref": "Region" }, "us"] }] });
    assert_eq!(of_output(open(), Some(other))?, Warning, "any text can be given");
    Ok(())
}

#[test]
fn an_arm_counts_under_its_condition() -> Result<(), Error> {
    let output = |value: Json| -> Result<Outcome, Error> {
        let mut stack = stack(&[("Live", stage("prod")), ("Dead", json!({ "Fn::Not": [named("Live")] }))])?;
        stack.output("Arn", Output::new(value))?;
        Ok(outcome(&stack))
    };
    let topic = || json!({ "Ref": "Topic" });
    for (value, expected) in [
        (json!({ "Fn::If": ["Live", topic(), "none"] }), Silent),
        (json!({ "Fn::If": ["Live", "none", topic()] }), Refused),
        (json!({ "Fn::If": ["Dead", "none", topic()] }), Silent),
        (json!({ "Fn::If": ["Live", { "Fn::Join": ["", [topic()]] }, { "Ref": "AWS::NoValue" }] }), Silent),
        (json!({ "Fn::Sub": "${Topic}" }), Warning),
        (json!({ "Fn::Sub": ["${Topic}", { "Topic": "a" }] }), Silent),
        (json!({ "Fn::GetAtt": ["Topic", "TopicName"] }), Warning),
        (json!({ "Fn::If": ["Live", { "Fn::If": ["Dead", topic(), "b"] }, "c"] }), Silent),
    ] {
        assert_eq!(output(value.clone())?, expected, "{value}");
    }
    Ok(())
}

#[test]
fn resources_refer_to_resources() -> Result<(), Error> {
    let of = |condition: Option<&str>, properties: Json| -> Result<Outcome, Error> {
        let mut stack = stack(&[("Live", stage("prod")), ("Beta", stage("beta"))])?;
        let mut queue = CfnResource::new("Queue", "AWS::SQS::Queue", properties);
        queue.condition = condition.map(Into::into);
        queue.depends_on = vec!["Topic".into()];
        stack.add(queue)?;
        Ok(outcome(&stack))
    };
    let named = || json!({ "QueueName": { "Fn::GetAtt": ["Topic", "TopicName"] } });
    assert_eq!(of(None, named())?, Warning);
    assert_eq!(of(Some("Live"), named())?, Silent);
    assert_eq!(of(Some("Beta"), named())?, Refused);
    assert_eq!(of(None, json!({}))?, Silent, "CloudFormation leaves out a `DependsOn` that is not there");
    Ok(())
}

#[test]
fn what_is_not_known_is_silent() -> Result<(), Error> {
    // More combinations than are tried.
    let many: Vec<Json> =
        (0..9).map(|at| json!({ "Fn::Equals": [{ "Fn::Sub": format!("${{Stage}}{at}") }, "a"] })).collect();
    let many = json!({ "Fn::Or": [{ "Fn::And": many }, { "Fn::And": (0..9).map(|at| {
        json!({ "Fn::Equals": [{ "Fn::Sub": format!("${{Region}}{at}") }, "a"] })
    }).collect::<Vec<Json>>() }] });
    assert_eq!(of_output(many, None)?, Silent);
    // A macro can change any of them.
    let mut stack = stack(&[("Live", stage("prod"))])?;
    stack.transform("Macro").output("Arn", Output::new(json!({ "Ref": "Topic" })))?;
    assert_eq!(outcome(&stack), Silent);
    Ok(())
}
