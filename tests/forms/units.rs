//! Numbers with a unit, and durations, as the validity of a token.

#![deny(warnings)]

use cognito_cfn::{CfnUserPoolClient, Intrinsic, Json, json, user_pool_client};
use std::time::Duration;

/// The three validities and their units.
fn validity(client: &CfnUserPoolClient) -> [Json; 4] {
    let json = client.to_json();
    ["AccessTokenValidity", "IdTokenValidity", "RefreshTokenValidity", "TokenValidityUnits"]
        .map(|name| json["Properties"][name].clone())
}

macro_rules! client {
    ($($entries:tt)*) => {
        user_pool_client! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: Enabled, $($entries)* }
    };
}

#[test]
fn a_number_with_a_unit_sets_both() {
    let client = client! {
        access_token_validity: Minutes(30),
        id_token_validity: Seconds(3600),
        refresh_token_validity: Days(30),
    };
    let units = json!({ "AccessToken": "minutes", "IdToken": "seconds", "RefreshToken": "days" });
    assert_eq!(validity(&client), [json!(30), json!(3600), json!(30), units]);
    let client = client! { refresh_token_validity: Hours(12) };
    assert_eq!(validity(&client), [Json::Null, Json::Null, json!(12), json!({ "RefreshToken": "hours" })]);
}

#[test]
fn expressions_within() {
    struct Stage {
        minutes: u16,
    }
    const MINUTES: i64 = 30;
    let (stage, is_prod, text) = (Stage { minutes: 15 }, true, "15");
    let clients = [
        client! { access_token_validity: Minutes(stage.minutes) },
        client! { access_token_validity: Minutes(MINUTES / 2) },
        client! { access_token_validity: Minutes(if is_prod { 15 } else { 60 }) },
        client! { access_token_validity: if is_prod { Minutes(15) } else { Hours(1) } },
        client! { access_token_validity: match is_prod { true => Minutes(stage.minutes), false => Hours(1) } },
        client! { access_token_validity: Minutes(text.parse::<i64>().expect("a number")) },
        client! { access_token_validity: (Minutes(15)) },
        client! { access_token_validity: { let minutes = stage.minutes; Minutes(minutes) } },
        client! { access_token_validity: Minutes(match is_prod { true => 15_u64, false => 60 }) },
    ];
    for client in &clients {
        assert_eq!(validity(client)[0], 15);
        assert_eq!(validity(client)[3], json!({ "AccessToken": "minutes" }));
    }
}

#[test]
fn arms_with_different_units() {
    for is_prod in [true, false] {
        let client = client! { refresh_token_validity: if is_prod { Days(30) } else { Hours(12) } };
        let [.., number, units] = validity(&client);
        assert_eq!(
            (number, units),
            if is_prod {
                (json!(30), json!({ "RefreshToken": "days" }))
            } else {
                (json!(12), json!({ "RefreshToken": "hours" }))
            }
        );
    }
    let client = client! { refresh_token_validity: If("IsProd", Days(30), Hours(12)) };
    let [.., number, units] = validity(&client);
    assert_eq!(number, json!({ "Fn::If": ["IsProd", 30, 12] }));
    assert_eq!(units, json!({ "RefreshToken": { "Fn::If": ["IsProd", "days", "hours"] } }));
}

#[test]
fn functions_within() {
    let client = client! { access_token_validity: Minutes(Ref("Minutes")), id_token_validity: Minutes(Intrinsic::reference("Minutes")) };
    let [access, id, _, units] = validity(&client);
    assert_eq!((access, id), (json!({ "Ref": "Minutes" }), json!({ "Ref": "Minutes" })));
    assert_eq!(units, json!({ "AccessToken": "minutes", "IdToken": "minutes" }));
}

#[test]
fn the_other_members_of_the_block_stay() {
    let beside = client! {
        access_token_validity: Minutes(30),
        id_token_validity: 2,
        token_validity_units: { id_token: Hours },
    };
    let units = json!({ "AccessToken": "minutes", "IdToken": "hours" });
    assert_eq!(validity(&beside), [json!(30), json!(2), Json::Null, units]);
    let of_base = user_pool_client! { access_token_validity: Seconds(600), ..&beside };
    let units = json!({ "AccessToken": "seconds", "IdToken": "hours" });
    assert_eq!(validity(&of_base), [json!(600), json!(2), Json::Null, units]);
    assert!(of_base.validate().is_empty());
}

#[test]
fn durations() {
    const HOUR: Duration = Duration::from_secs(3600);
    let of = |duration: Duration| {
        let [access, _, _, units] = validity(&client! { access_token_validity: duration });
        (access, units["AccessToken"].clone())
    };
    assert_eq!(of(HOUR), (json!(1), json!("hours")));
    assert_eq!(of(HOUR * 24), (json!(1), json!("days")));
    assert_eq!(of(Duration::from_secs(90 * 60)), (json!(90), json!("minutes")));
    assert_eq!(of(Duration::from_secs(3601)), (json!(3601), json!("seconds")));
    let (some, none) = (Some(HOUR), None::<Duration>);
    let [access, id, ..] = validity(&client! { access_token_validity: some, id_token_validity: none });
    assert_eq!((access, id), (json!(1), Json::Null));
    let is_prod = false;
    let client = client! { refresh_token_validity: if is_prod { HOUR } else { HOUR * 2 } };
    assert_eq!(validity(&client)[2], 2);
    assert!(client.validate().is_empty());
}

#[test]
fn a_part_of_a_second_is_an_error_of_validate() {
    for part in [Duration::from_millis(600_500), Duration::from_nanos(600_000_000_001)] {
        let client = client! { access_token_validity: part };
        let findings = client.validate();
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert_eq!(findings[0].path.as_str(), "access_token_validity");
    }
    // In a base, too, and until it is replaced.
    let base = client! { access_token_validity: Duration::from_millis(600_500) };
    let same = user_pool_client! { client_name: "web", ..&base };
    assert_eq!(same.validate().len(), 1);
    let replaced = user_pool_client! { access_token_validity: Minutes(10), ..&base };
    assert!(replaced.validate().is_empty(), "{:?}", replaced.validate());
}

#[test]
fn a_plain_number_stays_plain() {
    let (hours, optional) = (2, Some(3_u8));
    let client =
        client! { access_token_validity: hours, id_token_validity: optional, refresh_token_validity: None::<i64> };
    assert_eq!(validity(&client), [json!(2), json!(3), Json::Null, Json::Null]);
}

#[test]
fn the_units_are_enum_values_elsewhere() {
    let is_prod = true;
    let client = client! {
        access_token_validity: 30,
        token_validity_units: { access_token: if is_prod { Minutes } else { Hours } },
    };
    assert_eq!(validity(&client)[3], json!({ "AccessToken": "minutes" }));
}
