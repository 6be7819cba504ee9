//! RR: rotation of refresh tokens.

rules! {
    RR01 Error "0.1.0": "refresh token rotation excludes `AllowRefreshTokenAuth`" {
        answer("ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled."),
        evidence("notes of a deployment; developer guide, refresh token rotation"),
        broken(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowUserSrpAuth, AllowRefreshTokenAuth],
refresh_token_rotation: { feature: Enabled },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowUserSrpAuth],
refresh_token_rotation: { feature: Enabled },
prevent_user_existence_errors: Enabled,"#),
    }
    RR03 Warning "0.1.0": "refresh token rotation needs the Essentials tier of the pool" {
        over_a_stack(),
        evidence("developer guide, refresh token rotation; the words of the refusal are not known"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({ "UserPoolTier": "LITE" })))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    refresh_token_rotation: { feature: Enabled },
    prevent_user_existence_errors: Enabled,
})?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({ "UserPoolTier": "ESSENTIALS" })))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    refresh_token_rotation: { feature: Enabled },
    prevent_user_existence_errors: Enabled,
})?;"#),
    }
    RR04 Warning "0.1.0": "`refresh_token_rotation` says whether it is on" {
        evidence("the API reference requires Feature, the registry schema does not; no deployment is known"),
        broken(r#"user_pool_id: Ref("UserPool"),
refresh_token_rotation: { retry_grace_period_seconds: 10 },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: 10 },
prevent_user_existence_errors: Enabled,"#),
    }
    RR05 Error "0.1.0": "the grace period is 0 to 60 seconds" {
        evidence("registry schema; API reference, RefreshTokenRotationType"),
        broken(r#"user_pool_id: Ref("UserPool"),
refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: 90 },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: 60 },
prevent_user_existence_errors: Enabled,"#),
    }
    RR06 Warning "0.1.0": "without rotation there is no grace period: the service makes it 0" {
        evidence("hashicorp/terraform-provider-aws#45646, #45650"),
        broken(r#"user_pool_id: Ref("UserPool"),
refresh_token_rotation: { feature: Disabled, retry_grace_period_seconds: 10 },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
refresh_token_rotation: { feature: Disabled },
prevent_user_existence_errors: Enabled,"#),
    }
    RR08 Warning "0.1.0": "with rotation, `InitiateAuth` refreshes no tokens of the older sign-in flows either" {
        answer("Invalid Refresh Token."),
        evidence("aws/aws-sdk-js-v3#7162; the answer is that of `InitiateAuth`"),
        broken(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AdminNoSrpAuth],
refresh_token_rotation: { feature: Enabled },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
explicit_auth_flows: [AllowAdminUserPasswordAuth],
refresh_token_rotation: { feature: Enabled },
prevent_user_existence_errors: Enabled,"#),
    }
}
