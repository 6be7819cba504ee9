//! Conditions, rules, transforms and loops: the forms are those of CloudFormation's pages about them.

use cognito_cfn::{
    CfnResource, Condition, Error, ErrorKind, ForEach, Intrinsic, Json, Output, Parameter, Rule, Stack, json,
};

fn resource(id: &str, properties: Json) -> CfnResource {
    CfnResource::new(id, "AWS::SNS::Topic", properties)
}

#[test]
fn conditions_have_the_forms_of_the_reference() {
    let is_prod = || Condition::equals(Intrinsic::reference("EnvType"), "prod");
    for (condition, expected) in [
        (is_prod(), json!({ "Fn::Equals": [{ "Ref": "EnvType" }, "prod"] })),
        (
            Condition::equals(String::from("a"), Intrinsic::sub("${B}")),
            json!({ "Fn::Equals": ["a", { "Fn::Sub": "${B}" }] }),
        ),
        (Condition::not(is_prod()), json!({ "Fn::Not": [{ "Fn::Equals": [{ "Ref": "EnvType" }, "prod"] }] })),
        (Condition::named("IsProd"), json!({ "Condition": "IsProd" })),
        (
            Condition::contains(["m1.large", "m1.small"], Intrinsic::reference("InstanceType")),
            json!({ "Fn::Contains": [["m1.large", "m1.small"], { "Ref": "InstanceType" }] }),
        ),
        (
            Condition::each_member_equals(Intrinsic::value_of_all("AWS::EC2::VPC::Id", "Tags.Department"), "IT"),
            json!({ "Fn::EachMemberEquals": [{ "Fn::ValueOfAll": ["AWS::EC2::VPC::Id", "Tags.Department"] }, "IT"] }),
        ),
        (
            Condition::each_member_in(
                Intrinsic::value_of_all("AWS::EC2::Subnet::Id", "VpcId"),
                Intrinsic::ref_all("AWS::EC2::VPC::Id"),
            ),
            json!({ "Fn::EachMemberIn": [
                { "Fn::ValueOfAll": ["AWS::EC2::Subnet::Id", "VpcId"] }, { "Fn::RefAll": "AWS::EC2::VPC::Id" }
            ] }),
        ),
        (
            Condition::equals(Intrinsic::value_of("ElbSubnets", "VpcId"), "vpc-1"),
            json!({ "Fn::Equals": [{ "Fn::ValueOf": ["ElbSubnets", "VpcId"] }, "vpc-1"] }),
        ),
    ] {
        assert_eq!(Json::from(condition), expected);
    }
}

#[test]
fn and_and_or_take_2_to_10_conditions() {
    let some = |count: usize| (0..count).map(|at| Condition::named(format!("C{at}")));
    let json = |count: usize| (0..count).map(|at| json!({ "Condition": format!("C{at}") })).collect::<Vec<_>>();
    for count in 2..=10 {
        assert_eq!(Condition::and(some(count)).map(Json::from), Ok(json!({ "Fn::And": json(count) })));
        assert_eq!(Condition::or(some(count)).map(Json::from), Ok(json!({ "Fn::Or": json(count) })));
    }
    for (count, help) in [
        (0, "write 2 to 10 conditions"),
        (1, "write the condition without the function around it"),
        (11, "move some of them into a nested `Fn::Or`"),
    ] {
        assert!(Condition::and(some(count)).is_err());
        let reported = Condition::or(some(count)).map_err(|error| error.to_string());
        assert_eq!(reported, Err(format!("`Fn::Or` accepts 2 to 10 conditions, found {count}\nhelp: {help}")));
    }
}

#[test]
fn a_stack_takes_conditions_as_values_and_as_json() {
    let mut stack = Stack::new("s");
    let added = stack
        .condition("A", Condition::equals("a", "b"))
        .and_then(|stack| stack.condition("B", json!({ "Fn::Not": [{ "Condition": "A" }] })))
        .is_ok();
    assert!(added);
    assert_eq!(
        stack.to_json()["Conditions"],
        json!({ "A": { "Fn::Equals": ["a", "b"] }, "B": { "Fn::Not": [{ "Condition": "A" }] } })
    );
}

#[test]
fn a_rule_stands_in_the_section_of_rules() {
    // The first example of CloudFormation's page about rules.
    let rule = Rule::new(
        Condition::contains(["a1.medium"], Intrinsic::reference("InstanceType")),
        "For a test environment, the instance type must be a1.medium",
    )
    .condition(Condition::equals(Intrinsic::reference("Environment"), "test"));
    let mut stack = Stack::new("s");
    assert!(stack.rule("testInstanceType", rule.clone()).is_ok());
    assert_eq!(
        stack.to_json()["Rules"],
        json!({
            "testInstanceType": {
                "RuleCondition": { "Fn::Equals": [{ "Ref": "Environment" }, "test"] },
                "Assertions": [{
                    "Assert": { "Fn::Contains": [["a1.medium"], { "Ref": "InstanceType" }] },
                    "AssertDescription": "For a test environment, the instance type must be a1.medium",
                }],
            }
        })
    );
    assert_eq!(duplicate(stack.rule("testInstanceType", rule.clone())), Some(("rule", "testInstanceType".to_owned())));
    assert!(stack.rule("test-type", rule).is_err());
}

#[test]
fn a_rule_has_its_assertions_in_the_order_they_were_added() {
    let rule = Rule::new(Condition::equals("a", "b"), "one").assertion(Condition::equals("c", "d"), "two");
    let described: Vec<Json> = Json::from(rule)["Assertions"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|each| each["AssertDescription"].clone())
        .collect();
    assert_eq!(described, [json!("one"), json!("two")]);
}

#[test]
fn one_transform_is_a_text_and_several_are_a_list_in_their_order() {
    let mut stack = Stack::new("s");
    assert_eq!(stack.to_json().get("Transform"), None);
    stack.transform("Zoning");
    assert_eq!(stack.to_json()["Transform"], json!("Zoning"));
    stack.transform("AWS::LanguageExtensions").transform("Zoning");
    assert_eq!(stack.to_json()["Transform"], json!(["Zoning", "AWS::LanguageExtensions"]));
}

#[test]
fn a_stack_sees_which_functions_need_the_language_extensions() {
    let needs = |value: Json| {
        let mut stack = Stack::new("s");
        assert!(stack.add(resource("Topic", json!({ "TopicName": value }))).is_ok());
        let missing = stack.missing_transform();
        assert_eq!(stack.transform("AWS::LanguageExtensions").missing_transform(), None);
        missing == Some("AWS::LanguageExtensions")
    };
    for needing in [
        json!({ "Fn::Length": ["a", "b"] }),
        json!({ "Fn::ToJsonString": { "a": "b" } }),
        json!({ "Fn::FindInMap": ["A", "b", "c", { "DefaultValue": "d" }] }),
        json!([{ "a": { "Fn::Select": [{ "Fn::Length": { "Ref": "A" } }, { "Ref": "A" }] } }]),
        json!({ "Fn::ForEach::Loop": ["A", ["b"], { "${A}": "c" }], "d": "e" }),
    ] {
        assert!(needs(needing.clone()), "{needing}");
    }
    for plain in [
        json!("Fn::Length"),
        json!({ "Fn::FindInMap": ["A", "b", "c"] }),
        json!({ "Fn::Join": ["", ["a", "b", "c", "d"]] }),
        json!({ "Fn::Cidr": ["10.0.0.0/16", 1, 8] }),
    ] {
        assert!(!needs(plain.clone()), "{plain}");
    }
}

fn topics() -> Result<ForEach, Error> {
    ForEach::new(
        "Topics",
        "TopicName",
        ["Success", "Failure"],
        json!({ "SnsTopic${TopicName}": { "Type": "AWS::SNS::Topic", "Properties": { "FifoTopic": true } } }),
    )
}

#[test]
fn a_loop_stands_among_resources_conditions_and_outputs() -> Result<(), Box<dyn std::error::Error>> {
    let conditions = ForEach::new(
        "Stages",
        "Stage",
        ["Dev", "Prod"],
        json!({ "Is${Stage}": { "Fn::Equals": ["${Stage}", "Dev"] } }),
    )?;
    let outputs =
        ForEach::new("Names", "Name", Intrinsic::reference("Names"), json!({ "${Name}": { "Value": "&{Name}" } }))?;
    let mut stack = Stack::new("s");
    stack
        .for_each(topics()?)?
        .for_each_condition(conditions)?
        .for_each_output(outputs)?
        .add(resource("A", json!({})))?;
    assert_eq!(
        stack.to_json(),
        json!({
            "Conditions": {
                "Fn::ForEach::Stages": ["Stage", ["Dev", "Prod"], { "Is${Stage}": { "Fn::Equals": ["${Stage}", "Dev"] } }],
            },
            "Resources": {
                "A": { "Type": "AWS::SNS::Topic" },
                "Fn::ForEach::Topics": [
                    "TopicName",
                    ["Success", "Failure"],
                    { "SnsTopic${TopicName}": { "Type": "AWS::SNS::Topic", "Properties": { "FifoTopic": true } } },
                ],
            },
            "Outputs": {
                "Fn::ForEach::Names": ["Name", { "Ref": "Names" }, { "${Name}": { "Value": "&{Name}" } }],
            },
        })
    );
    assert_eq!(stack.missing_transform(), Some("AWS::LanguageExtensions"));
    Ok(())
}

#[test]
fn a_loop_can_be_the_fragment_of_another() {
    let inner = ForEach::new("Inner", "B", ["x"], json!({ "${A}${B}": { "Type": "AWS::SNS::Topic" } })).map(Json::from);
    let outer = inner.and_then(|inner| ForEach::new("Outer", "A", ["y"], inner)).map(ForEach::into_member);
    assert_eq!(
        outer,
        Ok((
            "Fn::ForEach::Outer".to_owned(),
            json!(["A", ["y"], { "Fn::ForEach::Inner": ["B", ["x"], { "${A}${B}": { "Type": "AWS::SNS::Topic" } }] }])
        ))
    );
}

#[test]
fn the_name_of_a_loop_is_taken_once_in_a_template() {
    let topics_is_taken = |what| Some((what, "Topics".to_owned()));
    let topics = || topics().expect("the loop is right");
    let mut stack = Stack::new("s");
    assert!(stack.for_each(topics()).is_ok());
    assert_eq!(duplicate(stack.for_each(topics())), topics_is_taken("loop"));
    assert_eq!(duplicate(stack.for_each_output(topics())), topics_is_taken("loop"));
    assert_eq!(duplicate(stack.add(resource("Topics", json!({})))), topics_is_taken("resource"));
    assert_eq!(duplicate(stack.parameter("Topics", Parameter::string())), topics_is_taken("parameter"));
    assert!(stack.output("Topics", Output::new("a")).is_ok(), "outputs have ids of their own");
}

fn duplicate<T>(outcome: Result<T, Error>) -> Option<(&'static str, String)> {
    match outcome.err()?.kind() {
        ErrorKind::DuplicateId { what, id, .. } => Some((what, id.clone())),
        _ => None,
    }
}

#[test]
fn an_illegal_loop_is_an_error() {
    let reported = |name: &str, identifier: &str, fragment: Json| {
        ForEach::new(name, identifier, ["a"], fragment).map(drop).map_err(|error| error.to_string())
    };
    let fragment = || json!({ "${A}": {} });
    assert_eq!(reported("Loop", "A", fragment()), Ok(()));
    assert_eq!(reported("Loop", "A", json!({ "&{A}": {} })), Ok(()));
    for (reported, expected) in [
        (
            reported("a-loop", "A", fragment()),
            "`a-loop` is not a valid name of a loop\nhelp: write ASCII letters and digits, 1 to 255: `\"ALoop\"`",
        ),
        (
            reported("Loop", "a b", fragment()),
            "`a b` is not a valid name of an identifier\nhelp: write ASCII letters and digits, 1 to 255: `\"AB\"`",
        ),
        (
            reported("Loop", "A", json!({ "${A}": {}, "Topic": {} })),
            "the key `Topic` is the same in every iteration\nhelp: add the identifier to it: `Topic${A}`",
        ),
        (
            reported("Loop", "A", json!([])),
            "the fragment of a loop must be an object with members\nhelp: write `{ \"${A}\": … }`",
        ),
    ] {
        assert_eq!(reported, Err(expected.to_owned()));
    }
}
