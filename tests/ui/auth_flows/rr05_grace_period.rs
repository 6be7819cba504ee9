#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: 61 },
    };
}
