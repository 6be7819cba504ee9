#![deny(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        analytics_configuration: { user_data_shared: true },
        prevent_user_existence_errors: Enabled,
    };
}
