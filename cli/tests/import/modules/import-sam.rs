//! The app clients of `import-sam.yaml`.

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The app client `PoolClient`.
pub fn pool_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "PoolClient",
        client_name: "app",
        explicit_auth_flows: [AllowUserPasswordAuth, AllowRefreshTokenAuth],
        generate_secret: false,
        user_pool_id: Ref("Pool"),
    }
}
