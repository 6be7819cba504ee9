#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: [Sub("http://app.example.com/${Path}"), Sub("http://${Host}/"), Sub("http://app.example${Rest}/")],
        logout_urls: [Sub("http://localhost:${Port}/"), Sub("http://app.example.com:80/${Path}")],
    };
}
