#![deny(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: 15,
        id_token_validity: 15,
        token_validity_units: { access_token: Minutes },
        prevent_user_existence_errors: Enabled,
    };
}
