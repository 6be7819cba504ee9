//! A code in `allow` that this version does not have: a warning like any other, and the other codes count.

#![deny(warnings)]

use cognito_cfn::user_pool_client;

#[test]
#[allow(deprecated)]
fn compile_with_a_warning() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [ZZ99, MI01, OA01, OA09],
    };
    assert_eq!(client.allow, ["MI01"]);
    assert!(client.validate().is_empty());
}
