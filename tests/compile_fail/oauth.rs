#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn oa01_mixed() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: true,
        allowed_oauth_flows: [Code, ClientCredentials],
        callback_urls: ["https://example.com/"],
    };
}

fn oa01_mixed_in_an_arm() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: true,
        allowed_oauth_flows: [Code, If("IsService", ClientCredentials, NoValue)],
        callback_urls: ["https://example.com/"],
    };
}

fn oa02_secret_off() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: false,
        allowed_oauth_flows: ["client_credentials"],
    };
}

fn oa03_scope_of_users() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: true,
        allowed_oauth_flows: [ClientCredentials],
        allowed_oauth_scopes: [OpenId, "orders/read"],
    };
}

fn oa06_empty_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_flows: [],
        allowed_oauth_scopes: [OpenId],
    };
}

fn oa07_no_scope() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_flows: [Code],
        callback_urls: ["https://example.com/"],
    };
}

fn oa07_no_scope_of_a_service() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows_user_pool_client: true,
        generate_secret: true,
        allowed_oauth_flows: [ClientCredentials],
    };
}

fn oa11_no_callback() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows: [Implicit],
    };
}

fn oa14_unknown_flow() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows: [Token],
    };
}

fn oa15_too_many() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows: [Code, Implicit, Code, Implicit],
        callback_urls: ["https://app.example.com/callback"],
    };
}

fn main() {}
