#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Cidr("10.0.0.0/16", 1, 8),
    };
}
