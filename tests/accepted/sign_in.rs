//! Flows, scopes, providers and attributes that go together.

#![deny(warnings)]

use cognito_cfn::user_pool_client;

#[test]
fn compile_without_a_warning() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [AF03],
        prevent_user_existence_errors: Enabled,
        // Older words alone.
        explicit_auth_flows: [AdminNoSrpAuth, CustomAuthFlowOnly, UserPasswordAuth],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [AF16],
        prevent_user_existence_errors: Enabled,
        explicit_auth_flows: [AllowUserAuth, AllowUserSrpAuth, AllowUserPasswordAuth, AllowAdminUserPasswordAuth, AllowCustomAuth, AllowRefreshTokenAuth],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [AF09],
        prevent_user_existence_errors: Enabled,
        explicit_auth_flows: ["ALLOW_TOKEN_EXCHANGE_DELEGATION", "ALLOW_REFRESH_TOKEN_AUTH"],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [AF05],
        prevent_user_existence_errors: Enabled,
        explicit_auth_flows: [],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        explicit_auth_flows: [AllowUserSrpAuth],
        refresh_token_rotation: { feature: Enabled },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        explicit_auth_flows: [AllowRefreshTokenAuth],
        refresh_token_rotation: { feature: Disabled },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [RR08],
        prevent_user_existence_errors: Enabled,
        explicit_auth_flows: [AdminNoSrpAuth],
        refresh_token_rotation: { feature: Enabled },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        explicit_auth_flows: [AllowUserSrpAuth, If("Rotates", NoValue, AllowRefreshTokenAuth)],
        refresh_token_rotation: If("Rotates", { feature: Enabled }, NoValue),
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        explicit_auth_flows: [AllowRefreshTokenAuth],
        refresh_token_rotation: { feature: Ref("Rotation") },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        generate_secret: true,
        allowed_oauth_flows: [ClientCredentials],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: ["orders/read", "https://api.example.com/orders/write"],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [OA04, OA08],
        prevent_user_existence_errors: Enabled,
        // Whether a scope of the service itself is taken is not known.
        generate_secret: true,
        allowed_oauth_flows: [ClientCredentials],
        allowed_oauth_scopes: [CognitoAdmin],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [OA08],
        prevent_user_existence_errors: Enabled,
        generate_secret: If("IsService", true, false),
        allowed_oauth_flows: If("IsService", [ClientCredentials], [Code]),
        callback_urls: If("IsService", NoValue, ["https://example.com/"]),
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [OA08],
        prevent_user_existence_errors: Enabled,
        generate_secret: Ref("HasSecret"),
        allowed_oauth_flows: [ClientCredentials],
        enable_propagate_additional_user_context_data: true,
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [OA08, OA13],
        prevent_user_existence_errors: Enabled,
        // Flows without the switch are stored and do nothing: no error.
        allowed_oauth_flows: [Code, Implicit],
        allowed_oauth_scopes: [OpenId, Email, Phone, Profile, CognitoAdmin],
        callback_urls: ["https://example.com/"],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allowed_oauth_flows_user_pool_client: false,
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allowed_oauth_flows: Ref("Flows"),
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: Ref("Scopes"),
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [OA08],
        prevent_user_existence_errors: Enabled,
        allowed_oauth_flows: [Code],
        callback_urls: Split(",", Ref("Urls")),
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [IP03],
        prevent_user_existence_errors: Enabled,
        supported_identity_providers: [Cognito, Facebook, Google, LoginWithAmazon, SignInWithApple, "My SAML", "google", "プロバイダ", Ref("Okta")],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [AT12],
        prevent_user_existence_errors: Enabled,
        read_attributes: [Email, EmailVerified, PhoneNumberVerified, Sub, "sub", "custom:role", "dev:custom:role", "identities", "cognito:user_status"],
        write_attributes: [Email, UpdatedAt, Address, "zoneinfo", "custom:role"],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [AT08, AT09],
        prevent_user_existence_errors: Enabled,
        read_attributes: [],
        write_attributes: [],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: true,
        enable_propagate_additional_user_context_data: true,
        enable_token_revocation: false,
        prevent_user_existence_errors: Legacy,
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [AN03],
        prevent_user_existence_errors: Enabled,
        analytics_configuration: { role_arn: "arn:aws:iam::123456789012:role/r" },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [AN03],
        prevent_user_existence_errors: Enabled,
        analytics_configuration: {},
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        analytics_configuration: { application_id: Ref("App") },
    };
}
