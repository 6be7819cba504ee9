//! JSON, compared with `serde_json`.

use crate::random::{mutate, value, write};
use crate::{excerpt, read};
use cognito_cfn::{Document, Json, json};
use fastrand::Rng;

#[test]
fn values_are_those_of_serde_json() {
    let texts = [
        "[0, -0, 1, -1, 18446744073709551615, 18446744073709551616, -9223372036854775808, -9223372036854775809]",
        "[0.1, -0.0, 1e3, 1E+3, 1.5e-7, 5e-324, 1.7976931348623157e308, 123456789012345678901234567890, 0e9, 1e-999]",
        r#"["\ud83d\ude00", "\u0000", "\u00e4\/\b\f\n\r\t\"\\", "ä日😀"]"#,
        "{\"a\":{},\"b\":[],\"\":[[[]]]}",
        " \r\n\t[true, false, null] \n",
    ];
    for text in texts {
        assert_eq!(read(text), serde_json::from_str::<Json>(text).expect("JSON"), "{text}");
    }
}

#[test]
fn keys_have_any_length() {
    let key = "k".repeat(100_000);
    assert_eq!(read(&format!("{{\"{key}\": 1}}")), json!({ key: 1 }));
}

#[test]
fn a_byte_order_mark_is_skipped() {
    let document = Document::read("\u{feff}{\"a\": 1}").expect("JSON");
    assert_eq!(document.json(), &json!({ "a": 1 }));
    assert_eq!(document.span("/a").expect("a place").column, 7);
    assert_eq!(read("\u{feff}a: 1"), json!({ "a": 1 }));
}

#[test]
fn random_values_and_their_places() {
    for seed in 0..400 {
        let random = &mut Rng::with_seed(seed);
        let json = match random.bool() {
            true => Json::Array(vec![value(random, 4)]),
            false => json!({ "a": value(random, 4) }),
        };
        let mut text = String::new();
        write(random, &json, &mut text);
        let document = Document::read(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(document.json(), &json, "{text}");
        check_places(&document, &text, &json, String::new());
    }
}

/// At every pointer is the text of the value, and at its key the text of the key.
fn check_places(document: &Document, text: &str, json: &Json, pointer: String) {
    let parse = |text: &str| serde_json::from_str::<Json>(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let span = document.span(&pointer).expect("a place");
    assert_eq!(&parse(&excerpt(text, span)), json, "{pointer}\n{text}");
    match json {
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                check_places(document, text, item, format!("{pointer}/{index}"));
            }
        }
        Json::Object(members) => {
            for (key, value) in members {
                let pointer = format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
                let span = document.key_span(&pointer).expect("the place of the key");
                assert_eq!(&parse(&excerpt(text, span)), &json!(key), "{pointer}\n{text}");
                check_places(document, text, value, pointer);
            }
        }
        _ => {}
    }
}

/// Only depth and duplicate keys are judged differently.
#[test]
fn the_same_texts_are_json() {
    let mut refused = 0;
    for seed in 0..20_000 {
        let random = &mut Rng::with_seed(seed);
        let mut text = String::new();
        let json = Json::Array(vec![value(random, 3)]);
        write(random, &json, &mut text);
        let text = mutate(random, &text);
        if !text.trim_start_matches([' ', '\t', '\r', '\n', '\u{feff}']).starts_with(['{', '[']) {
            continue;
        }
        let text = text.trim_start_matches('\u{feff}');
        let expected = serde_json::from_str::<Json>(text);
        match (Document::read(text), expected) {
            (Ok(document), Ok(expected)) => assert_eq!(document.json(), &expected, "{text}"),
            (Err(_), Err(_)) => refused += 1,
            (Err(error), Ok(_)) => assert!(error.message().starts_with("duplicate key"), "{error}\n{text}"),
            (Ok(_), Err(error)) => panic!("{error}\n{text}"),
        }
    }
    assert!(refused > 5_000, "{refused}");
}
