//! `[..list, item]`.

#![deny(warnings)]

use cognito_cfn::{
    CfnUserPoolClient, ExplicitAuthFlow, Intrinsic, Json, List, OAuthScope, Value, json, user_pool_client,
};
use std::collections::{BTreeSet, HashSet, LinkedList, VecDeque};

fn urls(client: &CfnUserPoolClient) -> Json {
    client.to_json()["Properties"]["CallbackURLs"].clone()
}

/// A client with those callback URLs.
macro_rules! with {
    ($($list:tt)*) => {
        user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: Enabled, callback_urls: $($list)* }
    };
}

#[test]
fn whatever_is_iterated() {
    let (a, b) = ("https://a.example/", "https://b.example/");
    let owned = vec![a.to_owned(), b.to_owned()];
    let slice: &[&str] = &[a, b];
    let boxed: Box<[String]> = owned.clone().into_boxed_slice();
    let (set, deque, linked) = (BTreeSet::from([a, b]), VecDeque::from([a, b]), LinkedList::from([a, b]));
    let hash: HashSet<&str> = HashSet::from([a]);
    let hosts = ["a", "b"];
    let clients = [
        with!([..owned.clone()]),
        with!([..&owned]),
        with!([..owned.iter()]),
        with!([..owned.as_slice()]),
        with!([..slice]),
        with!([..[a, b]]),
        with!([..&[a, b]]),
        with!([..(a, b).into_array()]),
        with!([..boxed.iter()]),
        with!([..set]),
        with!([..&deque]),
        with!([..linked]),
        with!([..hash, b]),
        with!([..hosts.map(|host| format!("https://{host}.example/"))]),
        with!([..hosts.iter().map(|host| format!("https://{host}.example/"))]),
        with!([..vec![Some(a), None, Some(b)]]),
        with!([..Some(a), ..Some(b.to_owned()), ..None::<&str>]),
        with!([..Some(owned.clone())]),
        with!([..Some(&owned)]),
        with!([..None::<Vec<String>>, a, b]),
        with!([..std::iter::once(a), ..std::iter::once(b)]),
        with!([..{
            let list = owned.clone();
            list
        }]),
        with!([..if hosts.is_empty() { vec![] } else { vec![a, b] }]),
        with!([..(owned.clone())]),
        with!([..vec![Value::from(a), Value::from(b)]]),
        with!([..&vec![Value::<String>::from(a), Value::<String>::from(b)]]),
    ];
    for client in &clients {
        assert_eq!(urls(client), json!([a, b]));
    }
}

trait IntoArray {
    fn into_array(self) -> [&'static str; 2];
}

impl IntoArray for (&'static str, &'static str) {
    fn into_array(self) -> [&'static str; 2] {
        [self.0, self.1]
    }
}

#[test]
fn spreads_and_items_keep_their_order() {
    let (local, live) = (["http://localhost/"], vec![String::from("https://live.example/")]);
    let client = with!([
        "https://first.example/",
        ..&live,
        Sub("https://${Domain}/"),
        ..local,
        ..live.clone(),
        if local.is_empty() { "https://x.example/" } else { "https://y.example/" },
    ]);
    let expected = json!([
        "https://first.example/",
        "https://live.example/",
        { "Fn::Sub": "https://${Domain}/" },
        "http://localhost/",
        "https://live.example/",
        "https://y.example/",
    ]);
    assert_eq!(urls(&client), expected);
    let none: [String; 0] = [];
    assert_eq!(urls(&with!([..none])), json!([]));
}

#[test]
fn the_field_of_another_client() {
    let other = with!(["https://a.example/", Ref("Url"), If("C", "https://c.example/", NoValue)]);
    let items = json!(["https://a.example/", { "Ref": "Url" }, { "Fn::If": ["C", "https://c.example/", { "Ref": "AWS::NoValue" }] }]);
    let mut more = items.as_array().cloned().expect("a list");
    more.push("https://b.example/".into());
    assert_eq!(urls(&with!([..&other.callback_urls, "https://b.example/"])), Json::Array(more.clone()));
    assert_eq!(urls(&with!([..other.callback_urls.clone(), "https://b.example/"])), Json::Array(more.clone()));
    assert_eq!(urls(&with!([..other.callback_urls.as_ref(), "https://b.example/"])), Json::Array(more.clone()));
    // Also of the client that is the base.
    let changed = user_pool_client! { callback_urls: [..other.callback_urls.clone(), "https://b.example/"], ..other };
    assert_eq!(urls(&changed), Json::Array(more));
    let absent = user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: Enabled };
    assert_eq!(urls(&with!([..absent.callback_urls, "https://b.example/"])), json!(["https://b.example/"]));
}

#[test]
fn a_function_in_the_place_of_a_list_is_one_item() {
    let list: List<String> = Intrinsic::reference("Urls").into();
    assert_eq!(urls(&with!([..&list, "https://b.example/"])), json!([{ "Ref": "Urls" }, "https://b.example/"]));
    let other = with!(Split(",", Ref("Urls")));
    let client = with!([..other.callback_urls, "https://b.example/"]);
    assert_eq!(urls(&client), json!([{ "Fn::Split": [",", { "Ref": "Urls" }] }, "https://b.example/"]));
}

#[test]
fn a_choice_of_lists_is_an_error_of_validate_that_keeps_it() {
    let other = with!(If("C", ["https://a.example/"], ["https://b.example/"]));
    let client = with!([..other.callback_urls, "https://c.example/"]);
    let choice = json!({ "Fn::If": ["C", ["https://a.example/"], ["https://b.example/"]] });
    assert_eq!(urls(&client), json!([choice, "https://c.example/"]));
    let findings = client.validate();
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert_eq!(findings[0].path.as_str(), "callback_urls[0]");
    assert!(!findings[0].help.is_empty());
}

#[test]
fn enum_values() {
    let flows = vec![ExplicitAuthFlow::AllowUserSrpAuth];
    let names = vec![String::from("openid"), String::from("orders/read")];
    let is_prod = true;
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        explicit_auth_flows: [..&flows, ..flows.iter().copied().filter(|flow| *flow != AllowUserSrpAuth), AllowRefreshTokenAuth],
        allowed_oauth_scopes: [..names, ..is_prod.then_some(Email), ..[Profile, OpenId].into_iter().take(1), ..vec![OAuthScope::Phone]],
        supported_identity_providers: [Cognito, ..["Okta"]],
        write_attributes: [..if is_prod { vec![Email] } else { vec![] }],
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        callback_urls: ["https://a.example/"],
    };
    let json = client.to_json();
    assert_eq!(json["Properties"]["ExplicitAuthFlows"], json!(["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]));
    assert_eq!(json["Properties"]["AllowedOAuthScopes"], json!(["openid", "orders/read", "email", "profile", "phone"]));
    assert_eq!(json["Properties"]["WriteAttributes"], json!(["email"]));
}

#[test]
fn a_range_is_no_spread() {
    let all = ["https://a.example/", "https://b.example/", "https://c.example/"];
    assert_eq!(urls(&with!(&all[..2])), json!(all[..2]));
    assert_eq!(urls(&with!([..&all[1..]])), json!(all[1..]));
    assert_eq!(urls(&with!([..all[..=1].iter()])), json!(all[..=1]));
}

#[test]
fn rules_about_what_a_spread_may_have_are_silent() {
    let none: [&str; 0] = [];
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        default_redirect_uri: "https://b.example/",
        callback_urls: [..["https://b.example/"], "https://a.example/"],
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [..["openid"], Email],
        supported_identity_providers: [Cognito],
        depends_on: [..none, "Google"],
    };
}
