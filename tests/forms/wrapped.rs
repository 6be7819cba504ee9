//! Declarations in macros, closures, async blocks and generic functions.

#![deny(warnings)]

use cognito_cfn::{CfnUserPoolClient, json, user_pool_client};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// A declaration with defaults that the caller overrides.
macro_rules! team_client {
    ($($entries:tt)*) => {
        user_pool_client! {
            $($entries)*
            ..user_pool_client! {
                user_pool_id: Ref("UserPool"),
                prevent_user_existence_errors: Enabled,
                enable_token_revocation: true,
                client_name: "team",
                ..
            }
        }
    };
}

macro_rules! fragments {
    ($name:ident: $expression:expr, $literal:literal, $tokens:tt, $path:path, $block:block, [$($item:expr),*], $flow:ident) => {
        user_pool_client! {
            user_pool_id: Ref($literal),
            prevent_user_existence_errors: $path,
            $name: $expression,
            generate_secret: $tokens,
            callback_urls: [$($item),*, ..$block],
            logout_urls: [..$block],
            description: $literal,
            explicit_auth_flows: [$flow, AllowRefreshTokenAuth],
            metadata: { "name": $expression },
        }
    };
}

#[test]
fn defaults_that_the_caller_overrides() {
    assert_eq!(team_client! {}.client_name, Some("team".into()));
    let client = team_client! { client_name: "mine", callback_urls: ["https://a.example/"], };
    assert_eq!(client.client_name, Some("mine".into()));
    assert_eq!(client.enable_token_revocation, Some(true.into()));
    let is_strict = false;
    let client = team_client! { prevent_user_existence_errors: if is_strict { Enabled } else { Legacy }, };
    assert_eq!(client.to_json()["Properties"]["PreventUserExistenceErrors"], "LEGACY");
}

#[test]
fn fragments_in_every_place() {
    use cognito_cfn::PreventUserExistenceErrors;
    let urls = vec!["https://b.example/"];
    let client = fragments!(
        client_name: concat!("we", "b"),
        "Pool",
        true,
        PreventUserExistenceErrors::Enabled,
        { urls.clone() },
        ["https://a.example/", format!("https://{}.example/", "c")],
        AllowUserSrpAuth
    );
    let json = client.to_json();
    assert_eq!(json["Properties"]["ClientName"], "web");
    assert_eq!(
        json["Properties"]["CallbackURLs"],
        json!(["https://a.example/", "https://c.example/", "https://b.example/"])
    );
    assert_eq!(json["Properties"]["LogoutURLs"], json!(["https://b.example/"]));
}

#[test]
fn a_base_and_a_list_as_fragments() {
    macro_rules! over {
        ($base:expr, $urls:expr, $condition:expr, $then:expr, $otherwise:expr) => {
            user_pool_client! {
                callback_urls: [..$urls],
                prevent_user_existence_errors: if $condition { $then } else { $otherwise },
                access_token_validity: Minutes($urls.len() as i64 * 10),
                ..$base
            }
        };
    }
    use cognito_cfn::PreventUserExistenceErrors as Errors;
    let urls = ["https://a.example/"];
    let base = team_client! {};
    let client = over!(&base, urls, true, Errors::Enabled, Errors::Legacy);
    assert_eq!(client.to_json()["Properties"]["CallbackURLs"], json!(urls));
    assert_eq!(client.to_json()["Properties"]["AccessTokenValidity"], 10);
}

#[test]
fn macros_of_the_standard_library() {
    let client = team_client! {
        client_name: concat!(env!("CARGO_PKG_NAME"), "-web"),
        callback_urls: [concat!("https://", "a.example/"), ..vec![concat!("https://", "b.example/")]],
        description: stringify!(web),
    };
    assert_eq!(client.client_name, Some("cognito-cfn-web".into()));
    assert_eq!(client.to_json()["Properties"]["CallbackURLs"], json!(["https://a.example/", "https://b.example/"]));
}

#[test]
fn in_a_closure() {
    let base = team_client! {};
    let of = |client_name: &str, is_strict: bool| {
        user_pool_client! { client_name, prevent_user_existence_errors: if is_strict { Enabled } else { Legacy }, ..&base }
    };
    let clients: Vec<_> = [("a", true), ("b", false)].into_iter().map(|(name, strict)| of(name, strict)).collect();
    assert_eq!(clients.len(), 2);
    let moved = move || user_pool_client! { client_name: "web", ..base };
    assert_eq!(moved().client_name, Some("web".into()));
}

#[test]
fn in_an_async_block() {
    async fn stage() -> &'static str {
        "prod"
    }
    async fn base() -> CfnUserPoolClient {
        team_client! {}
    }
    let mut future = pin!(async {
        user_pool_client! {
            client_name: stage().await,
            prevent_user_existence_errors: match stage().await { "prod" => Enabled, _ => Legacy },
            callback_urls: [..[format!("https://{}.example/", stage().await)]],
            ..base().await
        }
    });
    let Poll::Ready(client) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) else {
        panic!("it is ready")
    };
    assert_eq!(client.client_name, Some("prod".into()));
    fn is_send(_: &impl Send) {}
    is_send(&async {
        user_pool_client! { client_name: "web", ..base().await }
    });
}

#[test]
fn in_generic_functions() {
    fn with_ports<const PORTS: usize>(ports: [u16; PORTS]) -> CfnUserPoolClient {
        user_pool_client! {
            user_pool_id: Ref("UserPool"),
            prevent_user_existence_errors: Enabled,
            callback_urls: [..ports.map(|port| format!("http://localhost:{port}/"))],
            auth_session_validity: if PORTS > 1 { 3 } else { 5 },
        }
    }
    fn named<S: AsRef<str>>(name: S, urls: impl IntoIterator<Item = S>) -> CfnUserPoolClient {
        user_pool_client! {
            user_pool_id: Ref("UserPool"),
            prevent_user_existence_errors: Enabled,
            client_name: name.as_ref(),
            callback_urls: [..urls.into_iter().map(|url| url.as_ref().to_owned())],
        }
    }
    assert_eq!(with_ports([1, 2]).to_json()["Properties"]["CallbackURLs"].as_array().map(Vec::len), Some(2));
    assert_eq!(named("web", ["https://a.example/"]).client_name, Some("web".into()));
}

#[test]
fn in_a_method_with_self() {
    struct Settings {
        is_strict: bool,
        urls: Vec<String>,
    }
    impl Settings {
        fn client(&self) -> CfnUserPoolClient {
            team_client! {
                prevent_user_existence_errors: if self.is_strict { Enabled } else { Legacy },
                callback_urls: [..&self.urls, ..self.urls.iter().map(|url| format!("{url}callback"))],
            }
        }
    }
    let client = Settings { is_strict: true, urls: vec!["https://a.example/".into()] }.client();
    assert_eq!(client.to_json()["Properties"]["CallbackURLs"].as_array().map(Vec::len), Some(2));
}
