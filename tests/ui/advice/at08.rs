#![deny(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        write_attributes: [],
        prevent_user_existence_errors: Enabled,
    };
}
