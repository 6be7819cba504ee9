//! Values that the Serverless Framework fills in: strings with its variables.

use super::function;
use cognito_cfn::Json;

/// Why such a value is raw JSON.
pub(super) const REASON: &str = "the Serverless Framework fills in `${…}`; write a Rust expression instead";

/// The only member of an object in the place of such a value. No template has one of that name.
const MARK: &str = "${…}";

/// What is written, with a mark on every value that differs from what is known of it.
pub(super) fn mark(written: &Json, known: &Json) -> Json {
    match (written, known) {
        (written, known) if written == known => written.clone(),
        (Json::Array(written), Json::Array(known)) if written.len() == known.len() => {
            written.iter().zip(known).map(|(written, known)| mark(written, known)).collect()
        }
        // A function that became another is a value as a whole.
        (Json::Object(members), Json::Object(known))
            if function::single(written).is_none_or(|(name, _)| known.contains_key(name)) =>
        {
            let member = |(name, written): (&String, &Json)| {
                (name.clone(), mark(written, known.get(name).unwrap_or(&Json::Null)))
            };
            Json::Object(members.iter().map(member).collect())
        }
        (written, _) => Json::Object([(MARK.to_owned(), written.clone())].into_iter().collect()),
    }
}

/// The value below a mark.
pub(super) fn marked(json: &Json) -> Option<&Json> {
    json.as_object().filter(|members| members.len() == 1)?.get(MARK)
}

/// Whether it is marked, or a value in it is.
pub(super) fn has_mark(json: &Json) -> bool {
    match json {
        Json::Array(items) => items.iter().any(has_mark),
        Json::Object(members) => marked(json).is_some() || members.values().any(has_mark),
        _ => false,
    }
}

/// The JSON without its marks.
pub(super) fn unmarked(json: &Json) -> Json {
    match (marked(json), json) {
        (Some(written), _) => written.clone(),
        (None, Json::Array(items)) => items.iter().map(unmarked).collect(),
        (None, Json::Object(members)) => {
            Json::Object(members.iter().map(|(name, value)| (name.clone(), unmarked(value))).collect())
        }
        (None, other) => other.clone(),
    }
}
