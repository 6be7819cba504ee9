//! Secrets in the app clients of a template.

use cognito_cfn::Json;
use cognito_cfn_schema::RESOURCE_TYPE;
use cognito_cfn_schema::suggest::fold;

/// What a secret is replaced by.
const HIDDEN: &str = "***";

/// Replaces the secrets in app clients. CloudFormation generates them, so what is written has no effect.
pub(crate) fn hide_in_clients(template: &mut Json) {
    let resources = template.get_mut("Resources").and_then(Json::as_object_mut);
    for resource in resources.into_iter().flat_map(|resources| resources.values_mut()) {
        if resource.get("Type").is_some_and(|of| of == RESOURCE_TYPE) {
            hide(resource);
        }
    }
}

fn hide(json: &mut Json) {
    match json {
        Json::Array(items) => items.iter_mut().for_each(hide),
        Json::Object(members) => {
            for (name, value) in members {
                if fold(name).contains("clientsecret") && !is_reference(value) && !value.is_null() {
                    *value = HIDDEN.into();
                } else {
                    hide(value);
                }
            }
        }
        _ => {}
    }
}

/// A function that names where the value is, and does not have it.
fn is_reference(json: &Json) -> bool {
    ["Ref", "Fn::GetAtt", "Fn::ImportValue"].iter().any(|function| json.get(function).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use cognito_cfn::json;

    #[test]
    fn secrets_of_clients_are_hidden() {
        let mut template = json!({ "Resources": {
            "Web": { "Type": RESOURCE_TYPE, "Properties": { "Fn::If": ["A", { "ClientSecret": "S3CR3T" }, {
                "client_secret": ["S3CR3T"], "ClientSecret": { "Ref": "Secret" }, "GenerateSecret": true,
            }] } },
            "Function": { "Type": "AWS::Lambda::Function", "Properties": { "ClientSecret": "S3CR3T" } },
        } });
        hide_in_clients(&mut template);
        let client = &template["Resources"]["Web"]["Properties"]["Fn::If"];
        assert_eq!(client[1], json!({ "ClientSecret": "***" }));
        assert_eq!(
            client[2],
            json!({ "client_secret": "***", "ClientSecret": { "Ref": "Secret" }, "GenerateSecret": true })
        );
        assert_eq!(template["Resources"]["Function"]["Properties"]["ClientSecret"], "S3CR3T");
    }
}
