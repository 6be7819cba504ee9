//! Declarations that Cognito accepts, at random: their properties as CloudFormation spells them.

use cognito_cfn::{Json, json};
use fastrand::Rng;
use serde_json::Map;

/// A declaration in which no rule finds anything.
pub(crate) fn declaration(random: &mut Rng) -> Map<String, Json> {
    let mut properties = Map::new();
    let pools = [json!({ "Ref": "Pool" }), json!("eu-west-1_Ab12Cd34e"), json!({ "Fn::ImportValue": "pool-id" })];
    set(&mut properties, "UserPoolId", one_of(random, &pools));
    if random.bool() {
        let names = [json!("web"), json!("a b+c=d,e.f@g-h_1"), json!({ "Fn::Sub": "${AWS::StackName}-web" })];
        set(&mut properties, "ClientName", one_of(random, &names));
    }
    let has_secret = random.bool();
    sign_in(random, &mut properties, has_secret);
    pages(random, &mut properties, has_secret);
    token_lives(random, &mut properties);
    analytics(random, &mut properties);
    if random.bool() {
        set(&mut properties, "PreventUserExistenceErrors", one_of(random, &[json!("ENABLED"), json!("LEGACY")]));
    }
    if random.bool() {
        set(
            &mut properties,
            "EnableTokenRevocation",
            one_of(random, &[json!(true), json!(false), json!({ "Ref": "Flag" })]),
        );
    }
    if has_secret {
        set(&mut properties, "GenerateSecret", json!(true));
        if random.bool() {
            set(&mut properties, "EnablePropagateAdditionalUserContextData", json!(random.bool()));
        }
    } else if random.bool() {
        set(&mut properties, "GenerateSecret", json!(false));
    }
    let readable = ["email", "email_verified", "sub", "custom:tier", "family_name", "updated_at"];
    let writable = ["email", "name", "custom:tier", "zoneinfo", "website"];
    if random.bool() {
        set(&mut properties, "ReadAttributes", some_of(random, &readable));
    }
    if random.bool() {
        set(&mut properties, "WriteAttributes", some_of(random, &writable));
    }
    properties
}

/// How programs sign users in.
fn sign_in(random: &mut Rng, properties: &mut Map<String, Json>, has_secret: bool) {
    let allowed = ["ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_USER_AUTH", "ALLOW_ADMIN_USER_PASSWORD_AUTH"];
    let legacy = ["ADMIN_NO_SRP_AUTH", "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"];
    match random.u8(0..4) {
        0 => {}
        1 => {
            let mut flows = some_of(random, &allowed);
            if let Json::Array(flows) = &mut flows {
                flows.insert(random.usize(0..=flows.len()), json!("ALLOW_REFRESH_TOKEN_AUTH"));
            }
            set(properties, "ExplicitAuthFlows", flows);
        }
        2 => set(properties, "ExplicitAuthFlows", some_of(random, &legacy)),
        _ => {
            set(properties, "ExplicitAuthFlows", some_of(random, &allowed));
            let rotation = match random.u8(0..3) {
                0 => json!({ "Feature": "ENABLED" }),
                1 => json!({ "Feature": "ENABLED", "RetryGracePeriodSeconds": random.u8(0..=60) }),
                _ => json!({ "Feature": "ENABLED", "RetryGracePeriodSeconds": { "Ref": "Seconds" } }),
            };
            set(properties, "RefreshTokenRotation", rotation);
        }
    }
    if !has_secret && random.bool() {
        set(properties, "AuthSessionValidity", json!(random.u8(3..=15)));
    }
}

/// The pages of the managed login.
fn pages(random: &mut Rng, properties: &mut Map<String, Json>, has_secret: bool) {
    let flows = match random.u8(0..5) {
        0 => return,
        1 if has_secret => {
            set(properties, "AllowedOAuthFlows", json!(["client_credentials"]));
            set(properties, "AllowedOAuthFlowsUserPoolClient", json!(true));
            set(
                properties,
                "AllowedOAuthScopes",
                some_of(random, &["orders/read", "https://api.example.com/v1/write"]),
            );
            return;
        }
        2 => json!(["implicit"]),
        3 => json!(["code", "implicit"]),
        _ => json!(["code"]),
    };
    set(properties, "AllowedOAuthFlows", flows);
    set(properties, "AllowedOAuthFlowsUserPoolClient", json!(true));
    let mut scopes = some_of(random, &["email", "phone", "profile", "aws.cognito.signin.user.admin", "orders/read"]);
    if let Json::Array(scopes) = &mut scopes {
        scopes.push(json!("openid"));
    }
    set(properties, "AllowedOAuthScopes", scopes);
    let urls = [
        "https://app.example.com/callback",
        "http://localhost:3000/cb",
        "myapp://signed-in",
        "https://例え.example/入口?a=b",
    ];
    let mut callbacks = some_of(random, &urls);
    if let Json::Array(callbacks) = &mut callbacks {
        if random.bool() {
            set(properties, "DefaultRedirectURI", callbacks[random.usize(0..callbacks.len())].clone());
        }
        if random.bool() {
            callbacks.push(json!({ "Fn::Sub": "https://${Domain}/callback" }));
        }
        if random.bool() {
            callbacks.push(
                json!({ "Fn::Join": ["", ["https://", { "Fn::GetAtt": ["LB", "DNSName"] }, "/oauth2/idpresponse"]] }),
            );
        }
        if random.u8(0..4) == 0 {
            callbacks.push(json!({ "Fn::If": ["IsProd", "https://example.com/a", { "Ref": "AWS::NoValue" }] }));
        }
    }
    set(properties, "CallbackURLs", callbacks);
    if random.bool() {
        set(properties, "LogoutURLs", some_of(random, &["https://app.example.com/out", "http://localhost/out"]));
    }
    let mut providers = some_of(random, &["Google", "Facebook", "SignInWithApple", "LoginWithAmazon", "Okta One"]);
    if let Json::Array(providers) = &mut providers {
        providers.push(json!("COGNITO"));
        if random.bool() {
            providers.push(json!({ "Ref": "OktaProvider" }));
        }
    }
    set(properties, "SupportedIdentityProviders", providers);
}

/// Five minutes to a day for the first two, an hour to ten years for the last, which outlives them.
fn token_lives(random: &mut Rng, properties: &mut Map<String, Json>) {
    let mut units = Map::new();
    let short = [("seconds", 300, 86_400), ("minutes", 5, 1440), ("hours", 1, 24), ("days", 1, 1)];
    for (life, member) in [("AccessTokenValidity", "AccessToken"), ("IdTokenValidity", "IdToken")] {
        if random.bool() {
            let (unit, least, greatest) = short[random.usize(0..short.len())];
            set(properties, life, json!(random.i64(least..=greatest)));
            units.insert(member.into(), json!(unit));
        }
    }
    let long =
        [("seconds", 86_400, 315_360_000), ("minutes", 1440, 5_256_000), ("hours", 24, 87_600), ("days", 1, 3650)];
    if random.bool() {
        let (unit, least, greatest) = long[random.usize(0..long.len())];
        set(properties, "RefreshTokenValidity", json!(random.i64(least..=greatest)));
        units.insert("RefreshToken".into(), json!(unit));
    }
    if !units.is_empty() {
        set(properties, "TokenValidityUnits", Json::Object(units));
    }
}

fn analytics(random: &mut Rng, properties: &mut Map<String, Json>) {
    let arn = "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0123456789abcdef0123456789abcdef";
    let role = "arn:aws:iam::123456789012:role/pinpoint";
    let configuration = match random.u8(0..5) {
        0 => json!({ "ApplicationArn": arn, "UserDataShared": random.bool() }),
        1 => json!({ "ApplicationId": "0123456789abcdef0123456789abcdef", "ExternalId": "e", "RoleArn": role }),
        2 => json!({ "ApplicationArn": { "Fn::GetAtt": ["App", "Arn"] } }),
        _ => return,
    };
    set(properties, "AnalyticsConfiguration", configuration);
}

fn set(properties: &mut Map<String, Json>, name: &str, value: Json) {
    properties.insert(name.into(), value);
}

fn one_of(random: &mut Rng, values: &[Json]) -> Json {
    values[random.usize(0..values.len())].clone()
}

/// One or more of them, in any order.
fn some_of(random: &mut Rng, values: &[&str]) -> Json {
    let mut values = values.to_vec();
    random.shuffle(&mut values);
    values.truncate(random.usize(1..=values.len()));
    json!(values)
}
