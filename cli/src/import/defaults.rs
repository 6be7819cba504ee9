//! What a deployed client has without being told: the defaults of the service.

use cognito_cfn::Json;
use cognito_cfn_schema::blocks::unit_of;
use cognito_cfn_schema::client::{self, token_validity_units};
use cognito_cfn_schema::enums::TimeUnit;
use cognito_cfn_schema::fallback::Fallback;
use cognito_cfn_schema::{Kind, Property, units};
use serde_json::Map;

/// The properties of a deployed client that differ from the defaults.
pub(super) fn without_defaults(properties: &Map<String, Json>) -> Map<String, Json> {
    let mut left = properties.clone();
    for row in client::ALL.iter().copied() {
        let Some(member) = unit_of(row) else { continue };
        let unit =
            properties.get(token_validity_units.cloudformation).and_then(|units| units.get(member.cloudformation));
        let Some(number) = properties.get(row.cloudformation).and_then(Json::as_i64) else { continue };
        if is_default_validity(row, member, number, unit) {
            left.remove(row.cloudformation);
            if let Some(units) = left.get_mut(token_validity_units.cloudformation).and_then(Json::as_object_mut) {
                units.remove(member.cloudformation);
            }
        }
    }
    // The validities are those of the loop above: in another unit a number is another.
    without(&left, client::ALL, &|row| unit_of(row).is_none())
}

/// The members that differ from the defaults of their rows, of those rows that are compared.
fn without(
    members: &Map<String, Json>,
    rows: &[&'static Property],
    is_compared: &dyn Fn(&Property) -> bool,
) -> Map<String, Json> {
    let mut left = members.clone();
    for row in rows.iter().copied().filter(|row| is_compared(row)) {
        let Some(value) = left.get_mut(row.cloudformation) else { continue };
        if let (Kind::Block(block), Json::Object(inner)) = (row.kind, &mut *value) {
            *inner = without(inner, block.members, &|_| true);
        }
        let is_empty = value.as_object().is_some_and(Map::is_empty);
        if is_empty || is_default(row, value) {
            left.remove(row.cloudformation);
        }
    }
    left
}

/// Whether the number in its unit is how long the token is valid by default.
fn is_default_validity(row: &Property, member: &Property, number: i64, unit: Option<&Json>) -> bool {
    let Fallback::Integer(default) = row.fallback else { return false };
    let written = unit.and_then(Json::as_str).and_then(|unit| TimeUnit.by_value(unit));
    let [Some(written), Some(usual)] =
        [written.or(member.fallback.variant()), member.fallback.variant()].map(|unit| unit.and_then(units::of))
    else {
        return false;
    };
    number.checked_mul(written.seconds) == default.checked_mul(usual.seconds)
}

/// Whether a client without the property has that value anyway.
pub(super) fn is_default(row: &Property, value: &Json) -> bool {
    match (row.fallback, value) {
        (Fallback::EmptyList | Fallback::Variants(_), Json::Array(items)) if items.is_empty() => true,
        (Fallback::Boolean(default), value) => value.as_bool() == Some(default),
        (Fallback::Integer(default), value) => value.as_i64() == Some(default),
        (Fallback::Variant(default), value) => value.as_str() == Some(default.value),
        (Fallback::Variants(defaults), Json::Array(items)) => {
            items.len() == defaults.len()
                && defaults.iter().all(|default| items.iter().any(|item| item.as_str() == Some(default.value)))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use cognito_cfn::json;

    fn left(properties: Json) -> Json {
        Json::Object(without_defaults(properties.as_object().expect("an object")))
    }

    #[test]
    fn what_equals_a_default_is_left_out() {
        let of_a_new_client = json!({
            "UserPoolId": "eu-west-1_a1B2c3D4e",
            "ClientName": "web",
            "RefreshTokenValidity": 30,
            "TokenValidityUnits": {},
            "AllowedOAuthFlowsUserPoolClient": false,
            "EnableTokenRevocation": true,
            "EnablePropagateAdditionalUserContextData": false,
            "AuthSessionValidity": 3,
            "CallbackURLs": [],
            "ExplicitAuthFlows": ["ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
            "PreventUserExistenceErrors": "LEGACY",
            "RefreshTokenRotation": { "Feature": "DISABLED", "RetryGracePeriodSeconds": 0 },
        });
        assert_eq!(left(of_a_new_client), json!({ "UserPoolId": "eu-west-1_a1B2c3D4e", "ClientName": "web" }));
    }

    #[test]
    fn a_validity_is_compared_with_its_unit() {
        for same in [
            json!({ "AccessTokenValidity": 60, "TokenValidityUnits": { "AccessToken": "minutes" } }),
            json!({ "IdTokenValidity": 1, "TokenValidityUnits": { "IdToken": "hours" } }),
            json!({ "RefreshTokenValidity": 720, "TokenValidityUnits": { "RefreshToken": "hours" } }),
            json!({ "RefreshTokenValidity": 30 }),
        ] {
            assert_eq!(left(same), json!({}));
        }
        let other =
            json!({ "AccessTokenValidity": 1, "TokenValidityUnits": { "AccessToken": "days", "IdToken": "hours" } });
        let kept = json!({ "AccessTokenValidity": 1, "TokenValidityUnits": { "AccessToken": "days" } });
        assert_eq!(left(other), kept);
    }

    #[test]
    fn what_differs_is_kept() {
        let properties = json!({
            "AuthSessionValidity": 5,
            "EnableTokenRevocation": false,
            "ExplicitAuthFlows": ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH"],
            "GenerateSecret": true,
            "PreventUserExistenceErrors": "ENABLED",
            "RefreshTokenRotation": { "Feature": "ENABLED" },
        });
        assert_eq!(left(properties.clone()), properties);
    }
}
