#![allow(deprecated)]

use cognito_cfn::user_pool_client;

fn in_its_own_member() {
    let _ = user_pool_client! { token_validity_units: { access_token: Minutes(30) }, .. };
}

fn no_number() {
    let _ = user_pool_client! {
        access_token_validity: Minutes(),
        id_token_validity: Minutes("30"),
        refresh_token_validity: Days(Hours(3)),
        ..
    };
}

fn of_another_type() {
    let _ = user_pool_client! { access_token_validity: Minutes(1.5 * 2.0), id_token_validity: 30.0 / 2.0, .. };
    let _ = user_pool_client! { auth_session_validity: std::time::Duration::from_secs(180), .. };
}

fn on_another_property() {
    let _ = user_pool_client! {
        auth_session_validity: Minutes(3),
        client_name: Minutes(3),
        refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: Seconds(10) },
        ..
    };
}

fn out_of_range() {
    let prod = true;
    let _ = user_pool_client! {
        access_token_validity: Minutes(4),
        id_token_validity: Days(2),
        refresh_token_validity: Seconds(-5),
        ..
    };
    let _ = user_pool_client! { id_token_validity: If("A", Minutes(4), Hours(3)), refresh_token_validity: Hours(1), .. };
    let _ = user_pool_client! { access_token_validity: if prod { Seconds(30) } else { Seconds(299) }, .. };
}

fn twice() {
    let minutes = 30;
    let _ = user_pool_client! {
        access_token_validity: Minutes(minutes),
        id_token_validity: If("A", Minutes(5), 1),
        refresh_token_validity: Days(30),
        token_validity_units: { access_token: Minutes, id_token: Hours },
        ..
    };
}

fn within_a_function() {
    let _ = user_pool_client! { access_token_validity: FindInMap("A", "b", "c", Minutes(30)), .. };
}

fn main() {}
