//! The template in the configuration of the Serverless Framework.

use cognito_cfn::{Json, json};
use cognito_cfn_cli::input::{Input, Kind, Options, Reading, read};
use std::fs;
use tempfile::TempDir;

fn read_as(name: &str, document: &Json) -> Reading {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, document.to_string()).unwrap();
    read(&[path], &Options::default())
}

fn input(name: &str, document: &Json) -> Input {
    let reading = read_as(name, document);
    assert_eq!(reading.failures, []);
    reading.inputs.into_iter().next().expect("an input")
}

/// The properties of the client `A` in a configuration that has these.
fn properties(properties: Json) -> Json {
    let client = json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": properties });
    let document = json!({ "service": "shop", "resources": { "Resources": { "A": client } } });
    input("serverless.json", &document).template["Resources"]["A"]["Properties"].clone()
}

fn unknown() -> Json {
    json!({ "Fn::Transform": { "Name": "ServerlessFramework" } })
}

#[test]
fn resources_are_the_template() {
    let document = json!({
        "service": "shop",
        "resources": {
            "Resources": { "Pool": { "Type": "AWS::Cognito::UserPool" } },
            "Outputs": { "Id": { "Value": { "Ref": "Pool" } } },
        },
    });
    for name in ["serverless.json", "shop.json"] {
        let input = input(name, &document);
        assert_eq!(input.kind, Kind::Serverless);
        assert_eq!(
            input.template,
            json!({
                "Resources": { "Pool": { "Type": "AWS::Cognito::UserPool" } },
                "Outputs": { "Id": { "Value": { "Ref": "Pool" } } },
                "Transform": ["ServerlessFramework"],
            })
        );
        assert_eq!(input.source("/Resources/Pool/Type"), "/resources/Resources/Pool/Type");
    }
}

#[test]
fn later_parts_are_merged_over_earlier_ones() {
    let client = |properties: Json| json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": properties });
    let document = json!({ "service": "shop", "resources": [
        { "Resources": { "A": client(json!({ "ClientName": "a", "CallbackURLs": ["https://a", "https://b"] })) } },
        "${file(pool.yml)}",
        null,
        { "Resources": { "A": { "Properties": { "CallbackURLs": ["https://c"] } }, "B": client(json!({})) } },
        { "extensions": { "A": { "DeletionPolicy": "Retain" }, "OfTheFramework": { "Properties": {} } } },
    ] });
    let input = input("serverless.json", &document);
    let mut merged = client(json!({ "ClientName": "a", "CallbackURLs": ["https://c", "https://b"] }));
    merged["DeletionPolicy"] = json!("Retain");
    assert_eq!(input.template["Resources"], json!({ "A": merged, "B": client(json!({})) }));
    for (pointer, source) in [
        ("/Resources/A/Properties/ClientName", "/resources/0/Resources/A/Properties/ClientName"),
        ("/Resources/A/Properties/CallbackURLs/0", "/resources/3/Resources/A/Properties/CallbackURLs/0"),
        ("/Resources/A/Properties/CallbackURLs/1", "/resources/0/Resources/A/Properties/CallbackURLs/1"),
        ("/Resources/B/Type", "/resources/3/Resources/B/Type"),
        ("/Resources/A/DeletionPolicy", "/resources/4/extensions/A/DeletionPolicy"),
    ] {
        assert_eq!(input.source(pointer), source);
        assert_eq!(input.template.pointer(pointer), document.pointer(source), "{pointer}");
    }
}

#[test]
fn parts_in_other_files_are_said() {
    let document = json!({ "service": "shop", "resources": ["${file(a.yml)}", "${file(b.yml)}"] });
    let reading = read_as("serverless.json", &document);
    assert_eq!(reading.notes[0].message, "2 parts of its `resources` are in other files; check these files too");
    assert_eq!(reading.inputs[0].template["Resources"], json!({}));
}

#[test]
fn a_variable_is_not_known_and_the_text_around_it_is() {
    for (written, read) in [
        (json!("${self:custom.name}"), unknown()),
        (json!("${opt:stage, self:provider.stage, 'dev'}"), unknown()),
        (json!("${self:custom.${opt:stage, 'a}b'}.name}"), unknown()),
        (json!("${file(./names.js):web}"), unknown()),
        (json!("${ssm(eu-west-1):/shop/name}"), unknown()),
        (json!("${ssm.eu-west-1:/shop/name}"), unknown()),
        (json!("${cf:other-${sls:stage}.Output}"), unknown()),
        (json!("${plugin:name}"), unknown()),
        (json!("${self:unclosed"), unknown()),
        (json!("web-${sls:stage}"), json!({ "Fn::Join": ["", ["web-", unknown()]] })),
        (json!("${sls:stage}-web-${aws:region}"), json!({ "Fn::Join": ["", [unknown(), "-web-", unknown()]] })),
        // CloudFormation's own, and no variables.
        (json!("${AWS::Region}"), json!("${AWS::Region}")),
        (
            json!("${Name} ${Pool.Arn} ${!Literal} $ {self:a} ${Self:a}"),
            json!("${Name} ${Pool.Arn} ${!Literal} $ {self:a} ${Self:a}"),
        ),
    ] {
        assert_eq!(properties(json!({ "ClientName": &written }))["ClientName"], read, "{written}");
    }
}

#[test]
fn variables_in_functions() {
    for (written, read) in [
        (json!({ "Ref": "${self:custom.pool}" }), unknown()),
        (json!({ "Fn::GetAtt": ["Pool${sls:stage}", "Arn"] }), unknown()),
        (json!({ "Fn::ImportValue": "pool-${sls:stage}" }), unknown()),
        (json!({ "Fn::If": ["IsProd", "${self:a}", "b"] }), json!({ "Fn::If": ["IsProd", unknown(), "b"] })),
        (json!({ "Fn::If": ["${self:a}", "a", "b"] }), unknown()),
        (
            json!({ "Fn::Join": ["-", ["a", "${self:a}", { "Ref": "AWS::Region" }]] }),
            json!({ "Fn::Join": ["-", ["a", unknown(), { "Ref": "AWS::Region" }]] }),
        ),
        (json!({ "Fn::Sub": "${AWS::Region}" }), json!({ "Fn::Sub": "${AWS::Region}" })),
        (
            json!({ "Fn::Sub": "https://${self:custom.domain}/${AWS::Region}/${sls:stage}" }),
            json!({ "Fn::Sub": [
                "https://${Serverless0}/${AWS::Region}/${Serverless1}",
                { "Serverless0": unknown(), "Serverless1": unknown() },
            ] }),
        ),
        (
            json!({ "Fn::Sub": ["${a}${self:b}", { "a": "${self:a}" }] }),
            json!({ "Fn::Sub": ["${a}${Serverless0}", { "a": unknown(), "Serverless0": unknown() }] }),
        ),
    ] {
        assert_eq!(properties(json!({ "ClientName": &written }))["ClientName"], read, "{written}");
    }
}

#[test]
fn what_is_not_a_value_is_left_out() {
    let document = json!({ "service": "shop", "resources": {
        "Description": "of ${self:service}",
        "Parameters": { "Name": { "Type": "String", "Default": "${self:custom.name}" } },
        "Resources": {
            "Included": "${file(client.yml)}",
            "OfAKind": { "Type": "${self:custom.type}" },
            "OfTheFramework": { "Properties": { "Name": "a" } },
            "Elsewhere": { "Type": "AWS::Cognito::UserPoolClient", "Properties": "${file(client.yml)}" },
            "A": {
                "Type": "AWS::Cognito::UserPoolClient", "DependsOn": ["${self:custom.other}", "Pool"],
                "DeletionPolicy": "${self:custom.policy}",
            },
        },
    } });
    assert_eq!(
        input("serverless.json", &document).template,
        json!({
            "Transform": ["ServerlessFramework"],
            "Parameters": { "Name": { "Type": "String" } },
            "Resources": { "A": { "Type": "AWS::Cognito::UserPoolClient", "DependsOn": ["Pool"] } },
        })
    );
}

/// Such a file looks like a template of its own; what it refers to can be in another one.
#[test]
fn files_that_a_configuration_includes_are_read_as_parts_of_it() {
    let folder = TempDir::new().unwrap();
    let write = |name: &str, document: Json| fs::write(folder.path().join(name), document.to_string()).unwrap();
    fs::create_dir(folder.path().join("resources")).unwrap();
    let client = json!({
        "Type": "AWS::Cognito::UserPoolClient",
        "Properties": {
            "UserPoolId": { "Ref": "PoolOfAnotherFile" }, "PreventUserExistenceErrors": "${plugin:errors}",
        },
    });
    write("resources/client.json", json!({ "Resources": { "A": client } }));
    write("resources/other.json", json!({ "Resources": { "B": client } }));
    write(
        "serverless.json",
        json!({ "service": "shop", "resources": [
        "${file(./resources/client.json)}", "${file(resources/${sls:stage}.json)}", "${file(missing.json)}", "${file(a):",
    ] }),
    );
    let at = |name: &str| folder.path().join(name);
    let kinds = |reading: &Reading| -> Vec<(String, Kind)> {
        let name = |input: &Input| input.path.rsplit('/').next().unwrap().to_owned();
        reading.inputs.iter().map(|input| (name(input), input.kind)).collect()
    };
    let (configuration, part) =
        (("serverless.json".to_owned(), Kind::Serverless), ("client.json".to_owned(), Kind::Serverless));
    let given = read(&[at("serverless.json")], &Options::default());
    assert_eq!(kinds(&given), [configuration.clone(), part.clone()]);
    assert_eq!(given.notes[0].message, "3 parts of its `resources` are in other files; check these files too");
    let errors = &given.inputs[1].template["Resources"]["A"]["Properties"]["PreventUserExistenceErrors"];
    assert_eq!(errors, &unknown());
    let walked = read(&[folder.path().to_owned()], &Options::default());
    assert_eq!(kinds(&walked)[0], part);
    assert_eq!(kinds(&walked)[1], ("other.json".to_owned(), Kind::Template));
}

/// What is certainly wrong is found at its place, and nothing else.
#[test]
fn the_rules_report_what_is_certain() {
    let text = r#"
service: shop
provider:
  name: aws
functions:
  hello:
    handler: hello.handler
resources:
  - Conditions:
      IsProd: !Equals ["${sls:stage}", prod]
  - Resources:
      UserPool:
        Type: AWS::Cognito::UserPool
        Properties:
          UserPoolName: ${self:service}-${sls:stage}
      WebClient:
        Type: AWS::Cognito::UserPoolClient
        DependsOn: GoogleProvider
        Properties:
          ClientName: ${self:service}-web
          UserPoolId: !Ref UserPool
          GenerateSecret: ${self:custom.secret}
          AccessTokenValidity: ${self:custom.hours}
          TokenValidityUnits: ${file(units.yml)}
          CallbackURLs:
            - https://${self:custom.domain}/callback
            - http://app.example.com/${self:custom.path}
            - !Sub https://${self:custom.domain}/${AWS::Region}/${ApiOfTheFramework}
          AllowedOAuthFlows: ${self:custom.flows}
          AllowedOAuthFlowsUserPoolClient: true
          AllowedOAuthScopes: [openid, "${self:custom.scope}"]
          SupportedIdentityProviders: [COGNITO, Google]
          PreventUserExistenceErrors: ${self:custom.errors}
          AuthSessionValidity: 20
          ExplicitAuthFlows:
            - ALLOW_REFRESH_TOKEN_AUTH
            - ${self:custom.flow}
    Outputs:
      Client:
        Value: !Ref WebClient
        Export:
          Name: ${self:service}-${sls:stage}-client
      Function:
        Value: !GetAtt HelloLambdaFunction.Arn
"#;
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("serverless.yml");
    fs::write(&path, text).unwrap();
    let arguments = ["cognito-cfn", "check", "--format", "json", path.to_str().unwrap()];
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    assert_eq!(cognito_cfn_cli::run(arguments, &mut stdout, &mut stderr), 1);
    let found: Json = serde_json::from_slice(&stdout).unwrap();
    let found: Vec<(&str, u64)> = found
        .as_array()
        .unwrap()
        .iter()
        .map(|finding| (finding["code"].as_str().unwrap(), finding["line"].as_u64().unwrap()))
        .collect();
    let line = |word: &str| text.lines().position(|line| line.contains(word)).unwrap() as u64 + 1;
    assert_eq!(found, [("UR01", line("http://app")), ("TK14", line("AuthSessionValidity"))]);
}

#[test]
fn a_file_that_a_configuration_includes_has_variables_too() {
    let of_name = |name: &str| {
        let client = json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": { "ClientName": name } });
        input("cognito.json", &json!({ "Resources": { "A": client } }))
    };
    let included = of_name("web-${self:provider.stage}");
    assert_eq!(included.kind, Kind::Serverless);
    let name = &included.template["Resources"]["A"]["Properties"]["ClientName"];
    assert_eq!(name, &json!({ "Fn::Join": ["", ["web-", unknown()]] }));
    for name in
        ["${aws:region}", "${aws:accountId}", "${s3:bucket/key}", "${s3(eu-west-1):bucket/key}", "${env:NAME, 'a'}"]
    {
        assert_eq!(of_name(name).kind, Kind::Serverless, "{name}");
    }
    // In a template of CloudFormation: a script's, and those of IAM policies.
    for name in ["${name:-default}", "${aws:PrincipalTag/Team}", "${aws:username}", "${s3:prefix}", "${saml:sub}"] {
        let template = of_name(name);
        assert_eq!((template.kind, &template.template), (Kind::Template, template.document.json()), "{name}");
    }
}

/// Where `shop/a.json` has this text and `shop/serverless.yml` that one, what the former is read as.
fn included_by(configuration: &str, document: &Json) -> Input {
    let folder = TempDir::new().unwrap();
    let files = [("serverless.yml", configuration.to_owned()), ("resources/a.json", document.to_string())];
    for (name, text) in files {
        let path = folder.path().join("shop").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let reading = read(&[folder.path().join("shop/resources/a.json")], &Options::default());
    assert_eq!(reading.failures, []);
    reading.inputs.into_iter().next().expect("an input")
}

#[test]
fn names_in_a_file_that_a_configuration_includes_can_be_elsewhere() {
    let client = json!({
        "Type": "AWS::Cognito::UserPoolClient",
        "Properties": { "UserPoolId": { "Ref": "PoolOfAnotherFile" }, "ClientName": "#{AWS::Region}-${plugin:name}" },
    });
    let document = json!({ "Resources": { "A": client } });
    for configuration in [
        "resources:\n  - ${file(resources/a.json)}\n",
        "resources: ${file(./resources/a.json)}\n",
        "resources: ${file( 'resources/a.json' ):Resources, null}\n",
        "resources: ${file(none.yml)} ${file(resources)} ${file(resources/../resources/a.json)}\n",
    ] {
        let input = included_by(configuration, &document);
        assert_eq!(input.kind, Kind::Serverless, "{configuration}");
        assert_eq!(input.template["Transform"], json!(["ServerlessFramework"]));
        let name = &input.template["Resources"]["A"]["Properties"]["ClientName"];
        assert_eq!(name, &json!({ "Fn::Join": ["", [unknown(), "-", unknown()]] }));
    }
    for configuration in ["resources: ${file(resources/b.json)}\n", "# resources/a.json\n", "${file("] {
        let input = included_by(configuration, &document);
        assert_eq!((input.kind, &input.template), (Kind::Template, &document), "{configuration}");
    }
}

#[test]
fn an_included_file_can_include_others() {
    let folder = TempDir::new().unwrap();
    for (name, text) in [
        ("serverless.yml", "resources: ${file(all.yml)}\n"),
        ("all.yml", "- ${file(all.yml)}\n- ${file(a.json)}\n"),
        ("a.json", r#"{ "Resources": {} }"#),
    ] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let reading = read(&[folder.path().join("a.json")], &Options::default());
    assert_eq!(reading.inputs[0].kind, Kind::Serverless);
}

#[test]
fn the_resources_alone_are_a_part_of_a_configuration() {
    let client = json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": { "UserPoolId": { "Ref": "Pool" } } });
    let pool = json!({ "Type": "AWS::Cognito::UserPool" });
    for document in [json!({ "Pool": pool, "UserPoolClient": client }), json!({ "UserPoolClient": client })] {
        let input = input("cognito.json", &document);
        assert_eq!((input.kind, &input.template["Resources"]), (Kind::Serverless, &document));
        assert_eq!(input.template["Transform"], json!(["ServerlessFramework"]));
        assert_eq!(input.source("/Resources/UserPoolClient/Type"), "/UserPoolClient/Type");
    }
    for document in [json!({}), json!({ "a": { "Type": "string" } }), json!({ "a": client, "b": 1 })] {
        assert!(read_as("a.json", &document).inputs.is_empty(), "{document}");
    }
}
