//! `cognito-cfn diff`: which values differ, what they fall back to, how it reads, and with which exit code.

#[path = "support/diff.rs"]
mod support;

use cognito_cfn::{Json, json};
use std::collections::BTreeSet;
use support::{change, changes, diff, entries, template};

#[test]
fn values_that_mean_the_same_are_no_change() {
    for (old, new) in [
        (
            json!({ "AccessTokenValidity": 2 }),
            json!({ "AccessTokenValidity": 120, "TokenValidityUnits": { "AccessToken": "minutes" } }),
        ),
        (json!({ "AccessTokenValidity": "2" }), json!({ "AccessTokenValidity": 2 })),
        (json!({ "RefreshTokenValidity": 30 }), json!({})),
        (json!({ "RefreshTokenValidity": 720, "TokenValidityUnits": { "RefreshToken": "hours" } }), json!({})),
        (json!({ "TokenValidityUnits": { "AccessToken": "minutes" } }), json!({})),
        (json!({ "CallbackURLs": ["https://a", "https://b"] }), json!({ "CallbackURLs": ["https://b", "https://a"] })),
        (json!({ "CallbackURLs": [] }), json!({})),
        (json!({ "AllowedOAuthFlowsUserPoolClient": "true" }), json!({ "AllowedOAuthFlowsUserPoolClient": true })),
        (json!({ "AllowedOAuthFlowsUserPoolClient": false }), json!({})),
        (json!({ "EnableTokenRevocation": true }), json!({})),
        (json!({ "PreventUserExistenceErrors": "LEGACY" }), json!({})),
        (json!({ "AuthSessionValidity": "3" }), json!({})),
        (
            json!({ "ExplicitAuthFlows": [] }),
            json!({ "ExplicitAuthFlows": ["ALLOW_CUSTOM_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"] }),
        ),
        (json!({ "RefreshTokenRotation": { "Feature": "DISABLED" } }), json!({})),
        (
            json!({ "RefreshTokenRotation": { "Feature": "ENABLED" } }),
            json!({
                "RefreshTokenRotation": { "Feature": "ENABLED" },
                "ExplicitAuthFlows": ["ALLOW_CUSTOM_AUTH", "ALLOW_USER_SRP_AUTH"],
            }),
        ),
        (
            json!({ "AnalyticsConfiguration": { "ApplicationArn": "a", "UserDataShared": "false" } }),
            json!({ "AnalyticsConfiguration": { "ApplicationArn": "a" } }),
        ),
        (json!({ "ClientName": { "Ref": "AWS::NoValue" } }), json!({})),
        (json!({ "ClientName": { "Ref": "Name" } }), json!({ "ClientName": { "Fn::Sub": "${Name}" } })),
        (json!({ "ClientName": { "Fn::GetAtt": "A.B" } }), json!({ "ClientName": { "Fn::GetAtt": ["A", "B"] } })),
        (json!({ "ClientName": 12 }), json!({ "ClientName": "12" })),
    ] {
        for (old, new) in [(&old, &new), (&new, &old)] {
            assert_eq!(changes(&template(old), &template(new)), (0, vec![]), "{old} {new}");
        }
    }
}

#[test]
fn a_property_that_is_no_longer_written_falls_back_to_its_default() {
    for (properties, property, old, new) in [
        (json!({ "AccessTokenValidity": 2 }), "access_token_validity", json!("2 hours"), json!("1 hour")),
        (
            json!({ "IdTokenValidity": 1, "TokenValidityUnits": { "IdToken": "days" } }),
            "id_token_validity",
            json!("1 day"),
            json!("1 hour"),
        ),
        (json!({ "RefreshTokenValidity": 7 }), "refresh_token_validity", json!("7 days"), json!("30 days")),
        (
            json!({ "PreventUserExistenceErrors": "ENABLED" }),
            "prevent_user_existence_errors",
            json!("ENABLED"),
            json!("LEGACY"),
        ),
        (json!({ "CallbackURLs": ["https://a"] }), "callback_urls", json!(["https://a"]), json!([])),
        (json!({ "ReadAttributes": ["email"] }), "read_attributes", json!(["email"]), json!([])),
        (json!({ "ClientName": "web" }), "client_name", json!("web"), json!(null)),
        (
            json!({ "DefaultRedirectURI": { "Fn::Sub": "https://${D}" } }),
            "default_redirect_uri",
            json!({ "Fn::Sub": "https://${D}" }),
            json!(null),
        ),
        (json!({ "EnableTokenRevocation": false }), "enable_token_revocation", json!(false), json!(true)),
        (
            json!({ "ExplicitAuthFlows": ["ALLOW_USER_AUTH"] }),
            "explicit_auth_flows",
            json!(["ALLOW_USER_AUTH"]),
            json!(["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"]),
        ),
        (
            json!({ "RefreshTokenRotation": { "RetryGracePeriodSeconds": 30 } }),
            "refresh_token_rotation.retry_grace_period_seconds",
            json!("30 seconds"),
            json!("0 seconds"),
        ),
    ] {
        let expected = (1, change(property, "changed", old, new));
        assert_eq!(changes(&template(&properties), &template(&json!({}))), expected);
    }
}

/// The default flows are others while the client rotates refresh tokens.
#[test]
fn rotation_changes_the_default_flows() {
    let old = template(&json!({ "RefreshTokenRotation": { "Feature": "ENABLED" } }));
    let expected = "\
Web: changed in place
  explicit_auth_flows: [AllowCustomAuth, AllowUserSrpAuth] -> default (AllowRefreshTokenAuth, AllowUserSrpAuth and AllowCustomAuth)
  refresh_token_rotation.feature: Enabled -> default (Disabled)

1 app client: 1 changed
";
    assert_eq!(diff(&old, &template(&json!({})), &[]).stdout, expected);
}

#[test]
fn what_is_known_at_deployment_only_is_no_change() {
    let url = |text: &str| json!({ "Fn::Sub": text });
    for (old, new, action) in [
        (json!({ "ClientName": "web" }), json!({ "ClientName": { "Ref": "Name" } }), "unknown"),
        (json!({ "ClientName": "web" }), json!({ "ClientName": "{{resolve:ssm:/name}}" }), "unknown"),
        (json!({ "ClientName": { "Ref": "Name" } }), json!({ "ClientName": { "Ref": "Other" } }), "unknown"),
        (json!({ "ClientName": url("${S}-web") }), json!({ "ClientName": url("${T}-web") }), "unknown"),
        (json!({ "ClientName": url("${S}-web") }), json!({ "ClientName": url("${S}-app") }), "changed"),
        (json!({ "AccessTokenValidity": { "Ref": "Hours" } }), json!({ "AccessTokenValidity": 2 }), "unknown"),
        (
            json!({ "AccessTokenValidity": 2, "TokenValidityUnits": { "AccessToken": { "Ref": "Unit" } } }),
            json!({ "AccessTokenValidity": 2 }),
            "unknown",
        ),
        (json!({ "CallbackURLs": { "Ref": "Urls" } }), json!({ "CallbackURLs": ["https://a"] }), "unknown"),
        (json!({ "CallbackURLs": { "Ref": "Urls" } }), json!({}), "unknown"),
        (json!({ "CallbackURLs": [url("https://${D}")] }), json!({ "CallbackURLs": ["https://a"] }), "unknown"),
        (json!({ "CallbackURLs": [url("https://${D}")] }), json!({ "CallbackURLs": [] }), "changed"),
        (
            json!({ "CallbackURLs": [url("https://${D}")] }),
            json!({ "CallbackURLs": ["https://a", "https://b"] }),
            "changed",
        ),
        (
            json!({ "CallbackURLs": [url("https://${D}"), "https://a"] }),
            json!({ "CallbackURLs": ["https://b", url("https://${D}")] }),
            "changed",
        ),
        (json!({ "ClientName": { "Fn::If": ["A", "a", "b"] } }), json!({}), "unknown"),
        (json!({ "AnalyticsConfiguration": { "Fn::If": ["A", {}, {}] } }), json!({}), "unknown"),
    ] {
        for (old, new) in [(&old, &new), (&new, &old)] {
            let (code, changes) = changes(&template(old), &template(new));
            assert_eq!(code, u8::from(action == "changed"), "{old} {new}");
            assert!(!changes.is_empty() && changes.iter().all(|change| change.1 == action), "{old} {new} {changes:?}");
        }
    }
}

/// What replaces a client is said by the registry schema.
#[test]
fn a_change_replaces_the_client_where_the_registry_schema_says_so() {
    let schema = include_str!("../../tests/data/registry-schema.json");
    let schema: Json = serde_json::from_str(schema).unwrap();
    let names = |list: &str| -> BTreeSet<String> {
        let pointers = schema[list].as_array().unwrap().iter();
        pointers.map(|pointer| pointer.as_str().unwrap().rsplit('/').next().unwrap().to_owned()).collect()
    };
    let (create_only, read_only) = (names("createOnlyProperties"), names("readOnlyProperties"));
    let mut compared = 0;
    for (name, property) in schema["properties"].as_object().unwrap() {
        let (old, new) = match property["type"].as_str() {
            Some("boolean") => (json!(true), json!(false)),
            Some("integer") => (json!(7), json!(8)),
            Some("array") => (json!(["a"]), json!(["b"])),
            Some("string") => (json!("a"), json!("b")),
            // A block, of which no member is create-only.
            _ => continue,
        };
        let with = |value: Json| {
            let mut properties = json!({ "UserPoolId": "eu-west-1_a" });
            properties[name] = value;
            template(&properties)
        };
        let code = entries(&with(old), &with(new)).0;
        let expected = if read_only.contains(name) { 0 } else { 1 + 2 * u8::from(create_only.contains(name)) };
        assert_eq!(code, expected, "{name}");
        compared += 1;
    }
    assert!(compared > 20);
}

#[test]
fn a_replacement_names_the_property_that_causes_it() {
    let (old, new) = (json!({ "ClientName": "a" }), json!({ "ClientName": "b", "GenerateSecret": true }));
    let (code, entries) = entries(&template(&old), &template(&new));
    assert_eq!(code, 3);
    assert_eq!(
        entries,
        [
            json!({
                "logical_id": "Web", "action": "changed", "property": "client_name", "old": "a", "new": "b",
                "replacement": false,
            }),
            json!({
                "logical_id": "Web", "action": "replaced", "property": "generate_secret", "old": false, "new": true,
                "replacement": true,
            }),
        ]
    );
}

#[test]
fn another_pool_of_the_template_replaces_the_client() {
    let with = |pool: &str| {
        let mut template = template(&json!({ "UserPoolId": { "Ref": pool } }));
        template["Resources"][pool] = json!({ "Type": "AWS::Cognito::UserPool" });
        template
    };
    assert_eq!(entries(&with("Pool"), &with("OtherPool")).0, 3);
    // A parameter can have the id of the same pool.
    let of_parameter = template(&json!({ "UserPoolId": { "Ref": "PoolId" } }));
    let (code, entries) = entries(&with("Pool"), &of_parameter);
    assert_eq!((code, &entries[0]["action"], &entries[0]["replacement"]), (0, &json!("unknown"), &json!(true)));
}

#[test]
fn a_default_that_is_written_out_may_replace_the_client() {
    let written = template(&json!({ "GenerateSecret": false }));
    for (old, new) in [(&written, &template(&json!({}))), (&template(&json!({})), &written)] {
        let (code, changes) = changes(old, new);
        assert_eq!((code, changes), (0, change("generate_secret", "unknown", json!(false), json!(false))));
        assert!(diff(old, new, &[]).stdout.contains("may replace the client"));
    }
}

#[test]
fn what_is_in_no_table_is_compared_as_it_is_written() {
    let of = |value: Json| template(&json!({ "ANewProperty": value }));
    assert_eq!(
        changes(&of(json!([1])), &of(json!([2]))),
        (1, change("ANewProperty", "changed", json!([1]), json!([2])))
    );
    assert_eq!(changes(&of(json!([1])), &of(json!([1]))), (0, vec![]));
    for name in ["ClientSecret", "client_secret"] {
        let of = |secret: &str| template(&json!({ name: secret }));
        assert_eq!(changes(&of("a"), &of("b")), (0, vec![]));
    }
    let of = |then: &str| {
        let chosen = json!({ "Fn::If": ["A", { "ClientName": then }, {}] });
        json!({ "Resources": { "Web": { "Type": "AWS::Cognito::UserPoolClient", "Properties": chosen } } })
    };
    assert_eq!(changes(&of("a"), &of("a")), (0, vec![]));
    let (code, changes) = changes(&of("a"), &of("b"));
    assert_eq!((code, changes.len(), changes[0].1.as_str()), (0, 1, "unknown"));
}

#[test]
fn json_has_its_members_in_order() {
    let output = diff(&template(&json!({ "ClientName": "a" })), &template(&json!({})), &["--format", "json"]);
    let expected = r#"[
  {
    "logical_id": "Web",
    "action": "changed",
    "property": "client_name",
    "old": "a",
    "new": null,
    "replacement": false
  }
]
"#;
    assert_eq!(output.stdout, expected);
}

#[test]
fn how_it_reads() {
    let old = json!({
        "AccessTokenValidity": 2, "RefreshTokenValidity": 7, "PreventUserExistenceErrors": "ENABLED",
        "AllowedOAuthFlows": ["code"], "CallbackURLs": ["https://a", { "Fn::Sub": "https://${D}/cb" }],
        "ClientName": "web\u{1b}[31m",
    });
    let new = json!({
        "GenerateSecret": true, "AllowedOAuthFlows": ["code", "implicit"],
        "CallbackURLs": [{ "Fn::Sub": "https://${D}/cb" }, "https://b"],
        "ClientName": { "Fn::Join": ["-", ["web", { "Ref": "S" }]] },
    });
    let output = diff(&template(&old), &template(&new), &[]);
    let expected = r#"Web: replaced: a new client id and secret; users must sign in again
  access_token_validity: 2 hours -> default (1 hour)
  allowed_oauth_flows:
    + Implicit
  callback_urls:
    - "https://a"
    + "https://b"
  client_name: "web\u001b[31m" -> Join("-", ["web",{"Ref":"S"}]) (not known before deployment)
  generate_secret: default (false) -> true (replaces the client)
  prevent_user_existence_errors: Enabled -> default (Legacy)
  refresh_token_validity: 7 days -> default (30 days)
    note: an update without the property may leave the old value; write the value you want

1 app client: 1 replaced
"#;
    assert_eq!((output.code, output.stdout.as_str()), (3, expected));
    let colored = diff(&template(&old), &template(&new), &["--color", "always"]);
    assert!(colored.stdout.starts_with("\u{1b}["), "{}", colored.stdout);
}
