//! Rust expressions of every form, in every kind of property.

#![deny(warnings)]
#![allow(unused_qualifications, reason = "a path is one of the forms")]
#![allow(
    clippy::field_reassign_with_default,
    clippy::let_and_return,
    clippy::nonminimal_bool,
    reason = "blocks and operators of every kind are among the forms"
)]

use cognito_cfn::user_pool_client;

const URL: &str = "https://example.com/";

#[test]
fn compile_without_a_warning() {
    use cognito_cfn::{
        DeletionPolicy, ExplicitAuthFlow, OAuthScope, PreventUserExistenceErrors, RefreshTokenRotationFeature,
    };
    use cognito_cfn::{IdentityProvider, TimeUnit, TokenValidityUnits, UserAttribute};
    const PREVENT: PreventUserExistenceErrors = PreventUserExistenceErrors::Enabled;
    const HOURS: i64 = 4;
    let (stage, id, url, hours, grace) = ("dev", String::from("WebClient"), "https://example.com", 1, 5);
    let urls = vec![String::from("https://example.com/callback")];
    let names = ["email", "custom:role"];
    let flow = ExplicitAuthFlow::AllowUserAuth;
    let feature = RefreshTokenRotationFeature::Enabled;
    let scopes = [OAuthScope::OpenId, OAuthScope::Other("orders/read".into())];
    struct Settings {
        pool: &'static str,
    }
    let settings = Settings { pool: "eu-west-1_a" };
    let (provider, provider_name) = (IdentityProvider::Google, "Okta");

    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        logical_id: id,
        client_name: format!("{stage}-web"),
        generate_secret: stage == "prod",
        access_token_validity: if stage == "prod" { 1 } else { 2 },
        id_token_validity: Some(1_u8),
        refresh_token_validity: None::<i64>,
        auth_session_validity: match stage { "prod" => 3, _ => 15 },
        callback_urls: urls.clone(),
        logout_urls: ["https://example.com/".to_owned(), url.to_string(), format!("{url}/out")],
        explicit_auth_flows: [ExplicitAuthFlow::AllowUserSrpAuth, flow, cognito_cfn::ExplicitAuthFlow::AllowCustomAuth],
        allowed_oauth_scopes: scopes,
        supported_identity_providers: [Cognito, provider, "Okta", String::from("SAML"), Some("Facebook"), None::<&str>],
        read_attributes: vec![UserAttribute::Email, UserAttribute::Other("custom:role".into())],
        write_attributes: &names,
        prevent_user_existence_errors: PREVENT,
        token_validity_units: TokenValidityUnits { access_token: Some(TimeUnit::Hours.into()), ..TokenValidityUnits::default() },
        refresh_token_rotation: { feature: feature, retry_grace_period_seconds: grace + 5 },
        depends_on: [stage, "Google"],
        condition: stage,
        deletion_policy: DeletionPolicy::Retain,
        description: format!("client of {stage}"),
        metadata: { stage: stage, "list": [1, 2.5, -3, true, null, Ref("A"), { nested: NoValue }] },
    };
    let _ = user_pool_client! {
        user_pool_id: settings.pool,
        prevent_user_existence_errors: Enabled,
        client_name: { let name = stage; name },
        callback_urls: urls.iter().map(|url: &String| format!("{url}?a=b")).collect::<Vec<String>>(),
        logout_urls: urls.iter().filter(|url| url.len() > 3).map(|url| url.as_str()).collect::<Vec<_>>(),
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        client_name: Join("-", [stage, Ref("Name"), format!("web")]),
        callback_urls: [Sub(format!("https://${{Domain}}/{stage}")), Sub("${A}", { A: stage })],
        access_token_validity: If(stage, hours, 2),
        supported_identity_providers: If("C", [provider_name], None::<Vec<String>>),
        metadata: { "n": hours },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: HOURS,
        generate_secret: !false,
        id_token_validity: hours as i64 * 2,
        callback_urls: [URL, { URL }, (URL), URL],
        client_name: (URL),
    };
    let (yes, no, some, flow_of_mine) = (true, false, 2_usize, ExplicitAuthFlow::AllowUserAuth);
    let _ = user_pool_client! {
        /// A comment of documentation says nothing.
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        generate_secret: yes || no,
        enable_token_revocation: no || yes && !no,
        access_token_validity: 1 << 2,
        id_token_validity: some,
        refresh_token_validity: 1024 >> 6 | 1,
        callback_urls: ["https://example.com/"; 2],
        explicit_auth_flows: vec![AllowUserSrpAuth, flow_of_mine, "ALLOW_CUSTOM_AUTH"],
        supported_identity_providers: vec![String::from("Okta"); 2],
        logout_urls: if yes || no { vec!["a://b"] } else { vec![] },
        token_validity_units: { let mut units = TokenValidityUnits::default(); units.id_token = Some(TimeUnit::Hours.into()); units },
        refresh_token_rotation: If("A", { feature: Enabled, retry_grace_period_seconds: 3 }, NoValue),
        condition: yes.then_some("IsProd"),
        description: None::<String>,
        depends_on: yes.then(|| vec!["A"]),
        metadata: { "if": If("A", 1, { "b": [true] }), n: 9223372036854775807, m: 18446744073709551615, f: -1.5, r#type: None },
    };
    let _ = user_pool_client! { user_pool_id: Ref("UserPool"), metadata: None, deletion_policy: None, prevent_user_existence_errors: Enabled };
}
