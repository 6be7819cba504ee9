//! Rules over a stack: a client among the resources of its pool. What the service refuses is known from rules whose
//! evidence `docs/rules.md` has.

#![allow(deprecated, reason = "what is declared here may have warnings")]

use cognito_cfn::{CfnResource, CfnUserPoolClient, Json, Output, Parameter, Severity, Stack, json, user_pool_client};

fn resource(id: &str, of: &str, properties: Json) -> CfnResource {
    CfnResource::new(id, format!("AWS::Cognito::{of}"), properties)
}

fn pool(properties: Json) -> CfnResource {
    resource("UserPool", "UserPool", properties)
}

fn server() -> CfnResource {
    let scopes =
        json!([{ "ScopeName": "read", "ScopeDescription": "r" }, { "ScopeName": "write", "ScopeDescription": "w" }]);
    let properties =
        json!({ "Identifier": "https://api.example/v1", "Scopes": scopes, "UserPoolId": { "Ref": "UserPool" } });
    resource("Orders", "UserPoolResourceServer", properties)
}

fn google() -> CfnResource {
    let properties = json!({
        "ProviderName": "Google",
        "ProviderType": "Google",
        "ProviderDetails": {},
        "AttributeMapping": { "email": "email", "custom:team": "hd", "username": "sub" },
        "UserPoolId": { "Ref": "UserPool" },
    });
    resource("GoogleProvider", "UserPoolIdentityProvider", properties)
}

/// What is found in a client among those resources, without what it finds in itself.
fn found(client: CfnUserPoolClient, others: impl IntoIterator<Item = CfnResource>) -> Vec<(String, String, String)> {
    let own = client.validate();
    let mut stack = Stack::new("s");
    for other in others {
        stack.add(other).expect("the ids differ");
    }
    stack.add(client).expect("the ids differ");
    reported(&stack, own.len())
}

fn reported(stack: &Stack, own: usize) -> Vec<(String, String, String)> {
    let findings = stack.validate().into_iter().skip(own);
    findings.map(|(_, finding)| (format!("{} {}", finding.code, finding.path), finding.message, finding.help)).collect()
}

fn codes(client: CfnUserPoolClient, others: impl IntoIterator<Item = CfnResource>) -> Vec<String> {
    found(client, others).into_iter().map(|(code, ..)| code).collect()
}

macro_rules! assert_reported {
    ($found:expr, [$($expected:expr),* $(,)?]) => {
        let found = $found;
        let found: Vec<(&str, &str, &str)> = found.iter().map(|(code, message, help)| (code.as_str(), message.as_str(), help.as_str())).collect();
        assert_eq!(found, &[$($expected),*] as &[(&str, &str, &str)]);
    };
}

/// A client that may ask for those scopes.
fn with_scopes(scopes: &[&str]) -> CfnUserPoolClient {
    user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: scopes.iter().map(|scope| scope.to_string()).collect::<Vec<_>>(),
        allow: [OA08, OA16],
    }
}

#[test]
fn a_scope_is_one_that_a_resource_server_of_the_stack_has() {
    let mut awaits = with_scopes(&["https://api.example/v1/read", "openid", "https://api.example/v1/write"]);
    awaits.add_dependency(&server());
    assert_reported!(found(awaits, [pool(json!({})), server()]), []);

    let mut client = with_scopes(&["https://api.example/v1/raed", "orders/read", "https://api.example/v2/read"]);
    client.add_dependency(&server());
    assert_reported!(
        found(client, [pool(json!({})), server()]),
        [
            (
                "SC03 allowed_oauth_scopes[0]",
                "the resource server `Orders` has no scope `raed`",
                "a scope with a similar name exists: `\"https://api.example/v1/read\"`",
            ),
            (
                "SC03 allowed_oauth_scopes[1]",
                "the stack has no resource server for the scope `orders/read`",
                "add a resource server with the identifier `orders` to the stack",
            ),
            (
                "SC03 allowed_oauth_scopes[2]",
                "the stack has no resource server for the scope `https://api.example/v2/read`",
                "a resource server with a similar identifier exists: `\"https://api.example/v1/read\"`",
            ),
        ]
    );
}

#[test]
fn a_scope_that_no_name_is_near_is_reported_with_those_there_are() {
    let help = |server: CfnResource| {
        let mut client = with_scopes(&["https://api.example/v1/administrate"]);
        client.add_dependency(&server);
        found(client, [pool(json!({})), server]).into_iter().map(|(.., help)| help).collect::<Vec<_>>()
    };
    assert_eq!(help(server()), ["use one of its scopes: `read` or `write`"]);
    let mut without = server();
    without.properties["Scopes"] = json!([]);
    assert_eq!(help(without), ["add a scope `administrate` to `Orders`"]);
}

#[test]
fn a_client_is_to_wait_for_the_resource_server_of_a_scope() {
    let mut client = with_scopes(&["https://api.example/v1/read"]);
    client.depends_on = vec!["Other".into()];
    assert_reported!(
        found(client, [pool(json!({})), server(), resource("Other", "UserPoolGroup", json!({}))]),
        [(
            "SC08 allowed_oauth_scopes[0]",
            "missing dependency on the resource server of `https://api.example/v1/read`",
            "write `depends_on: [\"Other\", \"Orders\"]`, or use `Sub(\"${Orders}/read\")` for the scope",
        )]
    );
    // Another scope of the same server that refers to it is enough, and so is a resource on the way.
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: ["https://api.example/v1/read", Sub("${Orders}/write")],
        allow: [OA08],
    };
    assert_reported!(found(client, [pool(json!({})), server()]), []);
    let mut between = resource("Between", "UserPoolGroup", json!({}));
    between.add_dependency(&server());
    let mut client = with_scopes(&["https://api.example/v1/read"]);
    client.add_dependency(&between);
    assert_reported!(found(client, [pool(json!({})), server(), between]), []);
}

#[test]
fn what_stands_outside_of_the_stack_is_not_known() {
    let outside = || {
        user_pool_client! {
            user_pool_id: ImportValue("pool"),
            allowed_oauth_scopes: ["orders/read"],
            supported_identity_providers: [Google],
            read_attributes: ["custom:tier"],
            explicit_auth_flows: [AllowUserAuth, AllowCustomAuth, AllowRefreshTokenAuth],
        }
    };
    assert_reported!(found(outside(), []), []);
    // A pool of the stack that is another one.
    assert_reported!(found(outside(), [pool(json!({ "UserPoolTier": "LITE" }))]), []);
    let mut stack = Stack::new("s");
    let mut parameter = outside();
    parameter.user_pool_id = Some(cognito_cfn::Intrinsic::reference("PoolId").into());
    let own = parameter.validate().len();
    assert!(stack.parameter("PoolId", Parameter::string()).is_ok() && stack.add(parameter).is_ok());
    assert_reported!(reported(&stack, own), []);
}

/// A client with something that the pool of the stack must be given.
fn of_more_than_the_pool_has() -> CfnUserPoolClient {
    user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: ["orders/read"],
        supported_identity_providers: [Google],
        read_attributes: ["custom:tier"],
        write_attributes: ["custom:tier"],
        allow: [OA08],
    }
}

/// How severe each of those findings is.
fn severities(stack: &Stack) -> Vec<(&'static str, Severity)> {
    let codes = ["AT01", "AT02", "IP01", "SC03"];
    let mut found: Vec<_> = stack
        .validate()
        .into_iter()
        .map(|(_, finding)| (finding.code, finding.severity))
        .filter(|(code, _)| codes.contains(code))
        .collect();
    found.sort_unstable();
    found
}

fn each(severity: Severity) -> Vec<(&'static str, Severity)> {
    ["AT01", "AT02", "IP01", "SC03"].map(|code| (code, severity)).to_vec()
}

fn stack_of(resources: impl IntoIterator<Item = CfnResource>, client: CfnUserPoolClient) -> Stack {
    let mut stack = Stack::new("s");
    for resource in resources {
        stack.add(resource).expect("the ids differ");
    }
    stack.add(client).expect("the ids differ");
    stack
}

#[test]
fn what_is_missing_may_be_made_by_what_the_pool_is_handed_to() {
    let client = of_more_than_the_pool_has;
    assert_eq!(severities(&stack_of([pool(json!({}))], client())), each(Severity::Error));
    let handed = json!({ "Type": "String", "Parameters": { "Pool": { "Ref": "UserPool" } } });
    for of in [
        "AWS::CloudFormation::Stack",
        "Custom::ResourceServer",
        "AWS::CloudFormation::CustomResource",
        "AWS::SSM::Parameter",
    ] {
        let nested = CfnResource::new("Nested", of, handed.clone());
        assert_eq!(severities(&stack_of([pool(json!({})), nested], client())), each(Severity::Warning), "{of}");
        let apart = CfnResource::new("Apart", of, json!({}));
        let stack = stack_of([pool(json!({})), apart], client());
        assert_eq!(severities(&stack), each(Severity::Error), "{of} that does not know the pool");
    }
    // A type of the user's own, be it tied to the pool by `DependsOn` alone.
    let mut own = CfnResource::new("Own", "Acme::Cognito::SamlProvider", json!({}));
    own.add_dependency(&pool(json!({})));
    assert_eq!(severities(&stack_of([pool(json!({})), own], client())), each(Severity::Warning));
    // An output alone is read when the client is there already.
    let mut exported = stack_of([pool(json!({}))], client());
    assert!(exported.output("Plain", Output::new(pool(json!({})).reference())).is_ok());
    assert_eq!(severities(&exported), each(Severity::Error));
    assert!(exported.output("PoolId", Output::new(pool(json!({})).reference()).export("pool")).is_ok());
    assert_eq!(severities(&exported), each(Severity::Warning));
}

#[test]
fn a_custom_resource_may_run_a_function_that_has_the_pool() {
    let resources = || {
        let environment = json!({ "Environment": { "Variables": { "POOL": { "Ref": "UserPool" } } } });
        let function = CfnResource::new("Function", "AWS::Lambda::Function", environment);
        let token = json!({ "ServiceToken": { "Fn::GetAtt": ["Function", "Arn"] } });
        [pool(json!({})), function, CfnResource::new("Setup", "Custom::Setup", token)]
    };
    let [.., setup] = resources();
    let mut after = of_more_than_the_pool_has();
    after.add_dependency(&setup);
    assert_eq!(severities(&stack_of(resources(), after)), each(Severity::Warning));
    assert_eq!(severities(&stack_of(resources(), of_more_than_the_pool_has())), each(Severity::Error));
}

#[test]
fn allow_says_that_another_stack_makes_it() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: ["orders/read"],
        supported_identity_providers: [Google],
        read_attributes: ["custom:tier"],
        write_attributes: ["custom:tier"],
        allow: [OA08, AT01, AT02, IP01, SC03],
    };
    assert_eq!(severities(&stack_of([pool(json!({}))], client)), []);
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allowed_oauth_scopes: ["orders/read"],
        allow: [correctness],
    };
    assert_eq!(
        severities(&stack_of([pool(json!({}))], client)),
        [("SC03", Severity::Error)],
        "a group has warnings alone"
    );
}

#[test]
fn macros_and_loops_keep_the_rules_silent() {
    let client = of_more_than_the_pool_has;
    let included =
        json!({ "Fn::Transform": { "Name": "AWS::Include", "Parameters": { "Location": "s3://b/pool.json" } } });
    assert_eq!(severities(&stack_of([pool(included)], client())), []);
    let mut stack = stack_of([pool(json!({}))], client());
    stack.transform("AWS::Serverless-2016-10-31");
    assert_eq!(severities(&stack), []);
}

#[test]
fn a_scope_can_refer_to_its_resource_server() {
    let of = |scopes: CfnUserPoolClient| found(scopes, [pool(json!({})), server()]);
    assert_reported!(
        of(user_pool_client! {
            user_pool_id: Ref("UserPool"),
            allowed_oauth_scopes: [
                Sub("${Orders}/write"),
                Join("/", [Ref("Orders"), "write"]),
                Sub("${Orders}/wirte"),
                Join("/", [Ref("Orders"), "other"]),
                GetAtt("Orders", "Identifier"),
                Ref("Orders"),
                Sub("${Orders}/v2/write"),
                Ref("Other"),
                Sub("${Orders}${Rest}"),
            ],
            allow: [OA08],
        }),
        [
            (
                "SC03 allowed_oauth_scopes[2]",
                "the resource server `Orders` has no scope `wirte`",
                "a scope with a similar name exists: `Sub(\"${Orders}/write\")`"
            ),
            (
                "SC03 allowed_oauth_scopes[3]",
                "the resource server `Orders` has no scope `other`",
                "use one of its scopes: `read` or `write`"
            ),
            (
                "SC03 allowed_oauth_scopes[4]",
                "the identifier of the resource server `Orders` is not a scope",
                "write `Sub(\"${Orders}/read\")`"
            ),
            (
                "SC03 allowed_oauth_scopes[5]",
                "the identifier of the resource server `Orders` is not a scope",
                "write `Sub(\"${Orders}/read\")`"
            ),
        ]
    );
}

#[test]
fn what_another_pool_has_is_not_the_clients() {
    let other = || {
        let mut google = google();
        google.properties["UserPoolId"] = json!({ "Ref": "Other" });
        let mut server = server();
        server.properties["UserPoolId"] = json!({ "Fn::GetAtt": ["Other", "UserPoolId"] });
        [pool(json!({})), resource("Other", "UserPool", json!({})), google, server]
    };
    let client = || {
        user_pool_client! {
            user_pool_id: Ref("UserPool"),
            allowed_oauth_scopes: [Sub("${Orders}/read")],
            supported_identity_providers: [Ref("GoogleProvider")],
            allow: [OA08],
        }
    };
    assert_reported!(
        found(client(), other()),
        [
            (
                "SC03 allowed_oauth_scopes[0]",
                "`Orders` is a resource server of another user pool, `Other`",
                "use a scope of a resource server of the client's user pool"
            ),
            (
                "IP01 supported_identity_providers[0]",
                "`GoogleProvider` is an identity provider of another user pool, `Other`",
                "use a provider of the client's user pool"
            ),
        ]
    );
    assert_reported!(found(client(), [pool(json!({})), google(), server()]), []);
}

#[test]
fn a_pool_of_another_stack_is_the_one_with_the_same_id() {
    let of = |pool: Json| {
        let mut google = google();
        google.properties["UserPoolId"] = pool.clone();
        let mut server = server();
        server.properties["UserPoolId"] = pool.clone();
        let client = user_pool_client! {
            user_pool_id: Raw(pool),
            allowed_oauth_scopes: ["https://api.example/v1/read", "orders/read"],
            supported_identity_providers: [Google, "Okta"],
            allow: [OA08],
        };
        (client, [google, server])
    };
    for pool in [
        json!({ "Fn::ImportValue": "pool" }),
        json!({ "Ref": "PoolId" }),
        json!("us-east-1_a1B2c3D4e"),
        json!({ "Fn::If": ["A", { "Ref": "PoolId" }, { "Fn::ImportValue": "pool" }] }),
    ] {
        let (client, others) = of(pool);
        assert_eq!(codes(client, others), ["SC08 allowed_oauth_scopes[0]", "IP02 supported_identity_providers[0]"]);
    }
    let (client, _) = of(json!({ "Fn::ImportValue": "pool" }));
    let (_, others) = of(json!({ "Fn::ImportValue": "other" }));
    assert_eq!(codes(client, others), [] as [&str; 0]);
}

#[test]
fn the_clients_secret_is_not_shown() {
    let client = || user_pool_client! { logical_id: "Web", user_pool_id: ImportValue("pool"), generate_secret: true };
    let secret = json!({ "Fn::Sub": "${Web.ClientSecret}" });
    let setting = CfnResource::new("Setting", "AWS::SSM::Parameter", json!({ "Type": "String", "Value": secret }));
    let environment = json!({ "Environment": { "Variables": { "SECRET": secret } } });
    let function = CfnResource::new("Function", "AWS::Lambda::Function", environment);
    let store = CfnResource::new("Store", "AWS::SecretsManager::Secret", json!({ "SecretString": secret }));
    let mut stack = stack_of([setting, function, store], client());
    assert!(stack.output("Secret", Output::new(secret)).is_ok());
    assert!(stack.output("Id", Output::new(client().reference())).is_ok());
    let found = reported(&stack, client().validate().len());
    let messages: Vec<&str> = found.iter().map(|(_, message, _)| message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "the environment of `Function` shows the client secret in plain text",
            "the parameter `Setting` shows the client secret in plain text",
            "the output `Secret` shows the client secret in plain text",
        ]
    );
}

#[test]
fn a_pool_is_of_the_region_of_its_client() {
    let found = |region: &str, id: &str| {
        let client = user_pool_client! { user_pool_id: id, prevent_user_existence_errors: Enabled };
        let mut stack = stack_of([], client);
        stack.region(region);
        stack.validate().iter().map(|(_, finding)| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(found("eu-west-1", "us-east-1_a1B2c3D4e"), ["MI13"]);
    assert_eq!(found("us-east-1", "us-east-1_a1B2c3D4e"), [] as [&str; 0]);
    assert_eq!(found("us-gov-west-1", "us-west-1_a1B2c3D4e"), ["MI13"]);
    assert_eq!(found("eu-west-1", "local_a1B2c3D4e"), [] as [&str; 0]);
}

#[test]
fn facts_of_other_resources_that_are_functions_are_not_known() {
    let mut unknown = server();
    unknown.properties["Identifier"] = json!({ "Ref": "Identifier" });
    assert_reported!(found(with_scopes(&["orders/read"]), [pool(json!({})), unknown]), []);
    let mut scopes = server();
    scopes.properties["Scopes"] = json!([{ "ScopeName": { "Ref": "Name" }, "ScopeDescription": "d" }]);
    let mut client = with_scopes(&["https://api.example/v1/other"]);
    client.add_dependency(&scopes);
    assert_reported!(found(client, [pool(json!({})), scopes]), []);
    let mut named = google();
    named.properties["ProviderName"] = json!({ "Ref": "Name" });
    let client = user_pool_client! { user_pool_id: Ref("UserPool"), supported_identity_providers: ["Okta"] };
    assert_reported!(found(client, [pool(json!({})), named]), []);
    let lists =
        || user_pool_client! { user_pool_id: Ref("UserPool"), read_attributes: ["custom:a"], write_attributes: [Name] };
    for schema in [json!({ "Ref": "Schema" }), json!([{ "Name": { "Ref": "Name" }, "Required": true }])] {
        assert_reported!(found(lists(), [pool(json!({ "Schema": schema }))]), []);
    }
    let flows = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: [AllowUserAuth, AllowCustomAuth, AllowRefreshTokenAuth],
    };
    let pool = pool(json!({ "UserPoolTier": { "Ref": "Tier" }, "LambdaConfig": { "Ref": "Triggers" } }));
    assert_reported!(found(flows, [pool]), []);
}

#[test]
fn a_provider_is_one_of_the_stack_and_is_waited_for() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        supported_identity_providers: [Cognito, Google, "Gogle", Facebook, Ref("Okta")],
    };
    assert_reported!(
        found(client, [pool(json!({})), google()]),
        [
            (
                "IP02 supported_identity_providers[1]",
                "missing dependency on identity provider `Google`",
                "write `depends_on: [\"GoogleProvider\"]`, or use `Ref(\"GoogleProvider\")` for the provider",
            ),
            (
                "IP01 supported_identity_providers[2]",
                "the stack has no identity provider `Gogle`",
                "a provider with a similar name exists: `Google`",
            ),
            (
                "IP01 supported_identity_providers[3]",
                "the stack has no identity provider `Facebook`",
                "add an `AWS::Cognito::UserPoolIdentityProvider` named `Facebook` to the stack",
            ),
        ]
    );
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        supported_identity_providers: [Google],
        depends_on: ["GoogleProvider"],
    };
    assert_reported!(found(client, [pool(json!({})), google()]), []);
}

#[test]
fn what_a_provider_fills_in_can_be_written() {
    let client = || {
        user_pool_client! {
            user_pool_id: Ref("UserPool"),
            supported_identity_providers: [Google],
            write_attributes: [Name],
            depends_on: ["GoogleProvider"],
        }
    };
    let with_team = || pool(json!({ "Schema": [{ "Name": "team" }] }));
    assert_reported!(
        found(client(), [with_team(), google()]),
        [
            (
                "AT15 supported_identity_providers[0]",
                "`GoogleProvider` maps `custom:team`, which the client cannot write",
                "add `\"custom:team\"` to `write_attributes`",
            ),
            (
                "AT15 supported_identity_providers[0]",
                "`GoogleProvider` maps `email`, which the client cannot write",
                "add `Email` to `write_attributes`",
            ),
        ]
    );
    let mut without_a_list = client();
    without_a_list.write_attributes = None;
    assert_reported!(found(without_a_list, [with_team(), google()]), []);
}

/// Reports on the guide of CloudFormation: the pool has `custom:custom:sub` where its schema has `custom:sub`.
#[test]
fn a_schema_that_has_the_prefix_already_gets_it_once_more() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        read_attributes: ["custom:custom:tier"],
    };
    assert_reported!(found(client, [pool(json!({ "Schema": [{ "Name": "custom:tier" }] }))]), []);
}

#[test]
fn attributes_are_those_of_the_schema_of_the_pool() {
    let schema = json!({ "Schema": [{ "Name": "tier" }, { "Name": "email", "Required": true }, { "Name": "team", "Required": true }] });
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        read_attributes: ["custom:tier", "custom:teir", EmailVerified],
        write_attributes: [Name, "custom:level"],
    };
    assert_reported!(
        found(client, [pool(schema.clone())]),
        [
            (
                "AT01 read_attributes[1]",
                "the user pool `UserPool` has no attribute `custom:teir`",
                "an attribute with a similar name exists: `\"custom:tier\"`",
            ),
            (
                "AT02 write_attributes[1]",
                "the user pool `UserPool` has no attribute `custom:level`",
                "add an attribute `level` to the schema of `UserPool`",
            ),
            (
                "AT06 write_attributes",
                "the user pool `UserPool` requires `email`, which the client cannot write",
                "add `Email` to the list",
            ),
            (
                "AT06 write_attributes",
                "the user pool `UserPool` requires `custom:team`, which the client cannot write",
                "add `\"custom:team\"` to the list",
            ),
        ]
    );
    let right = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        read_attributes: [Name],
        write_attributes: [Email, "custom:team", "custom:tier"],
    };
    assert_reported!(found(right, [pool(schema.clone())]), []);
    let unknown = user_pool_client! { user_pool_id: Ref("UserPool"), write_attributes: [Name, Ref("Attribute")] };
    assert_reported!(found(unknown, [pool(schema.clone())]), []);
    let all = user_pool_client! { user_pool_id: Ref("UserPool"), write_attributes: [] };
    assert_reported!(found(all, [pool(schema.clone())]), []);
    let nothing = user_pool_client! { user_pool_id: Ref("UserPool"), write_attributes: [NoValue] };
    assert_reported!(found(nothing, [pool(schema)]), []);
}

#[test]
fn the_tier_and_the_triggers_of_the_pool_have_what_the_client_uses() {
    let client = || {
        user_pool_client! {
            user_pool_id: Ref("UserPool"),
            explicit_auth_flows: [AllowUserAuth, AllowCustomAuth],
            refresh_token_rotation: { feature: Enabled },
        }
    };
    assert_reported!(
        found(client(), [pool(json!({ "UserPoolTier": "LITE" }))]),
        [
            (
                "AF07 explicit_auth_flows[0]",
                "`AllowUserAuth` is not available in the tier `LITE` of `UserPool`",
                "remove `AllowUserAuth`, or add `\"UserPoolTier\": \"ESSENTIALS\"` to the pool",
            ),
            (
                "AF13 explicit_auth_flows[1]",
                "`UserPool` lacks the Lambda triggers that `AllowCustomAuth` requires",
                "remove `AllowCustomAuth`, or add `CreateAuthChallenge`, `DefineAuthChallenge`, `VerifyAuthChallengeResponse` to the pool\'s `LambdaConfig`",
            ),
            (
                "RR03 refresh_token_rotation.feature",
                "refresh token rotation is not available in the tier `LITE` of `UserPool`",
                "write `Disabled`, or add `\"UserPoolTier\": \"ESSENTIALS\"` to the pool",
            ),
        ]
    );
    let triggers =
        json!({ "CreateAuthChallenge": "arn", "DefineAuthChallenge": "arn", "VerifyAuthChallengeResponse": "arn" });
    for tier in ["ESSENTIALS", "PLUS"] {
        assert_reported!(found(client(), [pool(json!({ "UserPoolTier": tier, "LambdaConfig": triggers }))]), []);
    }
    assert_reported!(found(client(), [pool(json!({ "LambdaConfig": triggers }))]), []);
}

#[test]
fn oauth_needs_a_domain_and_managed_login_a_style() {
    let client = || {
        user_pool_client! {
            user_pool_id: Ref("UserPool"),
            allowed_oauth_flows: [Code],
            allowed_oauth_flows_user_pool_client: true,
            allowed_oauth_scopes: [OpenId],
            callback_urls: ["https://app.example.com/"],
            supported_identity_providers: [Cognito],
        }
    };
    let domain = |version| {
        let mut properties = json!({ "Domain": "d", "UserPoolId": { "Ref": "UserPool" } });
        if version > 0 {
            properties["ManagedLoginVersion"] = json!(version);
        }
        resource("Domain", "UserPoolDomain", properties)
    };
    assert_eq!(codes(client(), [pool(json!({}))]), ["OA16 allowed_oauth_flows_user_pool_client"]);
    // A nested stack may make the domain, and flows that are not known may need none.
    let nested = CfnResource::new("Nested", "AWS::CloudFormation::Stack", json!({ "Pool": { "Ref": "UserPool" } }));
    assert_eq!(codes(client(), [pool(json!({})), nested.clone()]), [] as [&str; 0]);
    assert_eq!(codes(client(), [pool(json!({})), domain(2), nested]), [] as [&str; 0]);
    let mut unknown = client();
    unknown.allowed_oauth_flows = Some(cognito_cfn::Intrinsic::reference("Flows").into());
    assert_eq!(codes(unknown.clone(), [pool(json!({}))]), [] as [&str; 0]);
    assert_eq!(codes(unknown, [pool(json!({})), domain(2)]), [] as [&str; 0]);
    let service = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: true,
        allowed_oauth_flows: [ClientCredentials],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [Ref("Scope")],
    };
    assert_eq!(codes(service.clone(), [pool(json!({}))]), ["OA16 allowed_oauth_flows_user_pool_client"]);
    assert_eq!(codes(service, [pool(json!({})), domain(2)]), [] as [&str; 0], "it has no pages");
    assert_eq!(codes(client(), [pool(json!({})), domain(0)]), [] as [&str; 0]);
    assert_eq!(codes(client(), [pool(json!({})), domain(1)]), [] as [&str; 0]);
    assert_eq!(codes(client(), [pool(json!({})), domain(2)]), ["OA17 allowed_oauth_flows_user_pool_client"]);
    let style = resource("Style", "ManagedLoginBranding", json!({ "ClientId": client().reference() }));
    assert_eq!(codes(client(), [pool(json!({})), domain(2), style]), [] as [&str; 0]);
}

#[test]
fn others_ask_for_attributes_that_the_client_has() {
    let client = |generate_secret: Option<bool>| {
        user_pool_client! { logical_id: "Web", user_pool_id: ImportValue("pool"), generate_secret: generate_secret }
    };
    let stack = |client: CfnUserPoolClient, attribute: &str| {
        let own = client.validate().len();
        let asks = CfnResource::new(
            "Asks",
            "AWS::SecretsManager::Secret",
            json!({ "SecretString": { "Fn::Sub": format!("${{Web.{attribute}}}") } }),
        );
        let mut stack = Stack::new("s");
        assert!(stack.add(client).is_ok() && stack.add(asks).is_ok());
        let output = Output::new(json!({ "Fn::GetAtt": ["Web", "ClientId"] }));
        assert!(stack.output("Id", output).is_ok());
        reported(&stack, own)
    };
    assert_reported!(stack(client(Some(true)), "ClientSecret"), []);
    assert_reported!(stack(client(None), "Name"), []);
    for without in [None, Some(false)] {
        assert_reported!(
            stack(client(without), "ClientSecret"),
            [(
                "SE07 generate_secret",
                "`Asks` reads the secret of a client that has none",
                "write `generate_secret: true`",
            )]
        );
    }
    assert_reported!(
        stack(client(None), "Secret"),
        [(
            "MI12 ",
            "`Asks` reads `Secret`, which is not a return value of an app client",
            "a return value with a similar name exists: `ClientSecret`",
        )]
    );
}

#[test]
fn the_pool_is_a_pool() {
    let client = |of: &str| user_pool_client! { user_pool_id: Ref(of) };
    let domain = resource("Domain", "UserPoolDomain", json!({ "UserPoolId": { "Ref": "UserPool" } }));
    assert_reported!(
        found(client("Domain"), [pool(json!({})), domain]),
        [(
            "MI06 user_pool_id",
            "`Domain` is of the type `AWS::Cognito::UserPoolDomain`, not the id of a user pool",
            "write `Ref(\"UserPool\")`, with the logical id of the pool",
        )]
    );
    let arn = user_pool_client! { user_pool_id: GetAtt("UserPool", "Arn") };
    assert_eq!(codes(arn, [pool(json!({}))]), ["MI06 user_pool_id"]);
    let id = user_pool_client! { user_pool_id: GetAtt("UserPool", "UserPoolId") };
    assert_eq!(codes(id, [pool(json!({}))]), [] as [&str; 0]);
    let custom = CfnResource::new("Lookup", "Custom::Pool", json!({}));
    assert_eq!(codes(client("Lookup"), [custom]), [] as [&str; 0]);
}

#[test]
fn analytics_stay_in_the_region_or_go_to_the_first() {
    let with = |region: Option<&str>, of: &str| {
        let arn = format!("arn:aws:mobiletargeting:{of}:123456789012:apps/0123456789abcdef0123456789abcdef");
        let client =
            user_pool_client! { user_pool_id: Ref("UserPool"), analytics_configuration: { application_arn: arn } };
        let own = client.validate().len();
        let mut stack = Stack::new("s");
        if let Some(region) = region {
            stack.region(region);
        }
        assert!(stack.add(pool(json!({}))).is_ok() && stack.add(client).is_ok());
        reported(&stack, own)
    };
    assert_reported!(
        with(Some("eu-west-1"), "eu-central-1"),
        [(
            "AN05 analytics_configuration.application_arn",
            "a pool in eu-west-1 cannot use an application in eu-central-1",
            "use an application in eu-west-1, or one in us-east-1 if eu-west-1 has none",
        )]
    );
    assert_reported!(with(Some("eu-west-1"), "eu-west-1"), []);
    assert_reported!(with(Some("eu-west-1"), "us-east-1"), []);
    assert_reported!(with(None, "eu-central-1"), []);
}

#[test]
fn warnings_over_a_stack_are_silenced_by_their_code_and_errors_are_not() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        supported_identity_providers: [Google, Facebook],
        prevent_user_existence_errors: Enabled,
        allow: [IP02],
    };
    assert_eq!(codes(client, [pool(json!({})), google()]), ["IP01 supported_identity_providers[1]"]);
}

#[test]
fn errors_over_a_stack_keep_it_from_being_written_and_warnings_do_not() {
    let client = |provider: &str| {
        user_pool_client! { user_pool_id: Ref("UserPool"), supported_identity_providers: [provider.to_owned()] }
    };
    let mut stack = Stack::new("s");
    assert!(stack.add(pool(json!({}))).is_ok() && stack.add(google()).is_ok() && stack.add(client("Google")).is_ok());
    assert_eq!(stack.check(), Ok(()));
    let mut stack = Stack::new("s");
    assert!(stack.add(pool(json!({}))).is_ok() && stack.add(client("Okta")).is_ok());
    let error = stack.check().map_err(|error| error.to_string());
    assert!(error.is_err_and(|error| error.starts_with("error[IP01] at `supported_identity_providers[0]`")));
}

/// A stack with a client, parameters and a mapping.
fn with_values(client: CfnUserPoolClient, parameters: &[(&str, Parameter)]) -> Stack {
    let mut stack = Stack::new("s");
    for (id, parameter) in parameters {
        stack.parameter(*id, parameter.clone()).expect("the ids differ");
    }
    let names = json!({ "prod": { "web": "wéb", "phone": "phone" } });
    stack.mapping("Names", names).expect("the name is right");
    stack.add(client).expect("the ids differ");
    stack
}

#[test]
fn values_that_a_parameter_can_take_are_advised_on() {
    let client = || {
        user_pool_client! {
            user_pool_id: ImportValue("pool"),
            auth_session_validity: Ref("Minutes"),
            access_token_validity: 10,
            token_validity_units: { access_token: Ref("Unit") },
            callback_urls: [Ref("Url"), "https://a.example/"],
            prevent_user_existence_errors: Enabled,
        }
    };
    let right = [
        ("Minutes", Parameter::number().default(5).allowed_values([3, 15])),
        ("Unit", Parameter::string().default("minutes")),
        ("Url", Parameter::string().default("https://b.example/")),
    ];
    let stack = with_values(client(), &right);
    assert_reported!(reported(&stack, 0), []);
    let wrong = [
        ("Minutes", Parameter::number().default(5).allowed_values([5, 30])),
        ("Unit", Parameter::string().default("minute")),
        ("Url", Parameter::string().default("http://b.example/")),
    ];
    let stack = with_values(client(), &wrong);
    assert_reported!(
        reported(&stack, 0),
        [
            (
                "TK14 auth_session_validity",
                "`auth_session_validity` must be 3 to 15 minutes, not 30",
                "remove `30` from the values of the parameter `Minutes`",
            ),
            (
                "TK10 token_validity_units.access_token",
                "unknown value `minute` of `TimeUnit`",
                "remove `minute` from the values of the parameter `Unit`",
            ),
            (
                "UR01 callback_urls[0]",
                "a callback URL must use `https://` unless the host is localhost",
                "remove `http://b.example/` from the values of the parameter `Url`",
            ),
        ]
    );
    assert!(stack.validate().iter().all(|(_, finding)| finding.severity == Severity::Warning));
    assert_eq!(stack.check(), Ok(()), "another value can be given");
    // What Systems Manager holds is not known.
    let of_ssm = Parameter::of_type("AWS::SSM::Parameter::Value<String>").default("http://b.example/");
    let ssm = [("Minutes", Parameter::number()), ("Unit", Parameter::string()), ("Url", of_ssm)];
    assert_reported!(reported(&with_values(client(), &ssm), 0), []);
}

#[test]
fn values_of_a_mapping_stand_in_the_declaration() {
    let client = |name: &str| {
        user_pool_client! {
            user_pool_id: ImportValue("pool"),
            client_name: FindInMap("Names", "prod", name),
            prevent_user_existence_errors: Enabled,
        }
    };
    assert_reported!(reported(&with_values(client("phone"), &[]), 0), []);
    assert_eq!(reported(&with_values(client("web"), &[]), 0).len(), 1);
    let error = with_values(client("web"), &[]).check().map_err(|error| error.to_string());
    assert!(error.is_err_and(|error| error.starts_with("error[NM01] at `client_name`")));
    let error = with_values(client("wbe"), &[]).check().map_err(|error| error.to_string());
    assert!(error.is_err_and(|error| {
        error.starts_with("the stack has no mapping with the key `wbe`")
            && error.ends_with("help: a key with a similar name exists: `web`")
    }));
    let by_stage = user_pool_client! {
        user_pool_id: ImportValue("pool"),
        client_name: FindInMap("Names", Ref("AWS::Region"), "web"),
        prevent_user_existence_errors: Enabled,
    };
    let stack = with_values(by_stage, &[]);
    assert_reported!(reported(&stack, 0), []);
    assert_eq!(stack.check(), Ok(()));
}

#[test]
fn values_that_a_condition_may_switch_off_are_not_checked() {
    let client = user_pool_client! {
        user_pool_id: ImportValue("pool"),
        logout_urls: If("HasLogout", [Ref("Logout"), FindInMap("Names", "prod", "web")], NoValue),
        client_name: If("HasLogout", FindInMap("Names", "prod", "web"), "web"),
        prevent_user_existence_errors: Enabled,
    };
    let logout = Parameter::string().default("none").allowed_values(["none", "http://a.example/"]);
    assert_reported!(reported(&with_values(client, &[("Logout", logout)]), 0), []);
    let client = user_pool_client! {
        user_pool_id: Ref("PoolId"),
        prevent_user_existence_errors: Enabled,
    };
    let empty = [("PoolId", Parameter::string().default(""))];
    assert_reported!(reported(&with_values(client, &empty), 0), []);
}

#[test]
fn two_servers_of_one_identifier_have_the_scopes_of_both() {
    let mut other = server();
    other.logical_id = "Others".into();
    other.properties["Scopes"] = json!([{ "ScopeName": "admin", "ScopeDescription": "a" }]);
    let mut client = with_scopes(&["https://api.example/v1/read", "https://api.example/v1/admin"]);
    client.add_dependency(&server()).add_dependency(&other);
    assert_reported!(found(client, [pool(json!({})), server(), other]), []);
}

#[test]
fn what_no_client_can_write_is_not_asked_for() {
    let schema = json!({ "Schema": [{ "Name": "sub", "Required": true }, { "Name": "email", "Required": true }] });
    let mut provider = google();
    provider.properties["AttributeMapping"] = json!({ "email_verified": "email_verified", "email": "email" });
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        supported_identity_providers: [Google],
        write_attributes: [Email],
        depends_on: ["GoogleProvider"],
    };
    assert_reported!(found(client, [pool(schema), provider]), []);
}

#[test]
fn triggers_can_come_from_elsewhere() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        explicit_auth_flows: [AllowCustomAuth, AllowRefreshTokenAuth],
    };
    let attaches = CfnResource::new("Attach", "Custom::Triggers", json!({ "Pool": { "Ref": "UserPool" } }));
    assert_reported!(found(client, [pool(json!({})), attaches]), []);
}

#[test]
fn a_list_stands_for_a_list_and_one_value_for_one() {
    let client = || {
        user_pool_client! {
            user_pool_id: ImportValue("pool"),
            client_name: Ref("Name"),
            callback_urls: Ref("Urls"),
            prevent_user_existence_errors: Enabled,
        }
    };
    let list = || Parameter::of_type("CommaDelimitedList");
    let right = [("Name", Parameter::string()), ("Urls", list().default("https://a.example/, https://b.example/"))];
    assert_reported!(reported(&with_values(client(), &right), 0), []);
    let wrong = [("Name", list()), ("Urls", Parameter::string())];
    assert_reported!(
        reported(&with_values(client(), &wrong), 0),
        [
            (
                "LT01 callback_urls",
                "the parameter `Urls` is a single value, but `callback_urls` is a list",
                "write `callback_urls: [Ref(\"Urls\")]`",
            ),
            (
                "LT01 client_name",
                "the parameter `Name` is a list, but `client_name` is a single value",
                "use `Select(0, Ref(\"Name\"))`",
            ),
        ]
    );
    for of in
        ["List<Number>", "AWS::SSM::Parameter::Value<List<String>>", "AWS::SSM::Parameter::Value<CommaDelimitedList>"]
    {
        let lists = [("Name", Parameter::string()), ("Urls", Parameter::of_type(of))];
        assert_reported!(reported(&with_values(client(), &lists), 0), []);
    }
}

#[test]
fn what_is_no_pool_is_not_the_pool() {
    let found = |pool_id: Json| {
        let client = user_pool_client! { user_pool_id: Raw(pool_id), prevent_user_existence_errors: Enabled };
        let others = [
            pool(json!({})),
            CfnResource::new("Bucket", "AWS::S3::Bucket", json!({})),
            CfnResource::new("Function", "AWS::Lambda::Function", json!({})),
            CfnResource::new("Setting", "AWS::SSM::Parameter", json!({ "Type": "String", "Value": "v" })),
            CfnResource::new("Nested", "AWS::CloudFormation::Stack", json!({})),
            CfnResource::new("Made", "Custom::UserPool", json!({})),
            CfnResource::new("MadeToo", "AWS::CloudFormation::CustomResource", json!({})),
        ];
        let mut found = codes(client, others);
        found.retain(|code| code.starts_with("MI06"));
        found.len()
    };
    for wrong in [
        json!({ "Ref": "Bucket" }),
        json!({ "Ref": "Function" }),
        json!({ "Ref": "Nested" }),
        json!({ "Fn::Sub": "${UserPool.Arn}" }),
        json!({ "Fn::Sub": "${Bucket}" }),
        json!({ "Fn::GetAtt": ["Bucket", "Arn"] }),
        json!({ "Fn::GetAtt": "UserPool.ProviderName" }),
    ] {
        assert_eq!(found(wrong.clone()), 1, "{wrong}");
    }
    for right in [
        json!({ "Fn::Sub": "${UserPool}" }),
        json!({ "Fn::Sub": "${UserPool.UserPoolId}" }),
        json!({ "Fn::Join": ["", [{ "Ref": "UserPool" }]] }),
        json!({ "Fn::GetAtt": ["Setting", "Value"] }),
        json!({ "Fn::GetAtt": ["Nested", "Outputs.PoolId"] }),
        json!({ "Ref": "Made" }),
        json!({ "Fn::GetAtt": ["Made", "Arn"] }),
        json!({ "Ref": "MadeToo" }),
        json!({ "Fn::Sub": "${AWS::Region}_${Id}" }),
    ] {
        assert_eq!(found(right.clone()), 0, "{right}");
    }
}

#[test]
fn required_may_be_written_as_text() {
    let client = || user_pool_client! { user_pool_id: Ref("UserPool"), write_attributes: [Name] };
    let schema = |required: Json| pool(json!({ "Schema": [{ "Name": "email", "Required": required }] }));
    for required in [json!(true), json!("true")] {
        assert_eq!(codes(client(), [schema(required)]), ["AT06 write_attributes"]);
    }
    for optional in [json!(false), json!("false"), json!({ "Ref": "Required" })] {
        assert_eq!(codes(client(), [schema(optional)]), [] as [&str; 0]);
    }
}

/// What is found in a client whose stack has list parameters, a provider, a balancer and a bucket.
fn found_with_lists(client: CfnUserPoolClient) -> Vec<(String, String, String)> {
    let own = client.validate().len();
    let balancer = CfnResource::new("LB", "AWS::ElasticLoadBalancingV2::LoadBalancer", json!({}));
    let bucket = CfnResource::new("Site", "AWS::S3::Bucket", json!({}));
    let custom = CfnResource::new("Made", "Custom::Urls", json!({}));
    let mut stack = stack_of([pool(json!({})), google(), balancer, bucket, custom], client);
    stack.parameter("Urls", Parameter::of_type("CommaDelimitedList")).expect("a free name");
    stack.parameter("Url", Parameter::string()).expect("a free name");
    stack.condition("A", json!({ "Fn::Equals": [{ "Ref": "Url" }, ""] })).expect("a free name");
    reported(&stack, own)
}

#[test]
fn a_list_is_no_item() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: [Ref("Urls")],
        logout_urls: [Ref("Urls"), "https://a.example/out"],
        default_redirect_uri: Sub("${Urls}"),
        client_name: Join("-", ["a", Ref("Urls")]),
        allowed_oauth_scopes: If("A", [Ref("Urls")], ["a/b"]),
        allow: [OA08, SC03],
    };
    assert_reported!(
        found_with_lists(client),
        [
            (
                "LT01 allowed_oauth_scopes[0]",
                "the parameter `Urls` is a list, but an item of `allowed_oauth_scopes` is a single value",
                "write `allowed_oauth_scopes: Ref(\"Urls\")`"
            ),
            (
                "LT01 callback_urls[0]",
                "the parameter `Urls` is a list, but an item of `callback_urls` is a single value",
                "write `callback_urls: Ref(\"Urls\")`"
            ),
            ("LT01 client_name", "the list parameter `Urls` is used in a string", "use `Join(\",\", Ref(\"Urls\"))`"),
            (
                "LT01 default_redirect_uri",
                "the list parameter `Urls` is used in a string",
                "use `Join(\",\", Ref(\"Urls\"))`"
            ),
            (
                "LT01 logout_urls[0]",
                "the parameter `Urls` is a list, but an item of `logout_urls` is a single value",
                "write `logout_urls: Split(\",\", Join(\",\", [Join(\",\", Ref(\"Urls\")), \"https://a.example/out\"]))`"
            ),
        ]
    );
    let right = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: Split(",", Join(",", [Join(",", Ref("Urls")), "https://a.example/cb"])),
        logout_urls: Ref("Urls"),
        client_name: Join("-", Ref("Urls")),
        default_redirect_uri: Select(0, Ref("Urls")),
        allowed_oauth_scopes: [Ref("Url"), Sub("${Urls}", { Urls: Ref("Url") })],
        allow: [OA08],
    };
    assert_reported!(found_with_lists(right), []);
}

#[test]
fn one_value_is_no_list() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: GetAtt("LB", "DNSName"),
        logout_urls: If("A", Ref("Url"), Ref("Urls")),
        read_attributes: Sub("${Url}"),
        write_attributes: GetAtt("Made", "Name"),
        supported_identity_providers: Ref("GoogleProvider"),
    };
    assert_reported!(
        found_with_lists(client),
        [
            (
                "LT01 callback_urls",
                "`LB.DNSName` is a single value, but `callback_urls` is a list",
                "write `callback_urls: [GetAtt(\"LB\", \"DNSName\")]`"
            ),
            (
                "LT01 logout_urls",
                "the parameter `Url` is a single value, but `logout_urls` is a list",
                "write `logout_urls: [Ref(\"Url\")]`"
            ),
            (
                "LT01 read_attributes",
                "`Sub` is a single value, but `read_attributes` is a list",
                "write `read_attributes: [Sub(…)]`"
            ),
            (
                "LT01 supported_identity_providers",
                "the `Ref` of the resource `GoogleProvider` is a single value, but `supported_identity_providers` is a list",
                "write `supported_identity_providers: [Ref(\"GoogleProvider\")]`"
            ),
        ]
    );
}

#[test]
fn the_website_of_a_bucket_is_there_by_http_alone() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        callback_urls: [
            GetAtt("Site", "WebsiteURL"),
            Sub("${Site.WebsiteURL}/cb"),
            Join("", [GetAtt("Site", "WebsiteURL"), "/cb"]),
            GetAtt("Made", "WebsiteURL"),
            Sub("https://${Site.DomainName}/cb"),
        ],
        client_name: If("A", "a", "b"),
    };
    let found = found_with_lists(client);
    let codes: Vec<&str> = found.iter().map(|(code, ..)| code.as_str()).collect();
    assert_eq!(codes, ["UR01 callback_urls[0]", "UR01 callback_urls[1]", "UR01 callback_urls[2]"]);
}

#[test]
fn each_arm_of_the_properties_is_a_client() {
    let arms = json!({ "Fn::If": [
        "A",
        { "UserPoolId": { "Ref": "UserPool" }, "CallbackURLs": ["http://a.example/"], "PreventUserExistenceErrors": "ENABLED" },
        { "UserPoolId": { "Ref": "UserPool" }, "AccessTokenValidity": 30, "PreventUserExistenceErrors": "ENABLED" },
    ] });
    let client = CfnResource::new("Web", "AWS::Cognito::UserPoolClient", arms);
    let mut stack = Stack::new("s");
    assert!(stack.add(pool(json!({}))).is_ok() && stack.add(client).is_ok());
    let codes: Vec<&str> = stack.validate().iter().map(|(_, finding)| finding.code).collect();
    assert_eq!(codes, ["UR01", "TK03"]);
}
