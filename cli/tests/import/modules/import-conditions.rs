//! The app clients of `import-conditions.json`.

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The app client `WebClient`.
pub fn web_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "WebClient",
        access_token_validity: If("IsProd", 5, 60),
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId, Email],
        callback_urls: If(
            "IsProd",
            ["https://app.example.org/callback"],
            [
                "http://localhost:5173/callback",
                "https://dev.example.org/callback",
            ],
        ),
        explicit_auth_flows: If(
            "IsProd",
            [AllowUserSrpAuth, AllowRefreshTokenAuth],
            If(
                "IsDev",
                [AllowAdminUserPasswordAuth, AllowRefreshTokenAuth],
                NoValue,
            ),
        ),
        generate_secret: If("IsProd", true, false),
        id_token_validity: NoValue,
        logout_urls: [
            If("IsProd", "https://app.example.org/bye", NoValue),
            "https://example.org/",
        ],
        prevent_user_existence_errors: If("IsProd", Enabled, Legacy),
        refresh_token_rotation: If("IsProd", { feature: Disabled }, NoValue),
        refresh_token_validity: If("IsProd", 24, 30),
        supported_identity_providers: [Cognito, If("IsProd", Google, NoValue)],
        token_validity_units: {
            access_token: Minutes,
            refresh_token: If("IsProd", Hours, Days),
        },
        user_pool_id: Ref("UserPool"),
        condition: "IsProd",
    }
}
