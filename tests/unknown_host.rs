//! Where the macro does not know who runs it, rustc gets the copy for editors too, and must not mind it.

#![deny(warnings)]

use cognito_cfn::{Json, user_pool_client};
use pipeline_macros::expand;

#[test]
fn the_value_is_the_same_without_a_warning() {
    let stage = "dev";
    let urls = [String::from("https://example.com/")];
    macro_rules! both {
        ($($declaration:tt)*) => {
            [expand! { $($declaration)* }.to_json(), user_pool_client! { $($declaration)* }.to_json()]
        };
    }
    let values: [Json; 2] = both! {
        user_pool_id: Ref("UserPool"),
        client_name: format!("{stage}-web"),
        explicit_auth_flows: [AllowUserSrpAuth, "ALLOW_CUSTOM_AUTH", If("A", AllowUserAuth, NoValue), AllowRefreshTokenAuth],
        callback_urls: &urls,
        logout_urls: [Sub("https://${A}/", { A: Ref("B") }), stage],
        generate_secret: { stage == "prod" },
        token_validity_units: { access_token: Minutes },
        metadata: { "stage": stage, "list": [1, { a: null }] },
        depends_on: ["A"],
        allow: [MI01],
    };
    assert_eq!(values[0], values[1]);
}
