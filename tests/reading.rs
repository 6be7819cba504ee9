//! Templates that exist: what is read and rendered again, what changes, how values are converted, and where findings are.

use cognito_cfn::{CfnResource, CfnUserPoolClient, ErrorKind, Json, Severity, Stack, json};

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

/// Everything that is reported on a template: code or first words, and pointer.
fn reported(template: &Json) -> Vec<(String, String)> {
    let report = Stack::from_json("stack", template).expect("a template").report();
    let place = |location: Option<&cognito_cfn::TemplateLocation>| {
        location.map_or_else(|| "nowhere".to_owned(), |location| location.pointer.clone())
    };
    let errors = report.errors.iter().map(|error| match error.kind() {
        ErrorKind::Finding(finding) => {
            assert_eq!(finding.location.as_ref(), error.template_location());
            (finding.code.to_owned(), place(error.template_location()))
        }
        _ => (error.message(), place(error.template_location())),
    });
    let warnings = report
        .warnings
        .iter()
        .map(|warning| (warning.code().unwrap_or(warning.message()).to_owned(), place(warning.template_location())));
    let mut all: Vec<_> = errors.chain(warnings).collect();
    all.sort();
    // Whatever it is about is in the template.
    for (_, pointer) in &all {
        assert!(template.pointer(pointer).is_some(), "{pointer} is not in {template:#}");
    }
    all
}

#[track_caller]
fn reports(template: &Json, expected: &[(&str, &str)]) {
    let all = reported(template);
    let all: Vec<(&str, &str)> = all.iter().map(|(what, place)| (what.as_str(), place.as_str())).collect();
    assert_eq!(all, expected);
}

/// A template of a pool and a client without findings, but for those properties.
fn with_properties(properties: Json) -> Json {
    let mut all = json!({ "UserPoolId": { "Ref": "Pool" }, "PreventUserExistenceErrors": "ENABLED" });
    all.as_object_mut().expect("an object").extend(properties.as_object().expect("an object").clone());
    json!({ "Resources": {
        "Pool": { "Type": "AWS::Cognito::UserPool" },
        "Web": { "Type": "AWS::Cognito::UserPoolClient", "Properties": all },
    } })
}

#[test]
fn findings_have_the_place_of_the_value() {
    let properties = "/Resources/Web/Properties";
    for (changed, expected) in [
        (json!({ "ClientName": "" }), vec![("NM02", "/ClientName")]),
        (json!({ "AccessTokenValidity": 90_000 }), vec![("TK03", "/AccessTokenValidity")]),
        (json!({ "Unknown": 1, "a/b~": 2 }), vec![("MI11", "/Unknown"), ("MI11", "/a~1b~0")]),
        (json!({ "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH", "NO"] }), vec![("AF12", "/ExplicitAuthFlows/1")]),
        (
            json!({ "TokenValidityUnits": { "AccessToken": "weeks" } }),
            vec![("TK10", "/TokenValidityUnits/AccessToken")],
        ),
        (
            json!({ "RefreshTokenRotation": { "Feature": { "Fn::If": ["A", "x", "DISABLED"] } } }),
            vec![
                ("LT01", "/RefreshTokenRotation/Feature/Fn::If/1"),
                ("the stack has no condition `A`", "/RefreshTokenRotation/Feature/Fn::If/0"),
            ],
        ),
        (
            json!({ "TokenValidityUnits": { "AccesToken": "hours", "Fn::Transform": { "Name": "Units" } } }),
            vec![("MI11", "/TokenValidityUnits/AccesToken")],
        ),
        // The registry schema allows other members here.
        (json!({ "RefreshTokenRotation": { "Feature": "DISABLED", "Unknown": 1 } }), vec![]),
        (json!({ "GenerateSecret": "yes" }), vec![("LT01", "/GenerateSecret")]),
        (json!({ "ReadAttributes": ["email", ["a"]] }), vec![("LT01", "/ReadAttributes/1")]),
        (
            json!({ "ClientName": { "Fn::Sub": "${Nothing}" } }),
            vec![("the stack has no resource or parameter `Nothing`", "/ClientName/Fn::Sub")],
        ),
        (
            json!({ "ClientName": { "Fn::Sub": ["${Nothing.Name}", { "A": { "Ref": "B" } }] } }),
            vec![
                ("the stack has no resource `Nothing`", "/ClientName/Fn::Sub/0"),
                ("the stack has no resource or parameter `B`", "/ClientName/Fn::Sub/1/A/Ref"),
            ],
        ),
        (
            json!({ "ClientName": { "Fn::GetAtt": ["Pool", "Nothing"] } }),
            vec![("unknown return value `Nothing`", "/ClientName/Fn::GetAtt/1")],
        ),
        (
            json!({ "ClientName": { "Fn::GetAtt": "Nothing.Name" } }),
            vec![("the stack has no resource `Nothing`", "/ClientName/Fn::GetAtt")],
        ),
        (
            json!({ "ClientName": { "Fn::FindInMap": ["Map", "a", "b"] } }),
            vec![("the stack has no mapping `Map`", "/ClientName/Fn::FindInMap/0")],
        ),
        (
            json!({ "ClientName": { "Fn::Join": [""] } }),
            vec![("invalid arguments of `Fn::Join`", "/ClientName/Fn::Join")],
        ),
        (
            json!({ "ClientName": null }),
            vec![("'null' values are not allowed in templates: `Properties.ClientName`", "/ClientName")],
        ),
        (
            json!({ "PreventUserExistenceErrors": { "Ref": "AWS::NoValue" } }),
            vec![("MI01", "/PreventUserExistenceErrors")],
        ),
    ] {
        let expected: Vec<_> =
            expected.into_iter().map(|(what, place)| (what, format!("{properties}{place}"))).collect();
        let found = reported(&with_properties(changed.clone()));
        let found: Vec<_> = found.iter().map(|(what, place)| (what.as_str(), place.clone())).collect();
        assert_eq!(found, expected, "{changed}");
    }
}

/// `DependsOn` takes logical ids only.
#[test]
fn a_dependency_that_is_missing_cannot_be_imported() {
    let template = json!({ "Resources": { "Topic": { "Type": "AWS::SNS::Topic", "DependsOn": ["Other"] } } });
    let report = Stack::from_json("s", &template).expect("it is a template").report();
    let helps: Vec<String> = report.errors.iter().map(|error| error.help()).collect();
    assert_eq!(helps, ["add it to the stack, or remove it from `depends_on`"]);
}

#[test]
fn everything_else_has_its_place() {
    let client = json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": { "UserPoolId": "eu-west-1_a" } });
    let with = |members: Json| {
        let mut client = client.clone();
        client.as_object_mut().expect("an object").extend(members.as_object().expect("an object").clone());
        json!({ "Resources": { "Web": client } })
    };
    reports(&with(json!({})), &[("MI01", "/Resources/Web")]);
    reports(
        &json!({
            "Resources": { "Web": client },
            "Outputs": {
                "A": { "Value": { "Fn::GetAtt": ["Web", "Nothing"] } },
                "B": { "Value": { "Fn::Sub": ["${Web.Nothing}", {}] } },
            },
        }),
        &[
            ("MI01", "/Resources/Web"),
            ("MI12", "/Outputs/A/Value/Fn::GetAtt/1"),
            ("MI12", "/Outputs/B/Value/Fn::Sub/0"),
        ],
    );
    reports(
        &with(json!({ "DependsOn": ["Nothing"], "Condition": "IsProd", "DeletionPolicy": "Keep", "Unknown": 1 })),
        &[
            ("MI01", "/Resources/Web"),
            ("`DeletionPolicy` cannot be `\"Keep\"`", "/Resources/Web/DeletionPolicy"),
            ("a resource has no attribute `Unknown`", "/Resources/Web/Unknown"),
            ("the stack has no condition `IsProd`", "/Resources/Web/Condition"),
            ("the stack has no resource `Nothing`", "/Resources/Web/DependsOn/0"),
        ],
    );
    reports(
        &with(json!({ "DependsOn": "Nothing", "Metadata": { "cognito-cfn": { "allow": ["MI01", "MI99"] } } })),
        &[
            ("the stack has no resource `Nothing`", "/Resources/Web/DependsOn"),
            ("unknown rule `MI99`", "/Resources/Web/Metadata/cognito-cfn/allow/1"),
        ],
    );
    for (metadata, what, place) in [
        (json!({ "allow": "MI01" }), "`allow` must be a list of codes", "/allow"),
        (json!({ "allow": [1] }), "`allow` must be a list of codes", "/allow"),
        (json!({ "alow/": ["MI01"] }), "`cognito-cfn` in `Metadata` has no member `alow/`", "/alow~1"),
        (json!("MI01"), "`cognito-cfn` in `Metadata` must be an object", ""),
    ] {
        let place = format!("/Resources/Web/Metadata/cognito-cfn{place}");
        let template = with(json!({ "Metadata": { "cognito-cfn": metadata } }));
        reports(&template, &[("MI01", "/Resources/Web"), (what, &place)]);
    }
    for metadata in [json!({ "allow": ["MI01"] }), json!({ "allow": [], "Fn::Transform": {} })] {
        let allows = metadata["allow"] == json!(["MI01"]);
        let template = with(json!({ "Metadata": { "cognito-cfn": metadata } }));
        reports(&template, if allows { &[] } else { &[("MI01", "/Resources/Web")] });
    }
    reports(
        &json!({
            "Description": ["a"],
            "Parameters": { "A": { "Type": "Strin" }, "Web": { "Type": "String" } },
            "Mappings": { "A": 5 },
            "Conditions": { "A": { "Fn::Equals": [{ "Ref": "B" }, "a"] }, "C": { "Condition": "D" }, "D": { "Condition": "C" } },
            "Resources": { "Web": { "Type": "A::B::C" }, "a-b": { "Type": "A::B::C" }, "D": null, "E": {} },
            "Outputs": { "A": { "Value": null }, "B": { "Value": { "Fn::GetAtt": ["F", "G"] } } },
            "Rules": [],
        }),
        &[
            ("'null' values are not allowed in templates: `Value`", "/Outputs/A/Value"),
            ("`Description` of a template is not a string", "/Description"),
            ("`Rules` is not an object", "/Rules"),
            ("`Type` of a resource is missing or not a string", "/Resources/E"),
            ("`a-b` is not a valid id of a resource", "/Resources/a-b"),
            ("a mapping must have two levels of keys with strings or lists of strings", "/Mappings/A"),
            ("dependency cycle of conditions: `C` -> `D` -> `C`", "/Conditions/C"),
            ("duplicate id `Web` of a resource", "/Resources/Web"),
            ("the resource `D` is not an object", "/Resources/D"),
            ("the stack has no parameter `B`", "/Conditions/A/Fn::Equals/0/Ref"),
            ("the stack has no resource `F`", "/Outputs/B/Value/Fn::GetAtt/0"),
            ("the value of an output must be a string, not null", "/Outputs/A"),
            ("unknown parameter type `Strin`", "/Parameters/A"),
        ],
    );
    let topic = |properties: Json| json!({ "Type": "AWS::SNS::Topic", "Properties": properties });
    let name = |of: &str| topic(json!({ "TopicName": { "Ref": of } }));
    reports(
        &json!({ "Resources": { "A": name("B"), "B": name("A") } }),
        &[("dependency cycle of resources: `A` -> `B` -> `A`", "/Resources/A")],
    );
    let mut conditional = topic(json!({}));
    conditional["Condition"] = json!("IsProd");
    reports(
        &json!({
            "Parameters": { "Stage": { "Type": "String" } },
            "Conditions": { "IsProd": { "Fn::Equals": [{ "Ref": "Stage" }, "prod"] } },
            "Resources": { "A": conditional, "B": topic(json!({ "Tags": [{ "Ref": "A" }] })) },
        }),
        &[("refers to `A`, which is created only if condition `IsProd` is true", "/Resources/B/Properties/Tags/0/Ref")],
    );
}

#[test]
fn errors_of_a_text_name_their_line() {
    let text =
        "{\n  \"Resources\": {\n    \"Topic\": { \"Type\": \"AWS::SNS::Topic\", \"Condition\": \"IsProd\" }\n  }\n}";
    let stack = Stack::from_template("stack", text).expect("a template");
    assert_eq!(
        stack.check().expect_err("there is no such condition").to_string(),
        "the stack has no condition `IsProd`\n --> `stack/Topic` at line 3, column 56\nhelp: add it to `Conditions`"
    );
}

#[test]
fn the_arms_of_the_properties_are_judged_each() {
    let arm = |flow: &str| json!({ "UserPoolId": "eu-west-1_a", "PreventUserExistenceErrors": "ENABLED", "AllowedOAuthFlows": [flow] });
    let template = json!({
        "Conditions": { "A": { "Fn::Equals": ["a", { "Ref": "AWS::Region" }] } },
        "Resources": { "Web": {
            "Type": "AWS::Cognito::UserPoolClient",
            "Properties": { "Fn::If": ["A", arm("cod"), { "Fn::If": ["A", arm("a"), { "Ref": "AWS::NoValue" }] }] },
        } },
    });
    let found = reported(&template);
    let flow = "AllowedOAuthFlows/0";
    for place in [format!("/Properties/Fn::If/1/{flow}"), format!("/Properties/Fn::If/2/Fn::If/1/{flow}")] {
        assert!(found.contains(&("OA14".into(), format!("/Resources/Web{place}"))), "{found:?}");
    }
    // In the last one there are none.
    assert!(found.iter().any(|(code, _)| code == "MI07") && found.iter().all(|(code, _)| code != "MI11"), "{found:?}");
}

#[test]
fn clients_in_loops_are_judged_without_their_identifier() {
    let client = |properties: Json| json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": properties });
    let fragment = json!({
        "${Name}Client": client(json!({
            "UserPoolId": { "Ref": "Name" },
            "ClientName": "${Name}",
            "CallbackURLs": ["http://${Name}", "http://a.example/"],
            "PreventUserExistenceErrors": "ENABLED",
            "&{Name}": 1,
        })),
        "Fn::ForEach::Inner": ["Other", ["A"], { "${Name}${Other}": client(json!({
            "UserPoolId": "eu-west-1_a",
            "ExplicitAuthFlows": ["${Other}", "ALLOW_NOTHING"],
            "PreventUserExistenceErrors": "ENABLED",
        })) }],
    });
    let template = json!({
        "Transform": "AWS::LanguageExtensions",
        "Resources": { "Fn::ForEach::Clients": ["Name", ["Web"], fragment] },
    });
    let place = "/Resources/Fn::ForEach::Clients/2";
    reports(
        &template,
        &[
            ("AF12", &format!("{place}/Fn::ForEach::Inner/2/${{Name}}${{Other}}/Properties/ExplicitAuthFlows/1")),
            ("UR01", &format!("{place}/${{Name}}Client/Properties/CallbackURLs/1")),
        ],
    );
    let stack = Stack::from_json("stack", &template).expect("a template");
    let findings = stack.validate();
    assert_eq!(findings.iter().map(|(key, _)| *key).collect::<Vec<_>>(), ["${Name}Client", "${Name}${Other}"]);
}

#[test]
fn a_type_in_another_level_is_one_error() {
    reports(
        &json!({ "Resources": { "Web": { "Properties": {
            "Type": "AWS::Cognito::UserPoolClient",
            "UserPoolId": { "Ref": "Nothing" },
            "ClientName": null,
        } } } }),
        &[("`Type` of the resource `Web` is within its `Properties`", "/Resources/Web/Properties/Type")],
    );
    reports(
        &json!({ "Resources": {
            "Web": null,
            "Type": "AWS::Cognito::UserPoolClient",
            "DependsOn": ["Pool"],
            "Properties": { "UserPoolId": { "Ref": "Nothing" } },
        } }),
        &[("`Type` is in `Resources` itself, not in a resource", "/Resources/Type")],
    );
}

#[test]
fn a_misspelled_type_is_an_error() {
    let of = |name: &str| json!({ "Resources": { "Web": { "Type": name, "Properties": { "UserPoolId": "a" } } } });
    for name in ["AWS::Cognito::UserPoolclient", "AWS::Cognito::UserPoolClients", "Aws::Cognito::UserPoolCleint"] {
        let message = format!("CloudFormation has no resource type `{name}`");
        reports(&of(name), &[(message.as_str(), "/Resources/Web/Type")]);
    }
    for name in [
        "AWS::Cognito::UserPool",
        "AWS::Cognito::UserPoolDomain",
        "AWS::Cognito::UserPoolUser",
        "Custom::UserPoolClient",
    ] {
        reports(&of(name), &[]);
    }
}

#[test]
fn what_is_no_template_is_an_error_that_says_so() {
    let deep = |levels: usize| {
        let deep = (0..levels).fold(json!([]), |inner, _| Json::Array(vec![inner]));
        let mut template = json!({ "Resources": {} });
        template["Metadata"] = deep;
        template
    };
    assert!(Stack::from_json("stack", &deep(190)).is_ok());
    for (template, message, help) in [
        (json!([]), "a template must be an object", "an object with `Resources`"),
        (json!({}), "the template has no `Resources`", "add `Resources`"),
        (json!({ "UserPoolClient": {} }), "the template has no `Resources`", "describe-user-pool-client"),
        (
            json!({ "service": "a", "provider": {}, "resources": {} }),
            "the template has no `Resources`",
            "serverless.yml",
        ),
        (deep(100_000), "the JSON is nested more than 200 levels deep", "remove levels"),
    ] {
        let error = Stack::from_json("stack", &template).expect_err("it is no template");
        assert_eq!(error.message(), message);
        assert!(error.help().contains(help), "{}", error.help());
        // Dropped level by level: `Json` drops what is deep by recursion.
        let mut rest = template;
        while let Some(inner) = rest.get_mut("Metadata").map(Json::take).or_else(|| rest.get_mut(0).map(Json::take)) {
            rest = inner;
        }
    }
}

#[test]
fn values_are_judged_as_cloudformation_converts_them() {
    for (properties, code) in [
        (json!({ "GenerateSecret": "true", "AllowedOAuthFlows": ["client_credentials"] }), None),
        (json!({ "GenerateSecret": "false", "AllowedOAuthFlows": ["client_credentials"] }), Some("OA02")),
        (json!({ "GenerateSecret": "True", "AllowedOAuthFlows": ["client_credentials"] }), None),
        (json!({ "GenerateSecret": "yes" }), Some("LT01")),
        (json!({ "GenerateSecret": 1 }), Some("LT01")),
        (json!({ "GenerateSecret": "{{resolve:ssm:secret}}" }), None),
        (json!({ "AccessTokenValidity": "90000" }), Some("TK03")),
        (json!({ "AccessTokenValidity": "12" }), None),
        (json!({ "AccessTokenValidity": " 90000" }), None),
        (json!({ "AccessTokenValidity": "90000.0" }), None),
        (json!({ "AccessTokenValidity": 12.0 }), None),
        (json!({ "AccessTokenValidity": 12.5 }), Some("LT01")),
        (json!({ "AccessTokenValidity": "twelve" }), Some("LT01")),
        (json!({ "AccessTokenValidity": true }), Some("LT01")),
        (json!({ "ClientName": 5 }), None),
        (json!({ "ClientName": false, "ReadAttributes": [8080] }), Some("AT11")),
        (json!({ "SupportedIdentityProviders": [true] }), None),
        (json!({ "ExplicitAuthFlows": [5] }), Some("AF12")),
        (json!({ "ClientName": ["a"] }), Some("LT01")),
        (json!({ "CallbackURLs": "https://a.example/" }), Some("LT01")),
        (json!({ "TokenValidityUnits": "minutes" }), Some("LT01")),
    ] {
        let mut all = json!({ "UserPoolId": "eu-west-1_a", "PreventUserExistenceErrors": "ENABLED" });
        all.as_object_mut().expect("an object").extend(properties.as_object().expect("an object").clone());
        let resource = json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": all });
        let client = CfnUserPoolClient::from_json("Web", &resource).expect("a client");
        let findings = client.validate();
        let errors: Vec<_> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        let codes: Vec<_> = errors.iter().map(|error| error.code).collect();
        assert_eq!(codes, code.into_iter().collect::<Vec<_>>(), "{properties}");
        // The same as for any resource of the type.
        let mut stack = Stack::new("stack");
        stack
            .add(CfnResource::new("Web", "AWS::Cognito::UserPoolClient", resource["Properties"].clone()))
            .expect("an id");
        let of_json: Vec<_> =
            stack.validate().into_iter().map(|(_, finding)| (finding.code, finding.message)).collect();
        let of_client: Vec<_> = findings.iter().map(|finding| (finding.code, finding.message.clone())).collect();
        assert_eq!(of_client, of_json);
    }
}

/// Templates as they are found in the wild, of which nothing is certainly wrong.
#[test]
fn what_may_be_right_is_no_error() {
    let topic = json!({ "Type": "AWS::SNS::Topic" });
    let with = |properties: Json| json!({ "Type": "AWS::SNS::Topic", "Properties": properties });
    for template in [
        // AWS SAM makes roles, and its own attributes.
        json!({
            "Transform": "AWS::Serverless-2016-10-31",
            "Globals": { "Function": { "Timeout": 5 } },
            "Resources": {
                "Hello": { "Type": "AWS::Serverless::Function", "Connectors": {}, "Properties": { "Auth": null } },
                "Topic": with(json!({ "TopicName": { "Ref": "HelloRole" }, "A": { "Ref": "Hello.Version" } })),
            },
            "Outputs": { "Api": { "Value": { "Fn::Sub": "https://${ServerlessRestApi}/" } } },
        }),
        // Files that are included.
        json!({ "Resources": { "Fn::Transform": { "Name": "AWS::Include" }, "A": with(json!({ "B": { "Ref": "C" } })) } }),
        json!({
            "Mappings": { "Fn::Transform": { "Name": "AWS::Include" } },
            "Conditions": { "A": { "Fn::Transform": { "Name": "AWS::Include" } } },
            "Resources": { "A": with(json!({ "B": { "Fn::FindInMap": ["Included", "a", "b"] } })) },
        }),
        json!({ "Fn::Transform": { "Name": "AWS::Include" }, "Resources": {} }),
        json!({ "Resources": { "A": { "Fn::Transform": { "Name": "AWS::Include" } } } }),
        // Modules make resources with longer names.
        json!({ "Resources": {
            "Bucket": { "Type": "My::S3::Bucket::MODULE" },
            "A": with(json!({ "B": { "Ref": "BucketLogs" }, "C": { "Fn::GetAtt": ["Bucket.Logs", "Arn"] }, "D": { "Ref": "Bucket.Logs" } })),
        } }),
        // Macros of the account.
        json!({
            "Transform": ["MyMacro", { "Name": "AWS::Include", "Parameters": { "Location": "s3://a/b" } }],
            "Parameters": { "A-b": { "Type": "String" } },
            "Conditions": { "A": "from the macro" },
            "Resources": {
                "A": { "Type": "AWS::Cognito::UserPoolClient", "Tags": {}, "Properties": { "Made": 1 } },
                "B": { "Made": true },
            },
        }),
        json!({ "Resources": { "A": { "Type": "Custom::Thing", "Version": 1.0, "Properties": { "ServiceToken": "a" } } } }),
        // Loops, in every section.
        json!({
            "Transform": "AWS::LanguageExtensions",
            "Conditions": { "Fn::ForEach::C": ["N", ["A"], { "Is${N}": { "Fn::Equals": ["a", "b"] } }] },
            "Resources": {
                "Fn::ForEach::T": ["N", { "Ref": "Names" }, { "Topic${N}": topic }],
                "A": { "Type": "AWS::SNS::Topic", "DeletionPolicy": { "Fn::If": ["IsA", "Retain", "Delete"] } },
                "B": with(json!({ "C": { "Ref": "TopicA" }, "D": { "Fn::Length": { "Ref": "Names" } } })),
            },
            "Outputs": { "Fn::ForEach::O": ["N", ["A"], { "O${N}": { "Value": { "Ref": "Topic${N}" } } }] },
            "Parameters": { "Names": { "Type": "CommaDelimitedList" } },
        }),
        // Parameters of Systems Manager, numbers and booleans as YAML reads them.
        json!({
            "Parameters": {
                "A": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/a", "AllowedValues": ["b"] },
                "B": { "Type": "Number", "Default": 1, "AllowedValues": ["1.0", "2"] },
                "C": { "Type": "String", "Default": true, "AllowedValues": ["True", "False"] },
                "D": { "Type": "AWS::SSM::Parameter::Value<List<AWS::EC2::Subnet::Id>>", "Default": "/d" },
            },
            "Rules": { "R": { "Assertions": [{ "Assert": { "Fn::Contains": [["1"], { "Ref": "B" }] } }] } },
            "Resources": { "T": topic },
        }),
        // A cycle that no deployment has.
        json!({
            "Conditions": { "C": { "Fn::Equals": [{ "Ref": "AWS::Region" }, "eu-west-1"] } },
            "Resources": {
                "A": with(json!({ "TopicName": { "Fn::If": ["C", { "Ref": "B" }, { "Ref": "AWS::NoValue" }] } })),
                "B": with(json!({ "TopicName": { "Fn::If": ["C", { "Ref": "AWS::NoValue" }, { "Ref": "A" }] } })),
            },
        }),
        json!({ "Resources": { "A": { "Type": "AWS::EC2::Instance", "Metadata": { "Self": { "Ref": "A" } } } } }),
    ] {
        let report = Stack::from_json("stack", &template).expect("a template").report();
        assert_eq!(report.errors, [], "{template:#}");
    }
}

/// Names and texts that mean something in a template.
const WORDS: &[&str] = &[
    "Resources",
    "Parameters",
    "Outputs",
    "Conditions",
    "Mappings",
    "Rules",
    "Transform",
    "Description",
    "Metadata",
    "Type",
    "Properties",
    "DependsOn",
    "Condition",
    "DeletionPolicy",
    "Version",
    "Value",
    "Export",
    "Name",
    "Default",
    "AllowedValues",
    "Assertions",
    "Assert",
    "cognito-cfn",
    "allow",
    "MI01",
    "Fn::If",
    "Fn::Sub",
    "Fn::GetAtt",
    "Ref",
    "Fn::Join",
    "Fn::Select",
    "Fn::Split",
    "Fn::FindInMap",
    "Fn::ForEach::A",
    "Fn::Transform",
    "Fn::Equals",
    "Fn::Not",
    "AWS::Cognito::UserPoolClient",
    "AWS::Cognito::UserPool",
    "AWS::SNS::Topic",
    "AWS::NoValue",
    "AWS::Region",
    "String",
    "A",
    "B",
    "A.B",
    "${A}",
    "${A}${B.Arn}",
    "~/",
    "",
    "true",
    "30",
    "https://a.example/",
    "ALLOW_USER_SRP_AUTH",
    "code",
];

fn word(random: &mut fastrand::Rng) -> String {
    let row = random.choice(cognito_cfn_schema::client::ALL).expect("a property");
    let members: Vec<&str> = match row.kind {
        cognito_cfn_schema::Kind::Block(block) => block.members.iter().map(|member| member.cloudformation).collect(),
        _ => Vec::new(),
    };
    match random.u8(..4) {
        0 => row.cloudformation.to_owned(),
        1 if !members.is_empty() => (*random.choice(&members).expect("a member")).to_owned(),
        _ => (*random.choice(WORDS).expect("a word")).to_owned(),
    }
}

fn anything(random: &mut fastrand::Rng, depth: u8) -> Json {
    match random.u8(if depth == 0 { ..6 } else { ..12 }) {
        0 => Json::Null,
        1 => json!(random.bool()),
        2 => json!(random.i64(-5..100_000)),
        3 => json!(random.f64()),
        4 | 5 => json!(word(random)),
        6 | 7 => (0..random.u8(..4)).map(|_| anything(random, depth - 1)).collect(),
        _ => Json::Object((0..random.u8(..5)).map(|_| (word(random), anything(random, depth - 1))).collect()),
    }
}

/// Whatever JSON has `Resources` is read, rendered again and checked, and what is reported is in it.
#[test]
fn any_template_is_lossless() {
    for seed in 0..4_000 {
        let mut random = fastrand::Rng::with_seed(seed);
        let mut template = json!({ "Resources": { "A": anything(&mut random, 5), "B": anything(&mut random, 2) } });
        for section in ["Parameters", "Conditions", "Outputs", "Mappings", "Rules", "Transform", "Metadata"] {
            if random.bool() {
                template[section] = json!({ word(&mut random): anything(&mut random, 4) });
            }
        }
        if random.bool() {
            template["Resources"]["C"] = json!({
                "Type": "AWS::Cognito::UserPoolClient",
                "Properties": anything(&mut random, 5),
                word(&mut random): anything(&mut random, 3),
            });
        }
        is_lossless(&template);
        reported(&template);
    }
}
