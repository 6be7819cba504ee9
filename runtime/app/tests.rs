//! What no caller can see: how often a resource is rendered and checked, and a folder that changes during a run.

use super::App;
use super::staging::Staging;
use crate::construct::Node;
use crate::json::Json;
use crate::resource::sealed::Sealed;
use crate::resource::{CfnUserPoolClient, Rendered, Resource, ResourceState};
use crate::stack::Stack;
use crate::{Error, Output};
use cognito_cfn_schema::Finding;
use cognito_cfn_schema::stack_context::StackContext;
use std::fs;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

#[derive(Debug, Default)]
struct Counts {
    rendered: AtomicUsize,
    validated: AtomicUsize,
    validated_in_stack: AtomicUsize,
}

impl Counts {
    fn take(&self) -> [usize; 3] {
        [&self.rendered, &self.validated, &self.validated_in_stack].map(|count| count.swap(0, Ordering::Relaxed))
    }
}

/// A client that counts.
#[derive(Debug)]
struct Counted {
    client: CfnUserPoolClient,
    counts: Arc<Counts>,
}

impl Sealed for Counted {
    fn state(&self) -> &ResourceState {
        self.client.state()
    }

    fn state_mut(&mut self) -> &mut ResourceState {
        self.client.state_mut()
    }

    fn construct_name(&self) -> &'static str {
        self.client.construct_name()
    }

    fn is_deep(&self) -> bool {
        self.client.is_deep()
    }

    fn dismantle(&mut self) {
        self.client.dismantle();
    }

    fn render(&self) -> Rendered {
        self.counts.rendered.fetch_add(1, Ordering::Relaxed);
        self.client.render()
    }

    fn validate_in_stack(&self, context: &StackContext<'_>) -> Vec<Finding> {
        self.counts.validated_in_stack.fetch_add(1, Ordering::Relaxed);
        self.client.validate_in_stack(context)
    }
}

impl Resource for Counted {
    fn logical_id(&self) -> &str {
        self.client.logical_id()
    }

    fn set_logical_id(&mut self, logical_id: String) -> Result<(), Error> {
        self.client.set_logical_id(logical_id)
    }

    fn cfn_resource_type(&self) -> &str {
        self.client.cfn_resource_type()
    }

    fn depends_on(&self) -> &[String] {
        &self.client.depends_on
    }

    fn validate(&self) -> Vec<Finding> {
        self.counts.validated.fetch_add(1, Ordering::Relaxed);
        self.client.validate()
    }

    fn node(&self) -> Node {
        self.client.node()
    }
}

/// A stack with an override, an output and a parameter with a default, so that every check has something to look at.
fn stack(counts: &Arc<Counts>) -> Stack {
    let mut client = CfnUserPoolClient { user_pool_id: Some("eu-west-1_a".into()), ..CfnUserPoolClient::default() };
    client.add_override("Properties.ClientName", "web").expect("a path");
    let mut stack = Stack::new("identity");
    let output = Output::new(client.reference());
    stack.output("ClientId", output).expect("a free id");
    stack.parameter("Stage", crate::Parameter::string().default("dev")).expect("a free id");
    stack.add(Counted { client, counts: Arc::clone(counts) }).expect("a free id");
    stack
}

#[test]
fn each_way_out_of_a_stack_renders_and_checks_a_resource_once() {
    let counts = Arc::new(Counts::default());
    let stack = stack(&counts);
    stack.check().expect("nothing is wrong");
    assert_eq!(counts.take(), [1, 1, 1], "check");
    assert!(!stack.validate().is_empty(), "sign-in errors reveal whether a user exists");
    assert_eq!(counts.take(), [1, 1, 1], "validate");
    let json = stack.to_json();
    assert_eq!(json.pointer("/Resources/UserPoolClient/Properties/ClientName"), Some(&Json::from("web")));
    assert_eq!(counts.take(), [1, 0, 0], "to_json");
    assert_eq!(stack.missing_transform(), None);
    assert_eq!(counts.take(), [1, 0, 0], "missing_transform");
}

#[test]
fn synth_renders_and_checks_a_resource_once() {
    let counts = Arc::new(Counts::default());
    let mut app = App::new();
    let directory = std::env::temp_dir().join(format!("cognito-cfn-counts-{}", std::process::id()));
    app.outdir(&directory).add(stack(&counts)).expect("a free name");
    app.check().expect("nothing is wrong");
    assert_eq!(counts.take(), [1, 1, 1], "check");
    app.synth().expect("nothing is wrong");
    assert_eq!(counts.take(), [1, 1, 1], "synth");
    let manifest = fs::read_to_string(directory.join("manifest.json")).expect("it was written");
    assert!(manifest.contains("MI01"), "the manifest has the warnings: {manifest}");
    fs::remove_dir_all(&directory).expect("it was made");
}

/// The files of a directory after a run during which a directory takes the place of one, and the error of that run.
fn blocked(name: &str) -> (Vec<(String, String)>, String) {
    let directory = std::env::temp_dir().join(format!("cognito-cfn-{name}-{}", std::process::id()));
    fs::create_dir_all(&directory).expect("it can be written");
    let mut staging = Staging::new(&directory).expect("it can be written");
    for name in ["a", "b", "manifest.json"] {
        fs::write(directory.join(name), "old").expect("it can be written");
        staging.write(name, "new").expect("it can be written");
    }
    fs::remove_file(directory.join(name)).expect("it was written");
    fs::create_dir_all(directory.join(name).join("in-the-way")).expect("it can be written");
    let error = staging.replace().expect_err("a file cannot replace a directory").to_string();
    let entries = fs::read_dir(&directory).expect("it is there").flatten().filter(|entry| entry.path().is_file());
    let text = |path| fs::read_to_string(path).expect("it is text");
    let mut files: Vec<_> =
        entries.map(|entry| (entry.file_name().display().to_string(), text(entry.path()))).collect();
    files.sort();
    fs::remove_dir_all(&directory).expect("it was made");
    (files, error.replace(directory.to_str().unwrap_or_default(), ""))
}

#[test]
fn files_of_two_runs_are_under_no_manifest() {
    let owned = |files: &[(&str, &str)]| -> Vec<(String, String)> {
        files.iter().map(|(name, text)| (name.to_string(), text.to_string())).collect()
    };
    let (files, error) = blocked("b");
    assert_eq!(files, owned(&[("a", "new")]), "the manifest is taken away");
    assert!(error.starts_with("`/b` cannot be written: "), "{error}");
    assert!(error.contains("; `a` was replaced before, and the manifest removed\n"), "{error}");

    let (files, error) = blocked("a");
    assert_eq!(files, owned(&[("b", "old"), ("manifest.json", "old")]), "the manifest is put back");
    assert!(error.starts_with("`/a` cannot be written: ") && !error.contains("replaced"), "{error}");
}
