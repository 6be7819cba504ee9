//! The app clients of a template.

use cognito_cfn::Json;
use cognito_cfn_schema::loops::LOOP;
use cognito_cfn_schema::{RESOURCE_TYPE, misspells_resource_type};

/// How many app clients the template has. One in a loop counts once, and so does one whose `Type` is misspelled, or a level
/// too deep or too high: the checks report that.
pub(super) fn count(template: &Json) -> usize {
    template.get("Resources").map_or(0, |resources| in_resources(resources) + of(resources))
}

fn in_resources(resources: &Json) -> usize {
    let resources = resources.as_object().into_iter().flatten();
    resources.map(|(name, resource)| if name.starts_with(LOOP) { in_loop(resource) } else { of(resource) }).sum()
}

/// `[identifier, collection, { key: resource }]`
fn in_loop(written: &Json) -> usize {
    written.get(2).map_or(0, in_resources)
}

fn of(resource: &Json) -> usize {
    let of = |pointer: &str| resource.pointer(pointer).and_then(Json::as_str).unwrap_or_default();
    let is_client = of("/Type") == RESOURCE_TYPE || of("/Properties/Type") == RESOURCE_TYPE;
    usize::from(is_client || misspells_resource_type(of("/Type")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use cognito_cfn::json;

    #[test]
    fn loops_have_clients() {
        let client = json!({ "Type": RESOURCE_TYPE });
        let looped =
            json!(["Name", ["A", "B"], { "${Name}Client": client, "${Name}Other": { "Type": "AWS::SNS::Topic" } }]);
        assert_eq!(count(&json!({ "Resources": { "Fn::ForEach::Clients": looped, "Web": client } })), 2);
        assert_eq!(count(&json!({ "Resources": [] })), 0);
        assert_eq!(count(&json!([])), 0);
    }

    #[test]
    fn a_misspelled_type_is_one_of_a_client() {
        let of = |name: &str| count(&json!({ "Resources": { "Web": { "Type": name } } }));
        assert_eq!(of("AWS::Cognito::UserPoolclient"), 1);
        assert_eq!(of("AWS::Cognito::UserPoolClients"), 1);
        assert_eq!(of("AWS::Cognito::UserPool"), 0);
    }

    #[test]
    fn a_type_on_the_wrong_level_is_one_of_a_client() {
        let properties = json!({ "UserPoolId": "a" });
        let high = json!({ "Web": null, "Type": RESOURCE_TYPE, "Properties": properties });
        let deep = json!({ "Web": { "Properties": { "Type": RESOURCE_TYPE } } });
        for resources in [high, deep] {
            assert_eq!(count(&json!({ "Resources": resources })), 1);
        }
    }
}
