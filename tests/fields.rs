//! Fields that are set to what the macro accepts.

use cognito_cfn::{
    CfnResource, CfnUserPoolClient, IdentityProvider, Intrinsic, List, OAuthFlow, OAuthScope, Resource, Value, json,
    user_pool_client,
};
use std::borrow::Cow;

#[test]
fn strings() {
    let owned = String::from("web");
    let values: [Value<String>; 6] = [
        "web".into(),
        owned.clone().into(),
        (&owned).into(),
        Cow::Borrowed("web").into(),
        Box::<str>::from("web").into(),
        Value::Literal(owned),
    ];
    assert!(values.iter().all(|value| value.literal().is_some_and(|text| text == "web")));
}

#[test]
fn integers() {
    let values: [Value<i64>; 10] = [
        30.into(),
        30_i8.into(),
        30_i16.into(),
        30_i32.into(),
        30_i64.into(),
        30_u8.into(),
        30_u16.into(),
        30_u32.into(),
        30_u64.into(),
        30_usize.into(),
    ];
    assert!(values.iter().all(|value| value.literal() == Some(&30)));
    // What does not fit is out of every range, and `validate` reports it.
    let client = CfnUserPoolClient { access_token_validity: Some(u64::MAX.into()), ..Default::default() };
    assert_eq!(client.access_token_validity, Some(Value::Literal(i64::MAX)));
    assert!(
        client.validate().iter().any(|finding| finding.path.as_str() == "access_token_validity"),
        "{:?}",
        client.validate()
    );
}

#[test]
fn functions() {
    let pool = Intrinsic::reference("Pool");
    let client = CfnUserPoolClient {
        user_pool_id: Some((&pool).into()),
        access_token_validity: Some((&pool).into()),
        callback_urls: Some((&pool).into()),
        allowed_oauth_flows: Some(pool.clone().into()),
        ..Default::default()
    };
    let json = client.to_json();
    for property in ["UserPoolId", "AccessTokenValidity", "CallbackURLs", "AllowedOAuthFlows"] {
        assert_eq!(json["Properties"][property], json!({ "Ref": "Pool" }), "{property}");
    }
}

#[test]
fn resources() {
    let pool = CfnResource::new("Pool", "AWS::Cognito::UserPool", json!({}));
    let dynamic: &dyn Resource = &pool;
    let client = CfnUserPoolClient {
        user_pool_id: Some((&pool).into()),
        client_name: Some(dynamic.into()),
        supported_identity_providers: Some([&pool].into()),
        ..Default::default()
    };
    let json = client.to_json();
    assert_eq!(json["Properties"]["UserPoolId"], json!({ "Ref": "Pool" }));
    assert_eq!(json["Properties"]["ClientName"], json!({ "Ref": "Pool" }));
    assert_eq!(json["Properties"]["SupportedIdentityProviders"], json!([{ "Ref": "Pool" }]));
}

#[test]
fn lists_of_strings() {
    let owned = vec![String::from("a"), String::from("b")];
    let lists: [List<String>; 9] = [
        vec!["a", "b"].into(),
        ["a", "b"].into(),
        (&["a", "b"]).into(),
        ["a", "b"][..].into(),
        (&vec!["a", "b"]).into(),
        owned.clone().into(),
        owned.as_slice().into(),
        (&owned).into(),
        vec![Value::from("a"), Value::from("b")].into(),
    ];
    assert!(lists.iter().all(|list| json!(list) == json!(["a", "b"])), "{lists:?}");
    let with_gaps: List<String> = [Some("a"), None, Some("b")].into();
    assert_eq!(json!(with_gaps), json!(["a", "b"]));
    let with_function: List<String> = vec![Value::from("a"), Intrinsic::reference("B").into()].into();
    assert_eq!(json!(with_function), json!(["a", { "Ref": "B" }]));
    assert_eq!(json!(List::<String>::from(Vec::<String>::new())), json!([]));
}

#[test]
fn lists_of_enum_values() {
    let flows: [List<OAuthFlow>; 4] = [
        vec![OAuthFlow::Code].into(),
        [OAuthFlow::Code].into(),
        OAuthFlow::VALUES[1..2].into(),
        vec![Value::from(OAuthFlow::Code)].into(),
    ];
    assert!(flows.iter().all(|list| json!(list) == json!(["code"])), "{flows:?}");
    // Open enumerations have a value for every string, and know their own.
    let names = vec![String::from("openid"), String::from("orders/read")];
    let scopes: [List<OAuthScope>; 4] =
        [names.clone().into(), (&names).into(), vec!["openid", "orders/read"].into(), names.as_slice().into()];
    let expected = [OAuthScope::OpenId, OAuthScope::Other("orders/read".into())];
    for list in scopes {
        let literals: Vec<_> = list.literal().expect("a list").iter().map(Value::literal).collect();
        assert_eq!(literals, [Some(&expected[0]), Some(&expected[1])]);
    }
    let provider: Value<IdentityProvider> = "COGNITO".into();
    assert_eq!(provider, Value::Literal(IdentityProvider::Cognito));
}

#[test]
fn a_field_that_is_set_is_the_property_of_a_declaration() {
    #![allow(deprecated, reason = "what is declared here may have warnings")]
    let mut client = user_pool_client! { user_pool_id: Ref("Pool") };
    client.client_name = Some("web".into());
    client.callback_urls = Some(["https://app.example.com/"].into());
    client.allowed_oauth_flows = Some([OAuthFlow::Code].into());
    client.allowed_oauth_scopes = Some(["openid", "orders/read"].into());
    client.allowed_oauth_flows_user_pool_client = Some(true.into());
    client.refresh_token_validity = Some(7_u32.into());
    let declared = user_pool_client! {
        user_pool_id: Ref("Pool"),
        client_name: "web",
        callback_urls: ["https://app.example.com/"],
        allowed_oauth_flows: [Code],
        allowed_oauth_scopes: [OpenId, "orders/read"],
        allowed_oauth_flows_user_pool_client: true,
        refresh_token_validity: 7,
    };
    assert_eq!(client, declared);
}

#[test]
fn a_client_prints_what_is_set() {
    let client = user_pool_client! {
        logical_id: "Web",
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allow: [MI01],
    };
    for printed in [format!("{client:?}"), format!("{client:#?}")] {
        for set in ["\"Web\"", "MI01", "\"UserPoolId\"", "\"Ref\": \"UserPool\"", "\"ENABLED\""] {
            assert!(printed.contains(set), "{printed}");
        }
        assert!(!printed.contains("ClientName") && !printed.contains("None"), "{printed}");
    }
}
