//! Three stages of one stack, from a TOML file: a user pool, two identity providers, and a client per app.
//!
//! `cargo run --example stages` writes all of them to `cdk.out`, and
//! `npx cdk deploy --app "cargo run --example stages" identity-dev` deploys one.

use cognito_cfn::{
    App, CfnResource, CfnUserPoolClient, ExplicitAuthFlow, Intrinsic, Json, Output, RemovalPolicy, Stack, json,
    user_pool_client,
};
use serde::Deserialize;
use std::error::Error;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Config {
    apps: Vec<AppConfig>,
    stages: Vec<Stage>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AppConfig {
    name: String,
    kind: Kind,
    #[serde(default)]
    callback_paths: Vec<String>,
    url_scheme: Option<String>,
    #[serde(default)]
    scopes: Vec<String>,
    auth_session_validity: Option<u8>,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Kind {
    SinglePage,
    ServerSide,
    Mobile,
    MachineToMachine,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Stage {
    name: String,
    domain: String,
    #[serde(default)]
    local_ports: Vec<u16>,
    access_token_minutes: u16,
    /// The strings of CloudFormation. Another one is an error that lists them.
    auth_flows: Vec<ExplicitAuthFlow>,
    #[serde(default)]
    keeps_users: bool,
}

fn main() -> Result<(), Box<dyn Error>> {
    let config: Config = toml::from_str(include_str!("stages.toml"))?;
    let mut app = App::new();
    for stage in &config.stages {
        app.add(identity(stage, &config.apps)?)?;
    }
    app.synth()?;
    Ok(())
}

fn identity(stage: &Stage, apps: &[AppConfig]) -> Result<Stack, cognito_cfn::Error> {
    let mut pool = CfnResource::new(
        "UserPool",
        "AWS::Cognito::UserPool",
        json!({ "UsernameAttributes": ["email"], "AutoVerifiedAttributes": ["email"] }),
    );
    pool.apply_removal_policy(if stage.keeps_users { RemovalPolicy::Retain } else { RemovalPolicy::Destroy })?;
    let domain = CfnResource::new(
        "Domain",
        "AWS::Cognito::UserPoolDomain",
        json!({ "Domain": format!("people-{}", stage.name), "UserPoolId": pool.reference() }),
    );
    let orders = CfnResource::new(
        "Orders",
        "AWS::Cognito::UserPoolResourceServer",
        json!({
            "Identifier": "orders",
            "Name": "Orders",
            "Scopes": [{ "ScopeName": "read", "ScopeDescription": "Read orders" }],
            "UserPoolId": pool.reference(),
        }),
    );
    let google = provider(&pool, "Google", "Google", stage, json!({ "authorize_scopes": "openid email" }));
    let issuer = json!({
        "authorize_scopes": "openid email",
        "attributes_request_method": "GET",
        "oidc_issuer": format!("https://{}.okta.com", stage.name),
    });
    let okta = provider(&pool, "Okta", "OIDC", stage, issuer);

    // What all clients of the stage have in common. The rest is filled in below.
    let base = user_pool_client! {
        user_pool_id: &pool,
        allowed_oauth_flows_user_pool_client: true,
        access_token_validity: Minutes(stage.access_token_minutes),
        enable_token_revocation: true,
        prevent_user_existence_errors: Enabled,
        deletion_policy: if stage.keeps_users { Retain } else { Delete },
        update_replace_policy: if stage.keeps_users { Retain } else { Delete },
        ..
    };
    let clients = apps.iter().map(|app| match app.kind {
        Kind::MachineToMachine => service(stage, app, &orders, &base),
        _ => sign_in(stage, app, [&google, &okta], &base),
    });
    let clients: Vec<CfnUserPoolClient> = clients.collect();

    let mut stack = Stack::new(format!("identity-{}", stage.name));
    stack.add(pool)?.add(domain)?.add(orders)?.add(google)?.add(okta)?;
    for (app, client) in apps.iter().zip(clients) {
        stack.output(format!("{}ClientId", app.name), Output::new(client.reference()))?;
        stack.add(CfnResource::new(
            format!("{}ClientIdParameter", app.name),
            "AWS::SSM::Parameter",
            json!({
                "Name": format!("/{}/{}/client-id", stage.name, app.name),
                "Type": "String",
                "Value": client.reference(),
            }),
        ))?;
        if client.generate_secret == Some(true.into()) {
            stack.add(CfnResource::new(
                format!("{}ClientSecret", app.name),
                "AWS::SecretsManager::Secret",
                json!({
                    "Name": format!("/{}/{}/client-secret", stage.name, app.name),
                    "SecretString": client.attr_client_secret(),
                }),
            ))?;
        }
        stack.add(client)?;
    }
    Ok(stack)
}

/// A client that signs users in, in a browser or in an app.
fn sign_in(
    stage: &Stage,
    app: &AppConfig,
    providers: [&CfnResource; 2],
    base: &CfnUserPoolClient,
) -> CfnUserPoolClient {
    let [google, okta] = providers;
    let Stage { name, domain, local_ports, auth_flows, .. } = stage;
    user_pool_client! {
        logical_id: format!("{}Client", app.name),
        client_name: format!("{name}-{}", app.name),
        generate_secret: app.kind == Kind::ServerSide,
        explicit_auth_flows: match app.kind {
            Kind::ServerSide => [AllowRefreshTokenAuth],
            _ => [..auth_flows, AllowRefreshTokenAuth],
        },
        allowed_oauth_flows: [Code],
        allowed_oauth_scopes: [OpenId, Email, Profile],
        callback_urls: [
            ..app.callback_paths.iter().map(|path| format!("https://{domain}{path}")),
            ..app.url_scheme.as_ref().map(|scheme| format!("{scheme}://callback")),
            ..local_ports
                .iter()
                .filter(|_| app.kind == Kind::SinglePage)
                .map(|port| format!("http://localhost:{port}/callback")),
        ],
        logout_urls: match &app.url_scheme {
            Some(scheme) => [format!("{scheme}://signed-out")],
            None => [format!("https://{domain}/")],
        },
        supported_identity_providers: [Cognito, Google, "Okta"],
        refresh_token_validity: if app.kind == Kind::Mobile { Days(90) } else { Hours(12) },
        auth_session_validity: app.auth_session_validity,
        depends_on: [google, okta],
        ..base
    }
}

/// A client that calls the resource server in its own name.
fn service(stage: &Stage, app: &AppConfig, orders: &CfnResource, base: &CfnUserPoolClient) -> CfnUserPoolClient {
    let server = orders.logical_id();
    user_pool_client! {
        logical_id: format!("{}Client", app.name),
        client_name: format!("{}-{}", stage.name, app.name),
        generate_secret: true,
        explicit_auth_flows: [AllowRefreshTokenAuth],
        allowed_oauth_flows: [ClientCredentials],
        // The reference makes CloudFormation create the resource server first.
        allowed_oauth_scopes: [..app.scopes.iter().map(|scope| Intrinsic::sub(format!("${{{server}}}/{scope}")))],
        ..base
    }
}

/// An identity provider of the pool, with its secret from Secrets Manager.
fn provider(pool: &CfnResource, name: &str, kind: &str, stage: &Stage, mut details: Json) -> CfnResource {
    let secret = |key: &str| format!("{{{{resolve:secretsmanager:/{}/{name}:SecretString:{key}}}}}", stage.name);
    details["client_id"] = secret("client_id").into();
    details["client_secret"] = secret("client_secret").into();
    CfnResource::new(
        name,
        "AWS::Cognito::UserPoolIdentityProvider",
        json!({
            "ProviderName": name,
            "ProviderType": kind,
            "ProviderDetails": details,
            "AttributeMapping": { "email": "email" },
            "UserPoolId": pool.reference(),
        }),
    )
}
