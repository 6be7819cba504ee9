//! Stacks that hold together, and what is written of an app.

#![allow(deprecated, reason = "what is declared here may have warnings")]

use cognito_cfn::{
    App, CfnResource, Condition, Error, ErrorKind, Json, Output, Parameter, Rule, Stack, json, user_pool_client,
};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

fn pool() -> CfnResource {
    CfnResource::new("Pool", "AWS::Cognito::UserPool", json!({}))
}

fn kinds(error: &Error) -> Vec<ErrorKind> {
    match error.kind() {
        ErrorKind::Multiple(errors) => errors.iter().map(|error| error.kind().clone()).collect(),
        kind => vec![kind.clone()],
    }
}

/// What the stack lacks, by kind and name.
fn lacks(stack: &Stack) -> Vec<(&'static str, String)> {
    let Err(error) = stack.check() else { return Vec::new() };
    let unknown = kinds(&error).into_iter().map(|kind| match kind {
        ErrorKind::UnknownReference { what, name, .. } => (what, name),
        other => panic!("{other:?}"),
    });
    unknown.collect()
}

#[test]
fn names_the_stack_does_not_have_are_errors() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    stack.add(user_pool_client! {
        user_pool_id: Ref("Pol"),
        client_name: FindInMap("Names", "a", "b"),
        callback_urls: [Sub("https://${Host}/${Balancer.DNSName}/${AWS::Region}/${!Kept}/${V}", { V: "v" })],
        generate_secret: If("IsProd", true, false),
        default_redirect_uri: GetAtt("Lb", "DNSName"),
        depends_on: ["Google"],
        condition: "IsLive",
    })?;
    stack.output("Id", Output::new(json!({ "Ref": "Nothing" })).condition("IsNever"))?;
    stack.condition("A", json!({ "Fn::And": [{ "Condition": "B" }, { "Fn::Equals": [{ "Ref": "Stage" }, "x"] }] }))?;
    let mut lacking = lacks(&stack);
    lacking.sort();
    let expected = [
        ("condition", "B"),
        ("condition", "IsLive"),
        ("condition", "IsNever"),
        ("condition", "IsProd"),
        ("mapping", "Names"),
        ("parameter", "Stage"),
        ("resource", "Balancer"),
        ("resource", "Google"),
        ("resource", "Lb"),
        ("resource or parameter", "Host"),
        ("resource or parameter", "Nothing"),
        ("resource or parameter", "Pol"),
    ];
    assert_eq!(lacking, expected.map(|(what, name)| (what, name.to_owned())));
    Ok(())
}

#[test]
fn a_name_that_is_missing_is_reported_with_the_resource_its_line_and_the_near_one() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    let line = line!() + 1;
    let client = user_pool_client! { user_pool_id: Ref("Pol") };
    stack.add(pool())?.add(client)?;
    let error = stack.check().expect_err("there is no `Pol`");
    let expected = format!(
        "the stack has no resource or parameter `Pol`\n --> `s/UserPoolClient` at tests/app.rs:{line}:18\n\
         help: a resource or parameter with a similar name exists: `Pool`"
    );
    assert_eq!(error.to_string(), expected);
    assert_eq!(format!("{error:?}"), expected, "`main` prints it so");
    Ok(())
}

#[test]
fn what_transforms_and_loops_make_is_not_known() -> Result<(), Error> {
    let client = || user_pool_client! { user_pool_id: Ref("Pool") };
    let mut stack = Stack::new("s");
    stack.add(client())?.transform("AWS::Serverless-2016-10-31");
    assert_eq!(stack.check(), Ok(()));
    let mut stack = Stack::new("s");
    stack.add(client())?.transform("AWS::LanguageExtensions");
    assert_eq!(lacks(&stack), [("resource or parameter", "Pool".to_owned())], "it makes names with loops alone");
    Ok(())
}

#[test]
fn a_right_stack_has_no_errors() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    stack.add(pool())?.add(
        user_pool_client! { user_pool_id: pool().reference(), client_name: Sub("${AWS::StackName}-${Pool.Arn}") },
    )?;
    assert_eq!(stack.check(), Ok(()));
    Ok(())
}

#[test]
fn resources_that_wait_for_each_other_are_an_error() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    let mut pool =
        CfnResource::new("Pool", "AWS::Cognito::UserPool", json!({ "Name": { "Fn::Sub": "${Trigger.Arn}" } }));
    let client = user_pool_client! { user_pool_id: pool.reference() };
    let trigger = CfnResource::new("Trigger", "AWS::Lambda::Function", json!({ "Client": client.reference() }));
    pool.add_dependency(&CfnResource::new("Bucket", "AWS::S3::Bucket", json!({})));
    stack.add(pool)?.add(client)?.add(trigger)?.add(CfnResource::new("Bucket", "AWS::S3::Bucket", json!({})))?;
    let error = stack.check().expect_err("it goes round");
    let ErrorKind::Cycle { what: "resources", names } = error.kind() else { panic!("{error}") };
    let ids: Vec<&str> = names.iter().filter_map(|name| name.split('`').next()).collect();
    assert_eq!(ids, ["Pool", "Trigger", "UserPoolClient"]);
    assert_eq!(error.to_string().matches("tests/app.rs:").count(), 5, "each with its line: {error}");
    Ok(())
}

#[test]
fn an_override_that_is_lost_is_an_error() -> Result<(), Error> {
    let mut client = user_pool_client! { user_pool_id: "eu-west-1_Ab12Cd34e", callback_urls: ["https://a.example"] };
    client.add_property_override("CallbackURLs.first", "https://b.example")?;
    let mut stack = Stack::new("s");
    stack.add(client)?;
    let error = stack.check().expect_err("a list has no names");
    let ErrorKind::InvalidOverridePath { path, .. } = error.kind() else { panic!("{error}") };
    assert_eq!(path, "Properties.CallbackURLs.first");

    // Indexes count in the list as it was before items of it were deleted.
    for (path, lost) in [("L.1.x", None), ("L.2.x", Some("Properties.L.2.x")), ("a\\.b.x", Some("Properties.a\\.b.x"))]
    {
        let list = json!({ "L": ["a", { "x": 1 }, ["q"]], "a.b": [1] });
        let mut resource = CfnResource::new("R", "AWS::Any::Thing", list);
        resource.add_property_deletion_override("L.0")?.add_property_override(path, 2)?;
        let mut stack = Stack::new("s");
        stack.add(resource)?;
        let reported = stack.check().map_err(|error| match error.kind() {
            ErrorKind::InvalidOverridePath { path, .. } => path.clone(),
            other => panic!("{other:?}"),
        });
        assert_eq!(reported.err().as_deref(), lost, "{path}");
    }
    Ok(())
}

#[test]
fn a_stack_takes_500_resources() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    for index in 0..500 {
        stack.add(CfnResource::new(format!("R{index}"), "AWS::SNS::Topic", json!({})))?;
    }
    assert_eq!(stack.check(), Ok(()));
    stack.add(pool())?;
    let error = stack.check().expect_err("it is one more");
    assert!(matches!(error.kind(), ErrorKind::TooMany { count: 501, .. }), "{error}");
    Ok(())
}

#[test]
fn a_resource_belongs_to_the_stack_of_its_scope_and_stands_there_alone() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    let client = || user_pool_client! { user_pool_id: "eu-west-1_Ab12Cd34e" };
    let error = Stack::new("t").add(stack.place("Client", client())?).map(drop).expect_err("it is another stack");
    assert!(matches!(error.kind(), ErrorKind::WrongStack { .. }), "{error}");
    stack.add(stack.place("Client", client())?)?;
    let mut twin = stack.place("Client", client())?;
    twin.override_logical_id("Twin")?;
    let error = stack.add(twin).map(drop).expect_err("the place is taken");
    assert!(matches!(error.kind(), ErrorKind::DuplicateId { what: "construct", .. }), "{error}");
    Ok(())
}

#[test]
fn stacks_of_an_app_have_names_of_their_own_that_cloudformation_takes() -> Result<(), Error> {
    let mut app = App::new();
    app.add(Stack::new("a"))?;
    let error = app.add(Stack::new("a")).map(drop).expect_err("the name is taken");
    assert!(matches!(error.kind(), ErrorKind::DuplicateId { what: "stack", .. }), "{error}");
    for name in ["", "1a", "a_b", "../a", "a b", &"x".repeat(129)] {
        let error = app.add(Stack::new(name)).map(drop).expect_err(name);
        assert!(matches!(error.kind(), ErrorKind::InvalidId { what: "stack", .. }), "{error}");
        assert_eq!(error.location().map(|place| place.file()), Some(file!()));
    }
    Ok(())
}

#[test]
fn stacks_whose_templates_are_one_file_on_some_systems_are_an_error() -> Result<(), Error> {
    let mut app = App::new();
    app.add(Stack::new("Web"))?;
    let error =
        app.add(Stack::new("web")).map(drop).expect_err("`web.template.json` would replace `Web.template.json`");
    assert!(error.to_string().starts_with("the stacks `web` and `Web` differ only in letter case"), "{error}");
    assert_eq!(error.location().map(|place| place.file()), Some(file!()));
    Ok(())
}

#[test]
fn stacks_that_wait_for_each_other_or_for_one_that_is_not_there_are_errors() -> Result<(), Error> {
    let [mut a, mut b] = ["a", "b"].map(Stack::new);
    a.add(pool())?.add_dependency(&b);
    b.add(pool())?.add_dependency(&a);
    let mut app = App::new();
    app.add(a)?.add(b)?;
    let error = app.check().expect_err("it goes round");
    assert!(error.to_string().starts_with("dependency cycle of stacks: `a` -> `b` -> `a`"), "{error}");

    let mut c = Stack::new("c");
    c.add(pool())?.add_dependency(&Stack::new("elsewhere"));
    let mut app = App::new();
    app.add(c)?;
    let error = app.check().expect_err("there is no such stack");
    assert!(error.to_string().starts_with("the app has no stack `elsewhere`"), "{error}");
    Ok(())
}

/// An empty directory of that name.
fn directory(name: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join("app").join(name);
    let _ = fs::remove_dir_all(&directory);
    directory
}

fn read(directory: &Path, file: &str) -> Json {
    let text = fs::read_to_string(directory.join(file)).expect(file);
    serde_json::from_str(&text).expect("it is JSON")
}

fn names(directory: &Path) -> Vec<String> {
    let entries = fs::read_dir(directory).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn app() -> Result<App, Error> {
    let mut shared = Stack::new("shared");
    shared.add(pool())?;
    let mut web = Stack::new("web");
    web.account("123456789012").region("eu-west-1").tag("team", "identity").termination_protection(true);
    let mut client = web.scope("Auth")?.place("Client", user_pool_client! { user_pool_id: ImportValue("pool") })?;
    client.add_dependency(shared.resource("Pool").expect("it was added"));
    web.add(client)?;
    let mut app = App::new();
    app.add(shared)?.add(web)?;
    Ok(app)
}

#[test]
fn an_assembly_has_what_the_command_line_reads() -> Result<(), Error> {
    let directory = directory("whole");
    let mut app = app()?;
    let assembly = app.outdir(&directory).synth()?;
    assert_eq!(assembly.directory(), directory);
    assert_eq!(
        names(&directory),
        ["cdk.out", "manifest.json", "shared.template.json", "tree.json", "web.template.json"]
    );

    let manifest = read(&directory, "manifest.json");
    let web = &manifest["artifacts"]["web"];
    assert_eq!(web["type"], "aws:cloudformation:stack");
    assert_eq!(web["environment"], "aws://123456789012/eu-west-1");
    assert_eq!(web["dependencies"], json!(["shared"]));
    assert_eq!(web["properties"]["templateFile"], "web.template.json");
    assert_eq!(web["properties"]["tags"], json!({ "team": "identity" }));
    assert_eq!(web["properties"]["terminationProtection"], true);
    let entry = &web["metadata"]["/web/Auth/Client"][0];
    assert_eq!((&entry["type"], &entry["data"]), (&json!("aws:cdk:logicalId"), &json!("AuthClient23D8E456")));
    assert!(entry["trace"][0].as_str().is_some_and(|place| place.starts_with("tests/app.rs:")), "{entry}");
    assert_eq!(manifest["artifacts"]["shared"]["environment"], "aws://unknown-account/unknown-region");

    assert_eq!(read(&directory, "web.template.json"), app.stack("web").map(Stack::to_json).unwrap_or_default());
    let tree = read(&directory, "tree.json");
    let client = &tree["tree"]["children"]["web"]["children"]["Auth"]["children"]["Client"];
    assert_eq!(client["path"], "web/Auth/Client");
    assert_eq!(client["constructInfo"]["fqn"], "cognito-cfn.CfnUserPoolClient");
    assert_eq!(
        client["attributes"]["aws:cdk:cloudformation:props"],
        json!({ "userPoolId": { "Fn::ImportValue": "pool" } })
    );
    Ok(())
}

#[test]
fn the_same_app_gives_the_same_bytes() -> Result<(), Error> {
    let directories = ["one", "two"].map(directory);
    for directory in &directories {
        // The same lines, for the manifest names them.
        app()?.outdir(directory).synth()?;
    }
    let [one, two] = &directories;
    for name in names(one) {
        assert_eq!(fs::read(one.join(&name)).ok(), fs::read(two.join(&name)).ok(), "{name}");
    }
    Ok(())
}

#[test]
fn nothing_is_written_of_an_app_with_errors() -> Result<(), Error> {
    let directory = directory("wrong");
    let mut stack = Stack::new("s");
    let name = "a/b";
    stack.add(user_pool_client! { user_pool_id: Ref("Pool"), client_name: name })?;
    let mut app = App::new();
    let error = app.add(stack)?.outdir(&directory).synth().expect_err("two things are wrong");
    assert_eq!(kinds(&error).len(), 2, "{error}");
    assert!(!directory.exists());
    Ok(())
}

#[test]
fn a_file_that_cannot_be_written_leaves_no_others_half_done() -> Result<(), Error> {
    let directory = directory("blocked");
    // A directory stands where a template is to be.
    fs::create_dir_all(directory.join("shared.template.json/in-the-way")).expect("the target folder can be written");
    let error = app()?.outdir(&directory).synth().expect_err("a file cannot replace a directory");
    assert!(matches!(error.kind(), ErrorKind::Write { .. }), "{error}");
    assert_eq!(names(&directory), ["shared.template.json"]);

    // The last of the files: those before it are not moved either.
    let last = self::directory("blocked-last");
    fs::create_dir_all(last.join("manifest.json/in-the-way")).expect("the target folder can be written");
    app()?.outdir(&last).synth().expect_err("a file cannot replace a directory");
    assert_eq!(names(&last), ["manifest.json"]);

    let file = directory.join("file");
    fs::write(&file, "").expect("the target folder can be written");
    let error = app()?.outdir(file.join("within")).synth().expect_err("a file is no directory");
    assert!(error.to_string().contains("cannot be written"), "{error}");
    Ok(())
}

/// Runs in a process of its own, whose environment is what the command line passes.
#[test]
#[ignore = "a part of others"]
fn synthesizes_by_the_environment() {
    let mut app = app().expect("the app is right");
    let synthesized = app.set_context("stage", "dev").synth().map(drop);
    let stage = app.try_get_context("stage");
    println!("<{}>", json!([synthesized.map_err(|error| error.to_string()).err(), stage.ok().flatten()]));
}

/// What a process with those variables says: its error and the stage.
fn in_environment(variables: &[(&str, &str)]) -> Json {
    let output = Command::new(env::current_exe().expect("a test is a program"))
        .args(["--exact", "synthesizes_by_the_environment", "--ignored", "--nocapture"])
        .envs(variables.iter().copied())
        .output()
        .expect("a test can be started");
    let reported = String::from_utf8_lossy(&output.stdout).into_owned();
    let json = reported.split_once('<').and_then(|(_, rest)| rest.split_once(">\n")).expect("the process says it").0;
    serde_json::from_str(json).expect("the process says it in JSON")
}

#[test]
fn the_environment_says_where_to_write_and_what_the_context_is() {
    let directory = directory("environment");
    let outdir = directory.to_str().expect("a path of letters");
    assert_eq!(in_environment(&[("CDK_OUTDIR", outdir)]), json!([null, "dev"]));
    assert_eq!(read(&directory, "web.template.json")["Resources"]["AuthClient23D8E456"].get("Metadata"), None);

    let context = json!({ "stage": "prod", "aws:cdk:enable-path-metadata": true }).to_string();
    assert_eq!(in_environment(&[("CDK_OUTDIR", outdir), ("CDK_CONTEXT_JSON", &context)]), json!([null, "prod"]));
    let client = &read(&directory, "web.template.json")["Resources"]["AuthClient23D8E456"];
    assert_eq!(client["Metadata"], json!({ "aws:cdk:path": "web/Auth/Client" }));

    // A context beyond what an environment takes comes in a file.
    let file = directory.join("overflow.json");
    fs::write(&file, json!({ "stage": "beta" }).to_string()).expect("the target folder can be written");
    let overflow = [
        ("CDK_OUTDIR", outdir),
        ("CDK_CONTEXT_JSON", &context),
        ("CONTEXT_OVERFLOW_LOCATION_ENV", file.to_str().unwrap_or_default()),
    ];
    assert_eq!(in_environment(&overflow), json!([null, "beta"]));
}

#[test]
fn a_context_that_is_no_json_is_an_error_and_nothing_is_written() {
    let directory = directory("context");
    let outdir = directory.to_str().expect("a path of letters");
    let reported = in_environment(&[("CDK_OUTDIR", outdir), ("CDK_CONTEXT_JSON", "{")]);
    assert!(
        reported[0].as_str().is_some_and(|error| error.starts_with("the context in `CDK_CONTEXT_JSON` cannot be read")),
        "{reported}"
    );
    assert!(!directory.exists());
    // A variable that says nothing is none.
    let empty = [("CDK_OUTDIR", outdir), ("CDK_CONTEXT_JSON", ""), ("CONTEXT_OVERFLOW_LOCATION_ENV", "")];
    assert_eq!(in_environment(&empty), json!([null, "dev"]));
}

/// `JSON.parse` reads both, so the CDK does.
#[test]
fn a_context_can_have_what_rust_cannot_hold() {
    let directory = directory("deep-context");
    let outdir = directory.to_str().expect("a path of letters");
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let lone = r#""\ud83d", "\ude00\ud83d": "\ude00", "\\ud83d": "\ud83d\ude00""#;
    let context =
        format!(r#"{{ "lone": {lone}, "stage": "prod\ud800", "deep": {deep}, "aws:cdk:enable-path-metadata": true }}"#);
    // A variable of the environment is shorter than that.
    fs::create_dir_all(&directory).expect("the target folder can be written");
    let file = directory.join("overflow.json");
    fs::write(&file, context).expect("the target folder can be written");
    let overflow = [("CDK_OUTDIR", outdir), ("CONTEXT_OVERFLOW_LOCATION_ENV", file.to_str().unwrap_or_default())];
    assert_eq!(in_environment(&overflow), json!([null, "prod\u{fffd}"]));
    let client = &read(&directory, "web.template.json")["Resources"]["AuthClient23D8E456"];
    assert_eq!(client["Metadata"], json!({ "aws:cdk:path": "web/Auth/Client" }));
}

/// Stacks and apps can be made in one thread and used in another.
#[test]
fn an_app_can_be_sent() {
    fn is_sent<T: Send + Sync>() {}
    is_sent::<Stack>();
    is_sent::<App>();
}

#[test]
fn a_stack_can_have_any_name_that_cloudformation_takes() -> Result<(), Error> {
    let directory = directory("tree");
    let mut stack = Stack::new("Tree");
    stack.add(pool())?;
    let mut app = App::new();
    app.add(stack)?.outdir(&directory).synth()?;
    assert_eq!(read(&directory, "manifest.json")["artifacts"]["Tree"]["type"], "aws:cloudformation:stack");
    assert_eq!(read(&directory, "tree.json")["tree"]["children"]["Tree"]["children"]["Pool"]["path"], "Tree/Pool");
    Ok(())
}

#[test]
fn a_resource_can_be_a_scope_in_the_tree() -> Result<(), Error> {
    let directory = directory("scope");
    let mut stack = Stack::new("s");
    let scope = stack.scope("Z")?;
    let mut outer = stack.place("Z", user_pool_client! { user_pool_id: "eu-west-1_Ab12Cd34e" })?;
    outer.override_logical_id("ZZZ")?;
    let inner = CfnResource::in_scope(&scope, "A", "AWS::SNS::Topic", json!({}))?;
    stack.add(inner)?.add(outer)?;
    let mut app = App::new();
    app.add(stack)?.outdir(&directory).synth()?;
    let node = &read(&directory, "tree.json")["tree"]["children"]["s"]["children"]["Z"];
    assert_eq!(node["constructInfo"]["fqn"], "cognito-cfn.CfnUserPoolClient");
    assert_eq!(node["attributes"]["aws:cdk:cloudformation:logicalId"], "ZZZ");
    assert_eq!(node["children"]["A"]["path"], "s/Z/A");
    Ok(())
}

#[test]
fn conditions_and_rules_know_parameters_alone() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    stack
        .add(pool())?
        .parameter("Stage", Parameter::string())?
        .condition("A", Condition::equals(pool().reference(), "x"))?
        .rule("R", Rule::new(Condition::equals(cognito_cfn::Intrinsic::reference("Stagee"), "x"), "it is x"))?;
    assert_eq!(lacks(&stack), [("parameter", "Pool".to_owned()), ("parameter", "Stagee".to_owned())]);
    let error = stack.check().expect_err("two names are missing");
    assert!(error.to_string().contains(" --> `condition A` at tests/app.rs:"), "{error}");
    Ok(())
}

#[test]
fn conditions_that_are_made_of_each_other_are_an_error() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    stack
        .add(pool())?
        .condition("O", Condition::not(Condition::named("P")))?
        .condition("P", Condition::not(Condition::named("O")))?;
    let error = stack.check().expect_err("it goes round");
    assert!(matches!(error.kind(), ErrorKind::Cycle { what: "conditions", .. }), "{error}");
    Ok(())
}

#[test]
fn functions_of_a_transform_need_it() -> Result<(), Error> {
    let client = user_pool_client! { user_pool_id: "eu-west-1_Ab12Cd34e", access_token_validity: Length(["a", "b"]) };
    let mut stack = Stack::new("s");
    stack.add(client)?;
    let error = stack.check().expect_err("there is no transform");
    assert!(error.to_string().starts_with("the template is missing the transform `AWS::LanguageExtensions`"));
    stack.transform("AWS::LanguageExtensions");
    assert_eq!(stack.check(), Ok(()));
    Ok(())
}

#[test]
fn what_a_loop_within_a_resource_makes_is_not_known() -> Result<(), Error> {
    let each = json!({
        "Fn::ForEach::Names": ["P", ["DisplayName"], { "${P}": { "Fn::Sub": "${P}-${Stage}" }, "T${P}": { "Ref": "P" } }],
    });
    let mut stack = Stack::new("s");
    stack.transform("AWS::LanguageExtensions").add(CfnResource::new("Topic", "AWS::SNS::Topic", each))?;
    assert_eq!(lacks(&stack), [("resource or parameter", "Stage".to_owned())]);
    Ok(())
}

#[test]
fn a_mapping_with_a_default_need_not_be_there() -> Result<(), Error> {
    let mut stack = Stack::new("s");
    stack.transform("AWS::LanguageExtensions").add(user_pool_client! {
        user_pool_id: "eu-west-1_Ab12Cd34e",
        client_name: FindInMap("Names", "a", "b", "web"),
    })?;
    assert_eq!(stack.check(), Ok(()));
    Ok(())
}

#[test]
fn resources_have_the_shape_of_a_resource() -> Result<(), Error> {
    let resource = |properties| CfnResource::new("R", "AWS::SNS::Topic", properties);
    let mut without_type = resource(json!({}));
    without_type.add_deletion_override("Type")?;
    let mut with_text = resource(json!({}));
    with_text.metadata = Some(json!("text"));
    for (wrong, expected) in [
        (without_type, "`Type` of a resource is missing or not a string"),
        (resource(json!([1, 2])), "`Properties` of a resource is not an object"),
        (resource(json!("text")), "`Properties` of a resource is not an object"),
        (with_text, "`Metadata` of a resource is not an object"),
    ] {
        let mut stack = Stack::new("s");
        stack.add(wrong)?;
        let error = stack.check().expect_err(expected);
        assert!(error.to_string().starts_with(expected), "{error}");
    }
    Ok(())
}

#[test]
fn a_pool_has_the_attributes_that_a_pool_has() -> Result<(), Error> {
    let with = |attribute: &str| -> Result<Stack, Error> {
        let mut stack = Stack::new("s");
        let topic = CfnResource::new("Topic", "AWS::SNS::Topic", json!({ "DisplayName": pool().get_att(attribute) }));
        stack.add(pool())?.add(topic)?;
        Ok(stack)
    };
    for attribute in ["Arn", "ProviderName", "ProviderURL", "UserPoolId"] {
        assert_eq!(with(attribute)?.check(), Ok(()));
    }
    let error = with("ARN")?.check().expect_err("there is no such attribute");
    assert!(error.to_string().ends_with("help: a return value with a similar name exists: `Arn`"), "{error}");
    Ok(())
}

#[test]
fn the_text_of_a_sub_is_looked_into() -> Result<(), Error> {
    for text in ["${}", "${Nope"] {
        let mut stack = Stack::new("s");
        stack.add(CfnResource::new("R", "AWS::SNS::Topic", json!({ "DisplayName": { "Fn::Sub": text } })))?;
        let error = stack.check().expect_err(text);
        assert!(matches!(error.kind(), ErrorKind::Invalid { .. }), "{error}");
    }
    Ok(())
}
