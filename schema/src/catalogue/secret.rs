//! AF14 and SE: the client secret.

rules! {
    AF14 Warning "0.1.0": "an app on the user's device keeps no secret" {
        answer("Unable to verify secret hash for client …"),
        evidence("aws-amplify/amplify-js#277, #1368, #13568; the answer is that of a sign-in"),
        broken(r#"user_pool_id: Ref("UserPool"),
generate_secret: true,
callback_urls: ["myapp://callback"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
callback_urls: ["myapp://callback"],
prevent_user_existence_errors: Enabled,"#),
    }
    SE01 Error "0.1.0": "passing on user context data needs a client secret" {
        answer("Client Secret is required to set EnablePropagateAdditionalUserContextData as true"),
        evidence("deployment, in cdk-preflight"),
        broken(r#"user_pool_id: Ref("UserPool"),
enable_propagate_additional_user_context_data: true,
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
generate_secret: true,
enable_propagate_additional_user_context_data: true,
prevent_user_existence_errors: Enabled,"#),
    }
    SE07 Warning "0.1.0": "only a client with a secret has the attribute `ClientSecret`" {
        over_a_stack(),
        evidence("aws/aws-cdk#21139; no deployment is known"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    prevent_user_existence_errors: Enabled,
})?;
stack.add(CfnResource::new("Setting", "AWS::SSM::Parameter", json!({
    "Type": "String",
    "Value": { "Fn::GetAtt": ["UserPoolClient", "ClientSecret"] },
})))?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    generate_secret: true,
    prevent_user_existence_errors: Enabled,
})?;
stack.add(CfnResource::new("Setting", "AWS::SSM::Parameter", json!({
    "Type": "String",
    "Value": { "Fn::GetAtt": ["UserPoolClient", "ClientSecret"] },
})))?;"#),
    }
}
