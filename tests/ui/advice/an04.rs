#![deny(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        analytics_configuration: { application_arn: "arn:aws:kinesis:us-east-1:123456789012:stream/usage" },
        prevent_user_existence_errors: Enabled,
    };
}
