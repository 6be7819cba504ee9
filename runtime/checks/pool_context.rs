//! What the rules need to know about a client's pool, read from the JSON of the other resources.

use super::Snapshot;
use super::references::{Reference, dependencies, references};
use crate::json::Json;
use crate::value;
use cognito_cfn_schema::return_values;
use cognito_cfn_schema::stack_context::{
    Domain, Exposure, Fact, Pool, Provider, ResourceServer, SchemaAttribute, StackContext,
};
use serde_json::Map;
use std::collections::{BTreeMap, BTreeSet};

/// The JSON of the resources, by logical id.
type Resources<'s> = BTreeMap<&'s str, &'s Json>;

const POOL: &str = "AWS::Cognito::UserPool";
const SERVER: &str = "AWS::Cognito::UserPoolResourceServer";
const PROVIDER: &str = "AWS::Cognito::UserPoolIdentityProvider";
const DOMAIN: &str = "AWS::Cognito::UserPoolDomain";
const BRANDING: &str = "AWS::Cognito::ManagedLoginBranding";
const PARAMETER: &str = "AWS::SSM::Parameter";
const NESTED: &str = "AWS::CloudFormation::Stack";
/// Types of AWS itself whose `Ref` is whatever code of the user's own gives.
const CUSTOM: &[&str] = &["AWS::CloudFormation::CustomResource"];

/// Reads what the stack has for the client of that logical id, and for its pool.
pub(super) fn read<'s>(snapshot: &'s Snapshot<'s>, id: &'s str, depends_on: &'s [String]) -> StackContext<'s> {
    let rendered: Resources = snapshot.resources.iter().map(|(id, rendered)| (*id, &rendered.json)).collect();
    let rendered = &rendered;
    let mut context = StackContext {
        depends_on,
        region: snapshot.region,
        return_values_read: return_values_read(snapshot, id, rendered),
        secret_exposures: secret_exposures(snapshot, id, rendered),
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
    let dependencies = all_dependencies(id, rendered);
    // A pool that is not in the stack is the one of every resource that has the same value for its id.
    let is_of_pool = |json: &Json| {
        property(json, "UserPoolId").is_some_and(|id| match pool {
            Some((pool, _)) => refers_to(id, pool),
            None => id == pool_id,
        })
    };
    let of_pool = |of: &'static str| rendered.iter().filter(move |(_, json)| kind(json) == of && is_of_pool(json));
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
    context.has_branding = rendered.values().any(|json| kind(json) == BRANDING && refers_to(json, id));
    let Some((pool, json)) = pool else { return context };
    context.is_complete = !snapshot.sections.generate_names() && !has_transform(json);
    context.is_handed_out = is_handed_out(snapshot, rendered, pool, &dependencies);
    context.of_other_pools = of_other_pools(rendered, pool);
    context.pool = Some(read_pool(pool, json));
    context
}

/// What a resource is that certainly is not a pool, or a return value of it that certainly is not the id of one.
fn not_a_pool(snapshot: &Snapshot<'_>, id: &str, of: &str, attribute: Option<&str>) -> Option<(String, String)> {
    let is_known = of.starts_with("AWS::Cognito::")
        || (of.starts_with("AWS::") && !CUSTOM.contains(&of) && snapshot.sections.has_no_macros());
    match attribute {
        Some(attribute) if of == POOL => Some((format!("{id}.{attribute}"), "another attribute of the pool".into())),
        Some("Arn") if is_known => Some((format!("{id}.Arn"), format!("an ARN of the type `{of}`"))),
        None if is_known => Some((id.to_owned(), format!("of the type `{of}`"))),
        _ => None,
    }
}

/// Whether the pool's id is handed to what can add to the pool before the client is created or updated.
fn is_handed_out(snapshot: &Snapshot<'_>, rendered: &Resources<'_>, pool: &str, dependencies: &BTreeSet<&str>) -> bool {
    // Another stack can import it, or read it.
    let is_exported = snapshot
        .sections
        .outputs
        .values()
        .any(|output| output.json.get("Export").is_some() && refers_to(&output.json, pool));
    is_exported
        || rendered.iter().any(|(id, json)| match kind(json) {
            PARAMETER | NESTED => refers_to(json, pool),
            of if of.starts_with("AWS::") && !CUSTOM.contains(&of) => false,
            // Code of the user's own: given the pool, or run before the client with a function that is.
            _ => {
                self::dependencies(json).contains(&pool)
                    || (dependencies.contains(id) && all_dependencies(id, rendered).contains(pool))
            }
        })
}

/// The resource servers and providers that certainly are of another pool of the stack.
fn of_other_pools<'s>(rendered: &Resources<'s>, pool: &str) -> Vec<(&'s str, &'s str)> {
    let of_another = |(id, json): (&&'s str, &&'s Json)| {
        let (other, attribute) = named_by(property(json, "UserPoolId")?)?;
        let (other, of) = rendered.get_key_value(other.as_str())?;
        let is_pool = kind(of) == POOL && matches!(attribute.as_deref(), None | Some("UserPoolId"));
        (matches!(kind(json), SERVER | PROVIDER) && is_pool && *other != pool).then_some((*id, *other))
    };
    rendered.iter().filter_map(of_another).collect()
}

/// Where the client's secret can be read in plain text.
fn secret_exposures<'s>(snapshot: &'s Snapshot<'s>, id: &str, rendered: &Resources<'s>) -> Vec<Exposure<'s>> {
    let shows_secret = |json: Option<&Json>| {
        json.is_some_and(|json| {
            references(json).contains(&Reference::Attribute(id, Some(return_values::CLIENT_SECRET)))
        })
    };
    let outputs = snapshot.sections.outputs.iter();
    let outputs =
        outputs.filter(|(_, entry)| shows_secret(entry.json.get("Value"))).map(|(id, _)| Exposure::Output(id));
    let resources = rendered.iter().filter_map(|(id, json)| match kind(json) {
        PARAMETER => shows_secret(property(json, "Value")).then_some(Exposure::Parameter(id)),
        "AWS::Lambda::Function" | "AWS::Serverless::Function" => {
            shows_secret(property(json, "Environment")).then_some(Exposure::Environment(id))
        }
        _ => None,
    });
    outputs.chain(resources).collect()
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

fn refers_to(json: &Json, id: &str) -> bool {
    let named = references(json);
    named
        .iter()
        .any(|reference| matches!(reference, Reference::Ref(named) | Reference::Attribute(named, _) if *named == id))
}

/// Whether a macro fills in some of the JSON.
fn has_transform(json: &Json) -> bool {
    match json {
        Json::Array(items) => items.iter().any(has_transform),
        Json::Object(members) => members.iter().any(|(name, value)| name == "Fn::Transform" || has_transform(value)),
        _ => false,
    }
}

/// All resources that it depends on, directly or through others.
fn all_dependencies<'s>(id: &'s str, rendered: &Resources<'s>) -> BTreeSet<&'s str> {
    let mut found = BTreeSet::new();
    let mut next = vec![id];
    while let Some(id) = next.pop() {
        for other in rendered.get(id).into_iter().flat_map(|json| dependencies(json)) {
            if found.insert(other) {
                next.push(other);
            }
        }
    }
    found
}

/// The return values of the client that resources and outputs ask for.
fn return_values_read<'s>(snapshot: &'s Snapshot<'s>, id: &str, rendered: &Resources<'s>) -> Vec<(&'s str, &'s str)> {
    let outputs = snapshot.sections.outputs.iter().map(|(id, entry)| (id.as_str(), &entry.json));
    let all = rendered.iter().map(|(id, json)| (*id, *json)).chain(outputs);
    let asks = |(who, json): (&'s str, &'s Json)| {
        let named = references(json).into_iter();
        named.filter_map(move |reference| match reference {
            Reference::Attribute(named, Some(attribute)) if named == id => Some((who, attribute)),
            _ => None,
        })
    };
    all.flat_map(asks).collect()
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
