//! Declarations that come close to a warning.

#![deny(warnings)]

use cognito_cfn::{ExplicitAuthFlow, user_pool_client};

#[test]
fn compile_without_a_warning() {
    // A client of the sign-in pages, as it should be.
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: [AllowUserSrpAuth, AllowUserAuth, AllowRefreshTokenAuth],
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId, Email, Phone, Profile, CognitoAdmin, "orders/read"],
        callback_urls: ["https://app.example.com/callback", "https://app.example.com/callback/"],
        logout_urls: ["https://app.example.com/", "http://localhost:3000/"],
        default_redirect_uri: "https://app.example.com/callback",
        supported_identity_providers: [Cognito],
        prevent_user_existence_errors: Enabled,
    };
    // A service.
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: true,
        allowed_oauth_flows: [ClientCredentials],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: ["orders/read", "orders/write"],
    };
    // A phone app, which rotates its refresh tokens.
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: false,
        explicit_auth_flows: [AllowUserSrpAuth],
        refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: 60 },
        access_token_validity: 15,
        id_token_validity: 15,
        refresh_token_validity: 30,
        token_validity_units: { access_token: Minutes, id_token: Minutes },
        callback_urls: ["com.example.app:/callback", "myapp://callback", "com.example.app://8080/callback"],
        logout_urls: ["myapp://out"],
        prevent_user_existence_errors: Legacy,
    };
    // A server, which may be sent the password.
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: true,
        explicit_auth_flows: [AllowUserPasswordAuth, AllowAdminUserPasswordAuth, AllowCustomAuth, AllowRefreshTokenAuth],
        callback_urls: ["https://app.example.com/@me?user=a@b", "https://www.example.com", "http://[::1]:3000/"],
        supported_identity_providers: [Cognito, Google, LoginWithAmazon, "Okta", "Google Workspace"],
        read_attributes: [Sub, Email, EmailVerified, "custom:role", "identities"],
        write_attributes: [Email, "custom:nickname"],
        prevent_user_existence_errors: Enabled,
    };
    // What is not known might be right.
    let (flow, url) = (ExplicitAuthFlow::AllowRefreshTokenAuth, String::from("https://app.example.com/"));
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: [AllowUserSrpAuth, flow],
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: Ref("OAuth"),
        allowed_oauth_scopes: [Email, Ref("Scope")],
        callback_urls: [url, Sub("${Url}"), Ref("Url"), Ref("Url")],
        supported_identity_providers: Ref("Providers"),
        access_token_validity: 10,
        id_token_validity: 10,
        token_validity_units: { access_token: Minutes, id_token: Ref("Unit") },
        analytics_configuration: { application_arn: Ref("AppArn") },
        prevent_user_existence_errors: Ref("Prevent"),
    };
}
