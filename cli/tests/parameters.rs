//! `--parameter NAME=VALUE`: what of a template is known with it.

use cognito_cfn::{Json, json};
use cognito_cfn_cli::input::{Options, Reading, read};
use std::fs;
use tempfile::TempDir;

fn template() -> Json {
    json!({
        "Parameters": {
            "Stage": { "Type": "String", "AllowedValues": ["dev", "prod"] },
            "Urls": { "Type": "CommaDelimitedList" },
            "Hours": { "Type": "Number" },
            "Secret": { "Type": "String", "NoEcho": true },
            "Stored": { "Type": "AWS::SSM::Parameter::Value<String>" },
        },
        "Mappings": { "Domains": { "prod": { "Name": "example.com" } } },
        "Conditions": {
            "IsProd": { "Fn::Equals": [{ "Ref": "Stage" }, "prod"] },
            "IsDev": { "Fn::Not": [{ "Condition": "IsProd" }] },
            "IsOpen": { "Fn::Equals": [{ "Ref": "AWS::Region" }, "eu-west-1"] },
            "Either": { "Fn::Or": [{ "Condition": "IsOpen" }, { "Condition": "IsProd" }] },
            "Both": { "Fn::And": [{ "Condition": "IsOpen" }, { "Condition": "IsProd" }] },
        },
        "Resources": {},
    })
}

fn read_with(template: &Json, parameters: &[(&str, &str)]) -> Reading {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("t.json");
    fs::write(&path, template.to_string()).unwrap();
    let parameters = parameters.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    read(&[path], &Options { parameters })
}

/// What becomes of a value of a client, with the pointer in the text of what is at that place then.
fn value(written: Json, parameters: &[(&str, &str)]) -> (Json, String) {
    let mut template = template();
    template["Resources"]["A"] =
        json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": { "ClientName": written } });
    let reading = read_with(&template, parameters);
    assert_eq!(reading.failures, []);
    let pointer = "/Resources/A/Properties/ClientName";
    let source = reading.inputs[0].source(pointer);
    (reading.inputs[0].template.pointer(pointer).unwrap().clone(), source.strip_prefix(pointer).unwrap().to_owned())
}

#[test]
fn references_are_replaced() {
    for (written, known) in [
        (json!({ "Ref": "Stage" }), json!("prod")),
        (json!({ "Ref": "Urls" }), json!(["https://a", "https://b"])),
        (json!({ "Ref": "Hours" }), json!("12")),
        (json!({ "Ref": "Other" }), json!({ "Ref": "Other" })),
        (json!({ "Fn::Sub": "web-${Stage}" }), json!("web-prod")),
        (
            json!({ "Fn::Sub": "${!Stage} ${Stage} ${AWS::Region}" }),
            json!({ "Fn::Sub": "${!Stage} prod ${AWS::Region}" }),
        ),
        (json!({ "Fn::Sub": "${!Stage} ${ Stage }" }), json!("${Stage} prod")),
        // A variable of the function hides the parameter.
        (
            json!({ "Fn::Sub": ["${Stage}-${Hours}", { "Stage": { "Ref": "Pool" } }] }),
            json!({ "Fn::Sub": ["${Stage}-12", { "Stage": { "Ref": "Pool" } }] }),
        ),
        (json!({ "Fn::Sub": ["${S}", { "S": { "Ref": "Stage" } }] }), json!("prod")),
        (json!({ "Fn::Join": ["-", ["web", { "Ref": "Stage" }]] }), json!("web-prod")),
        (
            json!({ "Fn::Join": ["-", ["web", { "Ref": "Pool" }]] }),
            json!({ "Fn::Join": ["-", ["web", { "Ref": "Pool" }]] }),
        ),
        (json!({ "Fn::Select": [1, { "Ref": "Urls" }] }), json!("https://b")),
        (json!({ "Fn::Split": ["r", { "Ref": "Stage" }] }), json!(["p", "od"])),
        (json!({ "Fn::FindInMap": ["Domains", { "Ref": "Stage" }, "Name"] }), json!("example.com")),
    ] {
        let (read, source) =
            value(written.clone(), &[("Stage", "prod"), ("Urls", "https://a, https://b"), ("Hours", "12")]);
        assert_eq!((read, source.as_str()), (known, ""), "{written}");
    }
}

#[test]
fn a_known_condition_chooses_the_arm() {
    for (condition, arm) in [("IsProd", "/Fn::If/1"), ("IsDev", "/Fn::If/2"), ("Either", "/Fn::If/1"), ("Both", "")] {
        let (read, source) = value(json!({ "Fn::If": [condition, "then", "otherwise"] }), &[("Stage", "prod")]);
        assert_eq!(source, arm, "{condition}");
        let expected = match arm {
            "/Fn::If/1" => json!("then"),
            "/Fn::If/2" => json!("otherwise"),
            _ => json!({ "Fn::If": [condition, "then", "otherwise"] }),
        };
        assert_eq!(read, expected);
    }
    let nested = json!({ "Fn::If": ["IsDev", "a", { "Fn::If": ["IsProd", { "Fn::Sub": "${Stage}" }, "b"] }] });
    assert_eq!(value(nested, &[("Stage", "prod")]), (json!("prod"), "/Fn::If/2/Fn::If/1".to_owned()));
    let (read, _) = value(json!({ "Fn::If": ["Both", "then", "otherwise"] }), &[("Stage", "dev")]);
    assert_eq!(read, "otherwise");
}

#[test]
fn what_a_false_condition_keeps_from_being_made_is_gone() {
    let mut template = template();
    template["Resources"] = json!({
        "Dev": { "Type": "AWS::Cognito::UserPoolClient", "Condition": "IsDev" },
        "Prod": { "Type": "AWS::Cognito::UserPoolClient", "Condition": "IsProd", "DependsOn": ["Dev", "Open"] },
        "Open": { "Type": "AWS::Cognito::UserPoolClient", "Condition": "IsOpen", "DependsOn": "Dev" },
    });
    let reading = read_with(&template, &[("Stage", "prod")]);
    assert_eq!(
        reading.inputs[0].template["Resources"],
        json!({
            "Prod": { "Type": "AWS::Cognito::UserPoolClient", "Condition": "IsProd", "DependsOn": ["Open"] },
            "Open": { "Type": "AWS::Cognito::UserPoolClient", "Condition": "IsOpen" },
        })
    );
}

#[test]
fn without_an_argument_nothing_changes() {
    let template = template();
    assert_eq!(read_with(&template, &[]).inputs[0].template, template);
}

#[test]
fn conditions_in_a_cycle_are_not_known() {
    let mut template = template();
    template["Conditions"]["A"] = json!({ "Fn::Not": [{ "Condition": "B" }] });
    template["Conditions"]["B"] = json!({ "Fn::Not": [{ "Condition": "A" }] });
    assert_eq!(read_with(&template, &[("Stage", "dev")]).failures, []);
}

#[test]
fn values_that_cloudformation_refuses_are_failures() {
    for (parameter, message, help) in [
        (("Stage", "prd"), "`prd` is not an allowed value of the parameter `Stage`", "write `Stage=prod`"),
        (("Stage", "x"), "`x` is not an allowed value of the parameter `Stage`", "use one of `dev`, `prod`"),
        (
            ("Hours", "two"),
            "`two` of the parameter `Hours` is not a number",
            "the parameter has the type `Number`; write `Hours=1`",
        ),
        (("Stge", "dev"), "no template has a parameter `Stge`", "a parameter with a similar name exists: `Stage`"),
    ] {
        let reading = read_with(&template(), &[parameter]);
        let [failure] = reading.failures.as_slice() else { panic!("{reading:?}") };
        assert_eq!((&*failure.message, &*failure.help), (message, help));
        // The rest is checked as it is.
        assert_eq!(reading.inputs[0].template, template());
    }
}

#[test]
fn a_value_that_the_template_does_not_get_stays_unknown() {
    let reading = read_with(&template(), &[("Stored", "/shop/name"), ("Secret", "do-not-print")]);
    assert_eq!(reading.inputs[0].template, template());
    let notes: Vec<&str> = reading.notes.iter().map(|note| note.message.as_str()).collect();
    assert_eq!(
        notes,
        [
            "`Stored` names a parameter of Systems Manager, whose value is not known",
            "`Secret` has `NoEcho`; its value is not used",
        ]
    );
}

#[test]
fn deep_nesting_takes_no_time() {
    let mut deep = json!({ "Ref": "Pool" });
    for _ in 0..35 {
        deep = json!({ "Fn::Join": ["-", ["${", deep]] });
    }
    assert_eq!(value(deep.clone(), &[("Stage", "dev")]).0, deep);
}
