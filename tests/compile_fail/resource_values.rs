#![allow(deprecated)]

use cognito_cfn::{CfnResource, user_pool_client};

fn pool() -> CfnResource {
    CfnResource::new("Pool", "AWS::Cognito::UserPool", cognito_cfn::json!({}))
}

fn by_value() {
    let _ = user_pool_client! { user_pool_id: pool(), depends_on: [pool()], .. };
    let _ = user_pool_client! { user_pool_id: Ref(pool()), .. };
}

fn no_resource() {
    let number = 5;
    let _ = user_pool_client! { user_pool_id: &number, depends_on: [&number], .. };
    let _ = user_pool_client! { user_pool_id: Ref(&number), .. };
}

fn where_no_string_belongs() {
    let _ = user_pool_client! { generate_secret: &pool(), logical_id: &pool(), condition: &pool(), .. };
}

fn main() {}
