#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn at03_not_writable() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        write_attributes: [Email, EmailVerified, "phone_number_verified", Sub],
    };
}

fn at11_other_convention() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        write_attributes: ["familyName"],
    };
}

fn at20_empty() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        read_attributes: [""],
    };
}

fn ip06_invisible() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        supported_identity_providers: ["a\u{7}"],
    };
}

fn ip06_too_long() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        supported_identity_providers: ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"],
    };
}

fn main() {}
