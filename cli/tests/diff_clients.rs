//! `cognito-cfn diff`: which client of one side is which of the other, and files that cannot be compared.

#[path = "support/diff.rs"]
mod support;

use cognito_cfn::{Json, json};
use std::fs;
use support::{change, changes, client, diff, entries, live, run, template, templates};
use tempfile::TempDir;

#[test]
fn clients_are_matched_by_logical_id() {
    let of = |name: &str| client(&json!({ "UserPoolId": "eu-west-1_a", "ClientName": name }));
    let old = templates(&[("A", of("a")), ("B", of("b")), ("C", of("c"))]);
    let new = templates(&[("A", of("a")), ("B", of("x")), ("D", of("d"))]);
    let (code, entries) = entries(&old, &new);
    assert_eq!(code, 1);
    let whole = |id: &str, action: &str| {
        json!({
            "logical_id": id, "action": action, "property": null, "old": null, "new": null, "replacement": false,
        })
    };
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
            "logical_id": "A", "action": "replaced", "property": "logical_id", "old": "A", "new": "C",
            "replacement": true,
        })]
    );
    let text = diff(&old, &new, &[]).stdout;
    assert!(text.contains("logical_id: A -> C (replaces the client)"), "{text}");
    assert!(text.contains("note: its `DeletionPolicy` keeps the old client in the pool"), "{text}");
}

/// A large folder on each side; comparing each client with each other would take minutes.
#[test]
fn many_clients_take_no_time() {
    let side = |prefix: &str| {
        let of = |at: usize| client(&json!({ "UserPoolId": "eu-west-1_a", "ClientName": format!("{prefix}{at}") }));
        let resources = (0..2000).map(|at| (format!("{prefix}{at}"), of(at)));
        json!({ "Resources": Json::Object(resources.collect()) })
    };
    let output = diff(&side("A"), &side("B"), &[]);
    assert_eq!(output.stdout.lines().last(), Some("4000 app clients: 2000 added, 2000 removed"));
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

/// The same as YAML, with short forms on the other side.
#[test]
fn both_sides_can_be_yaml() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    };
    let described = "\
UserPoolClient:
  ClientId: 3n4b5urk1ft4fl3mg5e62d9ado
  ClientName: web
  ClientSecret: 1example2secret3of4a5client
  LastModifiedDate: 2024-01-01T00:00:00+00:00
  AccessTokenValidity: 90
  TokenValidityUnits: { AccessToken: minutes }
  UserPoolId: us-east-1_a1B2c3D4e
";
    let declared = "\
Resources:
  Web:
    Type: AWS::Cognito::UserPoolClient
    Properties:
      UserPoolId: !Ref Pool
      ClientName: !Sub '${Stage}-web'
      GenerateSecret: 'true'
      AccessTokenValidity: 1
";
    let output = run(&write("live.yaml", described), &write("template.yaml", declared), &[]);
    let expected = "\
Web: changed in place
  access_token_validity: 90 minutes -> 1 hour
  client_name: \"web\" -> Sub(\"${Stage}-web\") (not known before deployment)
  user_pool_id: \"us-east-1_a1B2c3D4e\" -> Ref(\"Pool\") (not known before deployment)

1 app client: 1 changed
";
    assert_eq!((output.code, output.stdout.as_str()), (1, expected));
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
fn a_side_that_cannot_be_read() {
    let folder = TempDir::new().unwrap();
    let at = |name: &str| folder.path().join(name).display().to_string();
    fs::write(at("a.json"), template(&json!({})).to_string()).unwrap();
    fs::write(at("b.json"), r#"{ "UserPoolClient": { "ClientSecret": "1example2secret3of4a5client", ] "#).unwrap();
    fs::write(at("c.json"), "{}").unwrap();
    fs::write(at("d.json"), r#"{ "Resources": [] }"#).unwrap();
    for (other, message) in [
        ("d.json", "`Resources` is not an object"),
        ("missing.json", "no such file or directory"),
        ("c.json", "not a template"),
        ("b.json", ""),
    ] {
        let output = run(&at("a.json"), &at(other), &["--format", "json"]);
        assert_eq!((output.code, output.stdout.as_str()), (2, ""), "{other}");
        assert!(output.stderr.contains(message) && output.stderr.contains(other), "{}", output.stderr);
        assert!(!output.stderr.contains("secret3of4"), "{}", output.stderr);
    }
    let empty = templates(&[]);
    assert_eq!(diff(&empty, &empty, &[]).stdout, "no app clients on either side\n");
}
#[test]
fn standard_input_is_one_side() {
    let output = run("-", "-", &[]);
    assert_eq!(output.code, 2);
    assert!(output.stderr.contains("only be one of the two sides"), "{}", output.stderr);
}
