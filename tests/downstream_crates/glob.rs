//! A crate that takes everything there is.

use cognito_cfn::*;

fn main() -> Result<(), Error> {
    let pool = CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({}));
    let flow = ExplicitAuthFlow::AllowUserSrpAuth;
    let client = user_pool_client! {
        user_pool_id: pool.reference(),
        explicit_auth_flows: [flow, ExplicitAuthFlow::AllowRefreshTokenAuth, AllowCustomAuth],
        prevent_user_existence_errors: PreventUserExistenceErrors::Enabled,
        deletion_policy: Retain,
    };
    let mut stack = Stack::new("identity");
    stack.add(pool)?.add(client)?;
    println!("{:#}", stack.to_json());
    Ok(())
}
