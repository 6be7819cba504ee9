#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn misspelt() {
    let client_nam = "web";
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_nam,
    };
}

fn name_of_cloudformation() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        ClientName,
    };
}

fn no_such_variable() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name,
        token_validity_units: { access_token },
    };
}

fn of_another_type() {
    let generate_secret = "yes";
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret,
    };
}

fn settings_have_none() {
    let allow = ["MI01"];
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow,
    };
}

fn main() {}
