//! The app clients of `import-strings.json`.

use cognito_cfn::{CfnUserPoolClient, json};

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
