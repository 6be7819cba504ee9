//! The app clients of `import-minimal.json`.

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The app client `UserPoolClient`.
pub fn user_pool_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "UserPoolClient",
        user_pool_id: "eu-west-1_a1B2c3D4e",
    }
}
