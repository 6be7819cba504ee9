#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows_user_pool_client: true,
        generate_secret: true,
        allowed_oauth_flows: [ClientCredentials],
    };
}
