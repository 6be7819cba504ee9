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

/// A partial client, with which the other forms begin.
fn base() -> ::cognito_cfn::CfnUserPoolClient {
    ::cognito_cfn::user_pool_client! { prevent_user_existence_errors: Enabled, callback_urls: ["https://example.com/"], .. }
}

fn forms(is_prod: bool, client_name: &str) -> ::cognito_cfn::CfnUserPoolClient {
    let base = base();
    let pool = ::cognito_cfn::CfnResource::new("UserPool", "AWS::Cognito::UserPool", ::cognito_cfn::json!({}));
    ::cognito_cfn::user_pool_client! {
        user_pool_id: &pool,
        client_name,
        deletion_policy: if is_prod { Retain } else { "Delete" },
        explicit_auth_flows: [AllowRefreshTokenAuth, if is_prod { AllowUserSrpAuth } else { AllowUserPasswordAuth }],
        read_attributes: ::std::option::Option::Some([Email, Other(String::from("custom:role"))]),
        callback_urls: [..&base.callback_urls, "https://example.org/"],
        access_token_validity: Minutes(if is_prod { 5 } else { 60 }),
        id_token_validity: ::std::time::Duration::from_secs(3601),
        refresh_token_validity: match is_prod { true => Days(30), false => Ref("Days") },
        depends_on: [&pool],
        allow: [AF16],
        ..base
    }
}

macro_rules! with_defaults {
    ($base:expr, { $($name:ident: $value:expr),* $(,)? }) => {
        ::cognito_cfn::user_pool_client! { $($name: $value,)* ..$base }
    };
}

fn fallible(minutes: &str) -> ::std::result::Result<::cognito_cfn::CfnUserPoolClient, ::std::num::ParseIntError> {
    ::std::result::Result::Ok(::cognito_cfn::user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: minutes.parse::<u32>()?,
        token_validity_units: { access_token: Minutes },
    })
}

fn main() {
    ::std::assert!(CLIENT.validate().is_empty());
    ::std::assert!(forms(true, "web").validate().is_empty());
    let client = with_defaults!(&forms(false, "app"), { client_name: "web", access_token_validity: 30 });
    ::std::assert!(client.validate().is_empty());
    ::std::assert!(web("web").validate().is_empty());
    ::std::assert!(::std::matches!(fallible("30"), ::std::result::Result::Ok(_)));
}
