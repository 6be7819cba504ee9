//! The app clients of `import-null-sections.json`.

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The app client `UserPoolClient`.
pub fn user_pool_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "UserPoolClient",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}
