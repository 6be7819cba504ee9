//! `..` in lists: any iterator of items, an `Option` of one, and the list of another client.

#![deny(warnings)]
#![warn(clippy::pedantic)]

use cognito_cfn::{
    CfnUserPoolClient, ExplicitAuthFlow, IdentityProvider, Intrinsic, Json, List, OAuthFlow, OAuthScope, Value, json,
    user_pool_client,
};
use std::borrow::Cow;
use std::collections::{BTreeSet, VecDeque};

fn urls(client: &CfnUserPoolClient) -> Json {
    json!(client.callback_urls)
}

#[test]
fn every_iterator_of_items_is_spread() {
    let owned = vec![String::from("https://a.com/")];
    let borrowed = ["https://a.com/", "https://b.com/"];
    let set: BTreeSet<&str> = borrowed.into_iter().collect();
    let queue: VecDeque<String> = owned.clone().into();
    let cow = [Cow::Borrowed("https://a.com/")];
    let some = Some(owned.clone());
    let none: Option<&str> = None;
    let empty: [&str; 0] = [];
    let list: List<String> = owned.clone().into();
    let intrinsics = [Intrinsic::reference("Url")];
    let nested = vec![vec!["https://a.com/"], vec![]];
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: [
            ..&owned,
            ..owned.iter(),
            ..owned.iter().map(|url| format!("{url}callback")),
            ..borrowed,
            ..&borrowed,
            ..borrowed.iter().filter(|url| url.len() > 3),
            ..set,
            ..queue,
            ..&cow,
            ..cow,
            ..&some,
            ..some,
            ..none,
            ..empty,
            ..&list,
            ..list.clone(),
            ..&intrinsics,
            ..intrinsics,
            ..nested,
            ..None,
            ..["https://literal.com/"],
            ..vec!["https://macro.com/"],
            ..owned,
            Sub("https://${Domain}/"),
            "https://last.com/",
        ],
        prevent_user_existence_errors: Enabled,
        allow: [UR15],
    };
    let Value::Literal(items) = client.callback_urls.as_ref().expect("a list") else { panic!("items") };
    assert_eq!(items.len(), 1 + 1 + 1 + 2 + 2 + 2 + 2 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1);
    assert_eq!(client.validate(), []);
}

#[test]
fn enum_values_are_spread() {
    let flows = [OAuthFlow::Code];
    let scopes = vec![OAuthScope::OpenId, OAuthScope::Other("orders/read".into())];
    let (names, provider) = (["Okta", "Google"], Some(IdentityProvider::Google));
    let parsed: Result<Vec<ExplicitAuthFlow>, _> = ["ALLOW_USER_AUTH"].iter().map(|flow| flow.parse()).collect();
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: [..parsed.expect("flows"), AllowRefreshTokenAuth],
        allowed_oauth_flows: [..&flows, ..flows.iter().filter(|_| false)],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [Email, ..scopes, ..vec!["a/b".to_owned()]],
        supported_identity_providers: [..names, ..provider, ..[Cognito]],
        callback_urls: ["https://example.com/"],
        prevent_user_existence_errors: Enabled,
        allow: [IP08],
    };
    assert_eq!(json!(client.explicit_auth_flows), json!(["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]));
    assert_eq!(json!(client.allowed_oauth_scopes), json!(["email", "openid", "orders/read", "a/b"]));
    assert_eq!(json!(client.supported_identity_providers), json!(["Okta", "Google", "Google", "COGNITO"]));
    assert_eq!(client.validate(), []);
}

#[test]
fn the_list_of_another_client_is_spread() {
    let client = user_pool_client! { callback_urls: ["https://a.com/", Ref("Url")], .. };
    let more = user_pool_client! { callback_urls: [..&client.callback_urls, "https://b.com/"], ..&client };
    assert_eq!(urls(&more), json!(["https://a.com/", { "Ref": "Url" }, "https://b.com/"]));
    let more = user_pool_client! { callback_urls: [..client.callback_urls.clone(), "https://b.com/"], ..client };
    assert_eq!(urls(&more), json!(["https://a.com/", { "Ref": "Url" }, "https://b.com/"]));
    let function = user_pool_client! { callback_urls: Split(",", Ref("Urls")), .. };
    let more = user_pool_client! { callback_urls: ["https://b.com/", ..function.callback_urls], .. };
    assert_eq!(urls(&more), json!(["https://b.com/", { "Fn::Split": [",", { "Ref": "Urls" }] }]));
}

#[test]
fn a_choice_between_lists_is_kept_and_reported() {
    let choice = user_pool_client! { callback_urls: If("IsProd", ["https://a.com/"], NoValue), .. };
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: ["https://b.com/", ..choice.callback_urls],
        prevent_user_existence_errors: Enabled,
    };
    let item = json!({ "Fn::If": ["IsProd", ["https://a.com/"], { "Ref": "AWS::NoValue" }] });
    assert_eq!(urls(&client), json!(["https://b.com/", item]));
    let found: Vec<_> = client.validate().iter().map(ToString::to_string).collect();
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert!(found.starts_with("error[LT01] at `callback_urls[1]`: an item of `callback_urls` is an `If` of lists"));
    let [found] = &client.validate()[..] else { panic!() };
    assert_eq!(found.help, "write the `If` around the whole list: `callback_urls: If(\"…\", […], […])`");
}

#[test]
fn lists_in_functions_and_logical_ids_are_spread() {
    let (parts, ids) = (["a", "b"], vec![String::from("A")]);
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Join("-", ["web", ..parts]),
        logout_urls: If("A", ["https://a.com/", ..parts.map(|part| format!("https://{part}.com/"))], NoValue),
        depends_on: ["B", ..&ids, ..ids],
        prevent_user_existence_errors: Enabled,
    };
    assert_eq!(json!(client.client_name), json!({ "Fn::Join": ["-", ["web", "a", "b"]] }));
    assert_eq!(client.depends_on, ["B", "A", "A"]);
}

#[test]
fn what_a_spread_may_hold_is_not_known() {
    let (urls, scopes) = (["https://example.com/"], [OAuthScope::OpenId]);
    // What a rule would miss may come of the spread.
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [Email, ..scopes],
        callback_urls: [..urls],
        default_redirect_uri: "https://example.com/",
        supported_identity_providers: [..[IdentityProvider::Cognito]],
    };
    assert_eq!(client.validate(), []);
}

macro_rules! with_urls {
    ($($url:literal),*; $rest:expr) => {
        user_pool_client! { callback_urls: [$($url,)* ..$rest], .. }
    };
}

#[test]
fn a_macro_spreads_its_fragments() {
    assert_eq!(urls(&with_urls!("https://a.com/"; ["https://b.com/"])), json!(["https://a.com/", "https://b.com/"]));
    let more = ["https://c.com/"];
    assert_eq!(urls(&with_urls!("https://a.com/"; more.iter())), json!(["https://a.com/", "https://c.com/"]));
}
