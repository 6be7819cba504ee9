//! Where values and keys are in YAML.

use crate::excerpt;
use cognito_cfn::Document;

const TEXT: &str = "\
Resources:
  # a comment
  日本:
    Type: \"A::B\"
    Properties:
      Client: !Ref Pool   # why
      Attr: !GetAtt Pool.Arn.X
      Sub: !Sub ['${a}', {a: 1}]
      Items:
        - one
        - {x: 1, y/z: [2, 3], \"q~\": &anchor !Ref A}

        - two three
      Text: |
        first
        second

      Copy: *anchor
      <<: &base {Merged: 5}
      Empty:
  Next: *anchor
";

#[test]
fn places_of_yaml() {
    let cases = [
        ("", &TEXT[..TEXT.len() - 1]),
        ("/Resources/日本/Type", "\"A::B\""),
        ("/Resources/日本/Properties/Client", "!Ref Pool"),
        ("/Resources/日本/Properties/Client/Ref", "Pool"),
        ("/Resources/日本/Properties/Attr", "!GetAtt Pool.Arn.X"),
        ("/Resources/日本/Properties/Attr/Fn::GetAtt", "Pool.Arn.X"),
        ("/Resources/日本/Properties/Attr/Fn::GetAtt/0", "Pool"),
        ("/Resources/日本/Properties/Attr/Fn::GetAtt/1", "Arn.X"),
        ("/Resources/日本/Properties/Sub", "!Sub ['${a}', {a: 1}]"),
        ("/Resources/日本/Properties/Sub/Fn::Sub", "['${a}', {a: 1}]"),
        ("/Resources/日本/Properties/Sub/Fn::Sub/1/a", "1"),
        ("/Resources/日本/Properties/Items/0", "one"),
        ("/Resources/日本/Properties/Items/1/y~1z", "[2, 3]"),
        ("/Resources/日本/Properties/Items/1/y~1z/1", "3"),
        ("/Resources/日本/Properties/Items/1/q~0", "&anchor !Ref A"),
        ("/Resources/日本/Properties/Items/1/q~0/Ref", "A"),
        ("/Resources/日本/Properties/Items/2", "two three"),
        ("/Resources/日本/Properties/Text", "|\n        first\n        second"),
        ("/Resources/日本/Properties/Copy", "*anchor"),
        ("/Resources/日本/Properties/Copy/Ref", "A"),
        ("/Resources/日本/Properties/Merged", "5"),
        ("/Resources/日本/Properties/Empty", ""),
        ("/Resources/Next", "*anchor"),
        // The nearest value around it.
        (
            "/Resources/日本/Properties/Items/7",
            "- one\n        - {x: 1, y/z: [2, 3], \"q~\": &anchor !Ref A}\n\n        - two three",
        ),
        ("/Resources/日本/Properties/Items/0/x/y", "one"),
        (
            "/Resources/日本/Properties/Items/00",
            "- one\n        - {x: 1, y/z: [2, 3], \"q~\": &anchor !Ref A}\n\n        - two three",
        ),
    ];
    let keys = [
        ("/Resources/日本", "日本"),
        ("/Resources/日本/Type", "Type"),
        ("/Resources/日本/Properties/Client/Ref", "!Ref"),
        ("/Resources/日本/Properties/Items/1/q~0", "\"q~\""),
        ("/Resources/日本/Properties/Merged", "Merged"),
    ];
    for text in [TEXT.to_owned(), TEXT.replace('\n', "\r\n"), format!("\u{feff}{TEXT}")] {
        let document = Document::read(&text).expect("YAML");
        let text = text.trim_start_matches('\u{feff}');
        for (pointer, expected) in cases {
            let found = excerpt(text, document.span(pointer).expect("a place"));
            assert_eq!(found.replace('\r', ""), expected, "{pointer}");
        }
        for (pointer, expected) in keys {
            assert_eq!(excerpt(text, document.key_span(pointer).expect("a place")), expected, "{pointer}");
        }
        for pointer in ["", "/Resources/日本/Properties/Items/0", "/Nothing", "/Resources/日本/Nothing"] {
            assert_eq!(document.key_span(pointer), None, "{pointer}");
        }
    }
}

/// Long lines, and places on both sides of where counting starts anew.
#[test]
fn columns_count_characters_in_long_texts() {
    let items: Vec<String> =
        (0..3000).map(|index| format!("ä{index}{}", if index % 700 == 0 { "日\n" } else { "😀" })).collect();
    let text = format!(
        "[{}]",
        items.iter().map(|item| format!("\"{}\"", item.replace('\n', "\\n"))).collect::<Vec<_>>().join(", ")
    );
    let lines = text.replace(", \"ä7", ",\n\"ä7");
    for text in [text, lines] {
        let document = Document::read(&text).expect("JSON");
        for (index, item) in items.iter().enumerate().step_by(7) {
            let found = excerpt(&text, document.span(&format!("/{index}")).expect("a place"));
            assert_eq!(found, format!("\"{}\"", item.replace('\n', "\\n")));
        }
    }
}
