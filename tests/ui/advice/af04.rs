#![deny(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: [AllowUserSrpAuth],
        prevent_user_existence_errors: Enabled,
    };
}
