#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn of_another_enumeration() {
    let prod = true;
    let _ = user_pool_client! { allowed_oauth_flows: [prod.then_some(OpenId)], .. };
}

fn only_where_the_property_has_them() {
    let prod = true;
    let _ = user_pool_client! { client_name: prod.then_some(Code), callback_urls: [prod.then_some(Code)], .. };
}

fn string_to_be_parsed_into_what_is_not_known() {
    let flow = String::from("code");
    let _ = user_pool_client! { allowed_oauth_flows: [flow.parse().unwrap()], .. };
}

fn string_where_the_enumeration_is_closed() {
    let flow = String::from("code");
    let _ = user_pool_client! { allowed_oauth_flows: [flow], .. };
}

fn main() {}
