#![allow(deprecated)]

use cognito_cfn::{CfnResource, json, user_pool_client};

fn yaml() {
    let _ = user_pool_client! {
        user_pool_id: !Ref UserPool,
        client_name: !Sub "${AWS::StackName}-web",
        callback_urls: !Split [",", "a,b"],
    };
}

fn typescript() {
    let pool = CfnResource::new("Pool", "AWS::Cognito::UserPool", json!({}));
    let _ = user_pool_client! {
        user_pool_id: pool.ref,
        userPoolClientName: "web",
        auth_session_validity: null,
        disableOAuth: true,
    };
    let _ = user_pool_client! {
        user_pool_id: pool,
    };
}

fn a_bool_as_a_condition() {
    let prod = true;
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: If(prod, "web", "web-dev"),
        condition: prod,
    };
}

fn statements() {
    let prod = true;
    let _ = user_pool_client! {
        let x = 3;
        user_pool_id: Ref("UserPool"),
        client-name: "web",
        if prod { generate_secret: true },
        token_validity_units: { access_token: Minutes; id_token: Minutes },
    };
}

fn main() {}
