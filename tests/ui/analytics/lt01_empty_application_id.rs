#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        analytics_configuration: { application_id: "", external_id: "e", role_arn: "arn:aws:iam::123456789012:role/r" },
    };
}
