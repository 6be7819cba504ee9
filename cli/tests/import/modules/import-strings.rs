//! The app clients of `import-strings.json`.

use cognito_cfn::{CfnUserPoolClient, json, user_pool_client};

/// The app client `Odd`.
pub fn odd() -> CfnUserPoolClient {
    let mut client = user_pool_client! {
        logical_id: "Odd",
        prevent_user_existence_errors: Enabled,
        // Raw JSON: the macro has no `Fn::\u{202e}New\n`.
        user_pool_id: Raw({ "Fn::\u{202e}New\n": 1 }),
    };
    // The macro has no `Odd\u{202e}\nName\r\u{0}`.
    client
        .add_override("Odd\u{202e}\nName\r\0", json!(1))
        .expect("the path is right");
    client
}

/// The app client `Odder`.
pub fn odder() -> CfnUserPoolClient {
    // error[MI07]: missing required property `user_pool_id`
    // help: write `user_pool_id: Ref("UserPool")`, with the logical id of the pool
    // error[MI11]: unknown property `Odd\u{202e}\nName` of `AWS::Cognito::UserPoolClient`
    // help: remove it
    CfnUserPoolClient::from_json(
        "Odder",
        &json!({
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": { "Odd\u{202e}\nName": 1 },
        }),
    )
    .expect("it is an app client")
}

/// The app client `WebClient`.
pub fn web_client() -> CfnUserPoolClient {
    // error[NM01]: invalid character in `client_name`: `"`
    // help: to have `${…}` filled in, write `Sub("\"quoted\" \\
    // ${!literal}-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")`
    // error[UR18]: `https://….example.org/a/long/path/to/so…` is not one of `callback_urls`
    // help: write one of `callback_urls` exactly, with the same function
    CfnUserPoolClient::from_json(
        "WebClient",
        &json!({
            "Type": "AWS::Cognito::UserPoolClient",
            "Description": "a\u{202e}b\u{2066}c \u{1} \"d\"",
            "Metadata": { "tab\t": "\0", "\u{202e}": "\u{2028}" },
            "Properties": {
                "AllowedOAuthFlows": ["code"],
                "AllowedOAuthFlowsUserPoolClient": true,
                "AllowedOAuthScopes": ["openid"],
                "CallbackURLs": [
                    "https://bücher.example.org/zurück?a=\\",
                    "https://例え.テスト/コールバック",
                    "https://app.example.org/very-long-path/very-long-path/very-long-path/very-long-path/very-long-path/very-long-path/very-long-path/very-long-path/",
                ],
                "ClientName": {
                    "Fn::Sub": [
                        "${Long}-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
                        {
                            "1a": "d",
                            "Long": "\"quoted\" \\ ${!literal}",
                            "Self": "e",
                            "_x": "c",
                            "self": "a",
                            "type": "b",
                        },
                    ],
                },
                "DefaultRedirectURI": {
                    "Fn::Sub": "https://${AWS::AccountId}.example.org/a/long/path/to/somewhere/that/does/not/fit/into/one/line/of/code",
                },
                "PreventUserExistenceErrors": "ENABLED",
                "SupportedIdentityProviders": ["COGNITO"],
                "UserPoolId": { "Ref": "UserPool" },
            },
        }),
    )
    .expect("it is an app client")
}
