//! A crate that has the dependency under another name, and hands it on under a third.

mod building_blocks {
    pub use infra as cloud;
}

use infra::user_pool_client;

fn main() {
    let name = String::from("web");
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        client_name: &name,
        callback_urls: [Sub("https://${Domain}/", { Domain: Ref("Host") }), If("IsProd", "https://example.com/", NoValue)],
        token_validity_units: { access_token: Minutes },
        metadata: { "name": name.as_str() },
    };
    let same = building_blocks::cloud::user_pool_client! { user_pool_id: client.reference(), prevent_user_existence_errors: Enabled };
    println!("{} {}", client.to_json(), same.to_json());
}
