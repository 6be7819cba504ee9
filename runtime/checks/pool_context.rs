//! What the rules need to know about a client's pool, read from the JSON of the other resources.

use super::Snapshot;
use super::references::{Reference, dependencies, references};
use crate::json::Json;
use cognito_cfn_schema::stack_context::{Domain, Fact, Pool, Provider, ResourceServer, SchemaAttribute, StackContext};
use serde_json::Map;
use std::collections::{BTreeMap, BTreeSet};

/// The JSON of the resources, by logical id.
type Resources<'s> = BTreeMap<&'s str, &'s Json>;

const POOL: &str = "AWS::Cognito::UserPool";
const SERVER: &str = "AWS::Cognito::UserPoolResourceServer";
const PROVIDER: &str = "AWS::Cognito::UserPoolIdentityProvider";
const DOMAIN: &str = "AWS::Cognito::UserPoolDomain";
const BRANDING: &str = "AWS::Cognito::ManagedLoginBranding";
/// What can give a pool more than the stack shows: nested stacks and code of the user's own.
const OPAQUE: &[&str] = &["AWS::CloudFormation::Stack", "AWS::CloudFormation::CustomResource"];

/// What the contexts of all clients of a stack are read from, so that no template is searched once for each client.
pub(super) struct Index<'s> {
    rendered: Resources<'s>,
    /// What each resource depends on.
    dependencies: BTreeMap<&'s str, Vec<&'s str>>,
    /// The servers, providers and domains with a `UserPoolId` that refers to the pool of the key.
    of_pool: BTreeMap<&'s str, Vec<(&'s str, &'s Json)>>,
    /// The clients that a branding style refers to.
    branded: BTreeSet<&'s str>,
    /// What resources refer to that may change it unseen.
    reached: BTreeSet<&'s str>,
    /// What exported outputs refer to.
    exported: BTreeSet<&'s str>,
    /// Who asks for which return value of the resource of the key.
    return_values_read: BTreeMap<&'s str, Vec<(&'s str, &'s str)>>,
}

impl<'s> Index<'s> {
    pub(super) fn new(snapshot: &'s Snapshot<'s>) -> Self {
        let mut index = Self {
            rendered: snapshot.resources.iter().map(|(id, rendered)| (*id, &rendered.json)).collect(),
            dependencies: BTreeMap::new(),
            of_pool: BTreeMap::new(),
            branded: BTreeSet::new(),
            reached: BTreeSet::new(),
            exported: BTreeSet::new(),
            return_values_read: BTreeMap::new(),
        };
        for (id, rendered) in &snapshot.resources {
            index.read(id, &rendered.json);
        }
        for (id, entry) in &snapshot.sections.outputs {
            index.read_return_values(id, &entry.json);
            if entry.json.get("Export").is_some() {
                index.exported.extend(named(&entry.json));
            }
        }
        index
    }

    fn read(&mut self, id: &'s str, json: &'s Json) {
        let dependencies = dependencies(json);
        if is_opaque(json) {
            self.reached.extend(&dependencies);
        }
        self.dependencies.insert(id, dependencies);
        let of_pool = property(json, "UserPoolId").filter(|_| [SERVER, PROVIDER, DOMAIN].contains(&kind(json)));
        let pools: BTreeSet<&str> = of_pool.map(named).unwrap_or_default().into_iter().collect();
        for pool in pools {
            self.of_pool.entry(pool).or_default().push((id, json));
        }
        if kind(json) == BRANDING {
            self.branded.extend(named(json));
        }
        self.read_return_values(id, json);
    }

    fn read_return_values(&mut self, who: &'s str, json: &'s Json) {
        for reference in references(json) {
            if let Reference::Attribute(named, Some(attribute)) = reference {
                self.return_values_read.entry(named).or_default().push((who, attribute));
            }
        }
    }

    /// All resources that it depends on, directly or through others.
    fn all_dependencies(&self, id: &str) -> BTreeSet<&'s str> {
        let mut found = BTreeSet::new();
        let mut next: Vec<&str> = self.dependencies.get(id).cloned().unwrap_or_default();
        while let Some(id) = next.pop() {
            if found.insert(id) {
                next.extend(self.dependencies.get(id).into_iter().flatten());
            }
        }
        found
    }
}

/// Reads what the stack has for the client of that logical id, and for its pool.
pub(super) fn read<'s>(
    snapshot: &'s Snapshot<'s>,
    index: &Index<'s>,
    id: &'s str,
    depends_on: &'s [String],
) -> StackContext<'s> {
    let rendered = &index.rendered;
    let pool_id = rendered.get(id).and_then(|client| property(client, "UserPoolId"));
    let mut context = StackContext {
        depends_on,
        region: snapshot.region,
        return_values_read: index.return_values_read.get(id).cloned().unwrap_or_default(),
        ..StackContext::default()
    };
    let Some(named) = pool_id.and_then(named_by) else { return context };
    let Some(json) = rendered.get(named.0) else { return context };
    match (kind(json), named.1) {
        (POOL, None | Some("UserPoolId")) => {}
        (POOL, Some(attribute)) => {
            context.not_a_pool = Some((format!("{}.{attribute}", named.0), "another attribute of the pool".into()));
            return context;
        }
        (other, None) if other.starts_with("AWS::Cognito::") => {
            context.not_a_pool = Some((named.0.to_owned(), format!("of the type `{other}`")));
            return context;
        }
        _ => return context,
    }
    let pool = named.0;
    let dependencies = index.all_dependencies(id);
    let of_pool = |of: &'static str| {
        let all = index.of_pool.get(pool).into_iter().flatten().copied();
        all.filter(move |(_, json)| kind(json) == of)
    };
    context.is_complete = !snapshot.sections.generate_names() && !has_transform(json) && !index.reached.contains(pool);
    // Another stack that imports the pool can add to it.
    context.is_complete &= !index.exported.contains(pool);
    context.pool = Some(read_pool(pool, json));
    context.resource_servers = of_pool(SERVER)
        .map(|(id, json)| ResourceServer {
            logical_id: id,
            identifier: text(property(json, "Identifier")),
            scopes: texts(property(json, "Scopes"), |scope| scope.get("ScopeName")),
            is_dependency: dependencies.contains(id),
        })
        .collect();
    context.providers = of_pool(PROVIDER)
        .map(|(id, json)| Provider {
            logical_id: id,
            name: text(property(json, "ProviderName")),
            mapped_attributes: keys(property(json, "AttributeMapping")),
            is_dependency: dependencies.contains(id),
        })
        .collect();
    for (_, json) in of_pool(DOMAIN) {
        let is_managed = property(json, "ManagedLoginVersion").is_some_and(|version| *version == 2 || version == "2");
        context.domain = if is_managed { Domain::ManagedLogin } else { Domain::Classic };
    }
    context.has_branding = index.branded.contains(id);
    context
}

fn read_pool<'s>(logical_id: &'s str, json: &'s Json) -> Pool<'s> {
    let schema = property(json, "Schema");
    let names = texts(schema, |attribute| attribute.get("Name"));
    let is_required = |attribute: &Json| matches!(attribute.get("Required"), Some(Json::Bool(true)));
    let attributes = match (names, schema.and_then(Json::as_array)) {
        (Fact::Known(names), Some(items)) => {
            let attribute = |(name, item)| SchemaAttribute { name, is_required: is_required(item) };
            Fact::Known(names.into_iter().zip(items).map(attribute).collect())
        }
        (Fact::Absent, _) => Fact::Absent,
        _ => Fact::Unknown,
    };
    Pool {
        logical_id,
        tier: text(property(json, "UserPoolTier")),
        attributes,
        triggers: keys(property(json, "LambdaConfig")),
    }
}

fn kind(json: &Json) -> &str {
    json.get("Type").and_then(Json::as_str).unwrap_or_default()
}

fn property<'s>(json: &'s Json, name: &str) -> Option<&'s Json> {
    json.get("Properties")?.get(name)
}

/// The resource that a value is, and the attribute where it is one.
fn named_by(value: &Json) -> Option<(&str, Option<&str>)> {
    match references(value).as_slice() {
        [Reference::Ref(id)] if value.get("Ref").is_some() => Some((id, None)),
        [Reference::Attribute(id, attribute)] if value.get("Fn::GetAtt").is_some() => Some((id, *attribute)),
        _ => None,
    }
}

/// The resources that the JSON refers to.
fn named(json: &Json) -> Vec<&str> {
    let named = references(json).into_iter().filter_map(|reference| match reference {
        Reference::Ref(named) | Reference::Attribute(named, _) => Some(named),
        _ => None,
    });
    named.collect()
}

/// Whether a macro fills in some of the JSON.
fn has_transform(json: &Json) -> bool {
    match json {
        Json::Array(items) => items.iter().any(has_transform),
        Json::Object(members) => members.iter().any(|(name, value)| name == "Fn::Transform" || has_transform(value)),
        _ => false,
    }
}

/// Whether what the resource does to a pool is not known: those of AWS itself, but for two, give it nothing unseen.
fn is_opaque(json: &Json) -> bool {
    !kind(json).starts_with("AWS::") || OPAQUE.contains(&kind(json))
}

fn text(json: Option<&Json>) -> Fact<&str> {
    match json {
        None => Fact::Absent,
        Some(Json::String(text)) if !text.contains("{{resolve:") => Fact::Known(text),
        Some(_) => Fact::Unknown,
    }
}

/// A text of each item of a list, if all of them are known.
fn texts<'s>(json: Option<&'s Json>, of_item: impl Fn(&'s Json) -> Option<&'s Json>) -> Fact<Vec<&'s str>> {
    let items = match json {
        None => return Fact::Absent,
        Some(Json::Array(items)) => items,
        Some(_) => return Fact::Unknown,
    };
    let known = items.iter().map(|item| match text(of_item(item)) {
        Fact::Known(text) => Some(text),
        _ => None,
    });
    known.collect::<Option<_>>().map_or(Fact::Unknown, Fact::Known)
}

/// The names in an object that is written out.
fn keys(json: Option<&Json>) -> Fact<Vec<&str>> {
    let is_written = |members: &Map<String, Json>| !members.keys().any(|key| key == "Ref" || key.starts_with("Fn::"));
    match json {
        None => Fact::Absent,
        Some(Json::Object(members)) if is_written(members) => Fact::Known(members.keys().map(String::as_str).collect()),
        Some(_) => Fact::Unknown,
    }
}
