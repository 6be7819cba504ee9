//! An app client, printed as CloudFormation.

use cognito_cfn::user_pool_client;

fn main() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId, Email, "orders/read"],
        callback_urls: [Sub("https://${Domain}/callback"), "http://localhost:5173/callback"],
        supported_identity_providers: [Cognito],
        access_token_validity: Minutes(30),
        prevent_user_existence_errors: Enabled,
    };
    println!("{:#}", client.to_json());
}
