//! JSON within a declaration: `metadata`, and the argument of `Raw`.

use crate::declaration::{Json, Role, Shape, What};
use crate::literal;
use crate::report::Reports;
use crate::syntax::{Key, entries, items, show, site};
use crate::token::{Worth, worth};
use cognito_cfn_schema::attributes;
use proc_macro2::{Delimiter, TokenTree};

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
        [TokenTree::Ident(word)] if word == "null" => Json::Null,
        [TokenTree::Ident(word)] if word == "true" || word == "false" => Json::Boolean(word.clone()),
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
        Worth::Integer(Some(_)) | Worth::Float => Json::Number(negative, value.clone()),
        _ => {
            reports.error(site(tokens), "JSON has no such literal", "write text, a number, `true`, `false` or `null`");
            Json::Null
        }
    }
}

fn object(tokens: &[TokenTree], reports: &mut Reports) -> Json {
    let mut members: Vec<(String, Json)> = Vec::new();
    for entry in entries(tokens, reports) {
        let key = &entry.key;
        let name = match key {
            Key::Name(name) => Some(name.to_string()),
            Key::Literal(literal) => literal::text(literal),
        };
        let Some(name) = name else {
            reports.error(
                key.span(),
                format!("`{}` is no key of JSON", show(key)),
                format!("write `\"{}\": …`", show(key)),
            );
            continue;
        };
        if members.iter().any(|(written, _)| *written == name) {
            reports.error(key.span(), format!("`{}` is declared twice", show(key)), "leave one of them out");
        } else if entry.value.is_empty() {
            reports.error(key.span(), format!("`{}` has no value", show(key)), format!("write `{}: …`", show(key)));
        } else {
            members.push((name, json(&entry.value, reports)));
        }
    }
    Json::Object(members)
}

/// A function of CloudFormation, or a call of Rust.
fn call(tokens: &[TokenTree], reports: &mut Reports) -> Json {
    let value = crate::read::value(tokens, Shape::Text(Role::Any), &attributes::metadata, reports);
    match value.what {
        What::Rust(tokens) => Json::Rust(tokens),
        What::Wrong => Json::Null,
        _ => Json::Function(Box::new(value)),
    }
}
