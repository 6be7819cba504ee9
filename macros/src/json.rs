//! JSON within a declaration: `metadata`, and the argument of `Raw`.

use crate::declaration::{Json, Value, What};
use crate::function;
use crate::report::Reports;
use crate::syntax::{Key, items, named, show, site};
use crate::token::{Worth, worth};
use cognito_cfn_schema::{JsonFormat, Kind, attributes};
use proc_macro2::{Delimiter, TokenTree};

/// Any JSON.
pub(crate) const JSON: Kind = Kind::Json(JsonFormat::Any);

/// A run of tokens as JSON.
pub(crate) fn json(tokens: &[TokenTree], reports: &mut Reports) -> Json {
    match tokens {
        [TokenTree::Group(group)] => {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            match group.delimiter() {
                Delimiter::Brace => object(&inner, reports),
                Delimiter::Bracket => {
                    Json::Array(items(&inner, reports).iter().map(|item| json(item, reports)).collect())
                }
                Delimiter::None => json(&inner, reports),
                Delimiter::Parenthesis => Json::Rust(tokens.to_vec()),
            }
        }
        [TokenTree::Ident(word)] if word == "null" || word == "None" => Json::Null,
        [TokenTree::Ident(word)] if word == "true" || word == "false" => Json::Boolean(word == "true"),
        [TokenTree::Ident(word)] if word == "NoValue" => call(tokens, reports),
        [TokenTree::Ident(_), TokenTree::Group(group)] if group.delimiter() == Delimiter::Parenthesis => {
            call(tokens, reports)
        }
        [TokenTree::Literal(value)] => number_or_text(value, false, tokens, reports),
        [TokenTree::Punct(minus), TokenTree::Literal(value)] if minus.as_char() == '-' => {
            number_or_text(value, true, tokens, reports)
        }
        _ => Json::Rust(tokens.to_vec()),
    }
}

fn number_or_text(value: &proc_macro2::Literal, negative: bool, tokens: &[TokenTree], reports: &mut Reports) -> Json {
    match worth(value) {
        Worth::Text(text) if !negative => Json::Text(text),
        Worth::Integer(Some(number)) if !negative || i64::try_from(number).is_ok() => Json::Integer(negative, number),
        Worth::Float => Json::Float(float(value, negative)),
        _ => {
            reports.error(site(tokens), "JSON has no such literal", "write text, a number, `true`, `false` or `null`");
            Json::Null
        }
    }
}

/// A float without the `_` and the suffix that only Rust knows.
fn float(value: &proc_macro2::Literal, negative: bool) -> f64 {
    let digits = value.to_string().replace('_', "");
    let digits = digits.trim_end_matches("f64").trim_end_matches("f32");
    let number: f64 = digits.parse().unwrap_or_default();
    if negative { -number } else { number }
}

fn object(tokens: &[TokenTree], reports: &mut Reports) -> Json {
    Json::Object(named(tokens, reports, key, json))
}

fn key(key: &Key, reports: &mut Reports) -> Option<String> {
    let text = key.text();
    if text.is_none() {
        let shown = show(key);
        reports.error(key.span(), format!("`{shown}` is no key of JSON"), format!("write `\"{shown}\": …`"));
    }
    text
}

/// A function of CloudFormation, or a call of Rust.
fn call(tokens: &[TokenTree], reports: &mut Reports) -> Json {
    let what = match tokens {
        [TokenTree::Ident(name), TokenTree::Group(arguments)] => {
            function::call(name, arguments, JSON, &attributes::metadata, reports)
        }
        _ => cognito_cfn_schema::intrinsics::find("NoValue").map(|function| What::Call(function, Vec::new())),
    };
    match what {
        None => Json::Rust(tokens.to_vec()),
        Some(What::Wrong) => Json::Null,
        Some(what) => Json::Function(Box::new(Value { site: site(tokens), kind: JSON, what })),
    }
}
