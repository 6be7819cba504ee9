#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn lt01_long_pool_id() {
    let _ = user_pool_client! {
        user_pool_id: "us-east-1_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    };
}

fn lt01_no_pool_id() {
    let _ = user_pool_client! {
        user_pool_id: "eu-central-1",
    };
}

fn nm01_character() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: "web/app",
    };
}

fn nm01_not_ascii() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: "テスト",
    };
}

fn nm01_substitution() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: "${AWS::StackName}-web",
    };
}

fn nm02_too_long() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    };
}

fn main() {}
