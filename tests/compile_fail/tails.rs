#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn arms_of_other_types() {
    let (prod, urls) = (true, vec![String::from("https://a.com/")]);
    let _ = user_pool_client! { callback_urls: if prod { ["https://a.com/"] } else { urls }, .. };
}

fn every_arm_lacks_what_another_property_has() {
    let prod = true;
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        allowed_oauth_flows: if prod { [Code] } else { [Implicit] },
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId],
    };
}

fn misspelt() {
    let prod = true;
    let _ = user_pool_client! {
        prevent_user_existence_errors: if prod { Enable } else { "legacy" },
        allowed_oauth_flows: match prod { true => [Cod], _ => Code },
        client_name: { Reff("Name") },
        ..
    };
}

fn no_else() {
    let prod = true;
    let _ = user_pool_client! { prevent_user_existence_errors: if prod { Enabled }, .. };
}

fn of_another_kind() {
    let prod = true;
    let _ = user_pool_client! {
        generate_secret: if prod { "yes" } else { false },
        client_name: match prod { true => Split(",", "a,b"), false => "a" },
        logical_id: if prod { "A-B" } else { "C" },
        ..
    };
}

fn out_of_range_in_one_arm() {
    let prod = true;
    let _ = user_pool_client! {
        auth_session_validity: if prod { 3 } else { 16 },
        callback_urls: if prod { ["http://a.com/"] } else { [] },
        logout_urls: [if prod { "https://a.com/ b" } else { Ref("Url") }],
        ..
    };
}

fn main() {}
