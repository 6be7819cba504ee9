//! Names of functions, made of logical ids.

use heck::ToSnakeCase;
use std::collections::BTreeSet;

/// The keywords of Rust, also those it reserves: a function cannot have such a name.
/// <https://doc.rust-lang.org/reference/keywords.html>
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "static", "struct", "super", "trait", "true",
    "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

/// The function that starts a program.
const MAIN: &str = "main";

/// What the name of a client's function begins with that could not be one otherwise, or is taken.
pub(super) const CLIENT: &str = "client_";
/// The same of another resource.
pub(super) const RESOURCE: &str = "resource_";

/// The names of the functions of one module, each once.
#[derive(Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
}

impl Names {
    /// Names other than these.
    pub(super) fn except(taken: &[&str]) -> Self {
        Self { taken: taken.iter().map(|name| (*name).to_owned()).collect() }
    }

    /// The name for a logical id: `web_client` for `WebClient`. What cannot be one begins with the prefix.
    pub(super) fn name(&mut self, logical_id: &str, prefix: &str) -> String {
        let plain = snake_case(logical_id);
        let is_name = plain.starts_with(|first: char| first.is_ascii_lowercase())
            && !KEYWORDS.contains(&plain.as_str())
            && plain != MAIN;
        let prefixed = format!("{prefix}{plain}");
        let numbered = (2..).map(|number| format!("{prefixed}_{number}"));
        let names = is_name.then(|| plain.clone()).into_iter().chain([prefixed.clone()]).chain(numbered);
        let name = names.into_iter().find(|name| !self.taken.contains(name)).unwrap_or(plain);
        self.taken.insert(name.clone());
        name
    }
}

/// A logical id in snake case. The eight digits with which the CDK ends an id are one word.
fn snake_case(logical_id: &str) -> String {
    let (name, hash) = logical_id.split_at_checked(logical_id.len().saturating_sub(8)).unwrap_or((logical_id, ""));
    let is_hash = !name.is_empty()
        && hash.chars().all(|digit| digit.is_ascii_digit() || ('A'..='F').contains(&digit))
        && hash.contains(|digit: char| digit.is_ascii_digit());
    if is_hash { format!("{}_{}", name.to_snake_case(), hash.to_ascii_lowercase()) } else { logical_id.to_snake_case() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_logical_id_becomes_snake_case() {
        for (logical_id, name) in [
            ("WebClient", "web_client"),
            ("APIClient2", "api_client2"),
            ("webClient", "web_client"),
            ("M2MClient", "m2m_client"),
            ("OAuthClient", "o_auth_client"),
            ("AuthClient23D8E456", "auth_client_23d8e456"),
            ("ClientDEADBEEF", "client_deadbeef"),
            ("C", "c"),
        ] {
            assert_eq!(Names::default().name(logical_id, CLIENT), name);
        }
    }

    #[test]
    fn what_is_no_name_has_a_prefix() {
        for (logical_id, name) in [
            ("Type", "client_type"),
            ("Self", "client_self"),
            ("Main", "client_main"),
            ("2Client", "client_2client"),
            ("1", "client_1"),
        ] {
            assert_eq!(Names::default().name(logical_id, CLIENT), name);
        }
    }

    #[test]
    fn names_are_unique() {
        let mut names = Names::default();
        let ids = ["WebClient", "WEBClient", "webClient", "webCLIENT", "ClientWebClient"];
        let made = ids.map(|logical_id| names.name(logical_id, CLIENT));
        let expected = [
            "web_client",
            "client_web_client",
            "client_web_client_2",
            "client_web_client_3",
            "client_client_web_client",
        ];
        assert_eq!(made, expected);
    }
}
