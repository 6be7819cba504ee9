//! An app in the browser: no secret, the code flow, and sign-in by SRP.
//!
//! `cargo run --example single_page_app` prints the template in YAML.

use cognito_cfn::{CfnResource, Error, Output, Parameter, Stack, json, user_pool_client};

fn main() -> Result<(), Error> {
    let pool = CfnResource::new(
        "UserPool",
        "AWS::Cognito::UserPool",
        json!({ "UsernameAttributes": ["email"], "AutoVerifiedAttributes": ["email"] }),
    );
    // Managed login runs under this domain.
    let domain = CfnResource::new(
        "SignIn",
        "AWS::Cognito::UserPoolDomain",
        json!({ "Domain": "example-sign-in", "UserPoolId": pool.reference() }),
    );
    let client = user_pool_client! {
        logical_id: "WebClient",
        user_pool_id: pool.reference(),
        client_name: "web",

        explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId, Email, Profile],
        callback_urls: [Sub("https://${Domain}/callback"), "http://localhost:5173/callback"],
        logout_urls: [Sub("https://${Domain}/"), "http://localhost:5173/"],
        supported_identity_providers: [Cognito],

        access_token_validity: 30,
        id_token_validity: 30,
        refresh_token_validity: 7,
        token_validity_units: { access_token: Minutes, id_token: Minutes, refresh_token: Days },
        enable_token_revocation: true,
        prevent_user_existence_errors: Enabled,
    };
    let id = client.reference();

    let mut stack = Stack::new("web");
    stack
        .description("Sign-in for the web app")
        .parameter("Domain", Parameter::string().default("app.example.com"))?
        .add(pool)?
        .add(domain)?
        .add(client)?
        .output("ClientId", Output::new(id).description("What the app is configured with"))?;
    let template = stack.synth()?;
    template.print_warnings();
    print!("{}", template.to_yaml());
    Ok(())
}
