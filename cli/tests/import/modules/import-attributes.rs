//! The app clients of `import-attributes.json`.

use cognito_cfn::{CfnUserPoolClient, json, user_pool_client};

/// The app client `AllClient`.
pub fn all_client() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "AllClient",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
        depends_on: ["UserPool", "Orders"],
        condition: "IsProd",
        deletion_policy: Retain,
        update_replace_policy: Delete,
        metadata: {
            "cognito-cfn": { "allow": ["MI01", "security", "XX99"] },
            "empty": {},
            "list": [1, 2.5, null, -3],
            "owner": "identity",
        },
        description: "The web client",
        allow: [MI01, security],
    }
}

/// The app client `Conditional`.
pub fn conditional() -> CfnUserPoolClient {
    let mut client = user_pool_client! {
        logical_id: "Conditional",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    };
    // `Condition`: it does not accept `Ref`.
    client
        .add_override("Condition", json!({ "Ref": "x" }))
        .expect("the path is right");
    // `Description`: it does not accept `Ref`.
    client
        .add_override("Description", json!({ "Ref": "x" }))
        .expect("the path is right");
    client
}

/// The app client `EmptyMetadata`.
pub fn empty_metadata() -> CfnUserPoolClient {
    // The template has an empty `Metadata`.
    CfnUserPoolClient::from_json(
        "EmptyMetadata",
        &json!({
            "Type": "AWS::Cognito::UserPoolClient",
            "Metadata": {},
            "Properties": {
                "PreventUserExistenceErrors": "ENABLED",
                "UserPoolId": { "Ref": "UserPool" },
            },
        }),
    )
    .expect("it is an app client")
}

/// The app client `EmptyOptions`.
pub fn empty_options() -> CfnUserPoolClient {
    // The template has an empty `CreationPolicy`.
    CfnUserPoolClient::from_json(
        "EmptyOptions",
        &json!({
            "Type": "AWS::Cognito::UserPoolClient",
            "CreationPolicy": {},
            "Properties": {
                "PreventUserExistenceErrors": "ENABLED",
                "UserPoolId": { "Ref": "UserPool" },
            },
            "UpdatePolicy": {},
        }),
    )
    .expect("it is an app client")
}

/// The app client `NoDependency`.
pub fn no_dependency() -> CfnUserPoolClient {
    let mut client = user_pool_client! {
        logical_id: "NoDependency",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    };
    // The template has an empty `DependsOn`.
    client
        .add_override("DependsOn", json!([]))
        .expect("the path is right");
    client
}

/// The app client `OneDependency`.
pub fn one_dependency() -> CfnUserPoolClient {
    let mut client = user_pool_client! {
        logical_id: "OneDependency",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    };
    // In the template, `DependsOn` is one logical id, not in a list.
    client
        .add_override("DependsOn", "Orders")
        .expect("the path is right");
    client
}

/// The app client `Options`.
pub fn options() -> CfnUserPoolClient {
    let mut client = user_pool_client! {
        logical_id: "Options",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    };
    client.creation_policy = Some(json!({ "ResourceSignal": { "Timeout": "PT5M" } }));
    client.update_policy = Some(json!({ "A": { "B": [1, 2] } }));
    client.version = Some("1.0".into());
    client
}

/// The app client `Snapshot`.
pub fn snapshot() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "Snapshot",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
        // Raw JSON: `Snapshot` is not a value of `DeletionPolicy`.
        deletion_policy: Raw("Snapshot"),
        update_replace_policy: Ref("Stage"),
    }
}

/// The app client `TwiceTheSame`.
pub fn twice_the_same() -> CfnUserPoolClient {
    let mut client = user_pool_client! {
        logical_id: "TwiceTheSame",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    };
    // In the template, `DependsOn` is not a list of unique logical ids.
    client
        .add_override("DependsOn", json!(["Orders", "Orders"]))
        .expect("the path is right");
    client
}

/// The app client `Unknown`.
pub fn unknown() -> CfnUserPoolClient {
    let mut client = user_pool_client! {
        logical_id: "Unknown",
        prevent_user_existence_errors: Enabled,
        user_pool_id: Ref("UserPool"),
    };
    // The macro has no `Back\slash`.
    client
        .add_override("Back\\\\slash", json!(true))
        .expect("the path is right");
    // The macro has no `My.Attribute`.
    client
        .add_override("My\\.Attribute", json!({ "a": 1 }))
        .expect("the path is right");
    // The macro has no `Other`.
    client
        .add_override("Other", "text")
        .expect("the path is right");
    client
}

/// The app client `WithoutProperties`.
pub fn without_properties() -> CfnUserPoolClient {
    // error[MI07]: missing required property `user_pool_id`
    // help: write `user_pool_id: Ref("UserPool")`, with the logical id of the pool
    CfnUserPoolClient::from_json(
        "WithoutProperties",
        &json!({ "Type": "AWS::Cognito::UserPoolClient" }),
    )
    .expect("it is an app client")
}
