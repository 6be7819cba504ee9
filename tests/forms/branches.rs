//! Enum values, literals, lists and functions at the tails of `if`, `match`, blocks and parentheses, and enum values
//! anywhere in an expression.

#![deny(warnings)]

use cognito_cfn::{CfnUserPoolClient, ExplicitAuthFlow, Intrinsic, Json, OAuthFlow, json, user_pool_client};

#[derive(Clone, Copy, PartialEq)]
enum Stage {
    Dev,
    Test,
    Prod,
}

fn properties(client: &CfnUserPoolClient) -> Json {
    client.to_json()["Properties"].clone()
}

const STAGES: [Stage; 3] = [Stage::Dev, Stage::Test, Stage::Prod];

#[test]
fn an_enum_value_of_a_closed_enumeration() {
    for stage in STAGES {
        let (is_prod, name) = (stage == Stage::Prod, if stage == Stage::Prod { Some("prod") } else { None });
        let client = |value: Option<&str>, client: CfnUserPoolClient| {
            assert_eq!(properties(&client).get("PreventUserExistenceErrors").and_then(Json::as_str), value);
        };
        let expected = Some(if is_prod { "ENABLED" } else { "LEGACY" });
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: if is_prod { Enabled } else { Legacy } },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: if is_prod { "ENABLED" } else { Legacy } },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: (if is_prod { Enabled } else { Legacy }) },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: match stage { Stage::Prod => Enabled, Stage::Dev | Stage::Test => Legacy } },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: match stage { stage if stage == Stage::Prod => Enabled, _ => "LEGACY" } },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: match stage { Stage::Prod => { Enabled } _ => { let _ = 0; Legacy } } },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: { let is_live = is_prod; if is_live { Enabled } else { Legacy } } },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: if let Some(_) = name { Enabled } else { Legacy } },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: if let Stage::Prod = stage { Enabled } else if let Some("prod") = name { unreachable!() } else { Legacy } },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: if is_prod { Some(Enabled) } else { Some(Legacy) } },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: is_prod.then_some(Enabled).unwrap_or(Legacy) },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: [Legacy, Enabled][usize::from(is_prod)] },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: name.map_or(Legacy, |_| Enabled) },
        );
        client(
            expected,
            user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: if is_prod { std::convert::identity(Enabled) } else { Legacy } },
        );
        client(
            if is_prod { expected } else { None },
            user_pool_client! { user_pool_id: Ref("UserPool"), allow: [MI01], prevent_user_existence_errors: is_prod.then_some(Enabled) },
        );
        client(
            if is_prod { expected } else { None },
            user_pool_client! { user_pool_id: Ref("UserPool"), allow: [MI01], prevent_user_existence_errors: if is_prod { Some(Enabled) } else { None } },
        );
        client(
            if is_prod { expected } else { None },
            user_pool_client! { user_pool_id: Ref("UserPool"), allow: [MI01], prevent_user_existence_errors: name.and_then(|name| (name == "prod").then(|| Enabled)) },
        );
    }
}

#[test]
fn a_function_beside_an_enum_value() {
    for is_prod in [true, false] {
        let client = user_pool_client! {
            user_pool_id: if is_prod { Ref("Pool") } else { "eu-west-1_a" },
            prevent_user_existence_errors: if is_prod { Ref("Prevent") } else { Enabled },
            client_name: match is_prod { true => Sub("${AWS::StackName}-web"), false => "web" },
            access_token_validity: if is_prod { Ref("Hours") } else { 1 },
            generate_secret: if is_prod { If("HasSecret", true, NoValue) } else { false },
            callback_urls: if is_prod { Split(",", Ref("Urls")) } else { ["https://a.example/", "https://b.example/"] },
        };
        let expected = if is_prod {
            json!({
                "UserPoolId": { "Ref": "Pool" },
                "PreventUserExistenceErrors": { "Ref": "Prevent" },
                "ClientName": { "Fn::Sub": "${AWS::StackName}-web" },
                "AccessTokenValidity": { "Ref": "Hours" },
                "GenerateSecret": { "Fn::If": ["HasSecret", true, { "Ref": "AWS::NoValue" }] },
                "CallbackURLs": { "Fn::Split": [",", { "Ref": "Urls" }] },
            })
        } else {
            json!({
                "UserPoolId": "eu-west-1_a",
                "PreventUserExistenceErrors": "ENABLED",
                "ClientName": "web",
                "AccessTokenValidity": 1,
                "GenerateSecret": false,
                "CallbackURLs": ["https://a.example/", "https://b.example/"],
            })
        };
        assert_eq!(properties(&client), expected);
    }
}

#[test]
fn lists_of_different_lengths() {
    let flows_of = |client: CfnUserPoolClient| properties(&client)["ExplicitAuthFlows"].clone();
    let own = vec![ExplicitAuthFlow::AllowUserAuth];
    for stage in STAGES {
        let flows = flows_of(user_pool_client! {
            user_pool_id: Ref("UserPool"),
            prevent_user_existence_errors: Enabled,
            explicit_auth_flows: match stage {
                Stage::Dev => [AllowUserSrpAuth, AllowCustomAuth, "ALLOW_REFRESH_TOKEN_AUTH"],
                Stage::Test if own.is_empty() => [],
                Stage::Test => [..&own, AllowRefreshTokenAuth],
                Stage::Prod => [AllowUserSrpAuth, AllowRefreshTokenAuth],
            },
        });
        let expected = match stage {
            Stage::Dev => json!(["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
            Stage::Test => json!(["ALLOW_USER_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
            Stage::Prod => json!(["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]),
        };
        assert_eq!(flows, expected);
        // A tail that is another expression: all arms have its type.
        let flows = flows_of(user_pool_client! {
            user_pool_id: Ref("UserPool"),
            prevent_user_existence_errors: Enabled,
            explicit_auth_flows: if stage == Stage::Dev { own.clone() } else { vec![AllowUserSrpAuth, AllowRefreshTokenAuth] },
        });
        assert_eq!(flows.as_array().map(Vec::len), Some(if stage == Stage::Dev { 1 } else { 2 }));
    }
}

#[test]
fn ifs_within_lists() {
    for is_prod in [true, false] {
        for has_google in [true, false] {
            let client = user_pool_client! {
                user_pool_id: Ref("UserPool"),
                prevent_user_existence_errors: Enabled,
                supported_identity_providers: [
                    Cognito,
                    if is_prod { if has_google { Google } else { "Okta" } } else { Ref("Provider") },
                    match (is_prod, has_google) { (true, true) => Facebook, (_, false) => LoginWithAmazon, _ => "Saml" },
                    if has_google { Some(SignInWithApple) } else { None },
                    has_google.then_some(Google),
                ],
            };
            let third = match (is_prod, has_google) {
                (true, true) => "Facebook",
                (_, false) => "LoginWithAmazon",
                _ => "Saml",
            };
            let mut expected = vec![json!("COGNITO")];
            expected.push(match (is_prod, has_google) {
                (true, true) => json!("Google"),
                (true, false) => json!("Okta"),
                _ => json!({ "Ref": "Provider" }),
            });
            expected.push(third.into());
            if has_google {
                expected.extend(["SignInWithApple".into(), "Google".into()]);
            }
            assert_eq!(properties(&client)["SupportedIdentityProviders"], Json::Array(expected));
        }
    }
}

#[test]
fn tails_that_leave_are_left_alone() {
    fn client(stage: Option<Stage>) -> Option<CfnUserPoolClient> {
        Some(user_pool_client! {
            user_pool_id: Ref("UserPool"),
            prevent_user_existence_errors: match stage {
                Some(Stage::Prod) => Enabled,
                Some(Stage::Test) => panic!("no stage"),
                Some(Stage::Dev) => Legacy,
                None => return None,
            },
            allowed_oauth_flows: if stage.is_some() { [Code] } else { unreachable!() },
            allowed_oauth_flows_user_pool_client: if stage.is_some() { true } else { todo!() },
            allowed_oauth_scopes: [OpenId],
            callback_urls: ["https://a.example/"],
            supported_identity_providers: [Cognito],
        })
    }
    assert!(client(None).is_none() && client(Some(Stage::Dev)).is_some());
    let mut kept = Vec::new();
    for stage in STAGES {
        kept.push(user_pool_client! {
            user_pool_id: Ref("UserPool"),
            prevent_user_existence_errors: match stage {
                Stage::Dev => continue,
                Stage::Test => Enabled,
                Stage::Prod => break,
            },
        });
    }
    assert_eq!(kept.len(), 1);
}

#[test]
fn numbers_and_strings() {
    for is_prod in [true, false] {
        let hours = 2;
        let client = user_pool_client! {
            user_pool_id: Ref("UserPool"),
            prevent_user_existence_errors: Enabled,
            access_token_validity: if is_prod { 1 } else { hours },
            auth_session_validity: if is_prod { Some(3) } else { None },
            refresh_token_validity: match is_prod { true => 1_u8, false => 30 },
            client_name: if is_prod { "web".to_owned() } else { format!("web-{hours}") },
            condition: if is_prod { "IsProd" } else { "IsDev" },
            description: if is_prod { Some("about") } else { None },
            deletion_policy: if is_prod { Retain } else { Delete },
            update_replace_policy: match is_prod { true => "Retain", false => Delete },
            depends_on: if is_prod { vec!["A", "B"] } else { vec![] },
            generate_secret: if is_prod { true } else { false },
        };
        assert_eq!(client.to_json()["DeletionPolicy"], if is_prod { "Retain" } else { "Delete" });
        assert_eq!(client.to_json()["UpdateReplacePolicy"], if is_prod { "Retain" } else { "Delete" });
        assert_eq!(properties(&client)["AccessTokenValidity"], if is_prod { 1 } else { 2 });
    }
}

#[test]
fn items_of_your_own_are_written_with_a_path() {
    #[allow(non_upper_case_globals)]
    mod own {
        pub(super) const Enabled: cognito_cfn::PreventUserExistenceErrors =
            cognito_cfn::PreventUserExistenceErrors::Legacy;
    }
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: if true { own::Enabled } else { Enabled },
    };
    assert_eq!(properties(&client)["PreventUserExistenceErrors"], "LEGACY");
    // A method, a field and a member of a path are no enum values.
    #[allow(non_snake_case)]
    struct Settings {
        Code: OAuthFlow,
    }
    let settings = Settings { Code: OAuthFlow::Implicit };
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allowed_oauth_flows: vec![settings.Code, Code],
        allow: [OA08],
        callback_urls: ["https://a.example/"],
    };
    assert_eq!(properties(&client)["AllowedOAuthFlows"], json!(["implicit", "code"]));
}

#[test]
fn a_whole_list_in_rust() {
    let is_prod = true;
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allowed_oauth_scopes: vec![OpenId, Email, Other("orders/read".into())],
        explicit_auth_flows: [AllowUserSrpAuth, AllowCustomAuth]
            .into_iter()
            .filter(|flow| is_prod || *flow == AllowCustomAuth)
            .chain([AllowRefreshTokenAuth])
            .collect::<Vec<_>>(),
        allowed_oauth_flows: if is_prod { Some(vec![Code]) } else { None },
        allow: [OA08],
    };
    assert_eq!(properties(&client)["AllowedOAuthScopes"], json!(["openid", "email", "orders/read"]));
    assert_eq!(properties(&client)["ExplicitAuthFlows"].as_array().map(Vec::len), Some(3));
}

#[test]
fn functions_with_branches_as_arguments() {
    let is_prod = false;
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Join("-", ["web", if is_prod { "prod" } else { "dev" }]),
        prevent_user_existence_errors: If("Strict", Enabled, if is_prod { Enabled } else { Legacy }),
        default_redirect_uri: if is_prod { Intrinsic::reference("Url") } else { Ref("Other") },
    };
    assert_eq!(properties(&client)["ClientName"], json!({ "Fn::Join": ["-", ["web", "dev"]] }));
    assert_eq!(properties(&client)["PreventUserExistenceErrors"], json!({ "Fn::If": ["Strict", "ENABLED", "LEGACY"] }));
    assert_eq!(properties(&client)["DefaultRedirectURI"], json!({ "Ref": "Other" }));
}
