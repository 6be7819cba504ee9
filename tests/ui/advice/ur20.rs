#![deny(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: ["https://app.example.com/callback"],
        default_redirect_uri: "https://app.example.com/callback",
        supported_identity_providers: [Cognito, Google],
        prevent_user_existence_errors: Enabled,
    };
}
