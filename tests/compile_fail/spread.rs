#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn choice_between_lists() {
    let _ = user_pool_client! { callback_urls: ["https://a.com/", ..If("A", ["https://b.com/"], NoValue)], .. };
}

fn function_that_gives_a_list() {
    let _ = user_pool_client! { callback_urls: ["https://a.com/", ..Split(",", Ref("Urls"))], .. };
}

fn in_a_function() {
    let urls = ["https://a.com/"];
    let _ = user_pool_client! { client_name: Ref(..urls), .. };
}

fn in_json() {
    let tags = ["a"];
    let _ = user_pool_client! { metadata: { "tags": [..tags] }, .. };
}

fn items_are_checked() {
    let urls = ["https://a.com/"];
    let _ = user_pool_client! { callback_urls: ["http://b.com/", ..urls, ..["http://c.com/"]], .. };
}

fn nothing_after_the_dots() {
    let _ = user_pool_client! { callback_urls: ["https://a.com/", ..], .. };
}

fn no_list() {
    let _ = user_pool_client! { callback_urls: [.."https://a.com/"], .. };
}

fn of_another_type() {
    let ports = [80, 443];
    let name = String::from("https://a.com/");
    let flow = cognito_cfn::OAuthFlow::Code;
    let _ = user_pool_client! { callback_urls: [..ports], logout_urls: [..name], .. };
    let _ = user_pool_client! { allowed_oauth_flows: [..flow], allowed_oauth_flows_user_pool_client: true, .. };
}

fn main() {}
