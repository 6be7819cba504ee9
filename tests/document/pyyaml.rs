//! YAML, compared with PyYAML.

use crate::random::mutate;
use crate::tools::tools;
use cognito_cfn::{Document, Json, json};
use fastrand::Rng;
use std::io::Write as _;
use std::process::{Command, Stdio};

/// What PyYAML reads in each of the texts.
fn pyyaml(texts: &[String]) -> Option<Vec<Json>> {
    let python = tools()?.join("python/bin/python");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/document/pyyaml.py");
    let mut child =
        Command::new(python).arg(script).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("python starts");
    let input = json!(texts).to_string();
    let mut stdin = child.stdin.take().expect("a pipe");
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().expect("python ends");
    writer.join().expect("no panic").expect("python reads");
    assert!(output.status.success());
    Some(serde_json::from_slice(&output.stdout).expect("JSON"))
}

/// Equal, where a whole number may have more digits than are kept.
fn is_same(read: &Json, expected: &Json) -> bool {
    match (read, expected) {
        (Json::Array(read), Json::Array(expected)) => {
            read.len() == expected.len() && read.iter().zip(expected).all(|(read, expected)| is_same(read, expected))
        }
        (Json::Object(read), Json::Object(expected)) => {
            read.len() == expected.len()
                && read.iter().all(|(key, value)| expected.get(key).is_some_and(|expected| is_same(value, expected)))
        }
        (Json::Number(read), Json::Number(expected)) if read != expected => {
            let (read, expected) = (read.as_f64().unwrap_or(0.0), expected.as_f64().unwrap_or(1.0));
            (read - expected).abs() <= expected.abs() * 1e-14
        }
        _ => read == expected,
    }
}

#[test]
fn plain_scalars() {
    let words = [
        "y", "n", "yes", "Yes", "YES", "yEs", "no", "on", "On", "oFF", "true", "TRUE", "null", "Null", "nULL", "~", "",
        "=",
    ];
    let numbers = [
        "0",
        "-0",
        "+1",
        "0777",
        "-0777",
        "08",
        "0o7",
        "0x1F",
        "-0xff",
        "0X1F",
        "0b101",
        "0b2",
        "1_000",
        "_1",
        "1__0",
        "0_",
        "00",
        "1.",
        ".5",
        "-.5",
        "+.5",
        "1.5",
        "-1.5",
        "1e3",
        "1.0e3",
        "1.0e+3",
        "1.5E-3",
        "1_0.5_0",
        "1:30",
        "1:60",
        "1:5:9",
        "-1:30",
        "01:30",
        "1:30.5",
        "0:30.5",
        ".inf",
        "-.INF",
        "+.Inf",
        ".nan",
        ".NaN",
        "-.nan",
        "1.0e+400",
        "123456789012345678901234",
        "9223372036854775808",
        "-9223372036854775809",
        "012345670123",
        "2010-09-09",
        "2001-12-14t21:59:43.10-05:00",
        "1.2.3",
        "0x_",
    ];
    let mut texts: Vec<String> = words.iter().chain(&numbers).map(|text| (*text).to_owned()).collect();
    let random = &mut Rng::with_seed(1);
    let characters: Vec<char> = "00112567899__..:++--eExXbBoaAfFnN~".chars().collect();
    for _ in 0..4000 {
        texts.push((0..random.usize(1..9)).map(|_| characters[random.usize(..characters.len())]).collect());
    }
    let documents: Vec<String> = texts.iter().map(|text| format!("k: {text}\n")).collect();
    let Some(expected) = pyyaml(&documents) else { return };
    for ((text, document), expected) in texts.iter().zip(&documents).zip(expected) {
        // PyYAML refuses some words that it takes for a number or for a type without a value.
        let expected = match &expected[0]["k"] {
            Json::Null if expected.is_null() => json!({ "k": text }),
            _ => expected[0].clone(),
        };
        match Document::read(document) {
            Ok(document) => assert!(is_same(document.json(), &expected), "{text}: {} and {expected}", document.json()),
            Err(error) => assert_eq!(expected, json!({ "k": text }), "{error}"),
        }
    }
}

#[test]
fn aliases_and_merge_keys() {
    let mut texts = Vec::new();
    for seed in 0..600 {
        let mut writer = Writer { random: Rng::with_seed(seed), anchors: Vec::new(), count: 0 };
        let mut text = String::new();
        for index in 0..5 {
            let value = writer.flow(3);
            text += &format!("k{index}: {value}\n");
        }
        texts.push(text);
    }
    let Some(expected) = pyyaml(&texts) else { return };
    let mut merged = 0;
    for (text, expected) in texts.iter().zip(expected) {
        match Document::read(text) {
            Ok(document) => assert!(is_same(document.json(), &expected[0]), "{text}{}\n{expected}", document.json()),
            Err(error) => assert!(expected.is_null(), "{error}\n{text}"),
        }
        merged += usize::from(text.contains("<<") && !expected.is_null());
    }
    assert!(merged > 200, "{merged}");
}

/// Texts that are nearly right. Only these errors are not PyYAML's own.
#[test]
fn mutated_texts() {
    const OURS: [&str; 5] = ["empty text", "duplicate key", "unknown tag", "key that is not a text", "second document"];
    let texts: Vec<String> = (0..2000).map(|seed| mutate(&mut Rng::with_seed(seed), TEXT)).collect();
    let Some(expected) = pyyaml(&texts) else { return };
    let mut same = 0;
    for (text, expected) in texts.iter().zip(expected) {
        match Document::read(text) {
            // A key or a value that is read differently.
            Ok(document) if !document.warnings().is_empty() => {}
            Ok(document) => {
                // YAML has no objection to a second anchor of the same name.
                let has_anchors = text.matches(['&', '*']).count() > 2;
                assert!(
                    is_same(document.json(), &expected[0]) || expected.is_null() && has_anchors,
                    "{text}\n{expected}"
                );
                same += 1;
            }
            Err(error) => {
                let is_ours = OURS.iter().any(|ours| error.message().starts_with(ours));
                assert!(expected.is_null() || is_ours, "{error}\n{text}\n{expected}");
            }
        }
    }
    assert!(same > 500, "{same}");
}

const TEXT: &str = "\
# comment
Resources:
  Client: # why
    Type: AWS::Cognito
    Props: {Id: Pool, 'Name': \"a\\u00e4\\
      b\", N: [x, 'it''s', 0777]}
    ? Other
    : - &c [a, {k: b}]
      - >-
        folded
        text

        more
      - - nested
        - c: d
    Plain: some words
      over lines
    <<: {b: 1}
  Text: |+
    first
     second

  Copy: *c
Last: \"x y\"
";

/// Writes random YAML with anchors, aliases and merge keys.
struct Writer {
    random: Rng,
    /// The anchors, and whether each is one of a mapping.
    anchors: Vec<(String, bool)>,
    count: usize,
}

impl Writer {
    fn flow(&mut self, depth: usize) -> String {
        let kind = self.random.u8(..if depth == 0 { 3 } else { 8 });
        let value = match kind {
            0 => return self.alias(false).unwrap_or_else(|| "x".into()),
            1 => "0777".into(),
            2 => "'it''s'".into(),
            3 | 4 => {
                let items: Vec<_> = (0..self.random.usize(..4)).map(|_| self.flow(depth - 1)).collect();
                format!("[{}]", items.join(", "))
            }
            _ => {
                let mut members: Vec<_> =
                    (0..self.random.usize(..4)).map(|key| format!("m{key}: {}", self.flow(depth - 1))).collect();
                if self.random.bool()
                    && let Some(alias) = self.alias(true)
                {
                    let merged = match (self.random.u8(..3), self.alias(true)) {
                        (0, Some(other)) => format!("<<: [{alias}, {other}]"),
                        (1, _) => format!("<<: [{{m9: 1, m0: 2}}, {alias}]"),
                        _ => format!("<<: {alias}"),
                    };
                    members.insert(self.random.usize(..=members.len()), merged);
                }
                format!("{{{}}}", members.join(", "))
            }
        };
        if self.random.bool() {
            self.count += 1;
            let name = format!("a{}", self.count);
            self.anchors.push((name.clone(), kind > 4));
            return format!("&{name} {value}");
        }
        value
    }

    fn alias(&mut self, of_mapping: bool) -> Option<String> {
        let anchors: Vec<_> = self.anchors.iter().filter(|(_, is_mapping)| *is_mapping || !of_mapping).collect();
        let (name, _) = anchors.get(self.random.usize(..anchors.len().max(1)))?;
        Some(format!("*{name} "))
    }
}
