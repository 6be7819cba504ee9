//! IP: identity providers.

rules! {
    IP01 Error "0.1.0": "an identity provider is one that the pool has" {
        over_a_stack(),
        answer("The provider Google does not exist for User Pool us-east-1_xxx."),
        evidence("deployment, in cdk-preflight; aws/aws-cdk#15850, #15692"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    supported_identity_providers: [Cognito, Google],
    prevent_user_existence_errors: Enabled,
})?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(CfnResource::new("GoogleProvider", "AWS::Cognito::UserPoolIdentityProvider", json!({
    "ProviderName": "Google",
    "ProviderType": "Google",
    "ProviderDetails": { "client_id": "id-of-google" },
    "UserPoolId": { "Ref": "UserPool" },
})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    supported_identity_providers: [Cognito, Google],
    depends_on: ["GoogleProvider"],
    prevent_user_existence_errors: Enabled,
})?;"#),
    }
    IP02 Warning "0.1.0": "a client waits for its identity providers" {
        over_a_stack(),
        answer("The provider Google does not exist for User Pool us-east-1_xxx."),
        evidence("aws/aws-cdk#15850, #15692; the order is a race"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(CfnResource::new("GoogleProvider", "AWS::Cognito::UserPoolIdentityProvider", json!({
    "ProviderName": "Google",
    "ProviderType": "Google",
    "ProviderDetails": { "client_id": "id-of-google" },
    "UserPoolId": { "Ref": "UserPool" },
})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    supported_identity_providers: [Cognito, Google],
    prevent_user_existence_errors: Enabled,
})?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(CfnResource::new("GoogleProvider", "AWS::Cognito::UserPoolIdentityProvider", json!({
    "ProviderName": "Google",
    "ProviderType": "Google",
    "ProviderDetails": { "client_id": "id-of-google" },
    "UserPoolId": { "Ref": "UserPool" },
})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    supported_identity_providers: [Cognito, Google],
    depends_on: ["GoogleProvider"],
    prevent_user_existence_errors: Enabled,
})?;"#),
    }
    IP03 Warning "0.1.0": "the names of Cognito and of the social providers keep their letter case" {
        evidence("API reference, SupportedIdentityProviders; a provider of the pool's own may have such a name"),
        broken(r#"user_pool_id: Ref("UserPool"),
supported_identity_providers: [Cognito, "google"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
supported_identity_providers: [Cognito, Google],
prevent_user_existence_errors: Enabled,"#),
    }
    IP06 Error "0.1.0": "the name of a provider has 1 to 32 characters, none of them invisible" {
        evidence("registry schema; API reference, ProviderNameType"),
        broken(r#"user_pool_id: Ref("UserPool"),
supported_identity_providers: [Cognito, "The directory of the whole company"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
supported_identity_providers: [Cognito, "Company"],
prevent_user_existence_errors: Enabled,"#),
    }
    IP08 Warning "0.1.0": "an identity provider is written once" {
        evidence("no deployment is known; other tools drop or refuse the second one"),
        broken(r#"user_pool_id: Ref("UserPool"),
supported_identity_providers: [Cognito, Google, Cognito],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
supported_identity_providers: [Cognito, Google],
prevent_user_existence_errors: Enabled,"#),
    }
}
