#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows: [ClientCredentials],
        allowed_oauth_flows_user_pool_client: true,
        access_token_validity: 30,
        callback_urls: ["http://example.com/"],
        client_name: "web/app",
    };
}
