//! `import` as a process: what it reads, what it says, and how it exits.

#[path = "support/command.rs"]
mod command;

use command::{folder, run, run_with_input};

const CLIENT: &str =
    r#"{ "Type": "AWS::Cognito::UserPoolClient", "Properties": { "UserPoolId": "eu-west-1_Ab12Cd34e" } }"#;
const WITHOUT: &str = r#"{ "Resources": { "Topic": { "Type": "AWS::SNS::Topic" } } }"#;

/// A template with these resources.
fn template(ids: &[&str]) -> String {
    let resources: Vec<String> = ids.iter().map(|id| format!("{id:?}: {CLIENT}")).collect();
    format!("{{ \"Resources\": {{ {} }} }}", resources.join(", "))
}

/// What describes a client of that name, with a secret.
fn described(client_name: &str) -> String {
    format!(
        r#"{{ "UserPoolClient": {{ "UserPoolId": "eu-west-1_Ab12Cd34e", "ClientName": "{client_name}", "ClientId":
        "1example23456789", "ClientSecret": "s3cr3ts3cr3t", "LastModifiedDate": "2026-01-01", "RefreshTokenValidity": 30,
        "EnableTokenRevocation": true }} }}"#
    )
}

#[test]
fn the_functions_of_a_folder_have_different_names() {
    let folder =
        folder(&[("a.json", &template(&["Web", "Api"])), ("b/b.json", &template(&["Web"])), ("c.json", WITHOUT)]);
    let ran = run(folder.path(), &["import", "."]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let functions: Vec<&str> =
        ran.stdout.lines().filter(|line| line.starts_with("pub fn") || line.starts_with("// Of")).collect();
    let expected = [
        "// Of `./a.json`.",
        "pub fn api() -> CfnUserPoolClient {",
        "pub fn web() -> CfnUserPoolClient {",
        "// Of `./b/b.json`.",
        "pub fn client_web() -> CfnUserPoolClient {",
    ];
    assert_eq!(functions, expected);
}

#[test]
fn one_resource_is_imported() {
    let folder = folder(&[("t.json", &template(&["Web", "Api"]))]);
    let ran = run(folder.path(), &["import", "t.json", "--resource", "Api"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    assert!(ran.stdout.contains("pub fn api()") && !ran.stdout.contains("pub fn web()"), "{}", ran.stdout);
    let ran = run(folder.path(), &["import", "t.json", "--resource", "Mobile"]);
    let stderr = "error: no app client `Mobile` in t.json\nhelp: use `Api` or `Web`\n";
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (1, "", stderr));
    let ran = run(folder.path(), &["import", "t.json", "--resource", "Api", "--app"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (2, ""));
}

#[test]
fn without_clients_there_is_no_module() {
    let folder = folder(&[
        ("t.json", WITHOUT),
        (
            "loop.json",
            r#"{ "Resources": { "Fn::ForEach::Clients": ["Name", ["A"],
        { "${Name}Client": { "Type": "AWS::Cognito::UserPoolClient" } }] } }"#,
        ),
    ]);
    let ran = run(folder.path(), &["import", "t.json"]);
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (1, "", "error: no app clients in t.json\n"));
    let ran = run(folder.path(), &["import", "loop.json"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.starts_with("note: loop.json: `Fn::ForEach::Clients` is not imported"), "{}", ran.stderr);
    // A program is made of any template.
    for name in ["t.json", "loop.json"] {
        let ran = run(folder.path(), &["import", name, "--app"]);
        assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
        assert!(ran.stdout.contains("fn main()"), "{}", ran.stdout);
    }
}

#[test]
fn a_program_is_of_one_template() {
    let serverless = "service: shop\nresources:\n  Resources:\n    Web:\n      Type: AWS::Cognito::UserPoolClient\n";
    let folder = folder(&[
        ("in/a.json", &template(&["A"])),
        ("in/b.json", &template(&["B"])),
        ("empty/readme.txt", ""),
        ("serverless.yml", serverless),
    ]);
    for (path, message) in [
        ("in", "error: `--app` rebuilds one template; in has 2\nhelp: name one of them, such as in/a.json\n"),
        ("serverless.yml", "error: serverless.yml is not a whole template"),
    ] {
        let ran = run(folder.path(), &["import", path, "--app"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{path}");
        assert!(ran.stderr.starts_with(message), "{path}: {}", ran.stderr);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_an_error() {
    let folder = folder(&[
        ("broken.json", r#"{ "Resources": { "A": { "Type": "AWS::Cognito::UserPoolClient""#),
        ("t.json", &template(&["Web"])),
    ]);
    for path in ["broken.json", "missing.json"] {
        let ran = run(folder.path(), &["import", path]);
        assert_eq!((ran.code, ran.stdout.as_str()), (2, ""), "{path}");
        assert!(ran.stderr.contains(path), "{}", ran.stderr);
    }
    // The others of a folder are imported anyway.
    let ran = run(folder.path(), &["import", "."]);
    assert_eq!(ran.code, 0);
    assert!(ran.stdout.contains("pub fn web()") && ran.stderr.starts_with("note: ./broken.json"), "{}", ran.stderr);
}

#[test]
fn a_deployed_client_is_declared_without_what_is_its_own() {
    let expected = "\
//! The app clients of standard input.

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The app client `WebApp`.
pub fn web_app() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: \"WebApp\",
        client_name: \"web app\",
        generate_secret: true,
        user_pool_id: \"eu-west-1_Ab12Cd34e\",
    }
}
";
    let folder = folder(&[]);
    let ran = run_with_input(folder.path(), &["import", "-"], &described("web app"));
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (0, expected, ""));
    // Nor does a client with errors show it.
    let ran = run_with_input(folder.path(), &["import", "-"], &described("web!"));
    assert!(ran.stdout.contains("from_json") && !ran.stdout.contains("s3cr3t"), "{}", ran.stdout);
    let ran = run_with_input(folder.path(), &["import", "-", "--app"], &described("web"));
    assert!(ran.stdout.contains("fn main()") && !ran.stdout.contains("s3cr3t"), "{}", ran.stdout);
    assert!(!ran.stdout.contains("EnableTokenRevocation"), "{}", ran.stdout);
    let broken = described("web").replace("}", "");
    let ran = run_with_input(folder.path(), &["import", "-"], &broken);
    assert_eq!(ran.code, 2);
    assert!(!ran.stderr.contains("s3cr3t"), "{}", ran.stderr);
}

#[test]
fn what_the_serverless_framework_fills_in_is_raw() {
    let serverless = "\
service: shop
resources:
  Conditions:
    IsProd: !Equals [a, b]
  Resources:
    WebClient:
      Type: AWS::Cognito::UserPoolClient
      DeletionPolicy: ${self:custom.policy}
      Properties:
        UserPoolId: !Ref UserPool
        ClientName: ${self:service}-web
        CallbackURLs: [!Sub 'https://${self:custom.domain}/callback', 'http://localhost:5173/callback']
        LogoutURLs: !If [IsProd, ['https://${self:custom.domain}/'], !Ref AWS::NoValue]
        SupportedIdentityProviders: [COGNITO]
        AllowedOAuthFlows: [code]
        AllowedOAuthFlowsUserPoolClient: true
        AllowedOAuthScopes: [openid]
        AccessTokenValidity: ${self:custom.minutes}
        TokenValidityUnits: { AccessToken: minutes }
        PreventUserExistenceErrors: ENABLED
";
    let expected = "\
        // Raw JSON: the Serverless Framework fills in `${…}`; write a Rust expression instead.
        access_token_validity: Raw(\"${self:custom.minutes}\"),
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId],
        // Raw JSON: the Serverless Framework fills in `${…}`; write a Rust expression instead.
        callback_urls: [
            Raw({ \"Fn::Sub\": \"https://${self:custom.domain}/callback\" }),
            \"http://localhost:5173/callback\",
        ],
        // Raw JSON: the Serverless Framework fills in `${…}`; write a Rust expression instead.
        client_name: Raw(\"${self:service}-web\"),
        // Raw JSON: the Serverless Framework fills in `${…}`; write a Rust expression instead.
        logout_urls: If(\"IsProd\", [Raw(\"https://${self:custom.domain}/\")], NoValue),
        prevent_user_existence_errors: Enabled,
        supported_identity_providers: [Cognito],
        token_validity_units: {
            access_token: Minutes,
        },
        user_pool_id: Ref(\"UserPool\"),
        // Raw JSON: the Serverless Framework fills in `${…}`; write a Rust expression instead.
        deletion_policy: Raw(\"${self:custom.policy}\"),
";
    let folder = folder(&[("serverless.yml", serverless)]);
    let ran = run(folder.path(), &["import", "serverless.yml"]);
    assert_eq!((ran.code, ran.stderr.as_str()), (0, ""));
    let (_, entries) = ran.stdout.split_once("logical_id: \"WebClient\",\n").expect("a declaration");
    let (entries, _) = entries.split_once("    }\n}\n").expect("its end");
    assert_eq!(entries.trim_start(), expected);
}
