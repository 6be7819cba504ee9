//! The property table against the schema that cfn-lint carries, and against the model of the API that botocore carries, by
//! `schema_drift.py` beside this file.
//!
//! `CONFORMANCE_TOOLS` is the directory that `tests/conformance/install` prints; without it, the test is skipped, but not
//! in CI.

#[path = "../support/skip.rs"]
mod skip;
#[path = "../support/tools.rs"]
mod tools;

use cognito_cfn::{Json, json};
use cognito_cfn_schema::characters::Characters;
use cognito_cfn_schema::enums::Enumeration;
use cognito_cfn_schema::property::Update;
use cognito_cfn_schema::{Kind, Property, RESOURCE_TYPE, blocks, client, return_values};
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

/// Texts that show which pattern a class of characters is, beside each single character up to U+00FF.
const SAMPLES: [&str; 24] = [
    "",
    "us-east-1_a1B2c3D4e",
    "us-east-1",
    "us-east-1_",
    "_a1",
    "us_east_1_a1",
    "us-east-1_a-1",
    "us.east-1_a1",
    " us-east-1_a1",
    "us-east-1_é",
    "arn:aws:iam::123456789012:role/analytics",
    "arn:aws-cn:iam::123456789012:role/path/analytics",
    "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0123456789abcdef",
    "arn:aws:sns:eu-west-1:123456789012:topic:part:part",
    "arn:aws:sns:eu-west-1:123456789012:topic:part:part:part",
    "arn:aws:sns:eu-west-1:123456789012",
    "arn:aws:sns:eu-west-1:123456789012:",
    "arn:aws:sns:eu-west-1::topic",
    "arn:aws:sns:eu-west-1:account:topic",
    "arn::sns:eu-west-1:123456789012:topic",
    "arn:aws::eu-west-1:123456789012:topic",
    "arn:aws:sns:eu west 1:123456789012:topic",
    "ARN:aws:sns:eu-west-1:123456789012:topic",
    "arn:aws:sns:eu-west-1:123456789012:to*pic",
];

/// The table in the words of a registry schema, as far as it has them.
fn table() -> Json {
    let definitions: Json = blocks::ALL.iter().map(|block| (block.name, rows(block.members))).collect();
    json!({
        "typeName": RESOURCE_TYPE,
        "properties": rows(client::ALL),
        "definitions": definitions,
        "readOnly": return_values::ALL,
    })
}

fn rows(properties: &[&Property]) -> Json {
    properties.iter().map(|property| (property.cloudformation, row(property))).collect()
}

fn row(property: &Property) -> Json {
    let mut row = match property.kind {
        Kind::Boolean => json!({ "type": "boolean" }),
        Kind::Integer => {
            let (least, greatest) = property.limits.range.unzip();
            json!({ "type": "integer", "minimum": least, "maximum": greatest })
        }
        Kind::String(_) => text(property),
        Kind::List(Kind::String(_)) => list(property, text(property)),
        Kind::Enum(of) => word(property, of),
        Kind::List(Kind::Enum(of)) => list(property, word(property, of)),
        Kind::Block(of) => json!({ "$ref": format!("#/definitions/{}", of.name) }),
        _ => panic!("{} is of a kind that no property has", property.name),
    };
    row["required"] = json!(property.required);
    row["createOnly"] = json!(property.update == Update::Replacement);
    row
}

fn list(property: &Property, items: Json) -> Json {
    json!({ "type": "array", "maxItems": property.limits.items, "items": items })
}

fn text(property: &Property) -> Json {
    let (least, greatest) = property.limits.length.unzip();
    json!({
        "type": "string",
        "minLength": least,
        "maxLength": greatest,
        "fits": property.limits.characters.map(fits),
    })
}

/// Where names of the user's own are taken as well, the words are no limit.
fn word(property: &Property, of: &Enumeration) -> Json {
    let mut text = text(property);
    if of.other.is_none() {
        text["enum"] = of.variants.iter().map(|word| word.value).collect();
    }
    text
}

/// Whether each sample is a text of that class.
fn fits(characters: Characters) -> Json {
    let single = ('\0'..='\u{FF}').map(String::from);
    let texts = SAMPLES.into_iter().map(String::from).chain(single);
    texts.map(|text| json!([text, characters.misfit(&text).is_none()])).collect()
}

/// Compares the table with what the script calls so, and prints every drift.
fn compare(with: &str) {
    let Some(tools) = tools::tools() else { return };
    let mut script = Command::new(tools.join("python/bin/python"))
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/schema_drift.py"))
        .arg(with)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the Python of the tools runs");
    let mut stdin = script.stdin.take().expect("stdin is piped");
    write!(stdin, "{}", table()).expect("the script reads");
    drop(stdin);
    let ended = script.wait_with_output().expect("the script ends");
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stdout));
}

#[test]
fn the_table_says_what_the_schema_of_cfn_lint_says() {
    compare("cfn-lint");
}

#[test]
fn the_table_says_what_the_model_of_the_api_says() {
    compare("api");
}
