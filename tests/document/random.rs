//! Random JSON.

use cognito_cfn::{Json, json};
use fastrand::Rng;

const TEXTS: [&str; 24] = [
    "",
    "a",
    "Ref",
    "CallbackURLs",
    "on",
    "0777",
    "1e3",
    "~",
    "a: b",
    "a #b",
    "- a",
    "x\ny",
    "x\n",
    " x",
    "\t",
    "\"",
    "'",
    "\\",
    "ä",
    "日本",
    "😀",
    "\u{7f}",
    "\u{85}",
    "\u{feff}",
];

/// A value with at most so many levels.
pub(crate) fn value(random: &mut Rng, depth: usize) -> Json {
    match random.u8(..if depth == 0 { 6 } else { 9 }) {
        0 => Json::Null,
        1 => json!(random.bool()),
        2 => json!(random.i64(-1000..1000)),
        3 => json!(random.u64(..)),
        4 => json!(f64::from(random.i32(..)) / 64.0),
        5 => json!(text(random)),
        6 => (0..random.usize(..4)).map(|_| value(random, depth - 1)).collect(),
        _ => Json::Object((0..random.usize(..5)).map(|_| (text(random), value(random, depth - 1))).collect()),
    }
}

pub(crate) fn text(random: &mut Rng) -> String {
    (0..random.usize(1..3)).map(|_| TEXTS[random.usize(..TEXTS.len())]).collect()
}

/// The value as text, with random spaces, and some characters as escapes.
pub(crate) fn write(random: &mut Rng, json: &Json, text: &mut String) {
    space(random, text);
    match json {
        Json::Array(items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { "," });
                write(random, item, text);
            }
            space(random, text);
            text.push(']');
        }
        Json::Object(members) => {
            text.push('{');
            for (index, (key, value)) in members.iter().enumerate() {
                text.push_str(if index == 0 { "" } else { "," });
                write(random, &json!(key), text);
                space(random, text);
                text.push(':');
                write(random, value, text);
            }
            space(random, text);
            text.push('}');
        }
        Json::String(string) if random.u8(..4) == 0 => {
            text.push('"');
            for unit in string.encode_utf16() {
                text.push_str(&format!("\\u{unit:04x}"));
            }
            text.push('"');
        }
        _ => text.push_str(&json.to_string()),
    }
    space(random, text);
}

fn space(random: &mut Rng, text: &mut String) {
    text.push_str(["", "", "", " ", "\n", "\r\n", "\t"][random.usize(..7)]);
}

/// The text with a few changes: characters replaced, removed, inserted, pieces repeated.
pub(crate) fn mutate(random: &mut Rng, text: &str) -> String {
    const MARKS: &str = "{}[]:,\"'\\/ \t\n\r-?!&*#|>%@`~=<.0123456789eEunNtTyY_x$\u{0}\u{85}\u{feff}\u{2028}ä日😀";
    let marks: Vec<char> = MARKS.chars().collect();
    let mut characters: Vec<char> = text.chars().collect();
    for _ in 0..random.usize(1..4) {
        let at = random.usize(..=characters.len());
        let mark = marks[random.usize(..marks.len())];
        match random.u8(..5) {
            0 => characters.insert(at, mark),
            1 if at < characters.len() => characters[at] = mark,
            2 if at < characters.len() => drop(characters.remove(at)),
            3 => characters.truncate(at.max(1)),
            _ => {
                let end = (at + random.usize(..12)).min(characters.len());
                let piece: Vec<char> = characters[at..end].to_vec();
                let to = random.usize(..=characters.len());
                characters.splice(to..to, piece);
            }
        }
    }
    characters.into_iter().collect()
}
