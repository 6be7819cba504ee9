//! The cloud assembly: the files that the `cdk` command line reads.

use super::staging::Staging;
use crate::by_name::ByName;
use crate::construct::TreeInspector;
use crate::error::Error;
use crate::json::{Json, object, object_of_present, sort};
use crate::resource::Resource;
use crate::stack::{Analysis, Stack, text_of};
use crate::warning::Warning;
use serde_json::{Map, json};
use std::path::{Path, PathBuf};

/// The version of the format. Command lines read older versions too.
const VERSION: &str = "36.0.0";
const MANIFEST: &str = "manifest.json";
const TREE: &str = "tree.json";

/// What [`App::synth`](crate::App::synth) wrote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CloudAssembly {
    directory: PathBuf,
}

impl CloudAssembly {
    #[inline]
    pub(crate) fn new(directory: PathBuf) -> Self {
        Self { directory }
    }

    /// The directory it is in.
    #[inline]
    pub fn directory(&self) -> &Path {
        &self.directory
    }
}

/// The files of an assembly, in the order in which they are written: the manifest comes last.
pub(crate) struct Files(Vec<(String, Json)>);

impl Files {
    /// All of them, in memory. `with_paths` adds the path of each resource to its metadata.
    #[inline]
    pub(crate) fn of(stacks: Vec<(Analysis<'_>, Vec<Warning>)>, with_paths: bool) -> Self {
        let mut files = Vec::new();
        let mut artifacts = Map::new();
        let tree = tree(&stacks);
        for (analysis, warnings) in stacks {
            let stack = analysis.stack();
            artifacts.insert(stack.name().to_owned(), artifact(stack, &warnings));
            files.push((template_file(stack), template(analysis, with_paths)));
        }
        // No stack can have that name.
        artifacts.insert("cdk_tree".to_owned(), json!({ "type": "cdk:tree", "properties": { "file": TREE } }));
        files.push((TREE.to_owned(), tree));
        files.push(("cdk.out".to_owned(), json!({ "version": VERSION })));
        files.push((MANIFEST.to_owned(), json!({ "version": VERSION, "artifacts": artifacts })));
        Self(files)
    }

    /// Writes all of them before the first replaces an old one, so that a full disk leaves no partial assembly.
    #[inline]
    pub(crate) fn write(&self, directory: &Path) -> Result<(), Error> {
        let mut staging = Staging::new(directory)?;
        for (name, json) in &self.0 {
            staging.write(name, &text_of(&sort(json)))?;
        }
        staging.replace()
    }
}

#[inline]
fn template_file(stack: &Stack) -> String {
    format!("{}.template.json", stack.name())
}

#[inline]
fn template(analysis: Analysis<'_>, with_paths: bool) -> Json {
    let stack = analysis.stack();
    let mut template = analysis.into_template();
    for resource in stack.resources().filter(|_| with_paths) {
        let path = Json::from(resource.node().path());
        if let Some(Json::Object(members)) = template.pointer_mut(&format!("/Resources/{}", resource.logical_id()))
            && let Json::Object(metadata) = members.entry("Metadata").or_insert_with(|| json!({}))
        {
            metadata.entry("aws:cdk:path").or_insert(path);
        }
    }
    template
}

/// The entry of a stack in the manifest. Without roles, the command line deploys with the credentials it has, and no
/// account has to be prepared for it.
#[inline]
fn artifact(stack: &Stack, warnings: &[Warning]) -> Json {
    let environment = stack.environment();
    let dependencies = stack.dependencies();
    let account = environment.account.as_deref().unwrap_or("unknown-account");
    let region = environment.region.as_deref().unwrap_or("unknown-region");
    let tags = (!environment.tags.is_empty()).then(|| json!(environment.tags));
    object_of_present(vec![
        ("type", Some(json!("aws:cloudformation:stack"))),
        ("environment", Some(Json::from(format!("aws://{account}/{region}")))),
        ("displayName", Some(Json::from(stack.name()))),
        ("metadata", Some(metadata(stack, warnings))),
        ("dependencies", (!dependencies.is_empty()).then(|| json!(dependencies))),
        (
            "properties",
            Some(object_of_present(vec![
                ("templateFile", Some(Json::from(template_file(stack)))),
                ("terminationProtection", Some(Json::from(environment.termination_protection))),
                ("validateOnSynth", Some(Json::Bool(false))),
                ("tags", tags),
            ])),
        ),
    ])
}

/// What the command line prints about each construct: its logical id, where it was created, and its warnings.
#[inline]
fn metadata(stack: &Stack, warnings: &[Warning]) -> Json {
    let mut entries: ByName<String, Vec<Json>> = ByName::new();
    for resource in stack.resources() {
        let trace: Vec<String> = resource.state().created.iter().map(ToString::to_string).collect();
        // A deployment that fails prints this trace under the resource that failed.
        let id = json!({ "type": "aws:cdk:logicalId", "data": resource.logical_id(), "trace": trace });
        entries.insert(format!("/{}", resource.node().path()), vec![id]);
    }
    for warning in warnings {
        let trace: Vec<String> = warning.location().iter().map(ToString::to_string).collect();
        let entry = json!({ "type": "aws:cdk:warning", "data": warning.without_place(), "trace": trace });
        let own = format!("/{}", warning.resource());
        // Outputs have no place in the tree.
        let path = if entries.contains_key(&own) { own } else { format!("/{}", stack.name()) };
        entries.or_default(path).push(entry);
    }
    object(entries.iter().map(|(path, entries)| (path.as_str(), Json::from(entries.clone()))).collect())
}

/// The constructs of the app, each within its scope.
#[inline]
fn tree(stacks: &[(Analysis<'_>, Vec<Warning>)]) -> Json {
    let mut root = construct("App", "", "App");
    for stack in stacks.iter().map(|(analysis, _)| analysis.stack()) {
        insert(&mut root, stack.name(), construct(stack.name(), stack.name(), "Stack"));
        for resource in stack.resources() {
            place(&mut root, resource);
        }
    }
    json!({ "version": "tree-0.1", "tree": root })
}

#[inline]
fn place(root: &mut Json, resource: &dyn Resource) {
    let node = resource.node();
    let path = node.path();
    let Some(mut scope) = node.stack().and_then(|stack| root.pointer_mut("/children")?.get_mut(stack)) else { return };
    let mut so_far = node.stack().unwrap_or_default().to_owned();
    let (scopes, id) = match node.ids() {
        [scopes @ .., id] => (scopes, id),
        [] => return,
    };
    for id in scopes {
        so_far = format!("{so_far}/{id}");
        insert(scope, id, construct(id, &so_far, "Scope"));
        match scope.get_mut("children").and_then(|children| children.get_mut(id)) {
            Some(inner) => scope = inner,
            None => return,
        }
    }
    let class = resource.construct_name();
    let mut inspector = TreeInspector::new();
    resource.inspect(&mut inspector);
    let mut leaf = construct(id, &path, class);
    if let Some(members) = leaf.as_object_mut() {
        members.insert("attributes".into(), json!(inspector.attributes()));
    }
    insert(scope, id, leaf);
}

#[inline]
fn construct(id: &str, path: &str, class: &str) -> Json {
    let info = object(vec![
        ("fqn", Json::from(format!("cognito-cfn.{class}"))),
        ("version", Json::from(env!("CARGO_PKG_VERSION"))),
    ]);
    json!({ "id": id, "path": path, "constructInfo": info })
}

/// Puts a construct into its scope. A resource can be a scope of others, too: then it replaces that.
#[inline]
fn insert(scope: &mut Json, id: &str, child: Json) {
    let Json::Object(members) = scope else { return };
    let Some(children) = members.entry("children").or_insert_with(|| json!({})).as_object_mut() else { return };
    match (children.get_mut(id).and_then(Json::as_object_mut), child) {
        (Some(known), Json::Object(child)) if child.contains_key("attributes") => known.extend(child),
        (Some(_), _) => {}
        (None, child) => {
            children.insert(id.to_owned(), child);
        }
    }
}
