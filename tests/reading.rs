//! Templates that exist: what is read and rendered again, what changes, how values are converted, and where findings are.

use cognito_cfn::{CfnResource, CfnUserPoolClient, Error, Json, Resource, Severity, Stack, json};

/// The same value, read and rendered again.
#[track_caller]
fn is_lossless(template: &Json) {
    let stack = Stack::from_json("stack", template).expect("a template");
    assert_eq!(stack.to_json(), *template);
}

/// A template of one client with those members.
fn of_client(members: Json) -> Json {
    let mut resource = json!({ "Type": "AWS::Cognito::UserPoolClient" });
    resource.as_object_mut().expect("an object").extend(members.as_object().expect("an object").clone());
    json!({ "Resources": { "Web": resource } })
}

#[test]
fn every_member_of_a_client_is_rendered_as_it_was() {
    let resources = [
        json!({}),
        json!({ "Properties": {} }),
        json!({ "Properties": null }),
        json!({ "Properties": "x" }),
        json!({ "Properties": ["x"] }),
        json!({ "Properties": { "UserPoolId": { "Ref": "Pool" }, "ClientName": 5, "GenerateSecret": "true" } }),
        json!({ "Properties": { "AccessTokenValidity": "30", "IdTokenValidity": " 30", "RefreshTokenValidity": 30.0 } }),
        json!({ "Properties": { "ClientName": null, "CallbackURLs": null, "TokenValidityUnits": null } }),
        json!({ "Properties": { "CallbackURLs": "one", "LogoutURLs": {}, "ExplicitAuthFlows": ["NO_SUCH_FLOW", 5, null] } }),
        json!({ "Properties": { "TokenValidityUnits": { "AccessToken": "weeks", "Unknown": { "a": [1] } } } }),
        json!({ "Properties": { "TokenValidityUnits": "minutes", "RefreshTokenRotation": {} } }),
        json!({ "Properties": { "Fn::If": ["IsProd", { "ClientName": "a" }, { "Ref": "AWS::NoValue" }] } }),
        json!({ "Properties": { "ClientName": "a", "Fn::Transform": { "Name": "AWS::Include" } } }),
        json!({ "Properties": { "Fn::ForEach::Urls": ["Name", ["A"], { "CallbackURLs": ["${Name}"] }] } }),
        json!({ "Properties": { "CallbackURLs": { "Fn::If": ["IsProd", ["a", 5], { "Fn::Split": [",", "a,b"] }] } } }),
        json!({ "Properties": { "UserPoolId": { "Fn::GetAtt": "Pool.Id" }, "ClientName": { "Fn::Sub": ["${A}", {}] } } }),
        json!({ "Properties": { "UserPoolId": { "Ref": "Pool", "Other": 1 }, "Unknown": { "Deep": [{ "a": null }] } } }),
        json!({ "DependsOn": "Pool" }),
        json!({ "DependsOn": ["Pool", "Pool"] }),
        json!({ "DependsOn": ["Pool", 5, { "Ref": "Other" }] }),
        json!({ "DependsOn": [] }),
        json!({ "DependsOn": { "Fn::If": ["A", "B", "C"] } }),
        json!({ "Metadata": {} }),
        json!({ "Metadata": { "cognito-cfn": { "allow": ["MI01"] }, "BuildMethod": null } }),
        json!({ "Metadata": "text", "CreationPolicy": {}, "UpdatePolicy": { "a": 1 }, "Version": 1.0 }),
        json!({ "DeletionPolicy": "Keep", "UpdateReplacePolicy": { "Fn::If": ["A", "Retain", "Delete"] } }),
        json!({ "Condition": ["A"], "Description": 5, "Unknown": {}, "Fn::Transform": { "Name": "Macro" } }),
    ];
    for resource in resources {
        is_lossless(&of_client(resource.clone()));
        let mut other = of_client(resource);
        other["Resources"]["Web"]["Type"] = json!("AWS::Cognito::UserPool");
        is_lossless(&other);
    }
}

#[test]
fn every_section_is_rendered_as_it_was() {
    let each = json!(["Name", ["A", "B"], { "${Name}": { "Type": "AWS::SNS::Topic" } }]);
    let sections = [
        json!({ "AWSTemplateFormatVersion": "2010-09-09", "Metadata": {}, "Globals": { "Function": {} }, "Hooks": [] }),
        json!({ "AWSTemplateFormatVersion": 2010, "Unknown": null, "Description": "text" }),
        json!({ "Description": null }),
        json!({ "Description": ["a"] }),
        json!({ "Transform": "AWS::Serverless-2016-10-31" }),
        json!({ "Transform": [] }),
        json!({ "Transform": ["A", "A", { "Name": "AWS::Include", "Parameters": { "Location": "s3://a" } }] }),
        json!({ "Transform": { "Name": "AWS::Include", "Parameters": { "Location": { "Ref": "A" } } } }),
        json!({ "Transform": [5, null, { "Fn::If": [] }] }),
        json!({ "Fn::Transform": { "Name": "AWS::Include" } }),
        json!({ "Parameters": {}, "Rules": {}, "Mappings": {}, "Conditions": {}, "Outputs": {} }),
        json!({ "Parameters": null, "Rules": [], "Mappings": "a", "Conditions": 5, "Outputs": true }),
        json!({ "Parameters": { "A": null, "B-c": { "Type": 5, "Unknown": {} }, "Fn::Transform": {} } }),
        json!({ "Rules": { "A": { "Assertions": "x" } }, "Mappings": { "A": { "b": { "c": [1, null] } }, "D": 5 } }),
        json!({ "Conditions": { "A": true, "B": { "Fn::Transform": {} }, "Fn::ForEach::C": each.clone() } }),
        json!({ "Outputs": { "A": { "Value": null, "Unknown": 1 }, "Fn::ForEach::C": each.clone(), "B": "x" } }),
        json!({ "Resources": { "Fn::ForEach::C": each, "Fn::Transform": { "Name": "M" }, "A": null, "B": [], "C": "x" } }),
        json!({ "Resources": { "A": {}, "B": { "Type": null }, "a-b": { "Type": "X::Y::MODULE" }, "": { "Type": "A::B" } } }),
        json!({ "Resources": null }),
        json!({ "Resources": [] }),
    ];
    for section in sections {
        let mut template = json!({ "Resources": {} });
        template.as_object_mut().expect("an object").extend(section.as_object().expect("an object").clone());
        is_lossless(&template);
    }
}

/// A client with what a field shows in another way.
fn odd() -> Json {
    json!({
        "Type": "AWS::Cognito::UserPoolClient",
        "DependsOn": "Pool",
        "Metadata": {},
        "Unknown": 1,
        "Properties": {
            "UserPoolId": { "Fn::GetAtt": "Pool.UserPoolId" },
            "AccessTokenValidity": "30",
            "CallbackURLs": ["https://a.example/", 5],
            "GenerateSecret": "true",
            "TokenValidityUnits": { "AccessToken": "minutes", "Unknown": 1 },
            "Unknown": null,
        },
    })
}

#[track_caller]
fn changed(change: impl Fn(&mut CfnUserPoolClient), pointer: &str, to: Option<Json>) {
    let mut client = CfnUserPoolClient::from_json("Web", &odd()).expect("a client");
    change(&mut client);
    let mut expected = odd();
    let (outer, name) = pointer.rsplit_once('/').expect("a pointer");
    let outer = expected.pointer_mut(outer).expect("a value").as_object_mut().expect("an object");
    match to {
        Some(json) => outer.insert(name.to_owned(), json),
        None => outer.remove(name),
    };
    assert_eq!(client.to_json(), expected);
}

#[test]
fn a_change_renders_one_member_anew() {
    changed(|client| client.client_name = Some("web".into()), "/Properties/ClientName", Some(json!("web")));
    changed(|client| client.generate_secret = Some(false.into()), "/Properties/GenerateSecret", Some(json!(false)));
    changed(|client| client.generate_secret = None, "/Properties/GenerateSecret", None);
    changed(|client| client.generate_secret = Some(true.into()), "/Properties/GenerateSecret", Some(json!("true")));
    changed(|client| client.callback_urls = None, "/Properties/CallbackURLs", None);
    changed(
        |client| client.callback_urls = Some(["https://b.example/", "5"].into()),
        "/Properties/CallbackURLs",
        Some(json!(["https://b.example/", 5])),
    );
    let units = |unit| cognito_cfn::TokenValidityUnits { access_token: unit, ..Default::default() };
    changed(
        |client| client.token_validity_units = Some(units(Some(cognito_cfn::TimeUnit::Hours.into())).into()),
        "/Properties/TokenValidityUnits/AccessToken",
        Some(json!("hours")),
    );
    changed(
        |client| client.token_validity_units = Some(units(None).into()),
        "/Properties/TokenValidityUnits/AccessToken",
        None,
    );
    changed(
        |client| client.token_validity_units = Some(cognito_cfn::Intrinsic::reference("Units").into()),
        "/Properties/TokenValidityUnits",
        Some(json!({ "Ref": "Units" })),
    );
    changed(|client| client.depends_on.push("Google".into()), "/DependsOn", Some(json!(["Pool", "Google"])));
    changed(|client| client.depends_on.clear(), "/DependsOn", None);
    changed(|client| client.metadata = None, "/Metadata", None);
    changed(
        |client| {
            client.add_metadata("a", 1);
        },
        "/Metadata",
        Some(json!({ "a": 1 })),
    );
    changed(
        |client| {
            client.add_property_override("Unknown", 2).expect("a path");
        },
        "/Properties/Unknown",
        Some(json!(2)),
    );
}

#[test]
fn a_client_that_was_read_is_a_base() {
    let base = CfnUserPoolClient::from_json("Web", &odd()).expect("a client");
    let client = cognito_cfn::user_pool_client! { client_name: "web", ..&base };
    let mut expected = odd();
    expected["Properties"]["ClientName"] = json!("web");
    assert_eq!(client.to_json(), expected);
    assert_ne!(client, base);
    assert_eq!(base.clone(), base);
    let mut other = odd();
    other["Unknown"] = json!(2);
    assert_ne!(CfnUserPoolClient::from_json("Web", &other).expect("a client"), base);
}

#[test]
fn a_client_equals_what_is_read_from_it() {
    let client = cognito_cfn::user_pool_client! {
        user_pool_id: Ref("Pool"),
        callback_urls: [Sub("https://${Domain}/"), If("IsProd", "https://a.example/", NoValue)],
        generate_secret: If("IsProd", true, false),
        token_validity_units: { access_token: Minutes },
        access_token_validity: 30,
        supported_identity_providers: [Cognito, "Okta", GetAtt("Google", "Name")],
        prevent_user_existence_errors: Enabled,
        depends_on: ["Google"],
        deletion_policy: Retain,
    };
    let mut read: CfnUserPoolClient = serde_json::from_value(client.to_json()).expect("a client");
    // A client that was read has a name that its reader chose.
    read.logical_id.clone_from(&client.logical_id);
    assert_eq!(read, client);
}
