use cognito_cfn::user_pool_client;

fn main() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows: [ClientCredentials],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: ["orders/read"],
        callback_ur_ls: ["https://app.example.com/callback"],
        access_token_validity: 30,
    };
}
