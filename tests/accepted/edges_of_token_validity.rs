//! The right edges of every range of time.

#![deny(warnings)]

use cognito_cfn::user_pool_client;

#[test]
fn compile_without_a_warning() {
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: 300,
        token_validity_units: { access_token: Seconds },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: 86400,
        token_validity_units: { access_token: Seconds },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: 5,
        token_validity_units: { access_token: Minutes },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: 1440,
        token_validity_units: { access_token: Minutes },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: 1,
        token_validity_units: { access_token: Hours },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: 24,
        token_validity_units: { access_token: Hours },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: 1,
        token_validity_units: { access_token: Days },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        id_token_validity: 300,
        token_validity_units: { id_token: Seconds },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        id_token_validity: 86400,
        token_validity_units: { id_token: Seconds },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        id_token_validity: 5,
        token_validity_units: { id_token: Minutes },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        id_token_validity: 1440,
        token_validity_units: { id_token: Minutes },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        id_token_validity: 1,
        token_validity_units: { id_token: Hours },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        id_token_validity: 24,
        token_validity_units: { id_token: Hours },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        id_token_validity: 1,
        token_validity_units: { id_token: Days },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        refresh_token_validity: 3600,
        token_validity_units: { refresh_token: Seconds },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        refresh_token_validity: 315360000,
        token_validity_units: { refresh_token: Seconds },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        refresh_token_validity: 60,
        token_validity_units: { refresh_token: Minutes },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        refresh_token_validity: 5256000,
        token_validity_units: { refresh_token: Minutes },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        refresh_token_validity: 1,
        token_validity_units: { refresh_token: Hours },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        refresh_token_validity: 87600,
        token_validity_units: { refresh_token: Hours },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        refresh_token_validity: 1,
        token_validity_units: { refresh_token: Days },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        refresh_token_validity: 3650,
        token_validity_units: { refresh_token: Days },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: 1,
        id_token_validity: 24,
        refresh_token_validity: 1,
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: 24,
        refresh_token_validity: 3650,
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        // Equal lives are legal.
        access_token_validity: 60,
        id_token_validity: 3600,
        refresh_token_validity: 1,
        token_validity_units: { access_token: Minutes, id_token: Seconds, refresh_token: Hours },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        // A unit without a life changes nothing.
        token_validity_units: { access_token: Seconds, id_token: Days, refresh_token: Minutes },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        // What the unit will be is not known.
        access_token_validity: 86400,
        token_validity_units: { access_token: Ref("Unit") },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: 86400,
        token_validity_units: If("Short", { access_token: Seconds }, { access_token: Seconds }),
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        access_token_validity: If("Short", 300, 1),
        token_validity_units: { access_token: If("Short", Seconds, Hours) },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        auth_session_validity: 3,
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        auth_session_validity: 15,
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: 0 },
    };
    let _ = user_pool_client! {
        user_pool_id: Ref("UserPool"),
        allow: [RR06],
        prevent_user_existence_errors: Enabled,
        refresh_token_rotation: { feature: Disabled, retry_grace_period_seconds: 60 },
    };
}
