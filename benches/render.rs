//! What a client costs while the program runs, against a struct of the same shape with derived `Serialize`: to declare it
//! and to write its JSON; and whether both grow with the number of clients and no faster. Values that are kept need
//! memory that the system gives anew, so the growth of the derived struct is printed beside it, and that of clients of
//! which each is dropped before the next.
//!
//! `cargo bench --bench render` prints medians in nanoseconds for each client and their ratios; `--profile dev` is what
//! users have while they develop. Both sides of a ratio take turns.

// A warning of a declaration is nothing to a benchmark.
#![allow(deprecated)]

use cognito_cfn::{CfnUserPoolClient, Error, Stack, user_pool_client};
use serde::Serialize;
use std::hint::black_box;
use std::time::Instant;

const ROUNDS: usize = 41;
const CLIENTS: usize = 200;

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Resource {
    properties: Properties,
    r#type: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Properties {
    #[serde(skip_serializing_if = "Option::is_none")]
    access_token_validity: Option<i64>,
    #[serde(rename = "AllowedOAuthFlows", skip_serializing_if = "Option::is_none")]
    allowed_oauth_flows: Option<Vec<Flow>>,
    #[serde(rename = "AllowedOAuthFlowsUserPoolClient", skip_serializing_if = "Option::is_none")]
    allowed_oauth_flows_user_pool_client: Option<bool>,
    #[serde(rename = "AllowedOAuthScopes", skip_serializing_if = "Option::is_none")]
    allowed_oauth_scopes: Option<Vec<String>>,
    #[serde(rename = "CallbackURLs", skip_serializing_if = "Option::is_none")]
    callback_urls: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    client_name: Option<String>,
    #[serde(rename = "DefaultRedirectURI", skip_serializing_if = "Option::is_none")]
    default_redirect_uri: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    enable_token_revocation: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    explicit_auth_flows: Option<Vec<AuthFlow>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    generate_secret: Option<bool>,
    #[serde(rename = "LogoutURLs", skip_serializing_if = "Option::is_none")]
    logout_urls: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    prevent_user_existence_errors: Option<ExistenceErrors>,
    #[serde(skip_serializing_if = "Option::is_none")]
    supported_identity_providers: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_validity_units: Option<Units>,
    user_pool_id: Reference,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Reference {
    r#ref: String,
}

#[derive(Serialize)]
#[serde(rename_all = "PascalCase")]
struct Units {
    #[serde(skip_serializing_if = "Option::is_none")]
    access_token: Option<Unit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    id_token: Option<Unit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refresh_token: Option<Unit>,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Unit {
    Minutes,
}

#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
enum Flow {
    Code,
}

#[derive(Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
enum AuthFlow {
    AllowRefreshTokenAuth,
    AllowUserSrpAuth,
}

#[derive(Serialize)]
#[serde(rename_all = "UPPERCASE")]
enum ExistenceErrors {
    Enabled,
}

fn declared(at: usize) -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: format!("Client{at}"),
        user_pool_id: Ref("UserPool"),
        client_name: "web",
        explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId, Email, "orders/read"],
        callback_urls: ["https://app.example.com/callback", "https://app.example.com/silent"],
        logout_urls: ["https://app.example.com/"],
        supported_identity_providers: [Cognito, Google],
        access_token_validity: 30,
        token_validity_units: { access_token: Minutes },
        enable_token_revocation: true,
        prevent_user_existence_errors: Enabled,
    }
}

/// The logical id belongs to the client, but is not in its JSON.
fn derived(at: usize) -> (String, Resource) {
    let resource = Resource {
        properties: Properties {
            access_token_validity: Some(30),
            allowed_oauth_flows: Some(vec![Flow::Code]),
            allowed_oauth_flows_user_pool_client: Some(true),
            allowed_oauth_scopes: Some(vec!["openid".to_owned(), "email".to_owned(), "orders/read".to_owned()]),
            callback_urls: Some(vec![
                "https://app.example.com/callback".to_owned(),
                "https://app.example.com/silent".to_owned(),
            ]),
            client_name: Some("web".to_owned()),
            default_redirect_uri: None,
            enable_token_revocation: Some(true),
            explicit_auth_flows: Some(vec![AuthFlow::AllowUserSrpAuth, AuthFlow::AllowRefreshTokenAuth]),
            generate_secret: None,
            logout_urls: Some(vec!["https://app.example.com/".to_owned()]),
            prevent_user_existence_errors: Some(ExistenceErrors::Enabled),
            supported_identity_providers: Some(vec!["COGNITO".to_owned(), "Google".to_owned()]),
            token_validity_units: Some(Units {
                access_token: Some(Unit::Minutes),
                id_token: None,
                refresh_token: None,
            }),
            user_pool_id: Reference { r#ref: "UserPool".to_owned() },
        },
        r#type: "AWS::Cognito::UserPoolClient".to_owned(),
    };
    (format!("Client{at}"), resource)
}

fn main() -> Result<(), Error> {
    assert_eq!(json(&declared(0)), json(&derived(0).1), "both sides write the same");
    println!("nanoseconds for a client, medians of {ROUNDS} rounds");
    let (clients, resources): (Vec<_>, Vec<_>) = (0..CLIENTS).map(|at| (declared(at), derived(at).1)).unzip();
    compare(
        "to_string",
        || clients.iter().map(json).for_each(drop_seen),
        || resources.iter().map(json).for_each(drop_seen),
    );
    compare(
        "declare",
        || (0..CLIENTS).map(declared).for_each(drop_seen),
        || (0..CLIENTS).map(derived).for_each(drop_seen),
    );

    println!("\ngrowth: time for a client of the larger number by that of the smaller one; 1 is linear");
    growth("declare and to_string", [10_000, 100_000], |clients| {
        let clients: Vec<_> = (0..clients).map(declared).collect();
        clients.iter().map(json).for_each(drop_seen);
        Ok(())
    })?;
    growth("the same, derived", [10_000, 100_000], |resources| {
        let resources: Vec<_> = (0..resources).map(derived).collect();
        resources.iter().map(|(_, resource)| json(resource)).for_each(drop_seen);
        Ok(())
    })?;
    growth("each dropped at once", [10_000, 100_000], |clients| {
        (0..clients).map(declared).for_each(|client| drop_seen(json(&client)));
        Ok(())
    })?;
    growth("one stack", [50, 490], |clients| {
        let mut stack = Stack::new("identity");
        for at in 0..clients {
            stack.add(declared(at))?;
        }
        drop_seen(stack.to_json().to_string());
        drop_seen(stack.validate());
        Ok(())
    })
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("it has only strings for keys")
}

fn drop_seen<T>(value: T) {
    drop(black_box(value));
}

fn compare(what: &str, ours: impl Fn(), derived: impl Fn()) {
    let (mut of_ours, mut of_derived) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        for (run, times) in [(&ours as &dyn Fn(), &mut of_ours), (&derived, &mut of_derived)] {
            let start = Instant::now();
            run();
            times.push(start.elapsed().as_secs_f64() * 1e9 / CLIENTS as f64);
        }
    }
    let [ours, derived] = [of_ours, of_derived].map(median);
    println!("{what:<10} client {ours:>8.0}   derived struct {derived:>8.0}   ratio {:.2}", ours / derived);
}

fn growth(what: &str, sizes: [usize; 2], run: impl Fn(usize) -> Result<(), Error>) -> Result<(), Error> {
    // The smaller number first: what the larger one frees is returned to the system during whatever runs next.
    let mut medians = Vec::new();
    for size in sizes {
        let mut times = Vec::new();
        for _ in 0..5 {
            let start = Instant::now();
            run(size)?;
            times.push(start.elapsed().as_secs_f64() / size as f64);
        }
        medians.push(median(times));
    }
    let growth = medians[1] / medians[0];
    println!("{what:<24} {} and {} clients   growth {growth:.2}", sizes[0], sizes[1]);
    Ok(())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
