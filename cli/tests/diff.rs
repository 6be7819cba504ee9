//! `cognito-cfn diff`: what it finds between two sides, how it says it, and with which exit code.

use cognito_cfn::{Json, json};
use std::collections::BTreeSet;
use std::fs;
use tempfile::TempDir;

struct Output {
    code: u8,
    stdout: String,
    stderr: String,
}

fn diff(old: &Json, new: &Json, arguments: &[&str]) -> Output {
    let folder = TempDir::new().unwrap();
    let path = |name: &str, json: &Json| {
        let path = folder.path().join(name);
        fs::write(&path, json.to_string()).unwrap();
        path.display().to_string()
    };
    run(&path("old.json", old), &path("new.json", new), arguments)
}

fn run(old: &str, new: &str, arguments: &[&str]) -> Output {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let all = [&["cognito-cfn", "diff", old, new], arguments].concat();
    let code = cognito_cfn_cli::run(all, &mut stdout, &mut stderr);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Output { code, stdout: text(stdout), stderr: text(stderr) }
}

fn entries(old: &Json, new: &Json) -> (u8, Vec<Json>) {
    let output = diff(old, new, &["--format", "json"]);
    assert_eq!(output.stderr, "");
    (output.code, serde_json::from_str(&output.stdout).unwrap())
}

fn client(properties: &Json) -> Json {
    json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": properties })
}

/// A template with one client.
fn template(properties: &Json) -> Json {
    let mut properties = properties.clone();
    if properties.get("UserPoolId").is_none() {
        properties["UserPoolId"] = json!({ "Ref": "Pool" });
    }
    json!({ "Resources": { "Web": client(&properties), "Pool": { "Type": "AWS::Cognito::UserPool" } } })
}

fn live(client: &Json) -> Json {
    json!({ "UserPoolClient": client })
}

/// Property, action, old and new value of each entry.
fn changes(old: &Json, new: &Json) -> (u8, Vec<(String, String, Json, Json)>) {
    let (code, entries) = entries(old, new);
    let of = |entry: &Json, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
    let changes = entries
        .iter()
        .map(|entry| (of(entry, "property"), of(entry, "action"), entry["old"].clone(), entry["new"].clone()));
    (code, changes.collect())
}

fn change(property: &str, action: &str, old: Json, new: Json) -> Vec<(String, String, Json, Json)> {
    vec![(property.to_owned(), action.to_owned(), old, new)]
}

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
            json!({ "RefreshTokenRotation": { "Feature": "ENABLED" } }),
            "refresh_token_rotation.feature",
            json!("ENABLED"),
            json!("DISABLED"),
        ),
    ] {
        let expected = (1, change(property, "changed", old, new));
        assert_eq!(changes(&template(&properties), &template(&json!({}))), expected);
    }
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
            json!({ "logical_id": "Web", "action": "changed", "property": "client_name", "old": "a", "new": "b", "replacement": false }),
            json!({ "logical_id": "Web", "action": "replaced", "property": "generate_secret", "old": false, "new": true, "replacement": true }),
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
    let of = |secret: &str| template(&json!({ "ClientSecret": secret }));
    assert_eq!(changes(&of("a"), &of("b")), (0, vec![]));
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

fn templates(clients: &[(&str, Json)]) -> Json {
    let resources = clients.iter().map(|(id, client)| ((*id).to_owned(), client.clone()));
    json!({ "Resources": Json::Object(resources.collect()) })
}

#[test]
fn clients_are_matched_by_logical_id() {
    let of = |name: &str| client(&json!({ "UserPoolId": "eu-west-1_a", "ClientName": name }));
    let old = templates(&[("A", of("a")), ("B", of("b")), ("C", of("c"))]);
    let new = templates(&[("A", of("a")), ("B", of("x")), ("D", of("d"))]);
    let (code, entries) = entries(&old, &new);
    assert_eq!(code, 1);
    let whole = |id: &str, action: &str| json!({ "logical_id": id, "action": action, "property": null, "old": null, "new": null, "replacement": false });
    assert_eq!(entries[1..], [whole("C", "removed"), whole("D", "added")]);
    assert_eq!(entries[0]["property"], "client_name");
    // One client alone.
    let output = diff(&old, &new, &["--resource", "A"]);
    assert_eq!((output.code, output.stdout.as_str()), (0, "1 app client: no change\n"));
    let output = diff(&old, &new, &["--resource", "E"]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("no app client `E`"), "{}", output.stderr);
}

#[test]
fn another_logical_id_is_a_replacement() {
    let of = |name: &str| client(&json!({ "UserPoolId": "eu-west-1_a", "ClientName": name, "CallbackURLs": [] }));
    let mut kept = of("a");
    kept["DeletionPolicy"] = json!("Retain");
    let (old, new) = (templates(&[("A", kept), ("B", of("b"))]), templates(&[("B", of("b")), ("C", of("a"))]));
    let (code, entries) = entries(&old, &new);
    assert_eq!(code, 3);
    assert_eq!(
        entries,
        [json!({
            "logical_id": "A", "action": "replaced", "property": "logical_id", "old": "A", "new": "C", "replacement": true,
        })]
    );
    let text = diff(&old, &new, &[]).stdout;
    assert!(text.contains("logical_id: A -> C (replaces the client)"), "{text}");
    assert!(text.contains("note: its `DeletionPolicy` keeps the old client in the pool"), "{text}");
}

#[test]
fn policies_that_keep_a_client_are_said() {
    let with = |policy: &str| {
        let mut client = client(&json!({ "UserPoolId": "eu-west-1_a" }));
        client[policy] = json!("Retain");
        templates(&[("A", client)])
    };
    let none = templates(&[]);
    let removed = diff(&with("DeletionPolicy"), &none, &[]);
    assert_eq!(
        removed.stdout,
        "A: removed\n  note: its `DeletionPolicy` keeps the client in the pool\n\n1 app client: 1 removed\n"
    );
    let added = diff(&none, &with("DeletionPolicy"), &[]);
    assert_eq!(
        added.stdout,
        "A: added\n  note: its `DeletionPolicy` keeps the client when it is removed again\n\n1 app client: 1 added\n"
    );
    let other = templates(&[("A", client(&json!({ "UserPoolId": "eu-west-1_b" })))]);
    let replaced = diff(&with("UpdateReplacePolicy"), &other, &[]);
    assert!(replaced.stdout.contains("note: its `UpdateReplacePolicy` keeps the old client in the pool"));
}

/// A client as the service describes one that was created with nothing but its pool and name.
fn described() -> Json {
    json!({
        "UserPoolId": "us-east-1_a1B2c3D4e", "ClientName": "web", "ClientId": "3n4b5urk1ft4fl3mg5e62d9ado",
        "LastModifiedDate": "2024-01-01T00:00:00Z", "CreationDate": "2024-01-01T00:00:00Z",
        "RefreshTokenValidity": 30, "TokenValidityUnits": {}, "AllowedOAuthFlowsUserPoolClient": false,
        "EnableTokenRevocation": true, "EnablePropagateAdditionalUserContextData": false, "AuthSessionValidity": 3,
        "RefreshTokenRotation": { "Feature": "DISABLED", "RetryGracePeriodSeconds": 0 },
    })
}

#[test]
fn a_deployed_client_equals_its_template() {
    let pool = json!("us-east-1_a1B2c3D4e");
    for properties in [
        json!({ "UserPoolId": pool, "ClientName": "web" }),
        json!({ "UserPoolId": pool }),
        json!({ "UserPoolId": pool, "GenerateSecret": false }),
    ] {
        let template = template(&properties);
        assert_eq!(entries(&template, &live(&described())), (0, vec![]));
        assert_eq!(entries(&live(&described()), &template), (0, vec![]));
    }
    assert_eq!(entries(&live(&described()), &live(&described())), (0, vec![]));
}

#[test]
fn a_deployed_client_that_drifted() {
    let mut client = described();
    client["CallbackURLs"] = json!(["https://b", "https://a"]);
    client["ClientSecret"] = json!("1example2secret3of4a5client");
    client["AccessTokenValidity"] = json!(90);
    client["TokenValidityUnits"] = json!({ "AccessToken": "minutes" });
    let template = template(&json!({
        "UserPoolId": "us-east-1_a1B2c3D4e", "ClientName": "web", "GenerateSecret": true, "CallbackURLs": ["https://a"],
    }));
    let output = diff(&template, &live(&client), &[]);
    let expected = "\
Web: changed in place
  access_token_validity: default (1 hour) -> 90 minutes
  callback_urls:
    + \"https://b\"

1 app client: 1 changed
";
    assert_eq!((output.code, output.stdout.as_str()), (1, expected));
    assert!(!entries(&template, &live(&client)).1.iter().any(|entry| entry.to_string().contains("secret3of4")));
}

#[test]
fn a_described_client_is_matched_by_name_or_as_the_only_one() {
    let of = |name: &str| client(&json!({ "UserPoolId": "us-east-1_a1B2c3D4e", "ClientName": name }));
    let two = templates(&[("Api", of("api")), ("Web", of("web"))]);
    assert_eq!(entries(&two, &live(&described())), (0, vec![]));
    let only = templates(&[("Api", of("api"))]);
    assert_eq!(changes(&only, &live(&described())).1, change("client_name", "changed", json!("api"), json!("web")));
    let others = templates(&[("Api", of("api")), ("App", of("app"))]);
    let output = diff(&others, &live(&described()), &[]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("no app client is named `web` on the other side"), "{}", output.stderr);
    assert!(output.stderr.contains("write `--resource` with one of `Api` or `App`"), "{}", output.stderr);
    assert_eq!(diff(&others, &live(&described()), &["--resource", "Api"]).code, 1);
    let same = templates(&[("A", of("web")), ("B", of("web"))]);
    let output = diff(&live(&described()), &same, &[]);
    assert!(output.stderr.contains("several app clients are named `web`"), "{}", output.stderr);
    assert_eq!(diff(&live(&described()), &templates(&[]), &[]).code, 2);
}

#[test]
fn templates_of_two_assemblies_are_compared_file_by_file() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let artifact = |file: &str| json!({ "type": "aws:cloudformation:stack", "properties": { "templateFile": file } });
    let manifest =
        json!({ "artifacts": { "Dev": artifact("Dev.template.json"), "Prod": artifact("Prod.template.json") } });
    for (side, prod) in [("old", "a"), ("new", "b")] {
        write(&format!("{side}/manifest.json"), &manifest.to_string());
        write(&format!("{side}/Dev.template.json"), &template(&json!({ "ClientName": "dev" })).to_string());
        write(&format!("{side}/Prod.template.json"), &template(&json!({ "ClientName": prod })).to_string());
    }
    let at = |name: &str| folder.path().join(name).display().to_string();
    let output = run(&at("old"), &at("new"), &[]);
    let expected = "Web: changed in place\n  client_name: \"a\" -> \"b\"\n\n2 app clients: 1 changed\n";
    assert_eq!((output.code, output.stdout.as_str()), (1, expected));
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
        "CallbackURLs": [{ "Fn::Sub": "https://${D}/cb" }, "https://b"], "ClientName": { "Fn::Join": ["-", ["web", { "Ref": "S" }]] },
    });
    let output = diff(&template(&old), &template(&new), &[]);
    let expected = r#"Web: replaced: a new client id and secret; users must sign in again
  access_token_validity: 2 hours -> default (1 hour)
  allowed_oauth_flows:
    + Implicit
  callback_urls:
    - "https://a"
    + "https://b"
  client_name: "web\u001b[31m" -> Join("-",["web",{"Ref":"S"}]) (not known before deployment)
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

#[test]
fn a_side_that_cannot_be_read() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    fs::write(at("a.json"), template(&json!({})).to_string()).unwrap();
    fs::write(at("b.json"), r#"{ "UserPoolClient": { "ClientSecret": "1example2secret3of4a5client", ] "#).unwrap();
    fs::write(at("c.json"), "{}").unwrap();
    for (other, message) in [("missing.json", "no such file or directory"), ("c.json", "no template"), ("b.json", "")] {
        let output = run(&at("a.json"), &at(other), &["--format", "json"]);
        assert_eq!((output.code, output.stdout.as_str()), (2, ""), "{other}");
        assert!(output.stderr.contains(message) && output.stderr.contains(other), "{}", output.stderr);
        assert!(!output.stderr.contains("secret3of4"), "{}", output.stderr);
    }
    let empty = templates(&[]);
    assert_eq!(diff(&empty, &empty, &[]).stdout, "no app clients on either side\n");
}
