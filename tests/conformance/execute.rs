//! Programs, executed by the runtime.

use crate::typed;
use cognito_cfn::{
    App, CfnResource, CfnUserPoolClient, DeletionPolicy, EnumValue, Error, ErrorKind, Json, Node, RemovalPolicy,
    RemovalPolicyOptions, Scope, Stack, TreeInspector, UpdateReplacePolicy, json,
};
use cognito_cfn_schema::client;
use cognito_cfn_schema::property::Kind;
use serde_json::Map;
use std::collections::BTreeMap;

/// What came of a program.
#[derive(Debug, PartialEq)]
pub(crate) struct Outcome {
    pub(crate) templates: BTreeMap<String, Json>,
    pub(crate) dependencies: BTreeMap<String, Vec<String>>,
    pub(crate) recorded: Vec<Json>,
}

enum ResourceState {
    Client(Box<CfnUserPoolClient>),
    Resource(Box<CfnResource>),
}

/// One call on whichever of the two it is.
macro_rules! on {
    ($element:expr, $resource:ident => $call:expr) => {
        match $element {
            ResourceState::Client($resource) => $call,
            ResourceState::Resource($resource) => $call,
        }
    };
}

pub(crate) fn execute(program: &Json) -> Result<Outcome, Error> {
    let names = program["stacks"].as_array().expect("stacks");
    let mut stacks: Vec<Stack> = names.iter().map(|name| Stack::new(text(name))).collect();
    let mut elements: BTreeMap<String, ResourceState> = BTreeMap::new();
    let mut recorded = Vec::new();
    for step in program["steps"].as_array().expect("steps") {
        if let Some(name) = step["as"].as_str() {
            elements.insert(name.to_owned(), create(step, &mut stacks)?);
            continue;
        }
        run(step, &mut elements, &mut stacks, &mut recorded)?;
    }
    for element in elements.into_values() {
        let stack = on!(&element, resource => resource.stack().expect("it was placed").to_owned());
        let stack = stacks.iter_mut().find(|known| known.name() == stack).expect("a stack of the program");
        match element {
            ResourceState::Client(client) => stack.add(*client)?,
            ResourceState::Resource(resource) => stack.add(*resource)?,
        };
    }
    let templates = stacks.iter().map(|stack| (stack.name().to_owned(), template(stack))).collect();
    let dependencies = stacks.iter().map(|stack| {
        let mut others: Vec<String> = stack.dependencies().into_iter().map(str::to_owned).collect();
        others.sort();
        (stack.name().to_owned(), others)
    });
    let dependencies = dependencies.collect();
    circles(stacks)?;
    Ok(Outcome { templates, dependencies, recorded })
}

/// A stack without anything is `{}` to the CDK.
fn template(stack: &Stack) -> Json {
    let mut template = stack.to_json();
    if let Json::Object(sections) = &mut template {
        sections.retain(|_, section| *section != json!({}));
    }
    template
}

/// Stacks that depend on each other. What else is wrong with the app is not what the programs are about.
fn circles(stacks: Vec<Stack>) -> Result<(), Error> {
    let mut app = App::new();
    for stack in stacks {
        app.add(stack)?;
    }
    let is_circle = |error: &Error| matches!(error.kind(), ErrorKind::Cycle { what: "stacks", .. });
    match app.check() {
        Err(error) if is_circle(&error) => Err(error),
        Err(error) => match error.kind() {
            ErrorKind::Multiple(errors) => errors.iter().find(|error| is_circle(error)).cloned().map_or(Ok(()), Err),
            _ => Ok(()),
        },
        Ok(()) => Ok(()),
    }
}

fn create(step: &Json, stacks: &mut [Stack]) -> Result<ResourceState, Error> {
    let at: Vec<&str> = step["at"].as_array().expect("a path").iter().map(text).collect();
    let (stack, scopes, id) = match at.as_slice() {
        [stack, scopes @ .., id] => (stack, scopes, id),
        _ => panic!("a path is a stack and an id"),
    };
    let stack = stacks.iter().find(|known| known.name() == *stack).expect("a stack of the program");
    let scope = scopes.iter().try_fold(None::<Scope>, |scope, id| {
        scope.map_or_else(|| stack.scope(id), |scope| scope.scope(id)).map(Some)
    })?;
    let client = step["props"].as_object().map(|props| typed::client(&named(props, client::ALL)));
    Ok(match (client, scope) {
        (Some(client), Some(scope)) => ResourceState::Client(Box::new(scope.place(id, client)?)),
        (Some(client), None) => ResourceState::Client(Box::new(stack.place(id, client)?)),
        (None, scope) => {
            let (of, properties) = (text(&step["type"]), step["properties"].clone());
            let scope = scope.unwrap_or_else(|| stack.root());
            ResourceState::Resource(Box::new(CfnResource::in_scope(&scope, id, of, properties)?))
        }
    })
}

/// Properties under the names of CloudFormation.
fn named(props: &Map<String, Json>, rows: &[&cognito_cfn_schema::Property]) -> Map<String, Json> {
    let renamed = props.iter().map(|(name, value)| {
        let row = rows.iter().find(|row| row.typescript == name).expect("a property of the class");
        let value = match (&row.kind, value) {
            (Kind::Block(block), Json::Object(members)) => Json::Object(named(members, block.members)),
            _ => value.clone(),
        };
        (row.cloudformation.to_owned(), value)
    });
    renamed.collect()
}

fn run(
    step: &Json,
    elements: &mut BTreeMap<String, ResourceState>,
    stacks: &mut [Stack],
    recorded: &mut Vec<Json>,
) -> Result<(), Error> {
    let name = text(&step["on"]);
    let mut element = elements.remove(name).expect("an element of the program");
    let itself = on!(&element, resource => stand_in(resource.node(), resource.logical_id()));
    let target = |key: &str| match elements.get(text(&step[key])) {
        Some(other) => on!(other, resource => stand_in(resource.node(), resource.logical_id())),
        None => itself.clone(),
    };
    let value = || step["value"].clone();
    let path = || text(&step["path"]);
    on!(&mut element, resource => match text(&step["do"]) {
        "add_override" => { resource.add_override(path(), value())?; }
        "add_deletion_override" => { resource.add_deletion_override(path())?; }
        "add_property_override" => { resource.add_property_override(path(), value())?; }
        "add_property_deletion_override" => { resource.add_property_deletion_override(path())?; }
        "add_metadata" => { resource.add_metadata(text(&step["key"]), value()); }
        "get_metadata" => recorded.push(resource.get_metadata(text(&step["key"])).cloned().unwrap_or_default()),
        "add_dependency" => { resource.add_dependency(&target("target")); }
        "remove_dependency" => { resource.remove_dependency(&target("target")); }
        "replace_dependency" => { resource.replace_dependency(&target("target"), &target("new_target"))?; }
        "obtain_dependencies" => {
            recorded.push(resource.obtain_dependencies().iter().map(|other| other.node().path()).collect());
        }
        "apply_removal_policy" => {
            resource.apply_removal_policy(RemovalPolicyOptions {
                policy: policy(&step["policy"]),
                default: policy(&step["default"]),
                apply_to_update_replace_policy: step["apply_to_update_replace_policy"].as_bool().unwrap_or(true),
            })?;
        }
        "override_logical_id" => { resource.override_logical_id(text(&step["id"]))?; }
        "to_string" => recorded.push(json!(resource.to_string())),
        "logical_id" => recorded.push(json!(resource.logical_id())),
        "node" => recorded.push(json!({ "path": resource.node().path(), "id": resource.node().id() })),
        "ref" => recorded.push(json!(resource.reference())),
        "set_option" => {
            let stack = resource.stack().expect("it was placed").to_owned();
            let options = resource.cfn_options();
            let text = || step["value"].as_str().expect("text").to_owned();
            match step["name"].as_str().expect("a name") {
                "version" => *options.version = Some(text()),
                "description" => *options.description = Some(text()),
                "creationPolicy" => *options.creation_policy = Some(value()),
                "updatePolicy" => *options.update_policy = Some(value()),
                "deletionPolicy" => *options.deletion_policy = DeletionPolicy::from_value(&text()).map(Into::into),
                "updateReplacePolicy" => *options.update_replace_policy = UpdateReplacePolicy::from_value(&text()).map(Into::into),
                _ => {
                    *options.condition = Some(text());
                    let stack = stacks.iter_mut().find(|known| known.name() == stack).expect("a stack");
                    // The program makes the condition with whoever asks first.
                    let _ = stack.condition(text(), json!({ "Fn::Equals": ["a", "a"] }));
                }
            }
        }
        _ => {}
    });
    match (text(&step["do"]), &element) {
        ("get_att", ResourceState::Client(client)) => recorded.push(json!(client.get_att(text(&step["name"]))?)),
        ("get_att", ResourceState::Resource(resource)) => recorded.push(json!(resource.get_att(text(&step["name"])))),
        ("inspect", ResourceState::Client(client)) => {
            let mut inspector = TreeInspector::new();
            client.inspect(&mut inspector);
            recorded.push(json!(inspector.attributes()));
        }
        _ => {}
    }
    elements.insert(name.to_owned(), element);
    Ok(())
}

/// A resource at the same place with the same name: all that a dependency asks of its target.
fn stand_in(node: Node, logical_id: &str) -> CfnResource {
    let stack = Stack::new(node.stack().expect("it was placed"));
    let path = node.path();
    let ids: Vec<&str> = path.split('/').skip(1).collect();
    let (scopes, id) = ids.split_at(ids.len() - 1);
    let scope = scopes.iter().fold(stack.root(), |scope, id| scope.scope(id).expect("an id"));
    let resource = CfnResource::new(logical_id, "AWS::Any", json!({}));
    scope.place(id[0], resource).expect("an id")
}

fn policy(json: &Json) -> Option<RemovalPolicy> {
    Some(match json.as_str()? {
        "destroy" => RemovalPolicy::Destroy,
        "retain" => RemovalPolicy::Retain,
        "snapshot" => RemovalPolicy::Snapshot,
        _ => RemovalPolicy::RetainOnUpdateOrDelete,
    })
}

fn text(json: &Json) -> &str {
    json.as_str().expect("text")
}
