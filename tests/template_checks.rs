//! Templates that CloudFormation refuses, each beside one that comes close and is right. cfn-lint or the validator of the
//! CDK report each of the wrong ones as an error.

#![allow(deprecated, reason = "what is declared here may have warnings")]

use cognito_cfn::{
    CfnResource, CfnUserPoolClient, Condition, Error, ErrorKind, ForEach, Json, Output, Parameter, Rule, Severity,
    Stack, json, user_pool_client,
};

fn resource(properties: Json) -> CfnResource {
    CfnResource::new("Topic", "AWS::SNS::Topic", properties)
}

/// A stack that is right.
fn stack() -> Stack {
    let mut stack = Stack::new("s");
    stack.add(resource(json!({}))).expect("the id is free");
    stack
}

fn client() -> CfnUserPoolClient {
    user_pool_client! { user_pool_id: "eu-west-1_Ab12Cd34e", prevent_user_existence_errors: Enabled }
}

/// What is wrong with the stack, without help and place.
fn messages(stack: &Stack) -> Vec<String> {
    let Err(error) = stack.check() else { return Vec::new() };
    let errors = match error.kind() {
        ErrorKind::Multiple(errors) => errors.clone(),
        _ => vec![error],
    };
    errors.iter().map(|error| error.to_string().lines().next().unwrap_or_default().to_owned()).collect()
}

/// What is wrong with a right stack and a resource with these properties.
fn of_properties(properties: Json) -> Vec<String> {
    after(|stack| stack.add(CfnResource::new("Other", "AWS::SNS::Topic", properties)).map(drop))
}

/// What is wrong with a right stack after that.
fn after(change: impl FnOnce(&mut Stack) -> Result<(), Error>) -> Vec<String> {
    let mut stack = stack();
    change(&mut stack).expect("it can be added");
    messages(&stack)
}

fn with_output(output: Output) -> Vec<String> {
    after(|stack| stack.output("Id", output).map(drop))
}

macro_rules! assert_messages {
    ($($found:expr => [$($expected:expr),* $(,)?]),+ $(,)?) => {
        $( assert_eq!($found, &[$($expected),*] as &[&str], "{}", stringify!($found)); )+
    };
}

#[test]
fn pseudo_parameters_are_those_of_cloudformation() {
    let unknown = "unknown pseudo parameter `AWS::AccountID`";
    let reference = || json!({ "Ref": "AWS::AccountID" });
    assert_messages!(
        of_properties(json!({ "TopicName": reference() })) => [unknown],
        with_output(Output::new(reference())) => [unknown],
        after(|stack| stack.condition("C", json!({ "Fn::Equals": [reference(), "1"] })).map(drop)) => [unknown],
        of_properties(json!({ "TopicName": { "Fn::Sub": "${AWS::AccountID}" } })) => [unknown],
        of_properties(json!({ "TopicName": { "Ref": "AWS::AccountId" } })) => [],
        with_output(Output::new(json!({ "Ref": "AWS::StackId" }))) => [],
    );
}

#[test]
fn a_name_with_a_dot_is_made_by_transforms_alone() {
    let topic = || json!({ "TopicName": { "Ref": "Topic.TopicName" } });
    let expected = "`Ref` of `Topic.TopicName`: names of resources and parameters have no dot";
    let of_transform = |name: &str| {
        let other = CfnResource::new("Other", "AWS::SNS::Topic", topic());
        after(|stack| stack.transform(name).add(other).map(drop))
    };
    assert_messages!(
        of_properties(topic()) => [expected],
        of_transform("AWS::LanguageExtensions") => [expected],
        of_transform("AWS::Serverless-2016-10-31") => [],
    );
}

#[test]
fn the_pool_of_a_client_cannot_be_taken_away() {
    let overridden = |change: fn(&mut CfnUserPoolClient)| {
        let mut client = client();
        change(&mut client);
        let codes: Vec<_> = client.validate().iter().map(|finding| finding.code).collect();
        after(|stack| stack.add(client).map(drop)).into_iter().chain([codes.join(" ")]).collect::<Vec<_>>()
    };
    let missing = "error[MI07]: missing required property `user_pool_id`";
    // Nothing is left of the properties, so a warning is due as well.
    assert_messages!(
        overridden(|client| drop(client.add_deletion_override("Properties").map(drop))) => [missing, "MI07 MI01"],
        overridden(|client| drop(client.add_property_deletion_override("UserPoolId").map(drop))) => [missing, "MI07"],
        overridden(|client| drop(client.add_property_override("UserPoolId", Json::Null).map(drop))) => [
            "'null' values are not allowed in templates: `Properties.UserPoolId`", missing, "MI07",
        ],
        overridden(|client| drop(client.add_property_override("UserPoolId", "eu-west-1_x").map(drop))) => [""],
    );
}

#[test]
fn a_template_has_no_null() {
    assert_messages!(
        of_properties(json!({ "Tags": [{ "Key": "a", "Value": null }] })) => [
            "'null' values are not allowed in templates: `Properties.Tags.0.Value`",
        ],
        of_properties(json!({ "Tags": [{ "Key": "a", "Value": "null" }] })) => [],
        of_properties(json!({ "TopicName": { "Fn::Select": [0, { "Fn::GetAZs": null }] } })) => [],
        after(|stack| stack.parameter("P", Parameter::string().with("Default", Json::Null)).map(drop)) => [
            "'null' values are not allowed in templates: `Default`",
        ],
    );
}

#[test]
fn a_mapping_has_two_levels() {
    let expected = "a mapping must have two levels of keys with strings or lists of strings";
    let of = |mapping: Json| after(|stack| stack.mapping("M", mapping).map(drop));
    assert_messages!(
        of(json!({ "a": "b" })) => [expected],
        of(json!("a")) => [expected],
        of(json!({})) => [expected],
        of(json!({ "a": {} })) => [expected],
        of(json!({ "a": { "b": "c" }, "d": "e" })) => [expected],
        of(json!({ "a": { "b": "c", "d": { "e": "f" } } })) => [expected],
        of(json!({ "a": { "b": ["c", ["d"]] } })) => [expected],
        of(json!({ "a": { "b": { "c": "d" } } })) => [expected],
        of(json!({ "a": { "b": { "Ref": "Topic" } } })) => [expected],
        of(json!({ "a": { "b": "c", "d": 1, "e": ["f", "g"], "h": true } })) => [],
    );
}

#[test]
fn a_parameter_has_a_type_of_cloudformation() {
    let of = |name: &str| after(|stack| stack.parameter("P", Parameter::of_type(name)).map(drop));
    for known in [
        "String",
        "Number",
        "List<Number>",
        "CommaDelimitedList",
        "AWS::EC2::VPC::Id",
        "List<AWS::EC2::Subnet::Id>",
        "AWS::SSM::Parameter::Name",
        "AWS::SSM::Parameter::Value<String>",
        "AWS::SSM::Parameter::Value<List<String>>",
        "AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>",
    ] {
        assert!(of(known).is_empty(), "{known}");
    }
    for unknown in ["list(String)", "string", "List<CommaDelimitedList>", "AWS::SSM::Parameter::Value<Any>", ""] {
        assert_eq!(of(unknown), [format!("unknown parameter type `{unknown}`")]);
    }
    let mut stack = stack();
    stack.parameter("P", Parameter::of_type("list(String)")).expect("the id is free");
    let error = stack.check().expect_err("there is no such type").to_string();
    assert!(error.contains("help: a type with a similar name exists: `List<String>`"), "{error}");
}

#[test]
fn a_default_is_one_of_the_allowed_values() {
    let of = |parameter: Parameter| after(|stack| stack.parameter("P", parameter).map(drop));
    let list =
        |default: &str| Parameter::of_type("CommaDelimitedList").default(default).allowed_values(["code", "implicit"]);
    assert_messages!(
        of(Parameter::string().default("c").allowed_values(["a", "b"])) => [
            "the default `c` is not one of the allowed values",
        ],
        of(Parameter::string().default("a").allowed_values(["a", "b"])) => [],
        of(Parameter::number().default("1").allowed_values([1, 2])) => [],
        of(Parameter::number().default(3).allowed_values([1, 2])) => ["the default `3` is not one of the allowed values"],
        of(list("code, implicit")) => [],
        of(list("code,token")) => ["the default `token` is not one of the allowed values"],
        of(Parameter::of_type("AWS::SSM::Parameter::Value<String>").default("/name").allowed_values(["a"])) => [],
    );
}

#[test]
fn a_condition_is_a_function_that_is_true_or_false() {
    let of = |condition: Json| after(|stack| stack.condition("C", condition).map(drop));
    let rule = |assertion: Json| after(|stack| stack.rule("R", Rule::new(assertion, "why")).map(drop));
    assert_messages!(
        of(json!("x")) => ["the string `x` is not a condition"],
        of(json!(1)) => ["`1` is not a condition"],
        of(json!(true)) => [],
        of(json!({})) => ["an object with 0 members is not a condition"],
        of(json!({ "Fn::Nope": [] })) => ["`Fn::Nope` is not a condition"],
        of(json!({ "Fn::If": ["A", true, false] })) => ["the stack has no condition `A`", "`Fn::If` is not a condition"],
        of(json!({ "Fn::Equals": ["a"] })) => ["`Fn::Equals` requires two values"],
        of(json!({ "Fn::Not": [{ "Fn::Or": [{ "Fn::Equals": ["a", "b"] }] }] })) => [
            "`Fn::Or` accepts 2 to 10 conditions, found 1",
        ],
        of(json!({ "Fn::Contains": [["a"], "a"] })) => ["`Fn::Contains` is not a condition"],
        of(json!({ "Condition": ["C"] })) => ["`Condition` must be the name of a condition"],
        of(Condition::not(Condition::equals("a", "b")).into()) => [],
        rule(json!("x")) => ["the string `x` is not a condition"],
        rule(json!({ "Fn::Nope": [] })) => ["`Fn::Nope` is not a condition"],
        rule(Condition::contains(["a"], "a").into()) => [],
        rule(json!({ "Fn::EachMemberIn": [["a"], { "Fn::RefAll": "AWS::EC2::VPC::Id" }] })) => [],
    );
}

#[test]
fn an_output_has_a_value_that_is_text() {
    assert_messages!(
        with_output(Output::new(Json::Null)) => [
            "'null' values are not allowed in templates: `Value`",
            "the value of an output must be a string, not null",
        ],
        with_output(Output::new(json!({ "a": "b" }))) => ["the value of an output must be a string, not an object"],
        with_output(Output::new(json!({ "a": { "Ref": "Topic" }, "b": "c" }))) => [
            "the value of an output must be a string, not an object",
        ],
        with_output(Output::new(json!(["a"]))) => ["the value of an output must be a string, not a list"],
        with_output(Output::new("")) => [],
        with_output(Output::new("  ").export("a")) => ["Exported values must not be empty or whitespace-only"],
        with_output(Output::new("").export("a")) => ["Exported values must not be empty or whitespace-only"],
        with_output(Output::new("  ")) => [],
        with_output(Output::new("a").export("a")) => [],
        with_output(Output::new(1)) => [],
        with_output(Output::new(json!({ "Ref": "Topic" })).export("a")) => [],
        with_output(Output::new(json!({ "Fn::Transform": { "Name": "M" } }))) => [],
    );
}

#[test]
fn an_export_has_a_name_of_letters_digits_colons_and_hyphens() {
    let of = |name: Json| with_output(Output::new("a").export(name));
    let refused = |name: &str| {
        format!(
            "invalid export name `{name}`: The Name field of every Export member must be specified and consist only of \
             alphanumeric characters, colons, or hyphens"
        )
    };
    for name in ["", "a_b", "a b", "a/b", "${AWS::StackName}-id", "é"] {
        assert_eq!(of(json!(name)), [refused(name)]);
    }
    assert_eq!(of(json!(1)), [refused("")]);
    for right in [json!("a:b-1"), json!({ "Fn::Sub": "${AWS::StackName}_id" })] {
        assert!(of(right.clone()).is_empty(), "{right}");
    }
}

#[test]
fn a_template_exports_a_name_once() {
    let twice = |name: Json, one: Option<&str>, other: Option<&str>| {
        after(|stack| {
            for (at, condition) in [one, other].into_iter().enumerate() {
                let mut output = Output::new("a").export(name.clone());
                if let Some(condition) = condition {
                    output = output.condition(condition);
                }
                stack.output(format!("O{at}"), output)?;
            }
            stack.condition("A", Condition::equals("a", "b"))?.condition("B", Condition::equals("a", "a"))?;
            Ok(())
        })
    };
    let duplicate = "The Outputs section contains duplicate Export names: `a`";
    assert_messages!(
        twice(json!("a"), None, None) => [duplicate],
        twice(json!("a"), Some("A"), None) => [duplicate],
        twice(json!("a"), Some("A"), Some("A")) => [duplicate],
        twice(json!("a"), Some("A"), Some("B")) => [],
        twice(json!({ "Fn::Sub": "${AWS::StackName}-a" }), None, None).iter().map(|found| &found[..30]).collect::<Vec<_>>() => [
            &duplicate[..30],
        ],
    );
}

#[test]
fn sizes_have_limits() {
    let described = |length: usize| {
        let mut stack = stack();
        stack.description("é".repeat(length / 2));
        messages(&stack)
    };
    assert_messages!(
        described(1024) => [],
        described(1026) => ["the description of the template is 1026 bytes long; the maximum is 1024"],
    );

    let of_size = |length: usize| of_properties(json!({ "DisplayName": "x".repeat(length) }));
    assert_messages!(of_size(999_000) => []);
    let found = of_size(1_000_000);
    assert!(found.len() == 1 && found[0].ends_with("bytes long; the maximum is 1000000"), "{found:?}");
}

#[test]
fn a_template_has_resources() {
    let mut stack = Stack::new("s");
    stack.output("Id", Output::new("a")).expect("the id is free");
    assert_messages!(messages(&stack) => ["At least one Resources member must be defined"]);
    let fragment = json!({ "${N}Topic": { "Type": "AWS::SNS::Topic" } });
    let topics = ForEach::new("Topics", "N", ["A"], fragment).expect("the loop is right");
    stack.transform("AWS::LanguageExtensions").for_each(topics).expect("the name is free");
    assert_messages!(messages(&stack) => []);
    let mut made_by_a_macro = Stack::new("s");
    made_by_a_macro.transform("Modules");
    assert_messages!(messages(&made_by_a_macro) => []);
}

#[test]
fn functions_have_the_arguments_that_the_macro_accepts() {
    let of = |value: Json| of_properties(json!({ "TopicName": value }));
    assert_messages!(
        of(json!({ "Fn::GetAtt": ["Topic"] })) => ["invalid arguments of `Fn::GetAtt`"],
        of(json!({ "Fn::GetAtt": [{ "Ref": "Topic" }, "TopicName"] })) => ["invalid arguments of `Fn::GetAtt`"],
        of(json!({ "Fn::GetAtt": "Topic" })) => ["invalid arguments of `Fn::GetAtt`"],
        of(json!({ "Fn::Select": [-1, ["a"]] })) => ["the index of `Select` must be 0 or more, not -1"],
        of(json!({ "Fn::Select": ["-1", ["a"]] })) => ["the index of `Select` must be 0 or more, not -1"],
        of(json!({ "Fn::Select": [1, ["a"]] })) => ["the index 1 of `Select` is out of range; the last index is 0"],
        of(json!({ "Fn::Select": ["0"] })) => ["invalid arguments of `Fn::Select`"],
        of(json!({ "Fn::Select": [0, { "Fn::Cidr": ["x", -1] }] })) => ["`x` is not a CIDR block"],
        of(json!({ "Fn::Select": [0, { "Fn::Cidr": ["10.0.0.0/16", -1] }] })) => ["the count of `Cidr` must be 1 to 256, not -1"],
        of(json!({ "Fn::ImportValue": "${AWS::StackName}-a" })) => ["`${…}` is not replaced in the name of `ImportValue`"],
        of(json!({ "Fn::Join": ["a"] })) => ["invalid arguments of `Fn::Join`"],
        of(json!({ "Fn::Sub": ["a"] })) => ["invalid arguments of `Fn::Sub`"],
        // A macro can give the arguments, or one of them.
        of(json!({ "Fn::Sub": { "Fn::Transform": { "Name": "M" } } })) => [],
        of(json!({ "Fn::Sub": [{ "Fn::Transform": { "Name": "M" } }, { "A": "b" }] })) => [],
        of(json!({ "Fn::Sub": ["${A}", { "Fn::Transform": { "Name": "M" } }] })) => [],
        of(json!({ "Fn::GetAtt": { "Fn::Transform": { "Name": "M" } } })) => [],
        of(json!({ "Fn::Join": { "Fn::Transform": { "Name": "M" } } })) => [],
        of(json!({ "Fn::GetAtt": ["Topic", "TopicName"] })) => [],
        of(json!({ "Fn::GetAtt": "Topic.TopicName" })) => [],
        of(json!({ "Fn::Select": ["0", ["a"]] })) => [],
        of(json!({ "Fn::Select": [0, { "Fn::GetAZs": "" }] })) => [],
        of(json!({ "Fn::Select": [0, { "Fn::Cidr": ["10.0.0.0/16", 1, 8] }] })) => [],
        of(json!({ "Fn::ImportValue": { "Fn::Sub": "${AWS::StackName}-a" } })) => [],
        of(json!({ "Fn::Base64": { "Fn::Join": ["", ["a"]] } })) => [],
        of(json!({ "Fn::Sub": ["${A}", { "A": "b" }] })) => [],
        of(json!({ "Fn::Transform": { "Name": "AWS::Include", "Parameters": { "Location": "s3://a" } } })) => [],
    );
    let raw = user_pool_client! {
        user_pool_id: "eu-west-1_Ab12Cd34e", client_name: Raw({ "Fn::GetAtt": ["Topic"] }),
    };
    assert_messages!(
        after(|stack| stack.add(raw).map(drop)) => ["invalid arguments of `Fn::GetAtt`"],
        after(|stack| stack.output("Id", Output::new(json!({ "Fn::GetAtt": ["Topic"] }))).map(drop)) => [
            "invalid arguments of `Fn::GetAtt`",
        ],
    );
}

#[test]
fn what_overrides_make_of_attributes_is_checked() {
    let of = |path: &str, value: Json| {
        let mut client = client();
        client.add_override(path, value).expect("the path is right");
        after(|stack| stack.add(client).map(drop))
    };
    assert_messages!(
        of("DependsOn", json!(1)) => ["`DependsOn` is not a logical id or a list of logical ids"],
        of("DependsOn", json!(["Topic", 1])) => ["`DependsOn` is not a logical id or a list of logical ids"],
        of("DeletionPolicy", json!("Keep")) => ["`DeletionPolicy` cannot be `\"Keep\"`"],
        of("UpdateReplacePolicy", json!("RetainExceptOnCreate")) => [
            "`UpdateReplacePolicy` cannot be `\"RetainExceptOnCreate\"`",
        ],
        of("DeletionPolicy", json!("Snapshot")) => ["`DeletionPolicy` cannot be `\"Snapshot\"`"],
        of("DeletePolicy", json!("Retain")) => ["a resource has no attribute `DeletePolicy`"],
        of("Condition", json!(["A"])) => ["`Condition` of a resource is not the name of a condition"],
        of("DependsOn", json!("Topic")) => [],
        of("DependsOn", json!(["Topic"])) => [],
        of("DeletionPolicy", json!("Retain")) => [],
        of("DeletionPolicy", json!({ "Fn::If": ["A", "Retain", "Delete"] })) => ["the stack has no condition `A`"],
        of("UpdatePolicy.EnableVersionUpgrade", json!(true)) => [],
    );
}

#[test]
fn helps_name_what_can_be_written() {
    let help = |change: fn(&mut Stack) -> Result<(), Error>| {
        let mut stack = stack();
        change(&mut stack).expect("it can be added");
        let error = stack.check().expect_err("it is wrong").to_string();
        error.split_once("help: ").map(|(_, help)| help.to_owned()).unwrap_or_default()
    };
    for (found, expected) in [
        (
            help(|stack| stack.condition("C", json!({ "Fn::Equal": ["a", "b"] })).map(drop)),
            "a condition with a similar name exists: `Fn::Equals`",
        ),
        (
            help(|stack| stack.condition("C", json!({ "Fn::Cidr": ["10.0.0.0/16", 1] })).map(drop)),
            "write a function that returns a boolean, such as `Condition::equals(…)`",
        ),
        (
            help(|stack| {
                let parameter = Parameter::string().default("prd").allowed_values(["dev", "prod"]);
                stack.parameter("P", parameter).map(drop)
            }),
            "write `.default(\"prod\")`, or add \"prd\" to the allowed values",
        ),
        (
            help(|stack| {
                let parameter = Parameter::string().default("x").allowed_values(["dev", "prod"]);
                stack.parameter("P", parameter).map(drop)
            }),
            "write `.default(\"dev\")`, or add \"x\" to the allowed values",
        ),
        (
            help(|stack| stack.parameter("P", Parameter::of_type("Text")).map(drop)),
            "use `String`, `Number`, `List<Number>` or `CommaDelimitedList`, or an AWS type such as `AWS::EC2::VPC::Id`",
        ),
        (
            help(|stack| stack.output("Id", Output::new("a").export("web client")).map(drop)),
            "write ASCII letters, digits, `:` and `-`: `\"web-client\"`",
        ),
        (
            help(|stack| {
                let mut other = CfnResource::new("Other", "AWS::SNS::Topic", json!({}));
                other.add_override("DeletonPolicy", "Retain")?;
                stack.add(other).map(drop)
            }),
            "an attribute with a similar name exists: `DeletionPolicy`",
        ),
        (
            help(|stack| {
                let mut other = CfnResource::new("Other", "AWS::SNS::Topic", json!({}));
                other.add_override("TopicName", "a")?;
                stack.add(other).map(drop)
            }),
            "remove it, or move it into `Properties`",
        ),
        (
            help(|stack| {
                let other = CfnResource::new("Other", "AWS::SNS::Topic", json!({ "A": { "Ref": "Topic.TopicName" } }));
                stack.add(other).map(drop)
            }),
            "write `GetAtt(\"Topic\", \"TopicName\")`",
        ),
    ] {
        assert_eq!(found, expected);
    }
}

#[test]
fn an_unknown_attribute_of_a_client_is_an_error_of_who_reads_it() -> Result<(), Error> {
    let mut stack = stack();
    let secret = json!({ "Fn::Sub": "${UserPoolClient.ClientSecrt}" });
    let line = line!() + 1;
    let reader = CfnResource::new("Sec2", "AWS::SecretsManager::Secret", json!({ "SecretString": secret }));
    stack.add(client())?.add(reader)?.output("Out", Output::new(json!({ "Fn::GetAtt": ["UserPoolClient", "Id"] })))?;
    let error = stack.check().expect_err("there is no such attribute");
    let ErrorKind::Multiple(errors) = error.kind() else { panic!("{error}") };
    let places: Vec<_> = errors.iter().map(|error| (error.resource(), error.location().map(|of| of.line()))).collect();
    assert_eq!(places, [(Some("s/Sec2"), Some(line)), (Some("output Out"), Some(line + 1))]);
    let found: Vec<_> = stack.validate().into_iter().map(|(id, finding)| (id, finding.code)).collect();
    assert_eq!(found, [("Sec2", "MI12"), ("Out", "MI12")]);
    Ok(())
}

#[test]
fn two_resources_of_one_line_say_what_differs() -> Result<(), Error> {
    let made = |name: &str| user_pool_client! { user_pool_id: "eu-west-1_Ab12Cd34e", client_name: name };
    let mut stack = Stack::new("s");
    stack.add(made("web"))?;
    let error = stack.add(made("admin")).map(drop).expect_err("the id is taken").to_string();
    assert!(error.starts_with("duplicate id `UserPoolClient` of a resource: the same line created both"));
    let help = "help: use what differs in the id: `ClientName` is `\"web\"` in one and `\"admin\"` in the other";
    assert!(error.contains(help), "{error}");
    let error = stack.add(made("web")).map(drop).expect_err("the id is taken").to_string();
    assert!(error.contains("help: their properties are equal; add only one of them"), "{error}");
    let error = stack.add(client()).map(drop).expect_err("the id is taken").to_string();
    assert!(error.contains("the first one is at tests/template_checks.rs:"), "{error}");
    Ok(())
}

#[test]
fn a_cycle_that_a_transform_takes_apart_is_none() -> Result<(), Error> {
    let cycle = |transform: &str, of: &str| -> Result<Vec<String>, Error> {
        let api = json!({ "DefinitionBody": { "Fn::Sub": "${Fun.Arn}" } });
        let event = json!({ "Type": "Api", "Properties": { "RestApiId": { "Ref": "Api" } } });
        let mut stack = Stack::new("s");
        if !transform.is_empty() {
            stack.transform(transform);
        }
        stack.add(CfnResource::new("Api", format!("{of}::Api"), api))?;
        stack.add(CfnResource::new("Fun", format!("{of}::Function"), json!({ "Events": { "Get": event } })))?;
        Ok(messages(&stack))
    };
    let is_cycle = |found: Vec<String>| found.len() == 1 && found[0].starts_with("dependency cycle of resources");
    assert_messages!(
        cycle("AWS::Serverless-2016-10-31", "AWS::Serverless")? => [],
        cycle("MyMacro", "AWS::Lambda")? => [],
    );
    assert!(is_cycle(cycle("", "AWS::Lambda")?));
    assert!(is_cycle(cycle("AWS::Serverless-2016-10-31", "AWS::Lambda")?), "the transform leaves these alone");
    assert!(is_cycle(cycle("AWS::LanguageExtensions", "AWS::Lambda")?));
    Ok(())
}

#[test]
fn a_secret_value_of_a_parameter_is_in_no_message() -> Result<(), Error> {
    const SECRET: &str = "http://hunter2.example.org";
    let report = |parameter: Parameter| -> Result<(String, Vec<&'static str>), Error> {
        let mut stack = Stack::new("s");
        stack.parameter("Url", parameter)?.add(user_pool_client! {
            user_pool_id: "eu-west-1_Ab12Cd34e",
            callback_urls: [Ref("Url")],
            prevent_user_existence_errors: Enabled,
        })?;
        let findings = stack.validate();
        let codes = findings.iter().map(|(_, finding)| finding.code).collect();
        let outcome = stack.synth().map(|template| format!("{:?}", template.warnings()));
        Ok((format!("{findings:?} {}", outcome.unwrap_or_else(|error| error.to_string())), codes))
    };
    for secret in [
        Parameter::string().default(SECRET).no_echo(),
        Parameter::string().default(SECRET).with("NoEcho", json!("true")),
        Parameter::string().default(SECRET).allowed_values(["https://a.example.org"]).no_echo(),
        Parameter::string().allowed_values([SECRET]).no_echo(),
    ] {
        let (text, codes) = report(secret)?;
        assert!(!text.contains("hunter2"), "{text}");
        assert!(text.contains("`Url`") && codes.contains(&"UR01"), "{text}");
    }
    let (text, codes) = report(Parameter::string().default(SECRET).with("NoEcho", json!(false)))?;
    assert!(text.contains("hunter2") && codes.contains(&"UR01"), "{text}");
    Ok(())
}

#[test]
fn allow_silences_what_the_values_of_a_parameter_bring_about() -> Result<(), Error> {
    let codes = |client: CfnUserPoolClient| -> Result<Vec<&'static str>, Error> {
        let mut stack = Stack::new("s");
        stack.parameter("Url", Parameter::string().default("http://app.example.org"))?.add(client)?;
        Ok(stack.validate().iter().map(|(_, finding)| finding.code).collect())
    };
    let (pool, url) = ("eu-west-1_Ab12Cd34e", || cognito_cfn::Intrinsic::reference("Url"));
    let client = user_pool_client! { user_pool_id: pool, callback_urls: [url()], allow: [MI01] };
    assert_eq!(codes(client)?, ["UR01"]);
    let mut client = user_pool_client! { user_pool_id: pool, callback_urls: [url()], allow: [MI01] };
    // A declaration cannot allow an error; this one is a warning, for another value can be given.
    client.allow.push("UR01".into());
    assert_eq!(codes(client)?, [""; 0]);
    Ok(())
}

#[test]
fn a_client_that_is_json_has_the_same_findings() -> Result<(), Error> {
    let validity = 48;
    let typed = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows: [Code],
        callback_urls: vec!["http://app.example.org".to_owned()],
        access_token_validity: validity,
        supported_identity_providers: ["Google"],
        refresh_token_validity: 3,
    };
    let findings = |stack: &Stack| -> Vec<String> {
        let findings = stack.validate().into_iter();
        findings.map(|(id, finding)| format!("{id} {finding}")).collect()
    };
    let pool = || CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({}));
    let as_json =
        CfnResource::new("UserPoolClient", "AWS::Cognito::UserPoolClient", typed.to_json()["Properties"].clone());
    let [mut one, mut other] = ["s", "s"].map(Stack::new);
    one.add(pool())?.add(typed)?;
    other.add(pool())?.add(as_json)?;
    assert_eq!(findings(&one), findings(&other));
    assert!(findings(&one).iter().any(|finding| finding.contains("UR01")), "{:?}", findings(&one));
    assert!(findings(&one).iter().any(|finding| finding.contains("IP01")), "{:?}", findings(&one));
    Ok(())
}

#[test]
fn what_the_types_of_a_client_keep_out_is_an_error_of_one_that_is_json() {
    let of = |properties: Json| {
        let mut stack = Stack::new("s");
        let added = stack.add(CfnResource::new("C", "AWS::Cognito::UserPoolClient", properties)).is_ok();
        assert!(added);
        let errors = stack.validate().into_iter().map(|(_, finding)| format!("{} {}", finding.code, finding.message));
        errors.filter(|message| !message.starts_with("MI01")).collect::<Vec<_>>()
    };
    let id = "eu-west-1_Ab12Cd34e";
    assert_messages!(
        of(json!({})) => ["MI07 missing required property `user_pool_id`"],
        of(json!({ "UserPoolId": id, "ClientNam": "a" })) => [
            "MI11 unknown property `ClientNam` of `AWS::Cognito::UserPoolClient`",
        ],
        of(json!({ "UserPoolId": id, "ClientId": "a" })) => ["MI11 `ClientId` is read-only"],
        of(json!({ "UserPoolId": id, "CallbackURLs": "https://a.example.org" })) => [
            "LT01 `CallbackURLs` must be a list",
        ],
        of(json!({ "UserPoolId": id, "ClientName": { "Ref": "A", "B": "c" } })) => [
            "LT01 `ClientName` must be a string",
        ],
        of(json!({ "UserPoolId": id, "PreventUserExistenceErrors": "enabled" })) => [
            "MI02 unknown value `enabled` of `PreventUserExistenceErrors`",
        ],
        of(json!({ "UserPoolId": id, "SupportedIdentityProviders": ["Okta"], "ReadAttributes": ["custom:a"] })) => [],
        of(json!({ "UserPoolId": id, "AccessTokenValidity": "one" })) => [
            "LT01 `AccessTokenValidity` must be an integer",
        ],
        of(json!({ "UserPoolId": id, "GenerateSecret": "yes" })) => [
            "LT01 `GenerateSecret` must be a boolean",
        ],
        of(json!({ "UserPoolId": id, "AccessTokenValidity": "1", "GenerateSecret": "true" })) => [],
        of(json!({ "Fn::If": ["A", { "UserPoolId": id }, { "ClientName": "a" }] })) => ["MI07 missing required property `user_pool_id`"],
        of(json!({ "Fn::If": ["A", { "UserPoolId": id }, { "UserPoolId": id, "ClientName": "a" }] })) => [],
    );
}

/// <https://github.com/aws-cloudformation/cloudformation-resource-schema/issues/102>
#[test]
fn a_read_only_property_is_a_warning_since_cloudformation_ignores_it() {
    let of = |property: &str| {
        let properties = json!({
            "UserPoolId": "eu-west-1_Ab12Cd34e", "PreventUserExistenceErrors": "ENABLED", property: "abc",
        });
        let mut stack = Stack::new("s");
        stack.add(CfnResource::new("C", "AWS::Cognito::UserPoolClient", properties)).expect("the name is free");
        stack.validate().into_iter().map(|(_, finding)| (finding.severity, finding.message)).collect::<Vec<_>>()
    };
    for property in ["ClientId", "ClientSecret", "Name"] {
        assert_eq!(of(property), [(Severity::Warning, format!("`{property}` is read-only"))]);
    }
    let unknown = "unknown property `Id` of `AWS::Cognito::UserPoolClient`".to_owned();
    assert_eq!(of("Id"), [(Severity::Error, unknown)]);
}
