//! The app clients of `import-names.json`.

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The app client `2Client`.
pub fn client_2client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "2Client",
        client_name: "2Client",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `7`.
pub fn client_7() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "7",
        client_name: "7",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `APIClient2`.
pub fn api_client2() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "APIClient2",
        client_name: "APIClient2",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `AuthClient23D8E456`.
pub fn auth_client_23d8e456() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "AuthClient23D8E456",
        client_name: "AuthClient23D8E456",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `Error`.
pub fn error() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Error",
        client_name: "Error",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `Json`.
pub fn json() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Json",
        client_name: "Json",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `M2M`.
pub fn m2m() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "M2M",
        client_name: "M2M",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `Main`.
pub fn client_main() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Main",
        client_name: "Main",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `Ok`.
pub fn ok() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Ok",
        client_name: "Ok",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `Report`.
pub fn report() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Report",
        client_name: "Report",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `Self`.
pub fn client_self() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Self",
        client_name: "Self",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `Some`.
pub fn some() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Some",
        client_name: "Some",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `Stack`.
pub fn stack() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Stack",
        client_name: "Stack",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `String`.
pub fn string() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "String",
        client_name: "String",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `Type`.
pub fn client_type() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Type",
        client_name: "Type",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `Vec`.
pub fn vec() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Vec",
        client_name: "Vec",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `WEBClient`.
pub fn web_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "WEBClient",
        client_name: "WEBClient",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `WebClient`.
pub fn client_web_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "WebClient",
        client_name: "WebClient",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `client`.
pub fn client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "client",
        client_name: "client",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `webClient`.
pub fn client_web_client_2() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "webClient",
        client_name: "webClient",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}
