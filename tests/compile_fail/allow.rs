#![allow(dead_code)]
#![deny(warnings)]

use cognito_cfn::user_pool_client;

fn of_an_error() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allow: [OA01],
    };
}

fn of_an_expression() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allow: [a.b],
    };
}

fn of_a_string() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allow: ["MI01"],
    };
}

fn of_a_number() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allow: [1],
    };
}

fn of_near_code() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allow: [OA1],
    };
}

fn of_no_code() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allow: [mi],
    };
}

fn of_no_list() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allow: MI01,
    };
}

fn of_no_rule() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allow: [OA09],
    };
}

fn of_unknown_code() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allow: [ZZ99],
    };
}

fn without_value() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allow:,
    };
}

fn the_known_codes_count() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [ZZ99, MI01, OA01],
    };
}

fn a_group_is_misspelt() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [securty],
    };
}

fn an_error_of_a_condition_and_of_none() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: If("A", true, false),
        enable_propagate_additional_user_context_data: true,
        allow: [SE01, SC03, security],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        enable_propagate_additional_user_context_data: true,
        allow: [SE01, security],
    };
}

fn main() {}
