#![allow(deprecated)]

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The type that `parse` returns is not inferred: write `text.parse::<PreventUserExistenceErrors>()?`.
fn inferred(text: &str) -> Result<CfnUserPoolClient, Box<dyn std::error::Error>> {
    Ok(user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: text.parse()?,
    })
}

/// A closed enumeration has no value for every string.
fn strings(flows: Vec<String>) -> CfnUserPoolClient {
    user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: [..flows],
    }
}

fn main() {}
