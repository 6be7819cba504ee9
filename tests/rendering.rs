//! Templates: what is expected comes from CloudFormation's pages and the CDK's documentation.

#![allow(deprecated, reason = "what is rendered may have warnings")]

use cognito_cfn::{
    CfnResource, CfnUserPoolClient, Error, ErrorKind, ExplicitAuthFlow, Intrinsic, Json, OAuthScope, Output, Parameter,
    Stack, Value, json, user_pool_client,
};

/// The resource that the documentation of the CDK class makes for a load balancer, with its two overrides.
#[test]
fn the_client_of_the_cdk_example() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        generate_secret: true,
        explicit_auth_flows: [AllowUserPasswordAuth, AllowRefreshTokenAuth],
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [Email, OpenId],
        callback_urls: [Join("", ["https://", GetAtt("LB", "DNSName"), "/oauth2/idpresponse"])],
        refresh_token_validity: 1,
        supported_identity_providers: [Cognito],
    };
    assert_eq!(
        client.to_json(),
        json!({
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {
                "AllowedOAuthFlows": ["code"],
                "AllowedOAuthFlowsUserPoolClient": true,
                "AllowedOAuthScopes": ["email", "openid"],
                "CallbackURLs": [{ "Fn::Join": ["", ["https://", { "Fn::GetAtt": ["LB", "DNSName"] }, "/oauth2/idpresponse"]] }],
                "ExplicitAuthFlows": ["ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
                "GenerateSecret": true,
                "RefreshTokenValidity": 1,
                "SupportedIdentityProviders": ["COGNITO"],
                "UserPoolId": { "Ref": "UserPool" },
            },
        })
    );
}

#[test]
fn every_property_has_its_name_in_the_template() {
    let client = user_pool_client! {
        access_token_validity: 1,
        allowed_oauth_flows: [Code, Implicit],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [CognitoAdmin, Email, OpenId, Phone, Profile],
        analytics_configuration: {
            application_arn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0a1b",
            user_data_shared: false,
        },
        auth_session_validity: 5,
        callback_urls: ["https://example.com/callback"],
        client_name: "web",
        default_redirect_uri: "https://example.com/callback",
        enable_propagate_additional_user_context_data: false,
        enable_token_revocation: true,
        explicit_auth_flows: ["ALLOW_USER_SRP_AUTH"],
        generate_secret: false,
        id_token_validity: 2,
        logout_urls: ["myapp://out"],
        prevent_user_existence_errors: Legacy,
        read_attributes: [EmailVerified, "custom:role"],
        refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: 60 },
        refresh_token_validity: 30,
        supported_identity_providers: [Facebook, Google, LoginWithAmazon, SignInWithApple, "Okta"],
        token_validity_units: { access_token: Hours, id_token: Hours, refresh_token: Days },
        user_pool_id: "us-east-1_a1B2c3D4e",
        write_attributes: [GivenName],
    };
    assert_eq!(
        client.to_json()["Properties"],
        json!({
            "AccessTokenValidity": 1,
            "AllowedOAuthFlows": ["code", "implicit"],
            "AllowedOAuthFlowsUserPoolClient": true,
            "AllowedOAuthScopes": ["aws.cognito.signin.user.admin", "email", "openid", "phone", "profile"],
            "AnalyticsConfiguration": {
                "ApplicationArn": "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0a1b",
                "UserDataShared": false,
            },
            "AuthSessionValidity": 5,
            "CallbackURLs": ["https://example.com/callback"],
            "ClientName": "web",
            "DefaultRedirectURI": "https://example.com/callback",
            "EnablePropagateAdditionalUserContextData": false,
            "EnableTokenRevocation": true,
            "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"],
            "GenerateSecret": false,
            "IdTokenValidity": 2,
            "LogoutURLs": ["myapp://out"],
            "PreventUserExistenceErrors": "LEGACY",
            "ReadAttributes": ["email_verified", "custom:role"],
            "RefreshTokenRotation": { "Feature": "ENABLED", "RetryGracePeriodSeconds": 60 },
            "RefreshTokenValidity": 30,
            "SupportedIdentityProviders": ["Facebook", "Google", "LoginWithAmazon", "SignInWithApple", "Okta"],
            "TokenValidityUnits": { "AccessToken": "hours", "IdToken": "hours", "RefreshToken": "days" },
            "UserPoolId": "us-east-1_a1B2c3D4e",
            "WriteAttributes": ["given_name"],
        })
    );
    is_serialized_as_its_json(&client);
}

/// A client is serialized without its JSON in between.
fn is_serialized_as_its_json(client: &CfnUserPoolClient) {
    assert_eq!(serde_json::to_string(client).expect("it has only strings for keys"), client.to_json().to_string());
}

#[test]
fn clients_are_serialized_as_their_json() {
    let blank = CfnUserPoolClient::default();
    let mut functions = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: If("IsProd", "web", Sub("${Stage}-web")),
        callback_urls: [Sub("https://${Domain}/"), If("IsProd", "https://example.com/", NoValue)],
        logout_urls: If("IsProd", ["https://example.com/"], NoValue),
        generate_secret: Raw({ "b": 1, "a": { "Fn::GetAtt": ["Stage", "Secret"] } }),
        refresh_token_rotation: If("IsProd", { feature: Enabled }, NoValue),
        token_validity_units: {},
        depends_on: ["Second", "First"],
        metadata: {},
    };
    functions.version = Some("1".to_owned());
    functions.creation_policy = Some(json!({ "Signal": 1 }));
    let mut overridden = functions.clone();
    overridden.add_property_override("ClientName", "other").expect("a path");
    let resource =
        json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": { "New": 1, "GenerateSecret": "true" } });
    let read = CfnUserPoolClient::from_json("Web", &resource).expect("a client");
    [blank, functions, overridden, read].iter().for_each(is_serialized_as_its_json);
}

#[test]
fn every_function_has_the_form_cloudformation_reads() {
    // The forms of the pages of the intrinsic function reference.
    let rendered = |client: CfnUserPoolClient| client.to_json()["Properties"]["ClientName"].clone();
    macro_rules! forms {
        ($($declared:tt => $template:tt),+ $(,)?) => {
            $(assert_eq!(rendered(user_pool_client! { user_pool_id: Ref("P"), client_name: $declared }), json!($template));)+
        };
    }
    // A parenthesis around each keeps it one token tree here; it is Rust to the macro, so functions are named by value.
    forms! {
        (Intrinsic::reference("Name")) => { "Ref": "Name" },
        (Intrinsic::get_att("Pool", "Arn")) => { "Fn::GetAtt": ["Pool", "Arn"] },
        (Intrinsic::sub("${A}-b")) => { "Fn::Sub": "${A}-b" },
    }
    let client = user_pool_client! {
        user_pool_id: ImportValue(Sub("${Stack}-pool")),
        client_name: Sub("${A}-${B}", { A: Ref("X"), "B": "b" }),
        default_redirect_uri: Select(0, Split(",", Ref("Urls"))),
        callback_urls: If("IsProd", [Ref("Url"), NoValue], Raw({ "Fn::Cidr": ["a", 1] })),
        prevent_user_existence_errors: FindInMap("Map", Ref("AWS::Region"), "errors"),
        access_token_validity: If("IsProd", 1, NoValue),
        logout_urls: [Base64("a"), Join("", ["a", GetAtt("B.C.D")])],
        token_validity_units: If("IsProd", { access_token: Ref("Unit") }, NoValue),
        generate_secret: "{{resolve:ssm:/secret}}",
    };
    assert_eq!(
        client.to_json()["Properties"],
        json!({
            "UserPoolId": { "Fn::ImportValue": { "Fn::Sub": "${Stack}-pool" } },
            "ClientName": { "Fn::Sub": ["${A}-${B}", { "A": { "Ref": "X" }, "B": "b" }] },
            "DefaultRedirectURI": { "Fn::Select": [0, { "Fn::Split": [",", { "Ref": "Urls" }] }] },
            "CallbackURLs": { "Fn::If": ["IsProd", [{ "Ref": "Url" }, { "Ref": "AWS::NoValue" }], { "Fn::Cidr": ["a", 1] }] },
            "PreventUserExistenceErrors": { "Fn::FindInMap": ["Map", { "Ref": "AWS::Region" }, "errors"] },
            "AccessTokenValidity": { "Fn::If": ["IsProd", 1, { "Ref": "AWS::NoValue" }] },
            "LogoutURLs": [{ "Fn::Base64": "a" }, { "Fn::Join": ["", ["a", { "Fn::GetAtt": ["B", "C.D"] }]] }],
            "TokenValidityUnits": { "Fn::If": ["IsProd", { "AccessToken": { "Ref": "Unit" } }, { "Ref": "AWS::NoValue" }] },
            "GenerateSecret": "{{resolve:ssm:/secret}}",
        })
    );
}

/// The examples of the pages about these functions.
#[test]
fn functions_of_lists_and_other_stacks_have_the_form_cloudformation_reads() {
    let bucket = "amzn-s3-demo-bucket";
    let client = user_pool_client! {
        user_pool_id: GetStackOutput("identity", "UserPoolId"),
        client_name: GetStackOutput(Ref("Stack"), "Name", { role_arn: "arn:aws:iam::123456789012:role/Reader", region: "eu-west-1" }),
        default_redirect_uri: ToJsonString({ "key1": [Ref("Value"), 1, null], "key2": NoValue }),
        callback_urls: Cidr("192.168.0.0/24", 6, 5),
        logout_urls: Cidr(GetAtt("Vpc", "CidrBlock"), Ref("Count")),
        read_attributes: GetAZs(Ref("AWS::Region")),
        write_attributes: [Select(0, GetAZs(""))],
        access_token_validity: Length(Split("|", "a|b|c")),
        id_token_validity: Length(["a", Ref("B")]),
        refresh_token_validity: FindInMap("RegionMap", Ref("AWS::Region"), "Days", 30),
        prevent_user_existence_errors: FindInMap("A", "b", "c", If("IsProd", Enabled, NoValue)),
        analytics_configuration: Transform("AWS::Include", { Location: format!("s3://{bucket}/a.yaml") }),
        token_validity_units: Transform("Units"),
    };
    assert_eq!(
        client.to_json()["Properties"],
        json!({
            "UserPoolId": { "Fn::GetStackOutput": { "StackName": "identity", "OutputName": "UserPoolId" } },
            "ClientName": { "Fn::GetStackOutput": {
                "StackName": { "Ref": "Stack" },
                "OutputName": "Name",
                "Region": "eu-west-1",
                "RoleArn": "arn:aws:iam::123456789012:role/Reader",
            } },
            "DefaultRedirectURI": {
                "Fn::ToJsonString": { "key1": [{ "Ref": "Value" }, 1, null], "key2": { "Ref": "AWS::NoValue" } },
            },
            "CallbackURLs": { "Fn::Cidr": ["192.168.0.0/24", 6, 5] },
            "LogoutURLs": { "Fn::Cidr": [{ "Fn::GetAtt": ["Vpc", "CidrBlock"] }, { "Ref": "Count" }] },
            "ReadAttributes": { "Fn::GetAZs": { "Ref": "AWS::Region" } },
            "WriteAttributes": [{ "Fn::Select": [0, { "Fn::GetAZs": "" }] }],
            "AccessTokenValidity": { "Fn::Length": { "Fn::Split": ["|", "a|b|c"] } },
            "IdTokenValidity": { "Fn::Length": ["a", { "Ref": "B" }] },
            "RefreshTokenValidity": {
                "Fn::FindInMap": ["RegionMap", { "Ref": "AWS::Region" }, "Days", { "DefaultValue": 30 }],
            },
            "PreventUserExistenceErrors": {
                "Fn::FindInMap": ["A", "b", "c", {
                    "DefaultValue": { "Fn::If": ["IsProd", "ENABLED", { "Ref": "AWS::NoValue" }] },
                }],
            },
            "AnalyticsConfiguration": {
                "Fn::Transform": {
                    "Name": "AWS::Include",
                    "Parameters": { "Location": "s3://amzn-s3-demo-bucket/a.yaml" },
                },
            },
            "TokenValidityUnits": { "Fn::Transform": { "Name": "Units" } },
        })
    );
}

#[test]
fn attributes_stand_beside_the_properties() {
    let owner = "identity";
    let client = user_pool_client! {
        logical_id: "WebClient",
        user_pool_id: Ref("UserPool"),
        depends_on: ["GoogleProvider", "Okta"],
        condition: "IsProd",
        deletion_policy: Retain,
        update_replace_policy: "Delete",
        metadata: { "owner": owner, "list": [1, -2.5, true, null, Ref("A")], nested: { "a": "b" } },
        description: "the client of the web app",
        allow: [MI01],
    };
    assert_eq!(client.logical_id(), "WebClient");
    assert_eq!(
        client.to_json(),
        json!({
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": { "UserPoolId": { "Ref": "UserPool" } },
            "DependsOn": ["GoogleProvider", "Okta"],
            "Condition": "IsProd",
            "DeletionPolicy": "Retain",
            "UpdateReplacePolicy": "Delete",
            "Metadata": { "owner": "identity", "list": [1, -2.5, true, null, { "Ref": "A" }], "nested": { "a": "b" } },
            "Description": "the client of the web app",
        })
    );
    is_serialized_as_its_json(&client);
}

#[test]
fn what_is_none_is_absent() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        client_name: None::<String>,
        callback_urls: [Some("https://example.com/"), None],
        token_validity_units: { access_token: None::<cognito_cfn::TimeUnit> },
    };
    assert_eq!(
        client.to_json()["Properties"],
        json!({ "UserPoolId": { "Ref": "UserPool" }, "CallbackURLs": ["https://example.com/"], "TokenValidityUnits": {} })
    );
}

#[test]
fn a_value_can_be_read_and_changed() {
    let mut client = user_pool_client! { user_pool_id: Ref("UserPool"), explicit_auth_flows: [AllowUserSrpAuth] };
    assert_eq!(client.logical_id, "UserPoolClient");
    assert_eq!(client.user_pool_id, Some(Intrinsic::reference("UserPool").into()));
    assert_eq!(client.explicit_auth_flows, Some(Value::Literal(vec![ExplicitAuthFlow::AllowUserSrpAuth.into()])));
    client.allowed_oauth_scopes =
        Some(Value::Literal(vec![OAuthScope::OpenId.into(), OAuthScope::Other("a/b".into()).into()]));
    client.client_name = Some("web".into());
    client.access_token_validity = Some(1.into());
    assert_eq!(
        client.to_json()["Properties"],
        json!({
            "AccessTokenValidity": 1,
            "AllowedOAuthScopes": ["openid", "a/b"],
            "ClientName": "web",
            "ExplicitAuthFlows": ["ALLOW_USER_SRP_AUTH"],
            "UserPoolId": { "Ref": "UserPool" },
        })
    );
    assert_eq!(client.clone(), client);
}

#[test]
fn references_name_the_logical_id() {
    let client = user_pool_client! { logical_id: "Web", user_pool_id: Ref("UserPool") };
    assert_eq!(json!(client.reference()), json!({ "Ref": "Web" }));
    assert_eq!(json!(client.get_att("ClientSecret").ok()), json!({ "Fn::GetAtt": ["Web", "ClientSecret"] }));
    assert_eq!(CfnUserPoolClient::CFN_RESOURCE_TYPE_NAME, "AWS::Cognito::UserPoolClient");
}

fn stack() -> Result<Stack, Error> {
    let pool = CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({ "b": 1, "a": { "d": 2, "c": 3 } }));
    let client = user_pool_client! { user_pool_id: pool.reference(), condition: "IsProd" };
    let id = client.reference();
    let mut stack = Stack::new("identity");
    stack
        .description("sign-in")
        .parameter("Stage", Parameter::string().default("dev").allowed_values(["dev", "prod"]))?
        .condition("IsProd", json!({ "Fn::Equals": [{ "Ref": "Stage" }, "prod"] }))?
        .mapping("Hosts", json!({ "prod": { "name": "example.com" } }))?
        .add(pool)?
        .add(client)?
        .output("ClientId", Output::new(id).export("client-id").condition("IsProd").description("of the client"))?;
    Ok(stack)
}

#[test]
fn a_stack_has_the_sections_of_a_template() {
    let template = stack().map(|stack| stack.to_json());
    assert_eq!(
        template,
        Ok(json!({
            "Description": "sign-in",
            "Parameters": { "Stage": { "Type": "String", "Default": "dev", "AllowedValues": ["dev", "prod"] } },
            "Conditions": { "IsProd": { "Fn::Equals": [{ "Ref": "Stage" }, "prod"] } },
            "Mappings": { "Hosts": { "prod": { "name": "example.com" } } },
            "Resources": {
                "UserPool": { "Type": "AWS::Cognito::UserPool", "Properties": { "b": 1, "a": { "d": 2, "c": 3 } } },
                "UserPoolClient": {
                    "Type": "AWS::Cognito::UserPoolClient",
                    "Condition": "IsProd",
                    "Properties": { "UserPoolId": { "Ref": "UserPool" } },
                },
            },
            "Outputs": {
                "ClientId": {
                    "Value": { "Ref": "UserPoolClient" },
                    "Export": { "Name": "client-id" },
                    "Condition": "IsProd",
                    "Description": "of the client",
                },
            },
        }))
    );
}

#[test]
fn the_same_stack_gives_the_same_bytes_with_sorted_keys() {
    let texts: Vec<String> =
        (0..3).map(|_| stack().map(|stack| stack.to_json().to_string()).unwrap_or_default()).collect();
    assert!(texts.iter().all(|text| Some(text) == texts.first()));
    assert_eq!(keys_out_of_order(&texts[0].parse().expect("a template is JSON")), Vec::<String>::new());
    let text = &texts[0];
    assert!(
        text.find("\"Conditions\"") < text.find("\"Outputs\"") && text.find("\"Outputs\"") < text.find("\"Resources\""),
        "{text}"
    );
}

fn keys_out_of_order(json: &Json) -> Vec<String> {
    match json {
        Json::Object(members) => {
            let keys: Vec<&String> = members.keys().collect();
            let wrong = keys.windows(2).filter(|pair| pair[0] > pair[1]).map(|pair| pair[1].clone());
            wrong.chain(members.values().flat_map(keys_out_of_order)).collect()
        }
        Json::Array(items) => items.iter().flat_map(keys_out_of_order).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn an_id_is_taken_once() {
    let pool = || CfnResource::new("Pool", "AWS::Cognito::UserPool", json!({}));
    let mut stack = Stack::new("s");
    assert!(stack.add(pool()).is_ok());
    assert_eq!(duplicate(stack.add(pool())), Some(("resource", "Pool".to_owned())));
    assert_eq!(duplicate(stack.parameter("Pool", Parameter::string())), Some(("parameter", "Pool".to_owned())));
    assert!(stack.output("Pool", Output::new("a")).is_ok(), "outputs have ids of their own");
    assert_eq!(duplicate(stack.output("Pool", Output::new("a"))), Some(("output", "Pool".to_owned())));
    let other = CfnResource::new("Pool", "AWS::Cognito::UserPool", json!({}));
    let reported = stack.add(other).err().map(|error| error.to_string()).unwrap_or_default();
    let (first, rest) = reported.split_once('\n').expect("more than one line");
    assert!(
        first.starts_with("duplicate id `Pool` of a resource: the first one is at tests/rendering.rs:"),
        "{reported}"
    );
    assert!(rest.starts_with(" --> `Pool` at tests/rendering.rs:"), "{reported}");
    assert!(rest.ends_with("\nhelp: change the id of one of them"), "{reported}");
}

fn duplicate<T>(outcome: Result<T, Error>) -> Option<(&'static str, String)> {
    match outcome.err()?.kind() {
        ErrorKind::DuplicateId { what, id, .. } => Some((what, id.clone())),
        _ => None,
    }
}

#[test]
fn an_illegal_id_is_an_error_and_nothing_is_added() {
    let mut stack = Stack::new("s");
    let client = user_pool_client! { logical_id: format!("web-{}", 1), user_pool_id: Ref("UserPool") };
    let error = stack.add(client).err().map(|error| error.to_string()).unwrap_or_default();
    assert!(
        error.starts_with("`web-1` is not a valid id of a resource\n --> `web-1` at tests/rendering.rs:"),
        "{error}"
    );
    assert!(error.ends_with("\nhelp: write ASCII letters and digits, 1 to 255: `\"Web1\"`"), "{error}");
    assert_eq!(stack.to_json(), json!({ "Resources": {} }));
}

#[test]
fn a_stack_knows_whose_finding_it_is() {
    let name = "a/b";
    let client = user_pool_client! { logical_id: "Web", user_pool_id: Ref("UserPool"), client_name: name };
    let mut stack = Stack::new("s");
    assert!(stack.add(client).is_ok());
    let found: Vec<(&str, &str)> = stack.validate().iter().map(|(id, finding)| (*id, finding.code)).collect();
    assert_eq!(found, [("Web", "NM01"), ("Web", "MI01")]);
}
