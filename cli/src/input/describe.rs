//! The output of `aws cognito-idp describe-user-pool-client`, as a template.

use super::Moves;
use cognito_cfn::{Json, json};
use cognito_cfn_schema::{RESOURCE_TYPE, client};
use serde_json::Map;

/// The member of the output that has the client.
pub(super) const MEMBER: &str = "UserPoolClient";

/// The logical id of a client whose name has no letter for one.
const LOGICAL_ID: &str = "UserPoolClient";

/// The secret of a client that has one.
const SECRET: &str = "ClientSecret";

/// A template with the client alone. Ids and dates are no properties; a secret means that one was generated.
pub(super) fn template(document: &Json) -> Option<(Json, Moves)> {
    // A resource of that name has `Properties`.
    let described = document.get(MEMBER)?.as_object().filter(|described| !described.contains_key("Properties"))?;
    let logical_id = logical_id(described.get("ClientName").and_then(Json::as_str).unwrap_or_default());
    let pointer = format!("/Resources/{logical_id}");
    let mut moves = Moves::default();
    moves.add(pointer.as_str(), format!("/{MEMBER}"));
    moves.add(format!("{pointer}/Properties"), format!("/{MEMBER}"));
    let properties = client::ALL.iter().filter_map(|row| {
        let value = described.get(row.cloudformation)?;
        Some((row.cloudformation.to_owned(), value.clone()))
    });
    let mut properties: Map<String, Json> = properties.filter(|(_, value)| !value.is_null()).collect();
    if described.get(SECRET).is_some_and(|secret| !secret.is_null()) {
        let name = client::generate_secret.cloudformation;
        properties.insert(name.to_owned(), Json::Bool(true));
        moves.add(format!("{pointer}/Properties/{name}"), format!("/{MEMBER}/{SECRET}"));
    }
    let client = json!({ "Type": RESOURCE_TYPE, "Properties": properties });
    Some((json!({ "Resources": { logical_id: client } }), moves))
}

/// The words of the name, each with a capital: `web client-2` becomes `WebClient2`.
fn logical_id(client_name: &str) -> String {
    let words = client_name.split(|character: char| !character.is_ascii_alphanumeric());
    let id: String = words
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().into_iter().map(|first| first.to_ascii_uppercase()).chain(letters)
        })
        .collect();
    if id.is_empty() { LOGICAL_ID.to_owned() } else { id }
}
