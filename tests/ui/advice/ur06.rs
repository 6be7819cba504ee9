#![deny(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        logout_urls: ["http://127.0.0.1:3000/"],
        prevent_user_existence_errors: Enabled,
    };
}
