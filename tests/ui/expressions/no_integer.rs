#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let hours = 1.5;
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: hours,
    };
}
