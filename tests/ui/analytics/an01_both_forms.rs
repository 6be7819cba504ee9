#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        analytics_configuration: { application_arn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0a1b", application_id: "0a1b", role_arn: "arn:aws:iam::123456789012:role/r", external_id: "e" },
    };
}
