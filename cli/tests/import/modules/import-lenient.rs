//! The app clients of `import-lenient.json`.

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The app client `TextClient`.
pub fn text_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "TextClient",
        allowed_oauth_flows_user_pool_client: "{{resolve:ssm:/oauth}}",
        auth_session_validity: "{{resolve:ssm:/minutes}}",
        client_name: "{{resolve:ssm:/name}}-web",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `WebClient`.
pub fn web_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "WebClient",
        // Raw JSON: the template has a string, not an integer.
        access_token_validity: Raw("30"),
        // Raw JSON: the template has a string, not an integer.
        auth_session_validity: Raw("5"),
        // Raw JSON: the template has a number, not a string.
        client_name: Raw(42),
        // Raw JSON: the template has a string, not a boolean.
        enable_token_revocation: Raw("false"),
        // Raw JSON: the template has a string, not a boolean.
        generate_secret: Raw("true"),
        id_token_validity: Minutes(60),
        prevent_user_existence_errors: Enabled,
        // Raw JSON: the template has a string, not an integer.
        refresh_token_rotation: {
            feature: Disabled,
            retry_grace_period_seconds: Raw("10"),
        },
        token_validity_units: {
            access_token: Minutes,
        },
        user_pool_id: Ref("UserPool"),
    }
}
