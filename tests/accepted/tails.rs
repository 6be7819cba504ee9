//! Tails of control flow: each is what it would be as a value.

#![deny(warnings)]
#![warn(clippy::pedantic)]
#![allow(unused_qualifications, reason = "a path is one of the forms")]
#![allow(
    clippy::match_bool,
    clippy::needless_bool,
    clippy::never_loop,
    clippy::redundant_pattern_matching,
    reason = "forms of expressions"
)]

use cognito_cfn::{
    CfnResource, CfnUserPoolClient, Intrinsic, Json, OAuthFlow, PreventUserExistenceErrors, json, user_pool_client,
};
use std::time::Duration;

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Dev,
    Test,
    Prod,
}

fn properties(client: &CfnUserPoolClient) -> Json {
    client.to_json()["Properties"].clone()
}

fn declared(stage: Stage) -> CfnUserPoolClient {
    let is_prod = stage == Stage::Prod;
    user_pool_client! {
        user_pool_id: if is_prod { "us-east-1_a1B2c3" } else { Ref("UserPool") },
        client_name: match stage {
            Stage::Dev => "dev",
            Stage::Test => Sub("${AWS::StackName}-test"),
            Stage::Prod => {
                let _ = "a statement";
                Join("-", ["prod", Ref("AWS::Region")])
            }
        },
        prevent_user_existence_errors: if is_prod { Enabled } else { "LEGACY" },
        explicit_auth_flows: match stage {
            Stage::Dev => [AllowUserPasswordAuth, AllowRefreshTokenAuth],
            Stage::Test => [AllowRefreshTokenAuth],
            Stage::Prod => If("UsesSrp", [AllowUserSrpAuth, "ALLOW_REFRESH_TOKEN_AUTH"], NoValue),
        },
        callback_urls: if is_prod {
            ["https://a.com/", "https://b.com/"]
        } else if stage == Stage::Test {
            ["https://test.com/"]
        } else {
            vec!["http://localhost:3000/"]
        },
        access_token_validity: match is_prod { true => Minutes(15), false => 1 },
        id_token_validity: if is_prod { Minutes(20) } else { None },
        generate_secret: if is_prod { Ref("HasSecret") } else { false },
        deletion_policy: ({ if is_prod { Retain } else { Delete } }),
        depends_on: if is_prod { ["A", "B"] } else { ["A"] },
        description: if is_prod { "production" } else { "a stage" },
        allow: [AF16],
    }
}

#[test]
fn kinds_and_lengths_may_differ() {
    let name = |stage| properties(&declared(stage))["ClientName"].clone();
    assert_eq!(name(Stage::Dev), json!("dev"));
    assert_eq!(name(Stage::Test), json!({ "Fn::Sub": "${AWS::StackName}-test" }));
    let prod = declared(Stage::Prod);
    assert_eq!(
        properties(&prod),
        json!({
            "AccessTokenValidity": 15,
            "CallbackURLs": ["https://a.com/", "https://b.com/"],
            "ClientName": { "Fn::Join": ["-", ["prod", { "Ref": "AWS::Region" }]] },
            "ExplicitAuthFlows": {
                "Fn::If": ["UsesSrp", ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], { "Ref": "AWS::NoValue" }],
            },
            "GenerateSecret": { "Ref": "HasSecret" },
            "IdTokenValidity": 20,
            "PreventUserExistenceErrors": "ENABLED",
            "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "minutes" },
            "UserPoolId": "us-east-1_a1B2c3",
        })
    );
    assert_eq!(prod.depends_on, ["A", "B"]);
    let dev = declared(Stage::Dev);
    assert_eq!(properties(&dev)["PreventUserExistenceErrors"], "LEGACY");
    assert_eq!(properties(&dev)["TokenValidityUnits"], Json::Null);
    assert_eq!((dev.depends_on.as_slice(), dev.description.as_deref()), (["A".to_owned()].as_slice(), Some("a stage")));
    assert_eq!(dev.to_json()["DeletionPolicy"], "Delete");
    assert_eq!(declared(Stage::Test).validate(), []);
}

/// With one tail that is another expression, arms have the types of Rust.
#[test]
fn ordinary_arms_have_their_values_by_name() {
    let (legacy, configured, is_long) = (true, "ENABLED", false);
    let (urls, flows) = (vec![String::from("https://a.com/")], vec![OAuthFlow::Code]);
    let parsed = || -> Result<CfnUserPoolClient, cognito_cfn::ParseEnumError> {
        Ok(user_pool_client! {
            user_pool_id: Ref("UserPool"),
            prevent_user_existence_errors: match configured { "legacy" => Legacy, other => other.parse()? },
            ..
        })
    };
    assert_eq!(
        parsed().expect("a value").prevent_user_existence_errors,
        Some(PreventUserExistenceErrors::Enabled.into())
    );
    let client = user_pool_client! {
        user_pool_id: if legacy { Ref("UserPool") } else { Intrinsic::reference("Other") },
        client_name: if legacy { format!("a{}", 1) } else { "b".into() },
        prevent_user_existence_errors: if legacy { "LEGACY" } else { PreventUserExistenceErrors::Enabled },
        callback_urls: if legacy { urls } else { vec![] },
        allowed_oauth_flows: if legacy { flows } else { vec![Code, Implicit] },
        allowed_oauth_scopes: [if legacy { OpenId } else { Other(format!("{configured}/a")) }],
        access_token_validity: if is_long { Duration::from_secs(86_400) } else { Duration::from_secs(600) },
        id_token_validity: if is_long { None } else { Some(Minutes(5)) },
        generate_secret: if legacy { urls_are_few(2) } else { true },
        ..
    };
    assert_eq!(
        properties(&client),
        json!({
            "AccessTokenValidity": 10,
            "AllowedOAuthFlows": ["code"],
            "AllowedOAuthScopes": ["openid"],
            "CallbackURLs": ["https://a.com/"],
            "ClientName": "a1",
            "GenerateSecret": true,
            "IdTokenValidity": 5,
            "PreventUserExistenceErrors": "LEGACY",
            "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "minutes" },
            "UserPoolId": { "Ref": "UserPool" },
        })
    );
}

#[test]
fn a_tail_without_a_value_leaves_the_property_out() {
    let named = |is_prod: bool| {
        properties(&user_pool_client! {
            client_name: if is_prod { "prod" } else { None },
            generate_secret: match is_prod { true => true, false => None },
            ..
        })
    };
    assert_eq!(named(true), json!({ "ClientName": "prod", "GenerateSecret": true }));
    assert_eq!(named(false), Json::Null);
}

macro_rules! stage {
    ($stage:ident) => {
        Stage::$stage
    };
}

/// The braces of a macro are its arguments, and those behind them the arms.
#[test]
fn what_is_matched_may_be_a_macro_with_braces() {
    let client = user_pool_client! {
        client_name: match stage! { Prod } { Stage::Prod => "prod", _ => Ref("Name") },
        generate_secret: if stage! { Dev } == Stage::Dev { true } else { Ref("HasSecret") },
        ..
    };
    assert_eq!(properties(&client), json!({ "ClientName": "prod", "GenerateSecret": true }));
}

fn urls_are_few(count: usize) -> bool {
    count < 3
}

fn returning(stage: Option<Stage>) -> Option<CfnUserPoolClient> {
    Some(user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: match stage {
            Some(Stage::Prod) => Enabled,
            Some(Stage::Dev) => unreachable!("no such stage"),
            Some(_) => Legacy,
            None => return None,
        },
        client_name: if let Some(Stage::Prod) = stage { "prod" } else { Ref("Name") },
    })
}

#[test]
fn tails_that_diverge_are_left_alone() {
    assert!(returning(None).is_none());
    assert_eq!(properties(&returning(Some(Stage::Prod)).expect("a client"))["ClientName"], "prod");
    let mut clients = Vec::new();
    for stage in [Some(Stage::Prod), None, Some(Stage::Dev)] {
        clients.push(user_pool_client! {
            client_name: match stage {
                Some(Stage::Prod) => Ref("Prod"),
                Some(_) => break,
                None => continue,
            },
            callback_urls: if stage.is_none() { panic!("no stage") } else { ["https://a.com/"] },
            ..
        });
    }
    assert_eq!(clients.len(), 1);
}

/// The faults of other properties are not known to come together with an arm.
#[test]
fn arms_of_two_properties_may_go_together() {
    let (is_web, is_app) = (true, false);
    let pool = CfnResource::new("Pool", "AWS::Cognito::UserPool", json!({}));
    let client = user_pool_client! {
        user_pool_id: pool.reference(),
        prevent_user_existence_errors: Enabled,
        allowed_oauth_flows: if is_web { [Code] } else { [ClientCredentials] },
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: if is_web { [OpenId] } else { ["orders/read"] },
        generate_secret: if is_web { false } else { true },
        callback_urls: if is_web { ["https://a.com/"] } else { None },
        supported_identity_providers: [Cognito],
        access_token_validity: match is_app { true => Hours(24), false => Minutes(10) },
        refresh_token_validity: match is_app { true => Days(30), false => Hours(1) },
        enable_propagate_additional_user_context_data: if is_web { false } else { true },
    };
    assert_eq!(client.validate(), []);
}

macro_rules! staged {
    ($is_prod:expr; $prod:expr, $other:tt, $url:literal) => {
        user_pool_client! {
            prevent_user_existence_errors: if $is_prod { $prod } else { $other },
            callback_urls: if $is_prod { [$url] } else { [] },
            client_name: match $is_prod { true => concat!("a", "b"), false => env!("CARGO_PKG_NAME") },
            ..
        }
    };
}

#[test]
fn fragments_are_tails() {
    let client = staged!(1 + 1 == 2; Enabled, Legacy, "https://a.com/");
    assert_eq!(
        properties(&client),
        json!({ "CallbackURLs": ["https://a.com/"], "ClientName": "ab", "PreventUserExistenceErrors": "ENABLED" })
    );
    assert_eq!(properties(&staged!(false; Enabled, Legacy, "https://b.com/"))["PreventUserExistenceErrors"], "LEGACY");
}

fn generic<const PROD: bool>() -> impl Fn(bool) -> CfnUserPoolClient {
    move |is_web| {
        user_pool_client! {
            callback_urls: [..if PROD { ["https://a.com/"] } else { [] }, if is_web { "https://b.com/" } else { Ref("Url") }],
            refresh_token_rotation: match PROD {
                true => { feature: Enabled, retry_grace_period_seconds: if is_web { 10 } else { Ref("Grace") } },
                false => NoValue,
            },
            ..
        }
    }
}

#[test]
fn tails_are_values_within_others() {
    assert_eq!(properties(&generic::<true>()(false))["CallbackURLs"], json!(["https://a.com/", { "Ref": "Url" }]));
    let client = generic::<false>()(true);
    assert_eq!(properties(&client)["CallbackURLs"], json!(["https://b.com/"]));
    let rotation = generic::<true>()(true);
    assert_eq!(
        properties(&rotation)["RefreshTokenRotation"],
        json!({ "Feature": "ENABLED", "RetryGracePeriodSeconds": 10 })
    );
}

#[test]
fn what_is_not_recognised_stays_an_expression() {
    let is_web = true;
    let client = user_pool_client! {
        client_name: 'name: { if is_web { break 'name "web"; } "app" },
        description: if is_web { "web" } else { "app" }.to_owned(),
        prevent_user_existence_errors: loop { break PreventUserExistenceErrors::Enabled },
        generate_secret: if is_web == matches!(is_web, true) { true } else { false } && is_web,
        callback_urls: { #[cfg(any())] { ["https://b.com/"] } #[cfg(not(any()))] { ["https://a.com/"] } },
        ..
    };
    assert_eq!(client.description.as_deref(), Some("web"));
    assert_eq!(properties(&client)["ClientName"], "web");
}
