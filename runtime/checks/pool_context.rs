//! The stack context of a client's user pool, read from the JSON of the other resources.

use super::Snapshot;
use super::references::{Reference, dependencies, references};
use crate::by_name::{ByName, Names};
use crate::json::Json;
use crate::value;
use cognito_cfn_schema::literals::shorten;
use cognito_cfn_schema::return_values;
use cognito_cfn_schema::stack_context::{
    Domain, Exposure, Fact, NotAPool, Pool, Provider, ResourceServer, SchemaAttribute, StackContext,
};
use serde_json::Map;

/// The JSON of the resources, by logical id.
type Resources<'s> = ByName<&'s str, &'s Json>;

const POOL: &str = "AWS::Cognito::UserPool";
const SERVER: &str = "AWS::Cognito::UserPoolResourceServer";
const PROVIDER: &str = "AWS::Cognito::UserPoolIdentityProvider";
const DOMAIN: &str = "AWS::Cognito::UserPoolDomain";
const BRANDING: &str = "AWS::Cognito::ManagedLoginBranding";
const PARAMETER: &str = "AWS::SSM::Parameter";
const NESTED: &str = "AWS::CloudFormation::Stack";
/// Types of AWS whose `Ref` is determined by custom code.
const CUSTOM: &[&str] = &["AWS::CloudFormation::CustomResource"];

/// What the contexts of all clients of a stack are read from, so that no template is searched once for each client.
pub(super) struct Index<'s> {
    rendered: Resources<'s>,
    /// What each resource depends on.
    dependencies: ByName<&'s str, Vec<&'s str>>,
    /// The resource servers, identity providers and domains with a `UserPoolId` that refers to the pool of the key.
    of_pool: ByName<&'s str, Vec<(&'s str, &'s Json)>>,
    /// The same, by the JSON of `UserPoolId`.
    by_pool_id: ByName<String, Vec<(&'s str, &'s Json)>>,
    /// The pool of each resource server and identity provider of which the pool is in the stack, in the order of the ids.
    pools: Vec<(&'s str, &'s str)>,
    /// The clients that a branding style refers to.
    branded: Names<&'s str>,
    /// What is passed to other stacks and to custom code.
    handed_out: Names<&'s str>,
    /// Resources that run custom code.
    custom: Names<&'s str>,
    /// Who asks for which return value of the resource of the key.
    return_values_read: ByName<&'s str, Vec<(&'s str, &'s str)>>,
    /// Where the secret of the client of the key can be read in plain text.
    secret_exposures: ByName<&'s str, Vec<Exposure<'s>>>,
}

impl<'s> Index<'s> {
    pub(super) fn new(snapshot: &'s Snapshot<'s>) -> Self {
        let mut index = Self {
            rendered: snapshot.resources.iter().map(|(id, rendered)| (*id, &rendered.json)).collect(),
            dependencies: ByName::new(),
            of_pool: ByName::new(),
            by_pool_id: ByName::new(),
            pools: Vec::new(),
            branded: Names::new(),
            handed_out: Names::new(),
            custom: Names::new(),
            return_values_read: ByName::new(),
            secret_exposures: ByName::new(),
        };
        for (id, rendered) in &snapshot.resources {
            index.read(id, &rendered.json);
        }
        for (id, entry) in &snapshot.sections.outputs {
            index.read_return_values(id, &entry.json);
            index.expose(entry.json.get("Value"), Exposure::Output(id));
            // Another stack that imports the pool can add to it.
            if entry.json.get("Export").is_some() {
                index.handed_out.extend(named(&entry.json));
            }
        }
        index
    }

    fn read(&mut self, id: &'s str, json: &'s Json) {
        let dependencies = dependencies(json);
        match kind(json) {
            PARAMETER | NESTED => self.handed_out.extend(named(json)),
            of if of.starts_with("AWS::") && !CUSTOM.contains(&of) => {}
            _ => {
                self.custom.insert(id);
                self.handed_out.extend(dependencies.iter().copied());
            }
        }
        self.dependencies.insert(id, dependencies);
        if let Some(pool_id) = property(json, "UserPoolId") {
            let is_pool = |(_, json): &(&&str, &&Json)| kind(json) == POOL;
            let pool = named_by(pool_id).and_then(|(pool, _)| self.rendered.get_key_value(pool.as_str()));
            if let Some((pool, _)) = pool.filter(is_pool).filter(|_| matches!(kind(json), SERVER | PROVIDER)) {
                self.pools.push((id, *pool));
            }
            if matches!(kind(json), SERVER | PROVIDER | DOMAIN) {
                self.by_pool_id.or_default(pool_id.to_string()).push((id, json));
                for pool in named(pool_id).into_iter().collect::<Names<_>>().iter() {
                    self.of_pool.or_default(pool).push((id, json));
                }
            }
        }
        match kind(json) {
            BRANDING => self.branded.extend(named(json)),
            PARAMETER => self.expose(property(json, "Value"), Exposure::Parameter(id)),
            "AWS::Lambda::Function" | "AWS::Serverless::Function" => {
                self.expose(property(json, "Environment"), Exposure::Environment(id));
            }
            _ => {}
        }
        self.read_return_values(id, json);
    }

    fn read_return_values(&mut self, who: &'s str, json: &'s Json) {
        for reference in references(json) {
            if let Reference::Attribute(named, Some(attribute)) = reference {
                self.return_values_read.or_default(named).push((who, attribute));
            }
        }
    }

    /// Notes each client whose secret is in the value.
    fn expose(&mut self, value: Option<&'s Json>, exposure: Exposure<'s>) {
        let shown = value.map(references).unwrap_or_default().into_iter().filter_map(|reference| match reference {
            Reference::Attribute(named, Some(return_values::CLIENT_SECRET)) => Some(named),
            _ => None,
        });
        for client in shown.collect::<Names<_>>().iter() {
            self.secret_exposures.or_default(client).push(exposure);
        }
    }

    /// All resources that it depends on, directly or through others.
    fn all_dependencies(&self, id: &str) -> Names<&'s str> {
        let mut found = Names::new();
        let mut next: Vec<&str> = self.dependencies.get(id).cloned().unwrap_or_default();
        while let Some(id) = next.pop() {
            if found.insert(id) {
                next.extend(self.dependencies.get(id).into_iter().flatten());
            }
        }
        found
    }

    /// Whether the pool's id is handed to what can add to the pool before the client is created or updated.
    fn is_handed_out(&self, pool: &str, dependencies: &Names<&str>) -> bool {
        // Code that runs before the client, in a function that has the pool.
        let runs_with_pool = |id: &&str| self.custom.contains(id) && self.all_dependencies(id).contains(pool);
        self.handed_out.contains(pool) || dependencies.iter().any(runs_with_pool)
    }
}

/// Reads what the stack has for the client of that logical id, and for its pool.
pub(super) fn read<'s>(
    snapshot: &'s Snapshot<'s>,
    index: &'s Index<'s>,
    id: &'s str,
    depends_on: &'s [String],
) -> StackContext<'s> {
    let rendered = &index.rendered;
    let mut context = StackContext {
        depends_on,
        region: snapshot.region,
        return_values_read: index.return_values_read.get(id).cloned().unwrap_or_default(),
        secret_exposures: index.secret_exposures.get(id).cloned().unwrap_or_default(),
        ..StackContext::default()
    };
    let Some(pool_id) = rendered.get(id).and_then(|client| property(client, "UserPoolId")) else { return context };
    let pool = match named_by(pool_id) {
        Some((id, attribute)) => match rendered.get(id.as_str()).map(|json| (kind(json), attribute.as_deref())) {
            Some((POOL, None | Some("UserPoolId"))) => rendered.get_key_value(id.as_str()),
            Some((of, attribute)) => {
                context.not_a_pool = not_a_pool(snapshot, &id, of, attribute);
                if context.not_a_pool.is_some() {
                    return context;
                }
                None
            }
            None => None,
        },
        None => None,
    };
    let dependencies = index.all_dependencies(id);
    // A pool that is not in the stack is the one of every resource that has the same value for its id.
    let all = match pool {
        Some((pool, _)) => index.of_pool.get(pool),
        None => index.by_pool_id.get(&pool_id.to_string()),
    };
    let of_pool = |of: &'static str| all.into_iter().flatten().copied().filter(move |(_, json)| kind(json) == of);
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
    let Some((pool, json)) = pool else { return context };
    context.is_complete = !snapshot.sections.generate_names() && !has_transform(json);
    context.is_handed_out = index.is_handed_out(pool, &dependencies);
    context.pools = &index.pools;
    context.pool = Some(read_pool(pool, json));
    context
}

/// What a resource is that certainly is not a pool, or a return value of it that certainly is not the id of one.
fn not_a_pool(snapshot: &Snapshot<'_>, id: &str, of: &str, attribute: Option<&str>) -> Option<NotAPool> {
    let is_known = of.starts_with("AWS::Cognito::")
        || (of.starts_with("AWS::") && !CUSTOM.contains(&of) && snapshot.sections.has_no_macros());
    let (what, pool) = match attribute {
        Some(_) if of == POOL => ("another return value of the pool".into(), Some(id.to_owned())),
        Some("Arn") if is_known => (format!("an ARN of the type `{}`", shorten(of)), None),
        None if is_known => (format!("of the type `{}`", shorten(of)), None),
        _ => return None,
    };
    let reference = attribute.map_or_else(|| id.to_owned(), |attribute| format!("{id}.{attribute}"));
    Some(NotAPool { reference, what, pool })
}

fn read_pool<'s>(logical_id: &'s str, json: &'s Json) -> Pool<'s> {
    let schema = property(json, "Schema");
    let names = texts(schema, |attribute| attribute.get("Name"));
    let is_required =
        |attribute: &Json| attribute.get("Required").is_some_and(|required| *required == true || required == "true");
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
fn named_by(value: &Json) -> Option<(String, Option<String>)> {
    let text = value::text::text(value, &mut Vec::new());
    text.as_reference().map(|(id, attribute)| (id.to_owned(), attribute.map(ToOwned::to_owned)))
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
