//! A crate that depends on nothing else and uses only the macro.

use cognito_cfn::user_pool_client;

fn main() {
    let dns = "app.example.com";
    let balancer = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        generate_secret: true,
        explicit_auth_flows: [AllowUserPasswordAuth, AllowRefreshTokenAuth],
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [Email, OpenId],
        callback_urls: [format!("https://{dns}/oauth2/idpresponse"), Sub("https://${Domain}/oauth2/idpresponse")],
        refresh_token_validity: 1,
        supported_identity_providers: [Cognito],
    };
    let web = user_pool_client! {
        logical_id: "WebClient",
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId, Email, Profile],
        callback_urls: ["https://app.example.com/callback", "http://localhost:5173/callback"],
        logout_urls: ["https://app.example.com/"],
        supported_identity_providers: [Cognito, Google],
        access_token_validity: 30,
        token_validity_units: { access_token: Minutes },
        prevent_user_existence_errors: Enabled,
        depends_on: ["GoogleProvider"],
        deletion_policy: Retain,
    };
    let service = user_pool_client! {
        logical_id: "Service",
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        generate_secret: true,
        allowed_oauth_flows: [ClientCredentials],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: ["orders/read"],
        depends_on: ["Orders"],
    };
    for client in [balancer, web, service] {
        assert!(client.validate().is_empty());
        println!("{:#}", client.to_json());
    }
}
