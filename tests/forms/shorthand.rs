//! `client_name,` for `client_name: client_name`.

#![deny(warnings)]

use cognito_cfn::{CfnUserPoolClient, TimeUnit, user_pool_client};

#[test]
fn a_name_alone_is_a_local_of_that_name() {
    let (client_name, generate_secret, callback_urls) = ("web", true, ["https://a.example/"]);
    let (access_token, access_token_validity) = (TimeUnit::Minutes, 30);
    let depends_on = ["Google"];
    let shorthand = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name,
        generate_secret,
        callback_urls,
        access_token_validity,
        token_validity_units: { access_token },
        depends_on,
        prevent_user_existence_errors: Enabled
    };
    let written = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: "web",
        generate_secret: true,
        callback_urls: ["https://a.example/"],
        access_token_validity: 30,
        token_validity_units: { access_token: Minutes },
        depends_on: ["Google"],
        prevent_user_existence_errors: Enabled,
    };
    assert_eq!(shorthand, written);
}

#[test]
fn last_of_all_and_before_a_base() {
    fn last(client_name: &str) -> CfnUserPoolClient {
        user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: Enabled, client_name }
    }
    let logical_id = "Web";
    let client = user_pool_client! { logical_id, ..last("web") };
    assert_eq!((client.logical_id(), &client.client_name), ("Web", &Some("web".into())));
}

#[test]
fn options_are_absent_where_they_are_none() {
    let (client_name, description) = (None::<String>, Some("about"));
    let user_pool_id = "eu-west-1_a";
    let client = user_pool_client! { user_pool_id, client_name, description, prevent_user_existence_errors: Enabled };
    assert!(client.client_name.is_none() && client.description.is_some());
}
