//! AF: sign-in flows of the user pools API.

rules! {
    AF01 Error "0.1.0": "older sign-in flows cannot stand beside those with `Allow`" {
        answer("Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names."),
        evidence("deployment, in cdk-preflight; API reference, ExplicitAuthFlows"),
        broken(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth, AdminNoSrpAuth],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth, AllowAdminUserPasswordAuth],
prevent_user_existence_errors: Enabled,"#),
    }
    AF03 Warning "0.1.0": "the flows with `Allow` have taken the place of the older ones" {
        evidence("API reference, ExplicitAuthFlows"),
        broken(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AdminNoSrpAuth],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowAdminUserPasswordAuth, AllowRefreshTokenAuth],
prevent_user_existence_errors: Enabled,"#),
    }
    AF04 Warning "0.1.0": "without `AllowRefreshTokenAuth` nobody stays signed in" {
        answer("REFRESH_TOKEN_AUTH should always be allowed."),
        evidence("aws/aws-cdk#7625, #10561, #13514, of 2020; whether it is still refused is not known"),
        broken(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowUserSrpAuth],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
prevent_user_existence_errors: Enabled,"#),
    }
    AF05 Warning "0.1.0": "an empty list of sign-in flows means the default, not none" {
        evidence("API reference, ExplicitAuthFlows; aws/aws-cdk#26680, #16236; notes of a deployment"),
        broken(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowRefreshTokenAuth],
prevent_user_existence_errors: Enabled,"#),
    }
    AF07 Warning "0.1.0": "`AllowUserAuth` needs the Essentials tier of the pool" {
        over_a_stack(),
        evidence("API reference, ExplicitAuthFlows; the words of the refusal are not known"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({ "UserPoolTier": "LITE" })))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    explicit_auth_flows: [AllowUserAuth, AllowRefreshTokenAuth],
    prevent_user_existence_errors: Enabled,
})?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({ "UserPoolTier": "ESSENTIALS" })))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    explicit_auth_flows: [AllowUserAuth, AllowRefreshTokenAuth],
    prevent_user_existence_errors: Enabled,
})?;"#),
    }
    AF09 Warning "0.1.0": "the flows of token exchange are not in CloudFormation's schema yet" {
        evidence("API model of botocore 1.44.5 against the registry schema"),
        broken(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowTokenExchangeDelegation, AllowRefreshTokenAuth],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
prevent_user_existence_errors: Enabled,"#),
    }
    AF12 Error "0.1.0": "a sign-in flow is one of those Cognito knows" {
        answer("failed to satisfy constraint: [Member must satisfy enum value set: […]]"),
        evidence("awsdocs/aws-cloudformation-user-guide#525"),
        broken(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: ["USER_SRP_AUTH"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
prevent_user_existence_errors: Enabled,"#),
    }
    AF13 Warning "0.1.0": "`AllowCustomAuth` needs the triggers of the pool that define the challenges" {
        over_a_stack(),
        evidence("developer guide, custom authentication challenge triggers"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    explicit_auth_flows: [AllowCustomAuth, AllowRefreshTokenAuth],
    prevent_user_existence_errors: Enabled,
})?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({
    "LambdaConfig": {
        "CreateAuthChallenge": "arn:aws:lambda:eu-west-1:123456789012:function:create",
        "DefineAuthChallenge": "arn:aws:lambda:eu-west-1:123456789012:function:define",
        "VerifyAuthChallengeResponse": "arn:aws:lambda:eu-west-1:123456789012:function:verify",
    },
})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    explicit_auth_flows: [AllowCustomAuth, AllowRefreshTokenAuth],
    prevent_user_existence_errors: Enabled,
})?;"#),
    }
    AF15 Warning "0.1.0": "a sign-in flow is written once" {
        evidence("no deployment is known; other tools drop or refuse the second one"),
        broken(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth, AllowUserSrpAuth],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
prevent_user_existence_errors: Enabled,"#),
    }
    AF16 Warning "0.1.0": "`AllowUserPasswordAuth` sends the password itself; a client of the public can do without" {
        evidence("API reference, ExplicitAuthFlows; developer guide, authentication flows"),
        broken(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowUserPasswordAuth, AllowRefreshTokenAuth],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
prevent_user_existence_errors: Enabled,"#),
    }
}
