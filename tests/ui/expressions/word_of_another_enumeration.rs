#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let flow = cognito_cfn::OAuthFlow::Code;
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: [flow],
    };
}
