#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn boolean_for_a_word() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: true,
    };
}

fn boolean_for_an_integer() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: true,
    };
}

fn boolean_for_text() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: true,
    };
}

fn bytes_for_text() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: b"web",
    };
}

fn character_for_text() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: 'w',
    };
}

fn float_for_an_integer() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: 1.5,
    };
}

fn integer_too_large() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: 99999999999999999999,
    };
}

fn list_for_a_boolean() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: [true],
    };
}

fn list_for_a_word() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: [Enabled],
    };
}

fn list_for_text() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: ["web"],
    };
}

fn number_for_a_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: 5,
    };
}

fn number_for_a_word() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: 1,
    };
}

fn number_for_text() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: 5,
    };
}

fn number_in_a_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: [5],
    };
}

fn template_for_a_function() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: { "Ref": "Name" },
    };
}

fn text_for_a_block() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        token_validity_units: "minutes",
    };
}

fn text_for_a_boolean() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: "yes",
    };
}

fn text_for_a_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: "https://example.com/",
    };
}

fn text_for_an_integer() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: "1",
    };
}

fn word_for_a_block() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        token_validity_units: Minutes,
    };
}

fn word_for_a_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: AllowUserSrpAuth,
    };
}

fn main() {}
