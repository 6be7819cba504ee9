//! The app clients of a template.

use cognito_cfn::Json;
use cognito_cfn_schema::RESOURCE_TYPE;
use cognito_cfn_schema::loops::LOOP;

/// How many app clients the template has. One in a loop counts once, and so does one whose `Type` is a level too deep or
/// too high: the checks report its place.
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
    let is_client = |pointer: &str| resource.pointer(pointer).and_then(Json::as_str) == Some(RESOURCE_TYPE);
    usize::from(is_client("/Type") || is_client("/Properties/Type"))
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
    fn a_type_on_the_wrong_level_is_one_of_a_client() {
        let properties = json!({ "UserPoolId": "a" });
        let high = json!({ "Web": null, "Type": RESOURCE_TYPE, "Properties": properties });
        let deep = json!({ "Web": { "Properties": { "Type": RESOURCE_TYPE } } });
        for resources in [high, deep] {
            assert_eq!(count(&json!({ "Resources": resources })), 1);
        }
    }
}
