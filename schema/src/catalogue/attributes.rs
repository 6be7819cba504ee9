//! AT: the attributes of a user that a client reads and writes.

rules! {
    AT01 Error "0.1.0": "an attribute to read is a standard one, or one the pool has" {
        over_a_stack(),
        answer("Invalid read attributes specified while creating a client"),
        evidence("deployment, in cdk-preflight; aws/aws-cdk#20760"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({ "Schema": [{ "Name": "tier", "AttributeDataType": "String" }] })))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    read_attributes: [Email, "custom:teir"],
    prevent_user_existence_errors: Enabled,
})?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({ "Schema": [{ "Name": "tier", "AttributeDataType": "String" }] })))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    read_attributes: [Email, "custom:tier"],
    prevent_user_existence_errors: Enabled,
})?;"#),
    }
    AT02 Error "0.1.0": "an attribute to write is a standard one, or one the pool has" {
        over_a_stack(),
        answer("Invalid write attributes specified while creating a client"),
        evidence("deployment, in cdk-preflight; aws/aws-sdk-java#1395"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({ "Schema": [{ "Name": "tier", "AttributeDataType": "String" }] })))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    write_attributes: [Email, "custom:teir"],
    prevent_user_existence_errors: Enabled,
})?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({ "Schema": [{ "Name": "tier", "AttributeDataType": "String" }] })))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    write_attributes: [Email, "custom:tier"],
    prevent_user_existence_errors: Enabled,
})?;"#),
    }
    AT03 Error "0.1.0": "some attributes of a user cannot be written by a client" {
        answer("Invalid write attributes specified while creating a client"),
        evidence("deployment of each, in cdk-preflight"),
        broken(r#"user_pool_id: Ref("UserPool"),
write_attributes: [Email, EmailVerified],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
write_attributes: [Email],
prevent_user_existence_errors: Enabled,"#),
    }
    AT06 Error "0.1.0": "a client that writes attributes writes those that the pool requires" {
        over_a_stack(),
        answer("Invalid write attributes specified while creating a client"),
        evidence("notes of three deployments; aws/aws-cdk#2608; hashicorp/terraform-provider-aws#4476"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({ "Schema": [{ "Name": "email", "AttributeDataType": "String", "Required": true }] })))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    write_attributes: [Name],
    prevent_user_existence_errors: Enabled,
})?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({ "Schema": [{ "Name": "email", "AttributeDataType": "String", "Required": true }] })))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    write_attributes: [Name, Email],
    prevent_user_existence_errors: Enabled,
})?;"#),
    }
    AT08 Warning "0.1.0": "an empty list of attributes to write means the default, not none" {
        evidence("hashicorp/terraform-provider-aws#28684; aws/aws-cdk#21835, #30608"),
        broken(r#"user_pool_id: Ref("UserPool"),
write_attributes: [],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
write_attributes: [Locale],
prevent_user_existence_errors: Enabled,"#),
    }
    AT09 Warning "0.1.0": "an empty list of attributes to read means the default, not none" {
        evidence("hashicorp/terraform-provider-aws#28684; aws/aws-cdk#30608; inferred from AT08"),
        broken(r#"user_pool_id: Ref("UserPool"),
read_attributes: [],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
read_attributes: [Sub],
prevent_user_existence_errors: Enabled,"#),
    }
    AT11 Error "0.1.0": "an attribute is a standard one, or the pool's own with `custom:` before it" {
        answer("Invalid read attributes specified while creating a client"),
        evidence("aws/aws-cdk#20760"),
        broken(r#"user_pool_id: Ref("UserPool"),
read_attributes: [Email, "role"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
read_attributes: [Email, "custom:role"],
prevent_user_existence_errors: Enabled,"#),
    }
    AT12 Warning "0.1.0": "attributes for developers alone are read and written with AWS credentials, not by clients" {
        evidence("no deployment is known; other tools disagree"),
        broken(r#"user_pool_id: Ref("UserPool"),
read_attributes: [Email, "dev:custom:role"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
read_attributes: [Email, "custom:role"],
prevent_user_existence_errors: Enabled,"#),
    }
    AT14 Warning "0.1.0": "what Cognito itself keeps of a user is not written by a client" {
        evidence("inferred from AT02: they are no standard attributes; no deployment is known"),
        broken(r#"user_pool_id: Ref("UserPool"),
write_attributes: [Email, "identities"],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
write_attributes: [Email],
prevent_user_existence_errors: Enabled,"#),
    }
    AT15 Warning "0.1.0": "a client can write what its identity providers are mapped to" {
        over_a_stack(),
        answer("A client attempted to write unauthorized attribute"),
        evidence("API reference, WriteAttributes; aws-amplify/amplify-js#3526; the answer is that of a sign-in"),
        broken(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(CfnResource::new("GoogleProvider", "AWS::Cognito::UserPoolIdentityProvider", json!({
    "ProviderName": "Google",
    "ProviderType": "Google",
    "ProviderDetails": { "client_id": "id-of-google" },
    "AttributeMapping": { "email": "email" },
    "UserPoolId": { "Ref": "UserPool" },
})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    supported_identity_providers: [Google],
    write_attributes: [Name],
    depends_on: ["GoogleProvider"],
    prevent_user_existence_errors: Enabled,
})?;"#),
        mended(r#"stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(CfnResource::new("GoogleProvider", "AWS::Cognito::UserPoolIdentityProvider", json!({
    "ProviderName": "Google",
    "ProviderType": "Google",
    "ProviderDetails": { "client_id": "id-of-google" },
    "AttributeMapping": { "email": "email" },
    "UserPoolId": { "Ref": "UserPool" },
})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    supported_identity_providers: [Google],
    write_attributes: [Name, Email],
    depends_on: ["GoogleProvider"],
    prevent_user_existence_errors: Enabled,
})?;"#),
    }
    AT20 Error "0.1.0": "the name of an attribute has 1 to 2048 characters" {
        evidence("registry schema; API reference, ClientPermissionType"),
        broken(r#"user_pool_id: Ref("UserPool"),
read_attributes: [Email, ""],
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
read_attributes: [Email],
prevent_user_existence_errors: Enabled,"#),
    }
}
