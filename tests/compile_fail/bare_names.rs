#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn unknown_names_are_suggested_by_rustc() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows: [code],
        allowed_oauth_scopes: [OPENID, email],
        prevent_user_existence_errors: ENABLED,
    };
}

fn a_variable_of_the_name_wins() {
    let email = cognito_cfn::UserAttribute::Email;
    const CODE: cognito_cfn::OAuthFlow = cognito_cfn::OAuthFlow::Code;
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows: [CODE],
        read_attributes: [email],
    };
}

fn main() {}
