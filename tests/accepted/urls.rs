//! URLs that Cognito takes, or of which it is not known.

#![deny(warnings)]

use cognito_cfn::user_pool_client;

#[test]
fn compile_without_a_warning() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [UR06, UR09, UR23],
        prevent_user_existence_errors: Enabled,
        callback_urls: [
            "http://localhost", "http://localhost:5173/callback", "http://localhost/a?b=c",
            "http://127.0.0.1:3000/", "http://[::1]", "http://[::1]:8080/callback",
            "https://example.com", "https://app.example.com/callback?x=1", "myapp://callback", "com.example.app:/oauth",
            "https://例え.テスト/コールバック", "{{resolve:ssm:/app/callback}}",
        ],
        logout_urls: ["http://localhost:5173/", "http://127.0.0.1/", "http://[::1]/", "myapp://out", "https://example.com/#top"],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        callback_urls: ["https://a.example.com/", Ref("Callback")],
        default_redirect_uri: "https://b.example.com/",
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [UR19],
        prevent_user_existence_errors: Enabled,
        // Without a callback URL nothing is known of it.
        default_redirect_uri: "https://example.com/",
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        callback_urls: If("IsProd", ["https://a.example.com/"], ["https://b.example.com/"]),
        default_redirect_uri: If("IsProd", "https://a.example.com/", "https://b.example.com/"),
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        callback_urls: If("IsProd", ["https://a.example.com/"], ["https://b.example.com/"]),
        default_redirect_uri: "https://a.example.com/",
        allow: [UR18],
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        callback_urls: [Sub("http://${Host}/")],
    };
}
