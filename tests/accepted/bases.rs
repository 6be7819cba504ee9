//! `..base`, a bare `..`, and names that are short for a variable of the same name.

#![deny(warnings)]
#![warn(clippy::pedantic)]
#![allow(clippy::large_stack_arrays, reason = "clients side by side")]

use cognito_cfn::{CfnUserPoolClient, Intrinsic, RemovalPolicy, Resource, json, user_pool_client};

fn shared() -> CfnUserPoolClient {
    user_pool_client! {
        prevent_user_existence_errors: Enabled,
        enable_token_revocation: true,
        access_token_validity: 30,
        token_validity_units: { access_token: Minutes, id_token: Hours },
        callback_urls: ["https://example.com/"],
        ..
    }
}

#[test]
fn a_partial_client_lacks_what_is_filled_in_later() {
    let _ = user_pool_client! { .. };
    let _ = user_pool_client! { allowed_oauth_flows: [Code], allowed_oauth_flows_user_pool_client: true, .. };
    let _ = user_pool_client! { allowed_oauth_scopes: [OpenId], .. };
    let _ = user_pool_client! { default_redirect_uri: "https://example.com/", .. };
    let _ = user_pool_client! { token_validity_units: { access_token: Minutes }, .. };
    let codes: Vec<_> = shared().validate().into_iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["MI07"]);
}

#[test]
fn what_is_written_overrides_the_base() {
    let base = shared();
    let client = user_pool_client! {
        logical_id: "WebClient",
        user_pool_id: Ref("UserPool"),
        access_token_validity: 10,
        callback_urls: None,
        allow: [MI01],
        ..&base
    };
    assert_eq!(
        client.to_json()["Properties"],
        json!({
            "AccessTokenValidity": 10,
            "EnableTokenRevocation": true,
            "PreventUserExistenceErrors": "ENABLED",
            "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "hours" },
            "UserPoolId": { "Ref": "UserPool" },
        })
    );
    assert_eq!((client.logical_id.as_str(), client.allow.as_slice()), ("WebClient", ["MI01".to_owned()].as_slice()));
    assert!(client.validate().is_empty());
    let block = user_pool_client! { token_validity_units: { access_token: Hours }, ..base };
    assert_eq!(block.to_json()["Properties"]["TokenValidityUnits"], json!({ "AccessToken": "hours" }));
}

#[test]
fn the_base_is_evaluated_after_the_entries() {
    let mut order = Vec::new();
    let mut note = |name: &'static str| order.push(name);
    let _ = user_pool_client! {
        client_name: { note("entry"); "web" },
        ..{ note("base"); shared() }
    };
    assert_eq!(order, ["entry", "base"]);
    let base = shared();
    // Moved after the entries have read it.
    let client = user_pool_client! { user_pool_id: Ref("UserPool"), callback_urls: base.callback_urls.clone(), ..base };
    assert!(client.callback_urls.is_some());
}

#[test]
fn what_methods_wrote_stays_and_the_place_in_the_source_is_new() {
    let mut base = shared();
    base.add_property_override("ClientName", "overridden").expect("a path");
    base.apply_removal_policy(RemovalPolicy::Retain).expect("a policy");
    base.add_metadata("team", "identity");
    let line = line!() + 1;
    let client = user_pool_client! { user_pool_id: Ref("UserPool"), client_name: "web", ..&base };
    assert_eq!(client.to_json()["Properties"]["ClientName"], "overridden");
    assert_eq!(client.to_json()["DeletionPolicy"], "Retain");
    assert_eq!(client.to_json()["Metadata"], json!({ "team": "identity" }));
    assert_eq!(client.creation_stack().map(std::panic::Location::line), Some(line));
    assert_eq!(client.logical_id, base.logical_id);
}

#[test]
fn a_base_is_any_expression() {
    struct Clients {
        web: CfnUserPoolClient,
    }
    let clients = Clients { web: shared() };
    let list = [shared()];
    let borrowed = &clients.web;
    let user_pool_id = || Intrinsic::reference("UserPool");
    for client in [
        user_pool_client! { user_pool_id: user_pool_id(), ..borrowed },
        user_pool_client! { user_pool_id: user_pool_id(), ..&clients.web },
        user_pool_client! { user_pool_id: user_pool_id(), ..&list[0] },
        user_pool_client! { user_pool_id: user_pool_id(), ..clients.web.clone() },
        user_pool_client! { user_pool_id: user_pool_id(), ..if list.is_empty() { shared() } else { list[0].clone() } },
        user_pool_client! { user_pool_id: user_pool_id(), ..user_pool_client! { client_name: "inner", .. } },
        user_pool_client! { user_pool_id: user_pool_id(), ..clients.web },
        user_pool_client! { user_pool_id: user_pool_id(), ..(shared()), },
    ] {
        assert_eq!(client.user_pool_id, Some(user_pool_id().into()));
    }
    let whole = user_pool_client! { ..shared() };
    assert_eq!(whole, shared());
}

/// Defaults that the caller of a macro overrides.
macro_rules! web_client {
    ($base:expr; $($body:tt)*) => { user_pool_client! { $($body)* ..$base } };
    ($name:ident = $value:literal) => { user_pool_client! { $name: $value, ..shared() } };
    ($name:ident) => { user_pool_client! { $name, ..shared() } };
}

#[test]
fn a_macro_adds_the_base() {
    let base = shared();
    let client = web_client!(&base; client_name: concat!("we", "b"), user_pool_id: Ref("UserPool"),);
    assert_eq!(client.client_name, Some("web".into()));
    assert_eq!(web_client!(base;).callback_urls, shared().callback_urls);
    assert_eq!(web_client!(client_name = "x").client_name, Some("x".into()));
    let client_name = "variable";
    assert_eq!(web_client!(client_name).client_name, Some("variable".into()));
}

fn sized<const MINUTES: i64>(client_name: &str) -> CfnUserPoolClient {
    user_pool_client! { user_pool_id: Ref("UserPool"), client_name, access_token_validity: MINUTES, ..&shared() }
}

#[test]
fn closures_async_blocks_and_generic_functions_declare() {
    let base = shared();
    let make = |client_name: &str| user_pool_client! { client_name, ..&base };
    assert_eq!(make("a").client_name, Some("a".into()));
    let future = async {
        user_pool_client! { client_name: std::future::ready("a").await, ..shared() }
    };
    drop(future);
    assert_eq!(sized::<20>("b").client_name, Some("b".into()));
}

#[test]
fn a_name_is_short_for_the_variable_of_that_name() {
    let (client_name, generate_secret, access_token_validity) = ("web", Some(true), 2_u8);
    let callback_urls = vec![String::from("https://example.com/")];
    let user_pool_id = Intrinsic::reference("UserPool");
    let access_token = cognito_cfn::TimeUnit::Hours;
    let (description, depends_on, metadata) = (Some("text"), ["Google"], json!({ "a": 1 }));
    let client = user_pool_client! {
        user_pool_id,
        client_name,
        generate_secret,
        prevent_user_existence_errors: Enabled,
        callback_urls,
        access_token_validity,
        token_validity_units: { access_token },
        description,
        depends_on,
        metadata
    };
    assert_eq!(
        client.to_json()["Properties"],
        json!({
            "AccessTokenValidity": 2,
            "CallbackURLs": ["https://example.com/"],
            "ClientName": "web",
            "GenerateSecret": true,
            "PreventUserExistenceErrors": "ENABLED",
            "TokenValidityUnits": { "AccessToken": "hours" },
            "UserPoolId": { "Ref": "UserPool" },
        })
    );
    assert_eq!(client.depends_on(), ["Google"]);
}
