//! What is wrong with a text, and where.

use crate::place;
use cognito_cfn::{Document, ErrorKind};

/// Texts with the place and the message of their error.
const JSON: &[(&str, &str, &str)] = &[
    ("[1, 2,]", "1:6-1:7", "trailing `,`"),
    ("{\"a\": 1,\n}", "1:8-1:9", "trailing `,`"),
    ("{\"a\": 1\n \"b\": 2}", "2:2-2:3", "missing `,` or `}`"),
    ("[1 2]", "1:4-1:5", "missing `,` or `]`"),
    ("{\"a\" 1}", "1:6-1:7", "missing `:` after a key"),
    ("{\"a\": 1, // x\n}", "1:10-1:11", "comment in JSON"),
    ("{\"a\": /* x */ 1}", "1:7-1:8", "comment in JSON"),
    ("{} {}", "1:4-1:5", "text after the end of the JSON value"),
    ("{\"a\": {\"b\": [1, 2}", "1:18-1:19", "expected `]`, found `}`"),
    ("{\"a\": [1]", "1:1-1:2", "unclosed `{`"),
    ("{\"a\": [1,", "1:7-1:8", "unclosed `[`"),
    ("{\"a\": \"x\n}", "1:7-1:8", "unclosed `\"`"),
    ("{\"a\": \"x", "1:7-1:8", "unclosed `\"`"),
    ("{\"日本\": \"\tx\"}", "1:9-1:10", "tab in a string"),
    ("[\"a\u{0}\"]", "1:4-1:5", "control character U+0000 in a string"),
    ("[\u{0}]", "1:2-1:3", "expected a value"),
    ("[\"\\q\"]", "1:3-1:4", "unknown escape in a string"),
    ("[\"\\u12\"]", "1:3-1:5", "`\\u` without four hexadecimal digits"),
    ("[\"\\ud83d\"]", "1:3-1:9", "half of a surrogate pair in a string"),
    ("[\"😀\\ude00\\ud83d\"]", "1:4-1:10", "half of a surrogate pair in a string"),
    ("['a']", "1:2-1:3", "string in single quotes"),
    ("{'a': 1}", "1:2-1:3", "key in single quotes"),
    ("{a: 1}", "1:2-1:3", "key without quotes"),
    ("[True]", "1:2-1:6", "JSON has no word `True`"),
    ("[None]", "1:2-1:6", "JSON writes an absent value as `null`"),
    ("[nul]", "1:2-1:5", "text without quotes"),
    ("[truex]", "1:2-1:7", "text without quotes"),
    ("[01]", "1:2-1:4", "number with a leading zero"),
    ("[1.]", "1:2-1:3", "number without a digit after the `.`"),
    ("[.5]", "1:2-1:3", "number without a digit before the `.`"),
    ("[+1]", "1:2-1:3", "number with a `+`"),
    ("[-]", "1:2-1:3", "`-` without a number"),
    ("[1e]", "1:2-1:4", "exponent without a digit"),
    ("[1e400]", "1:2-1:7", "number out of range"),
    ("[,]", "1:2-1:3", "expected a value, found `,`"),
    ("{\"a\": 1,\r\n \"b\": 2,\r\n \"a\": 3}", "3:2-3:5", "duplicate key `a`: the first one is in line 1"),
    ("{\"\\u0061\": 1, \"a\": 3}", "1:15-1:18", "duplicate key `a`: the first one is in line 1"),
    ("", "1:1-1:1", "empty text"),
    ("\u{feff}", "1:1-1:1", "empty text"),
    (" \r\n\t", "1:1-1:1", "empty text"),
];

const YAML: &[(&str, &str, &str)] = &[
    ("# nothing\n", "1:1-1:1", "empty text"),
    ("a:\n\tb: 1\n", "2:1-2:2", "tab as indentation"),
    ("a: x\n\tb: 1\n", "2:1-2:2", "tab as indentation"),
    ("a: |\n\tx\n", "2:1-2:2", "tab as indentation"),
    ("a: \"x\nb: y\n", "1:4-1:5", "unclosed `\"`"),
    ("日本: 'x\nb: y\n", "1:5-1:6", "unclosed `'`"),
    ("a: \"x\nb: \"y\"\nc: d\n", "1:4-1:5", "unclosed `\"`"),
    ("a: 'x\nb: 'y'\n", "1:4-1:5", "unclosed `'`"),
    ("- \"x\n- \"y\"\n", "1:3-1:4", "unclosed `\"`"),
    ("a: \"x\\", "1:4-1:5", "unclosed `\"`"),
    ("a: \"x\n---\n", "1:4-1:5", "unclosed `\"`"),
    ("a:\n  b: 1\n c: 2\n", "3:2-3:3", "wrong indentation"),
    ("a:\n  b: 1\n   c: 2\n", "3:4-3:5", "wrong indentation: key below a text that is already a value"),
    ("  a: 1\nb: 2\n", "2:1-2:2", "wrong indentation"),
    ("a:\n   - x\n  - y\n", "3:3-3:4", "wrong indentation"),
    ("a: x\n  b: y\n", "2:3-2:4", "wrong indentation: key below a text that is already a value"),
    ("a: b: c\n", "1:5-1:6", "second `: ` in one line"),
    ("a: - b\n", "1:4-1:5", "list item on a line with other text"),
    ("a:\n  - b\n  c: d\n", "3:3-3:4", "key between the items of a list"),
    ("a: 1\n- b\n", "2:1-2:2", "list item between the keys of a mapping"),
    ("a: 1\nfoo\nb: 2\n", "2:1-2:4", "missing `:` after a key"),
    ("a: 1\nfoo:1\nb: 2\n", "2:1-2:6", "`:` without a space after it"),
    ("a: *\n", "1:4-1:5", "text that starts with `*`"),
    ("a: *.example.com\n", "1:4-1:5", "text that starts with `*`"),
    ("a: @b\n", "1:4-1:5", "text that starts with `@`"),
    ("a: `b`\n", "1:4-1:5", "text that starts with ```"),
    ("a: %b\n", "1:4-1:5", "text that starts with `%`"),
    ("a: \"x\" y\n", "1:8-1:9", "text after the end of a value"),
    ("a: [1, 2\nb: 3\n", "1:4-1:5", "unclosed `[`"),
    ("a: {b: 1\n", "1:4-1:5", "unclosed `{`"),
    ("a: [1, \n", "1:4-1:5", "unclosed `[`"),
    ("a: {b: [1], c: [\n", "1:16-1:17", "unclosed `[`"),
    ("a: {b: !Sub\n", "1:4-1:5", "unclosed `{`"),
    ("a: {b: ${self:c}}\n", "1:9-1:10", "`{` in a text without quotes"),
    ("a: [b, c[0]]\n", "1:9-1:10", "`[` in a text without quotes"),
    ("a: [b {c: d}]\n", "1:7-1:8", "missing `,` or `]`"),
    ("a: [1, 2}\n", "1:9-1:10", "missing `,` or `]`"),
    ("a: [!Ref, x]\n", "1:9-1:10", "`,` right after a tag"),
    ("a: ['!x, y', \"!z\", !Ref, x]\n", "1:24-1:25", "`,` right after a tag"),
    ("a: !Base64 !Sub x\n", "1:12-1:13", "second tag on one value"),
    ("a: !Reff x\n", "1:4-1:9", "unknown tag `!Reff`"),
    ("a: !!python/object x\n", "1:4-1:19", "unknown tag `tag:yaml.org,2002:python/object`"),
    ("a: !!binary aGk=\n", "1:4-1:12", "`!!binary`: JSON has no bytes"),
    ("a: !!int x\n", "1:4-1:9", "value that `!!int` does not describe"),
    ("a: |x\n", "1:4-1:5", "text right after `|` or `>`"),
    ("a: \"\\q\"\n", "1:5-1:6", "unknown escape in a text in double quotes"),
    ("a: \"\\ud83d\\ude00\"\n", "1:7-1:8", "escape that is no character"),
    ("a: *b\n", "1:4-1:6", "unknown anchor `b`"),
    ("a: &a [*a]\n", "1:8-1:10", "alias of `a` within its own value"),
    ("? [a]\n: b\n", "1:3-1:6", "key that is not a text"),
    ("? {a: b}\n: b\n", "1:3-1:9", "key that is not a text"),
    ("!Ref a: b\n", "1:1-1:7", "key that is not a text"),
    ("<<: x\n", "1:5-1:6", "`<<` of something else than a mapping"),
    ("a: 1\nb: 2\na: 3\n", "3:1-3:2", "duplicate key `a`: the first one is in line 1"),
    ("1: a\n\"1\": b\n", "2:1-2:4", "duplicate key `1`: the first one is in line 1"),
    ("a: 1\r\nb: {c: 1,\r\n c: 2}\r\n", "3:2-3:3", "duplicate key `c`: the first one is in line 2"),
    ("a: 1\n---\nb: 2\n", "2:1-2:4", "second document in one text"),
    ("a: 1\n...\n# x\n---\nb: 2\n", "4:1-4:4", "second document in one text"),
    ("%FOO\n---\na: 1\n", "1:1-1:2", "malformed directive"),
    ("a: \u{0}\n", "1:4-1:5", "control character U+0000, which YAML does not have"),
    ("日本: \u{1b}\n", "1:5-1:6", "control character U+001B, which YAML does not have"),
];

#[test]
fn errors_of_json() {
    check(JSON);
}

#[test]
fn errors_of_yaml() {
    check(YAML);
}

fn check(table: &[(&str, &str, &str)]) {
    let mut wrong = String::new();
    for (text, expected, message) in table {
        let found = match Document::read(text) {
            Ok(document) => format!("reads {}", document.json()),
            Err(error) => {
                assert!(matches!(error.kind(), ErrorKind::Read { .. }), "{error}");
                assert!(
                    !error.help().is_empty() && !error.message().contains('\n') && error.message().len() < 80,
                    "{error}"
                );
                let location = error.template_location().expect("a place");
                format!("{} {}", place(location.span.expect("a span")), error.message())
            }
        };
        if found != format!("{expected} {message}") {
            wrong += &format!("{text:?}\n  expected {expected} {message}\n  found    {found}\n");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn nesting_ends_with_an_error() {
    for (open, close, max) in [("[", "]", 200), ("{\"a\":", "}", 200)] {
        let nested = |depth: usize| format!("{}1{}", open.repeat(depth), close.repeat(depth));
        assert!(Document::read(&nested(max)).is_ok());
        let error = Document::read(&nested(max + 1)).expect_err("too deep");
        assert_eq!(error.message(), "more than 200 levels of nesting");
        assert!(Document::read(&open.repeat(1_000_000)).is_err());
    }
    let block = |depth: usize| {
        format!(
            "{}1",
            (0..depth).map(|level| format!("{}a:\n", " ".repeat(level))).collect::<String>() + &" ".repeat(depth)
        )
    };
    for nested in [
        block,
        |depth| format!("a: {}1{}", "[".repeat(depth - 1), "]".repeat(depth - 1)),
        |depth| "- ".repeat(depth) + "1",
    ] {
        assert!(Document::read(&nested(128)).is_ok(), "{}", nested(128));
        let error = Document::read(&nested(129)).expect_err("too deep");
        assert_eq!(error.message(), "more than 128 levels of nesting");
    }
    for text in ["[".repeat(100_000), "- ".repeat(100_000), "{a: ".repeat(100_000), "? ".repeat(100_000)] {
        assert!(Document::read(&format!("a:\n {text}")).is_err());
    }
    // A chain of aliases is as deep as what it stands for.
    let chain: String = (1..400).map(|level| format!("a{level}: &a{level} [*a{}]\n", level - 1)).collect();
    let error = Document::read(&format!("a0: &a0 x\n{chain}")).expect_err("too deep");
    assert_eq!(error.message(), "more than 128 levels of nesting");
}

/// YAML ends the search for the `:` of a key after 1024 characters.
#[test]
fn a_key_may_have_1024_characters() {
    let keyed = |length: usize| format!("a: 1\n{}: 2\n", "k".repeat(length));
    assert!(Document::read(&keyed(1024)).is_ok());
    for length in [1025, 1100, 5000] {
        let error = Document::read(&keyed(length)).expect_err("no key");
        assert_eq!(error.message(), "key of more than 1024 characters", "{length}");
        assert_eq!(error.help(), "write the key after `? `, and `: ` on a line below");
    }
    assert!(Document::read(&format!("? {}\n: 2\n", "k".repeat(5000))).is_ok());
}

#[test]
fn aliases_that_multiply_are_an_error() {
    let bomb = |item: fn(usize) -> String| -> String { (1..12).map(item).collect() };
    let lists = bomb(|level| format!("a{level}: &a{level} [{}]\n", vec![format!("*a{}", level - 1); 9].join(", ")));
    let merges =
        bomb(|level| format!("a{level}: &a{level} {{<<: [{}]}}\n", vec![format!("*a{}", level - 1); 9].join(", ")));
    for text in [format!("a0: &a0 [x]\n{lists}"), format!("a0: &a0 {{k: x}}\n{merges}")] {
        let error = Document::read(&text).expect_err("a bomb");
        assert_eq!(error.message(), "aliases add up to more than 100000 values");
    }
    // Many aliases that do not multiply are fine.
    assert!(Document::read(&format!("a: &a {{x: 1}}\nb:\n{}", "- *a\n".repeat(30_000))).is_ok());
}
