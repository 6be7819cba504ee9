//! Resources as values.

#![deny(warnings)]

use cognito_cfn::{CfnResource, CfnUserPoolClient, Json, Resource, json, user_pool_client};

fn pool() -> CfnResource {
    CfnResource::new("Pool", "AWS::Cognito::UserPool", json!({}))
}

fn google() -> CfnResource {
    CfnResource::new("GoogleProvider", "AWS::Cognito::UserPoolIdentityProvider", json!({ "ProviderName": "Google" }))
}

fn properties(client: &CfnUserPoolClient) -> Json {
    client.to_json()["Properties"].clone()
}

#[test]
fn a_reference_to_a_resource_is_its_ref() {
    let (pool, boxed) = (pool(), Box::new(pool()));
    let of_option = Some(&pool);
    let clients = [
        user_pool_client! { user_pool_id: &pool, prevent_user_existence_errors: Enabled },
        user_pool_client! { user_pool_id: Ref(&pool), prevent_user_existence_errors: Enabled },
        user_pool_client! { user_pool_id: Ref("Pool"), prevent_user_existence_errors: Enabled },
        user_pool_client! { user_pool_id: pool.reference(), prevent_user_existence_errors: Enabled },
        user_pool_client! { user_pool_id: &*boxed, prevent_user_existence_errors: Enabled },
        user_pool_client! { user_pool_id: of_option, prevent_user_existence_errors: Enabled },
        user_pool_client! { user_pool_id: if of_option.is_some() { &pool } else { &boxed }, prevent_user_existence_errors: Enabled },
        user_pool_client! { user_pool_id: if of_option.is_some() { Ref(&pool) } else { "eu-west-1_a" }, prevent_user_existence_errors: Enabled },
    ];
    assert!(clients.iter().all(|client| properties(client)["UserPoolId"] == json!({ "Ref": "Pool" })));
}

#[test]
fn in_functions_and_lists() {
    let (pool, google) = (pool(), google());
    let other = user_pool_client! { logical_id: "Other", user_pool_id: &pool, prevent_user_existence_errors: Enabled };
    let client = user_pool_client! {
        user_pool_id: &pool,
        prevent_user_existence_errors: Enabled,
        client_name: Join("-", ["web", &pool, GetAtt(&other, "Name")]),
        callback_urls: [Sub("https://${Host}/", { Host: GetAtt(&pool, "ProviderName") })],
        supported_identity_providers: [Cognito, Ref(&google)],
        depends_on: [&google, "Other"],
        metadata: { "pool": Ref(&pool) },
    };
    let json = client.to_json();
    assert_eq!(
        json["Properties"]["ClientName"],
        json!({ "Fn::Join": ["-", ["web", { "Ref": "Pool" }, { "Fn::GetAtt": ["Other", "Name"] }]] })
    );
    assert_eq!(json["Properties"]["SupportedIdentityProviders"], json!(["COGNITO", { "Ref": "GoogleProvider" }]));
    assert_eq!(json["DependsOn"], json!(["GoogleProvider", "Other"]));
    assert_eq!(json["Metadata"]["pool"], json!({ "Ref": "Pool" }));
}

#[test]
fn depends_on_accepts_resources_of_different_types() {
    let (pool, google) = (pool(), google());
    let other = user_pool_client! { logical_id: "Other", user_pool_id: &pool, prevent_user_existence_errors: Enabled };
    let ids = |client: CfnUserPoolClient| client.to_json()["DependsOn"].clone();
    let is_first = true;
    assert_eq!(
        ids(
            user_pool_client! { user_pool_id: &pool, prevent_user_existence_errors: Enabled, depends_on: [&google, &other] }
        ),
        json!(["GoogleProvider", "Other"])
    );
    assert_eq!(
        ids(
            user_pool_client! { user_pool_id: &pool, prevent_user_existence_errors: Enabled, depends_on: [..[&google, &pool], "X"] }
        ),
        json!(["GoogleProvider", "Pool", "X"])
    );
    assert_eq!(
        ids(
            user_pool_client! { user_pool_id: &pool, prevent_user_existence_errors: Enabled, depends_on: vec![&google] }
        ),
        json!(["GoogleProvider"])
    );
    assert_eq!(
        ids(
            user_pool_client! { user_pool_id: &pool, prevent_user_existence_errors: Enabled, depends_on: if is_first { [&google, "A"] } else { ["B"] } }
        ),
        json!(["GoogleProvider", "A"])
    );
    let name = String::from("Named");
    assert_eq!(
        ids(
            user_pool_client! { user_pool_id: &pool, prevent_user_existence_errors: Enabled, depends_on: [&name, "A".trim(), other.logical_id()] }
        ),
        json!(["Named", "A", "Other"])
    );
}

#[test]
fn in_a_generic_function() {
    fn of(pool: &impl Resource) -> CfnUserPoolClient {
        user_pool_client! { user_pool_id: pool, prevent_user_existence_errors: Enabled, depends_on: [pool] }
    }
    let client = of(&pool());
    assert_eq!(properties(&client)["UserPoolId"], json!({ "Ref": "Pool" }));
    let in_a_loop: Vec<CfnUserPoolClient> = [pool(), google()].iter().map(|resource| of(resource)).collect();
    assert_eq!(in_a_loop.len(), 2);
}
