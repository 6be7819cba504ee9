//! The app clients of `import-units.json`.

use cognito_cfn::{CfnUserPoolClient, user_pool_client};

/// The app client `AllThree`.
pub fn all_three() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "AllThree",
        access_token_validity: Minutes(30),
        id_token_validity: Seconds(3600),
        prevent_user_existence_errors: Enabled,
        refresh_token_validity: Days(90),
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `EmptyUnits`.
pub fn empty_units() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "EmptyUnits",
        access_token_validity: 1,
        prevent_user_existence_errors: Enabled,
        token_validity_units: {},
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `NoUnits`.
pub fn no_units() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "NoUnits",
        prevent_user_existence_errors: Enabled,
        refresh_token_validity: Minutes(129_600),
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `NumberAlone`.
pub fn number_alone() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "NumberAlone",
        access_token_validity: 2,
        prevent_user_existence_errors: Enabled,
        refresh_token_validity: 90,
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `OneOfTwo`.
pub fn one_of_two() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "OneOfTwo",
        access_token_validity: Minutes(30),
        id_token_validity: Ref("Minutes"),
        prevent_user_existence_errors: Enabled,
        token_validity_units: { id_token: Minutes },
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `UnitAlone`.
pub fn unit_alone() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "UnitAlone",
        access_token_validity: Ref("Minutes"),
        prevent_user_existence_errors: Enabled,
        token_validity_units: {
            access_token: Minutes,
        },
        user_pool_id: Ref("UserPool"),
    }
}

/// The app client `UnitsOfFunction`.
pub fn units_of_function() -> CfnUserPoolClient {
    user_pool_client! {
        logical_id: "UnitsOfFunction",
        access_token_validity: 1,
        prevent_user_existence_errors: Enabled,
        token_validity_units: If(
            "IsProd",
            {
                access_token: Hours,
            },
            NoValue,
        ),
        user_pool_id: Ref("UserPool"),
    }
}
