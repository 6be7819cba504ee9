#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn an01_both_forms() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        analytics_configuration: { application_arn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0a1b", application_id: "0a1b", role_arn: "arn:aws:iam::123456789012:role/r", external_id: "e" },
    };
}

fn an02_one_missing() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        analytics_configuration: { application_id: "0a1b", role_arn: "arn:aws:iam::123456789012:role/r" },
    };
}

fn lt01_empty_application_id() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        analytics_configuration: { application_id: "", external_id: "e", role_arn: "arn:aws:iam::123456789012:role/r" },
    };
}

fn lt01_no_arn() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        analytics_configuration: { application_arn: "mobiletargeting-app-0a1b" },
    };
}

fn lt01_no_hexadecimal() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        analytics_configuration: { application_id: "xyz", role_arn: "arn:aws:iam::123456789012:role/r", external_id: "e" },
    };
}

fn lt01_short_arn() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        analytics_configuration: { application_arn: "arn:aws" },
    };
}

fn main() {}
