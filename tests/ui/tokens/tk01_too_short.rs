#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        id_token_validity: 4,
        token_validity_units: { id_token: Minutes },
    };
}
