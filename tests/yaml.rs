//! Templates in YAML: a reader that knows nothing of the writer reads the same template as from the JSON.
//!
//! The forms expected are those of the pages of the intrinsic function reference. `.ci/run` has the files that are written
//! here read by another reader, that of cfn-lint, which takes YAML 1.1 as CloudFormation does.

use cognito_cfn::{CfnResource, Condition, ForEach, Intrinsic, Json, Output, Parameter, Rule, Stack, json};
use saphyr::{LoadableYamlNode, Scalar, Yaml};
use std::path::Path;
use std::{env, fs};

/// The YAML as JSON, with each tag read as the function it is short for.
fn read(yaml: &str) -> Json {
    let documents = Yaml::load_from_str(yaml).unwrap_or_else(|error| panic!("{error}\n{yaml}"));
    let [document] = documents.as_slice() else { panic!("{} documents\n{yaml}", documents.len()) };
    json_of(document)
}

fn json_of(yaml: &Yaml<'_>) -> Json {
    match yaml {
        Yaml::Value(Scalar::Null) => Json::Null,
        Yaml::Value(Scalar::Boolean(truth)) => json!(truth),
        Yaml::Value(Scalar::Integer(number)) => json!(number),
        Yaml::Value(Scalar::FloatingPoint(number)) => json!(number.into_inner()),
        Yaml::Value(Scalar::String(text)) => json!(text),
        Yaml::Representation(text, ..) => json!(text),
        Yaml::Sequence(items) => items.iter().map(json_of).collect(),
        Yaml::Mapping(members) => {
            members.iter().map(|(key, value)| (key.as_str().unwrap_or_default().to_owned(), json_of(value))).collect()
        }
        Yaml::Tagged(tag, argument) => {
            assert_eq!(tag.handle, "!", "{tag:?}");
            let name = match tag.suffix.as_str() {
                name @ ("Ref" | "Condition") => name.to_owned(),
                name => format!("Fn::{name}"),
            };
            let argument = match (name.as_str(), json_of(argument)) {
                ("Fn::GetAtt", Json::String(dotted)) => json!(dotted.splitn(2, '.').collect::<Vec<_>>()),
                (_, argument) => argument,
            };
            json!({ name: argument })
        }
        other => panic!("{other:?}"),
    }
}

/// A stack with that value in it.
fn stack(value: &Json) -> Stack {
    let mut stack = Stack::new("s");
    stack.add(CfnResource::new("R", "T", json!({ "P": value }))).expect("the id is legal");
    stack
}

/// The lines of a value in the YAML of a stack.
fn lines(value: &Json) -> String {
    let yaml = stack(value).to_yaml();
    let value = yaml.split_once("P:").and_then(|(_, value)| value.split_once("    Type:")).map(|(value, _)| value);
    let value = value.unwrap_or_else(|| panic!("{yaml}"));
    value.lines().map(|line| line.strip_prefix("      ").unwrap_or(line).trim_end()).collect::<Vec<_>>().join("\n")
}

/// What a reader of YAML 1.1 or 1.2 takes for a number, a boolean, a date, nothing, or the syntax of YAML.
const NOT_TEXT: [&str; 72] = [
    "",
    "~",
    "null",
    "Null",
    "NULL",
    "true",
    "True",
    "false",
    "y",
    "Y",
    "n",
    "N",
    "yes",
    "Yes",
    "no",
    "NO",
    "on",
    "On",
    "off",
    "OFF",
    "0",
    "1",
    "-1",
    "+1",
    "1.0",
    "1.",
    ".5",
    "1e3",
    "1E3",
    "12e03",
    "0o7",
    "010",
    "0x1F",
    "0b1",
    "1_000",
    "1:30",
    "190:20:30",
    "2010-09-09",
    "2010-09-09T00:00:00Z",
    ".inf",
    "-.inf",
    ".nan",
    "=",
    "<<",
    "!x",
    "*x",
    "&x",
    "%x",
    "@x",
    "`x",
    "[x",
    "]",
    "{x",
    "}",
    ",",
    "|",
    ">",
    "?",
    "? x",
    "-",
    "- x",
    "#",
    "# x",
    "'",
    "\"",
    "x: y",
    "x:",
    "x #y",
    " x",
    "x ",
    "---",
    "...",
];

/// What may stand as it is, or has to be escaped.
const TEXT: [&str; 33] = [
    "x",
    "a:b",
    "a#b",
    "AWS::Region",
    "https://${Domain}/callback",
    "${A}",
    "it's",
    "a \"b\"",
    "\\",
    "a\\nb",
    "a, b",
    "a\nb",
    "a\nb\n",
    "a\n\n\nb\n\n",
    "\n",
    "\na",
    "a\n ",
    "  a\nb",
    "a \nb",
    "\ta\nb",
    "a\tb",
    "\t",
    "a\r\nb",
    "\r",
    "\u{0}",
    "\u{1b}[0m",
    "\u{7f}",
    "\u{85}",
    "\u{a0}",
    "\u{2028}",
    "\u{feff}",
    "ünï, テスト",
    "😀",
];

fn nasty() -> Json {
    let long = "word ".repeat(60) + "end";
    let keys: Json = NOT_TEXT.iter().chain(&TEXT).map(|text| ((*text).to_owned(), json!(text))).collect();
    json!({
        "Texts": NOT_TEXT.iter().chain(&TEXT).collect::<Vec<_>>(),
        "Keys": keys,
        "Long": long,
        "Subs": TEXT.iter().map(|text| json!({ "Fn::Sub": text })).collect::<Vec<_>>(),
        "Numbers": [0, -5, 1.5, -0.25, 9_223_372_036_854_775_807_i64, 1e16, 1e-7, 1e300],
        "Others": [true, false, null, [], {}, [[]], [{}], [[["a"]], [{ "a": [{ "b": [] }] }]]],
        // Members that only look like functions.
        "Policy": { "Condition": { "StringEquals": { "a": "b" } } },
        "Odd": [{ "Ref": ["a"] }, { "Fn::GetAtt": "A.B" }, { "Fn::GetAtt": ["A.B", "C"] }, { "Fn::Unknown": "a" }],
    })
}

fn functions() -> Json {
    json!([
        { "Ref": "AWS::Region" },
        { "Fn::GetAtt": ["Pool", "Arn"] },
        { "Fn::GetAtt": ["Nested", "Outputs.Name"] },
        { "Fn::GetAtt": ["Pool", { "Ref": "Attribute" }] },
        { "Fn::Sub": "${A}" },
        { "Fn::Sub": ["${A}", { "A": { "Ref": "B" } }] },
        { "Fn::Join": [",", ["a", { "Ref": "B" }]] },
        { "Fn::Join": ["", { "Fn::Split": [",", { "Fn::ImportValue": { "Fn::Sub": "${A}" } }] }] },
        { "Fn::If": ["C", { "a": 1 }, { "Ref": "AWS::NoValue" }] },
        { "Fn::Select": [1, { "Fn::GetAZs": "" }] },
        { "Fn::GetAZs": { "Ref": "AWS::Region" } },
        { "Fn::Base64": { "Fn::Sub": "a\n${B}\n" } },
        { "Fn::Base64": "a" },
        { "Fn::FindInMap": ["A", { "Ref": "AWS::Region" }, "c", { "DefaultValue": { "Ref": "D" } }] },
        { "Fn::Cidr": ["10.0.0.0/16", 6, 8] },
        { "Fn::Length": { "Fn::Split": ["|", "a|b|c"] } },
        { "Fn::ToJsonString": { "a": { "Ref": "B" }, "c": [1, "1"] } },
        { "Fn::Transform": { "Name": "AWS::Include", "Parameters": { "Location": "s3://b/k" } } },
        { "Fn::Transform": { "Name": "AWS::Include", "Parameters": { "Location": { "Fn::Sub": "s3://${B}/k" } } } },
        { "Fn::GetStackOutput": { "StackName": "network", "OutputName": "VpcId" } },
        { "Fn::GetStackOutput": { "StackName": { "Ref": "Network" }, "OutputName": "VpcId" } },
        { "Fn::ImportValue": { "Fn::Join": ["-", [{ "Fn::Base64": { "Fn::Base64": "a" } }]] } },
    ])
}

/// A template with every section.
fn whole() -> Result<Stack, Box<dyn std::error::Error>> {
    let stage = Intrinsic::reference("Stage");
    let is_prod = Condition::equals(&stage, "prod");
    let topics = ForEach::new(
        "Topics",
        "Name",
        Intrinsic::reference("Names"),
        json!({ "${Name}Topic": { "Type": "AWS::SNS::Topic", "Properties": { "TopicName": { "Ref": "Name" } } } }),
    )?;
    let mut stack = Stack::new("s");
    stack
        .description("line one\nline two: no")
        .transform("AWS::LanguageExtensions")
        .parameter("Stage", Parameter::string().default("no").allowed_values(["yes", "no"]))?
        .parameter("Names", Parameter::of_type("CommaDelimitedList"))?
        .rule("Sizes", Rule::new(Condition::contains(["a", "b"], &stage), "a or b").condition(is_prod.clone()))?
        .mapping("Hosts", json!({ "prod": { "name": "example.com" } }))?
        .condition("IsProd", is_prod.clone())?
        .condition("IsLive", Condition::or([Condition::named("IsProd"), Condition::not(is_prod)])?)?
        .for_each(topics)?
        .add(CfnResource::new("R", "T", json!({ "Functions": functions(), "Texts": nasty() })))?
        .output("Stage", Output::new(stage).condition("IsProd").export(Intrinsic::sub("${AWS::StackName}-stage")))?;
    Ok(stack)
}

#[test]
fn a_template_is_read_as_it_was_meant() {
    let stack = whole().expect("the stack is right");
    let (yaml, template) = (stack.to_yaml(), stack.to_json());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("yaml");
    fs::create_dir_all(&folder).expect("the target folder can be written");
    fs::write(folder.join("whole.yaml"), &yaml).expect("the target folder can be written");
    fs::write(folder.join("whole.json"), template.to_string()).expect("the target folder can be written");
    // With a text that is read wrong, all of the template is; which one says the next test.
    assert_eq!(read(&yaml), template);
    assert!(yaml.is_ascii() || yaml.contains("テスト"), "readable text is written as it is");
}

#[test]
fn each_text_is_read_as_text() {
    for text in NOT_TEXT.iter().chain(&TEXT) {
        for value in [json!(text), json!([text]), json!({ *text: 1 }), json!({ "Fn::Sub": text })] {
            let stack = stack(&value);
            assert_eq!(read(&stack.to_yaml()), stack.to_json(), "{text:?}");
        }
    }
}

#[test]
fn what_another_reader_takes_for_something_else_is_quoted() {
    for text in NOT_TEXT {
        let written = lines(&json!(text));
        assert!(written.trim_start().starts_with(['\'', '"']), "{text:?} is written {written}");
        let key = lines(&json!({ text: 1 }));
        assert!(key.trim_start().starts_with(['\'', '"']), "{text:?} is written {key}");
    }
}

#[test]
fn functions_have_the_short_forms_of_the_reference() {
    for (value, expected) in [
        (json!({ "Ref": "MyParameter" }), " !Ref MyParameter"),
        (json!({ "Fn::GetAtt": ["MyElb", "DNSName"] }), " !GetAtt MyElb.DNSName"),
        (json!({ "Fn::Sub": "${AWS::StackName}-vpc" }), " !Sub ${AWS::StackName}-vpc"),
        (json!({ "Fn::Join": [":", ["a", "b"]] }), " !Join\n- ':'\n- - a\n  - b"),
        (json!({ "Fn::GetAZs": "" }), " !GetAZs ''"),
        (json!({ "Fn::ImportValue": "network-id" }), " !ImportValue network-id"),
        (json!({ "Fn::Split": ["|", "a|b"] }), " !Split\n- '|'\n- a|b"),
        (json!({ "Fn::Cidr": ["192.168.0.0/24", 6, 5] }), " !Cidr\n- '192.168.0.0/24'\n- 6\n- 5"),
        (
            json!({ "Fn::Transform": { "Name": "Macro", "Parameters": { "Key": "value" } } }),
            " !Transform\n  Name: Macro\n  Parameters:\n    Key: value",
        ),
        (
            json!({ "Fn::Or": [{ "Condition": "A" }, { "Fn::Not": [{ "Fn::Equals": ["a", "b"] }] }] }),
            " !Or\n- !Condition A\n- !Not\n  - !Equals\n    - a\n    - b",
        ),
    ] {
        assert_eq!(lines(&value), expected);
    }
}

#[test]
fn a_function_right_within_another_leaves_the_outer_one_written_out() {
    for (value, expected) in [
        (json!({ "Fn::Base64": { "Fn::Sub": "${A}" } }), "\n  Fn::Base64: !Sub ${A}"),
        (json!({ "Fn::GetAZs": { "Ref": "AWS::Region" } }), "\n  Fn::GetAZs: !Ref AWS::Region"),
        (json!({ "Fn::ImportValue": { "Fn::Sub": "${A}-b" } }), "\n  Fn::ImportValue: !Sub ${A}-b"),
        (
            json!({ "Fn::GetStackOutput": { "OutputName": "VpcId", "StackName": { "Ref": "A" } } }),
            "\n  Fn::GetStackOutput:\n    OutputName: VpcId\n    StackName: !Ref A",
        ),
        // No short form is documented for these.
        (json!({ "Fn::Length": { "Ref": "A" } }), "\n  Fn::Length: !Ref A"),
        (json!({ "Fn::ToJsonString": { "a": "b" } }), "\n  Fn::ToJsonString:\n    a: b"),
        (json!({ "Fn::Contains": [["a"], "b"] }), "\n  Fn::Contains:\n  - - a\n  - b"),
        (json!({ "Fn::GetAtt": ["A", { "Ref": "B" }] }), "\n  Fn::GetAtt:\n  - A\n  - !Ref B"),
    ] {
        assert_eq!(lines(&value), expected);
    }
}

#[test]
fn the_same_stack_gives_the_same_bytes() {
    let yaml = || whole().map(|stack| stack.to_yaml()).unwrap_or_default();
    assert!(!yaml().is_empty());
    assert_eq!(yaml(), yaml());
}
