//! Texts that are nearly right: none makes the reader panic, take long, or show a value.

use crate::random::mutate;
use cognito_cfn::{Document, json};
use fastrand::Rng;
use std::time::{Duration, Instant};

const SECRET: &str = "hunter2-correct-horse";

const YAML: &str = "\
%TAG !y! tag:yaml.org,2002:
---
Resources: &r
  Client: # comment
    Type: AWS::Cognito::UserPoolClient
    Properties: {UserPoolId: !Ref Pool, 'Name': \"a\\u00e4\\\n b\", N: [!GetAtt A.B, !Sub x, *c]}
    ? Other
    : - &c !Join [',', [a, !y!str b]]
      - >-
        folded
        text
    Secret: hunter2-correct-horse
    <<: [{a: 1}, {b: 0777}]
  Text: |+
    first

...
";

#[test]
fn mutated_texts() {
    let json = json!({
        "Resources": { "Client": { "Type": "T", "Properties": { "Secret": SECRET, "N": [1, -2.5e3, true, null, "a\u{1}\"ä"] } } }
    });
    let json = format!("{json:#}");
    assert!(Document::read(YAML).is_err(), "the alias comes before its anchor");
    let yaml = YAML.replace(", *c]", "]");
    assert!(Document::read(&yaml).is_ok(), "{:?}", Document::read(&yaml).err());
    for seed in 0..10_000 {
        let random = &mut Rng::with_seed(seed);
        let original = [&json, &yaml, &yaml][random.usize(..3)];
        let mut text = mutate(random, original);
        if random.bool() {
            text = mutate(random, &text);
        }
        let start = Instant::now();

        let result = Document::read(&text);
        assert!(start.elapsed() < Duration::from_secs(20), "{text}");
        match result {
            Ok(document) => {
                for pointer in ["", "/Resources/Client/Properties/N/1", "/Resources/Text"] {
                    assert!(document.span(pointer).is_some(), "{pointer}\n{text}");
                }
            }
            Err(error) => {
                let message = format!("{} {}", error.message(), error.help());
                assert!(message.contains("key `") || !message.contains("hunter2"), "{message}\n{text}");
                assert!(error.message().chars().count() < 80, "{message}\n{text}");
            }
        }
    }
}

/// Texts that cost the square of their length where a reader is careless.
#[test]
fn time_is_linear() {
    let many = |piece: &str, count: usize| piece.repeat(count);
    let texts = [
        many("[1,", 100_000),
        format!("a: [{}]", many("x, ", 100_000)),
        format!("a: [{}]", many("!y x, ", 50_000)),
        format!("a: [{}]", many("'!y, x', ", 50_000)),
        format!("a: {}", many("x ", 200_000)),
        format!("a: {}", many("x\n  ", 100_000)),
        format!("a: '{}'", many("x\n  ", 100_000)),
        format!("a: |\n{}", many("  x\n", 100_000)),
        many("a\n", 100_000),
        many("? ", 100_000),
        many("# x\n", 100_000),
        many("%TAG !a! b\n", 50_000),
        format!("a: 1\n...\n{}", (0..50_000).map(|index| format!("%TAG !a{index}! b\n")).collect::<String>()),
        (0..50_000).map(|index| format!("- &a{index} x\n- *a{index}\n")).collect(),
        format!("{{{}\"z\": 1}}", (0..100_000).map(|index| format!("\"k{index}\": 1,")).collect::<String>()),
        (0..100_000).map(|index| format!("k{index}: 1\n")).collect(),
        format!("a: {}", many("&", 200_000)),
        format!("a: [{}", many("{", 200_000)),
        format!("a: [{}", many("'!b,", 100_000)),
        format!("a: {}", many("!<", 100_000)),
    ];
    for text in texts {
        let start = Instant::now();
        let _ = Document::read(&text);
        let elapsed = start.elapsed();
        assert!(elapsed < Duration::from_secs(30), "{elapsed:?} for {:?}…", text.chars().take(40).collect::<String>());
    }
}

/// As many lookups as there are values.
#[test]
fn places_of_large_lists_and_objects_are_found_at_once() {
    let count = 60_000;
    let list = format!("[{}]", vec!["[1]"; count].join(","));
    let object = format!("{{{}}}", (0..count).map(|index| format!("\"{index}\": 1")).collect::<Vec<_>>().join(","));
    for text in [list, object] {
        let document = Document::read(&text).expect("JSON");
        let start = Instant::now();
        for index in 0..count {
            let span = document.span(&format!("/{index}")).expect("a place");
            let expected = if text.starts_with('[') { "[1]" } else { "1" };
            assert_eq!(&text[span.column - 1..span.end_column - 1], expected);
        }
        assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    }
}
