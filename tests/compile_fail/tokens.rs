#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn tk01_days() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: 2,
        token_validity_units: { access_token: Days },
    };
}

fn tk01_in_no_unit() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: 0,
        token_validity_units: { access_token: Ref("Unit") },
    };
}

fn tk01_too_long() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: 25,
        token_validity_units: { access_token: Hours },
    };
}

fn tk01_too_short() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        id_token_validity: 4,
        token_validity_units: { id_token: Minutes },
    };
}

fn tk02_too_long() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        refresh_token_validity: 4000,
        token_validity_units: { refresh_token: "days" },
    };
}

fn tk03_in_an_arm() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: If("IsProd", 1, 0),
    };
}

fn tk03_other_unit_given() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        id_token_validity: 30,
        token_validity_units: { access_token: Minutes },
    };
}

fn tk05_outlives() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: 3,
        refresh_token_validity: 2,
        token_validity_units: { refresh_token: Hours },
    };
}

fn tk10_unknown_unit() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        token_validity_units: { access_token: "HOURS" },
    };
}

fn main() {}
