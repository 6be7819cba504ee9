//! Resources as values: `&pool` is its `Ref`, or its logical id where one belongs.

#![deny(warnings)]
#![warn(clippy::pedantic)]
#![allow(clippy::large_stack_arrays, reason = "clients side by side")]

use cognito_cfn::{CfnResource, CfnUserPoolClient, Resource, json, user_pool_client};

fn resource(logical_id: &str, kind: &str) -> CfnResource {
    CfnResource::new(logical_id, kind, json!({}))
}

#[test]
fn a_resource_is_its_reference() {
    let pool = resource("Pool", "AWS::Cognito::UserPool");
    let okta = resource("Okta", "AWS::Cognito::UserPoolIdentityProvider");
    let client = user_pool_client! {
        user_pool_id: &pool,
        supported_identity_providers: [Cognito, &okta],
        callback_urls: [Sub("https://${Domain}/", { Domain: &pool })],
        depends_on: [&okta, "Other", &pool],
        client_name: Join("-", [&pool, "web"]),
        prevent_user_existence_errors: Enabled,
    };
    assert_eq!(
        client.to_json(),
        json!({
            "DependsOn": ["Okta", "Other", "Pool"],
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {
                "CallbackURLs": [{ "Fn::Sub": ["https://${Domain}/", { "Domain": { "Ref": "Pool" } }] }],
                "ClientName": { "Fn::Join": ["-", [{ "Ref": "Pool" }, "web"]] },
                "PreventUserExistenceErrors": "ENABLED",
                "SupportedIdentityProviders": ["COGNITO", { "Ref": "Okta" }],
                "UserPoolId": { "Ref": "Pool" },
            },
        })
    );
    let logical_ids = vec![&okta, &pool];
    for client in [
        user_pool_client! { user_pool_id: pool.reference(), depends_on: &logical_ids, ..&client },
        user_pool_client! { user_pool_id: Ref(&pool), depends_on: [&okta, &pool], ..&client },
        user_pool_client! { user_pool_id: Some(&pool), depends_on: logical_ids, ..&client },
        declared_for(&pool, &okta, &client),
    ] {
        assert_eq!(json!(client.user_pool_id), json!({ "Ref": "Pool" }));
        assert_eq!(client.depends_on, ["Okta", "Pool"]);
    }
    let name = user_pool_client! { client_name: GetAtt(&client, "Name"), ..&client };
    assert_eq!(json!(name.client_name), json!({ "Fn::GetAtt": ["UserPoolClient", "Name"] }));
}

fn declared_for<R: Resource>(user_pool_id: &R, okta: &dyn Resource, base: &CfnUserPoolClient) -> CfnUserPoolClient {
    user_pool_client! { user_pool_id, depends_on: [okta, user_pool_id], ..base }
}

#[test]
fn whatever_yields_resources_or_ids_is_a_list_of_dependencies() {
    let providers = vec![resource("Google", "AWS::Any"), resource("Okta", "AWS::Any")];
    let names = [String::from("One"), String::from("Two")];
    let more = Some(vec!["Three"]);
    let client = user_pool_client! {
        user_pool_id: Ref("Pool"),
        prevent_user_existence_errors: Enabled,
        depends_on: [..&providers, ..providers.iter().skip(1), ..names.iter(), ..&["Four", "Five"], ..more, "Six"],
    };
    assert_eq!(client.depends_on, ["Google", "Okta", "Okta", "One", "Two", "Four", "Five", "Three", "Six"]);
    let client = user_pool_client! { depends_on: providers.iter(), ..client };
    assert_eq!(client.depends_on, ["Google", "Okta"]);
}
