#![deny(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        analytics_configuration: { application_arn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0a1b" },
        prevent_user_existence_errors: Enabled,
    };
}
