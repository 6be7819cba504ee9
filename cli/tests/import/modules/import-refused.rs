//! The app clients of `import-refused.json`.

use cognito_cfn::{CfnUserPoolClient, json, user_pool_client};

/// The app client `ListProperties`.
pub fn list_properties() -> CfnUserPoolClient {
    // `Properties` is not an object.
    CfnUserPoolClient::from_json(
        "ListProperties",
        &json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": [1] }),
    )
    .expect("it is an app client")
}

/// The app client `Loop`.
pub fn client_loop() -> CfnUserPoolClient {
    // The macro has no form for `Fn::ForEach::Names` in `Properties`.
    CfnUserPoolClient::from_json(
        "Loop",
        &json!({
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {
                "Fn::ForEach::Names": ["Name", ["ReadAttributes"], { "${Name}": ["email"] }],
                "PreventUserExistenceErrors": "ENABLED",
                "UserPoolId": { "Ref": "UserPool" },
            },
        }),
    )
    .expect("it is an app client")
}

/// The app client `Merged`.
pub fn merged() -> CfnUserPoolClient {
    // The macro has no form for `Fn::Transform` in `Properties`.
    CfnUserPoolClient::from_json(
        "Merged",
        &json!({
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {
                "Fn::Transform": {
                    "Name": "AWS::Include",
                    "Parameters": { "Location": "s3://a/b" },
                },
                "PreventUserExistenceErrors": "ENABLED",
                "UserPoolId": { "Ref": "UserPool" },
            },
        }),
    )
    .expect("it is an app client")
}

/// The app client `NoSecret`.
pub fn no_secret() -> CfnUserPoolClient {
    // error[OA02]: `ClientCredentials` requires a client secret
    // help: write `generate_secret: true`
    CfnUserPoolClient::from_json(
        "NoSecret",
        &json!({
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {
                "AllowedOAuthFlows": ["client_credentials"],
                "AllowedOAuthFlowsUserPoolClient": true,
                "AllowedOAuthScopes": ["orders/read"],
                "PreventUserExistenceErrors": "ENABLED",
                "UserPoolId": { "Ref": "UserPool" },
            },
        }),
    )
    .expect("it is an app client")
}

/// The app client `NullProperties`.
pub fn null_properties() -> CfnUserPoolClient {
    // `Properties` is not an object.
    CfnUserPoolClient::from_json(
        "NullProperties",
        &json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": null }),
    )
    .expect("it is an app client")
}

/// The app client `NullValue`.
pub fn null_value() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "NullValue",
        // Raw JSON: the template has `null`, not a string.
        client_name: Raw(null),
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `Unknown`.
pub fn unknown() -> CfnUserPoolClient {
    // error[MI11]: unknown property `CallbackUrls` of `AWS::Cognito::UserPoolClient`
    // help: a property with a similar name exists: `CallbackURLs`
    CfnUserPoolClient::from_json(
        "Unknown",
        &json!({
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {
                "CallbackUrls": ["https://a.example.org/"],
                "PreventUserExistenceErrors": "ENABLED",
                "UserPoolId": { "Ref": "UserPool" },
            },
        }),
    )
    .expect("it is an app client")
}

/// The app client `WholeIf`.
pub fn whole_if() -> CfnUserPoolClient {
    // The macro has no form for `Fn::If` in `Properties`.
    CfnUserPoolClient::from_json(
        "WholeIf",
        &json!({
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {
                "Fn::If": ["IsProd", { "UserPoolId": "a" }, { "UserPoolId": "b" }],
            },
        }),
    )
    .expect("it is an app client")
}

/// The app client `WrongKinds`.
pub fn wrong_kinds() -> CfnUserPoolClient {
    // error[LT01]: `CallbackURLs` must be a list
    // help: write a list of strings
    // error[LT01]: `ExplicitAuthFlows` must be a list
    // help: write a list of `ExplicitAuthFlow` values
    // error[LT01]: `GenerateSecret` must be a boolean
    // help: write `true` or `false`
    CfnUserPoolClient::from_json(
        "WrongKinds",
        &json!({
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": {
                "CallbackURLs": "https://a.example.org/",
                "ExplicitAuthFlows": { "a": 1 },
                "GenerateSecret": [true],
                "PreventUserExistenceErrors": "ENABLED",
                "UserPoolId": { "Ref": "UserPool" },
            },
        }),
    )
    .expect("it is an app client")
}
