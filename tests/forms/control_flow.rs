//! Control flow of every kind around the values of a declaration.

#![deny(warnings)]
#![allow(dead_code)]

use cognito_cfn::{CfnResource, CfnUserPoolClient, ExplicitAuthFlow, Intrinsic, OAuthScope, json, user_pool_client};
fn p(c: &CfnUserPoolClient) -> cognito_cfn::Json {
    c.to_json()["Properties"].clone()
}
macro_rules! client { ($($entries:tt)*) => { user_pool_client! { user_pool_id: Ref("UserPool"), allow: [MI01, OA08, AF04, AF09], $($entries)* } }; }
#[derive(Clone, Copy, PartialEq, Debug)]
enum Kind {
    Web,
    Mobile,
    Service(u8),
    Named { id: u8 },
}
struct Config {
    kind: Kind,
    strict: Option<bool>,
    list: Vec<ExplicitAuthFlow>,
}
#[test]
fn every_kind_of_control_flow() {
    let config =
        Config { kind: Kind::Named { id: 1 }, strict: Some(true), list: vec![ExplicitAuthFlow::AllowUserAuth] };
    // Patterns with braces, tuples, ranges, bindings, nested or-patterns.
    let c = client! { prevent_user_existence_errors: match config.kind {
        Kind::Web | Kind::Mobile => Enabled,
        Kind::Service(0..=3) => Legacy,
        Kind::Service(n @ 4..) if n % 2 == 0 => "ENABLED",
        Kind::Service(_) => { let x = 1; if x == 1 { Legacy } else { Enabled } },
        Kind::Named { id } if { let k = id; k > 3 } => Legacy,
        Kind::Named { id: 1 } => match config.strict { Some(true) => Enabled, Some(false) | None => Legacy },
        Kind::Named { .. } => unreachable!("never"),
    } };
    assert_eq!(p(&c)["PreventUserExistenceErrors"], "ENABLED");
    // If let chains and struct literals in conditions.
    let c = client! { prevent_user_existence_errors: if config == (Config2 { a: 1 }) { Enabled } else if let Some(true) = config.strict { Legacy } else { Enabled } };
    assert_eq!(p(&c)["PreventUserExistenceErrors"], "LEGACY");
    // Closures within conditions.
    let c = client! { prevent_user_existence_errors: if config.list.iter().any(|flow| { *flow == ExplicitAuthFlow::AllowUserAuth }) { Enabled } else { Legacy } };
    assert_eq!(p(&c)["PreventUserExistenceErrors"], "ENABLED");
    // Labelled blocks, unsafe, loops.
    let c = client! { prevent_user_existence_errors: 'a: { if config.strict.is_none() { break 'a Legacy; } Enabled } };
    assert_eq!(p(&c)["PreventUserExistenceErrors"], "ENABLED");
    let c = client! { prevent_user_existence_errors: loop { break Enabled; } };
    assert_eq!(p(&c)["PreventUserExistenceErrors"], "ENABLED");
    // Let else within a block.
    let c = client! { prevent_user_existence_errors: { let Some(strict) = config.strict else { panic!("no") }; if strict { Enabled } else { Legacy } } };
    assert_eq!(p(&c)["PreventUserExistenceErrors"], "ENABLED");
    // Statements that are ifs or matches.
    let mut log = vec![];
    let c = client! { prevent_user_existence_errors: { if config.strict.is_some() { log.push(1); } match config.kind { Kind::Web => {} _ => log.push(2) } Enabled } };
    assert_eq!((p(&c)["PreventUserExistenceErrors"].clone(), log.len()), (json!("ENABLED"), 2));
    // Macro at the tail.
    macro_rules! choose {
        ($a:expr) => {
            $a
        };
    }
    let c = client! { client_name: if config.strict.is_some() { format!("{}", 1) } else { choose!("a").to_owned() } };
    assert_eq!(p(&c)["ClientName"], "1");
    let c = client! { client_name: if config.strict.is_some() { concat!("a", "b") } else { "c" } };
    assert_eq!(p(&c)["ClientName"], "ab");
    // Mixed strings of different types at tails: an owned one beside literals.
    let name = String::from("x");
    let c = client! { client_name: if config.strict.is_some() { &name } else { "c" } };
    assert_eq!(p(&c)["ClientName"], "x");
    // An option at a tail beside None.
    let c = client! { access_token_validity: if config.strict.is_some() { Some(2) } else { None }, client_name: match config.strict { Some(_) => Some("a"), None => None } };
    assert_eq!(p(&c)["ClientName"], "a");
    // None at a tail beside a leaf
    let c = client! { prevent_user_existence_errors: if config.strict.is_some() { Some(Enabled) } else { None }, generate_secret: config.strict };
    assert_eq!(p(&c)["GenerateSecret"], true);
    // Nested lists with spreads in arms.
    let c = client! { explicit_auth_flows: if config.strict.is_some() { [..&config.list, if config.strict == Some(true) { AllowUserSrpAuth } else { "ALLOW_CUSTOM_AUTH" }] } else { [] } };
    assert_eq!(p(&c)["ExplicitAuthFlows"], json!(["ALLOW_USER_AUTH", "ALLOW_USER_SRP_AUTH"]));
    // An empty list, and a block ending in a list.
    let c = client! { callback_urls: { let host = "a.example"; [format!("https://{host}/"), "https://b.example/"] } };
    assert_eq!(p(&c)["CallbackURLs"], json!(["https://a.example/", "https://b.example/"]));
    // Negative numbers and casts.
    let n = 3_u8;
    let c = client! { access_token_validity: if n > 3 { 1 } else { i64::from(n) }, auth_session_validity: if n > 3 { 5 } else { n.into() } };
    assert_eq!(p(&c)["AccessTokenValidity"], 3);
    // Attributes and metadata.
    let c = client! { metadata: if n > 3 { json!({ "a": 1 }) } else { json!({ "b": 2 }) }, description: if n > 3 { "a" } else { "b" }, logical_id: if n > 3 { "A" } else { "B" }, depends_on: match n { 3 => ["X", "Y"], _ => [] } };
    assert_eq!(
        (c.logical_id(), c.to_json()["Metadata"].clone(), c.to_json()["DependsOn"].clone()),
        ("B", json!({"b": 2}), json!(["X", "Y"]))
    );
    // Async / closures called at once / method on if.
    let c = client! { client_name: (if n > 3 { "a" } else { "b" }).to_uppercase() };
    assert_eq!(p(&c)["ClientName"], "B");
    let c = client! { client_name: match n { 3 => "c", _ => "d" }.to_uppercase() };
    assert_eq!(p(&c)["ClientName"], "C");
    let c = client! { generate_secret: if n > 3 { true } else { false } && n == 3 };
    assert_eq!(p(&c)["GenerateSecret"], false);
    let c = client! { access_token_validity: if n > 3 { 1 } else { 2 } + 1 };
    assert_eq!(p(&c)["AccessTokenValidity"], 3);
    // Enum values as arguments of the user's own function.
    fn pick(
        strict: bool,
        a: cognito_cfn::PreventUserExistenceErrors,
        b: cognito_cfn::PreventUserExistenceErrors,
    ) -> cognito_cfn::PreventUserExistenceErrors {
        if strict { a } else { b }
    }
    let c = client! { prevent_user_existence_errors: pick(false, Enabled, Legacy) };
    assert_eq!(p(&c)["PreventUserExistenceErrors"], "LEGACY");
    let c = client! { allowed_oauth_scopes: [..[(true, OpenId), (false, Email)].into_iter().filter_map(|(on, scope)| on.then_some(scope)), ..["a/b"].map(|s| Other(s.to_owned()))] };
    assert_eq!(p(&c)["AllowedOAuthScopes"], json!(["openid", "a/b"]));
    let map = std::collections::BTreeMap::from([("web", OAuthScope::OpenId)]);
    let c = client! { allowed_oauth_scopes: [..map.values(), map["web"].clone(), match map.get("x") { Some(scope) => scope.clone(), None => Email }] };
    assert_eq!(p(&c)["AllowedOAuthScopes"], json!(["openid", "openid", "email"]));
    // Functions with tails within.
    let pool = CfnResource::new("P", "AWS::Cognito::UserPool", json!({}));
    let c = client! { client_name: Sub("${A}", { A: if n > 3 { Ref("X") } else { Ref(&pool) } }), callback_urls: If("C", if n > 3 { ["https://a.example/"] } else { Split(",", Ref("Urls")) }, NoValue) };
    assert_eq!(
        p(&c),
        json!({ "ClientName": {"Fn::Sub": ["${A}", {"A": {"Ref": "P"}}]}, "CallbackURLs": {"Fn::If": ["C", {"Fn::Split": [",", {"Ref": "Urls"}]}, {"Ref": "AWS::NoValue"}]}, "UserPoolId": {"Ref": "UserPool"}})
    );
    // Ref in a Rust arm beside an Intrinsic value
    let i = Intrinsic::reference("I");
    let c = client! { client_name: if n > 3 { i.clone() } else { Ref("J") } };
    assert_eq!(p(&c)["ClientName"], json!({"Ref": "J"}));
    // The operator for errors.
    let r = (|| -> Option<CfnUserPoolClient> {
        Some(
            client! { client_name: if config.strict? { "a" } else { "b" }, prevent_user_existence_errors: match config.strict? { true => Enabled, false => return None } },
        )
    })();
    assert!(r.is_some());
}
#[test]
fn blocks_of_properties_as_arms() {
    for is_prod in [true, false] {
        let c = client! {
            token_validity_units: if is_prod { { access_token: Hours } } else { NoValue },
            refresh_token_rotation: match is_prod {
                true => { feature: Enabled, retry_grace_period_seconds: 3 },
                false => { feature: Disabled },
            },
        };
        let rotation = &p(&c)["RefreshTokenRotation"];
        if is_prod {
            assert_eq!(p(&c)["TokenValidityUnits"], json!({ "AccessToken": "hours" }));
            assert_eq!(rotation, &json!({ "Feature": "ENABLED", "RetryGracePeriodSeconds": 3 }));
        } else {
            assert_eq!(p(&c)["TokenValidityUnits"], json!({ "Ref": "AWS::NoValue" }));
            assert_eq!(rotation, &json!({ "Feature": "DISABLED" }));
        }
    }
}

struct Config2 {
    a: u8,
}
impl PartialEq<Config2> for Config {
    fn eq(&self, other: &Config2) -> bool {
        other.a == 2
    }
}
