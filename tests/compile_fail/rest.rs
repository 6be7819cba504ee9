#![allow(deprecated)]

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

fn base() -> CfnUserPoolClient {
    user_pool_client! { user_pool_id: Ref("UserPool"), .. }
}

fn entry_after_the_base() {
    let _ = user_pool_client! {
        ..base(),
        client_name: "web",
    };
}

fn entry_after_bare_dots() {
    let _ = user_pool_client! {
        ..
        client_name: "web",
    };
}

fn in_a_block() {
    let _ = user_pool_client! {
        token_validity_units: { access_token: Minutes, ..base() },
        ..base()
    };
}

fn no_client() {
    let _ = user_pool_client! { client_name: "web", ..Some(base()) };
}

fn no_value_of_its_own() {
    let _ = user_pool_client! { client_name: "web", ..base(). };
}

fn second_base() {
    let _ = user_pool_client! {
        client_name: "web",
        ..base(),
        ..base()
    };
}

fn what_is_written_is_checked() {
    let _ = user_pool_client! {
        client_name: "",
        allowed_oauth_flows: [Code, ClientCredentials],
        token_validity_units: { access_tokens: Minutes },
        ..base()
    };
}

fn what_the_base_must_not_have_is_not_known() {
    let _ = user_pool_client! { client_nam: "web", ..base() };
}

fn main() {}
