#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_o_auth_flows: [Code],
        callback_ur_ls: ["https://example.com/"],
    };
}
