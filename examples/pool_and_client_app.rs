//! An app that the `cdk` command line deploys.
//!
//! `npx cdk deploy --app "cargo run --example pool_and_client_app"`

use cognito_cfn::{App, CfnResource, Error, Output, RemovalPolicy, Stack, json, user_pool_client};

fn main() -> Result<(), Error> {
    let mut stack = Stack::new("identity");
    stack.description("Who may sign in, and from where");

    let mut pool = CfnResource::new(
        "UserPool",
        "AWS::Cognito::UserPool",
        json!({ "UsernameAttributes": ["email"], "AutoVerifiedAttributes": ["email"] }),
    );
    pool.apply_removal_policy(RemovalPolicy::Retain)?;
    let client = user_pool_client! {
        logical_id: "WebClient",
        user_pool_id: pool.reference(),
        client_name: "web",
        explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
        prevent_user_existence_errors: Enabled,
        access_token_validity: 30,
        token_validity_units: { access_token: Minutes },
    };
    let output = Output::new(client.reference()).description("The id that the web app signs in with");
    stack.add(pool)?.add(client)?.output("WebClientId", output)?;

    let mut app = App::new();
    app.add(stack)?.synth()?;
    Ok(())
}
