#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn broken() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: compute(1 2),
    };
}

fn no_block() {
    let units = 5;
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        token_validity_units: units,
    };
}

fn no_boolean() {
    let secret = "yes";
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: secret,
    };
}

fn no_integer() {
    let hours = 1.5;
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: hours,
    };
}

fn no_list() {
    let urls = "https://example.com/";
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: urls,
    };
}

fn no_list_of_words() {
    let flows = vec!["ALLOW_USER_SRP_AUTH"];
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: flows,
    };
}

fn no_logical_ids() {
    let ids = 5;
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        depends_on: ids,
    };
}

fn no_plain_text() {
    let id = 5;
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        logical_id: id,
    };
}

fn no_text() {
    let name = 5;
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: name,
    };
}

fn no_word() {
    let errors = "ENABLED";
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: errors,
    };
}

fn unknown_variable() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: nmae,
    };
}

fn word_of_another_enumeration() {
    let flow = cognito_cfn::OAuthFlow::Code;
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: [flow],
    };
}

fn main() {}
