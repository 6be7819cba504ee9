#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn mi07_empty() {
    let _ = user_pool_client! {};
}

fn mi07_missing() {
    let _ = user_pool_client! {
        client_name: "web",
    };
}

fn mi07_no_value() {
    let _ = user_pool_client! {
        user_pool_id: NoValue,
    };
}

fn mi07_no_value_in_an_arm() {
    let _ = user_pool_client! {
        user_pool_id: If("IsProd", Ref("UserPool"), NoValue),
    };
}

fn mi11_unknown_property() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        user_pool: Ref("UserPool"),
    };
}

fn main() {}
