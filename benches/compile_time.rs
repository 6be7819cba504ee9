//! What declarations cost rustc, against the same resources written with `serde_json::json!`.
//!
//! `cargo bench --profile dev --bench compile_time` prints medians in seconds and their ratios. Both sides of a ratio take turns in one
//! run; the profile is `dev`, so the macro itself runs unoptimized. `ROUNDS=1` is quicker.
//!
//! `BASELINE=<another checkout>` compares with the crate of that checkout instead: what a change costs.

mod project;

use project::{Project, median, number, run};
use std::env;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const DECLARATIONS: usize = 500;

/// Usual declarations: a web client, a phone app, a service, a client behind a load balancer, one of little.
const DECLARED: [(&str, &str); 5] = [
    (
        r#"user_pool_client! {
            logical_id: "WebClient@",
            user_pool_id: Ref("UserPool"),
            client_name: "web-@",
            explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
            allowed_oauth_flows: [Code],
            allowed_oauth_flows_user_pool_client: true,
            allowed_oauth_scopes: [OpenId, Email, Profile],
            callback_urls: ["https://app.example.com/@", Sub("https://${Domain}/@")],
            logout_urls: ["https://app.example.com/out"],
            supported_identity_providers: [Cognito, Google],
            prevent_user_existence_errors: Enabled,
        }"#,
        r#"json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": {
            "UserPoolId": { "Ref": "UserPool" },
            "ClientName": "web-@",
            "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            "AllowedOAuthFlows": ["code"],
            "AllowedOAuthFlowsUserPoolClient": true,
            "AllowedOAuthScopes": ["openid", "email", "profile"],
            "CallbackURLs": ["https://app.example.com/@", { "Fn::Sub": "https://${Domain}/@" }],
            "LogoutURLs": ["https://app.example.com/out"],
            "SupportedIdentityProviders": ["COGNITO", "Google"],
            "PreventUserExistenceErrors": "ENABLED",
        } })"#,
    ),
    (
        r#"user_pool_client! {
            logical_id: "PhoneClient@",
            user_pool_id: Ref("UserPool"),
            client_name: format!("phone-{}", @),
            explicit_auth_flows: [AllowUserSrpAuth],
            access_token_validity: 30,
            id_token_validity: 30,
            refresh_token_validity: 90,
            token_validity_units: { access_token: Minutes, id_token: Minutes },
            refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: 10 },
            enable_token_revocation: true,
            read_attributes: [Email, GivenName, FamilyName, "custom:role"],
            write_attributes: [Email, GivenName, FamilyName],
            prevent_user_existence_errors: Enabled,
        }"#,
        r#"json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": {
            "UserPoolId": { "Ref": "UserPool" },
            "ClientName": format!("phone-{}", @),
            "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"],
            "AccessTokenValidity": 30,
            "IdTokenValidity": 30,
            "RefreshTokenValidity": 90,
            "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "minutes" },
            "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 10 },
            "EnableTokenRevocation": true,
            "ReadAttributes": ["email", "given_name", "family_name", "custom:role"],
            "WriteAttributes": ["email", "given_name", "family_name"],
            "PreventUserExistenceErrors": "ENABLED",
        } })"#,
    ),
    (
        r#"user_pool_client! {
            logical_id: "Service@",
            user_pool_id: ImportValue("identity-pool"),
            client_name: "service-@",
            generate_secret: true,
            allowed_oauth_flows: [ClientCredentials],
            allowed_oauth_flows_user_pool_client: true,
            allowed_oauth_scopes: ["orders/read", "orders/write"],
            access_token_validity: 1,
            depends_on: ["Orders"],
            deletion_policy: Retain,
        }"#,
        r#"json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": {
            "UserPoolId": { "Fn::ImportValue": "identity-pool" },
            "ClientName": "service-@",
            "GenerateSecret": true,
            "AllowedOAuthFlows": ["client_credentials"],
            "AllowedOAuthFlowsUserPoolClient": true,
            "AllowedOAuthScopes": ["orders/read", "orders/write"],
            "AccessTokenValidity": 1,
        }, "DependsOn": ["Orders"], "DeletionPolicy": "Retain" })"#,
    ),
    (
        r#"user_pool_client! {
            logical_id: "Balancer@",
            user_pool_id: Ref("UserPool"),
            generate_secret: true,
            explicit_auth_flows: [AllowUserPasswordAuth, AllowRefreshTokenAuth],
            allowed_oauth_flows: [Code],
            allowed_oauth_flows_user_pool_client: true,
            allowed_oauth_scopes: [Email, OpenId],
            callback_urls: [Join("", ["https://", Ref("Domain"), "/oauth2/idpresponse"])],
            refresh_token_validity: If("IsProd", 30, 1),
            supported_identity_providers: [Cognito],
            prevent_user_existence_errors: Enabled,
        }"#,
        r#"json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": {
            "UserPoolId": { "Ref": "UserPool" },
            "GenerateSecret": true,
            "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
            "AllowedOAuthFlows": ["code"],
            "AllowedOAuthFlowsUserPoolClient": true,
            "AllowedOAuthScopes": ["email", "openid"],
            "CallbackURLs": [{ "Fn::Join": ["", ["https://", { "Ref": "Domain" }, "/oauth2/idpresponse"]] }],
            "RefreshTokenValidity": { "Fn::If": ["IsProd", 30, 1] },
            "SupportedIdentityProviders": ["COGNITO"],
            "PreventUserExistenceErrors": "ENABLED",
        } })"#,
    ),
    (
        r#"user_pool_client! { logical_id: "Small@", user_pool_id: Ref("UserPool"), client_name: "small-@", explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth], prevent_user_existence_errors: Enabled }"#,
        r#"json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": { "UserPoolId": { "Ref": "UserPool" }, "ClientName": "small-@", "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"], "PreventUserExistenceErrors": "ENABLED" } })"#,
    ),
];

fn main() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let work = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("compile-time");
    let dependency = |root: &Path| format!("cognito-cfn = {{ path = {root:?} }}");
    let declared =
        source("use cognito_cfn::{CfnUserPoolClient, user_pool_client};", "CfnUserPoolClient", |(ours, _)| ours);
    let written = source("use serde_json::{Value, json};", "Value", |(_, json)| json);
    // The same features on both sides, so that the difference is the crate.
    let json = "serde_json = { version = \"1\", default-features = false, features = [\"std\"] }";
    let ours = Subject::create(&work.join("declared"), dependency(&root), &declared);
    let json = Subject::create(&work.join("json"), json.to_owned(), &written);

    let rounds = rounds();
    println!("{DECLARATIONS} declarations, median of {rounds} rounds, seconds");
    if let Some(baseline) = env::var_os("BASELINE").map(PathBuf::from) {
        let before = Subject::create(&work.join("before"), dependency(&baseline), &declared);
        for command in ["check", "build"] {
            compare(command, ("now", &ours), ("before", &before), |subject| subject.recompile(command));
        }
        return;
    }
    let (ours, json) = (("user_pool_client!", &ours), ("json!", &json));
    for command in ["check", "build"] {
        compare(command, ours, json, |subject| subject.recompile(command));
    }
}

/// A library of that many functions, each of which makes a resource.
fn source(import: &str, of: &str, form: impl Fn(&(&'static str, &'static str)) -> &'static str) -> String {
    let mut source = format!("{import}\n");
    for (at, declaration) in (0..DECLARATIONS).zip(DECLARED.iter().cycle()) {
        let body = form(declaration).replace('@', &at.to_string());
        let _ = writeln!(source, "pub fn client_{at}() -> {of} {{\n    {body}\n}}");
    }
    source
}

struct Subject {
    project: Project,
    source: String,
}

fn rounds() -> usize {
    number("ROUNDS", 5)
}

type Named<'p> = (&'static str, &'p Subject);

fn compare(what: &str, one: Named<'_>, other: Named<'_>, time: impl Fn(&Subject) -> Duration) {
    let (of_one, of_other): (Vec<f64>, Vec<f64>) =
        (0..rounds()).map(|_| (time(one.1).as_secs_f64(), time(other.1).as_secs_f64())).unzip();
    let ratio = median(&of_one) / median(&of_other);
    let of = |name: &str, times: &[f64]| format!("{name} {:>7.2}", median(times));
    println!("{what:<12} {}   {}   ratio {ratio:.2}", of(one.0, &of_one), of(other.0, &of_other));
}

impl Subject {
    fn create(folder: &Path, dependency: String, source: &str) -> Self {
        Self { project: Project::create(folder, &[dependency]), source: source.to_owned() }
    }

    fn recompile(&self, command: &str) -> Duration {
        self.project.write("");
        run(self.project.cargo(command));
        self.project.write(&self.source);
        let start = Instant::now();
        run(self.project.cargo(command));
        start.elapsed()
    }
}
