//! `If` within `If`, each with a condition of its own: checking takes time that grows with the text, not with the
//! combinations, and what depends on many conditions is not reported.

use cognito_cfn::{Error, Json, Stack, json};
use std::hint::black_box;
use std::time::{Duration, Instant};

/// A value of a declaration and the same in a template, in arms of that many conditions. `then` is the value where the
/// condition of that number is true, `last` where all are false.
fn nested(levels: usize, then: impl Fn(usize) -> Json, last: Json) -> (String, Json) {
    let start = (last.to_string(), last);
    (0..levels).rev().fold(start, |(text, value), at| {
        let arm = then(at);
        (format!("If(\"C{at}\", {arm}, {text})"), json!({ "Fn::If": [format!("C{at}"), arm, value] }))
    })
}

/// A client of which each property depends on that many conditions, as the body of a declaration and as a template.
fn client(levels: usize) -> (String, Json) {
    let urls = |at: usize| json!([format!("https://a.example/{at}"), "https://b.example/"]);
    let (item, item_value) = nested(levels, |at| json!(format!("https://c.example/{at}")), json!("https://d.example/"));
    let (validity, validity_value) = nested(levels, |at| json!(at + 5), json!(60));
    let properties = [
        ("callback_urls", "CallbackURLs", nested(levels, urls, json!(["https://c.example/"]))),
        ("logout_urls", "LogoutURLs", (format!("[{item}, {item}]"), json!([item_value, item_value]))),
        ("access_token_validity", "AccessTokenValidity", (validity.clone(), validity_value.clone())),
        ("id_token_validity", "IdTokenValidity", (validity, validity_value)),
        (
            "allowed_oauth_flows",
            "AllowedOAuthFlows",
            nested(levels, |_| json!(["code"]), json!(["client_credentials"])),
        ),
        ("allowed_oauth_scopes", "AllowedOAuthScopes", nested(levels, |_| json!(["openid"]), json!(["orders/read"]))),
        ("generate_secret", "GenerateSecret", nested(levels, |at| json!(at % 2 == 0), json!(true))),
        ("explicit_auth_flows", "ExplicitAuthFlows", nested(levels, |_| json!(["ALLOW_USER_AUTH"]), json!([]))),
    ];
    let mut text = String::from("user_pool_id: Ref(\"UserPool\"), ");
    let mut values = json!({ "UserPoolId": { "Ref": "UserPool" } });
    for (name, cloudformation, (written, value)) in properties {
        text += &format!("{name}: {written}, ");
        values[cloudformation] = value;
    }
    let conditions: Json = (0..levels)
        .map(|at| (format!("C{at}"), json!({ "Fn::Equals": [{ "Ref": "Stage" }, at.to_string()] })))
        .collect();
    let template = json!({
        "Parameters": { "Stage": { "Type": "String" } },
        "Conditions": conditions,
        "Resources": {
            "UserPool": { "Type": "AWS::Cognito::UserPool" },
            "Client": { "Type": "AWS::Cognito::UserPoolClient", "Properties": values },
        },
    });
    (text, template)
}

fn fastest(run: impl Fn()) -> Duration {
    let times = (0..3).map(|_| {
        let start = Instant::now();
        run();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

/// Three times the levels may take twenty-seven times as long, and the machine may be busy; the combinations of twenty
/// more conditions are a million times as many.
const MAX_GROWTH: u32 = 300;

#[test]
fn a_declaration_with_thirty_conditions_expands_in_time() {
    let [ten, thirty] = [10, 30].map(|levels| {
        let (text, _) = client(levels);
        fastest(|| drop(black_box(pipeline::expand(text.parse().expect("a declaration is made of tokens")))))
    });
    assert!(thirty <= ten * MAX_GROWTH, "{ten:?} for 10 levels, {thirty:?} for 30");
}

#[test]
fn a_template_with_thirty_conditions_is_checked_in_time() -> Result<(), Error> {
    let mut times = Vec::new();
    for levels in [10, 30] {
        let (_, template) = client(levels);
        let stack = Stack::from_json("s", &template)?;
        times.push(fastest(|| drop(black_box(stack.report()))));
    }
    assert!(times[1] <= times[0] * MAX_GROWTH, "{:?} for 10 levels, {:?} for 30", times[0], times[1]);
    Ok(())
}

#[test]
fn what_depends_on_too_many_conditions_is_not_reported() {
    // Where the condition is false, the flow lacks its secret.
    let with = |levels| {
        let (client_name, _) = nested(levels, |at| json!(format!("n{at}")), json!("n"));
        let text = format!(
            "user_pool_id: Ref(\"UserPool\"), client_name: {client_name}, generate_secret: If(\"C0\", true, false), \
             allowed_oauth_flows: [ClientCredentials]"
        );
        pipeline::analyze(text.parse().expect("a declaration is made of tokens"))
    };
    let about_conditions =
        |levels| with(levels).iter().filter(|found| found.text.contains("when condition `C0`")).count();
    assert_eq!((about_conditions(2), about_conditions(30)), (1, 0));
}
