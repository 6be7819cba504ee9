//! A crate that forbids what it can, has no prelude, and declares in places other than a function's body.

#![no_implicit_prelude]
#![deny(warnings, clippy::pedantic)]
#![forbid(unsafe_code)]

use ::std::convert::From;
use ::std::string::String;
use ::std::sync::LazyLock;

static CLIENT: LazyLock<::cognito_cfn::CfnUserPoolClient> = LazyLock::new(|| {
    ::cognito_cfn::user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: String::from("web"),
        explicit_auth_flows: [AllowUserSrpAuth, "ALLOW_REFRESH_TOKEN_AUTH", If("A", AllowUserAuth, NoValue)],
        callback_urls: ["https://example.com/", Sub("${A}", { A: Join("", ["a", Ref("B")]) })],
        token_validity_units: { access_token: Minutes },
        refresh_token_rotation: If("A", { feature: Disabled }, NoValue),
        metadata: { "a": [1, null, { b: true }] },
        depends_on: ["A"],
        allow: [MI01],
    }
});

macro_rules! client {
    ($name:ident, $pool:expr, $url:literal, [$($flow:tt),*]) => {
        fn $name(client: &str) -> ::cognito_cfn::CfnUserPoolClient {
            ::cognito_cfn::user_pool_client! {
                user_pool_id: $pool,
                allow: [AF04],
                prevent_user_existence_errors: Enabled,
                client_name: client,
                callback_urls: [$url],
                explicit_auth_flows: [$($flow),*],
            }
        }
    };
}

client!(web, ::cognito_cfn::Intrinsic::reference("UserPool"), "https://example.com/", [AllowUserSrpAuth, "ALLOW_USER_AUTH"]);

fn fallible(minutes: &str) -> ::std::result::Result<::cognito_cfn::CfnUserPoolClient, ::std::num::ParseIntError> {
    ::std::result::Result::Ok(::cognito_cfn::user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: minutes.parse::<u32>()?,
        token_validity_units: { access_token: Minutes },
    })
}

fn base(pool: &::cognito_cfn::CfnResource, is_prod: bool) -> ::cognito_cfn::CfnUserPoolClient {
    ::cognito_cfn::user_pool_client! {
        user_pool_id: pool,
        prevent_user_existence_errors: if is_prod { Enabled } else { "LEGACY" },
        explicit_auth_flows: match is_prod {
            true if is_prod => [AllowUserSrpAuth, AllowRefreshTokenAuth],
            _ => [AllowUserSrpAuth],
        },
        supported_identity_providers: [Cognito, if is_prod { Google } else { Ref("Provider") }],
        access_token_validity: Minutes(if is_prod { 10 } else { 60 }),
        id_token_validity: ::std::time::Duration::from_secs(600),
        refresh_token_validity: if is_prod { Days(1) } else { Hours(12) },
        depends_on: [pool, "Google"],
        ..
    }
}

fn with_base(pool: &::cognito_cfn::CfnResource, client_name: &str) -> ::cognito_cfn::CfnUserPoolClient {
    let base = base(pool, true);
    let urls = ["https://a.example/"];
    ::cognito_cfn::user_pool_client! {
        client_name,
        callback_urls: [..urls, "https://b.example/", ..::std::option::Option::Some("https://c.example/")],
        logout_urls: [..&base.logout_urls],
        deletion_policy: ::std::option::Option::Some(Retain),
        ..&base
    }
}

fn main() {
    let pool = ::cognito_cfn::CfnResource::new("Pool", "AWS::Cognito::UserPool", ::cognito_cfn::json!({}));
    ::std::assert!(with_base(&pool, "web").validate().is_empty());
    ::std::assert!(CLIENT.validate().is_empty());
    ::std::assert!(web("web").validate().is_empty());
    ::std::assert!(::std::matches!(fallible("30"), ::std::result::Result::Ok(_)));
}
