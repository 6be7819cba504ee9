//! What checking a stack costs: `add`, `validate` and `synth` of stacks of different sizes.
//!
//! `cargo bench --profile dev --bench check` prints medians in milliseconds, as users have them while they develop, and
//! what they are ratios of, measured in the same run: `growth` is the time of the larger stack by that of the smaller
//! one, beside the growth of the stack itself; `per client` is the time by that of `client.validate()` for each client
//! alone. Where checks are linear, the two growths are the same and `per client` does not depend on the size.
//!
//! `conditions` is `validate` of one client of which a property is in the arms of 10 conditions within each other, and of 30.
//!
//! Below are templates that nobody writes by hand, of two sizes: choices within choices, each by a condition of its own;
//! clients with 50 unknown names each; conditions that are made of nine others each.

// A warning of a declaration is nothing to a benchmark.
#![allow(deprecated)]

use cognito_cfn::{
    CfnResource, CfnUserPoolClient, Condition, Error, If, Intrinsic, Json, Output, Parameter, Stack, Value, json,
    user_pool_client,
};
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
    println!();
    report_growth("choices", [512, 2048], |leaves| {
        let mut stack = Stack::new("identity");
        stack.parameter("Stage", Parameter::string())?;
        for at in 0..leaves {
            let stage = Intrinsic::reference("Stage");
            stack.condition(format!("C{at}"), Condition::equals(stage, format!("v{at}")))?;
        }
        let properties = json!({
            "UserPoolId": "eu-west-1_a",
            "AllowedOAuthFlows": choice(1, leaves / 2, &["code", "implicit"]),
            "ExplicitAuthFlows": choice(1, leaves / 2, &["ALLOW_USER_SRP_AUTH", "ADMIN_NO_SRP_AUTH"]),
        });
        stack.add(CfnResource::new("Web", "AWS::Cognito::UserPoolClient", properties))?;
        Ok(stack)
    })?;
    report_growth("unknown", [100, 400], |clients| {
        let mut stack = Stack::new("identity");
        for at in 0..clients {
            let urls: Vec<Json> = (0..50).map(|url| json!({ "Ref": format!("Missing{at}x{url}") })).collect();
            let properties = json!({ "UserPoolId": "eu-west-1_a", "CallbackURLs": urls });
            stack.add(CfnResource::new(format!("Client{at}"), "AWS::Cognito::UserPoolClient", properties))?;
        }
        Ok(stack)
    })?;
    report_growth("conditions", [1250, 5000], |conditions| {
        let mut stack = Stack::new("identity");
        for at in 0..10 {
            stack.parameter(format!("P{at}"), Parameter::string())?;
        }
        for at in 0..conditions {
            let of = (0..9).map(|other| match at {
                0..10 => Condition::equals(Intrinsic::reference(format!("P{other}")), "x"),
                _ => Condition::named(format!("C{}", (at * 7 + other * 13) % at)),
            });
            stack.condition(format!("C{at}"), if at % 2 == 0 { Condition::and(of)? } else { Condition::or(of)? })?;
        }
        for at in 0..100 {
            let mut topic = CfnResource::new(format!("Topic{at}"), "AWS::SNS::Topic", json!({}));
            topic.condition = Some(format!("C{}", conditions - 1 - at));
            let reference = json!({ "DisplayName": topic.reference() });
            stack.add(topic)?.add(CfnResource::new(format!("Reader{at}"), "AWS::SNS::Topic", reference))?;
        }
        Ok(stack)
    })
}

/// A full tree of `Fn::If`, whose nodes are numbered as in a heap.
fn choice(node: usize, leaves: usize, values: &[&str; 2]) -> Json {
    if node >= leaves {
        return json!([values[node % 2]]);
    }
    let arms = [2 * node, 2 * node + 1].map(|node| choice(node, leaves, values));
    json!({ "Fn::If": [format!("C{node}"), arms[0], arms[1]] })
}

fn report_growth(what: &str, sizes: [usize; 2], stack: impl Fn(usize) -> Result<Stack, Error>) -> Result<(), Error> {
    let mut times = sizes.map(|_| Vec::new());
    for _ in 0..ROUNDS {
        for (times, size) in times.iter_mut().zip(sizes) {
            let stack = stack(size)?;
            let start = Instant::now();
            black_box(stack.report());
            times.push(start.elapsed().as_secs_f64());
        }
    }
    let [small, large] = times.map(median);
    println!(
        "{what:<10} {} {:>8.2}   {} {:>8.2}   growth {:.2} of {:.2}",
        sizes[0],
        small * 1e3,
        sizes[1],
        large * 1e3,
        large / small,
        sizes[1] as f64 / sizes[0] as f64,
    );
    report_conditions();
    Ok(())
}

/// A client of which two properties depend on that many conditions, each within the arm of another.
fn nested(levels: usize) -> CfnUserPoolClient {
    let choose = |then: Vec<Value<String>>, at: usize, otherwise| {
        Value::If(Box::new(If { condition: format!("C{at}"), then: Value::Literal(then), otherwise }))
    };
    let urls = |host: &str| {
        let of = |at: usize| vec![Value::from(format!("https://{host}.example.org/{at}"))];
        (0..levels).fold(Value::Literal(of(levels)), |inner, at| choose(of(at), at, inner))
    };
    CfnUserPoolClient { callback_urls: Some(urls("app")), logout_urls: Some(urls("www")), ..client(0) }
}

fn report_conditions() {
    let [small, large] = [10, 30].map(|levels| {
        let client = nested(levels);
        let times = (0..ROUNDS).map(|_| {
            let start = Instant::now();
            black_box(client.validate());
            start.elapsed().as_secs_f64()
        });
        median(times.collect())
    });
    let [small_ms, large_ms] = [small, large].map(|time| time * 1e3);
    println!("conditions  10 {small_ms:>8.2}   30 {large_ms:>8.2}   growth {:.2} of 3.00", large / small);
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
    let url = |at: usize| Intrinsic::reference(format!("Url{}", at % PARAMETERS));
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
