#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn cloudformation_text_without_quotes() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: ENABLED,
    };
}

fn far() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Sometimes,
    };
}

fn name_without_quotes() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        supported_identity_providers: [Okta],
    };
}

fn near() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: [AllowUserSrpAth],
    };
}

fn near_among_names() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        supported_identity_providers: [Gogle],
    };
}

fn near_text() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: ["ALLOW_USER_SRP"],
    };
}

fn unknown_attribute() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        read_attributes: [Surname],
    };
}

fn unknown_feature() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        refresh_token_rotation: { feature: On },
    };
}

fn unknown_policy() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        deletion_policy: Keep,
    };
}

fn unknown_scope() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: [OpenID],
    };
}

fn unknown_unit() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        token_validity_units: { access_token: Weeks },
    };
}

fn word_in_quotes() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows: ["Code"],
        callback_urls: ["https://example.com/"],
    };
}

fn main() {}
