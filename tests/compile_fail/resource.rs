#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn empty_logical_id() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        logical_id: "",
    };
}

fn function_for_a_dependency() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        depends_on: [Ref("GoogleProvider")],
    };
}

fn function_for_a_description() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        description: Sub("${AWS::Region}"),
    };
}

fn function_for_a_logical_id() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        logical_id: Ref("Name"),
    };
}

fn illegal_condition() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        condition: "Is Prod",
    };
}

fn illegal_dependency() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        depends_on: ["Google Provider"],
    };
}

fn illegal_logical_id() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        logical_id: "web-client",
    };
}

fn key_of_metadata() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        metadata: { 5: "five" },
    };
}

fn key_of_metadata_twice() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        metadata: { "a": 1, "a": 2 },
    };
}

fn key_of_metadata_without_value() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        metadata: { "a" },
    };
}

fn literal_of_metadata() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        metadata: { "a": 'a' },
    };
}

fn raw_of_nothing() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: Raw(),
    };
}

fn text_for_dependencies() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        depends_on: "GoogleProvider",
    };
}

fn main() {}
