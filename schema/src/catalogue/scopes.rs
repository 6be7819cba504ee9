//! SC: scopes.

rules! {
    SC01 Warning "0.1.0": "`Email`, `Phone` and `Profile` are asked for together with `OpenId`" {
        evidence("aws-amplify/amplify-js#10060; developer guide, authorize endpoint; the refusal itself is not quoted"),
        broken(r#"user_pool_id: Ref("UserPool"),
allowed_oauth_flows: [Code],
allowed_oauth_flows_user_pool_client: true,
allowed_oauth_scopes: [Email],
callback_urls: ["https://app.example.com/callback"],
supported_identity_providers: [Cognito],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
allowed_oauth_flows: [Code],
allowed_oauth_flows_user_pool_client: true,
allowed_oauth_scopes: [OpenId, Email],
callback_urls: ["https://app.example.com/callback"],
supported_identity_providers: [Cognito],
prevent_user_existence_errors: Enabled,"#),
    }
    SC03 Error "0.1.0": "a scope of a resource server is one that the server has" {
        over_a_stack(),
        answer("Invalid scope requested: api/read"),
        evidence("deployment, in cdk-preflight; awsdocs/aws-cloudformation-user-guide#564; aws/aws-cdk#10676"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(CfnResource::new("Domain", "AWS::Cognito::UserPoolDomain", json!({ "Domain": "people-of-example", "UserPoolId": { "Ref": "UserPool" } })))?;
stack.add(CfnResource::new("Orders", "AWS::Cognito::UserPoolResourceServer", json!({
    "Identifier": "orders",
    "Scopes": [{ "ScopeName": "read", "ScopeDescription": "see orders" }],
    "UserPoolId": { "Ref": "UserPool" },
})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    generate_secret: true,
    allowed_oauth_flows: [ClientCredentials],
    allowed_oauth_flows_user_pool_client: true,
    allowed_oauth_scopes: [Sub("${Orders}/read"), "orders/raed"],
})?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(CfnResource::new("Domain", "AWS::Cognito::UserPoolDomain", json!({ "Domain": "people-of-example", "UserPoolId": { "Ref": "UserPool" } })))?;
stack.add(CfnResource::new("Orders", "AWS::Cognito::UserPoolResourceServer", json!({
    "Identifier": "orders",
    "Scopes": [{ "ScopeName": "read", "ScopeDescription": "see orders" }],
    "UserPoolId": { "Ref": "UserPool" },
})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    generate_secret: true,
    allowed_oauth_flows: [ClientCredentials],
    allowed_oauth_flows_user_pool_client: true,
    allowed_oauth_scopes: [Sub("${Orders}/read"), "orders/read"],
})?;"#),
    }
    SC04 Error "0.1.0": "Cognito reserves five scopes and knows no others of OpenID Connect" {
        answer("Invalid scope requested: Cognito"),
        evidence("awsdocs/aws-cloudformation-user-guide#518, #564"),
        broken(r#"user_pool_id: Ref("UserPool"),
allowed_oauth_flows: [Code],
allowed_oauth_flows_user_pool_client: true,
allowed_oauth_scopes: [OpenId, "offline_access"],
callback_urls: ["https://app.example.com/callback"],
supported_identity_providers: [Cognito],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
allowed_oauth_flows: [Code],
allowed_oauth_flows_user_pool_client: true,
allowed_oauth_scopes: [OpenId],
callback_urls: ["https://app.example.com/callback"],
supported_identity_providers: [Cognito],
prevent_user_existence_errors: Enabled,"#),
    }
    SC05 Error "0.1.0": "a scope of a resource server has the server's identifier before it" {
        answer("Invalid scope requested: get-todos"),
        evidence("aws/aws-cdk#10676"),
        broken(r#"user_pool_id: Ref("UserPool"),
generate_secret: true,
allowed_oauth_flows: [ClientCredentials],
allowed_oauth_flows_user_pool_client: true,
allowed_oauth_scopes: ["read"],"#),
        mended(r#"user_pool_id: Ref("UserPool"),
generate_secret: true,
allowed_oauth_flows: [ClientCredentials],
allowed_oauth_flows_user_pool_client: true,
allowed_oauth_scopes: ["orders/read"],"#),
    }
    SC08 Warning "0.1.0": "a client waits for the resource servers of its scopes" {
        over_a_stack(),
        answer("Invalid scope requested: api/read"),
        evidence("aws/aws-cdk#11118, #10676; the order is a race"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(CfnResource::new("Domain", "AWS::Cognito::UserPoolDomain", json!({ "Domain": "people-of-example", "UserPoolId": { "Ref": "UserPool" } })))?;
stack.add(CfnResource::new("Orders", "AWS::Cognito::UserPoolResourceServer", json!({
    "Identifier": "orders",
    "Scopes": [{ "ScopeName": "read", "ScopeDescription": "see orders" }],
    "UserPoolId": { "Ref": "UserPool" },
})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    generate_secret: true,
    allowed_oauth_flows: [ClientCredentials],
    allowed_oauth_flows_user_pool_client: true,
    allowed_oauth_scopes: ["orders/read"],
})?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(CfnResource::new("Domain", "AWS::Cognito::UserPoolDomain", json!({ "Domain": "people-of-example", "UserPoolId": { "Ref": "UserPool" } })))?;
stack.add(CfnResource::new("Orders", "AWS::Cognito::UserPoolResourceServer", json!({
    "Identifier": "orders",
    "Scopes": [{ "ScopeName": "read", "ScopeDescription": "see orders" }],
    "UserPoolId": { "Ref": "UserPool" },
})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    generate_secret: true,
    allowed_oauth_flows: [ClientCredentials],
    allowed_oauth_flows_user_pool_client: true,
    allowed_oauth_scopes: ["orders/read"],
    depends_on: ["Orders"],
})?;"#),
    }
    SC09 Warning "0.1.0": "a scope is written once" {
        evidence("no deployment is known; other tools drop or refuse the second one"),
        broken(r#"user_pool_id: Ref("UserPool"),
generate_secret: true,
allowed_oauth_flows: [ClientCredentials],
allowed_oauth_flows_user_pool_client: true,
allowed_oauth_scopes: ["orders/read", "orders/read"],"#),
        mended(r#"user_pool_id: Ref("UserPool"),
generate_secret: true,
allowed_oauth_flows: [ClientCredentials],
allowed_oauth_flows_user_pool_client: true,
allowed_oauth_scopes: ["orders/read"],"#),
    }
    SC10 Error "0.1.0": "at most 50 scopes, each of 1 to 256 printable ASCII characters without space, `\"` and `\\`" {
        evidence("registry schema; API reference, ScopeType"),
        broken(r#"user_pool_id: Ref("UserPool"),
generate_secret: true,
allowed_oauth_flows: [ClientCredentials],
allowed_oauth_flows_user_pool_client: true,
allowed_oauth_scopes: ["orders/read all"],"#),
        mended(r#"user_pool_id: Ref("UserPool"),
generate_secret: true,
allowed_oauth_flows: [ClientCredentials],
allowed_oauth_flows_user_pool_client: true,
allowed_oauth_scopes: ["orders/read-all"],"#),
    }
}
