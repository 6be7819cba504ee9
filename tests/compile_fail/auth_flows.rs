#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn af01_generations() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: [AdminNoSrpAuth, AllowUserSrpAuth],
    };
}

fn af12_unknown() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: ["ALLOW_CLIENT_TOKEN_AUTH"],
    };
}

fn mi02_unknown() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: "enabled",
    };
}

fn rr05_grace_period() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: 61 },
    };
}

fn rr05_negative() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: -1 },
    };
}

fn tk14_too_long() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        auth_session_validity: 16,
    };
}

fn tk14_too_short() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        auth_session_validity: 2,
    };
}

fn main() {}
