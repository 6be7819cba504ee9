//! Token validities with a unit of their own: `Minutes(30)`, and `Duration`.

#![deny(warnings)]
#![warn(clippy::pedantic)]
#![allow(clippy::duration_suboptimal_units, reason = "seconds are among the forms")]

use cognito_cfn::{CfnUserPoolClient, Intrinsic, Json, TokenValidityUnits, json, user_pool_client};
use std::time::Duration;

/// The numbers and units in a template.
fn rendered(client: &CfnUserPoolClient) -> Json {
    let mut properties = client.to_json()["Properties"].clone();
    let members = properties.as_object_mut().expect("an object");
    members.retain(|name, _| name.contains("Token"));
    properties
}

#[test]
fn a_number_brings_its_unit() {
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: Minutes(30),
        id_token_validity: Seconds(3600),
        refresh_token_validity: Days(30),
        prevent_user_existence_errors: Enabled,
    };
    assert_eq!(
        rendered(&client),
        json!({
            "AccessTokenValidity": 30,
            "IdTokenValidity": 3600,
            "RefreshTokenValidity": 30,
            "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "seconds", "RefreshToken": "days" },
        })
    );
    assert_eq!(client.validate(), []);
}

#[test]
fn the_other_members_of_the_block_stay() {
    let base = user_pool_client! {
        access_token_validity: 2,
        token_validity_units: { access_token: Hours, refresh_token: Days },
        ..
    };
    let client = user_pool_client! { access_token_validity: Minutes(45), ..&base };
    assert_eq!(rendered(&client)["TokenValidityUnits"], json!({ "AccessToken": "minutes", "RefreshToken": "days" }));
    let client = user_pool_client! {
        token_validity_units: { refresh_token: Hours, access_token: None },
        id_token_validity: Minutes(45),
        ..base
    };
    assert_eq!(rendered(&client)["TokenValidityUnits"], json!({ "IdToken": "minutes", "RefreshToken": "hours" }));
}

#[test]
fn expressions_are_numbers_or_durations() {
    let (minutes, seconds, is_long) = (30_u8, Some(7200_i64), true);
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: Minutes(minutes * 2),
        id_token_validity: Seconds(seconds),
        refresh_token_validity: Duration::from_secs(90 * 60),
        prevent_user_existence_errors: Enabled,
    };
    assert_eq!(
        rendered(&client),
        json!({
            "AccessTokenValidity": 60,
            "IdTokenValidity": 7200,
            "RefreshTokenValidity": 90,
            "TokenValidityUnits": { "AccessToken": "minutes", "IdToken": "seconds", "RefreshToken": "minutes" },
        })
    );
    let day = Duration::from_secs(86_400);
    let none: Option<Duration> = None;
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: Some(day),
        id_token_validity: none,
        refresh_token_validity: is_long.then(|| Days(365)),
        prevent_user_existence_errors: Enabled,
    };
    assert_eq!(
        rendered(&client),
        json!({
            "AccessTokenValidity": 1,
            "RefreshTokenValidity": 365,
            "TokenValidityUnits": { "AccessToken": "days", "RefreshToken": "days" },
        })
    );
    let client = user_pool_client! {
        access_token_validity: &day,
        id_token_validity: Minutes(Ref("Minutes")),
        refresh_token_validity: Some(Intrinsic::reference("Days")),
        ..
    };
    assert_eq!(
        rendered(&client),
        json!({
            "AccessTokenValidity": 1,
            "IdTokenValidity": { "Ref": "Minutes" },
            "RefreshTokenValidity": { "Ref": "Days" },
            "TokenValidityUnits": { "AccessToken": "days", "IdToken": "minutes" },
        })
    );
    let plain = user_pool_client! { access_token_validity: 2_i64 + i64::from(minutes), ..&client };
    assert_eq!(rendered(&plain)["TokenValidityUnits"], json!({ "AccessToken": "days", "IdToken": "minutes" }));
}

#[test]
fn a_choice_is_one_of_numbers_and_one_of_units() {
    let day = Duration::from_secs(86_400);
    let client = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        access_token_validity: If("IsProd", Minutes(15), Hours(2)),
        id_token_validity: If("IsProd", Minutes(15), Minutes(30)),
        refresh_token_validity: If("IsProd", day, NoValue),
        prevent_user_existence_errors: Enabled,
    };
    let choice = |then: Json, otherwise: Json| json!({ "Fn::If": ["IsProd", then, otherwise] });
    assert_eq!(
        rendered(&client),
        json!({
            "AccessTokenValidity": choice(json!(15), json!(2)),
            "IdTokenValidity": choice(json!(15), json!(30)),
            "RefreshTokenValidity": choice(json!(1), json!({ "Ref": "AWS::NoValue" })),
            "TokenValidityUnits": {
                "AccessToken": choice(json!("minutes"), json!("hours")),
                "IdToken": "minutes",
                "RefreshToken": "days",
            },
        })
    );
    assert_eq!(client.validate(), []);
}

/// The findings of errors, each with its place.
fn errors(client: &CfnUserPoolClient) -> Vec<String> {
    let findings = client.validate().into_iter().filter(|finding| finding.code == "LT01" || finding.code == "TK18");
    findings.map(|finding| format!("{} {}: {}", finding.code, finding.path, finding.message)).collect()
}

#[test]
fn a_part_of_a_second_is_an_error_of_the_value() {
    let mut client = user_pool_client! { access_token_validity: Duration::from_millis(1_800_500), .. };
    assert_eq!(rendered(&client)["AccessTokenValidity"], json!(1800.5));
    let message = "LT01 access_token_validity: `access_token_validity` is 1800.5 seconds; fractions of a second are not supported";
    assert_eq!(errors(&client), [message]);
    assert_eq!(errors(&user_pool_client! { access_token_validity: Minutes(30), ..&client }), Vec::<String>::new());
    client.access_token_validity = Some(30.into());
    assert_eq!(errors(&client), Vec::<String>::new());
}

#[test]
fn a_unit_without_a_place_is_an_error_of_the_value() {
    let units = || Intrinsic::reference("Units");
    let client = user_pool_client! { access_token_validity: Minutes(30), token_validity_units: units(), .. };
    let message = "the unit of `access_token` is lost: `token_validity_units` is a function";
    assert_eq!(errors(&client), [format!("TK18 token_validity_units.access_token: {message}")]);
    let literal = user_pool_client! { access_token_validity: Minutes(30), token_validity_units: Ref("Units"), .. };
    assert_eq!(errors(&literal), errors(&client));
    let mut replaced = user_pool_client! { token_validity_units: { access_token: Minutes }, ..&client };
    assert_eq!(errors(&replaced), Vec::<String>::new());
    replaced.token_validity_units = client.token_validity_units;

    let block = TokenValidityUnits {
        access_token: Some(cognito_cfn::TimeUnit::Minutes.into()),
        ..TokenValidityUnits::default()
    };
    let client = user_pool_client! { access_token_validity: Minutes(30), token_validity_units: block.clone(), .. };
    let message = "`access_token` has two units, one of them in its validity";
    assert_eq!(errors(&client), [format!("TK18 token_validity_units.access_token: {message}")]);
    let other = user_pool_client! { id_token_validity: Minutes(30), token_validity_units: block, .. };
    assert_eq!(errors(&other), Vec::<String>::new());
    assert_eq!(rendered(&other)["TokenValidityUnits"], json!({ "AccessToken": "minutes", "IdToken": "minutes" }));
}

macro_rules! with_unit {
    ($unit:ident, $number:expr) => {
        user_pool_client! { access_token_validity: $unit($number), .. }
    };
    ($validity:expr) => {
        user_pool_client! { access_token_validity: $validity, .. }
    };
}

#[test]
fn a_macro_passes_units() {
    let minutes = json!({ "AccessTokenValidity": 30, "TokenValidityUnits": { "AccessToken": "minutes" } });
    assert_eq!(rendered(&with_unit!(Minutes, 15 * 2)), minutes);
    assert_eq!(rendered(&with_unit!(Minutes(30))), minutes);
    assert_eq!(rendered(&with_unit!(Duration::from_secs(1_800))), minutes);
}

#[test]
fn names_of_units_are_free_elsewhere() {
    #[allow(non_snake_case, reason = "like a unit")]
    fn Minutes(number: i64) -> i64 {
        number * 60
    }
    let client = user_pool_client! { client_name: format!("{}", Minutes(3)), access_token_validity: hours(2), .. };
    assert_eq!(json!(client.client_name), json!("180"));
    assert_eq!(json!(client.access_token_validity), json!(2));
}

fn hours(number: i64) -> i64 {
    number
}
