//! What checking a stack costs: `add`, `validate` and `synth` of stacks of different sizes.
//!
//! `cargo bench --profile dev --bench check` prints medians in milliseconds, as users have them while they develop, and
//! what they are ratios of, measured in the same run: `growth` is the time of the larger stack by that of the smaller
//! one, beside the growth of the stack itself; `per client` is the time by that of `client.validate()` for each client
//! alone. Where checks are linear, the two growths are the same and `per client` does not depend on the size.

// A warning of a declaration is nothing to a benchmark.
#![allow(deprecated)]

use cognito_cfn::{CfnResource, CfnUserPoolClient, Error, Output, Parameter, Stack, json, user_pool_client};
use std::hint::black_box;
use std::time::Instant;

const ROUNDS: usize = 5;
const PARAMETERS: usize = 100;

fn main() -> Result<(), Error> {
    println!("medians of {ROUNDS} rounds, milliseconds");
    report("add", [500, 3000], |clients| {
        let resources: Vec<_> = (0..clients).map(client).collect();
        let start = Instant::now();
        let mut stack = Stack::new("identity");
        for client in resources {
            stack.add(client)?;
        }
        let elapsed = start.elapsed();
        black_box(&stack);
        Ok(elapsed.as_secs_f64())
    })?;
    for (what, run) in RUNS {
        report(what, [120, 480], |clients| {
            let stack = stack(clients)?;
            let start = Instant::now();
            run(&stack)?;
            Ok(start.elapsed().as_secs_f64())
        })?;
    }
    Ok(())
}

type Run = fn(&Stack) -> Result<(), Error>;

const RUNS: [(&str, Run); 3] = [
    ("to_json", |stack| {
        black_box(stack.to_json());
        Ok(())
    }),
    ("validate", |stack| {
        black_box(stack.validate());
        Ok(())
    }),
    ("synth", |stack| {
        black_box(stack.synth()?);
        Ok(())
    }),
];

/// A stack of that many clients of one pool, each of which names two of the parameters.
fn stack(clients: usize) -> Result<Stack, Error> {
    let mut stack = Stack::new("identity");
    let pool = || json!({ "Ref": "UserPool" });
    stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
    let scopes = json!([{ "ScopeName": "read", "ScopeDescription": "r" }]);
    let server = json!({ "Identifier": "orders", "Name": "orders", "Scopes": scopes, "UserPoolId": pool() });
    stack.add(CfnResource::new("Orders", "AWS::Cognito::UserPoolResourceServer", server))?;
    for at in 0..PARAMETERS {
        let url = |stage: &str| format!("https://{stage}-{at}.example.org/callback");
        let parameter = Parameter::string().default(url("dev")).allowed_values([url("dev"), url("beta"), url("prod")]);
        stack.parameter(format!("Url{at}"), parameter)?;
    }
    for at in 0..clients {
        stack.add(client(at))?;
    }
    for at in 0..200 {
        stack.output(format!("Client{at}"), Output::new(json!({ "Ref": "UserPool" })))?;
    }
    Ok(stack)
}

fn client(at: usize) -> CfnUserPoolClient {
    let url = |at: usize| cognito_cfn::Intrinsic::reference(format!("Url{}", at % PARAMETERS));
    let (callback, logout) = (url(at), url(at + 1));
    user_pool_client! {
        logical_id: format!("Client{at}"),
        user_pool_id: Ref("UserPool"),
        client_name: format!("client-{at}"),
        generate_secret: true,
        explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId, Email, "orders/read"],
        callback_urls: [callback, "https://app.example.org/callback"],
        logout_urls: [logout],
        supported_identity_providers: [Cognito],
        access_token_validity: 30,
        token_validity_units: { access_token: Minutes },
        prevent_user_existence_errors: Enabled,
        depends_on: ["Orders"],
    }
}

fn report(what: &str, sizes: [usize; 2], run: impl Fn(usize) -> Result<f64, Error>) -> Result<(), Error> {
    let mut times = sizes.map(|_| Vec::new());
    let mut alone = sizes.map(|_| Vec::new());
    for _ in 0..ROUNDS {
        for (at, size) in sizes.into_iter().enumerate() {
            times[at].push(run(size)?);
            let clients: Vec<_> = (0..size).map(client).collect();
            let start = Instant::now();
            for client in &clients {
                black_box(client.validate());
            }
            alone[at].push(start.elapsed().as_secs_f64());
        }
    }
    let [small, large] = times.map(median);
    let per_client = |time: f64, alone: &mut Vec<f64>| time / median(alone.clone());
    println!(
        "{what:<9} {} clients {:>8.2}   {} clients {:>8.2}   growth {:.2} of {:.2}   per client {:.2} and {:.2}",
        sizes[0],
        small * 1e3,
        sizes[1],
        large * 1e3,
        large / small,
        sizes[1] as f64 / sizes[0] as f64,
        per_client(small, &mut alone[0]),
        per_client(large, &mut alone[1]),
    );
    Ok(())
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or_default()
}
