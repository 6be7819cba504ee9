#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name = "web",
        generate_secret: "yes"
        logout_urls: [Sub("https://${Domain")],
        write_attributes: [Sub],
        colour: 1,
    };
}
