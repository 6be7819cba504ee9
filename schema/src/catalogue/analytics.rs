//! AN: analytics.

rules! {
    AN01 Error "0.1.0": "analytics take `application_arn`, or `application_id` with `role_arn` and `external_id`, not both" {
        answer("Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid"),
        evidence("deployment, in cdk-preflight"),
        broken(r#"user_pool_id: Ref("UserPool"),
analytics_configuration: {
    application_arn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0a1b",
    application_id: "0a1b",
},
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
analytics_configuration: { application_arn: Ref("AppArn") },
prevent_user_existence_errors: Enabled,"#),
    }
    AN02 Error "0.1.0": "`application_id` needs `role_arn` and `external_id`" {
        answer("Invalid analytics configuration given, either <application arn> or <application id, role arn, external id> are valid"),
        evidence("deployment, in cdk-preflight"),
        broken(r#"user_pool_id: Ref("UserPool"),
analytics_configuration: { application_id: "0a1b" },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
analytics_configuration: { application_id: "0a1b", role_arn: GetAtt("Role", "Arn"), external_id: "pool" },
prevent_user_existence_errors: Enabled,"#),
    }
    AN03 Warning "0.1.0": "analytics name an application" {
        evidence("inferred from AN01; other tools refuse it"),
        broken(r#"user_pool_id: Ref("UserPool"),
analytics_configuration: { user_data_shared: true },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
analytics_configuration: { application_arn: Ref("AppArn"), user_data_shared: true },
prevent_user_existence_errors: Enabled,"#),
    }
    AN04 Warning "0.1.0": "`application_arn` is the ARN of an application of Amazon Pinpoint" {
        evidence("API reference, AnalyticsConfigurationType; no deployment is known"),
        broken(r#"user_pool_id: Ref("UserPool"),
analytics_configuration: { application_arn: "arn:aws:kinesis:us-east-1:123456789012:stream/usage" },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
analytics_configuration: { application_arn: Ref("AppArn") },
prevent_user_existence_errors: Enabled,"#),
    }
    AN05 Error "0.1.0": "the region of the application is one that the pool's region works with" {
        over_a_stack(),
        answer("The integration with Pinpoint is not supported for the requested ap-northeast-1 region."),
        evidence("deployment, in cdk-preflight; developer guide, Amazon Pinpoint analytics"),
        broken(r#"stack.region("eu-west-1");
stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    analytics_configuration: { application_arn: "arn:aws:mobiletargeting:eu-central-1:123456789012:apps/0123456789abcdef0123456789abcdef" },
    allow: [AN10],
    prevent_user_existence_errors: Enabled,
})?;"#),
        mended(r#"stack.region("eu-west-1");
stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
stack.add(user_pool_client! {
    user_pool_id: Ref("UserPool"),
    analytics_configuration: { application_arn: "arn:aws:mobiletargeting:eu-west-1:123456789012:apps/0123456789abcdef0123456789abcdef" },
    allow: [AN10],
    prevent_user_existence_errors: Enabled,
})?;"#),
    }
    AN10 Warning "0.1.0": "Amazon Pinpoint, where the events go, ends on 2026-10-30" {
        evidence("AWS, Amazon Pinpoint end of support"),
        broken(r#"user_pool_id: Ref("UserPool"),
analytics_configuration: { application_arn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0a1b" },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
prevent_user_existence_errors: Enabled,"#),
    }
}
