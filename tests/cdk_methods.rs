//! The members of the CDK class. What is expected of overrides comes from runs of aws-cdk-lib 2.276.0.

#![allow(deprecated, reason = "what is declared here may have warnings")]

use cognito_cfn::{
    CfnResource, CfnUserPoolClient, Error, ErrorKind, Json, RemovalPolicy, RemovalPolicyOptions, Stack, TreeInspector,
    json, user_pool_client,
};

/// A client with a list, a block and texts.
fn client() -> CfnUserPoolClient {
    user_pool_client! {
        user_pool_id: Ref("Pool"),
        client_name: "web",
        prevent_user_existence_errors: Enabled,
        callback_urls: ["https://a.example", "https://b.example"],
        token_validity_units: { access_token: Hours },
    }
}

fn pool() -> CfnResource {
    CfnResource::new("Pool", "AWS::Cognito::UserPool", json!({}))
}

/// A resource whose properties are those, with one value written over it.
fn overridden(properties: Json, path: &str, value: Json) -> Json {
    let mut resource = CfnResource::new("R", "T::T::T", properties);
    resource.add_override(path, value).expect("the path is right");
    resource.to_json()["Properties"].clone()
}

fn deleted(properties: Json, paths: &[&str]) -> Json {
    let mut resource = CfnResource::new("R", "T::T::T", properties);
    for path in paths {
        resource.add_deletion_override(path).expect("the path is right");
    }
    resource.to_json()["Properties"].clone()
}

#[test]
fn an_override_merges_objects_and_replaces_all_else() {
    let both = || json!({ "A": { "B": 1 }, "L": [1, 2] });
    for (path, value, expected) in [
        ("Properties.A.C", json!(9), json!({ "A": { "B": 1, "C": 9 }, "L": [1, 2] })),
        ("Properties.A", json!({ "C": 9 }), json!({ "A": { "B": 1, "C": 9 }, "L": [1, 2] })),
        ("Properties.A", json!([9]), json!({ "A": [9], "L": [1, 2] })),
        ("Properties.A", json!(null), json!({ "A": null, "L": [1, 2] })),
        ("Properties.A.B.C", json!(9), json!({ "A": { "B": { "C": 9 } }, "L": [1, 2] })),
        ("Properties.N.O.P", json!(9), json!({ "A": { "B": 1 }, "L": [1, 2], "N": { "O": { "P": 9 } } })),
        ("Properties.A\\.B", json!(9), json!({ "A": { "B": 1 }, "L": [1, 2], "A.B": 9 })),
        ("Properties.L.0", json!(9), json!({ "A": { "B": 1 }, "L": [9, 2] })),
        ("Properties.L.5", json!(9), json!({ "A": { "B": 1 }, "L": [1, 2, 9] })),
        ("Properties.L.1.X", json!(9), json!({ "A": { "B": 1 }, "L": [1, { "X": 9 }] })),
        ("Properties.N.0", json!(9), json!({ "A": { "B": 1 }, "L": [1, 2], "N": { "0": 9 } })),
        ("Properties.N", json!({}), json!({ "A": { "B": 1 }, "L": [1, 2] })),
        ("Properties.N", json!([]), json!({ "A": { "B": 1 }, "L": [1, 2], "N": [] })),
        ("Properties.A.B", json!({}), json!({ "L": [1, 2] })),
    ] {
        assert_eq!(overridden(both(), path, value.clone()), expected, "{path} = {value}");
    }
}

#[test]
fn a_function_is_replaced_as_a_whole() {
    let reference = || json!({ "A": { "Ref": "X" } });
    for (path, value, expected) in [
        ("Properties.A", json!({ "B": 1 }), json!({ "A": { "B": 1 } })),
        ("Properties.A.Ref", json!("Y"), json!({ "A": { "Ref": "Y" } })),
        ("Properties.A", json!({ "Fn::GetAtt": ["A", "b"] }), json!({ "A": { "Fn::GetAtt": ["A", "b"] } })),
        ("Properties.A", json!({ "Ref": "Y", "B": 1 }), json!({ "A": { "Ref": "Y", "B": 1 } })),
    ] {
        assert_eq!(overridden(reference(), path, value.clone()), expected, "{path} = {value}");
    }
    assert_eq!(
        overridden(json!({ "A": { "B": 1 } }), "Properties.A", json!({ "Ref": "Y" })),
        json!({ "A": { "Ref": "Y" } })
    );
    assert_eq!(
        overridden(json!({ "A": { "Fn::Length": [1] } }), "Properties.A", json!({ "B": 1 })),
        json!({ "A": { "Fn::Length": [1], "B": 1 } })
    );
}

#[test]
fn a_deletion_leaves_nothing_empty_behind() {
    assert_eq!(deleted(json!({ "A": { "B": 1 }, "L": [1] }), &["Properties.A.B"]), json!({ "L": [1] }));
    assert_eq!(deleted(json!({ "L": [1, 2] }), &["Properties.L.0"]), json!({ "L": [2] }));
    assert_eq!(deleted(json!({ "L": [1, 2] }), &["Properties.L.0", "Properties.L.1"]), json!(null));
    assert_eq!(deleted(json!({ "L": [{ "a": 1 }, 2] }), &["Properties.L.0.a"]), json!({ "L": [2] }));
    assert_eq!(deleted(json!({ "A": 5, "B": 1 }), &["Properties.A.x"]), json!({ "B": 1 }));
    assert_eq!(deleted(json!({ "B": 1 }), &["Properties.N.x.y"]), json!({ "B": 1 }));
}

/// The class has a place for each property and member, so an object of it is only gone once each of them was deleted.
#[test]
fn objects_of_the_class_stay_until_each_member_was_deleted() {
    let mut client = client();
    client.add_property_deletion_override("TokenValidityUnits.AccessToken").expect("a path");
    assert_eq!(client.to_json()["Properties"]["TokenValidityUnits"], json!({}));
    client.add_property_deletion_override("TokenValidityUnits.IdToken").expect("a path");
    client.add_property_deletion_override("TokenValidityUnits.RefreshToken").expect("a path");
    assert_eq!(client.to_json()["Properties"].get("TokenValidityUnits"), None);
}

#[test]
fn a_later_override_counts() {
    let mut client = client();
    client.add_property_override("ClientName", "one").expect("a path");
    client.add_property_override("ClientName", "two").expect("a path");
    assert_eq!(client.to_json()["Properties"]["ClientName"], "two");
    client.add_property_deletion_override("ClientName").expect("a path");
    assert_eq!(client.to_json()["Properties"].get("ClientName"), None);
}

#[test]
fn what_is_written_over_a_property_is_not_checked() {
    let mut client = client();
    client.client_name = Some("a/b".into());
    assert_eq!(client.validate().len(), 1);
    client.add_property_override("ClientName", "a\\b").expect("a path");
    assert_eq!(client.validate(), []);
    client.user_pool_id = None;
    assert_eq!(client.validate().len(), 1);
    client.add_override("Properties", json!(5)).expect("a path");
    assert_eq!(client.validate(), []);
}

#[test]
fn a_property_that_is_deleted_is_absent() {
    let mut client = client();
    client.add_property_deletion_override("UserPoolId").expect("a path");
    let codes: Vec<&str> = client.validate().iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["MI07"]);
}

#[test]
fn paths_that_lead_nowhere_are_errors_with_the_line_of_the_resource() {
    for path in ["", ".", "Properties.", "Properties..A", ".A", "Properties.A\\"] {
        let line = line!() + 1;
        let mut client = user_pool_client! { user_pool_id: Ref("Pool") };
        let error = client.add_override(path, 1).expect_err(path);
        assert!(matches!(error.kind(), ErrorKind::InvalidOverridePath { .. }), "{error}");
        assert_eq!(error.resource(), Some("UserPoolClient"));
        assert_eq!(error.location().map(|place| (place.file(), place.line())), Some((file!(), line)));
        assert_eq!(client.to_json(), user_pool_client! { user_pool_id: Ref("Pool") }.to_json(), "nothing is changed");
    }
}

#[test]
fn metadata_is_added_and_read_by_key() {
    let mut client = client();
    client.add_metadata("owner", "identity").add_metadata("a.b", json!({ "c": null })).add_metadata("owner", 2);
    assert_eq!(client.get_metadata("owner"), Some(&json!(2)));
    assert_eq!(client.get_metadata("none"), None);
    assert_eq!(client.to_json()["Metadata"], json!({ "a.b": { "c": null }, "owner": 2 }));
}

#[test]
fn options_are_fields_of_the_resource() {
    let mut client = client();
    let options = client.cfn_options();
    *options.condition = Some("IsProd".into());
    *options.creation_policy = Some(json!({ "ResourceSignal": { "Count": 1 } }));
    *options.update_policy = Some(json!({ "UseOnlineResharding": true }));
    *options.version = Some("1.0".into());
    *options.description = Some("what it is for".into());
    let rendered = client.to_json();
    assert_eq!(rendered["Condition"], "IsProd");
    assert_eq!(rendered["CreationPolicy"], json!({ "ResourceSignal": { "Count": 1 } }));
    assert_eq!(rendered["UpdatePolicy"], json!({ "UseOnlineResharding": true }));
    assert_eq!((&rendered["Version"], &rendered["Description"]), (&json!("1.0"), &json!("what it is for")));
}

#[test]
fn a_removal_policy_sets_both_policies() {
    for (policy, deletion, replacement) in [
        (RemovalPolicy::Destroy, "Delete", "Delete"),
        (RemovalPolicy::Retain, "Retain", "Retain"),
        (RemovalPolicy::RetainOnUpdateOrDelete, "RetainExceptOnCreate", "Retain"),
    ] {
        let mut client = client();
        client.apply_removal_policy(policy).expect("a client takes it");
        let rendered = client.to_json();
        assert_eq!(
            (&rendered["DeletionPolicy"], &rendered["UpdateReplacePolicy"]),
            (&json!(deletion), &json!(replacement))
        );
    }
    let mut client = client();
    client.apply_removal_policy(None).expect("a client takes it");
    assert_eq!(client.to_json()["DeletionPolicy"], "Retain", "where nothing is said, nothing is lost");
    let default = RemovalPolicyOptions { default: Some(RemovalPolicy::Destroy), ..RemovalPolicyOptions::default() };
    client.apply_removal_policy(default).expect("a client takes it");
    assert_eq!(client.to_json()["DeletionPolicy"], "Delete");
}

#[test]
fn only_what_can_have_a_snapshot_takes_that_policy() {
    let mut client = client();
    let error = client.apply_removal_policy(RemovalPolicy::Snapshot).expect_err("there are no snapshots of clients");
    assert!(matches!(error.kind(), ErrorKind::UnsupportedPolicy { policy: "Snapshot", .. }), "{error}");
    assert!(error.to_string().contains("tests/cdk_methods.rs:"), "{error}");
    assert_eq!(client.to_json().get("DeletionPolicy"), None);
    let mut database = CfnResource::new("Database", "AWS::RDS::DBInstance", json!({}));
    database.apply_removal_policy(RemovalPolicy::Snapshot).expect("a database has snapshots");
    assert_eq!(database.to_json()["DeletionPolicy"], "Snapshot");
}

#[test]
fn dependencies_stand_once_and_by_path() -> Result<(), Error> {
    let [b, a, upper] = ["b", "a", "A"].map(|id| CfnResource::new(id, "AWS::Any", json!({})));
    let mut client = user_pool_client! { user_pool_id: Ref("Pool"), depends_on: ["Z", "a"] };
    let itself = client.clone();
    client.add_dependency(&b).add_dependency(&a).add_dependency(&upper).add_dependency(&b).add_dependency(&itself);
    assert_eq!(client.to_json()["DependsOn"], json!(["Z", "a", "A", "b"]));
    client.remove_dependency(&b).remove_dependency(&b);
    client.replace_dependency(&upper, &b)?;
    let ids: Vec<String> = client.obtain_dependencies().iter().map(|other| other.logical_id().to_owned()).collect();
    assert_eq!(ids, ["Z", "a", "a", "b"]);
    client.remove_dependency(&a);
    assert_eq!(client.to_json()["DependsOn"], json!(["Z", "b"]), "declared or added, it is gone");
    let error = client.replace_dependency(&a, &b).expect_err("it does not depend on `a`");
    assert!(matches!(error.kind(), ErrorKind::NoSuchDependency { .. }), "{error}");
    Ok(())
}

#[test]
fn a_dependency_that_was_renamed_stands_once() -> Result<(), Error> {
    let stack = Stack::new("s");
    let mut google = stack.place("Google", CfnResource::new("G", "AWS::Any", json!({})))?;
    let mut client = stack.place("Client", client())?;
    client.add_dependency(&google);
    google.override_logical_id("H")?;
    client.add_dependency(&google);
    assert_eq!(client.to_json()["DependsOn"], json!(["H"]));
    client.depends_on = vec!["A".into(), "A".into()];
    assert_eq!(client.to_json()["DependsOn"], json!(["A", "H"]));
    Ok(())
}

#[test]
#[expect(deprecated, reason = "the name is there for those who know it")]
fn the_former_name_of_a_dependency() {
    let mut client = client();
    client.add_depends_on(&pool());
    assert_eq!(client.to_json()["DependsOn"], json!(["Pool"]));
}

#[test]
fn a_dependency_on_another_stack_is_one_of_the_stacks() -> Result<(), Error> {
    let mut shared = Stack::new("shared");
    shared.add(pool())?;
    let mut client = client();
    client.user_pool_id = Some("eu-west-1_Ab12Cd34e".into());
    client.add_dependency(&shared.place("Pool", pool())?);
    let mut stack = Stack::new("web");
    stack.add(client)?;
    assert_eq!(stack.dependencies(), ["shared"]);
    assert_eq!(stack.to_json()["Resources"]["UserPoolClient"].get("DependsOn"), None);
    Ok(())
}

#[test]
fn attributes_are_those_a_client_has() -> Result<(), Error> {
    let client = client();
    assert_eq!(json!(client.attr_client_id()), json!({ "Fn::GetAtt": ["UserPoolClient", "ClientId"] }));
    assert_eq!(json!(client.attr_client_secret()), json!(client.get_att("ClientSecret")?));
    assert_eq!(json!(client.attr_name()), json!(client.get_att("Name")?));
    let error = client.get_att("Clientsecret").expect_err("there is no such attribute");
    assert!(error.to_string().ends_with("help: a return value with a similar name exists: `ClientSecret`"), "{error}");
    assert_eq!(error.location().map(|place| place.file()), Some(file!()));
    Ok(())
}

/// The ids are those that aws-cdk-lib 2.276.0 gives to the same paths.
#[test]
fn logical_ids_are_those_of_the_cdk() -> Result<(), Error> {
    let stack = Stack::new("s");
    for (path, expected) in [
        ("Client", "Client"),
        ("my-client_1", "myclient1"),
        ("Resource", "Resource"),
        ("Auth/Client", "AuthClient23D8E456"),
        ("Auth/Client/Default", "AuthClient23D8E456"),
        ("Default/A", "A"),
        ("A/Resource", "ACCC8ACD5"),
        ("Resource/Resource", "CF9390BA"),
        ("---/---", "F7952DCB"),
    ] {
        let (scopes, id) = path.rsplit_once('/').map_or(("", path), |(scopes, id)| (scopes, id));
        let mut scope = stack.root();
        for id in scopes.split('/').filter(|id| !id.is_empty()) {
            scope = scope.scope(id)?;
        }
        let client = scope.place(id, client())?;
        assert_eq!(client.logical_id(), expected, "{path}");
        assert_eq!(client.node().path(), format!("s/{path}"));
    }
    let long = "x".repeat(256);
    assert_eq!(stack.place(&long, client())?.logical_id().len(), 248, "240 letters and a hash");
    assert_eq!(stack.place("a/b", client())?.node().path(), "s/a--b");
    Ok(())
}

#[test]
fn ids_of_which_no_logical_id_can_be_made_are_errors() {
    let stack = Stack::new("s");
    for id in ["", "---", "Default", "日本"] {
        let error = stack.place(id, client()).expect_err(id);
        assert!(matches!(error.kind(), ErrorKind::InvalidId { .. }), "{error}");
    }
}

#[test]
fn a_declared_logical_id_stays_where_it_is_placed() -> Result<(), Error> {
    let scope = Stack::new("s").scope("Auth")?;
    let named = user_pool_client! { logical_id: "Web", user_pool_id: Ref("Pool") };
    assert_eq!(scope.place("Client", named)?.logical_id(), "Web");
    let default = user_pool_client! { logical_id: "UserPoolClient", user_pool_id: Ref("Pool") };
    assert_eq!(scope.place("Client", default)?.logical_id(), "UserPoolClient");
    let mut other = client();
    other.override_logical_id("Other")?;
    assert_eq!(scope.place("Client", other)?.logical_id(), "Other");
    // One that is placed anew gets the id of its new place.
    let first = scope.place("Client", client())?;
    let second = Stack::new("s").scope("Other")?.place("Client", first.clone())?;
    let expected = Stack::new("s").scope("Other")?.place("Client", client())?;
    assert_eq!(second.logical_id(), expected.logical_id());
    assert_ne!(second.logical_id(), first.logical_id());
    Ok(())
}

#[test]
fn a_client_knows_its_place() -> Result<(), Error> {
    let line = line!() + 1;
    let client = user_pool_client! { user_pool_id: Ref("Pool") };
    assert_eq!(client.to_string(), "UserPoolClient [AWS::Cognito::UserPoolClient]");
    assert_eq!((client.stack(), client.node().id()), (None, "UserPoolClient"));
    assert_eq!(client.creation_stack().map(|place| (place.file(), place.line())), Some((file!(), line)));
    let placed = Stack::new("s").scope("Auth")?.place("Client", client)?;
    assert_eq!(placed.to_string(), "s/Auth/Client [AWS::Cognito::UserPoolClient]");
    assert_eq!(placed.stack(), Some("s"));
    assert_eq!(placed.cfn_resource_type(), CfnUserPoolClient::CFN_RESOURCE_TYPE_NAME);
    Ok(())
}

#[test]
fn a_declaration_within_another_macro_stands_where_that_is_called() {
    macro_rules! client_of {
        ($pool:literal) => {
            user_pool_client! { user_pool_id: Ref($pool) }
        };
    }
    let line = line!() + 1;
    let client = client_of!("Pool");
    assert_eq!(client.creation_stack().map(|place| place.line()), Some(line));
}

#[test]
fn where_it_was_made_makes_no_difference() {
    assert_eq!(client(), client().clone());
    let [one, other] =
        [user_pool_client! { user_pool_id: Ref("Pool") }, user_pool_client! { user_pool_id: Ref("Pool") }];
    assert_eq!(one, other);
}

#[test]
fn an_inspector_sees_the_names_of_the_cdk() {
    let mut inspector = TreeInspector::new();
    client().inspect(&mut inspector);
    assert_eq!(
        json!(inspector.attributes()),
        json!({
            "aws:cdk:cloudformation:type": "AWS::Cognito::UserPoolClient",
            "aws:cdk:cloudformation:logicalId": "UserPoolClient",
            "aws:cdk:cloudformation:props": {
                "userPoolId": { "Ref": "Pool" },
                "clientName": "web",
                "preventUserExistenceErrors": "ENABLED",
                "callbackUrLs": ["https://a.example", "https://b.example"],
                "tokenValidityUnits": { "accessToken": "hours" },
            },
        })
    );
}
