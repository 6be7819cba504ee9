//! `..base` and a bare `..`.

#![deny(warnings)]

use cognito_cfn::{CfnResource, CfnUserPoolClient, Json, json, user_pool_client};
use std::cell::RefCell;
use std::rc::Rc;

fn properties(client: &CfnUserPoolClient) -> Json {
    client.to_json()["Properties"].clone()
}

fn base() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Base",
        user_pool_id: Ref("UserPool"),
        client_name: "base",
        callback_urls: ["https://a.example/"],
        prevent_user_existence_errors: Enabled,
        token_validity_units: { access_token: Minutes },
        access_token_validity: 30,
        deletion_policy: Retain,
    }
}

#[test]
fn what_is_written_overrides_and_the_rest_is_of_the_base() {
    let base = base();
    let by_reference = user_pool_client! { client_name: "web", ..&base };
    let by_value = user_pool_client! { client_name: "web", ..base.clone() };
    assert_eq!(by_reference, by_value);
    let mut expected = base.clone();
    expected.client_name = Some("web".into());
    assert_eq!(by_value, expected);
    assert_eq!(by_value.logical_id(), "Base");
    assert_eq!(user_pool_client! { ..&base }, base);
    assert_eq!(user_pool_client! { logical_id: "Web", ..base }.logical_id(), "Web");
}

#[test]
fn none_is_absent_and_does_not_fall_back() {
    let nothing: Option<String> = None;
    let client =
        user_pool_client! { client_name: nothing, callback_urls: None::<Vec<&str>>, deletion_policy: None, ..base() };
    assert!(client.client_name.is_none() && client.callback_urls.is_none() && client.deletion_policy.is_none());
}

#[test]
fn a_block_is_replaced_as_a_whole() {
    let client = user_pool_client! { token_validity_units: { id_token: Hours }, access_token_validity: 2, ..base() };
    assert_eq!(properties(&client)["TokenValidityUnits"], json!({ "IdToken": "hours" }));
}

#[test]
fn entries_are_evaluated_before_the_base() {
    let order = RefCell::new(Vec::new());
    let log = |what: &'static str| {
        order.borrow_mut().push(what);
        what
    };
    let client = user_pool_client! {
        client_name: log("entry"),
        callback_urls: [format!("https://{}.example/", log("item"))],
        ..{ log("base"); base() }
    };
    assert_eq!(*order.borrow(), ["entry", "item", "base"]);
    assert_eq!(client.client_name, Some("entry".into()));
    // So the base can be moved after an entry has read it.
    let client = user_pool_client! { client_name: client.logical_id().to_owned(), ..client };
    assert_eq!(client.client_name, Some("Base".into()));
}

#[test]
fn a_base_is_any_expression() {
    struct Shared {
        client: CfnUserPoolClient,
    }
    impl Shared {
        fn client(&self) -> &CfnUserPoolClient {
            &self.client
        }
    }
    let (shared, is_web) = (Shared { client: base() }, true);
    let counted = Rc::new(base());
    let clients = [
        user_pool_client! { ..base() },
        user_pool_client! { ..(base()) },
        user_pool_client! { ..shared.client() },
        user_pool_client! { ..&shared.client },
        user_pool_client! { ..shared.client.clone() },
        user_pool_client! { ..&*counted },
        user_pool_client! { ..if is_web { base() } else { CfnUserPoolClient::default() } },
        user_pool_client! { ..match is_web { true => shared.client(), false => &counted } },
        user_pool_client! { ..{ let client = base(); client } },
        user_pool_client! { ..Shared { client: base() }.client },
        user_pool_client! { ..[base()][0].clone() },
        user_pool_client! { ..user_pool_client! { ..base() } },
        user_pool_client! { ..(|| base())() },
    ];
    assert!(clients.iter().all(|client| *client == base()));
    let fallible = || -> Result<CfnUserPoolClient, std::num::ParseIntError> {
        let of = |text: &str| {
            text.parse::<i64>().map(|number| CfnUserPoolClient { auth_session_validity: Some(number.into()), ..base() })
        };
        Ok(user_pool_client! { client_name: "web", ..of("5")? })
    };
    assert_eq!(fallible().expect("a number").auth_session_validity, Some(5.into()));
}

#[test]
fn what_the_methods_keep_is_of_the_base_and_the_line_is_its_own() {
    let pool = CfnResource::new("Pool", "AWS::Cognito::UserPool", json!({}));
    let mut base = base();
    base.add_property_override("ClientName", "over").expect("a path");
    base.add_dependency(&pool);
    let line = line!() + 1;
    let client = user_pool_client! { client_name: "web", ..base };
    assert_eq!(properties(&client)["ClientName"], "over");
    assert_eq!(client.to_json()["DependsOn"], json!(["Pool"]));
    assert_eq!(client.creation_stack().map(|location| location.line()), Some(line));
}

#[test]
fn the_place_in_the_tree_is_that_of_the_base_unless_the_logical_id_is_written() -> Result<(), cognito_cfn::Error> {
    let stack = cognito_cfn::Stack::new("s");
    let base =
        stack.scope("Auth")?.place("Client", user_pool_client! { user_pool_id: "eu-west-1_a", allow: [MI01] })?;
    let same = user_pool_client! { client_name: "web", ..&base };
    assert_eq!((same.logical_id(), same.node()), (base.logical_id(), base.node()));
    let other = user_pool_client! { logical_id: "Other", ..&base };
    assert_eq!(other.node().path(), "Other");
    Ok(())
}

#[test]
fn a_bare_rest_is_a_partial_client() {
    fn secure(name: &str) -> CfnUserPoolClient {
        user_pool_client! { client_name: name, prevent_user_existence_errors: Enabled, .. }
    }
    let empty = user_pool_client! { .. };
    assert_eq!(properties(&empty), Json::Null);
    let partial = secure("web");
    assert!(partial.user_pool_id.is_none());
    let errors: Vec<_> = partial.validate().iter().map(|finding| finding.code).collect();
    assert_eq!(errors, ["MI07"], "`validate` judges the value as it is");
    let client = user_pool_client! { user_pool_id: Ref("UserPool"), ..partial };
    assert!(client.validate().is_empty());
    assert_eq!(properties(&client)["ClientName"], "web");
}

#[test]
fn rules_about_something_missing_are_silent_where_the_base_may_have_it() {
    // Without a base, each of these declarations is an error or a warning.
    let _ = user_pool_client! { allowed_oauth_flows: [ClientCredentials], .. };
    let _ = user_pool_client! { access_token_validity: 30, .. };
    let _ = user_pool_client! { callback_urls: ["https://a.example/"], default_redirect_uri: "https://a.example/", .. };
    let _ = user_pool_client! { default_redirect_uri: "https://a.example/", ..base() };
    let _ = user_pool_client! { allowed_oauth_scopes: [Email], .. };
    let _ = user_pool_client! { refresh_token_rotation: { feature: Enabled }, ..base() };
}

#[test]
fn references_of_a_base_that_was_made_in_a_block_live_long_enough() {
    let names = [String::from("a"), String::from("b")];
    let clients: Vec<_> = names.iter().map(|name| user_pool_client! { client_name: name, ..&base() }).collect();
    assert_eq!(clients.len(), 2);
    let client = user_pool_client! { client_name: String::from("a").as_str(), ..&base() };
    assert_eq!(client.client_name, Some("a".into()));
}
