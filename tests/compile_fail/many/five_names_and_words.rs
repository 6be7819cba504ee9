#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_idd: Ref("UserPool"),
        clientName: "web",
        explicit_auth_flows: [AllowUserSrpAth],
        prevent_user_existence_errors: Enabeld,
        token_validity_units: { acces_token: Minutes },
    };
}
