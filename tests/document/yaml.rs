//! YAML: short forms, aliases, and what is doubtful.

use crate::random::value;
use crate::{place, read};
use cognito_cfn::{CfnResource, Document, Json, Stack, json};
use fastrand::Rng;

#[test]
fn short_forms_are_functions() {
    let cases = [
        ("!Ref A", json!({ "Ref": "A" })),
        ("!Ref 'A'", json!({ "Ref": "A" })),
        ("!Ref", json!({ "Ref": "" })),
        ("!Ref 0777", json!({ "Ref": "0777" })),
        ("!Condition A", json!({ "Condition": "A" })),
        ("!GetAtt A.B", json!({ "Fn::GetAtt": ["A", "B"] })),
        ("!GetAtt A.Outputs.B", json!({ "Fn::GetAtt": ["A", "Outputs.B"] })),
        ("!GetAtt A", json!({ "Fn::GetAtt": ["A"] })),
        ("!GetAtt [A, B]", json!({ "Fn::GetAtt": ["A", "B"] })),
        ("!GetAtt [A, !Ref B]", json!({ "Fn::GetAtt": ["A", { "Ref": "B" }] })),
        ("!Sub \"${A}\"", json!({ "Fn::Sub": "${A}" })),
        ("!Sub [\"${A}\", {A: !Ref B}]", json!({ "Fn::Sub": ["${A}", { "A": { "Ref": "B" } }] })),
        ("!Sub |\n  ${A}\n  b\n", json!({ "Fn::Sub": "${A}\nb\n" })),
        (
            "!If [A, !Ref B, !Ref \"AWS::NoValue\"]",
            json!({ "Fn::If": ["A", { "Ref": "B" }, { "Ref": "AWS::NoValue" }] }),
        ),
        ("!Join\n- ','\n- - !Ref A\n  - b", json!({ "Fn::Join": [",", [{ "Ref": "A" }, "b"]] })),
        ("!Select [0, !GetAZs '']", json!({ "Fn::Select": [0, { "Fn::GetAZs": "" }] })),
        ("!Base64\n  Fn::Sub: x", json!({ "Fn::Base64": { "Fn::Sub": "x" } })),
        ("!Not [!Equals [a, b]]", json!({ "Fn::Not": [{ "Fn::Equals": ["a", "b"] }] })),
        (
            "!Transform {Name: A, Parameters: {B: 1}}",
            json!({ "Fn::Transform": { "Name": "A", "Parameters": { "B": 1 } } }),
        ),
        ("&a !Ref A", json!({ "Ref": "A" })),
        ("!Ref &a A", json!({ "Ref": "A" })),
        ("!<!Ref> A", json!({ "Ref": "A" })),
        ("!!str 5", json!("5")),
        ("!<tag:yaml.org,2002:str> 5", json!("5")),
        ("!!int \"5\"", json!(5)),
        ("!!float 5", json!(5.0)),
        ("!!bool \"yes\"", json!(true)),
        ("!!null ''", json!(null)),
        ("!!set {a, b}", json!({ "a": null, "b": null })),
        ("! 5", json!(5)),
    ];
    for (text, expected) in cases {
        assert_eq!(read(&format!("k: {}", text.replace('\n', "\n  "))), json!({ "k": expected }), "{text}");
    }
}

#[test]
fn a_block_scalar_may_end_with_the_text() {
    for (text, expected) in [
        ("|\n  x", "x"),
        ("|\n  x\n", "x\n"),
        ("|-\n  x", "x"),
        ("|+\n  x\n\n", "x\n\n"),
        ("|\n  x\n\n", "x\n"),
        (">\n  x\n  y", "x y"),
        ("|", ""),
        ("|\n", ""),
        ("|\n  x\\", "x\\"),
        ("|+\n  x\n ", "x\n"),
        ("|\n  x\n ", "x\n"),
        ("|\n  x\n    ", "x\n  "),
        ("|+\n ", ""),
        ("|\r\n  x\r\n  y\r\n", "x\ny\n"),
    ] {
        assert_eq!(read(&format!("k: {text}")), json!({ "k": expected }), "{text:?}");
    }
}

#[test]
fn a_comma_may_follow_a_mark_in_a_text() {
    let text = "a: [x !y, 'Hello!, you', \"Hi!, you\"]\nb: Hello!, you # !z,\nc: |\n  Hello !you, there\n";
    let expected = json!({
        "a": ["x !y", "Hello!, you", "Hi!, you"], "b": "Hello!, you", "c": "Hello !you, there\n",
    });
    assert_eq!(read(text), expected);
}

#[test]
fn keys_are_as_written() {
    let document = Document::read("1: a\non: b\n0777: c\n~: d\n2012-10-17: e\ntrue: f\nx: {1.0: g}\n").expect("YAML");
    let expected = json!({
        "1": "a", "on": "b", "0777": "c", "~": "d", "2012-10-17": "e", "true": "f", "x": { "1.0": "g" },
    });
    assert_eq!(document.json(), &expected);
    let warnings: Vec<_> = document.warnings().iter().map(|warning| warning.message()).collect();
    assert_eq!(
        warnings,
        ["`on`", "`0777`", "`~`"].map(|key| format!("key {key} that YAML 1.1 does not read as a text"))
    );
    // A tag that says nothing.
    assert_eq!(read("a: [! \"Ref\": B, ! Ref : C]"), json!({ "a": [{ "Ref": "B" }, { "Ref": "C" }] }));
}

/// Values with the warning of each.
#[test]
fn values_that_are_read_differently() {
    let number = "text that some YAML readers read as a number";
    let sexagesimal = "text that YAML 1.1 reads as a number in base 60";
    let none = "number that JSON does not have, read as a text";
    let inexact = "number with more digits than a reader keeps";
    let cases = [
        ("1e3", json!("1e3"), Some(number)),
        ("1.5e3", json!("1.5e3"), Some(number)),
        ("08", json!("08"), Some(number)),
        ("123456789012e4", json!("123456789012e4"), Some(number)),
        ("0o7", json!("0o7"), Some(number)),
        ("-.5", json!("-.5"), Some(number)),
        ("1:30", json!(90), Some(sexagesimal)),
        ("1:30.5", json!(90.5), Some(sexagesimal)),
        (".inf", json!(".inf"), Some(none)),
        (".nan", json!(".nan"), Some(none)),
        ("1.0e+400", json!("1.0e+400"), Some(none)),
        ("0x_", json!("0x_"), Some(none)),
        ("18446744073709551616", json!(18446744073709551616.0), Some(inexact)),
        ("=", json!("="), Some("text that some YAML readers refuse")),
        ("18446744073709551615", json!(18446744073709551615u64), None),
        ("0777", json!(511), None),
        ("on", json!(true), None),
        ("1_000", json!(1000), None),
        ("8080:80", json!("8080:80"), None),
        ("2010-09-09", json!("2010-09-09"), None),
        ("1.2.3", json!("1.2.3"), None),
        ("1e", json!("1e"), None),
        ("0xg", json!("0xg"), None),
    ];
    for (text, expected, warning) in cases {
        let document = Document::read(&format!("a:\n- {text}\n")).expect("YAML");
        assert_eq!(document.json()["a"][0], expected, "{text}");
        let found: Vec<_> = document.warnings().iter().map(|warning| warning.message()).collect();
        assert_eq!(found, warning.into_iter().collect::<Vec<_>>(), "{text}");
        for warning in document.warnings() {
            let location = warning.template_location().expect("a place");
            assert_eq!(location.pointer, "/a/0");
            assert_eq!(place(location.span.expect("a span")), format!("2:3-2:{}", 3 + text.len()));
        }
    }
    let document = Document::read("a: &a 1e3\nb: *a\nc: {<<: {d: 08}}\n").expect("YAML");
    assert_eq!(document.warnings().len(), 2, "once, where it is written: {:?}", document.warnings());
    let document = Document::read("a: !Contains [[x], y]\n").expect("YAML");
    assert_eq!(document.warnings()[0].message(), "`!Contains` is not a documented short form");
}

#[test]
fn what_comes_after_an_alias_or_a_merge_has_its_warnings() {
    let after = |before: &str| {
        let text = format!("a: &a {{x: 1}}\n{before}\nAccount: 08\n");
        Document::read(&text).expect("YAML").warnings().len()
    };
    assert_eq!(after("b: {y: 1}"), 1, "a number to some, a string to others");
    assert_eq!(after("b: *a"), 1);
    assert_eq!(after("b: {<<: *a}"), 1);
    assert_eq!(after("b: {<<: [*a, {z: 1}]}"), 1);
}

/// What `Stack::to_yaml` writes is read as what was written.
#[test]
fn written_templates_are_read_back() {
    for seed in 0..300 {
        let random = &mut Rng::with_seed(seed);
        let mut stack = Stack::new("s");
        let value = match random.bool() {
            true => value(random, 4),
            false => function(random, 3),
        };
        stack.add(CfnResource::new("R", "T", json!({ "P": value }))).expect("the id is valid");
        let text = stack.to_yaml();
        let document = Document::read(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(document.json(), &stack.to_json(), "{text}");
    }
}

/// Functions within each other.
fn function(random: &mut Rng, depth: usize) -> Json {
    if depth == 0 {
        return value(random, 0);
    }
    let argument = function(random, depth - 1);
    match random.u8(..8) {
        0 => json!({ "Ref": "A" }),
        1 => json!({ "Fn::GetAtt": ["A", "B.C"] }),
        2 => json!({ "Fn::Sub": ["x${A}", { "A": argument }] }),
        3 => json!({ "Fn::If": ["C", argument, { "Ref": "AWS::NoValue" }] }),
        4 => json!({ "Fn::Base64": argument }),
        5 => json!({ "Fn::Join": [",", [argument, "x"]] }),
        6 => json!({ "Fn::Transform": { "Name": "M", "Parameters": { "A": argument } } }),
        _ => json!({ "Fn::GetAZs": "" }),
    }
}
