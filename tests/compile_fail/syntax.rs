#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn attribute() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        #[cfg(unix)]
        client_name: "web",
    };
}

fn broken_expression() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: format!("{}", 1) +,
        generate_secret: true,
    };
}

fn declared_twice() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: "web",
        client_name: "app",
    };
}

fn equals_sign() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name = "web",
    };
}

fn half_typed_path() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        deletion_policy: DeletionPolicy::,
    };
}

fn missing_colon() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name "web",
    };
}

fn missing_colon_before_a_word() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        deletion_policy Retain,
    };
}

fn missing_comma() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: "web"
        generate_secret: true,
    };
}

fn missing_comma_in_a_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: [OpenId Email],
    };
}

fn missing_value() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name:,
        generate_secret: true,
    };
}

fn name_alone() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name,
    };
}

fn name_in_a_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: [scope: OpenId],
    };
}

fn only_commas_in_a_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: [OpenId,, Email],
    };
}

fn quoted_name() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        "client_name": "web",
    };
}

fn semicolon() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: "web";
        generate_secret: true,
    };
}

fn stray_token() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        + client_name: "web",
    };
}

fn struct_update() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        ..other,
    };
}

fn main() {}
