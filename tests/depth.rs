//! Values with more levels than the stack of a thread has room for: 100,000, in a thread with 2 MB.
//!
//! An overflow ends the process, so whatever comes back is a success.

use cognito_cfn::{
    CfnResource, CfnUserPoolClient, Condition, Document, Error, ErrorKind, ForEach, If, Intrinsic, Json, Output,
    Parameter, Rule, Stack, Value, json,
};
use std::thread;

const LEVELS: usize = 100_000;

/// Runs in a thread as small as those that programs start.
fn in_thread(run: impl FnOnce() + Send + 'static) {
    let thread = thread::Builder::new().stack_size(2 << 20).spawn(run).expect("a thread can be started");
    thread.join().expect("nothing panics");
}

/// Lists within each other.
fn nested(levels: usize) -> Json {
    (0..levels).fold(Json::from("x"), |inner, _| Json::Array(vec![inner]))
}

fn choices(levels: usize) -> Value<String> {
    let wrap =
        |then, at| Value::If(Box::new(If { condition: format!("C{at}"), then, otherwise: Intrinsic::NoValue.into() }));
    (0..levels).fold(Value::from("x"), wrap)
}

fn negations(levels: usize) -> Condition {
    (0..levels).fold(Condition::named("IsProd"), |inner, _| Condition::not(inner))
}

fn client() -> CfnUserPoolClient {
    CfnUserPoolClient { user_pool_id: Some("eu-west-1_a".into()), ..CfnUserPoolClient::default() }
}

fn topic() -> CfnResource {
    CfnResource::new("Topic", "AWS::SNS::Topic", json!({}))
}

fn refused<T>(result: Result<T, Error>) {
    let error = result.map(drop).expect_err("it is nested too deep");
    assert!(error.to_string().contains("nested more than 200 levels deep"), "{error}");
}

/// Clients and other resources with a value of many levels in every field that can have one.
fn deep_clients(levels: usize) -> Vec<CfnUserPoolClient> {
    let raw = || Intrinsic::Raw(nested(levels)).into();
    vec![
        CfnUserPoolClient { metadata: Some(nested(levels)), ..client() },
        CfnUserPoolClient { client_name: Some(raw()), ..client() },
        CfnUserPoolClient { client_name: Some(choices(levels)), ..client() },
        CfnUserPoolClient { callback_urls: Some(Value::Literal(vec![choices(levels)])), ..client() },
        CfnUserPoolClient { callback_urls: Some(Value::Literal(vec![raw()])), ..client() },
    ]
}

#[test]
fn a_stack_accepts_no_resource_with_such_a_value() {
    in_thread(|| {
        let mut stack = Stack::new("s");
        for client in deep_clients(LEVELS) {
            refused(stack.add(client));
        }
        let mut metadata = topic();
        metadata.add_metadata("deep", nested(LEVELS));
        refused(stack.add(metadata));
        refused(stack.add(CfnResource::new("R", "AWS::SNS::Topic", nested(LEVELS))));
    });
}

#[test]
fn what_is_set_later_is_an_error_and_rendered_as_far_as_can_be() {
    in_thread(|| {
        for mut deep in deep_clients(LEVELS) {
            let mut stack = Stack::new("s");
            stack.add(client()).and_then(|stack| stack.add(topic())).expect("they are flat");
            let added = stack.get_mut::<CfnUserPoolClient>("UserPoolClient").expect("it was added");
            added.metadata = deep.metadata.take();
            added.client_name = deep.client_name.take();
            added.callback_urls = deep.callback_urls.take();
            refused(stack.check());
            refused(stack.synth());
            assert!(stack.report().errors.len() == 1 || !stack.validate().is_empty());
            assert!(stack.to_json().to_string().contains("null"));
            #[cfg(feature = "yaml")]
            assert!(stack.to_yaml().contains("null"));
        }
        let mut stack = Stack::new("s");
        stack.add(topic()).expect("it is flat");
        stack.get_mut::<CfnResource>("Topic").expect("it was added").properties = nested(LEVELS);
        refused(stack.check());
        assert!(stack.to_json().to_string().contains("null"));
    });
}

#[test]
fn a_resource_alone_renders_and_judges_such_a_value() {
    in_thread(|| {
        for mut client in deep_clients(LEVELS) {
            assert!(client.to_json().to_string().contains("null"));
            client.validate();
            // JSON in a field of the user is dropped as `serde_json` does it.
            std::mem::forget(client.metadata.take());
        }
    });
}

#[test]
fn no_section_accepts_such_a_value() {
    in_thread(|| {
        let mut stack = Stack::new("s");
        refused(stack.condition("C", negations(LEVELS)));
        refused(stack.condition("C", nested(LEVELS)));
        refused(stack.mapping("M", nested(LEVELS)));
        refused(stack.output("O", Output::new(nested(LEVELS))));
        refused(stack.parameter("P", Parameter::string().with("Default", nested(LEVELS))));
        let fragment: Json =
            [("${Name}".to_owned(), nested(LEVELS))].into_iter().collect::<serde_json::Map<_, _>>().into();
        refused(ForEach::new("L", "Name", ["a"], fragment).and_then(|each| stack.for_each(each).map(drop)));
        drop(negations(LEVELS));
        drop(Rule::new(negations(LEVELS), "it is"));
        drop(choices(LEVELS));
        drop(Intrinsic::Raw(nested(LEVELS)));
    });
}

#[test]
fn no_override_is_that_deep() {
    in_thread(|| {
        let mut client = client();
        let path = |parts: usize| vec!["a"; parts].join(".");
        for parts in [101, LEVELS] {
            let error = client.add_override(path(parts), 1).map(drop).expect_err("it has too many parts");
            assert!(matches!(error.kind(), ErrorKind::InvalidOverridePath { .. }), "{error}");
            assert!(error.to_string().contains("has more than 100 parts"), "{error}");
        }
        client.add_override(path(100), 1).expect("it has 100 parts");
        refused(client.add_override("Metadata.a", nested(LEVELS)));
        assert!(client.add_override("", nested(LEVELS)).is_err(), "the value is dropped as well");
        refused(client.add_override(path(100), nested(101)));
        client.add_override(path(100), nested(100)).expect("both have 200 levels");
        let mut stack = Stack::new("s");
        stack.add(client).expect("its fields are flat");
        stack.to_json();
        stack.report();
    });
}

#[test]
fn no_reader_overflows() {
    in_thread(|| {
        let json = format!("{{\"Resources\": {}{}}}", "[".repeat(LEVELS), "]".repeat(LEVELS));
        assert!(Stack::from_template("s", &json).is_err());
        assert!(Document::read(&json).is_err());
        #[cfg(feature = "yaml")]
        {
            let yaml = format!("Resources: {}{}", "[".repeat(LEVELS), "]".repeat(LEVELS));
            assert!(Stack::from_template("s", &yaml).is_err());
        }
        let deep = json!({ "Type": "AWS::Cognito::UserPoolClient", "Resources": {} });
        let Json::Object(mut members) = deep else { panic!("it is an object") };
        members.insert("Properties".into(), nested(LEVELS));
        let deep = Json::Object(members);
        refused(Stack::from_json("s", &deep));
        refused(CfnUserPoolClient::from_json("Web", &deep));
        refused(CfnResource::from_json("Web", &deep));
        // `serde_json` drops it with recursion.
        std::mem::forget(deep);
    });
}

#[test]
fn what_is_accepted_is_rendered_whole() {
    in_thread(|| {
        let mut stack = Stack::new("s");
        let mut client = client();
        client.metadata = Some(json!({ "deep": nested(190) }));
        client.client_name = Some(choices(90));
        stack.add(client).expect("it has fewer levels than 200");
        stack.condition("C", negations(80)).expect("it has fewer levels than 200");
        let rendered = stack.to_json();
        assert!(!rendered.to_string().contains("null"));
        assert_eq!(rendered["Resources"]["UserPoolClient"]["Metadata"]["deep"], nested(190));
        let errors = stack.report().errors;
        assert!(errors.iter().all(|error| !error.to_string().contains("nested more")), "{errors:?}");
    });
}
