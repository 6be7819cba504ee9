//! The app clients of `import-sections.json`.

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The app client `WebClient`.
pub fn web_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "WebClient",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}
