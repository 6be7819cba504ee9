//! Two sides, compared.

#![allow(dead_code, reason = "not every file needs all of it")]

use cognito_cfn::{Json, json};
use std::fs;
use tempfile::TempDir;

pub(crate) struct Output {
    pub(crate) code: u8,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

pub(crate) fn diff(old: &Json, new: &Json, arguments: &[&str]) -> Output {
    let folder = TempDir::new().unwrap();
    let path = |name: &str, json: &Json| {
        let path = folder.path().join(name);
        fs::write(&path, json.to_string()).unwrap();
        path.display().to_string()
    };
    run(&path("old.json", old), &path("new.json", new), arguments)
}

pub(crate) fn run(old: &str, new: &str, arguments: &[&str]) -> Output {
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let all = [&["cognito-cfn", "diff", old, new], arguments].concat();
    let code = cognito_cfn_cli::run(all, &mut stdout, &mut stderr);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Output { code, stdout: text(stdout), stderr: text(stderr) }
}

pub(crate) fn entries(old: &Json, new: &Json) -> (u8, Vec<Json>) {
    let output = diff(old, new, &["--format", "json"]);
    assert_eq!(output.stderr, "");
    (output.code, serde_json::from_str(&output.stdout).unwrap())
}

pub(crate) fn client(properties: &Json) -> Json {
    json!({ "Type": "AWS::Cognito::UserPoolClient", "Properties": properties })
}

/// A template with one client.
pub(crate) fn template(properties: &Json) -> Json {
    let mut properties = properties.clone();
    if properties.get("UserPoolId").is_none() {
        properties["UserPoolId"] = json!({ "Ref": "Pool" });
    }
    json!({ "Resources": { "Web": client(&properties), "Pool": { "Type": "AWS::Cognito::UserPool" } } })
}

pub(crate) fn live(client: &Json) -> Json {
    json!({ "UserPoolClient": client })
}

/// Property, action, old and new value of each entry.
pub(crate) fn changes(old: &Json, new: &Json) -> (u8, Vec<(String, String, Json, Json)>) {
    let (code, entries) = entries(old, new);
    let of = |entry: &Json, name: &str| entry[name].as_str().unwrap_or_default().to_owned();
    let changes = entries
        .iter()
        .map(|entry| (of(entry, "property"), of(entry, "action"), entry["old"].clone(), entry["new"].clone()));
    (code, changes.collect())
}

pub(crate) fn change(property: &str, action: &str, old: Json, new: Json) -> Vec<(String, String, Json, Json)> {
    vec![(property.to_owned(), action.to_owned(), old, new)]
}

pub(crate) fn templates(clients: &[(&str, Json)]) -> Json {
    let resources = clients.iter().map(|(id, client)| ((*id).to_owned(), client.clone()));
    json!({ "Resources": Json::Object(resources.collect()) })
}
