//! The programs of the catalogue as templates.

use super::Subject;
use super::names::Names;
use super::notation::{Entry, Expression, parse_first};
use super::render::{Renderer, Syntax};
use cognito_cfn::Json;
use cognito_cfn_schema::{RESOURCE_TYPE, attributes};
use serde_json::Map;

const CLIENT: &str = "user_pool_client! ";
const RESOURCE: &str = "CfnResource::new";

/// The template that a program makes: its clients, and its other resources. `None` if it has what no template has.
pub fn template(program: &str) -> Option<Json> {
    let mut resources = Map::new();
    let clients = program.match_indices(CLIENT).map(|(at, start)| (at, at + start.len()));
    let others = program.match_indices(RESOURCE).map(|(at, _)| (at, at));
    let mut starts: Vec<(usize, usize)> = clients.chain(others).collect();
    starts.sort_unstable();
    for (_, start) in starts {
        let (id, resource) = match parse_first(program.get(start..)?)? {
            Expression::Block(entries) => client(&entries)?,
            Expression::Call(_, arguments) => other(&arguments)?,
            _ => return None,
        };
        resources.insert(id, resource);
    }
    Some(Json::from_iter([("Resources", Json::Object(resources))]))
}

/// The body of `user_pool_client!`.
fn client(entries: &[Entry]) -> Option<(String, Json)> {
    let mut resource = Map::from_iter([("Type".to_owned(), Json::from(RESOURCE_TYPE))]);
    let mut properties = Map::new();
    let mut id = attributes::logical_id.default.to_owned();
    for entry in entries {
        let is_setting = attributes::settings::ALL.iter().any(|row| row.name == entry.key);
        let is_attribute = is_setting || attributes::ALL.iter().any(|row| row.name == entry.key);
        match &entry.value {
            Expression::Text(text) if entry.key == attributes::logical_id.name => id.clone_from(text),
            _ if is_attribute => resource.extend(members(entry)?),
            _ => properties.extend(members(entry)?),
        }
    }
    resource.insert("Properties".to_owned(), Json::Object(properties));
    Some((id, Json::Object(resource)))
}

/// The arguments of `CfnResource::new`.
fn other(arguments: &[Expression]) -> Option<(String, Json)> {
    let [Expression::Text(id), Expression::Text(of), Expression::Call(_, properties)] = arguments else { return None };
    let [properties] = properties.as_slice() else { return None };
    let mut resource = Map::from_iter([("Type".to_owned(), Json::from(of.as_str()))]);
    match json(|renderer| renderer.value(properties, None))? {
        Json::Object(members) if members.is_empty() => None,
        properties => resource.insert("Properties".to_owned(), properties),
    };
    Some((id.clone(), Json::Object(resource)))
}

fn members(entry: &Entry) -> Option<Map<String, Json>> {
    match json(|renderer| format!("{{ {} }}", renderer.entry(entry)))? {
        Json::Object(members) => Some(members),
        _ => None,
    }
}

/// What is rendered as JSON, read again.
fn json(render: impl Fn(&Renderer<'_>) -> String) -> Option<Json> {
    let names = Names::new(&Subject { code: Some(""), path: "", value: None }, "");
    render(&Renderer { syntax: Syntax::Json, names: &names }).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use cognito_cfn::json;

    #[test]
    fn a_program_is_its_resources() {
        let program = r#"
            stack.add(CfnResource::new("UserPool", "AWS::Cognito::UserPool", json!({})))?;
            stack.add(CfnResource::new("Topic", "AWS::SNS::Topic", json!({ "Tags": [{ "Key": "a", "Value": "b" }] })))?;
            stack.add(user_pool_client! {
                logical_id: "Web",
                user_pool_id: Ref("UserPool"),
                allowed_oauth_scopes: [OpenId, "orders/read"],
                token_validity_units: { access_token: Minutes },
                access_token_validity: 30,
                depends_on: ["Topic"],
                allow: [MI01],
            })?;
        "#;
        assert_eq!(
            template(program),
            Some(json!({ "Resources": {
                "UserPool": { "Type": "AWS::Cognito::UserPool" },
                "Topic": { "Type": "AWS::SNS::Topic", "Properties": { "Tags": [{ "Key": "a", "Value": "b" }] } },
                "Web": {
                    "Type": "AWS::Cognito::UserPoolClient",
                    "DependsOn": ["Topic"],
                    "Metadata": { "cognito-cfn": { "allow": ["MI01"] } },
                    "Properties": {
                        "UserPoolId": { "Ref": "UserPool" },
                        "AllowedOAuthScopes": ["openid", "orders/read"],
                        "TokenValidityUnits": { "AccessToken": "minutes" },
                        "AccessTokenValidity": 30,
                    },
                },
            } }))
        );
        assert_eq!(template("user_pool_client! { access_token_validity: Minutes(30) }"), None);
    }
}
