#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn cdk_python_spelling() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_o_auth_flows: [Code],
        callback_ur_ls: ["https://example.com/"],
    };
}

fn cdk_typescript_spelling() {
    let _ = user_pool_client! {
        userPoolId: Ref("UserPool"),
    };
}

fn cloudformation_spelling() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        CallbackURLs: ["https://example.com/"],
    };
}

fn far() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        tags: "web",
    };
}

fn far_in_a_block() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        refresh_token_rotation: { colour: 1 },
    };
}

fn made_by_the_service() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_secret: "hush",
    };
}

fn member_outside_of_its_block() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token: Minutes,
    };
}

fn near() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        clent_name: "web",
    };
}

fn near_in_a_block() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        token_validity_units: { acces_token: Minutes },
    };
}

fn other_convention() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        clientname: "web",
    };
}

fn part_of_two() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId],
        urls: ["https://example.com/"],
    };
}

fn property_within_a_block() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        token_validity_units: { client_name: "web" },
    };
}

fn main() {}
