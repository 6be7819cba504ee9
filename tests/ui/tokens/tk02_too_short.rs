#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        refresh_token_validity: 30,
        token_validity_units: { refresh_token: Minutes },
    };
}
