//! The app clients of `import-functions.json`.

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The app client `OtherClient`.
pub fn other_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "OtherClient",
        allowed_oauth_flows: Transform("Flows", { "Kind": "web" }),
        allowed_oauth_scopes: Transform("Scopes"),
        analytics_configuration: {
            application_arn: GetAtt("App", "Arn"),
        },
        callback_urls: Split(",", ImportValue("urls")),
        client_name: ToJsonString({ "list": [1, 2], "text": { "Ref": "Domain" } }),
        default_redirect_uri: Base64(GetAtt("Page", Ref("Domain"))),
        prevent_user_existence_errors: Enabled,
        read_attributes: Cidr(GetAZs(""), 6, 8),
        user_pool_id: GetStackOutput(
            "pools",
            "UserPoolId",
            {
                region: "eu-west-1",
            },
        ),
    }
}

/// The app client `RawClient`.
pub fn raw_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "RawClient",
        allowed_oauth_flows: [Code],
        // Raw JSON: the macro has no `Fn::Equals`.
        allowed_oauth_flows_user_pool_client: Raw({ "Fn::Equals": ["a", "b"] }),
        allowed_oauth_scopes: [OpenId],
        // Raw JSON: the macro would render another form of `Fn::Sub`.
        // Raw JSON: the macro has no `Fn::New`.
        // Raw JSON: the macro would render another form of `Fn::GetAtt`.
        callback_urls: [
            Raw({ "Fn::Sub": ["https://${Domain}/", {}] }),
            Raw({ "Fn::New": ["a"] }),
            Raw({ "Fn::Sub": ["https://${Domain}/x"] }),
            Raw({ "Fn::GetAtt": ["Nested", "Outputs", "Url"] }),
        ],
        // Raw JSON: the macro would render another form of `Fn::GetAtt`.
        client_name: Raw({ "Fn::GetAtt": "UserPool.ProviderName" }),
        prevent_user_existence_errors: Enabled,
        supported_identity_providers: [Cognito],
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `WebClient`.
pub fn web_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "WebClient",
        access_token_validity: FindInMap("Stages", "dev", "Minutes", 20),
        allowed_oauth_flows: [Code],
        allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [
            OpenId,
            Join("/", [Ref("Orders"), "read"]),
            ImportValue(Sub("${AWS::StackName}-scope")),
        ],
        // Raw JSON: the template has a string, not an integer.
        callback_urls: [
            Sub("https://${Domain}/callback"),
            Select(0, Ref("Urls")),
            Select(
                Raw("1"),
                Split(",", "https://a.example.org/,https://b.example.org/"),
            ),
        ],
        client_name: Sub(
            "${Name}-${AWS::Region}-web",
            {
                Name: FindInMap("Stages", "dev", "Name"),
            },
        ),
        default_redirect_uri: Sub("https://${Domain}/callback"),
        logout_urls: Ref("Urls"),
        prevent_user_existence_errors: Enabled,
        // Raw JSON: the template has a number, not a string.
        refresh_token_validity: Length([Raw(1), Raw(2), Raw(3)]),
        supported_identity_providers: [Cognito, Ref("Okta")],
        token_validity_units: {
            access_token: Minutes,
        },
        user_pool_id: Ref("UserPool"),
    }
}
