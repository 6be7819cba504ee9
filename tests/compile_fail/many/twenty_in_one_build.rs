#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn main() {
    let _ = user_pool_client! {
        UserPoolId: Ref("User-Pool"),
        client_name: "",
        client_name: "web",
        generate_secret: 1,
        explicit_auth_flows: [AdminNoSrpAuth, AllowUserSrpAuth, Password],
        allowed_oauth_flows: [Implicit, Token],
        allowed_oauth_scopes: ["read", "a b/c"],
        callback_urls: ["http://example.com/#top", 5],
        logout_urls: "https://example.com/",
        default_redirect_uri: "https://example.com/ ",
        access_token_validity: 30,
        id_token_validity: 1.5,
        refresh_token_validity: 4000,
        auth_session_validity: 60,
        read_attributes: [Surname],
        write_attributes: [Sub, "role"],
        token_validity_units: { acces_token: Minutes },
        colour: 1,
    };
}
