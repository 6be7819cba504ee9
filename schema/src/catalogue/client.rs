//! LT, MI, NM: the client itself.

rules! {
    LT01 Error "0.1.0": "a value keeps to the limits of the registry schema" {
        evidence("registry schema"),
        broken(r#"user_pool_id: "UserPool",
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
prevent_user_existence_errors: Enabled,"#),
    }
    MI01 Warning "0.1.0": "unless it is told not to, Cognito tells whether a user exists" {
        evidence("API reference, PreventUserExistenceErrors; aws/aws-cdk#17044; hashicorp/terraform-provider-aws#11340"),
        broken(r#"user_pool_id: Ref("UserPool"),
client_name: "web","#),
        mended(r#"user_pool_id: Ref("UserPool"),
client_name: "web",
prevent_user_existence_errors: Enabled,"#),
    }
    MI02 Error "0.1.0": "`prevent_user_existence_errors` is `Enabled` or `Legacy`" {
        evidence("registry schema; API reference, PreventUserExistenceErrors"),
        broken(r#"user_pool_id: Ref("UserPool"),
prevent_user_existence_errors: Disabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
prevent_user_existence_errors: Legacy,"#),
    }
    MI06 Error "0.1.0": "`user_pool_id` is the id of a user pool" {
        over_a_stack(),
        answer("User pool us-east-1_x does not exist."),
        evidence("API reference, ResourceNotFoundException"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(CfnResource::new("Domain", "AWS::Cognito::UserPoolDomain", json!({ "Domain": "people-of-example", "UserPoolId": { "Ref": "UserPool" } })))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("Domain"),
    prevent_user_existence_errors: Enabled,
})?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(CfnResource::new("Domain", "AWS::Cognito::UserPoolDomain", json!({ "Domain": "people-of-example", "UserPoolId": { "Ref": "UserPool" } })))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    prevent_user_existence_errors: Enabled,
})?;"#),
    }
    MI07 Error "0.1.0": "`user_pool_id` is required" {
        evidence("registry schema"),
        broken(r#"client_name: "web",
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
client_name: "web",
prevent_user_existence_errors: Enabled,"#),
    }
    MI11 Error "0.1.0": "the resource has no other properties" {
        evidence("registry schema: additionalProperties is false"),
        broken(r#"user_pool_id: Ref("UserPool"),
tags: { "team": "identity" },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
metadata: { "team": "identity" },
prevent_user_existence_errors: Enabled,"#),
    }
    MI12 Error "0.1.0": "an app client has the attributes `ClientId`, `ClientSecret` and `Name`" {
        over_a_stack(),
        evidence("registry schema: readOnlyProperties; cfn-lint E1010"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    prevent_user_existence_errors: Enabled,
})?;
stack.add(CfnResource::new("Setting", "AWS::SSM::Parameter", json!({
    "Type": "String",
    "Value": { "Fn::GetAtt": ["UserPoolClient", "Id"] },
})))?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    prevent_user_existence_errors: Enabled,
})?;
stack.add(CfnResource::new("Setting", "AWS::SSM::Parameter", json!({
    "Type": "String",
    "Value": { "Fn::GetAtt": ["UserPoolClient", "ClientId"] },
})))?;"#),
    }
    NM01 Error "0.1.0": "`client_name` is ASCII letters, digits, whitespace and `_+=,.@-`" {
        answer("1 validation error detected: Value '????' at 'clientName' failed to satisfy constraint"),
        evidence("deployment, in cdk-preflight"),
        broken(r#"user_pool_id: Ref("UserPool"),
client_name: "café",
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
client_name: "cafe",
prevent_user_existence_errors: Enabled,"#),
    }
    NM02 Error "0.1.0": "`client_name` has 1 to 128 characters" {
        evidence("registry schema; API reference, ClientNameType"),
        broken(r#"user_pool_id: Ref("UserPool"),
client_name: "",
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
client_name: "web",
prevent_user_existence_errors: Enabled,"#),
    }
}
