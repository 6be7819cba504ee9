//! Enum values by their names within expressions of Rust.

#![deny(warnings)]
#![warn(clippy::pedantic)]
#![allow(unused_qualifications, reason = "a path is one of the forms")]
#![allow(clippy::unnecessary_literal_unwrap, clippy::vec_init_then_push, reason = "forms of expressions")]

use cognito_cfn::{DeletionPolicy, Intrinsic, OAuthFlow, OAuthScope, json, user_pool_client};

/// The names of others are those of variants as well.
mod own {
    #[derive(Clone, Copy, PartialEq)]
    pub(super) enum Stage {
        Code,
        Legacy,
    }
}

#[allow(non_upper_case_globals, reason = "an item of the user's own")]
const Code: OAuthFlow = OAuthFlow::Implicit;

#[test]
fn a_name_is_the_variant_at_any_depth() {
    let (legacy, stage, count) = (true, "prod", 2);
    let other = String::from("orders/read");
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Some(if legacy { Legacy } else { Enabled }).filter(|errors| *errors != Enabled),
        explicit_auth_flows: {
            let mut flows = vec![AllowRefreshTokenAuth];
            if stage == "prod" {
                flows.push(AllowUserSrpAuth);
            }
            flows
        },
        allowed_oauth_flows: [legacy.then_some(Code), (count > 3).then_some(Implicit)],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId, OpenId, Email].into_iter().skip(1).chain([Other(other)]).collect::<Vec<_>>(),
        supported_identity_providers: If("A", Some([Cognito, Google]), NoValue),
        callback_urls: ["https://example.com/"],
        token_validity_units: { access_token: Some(Minutes), id_token: if legacy { Some(Hours) } else { None } },
        refresh_token_rotation: If("B", { feature: Some(Disabled) }, NoValue),
        read_attributes: vec![Some(Email), None::<cognito_cfn::UserAttribute>],
        deletion_policy: (stage == "prod").then_some(Retain),
    };
    assert_eq!(
        client.to_json()["Properties"],
        json!({
            "AllowedOAuthFlows": ["code"],
            "AllowedOAuthFlowsUserPoolClient": true,
            "AllowedOAuthScopes": ["openid", "email", "orders/read"],
            "CallbackURLs": ["https://example.com/"],
            "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
            "PreventUserExistenceErrors": "LEGACY",
            "ReadAttributes": ["email"],
            "RefreshTokenRotation": { "Fn::If": ["B", { "Feature": "DISABLED" }, { "Ref": "AWS::NoValue" }] },
            "SupportedIdentityProviders": { "Fn::If": ["A", ["COGNITO", "Google"], { "Ref": "AWS::NoValue" }] },
            "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "hours" },
            "UserPoolId": { "Ref": "UserPool" },
        })
    );
    assert_eq!(client.to_json()["DeletionPolicy"], "Retain");
}

#[test]
fn an_item_of_the_users_own_is_written_with_a_path() {
    use own::Stage;
    let stage = Stage::Code;
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_flows: [Some(self::Code), (stage == own::Stage::Legacy).then_some(Code)],
        prevent_user_existence_errors: Some(if stage == Stage::Legacy { Legacy } else { Enabled }),
        ..
    };
    assert_eq!(json!(client.allowed_oauth_flows), json!(["implicit"]));
    assert_eq!(json!(client.prevent_user_existence_errors), json!("ENABLED"));
}

#[test]
fn names_that_are_no_values_stay_what_they_are() {
    struct Flows {
        code: OAuthFlow,
    }
    impl Flows {
        #[allow(non_snake_case, reason = "like a variant")]
        fn Code(&self) -> OAuthFlow {
            self.code
        }
    }
    #[allow(non_snake_case, reason = "like a variant")]
    fn Implicit() -> OAuthFlow {
        OAuthFlow::Implicit
    }
    macro_rules! ClientCredentials {
        () => {
            OAuthFlow::ClientCredentials
        };
    }
    let (code, flows) = (OAuthFlow::Code, Flows { code: OAuthFlow::Code });
    let client = user_pool_client! {
        allowed_oauth_flows: [flows.Code(), Some(Implicit()).unwrap_or(code), Some(ClientCredentials!()).unwrap()],
        ..
    };
    assert_eq!(json!(client.allowed_oauth_flows), json!(["code", "implicit", "client_credentials"]));
}

#[test]
fn a_name_that_comes_to_nothing_is_no_unused_import() {
    let client = user_pool_client! {
        allowed_oauth_flows: [Some(stringify!(Implicit)).map(|_| OAuthFlow::Code)],
        ..
    };
    assert_eq!(json!(client.allowed_oauth_flows), json!(["code"]));
}

macro_rules! wrapped {
    ($flow:expr, $scope:ident, $policy:tt) => {
        user_pool_client! {
            allowed_oauth_flows: [$flow, Some(Implicit)],
            allowed_oauth_scopes: [Some($scope)],
            deletion_policy: Some($policy),
            ..
        }
    };
}

#[test]
fn a_macro_passes_names_and_adds_its_own() {
    let client = wrapped!(Some(Code), OpenId, Retain);
    assert_eq!(json!(client.allowed_oauth_flows), json!(["code", "implicit"]));
    assert_eq!(json!(client.allowed_oauth_scopes), json!(["openid"]));
    assert_eq!(client.deletion_policy, Some(DeletionPolicy::Retain.into()));
}

fn constant<const CODE: bool>(scopes: &[OAuthScope]) -> cognito_cfn::CfnUserPoolClient {
    let has = |scope| scopes.contains(&scope);
    user_pool_client! {
        user_pool_id: Intrinsic::reference("UserPool"),
        allowed_oauth_flows: [CODE.then_some(Code)],
        allowed_oauth_scopes: [has(OAuthScope::Phone).then_some(Phone), OpenId],
        ..
    }
}

#[test]
fn generic_functions_and_closures_name_them() {
    assert_eq!(json!(constant::<true>(&[]).allowed_oauth_flows), json!(["code"]));
    let make = |is_legacy: bool| {
        user_pool_client! {
            prevent_user_existence_errors: is_legacy.then_some(Legacy),
            ..
        }
    };
    assert_eq!(json!(make(true).prevent_user_existence_errors), json!("LEGACY"));
}
