//! The app clients of `import-short-forms.yaml`.

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The app client `ServiceClient`.
pub fn service_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "ServiceClient",
        explicit_auth_flows: [AllowRefreshTokenAuth],
        generate_secret: If("IsProd", true, NoValue),
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
        condition: "IsProd",
    }
}

/// The app client `WebClient`.
pub fn web_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "WebClient",
        access_token_validity: Minutes(30),
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId, Sub("${Orders}/read")],
        callback_urls: If(
            "IsProd",
            ["https://app.example.org/callback"],
            [
                "https://dev.example.org/callback",
                "http://localhost:5173/callback",
            ],
        ),
        client_name: Join("-", [Ref("Stage"), "web"]),
        prevent_user_existence_errors: Enabled,
        read_attributes: [Email, "custom:tenant"],
        supported_identity_providers: [Cognito, Google],
        user_pool_id: Ref("UserPool"),
        write_attributes: [Email, "custom:tenant"],
        depends_on: ["Google"],
    }
}
