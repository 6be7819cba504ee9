#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn sc04_misspelt() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: ["openId"],
    };
}

fn sc04_reserved_prefix() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: ["aws.cognito.everything"],
    };
}

fn sc05_no_identifier() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: ["get-todos"],
    };
}

fn sc05_substitution() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: ["${Server}"],
    };
}

fn sc10_empty() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: [""],
    };
}

fn sc10_too_long() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: ["o/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"],
    };
}

fn sc10_too_many() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: [
        "o/0", "o/1", "o/2", "o/3", "o/4", "o/5", "o/6", "o/7", "o/8", "o/9", "o/10", "o/11", "o/12", "o/13", "o/14", "o/15", "o/16", "o/17", "o/18", "o/19", "o/20", "o/21", "o/22", "o/23", "o/24", "o/25", "o/26", "o/27", "o/28", "o/29", "o/30", "o/31", "o/32", "o/33", "o/34", "o/35", "o/36", "o/37", "o/38", "o/39", "o/40", "o/41", "o/42", "o/43", "o/44", "o/45", "o/46", "o/47", "o/48", "o/49", "o/50"
        ],
    };
}

fn main() {}
