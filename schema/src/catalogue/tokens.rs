//! TK: lives of tokens.

rules! {
    TK01 Error "0.1.0": "access and ID tokens live 5 minutes to 24 hours" {
        answer("Invalid range for token validity."),
        evidence("deployment, in cdk-preflight; API reference, AccessTokenValidity"),
        broken(r#"user_pool_id: Ref("UserPool"),
access_token_validity: 3,
token_validity_units: { access_token: Minutes },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
access_token_validity: 5,
token_validity_units: { access_token: Minutes },
prevent_user_existence_errors: Enabled,"#),
    }
    TK02 Error "0.1.0": "refresh tokens live 60 minutes to 3650 days" {
        answer("Invalid range for token validity."),
        evidence("deployment, in cdk-preflight; awsdocs/aws-cloudformation-user-guide#828"),
        broken(r#"user_pool_id: Ref("UserPool"),
refresh_token_validity: 30,
token_validity_units: { refresh_token: Minutes },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
refresh_token_validity: 60,
token_validity_units: { refresh_token: Minutes },
prevent_user_existence_errors: Enabled,"#),
    }
    TK03 Error "0.1.0": "without a unit, the life of access and ID tokens counts hours: 1 to 24" {
        answer("Invalid range for token validity."),
        evidence("deployment, in cdk-preflight"),
        broken(r#"user_pool_id: Ref("UserPool"),
access_token_validity: 30,
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
access_token_validity: 30,
token_validity_units: { access_token: Minutes },
prevent_user_existence_errors: Enabled,"#),
    }
    TK04 Error "0.1.0": "without a unit, the life of refresh tokens counts days: 1 to 3650" {
        answer("Invalid range for token validity."),
        evidence("awsdocs/aws-cloudformation-user-guide#828"),
        broken(r#"user_pool_id: Ref("UserPool"),
refresh_token_validity: 86400,
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
refresh_token_validity: 86400,
token_validity_units: { refresh_token: Seconds },
prevent_user_existence_errors: Enabled,"#),
    }
    TK05 Error "0.1.0": "no access or ID token outlives the refresh token" {
        answer("Access and Id Token expiration times must be less than or equal to refresh token expiration times."),
        evidence("deployment, in cdk-preflight"),
        broken(r#"user_pool_id: Ref("UserPool"),
access_token_validity: 12,
refresh_token_validity: 6,
token_validity_units: { refresh_token: Hours },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
access_token_validity: 6,
refresh_token_validity: 6,
token_validity_units: { refresh_token: Hours },
prevent_user_existence_errors: Enabled,"#),
    }
    TK10 Error "0.1.0": "a unit of time is `Seconds`, `Minutes`, `Hours` or `Days`" {
        evidence("registry schema; API reference, TokenValidityUnitsType"),
        broken(r#"user_pool_id: Ref("UserPool"),
access_token_validity: 30,
token_validity_units: { access_token: "minute" },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
access_token_validity: 30,
token_validity_units: { access_token: Minutes },
prevent_user_existence_errors: Enabled,"#),
    }
    TK11 Warning "0.1.0": "the unit of one token is not the unit of the other" {
        evidence("API reference, TokenValidityUnitsType"),
        broken(r#"user_pool_id: Ref("UserPool"),
access_token_validity: 15,
id_token_validity: 15,
token_validity_units: { access_token: Minutes },
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
access_token_validity: 15,
id_token_validity: 15,
token_validity_units: { access_token: Minutes, id_token: Minutes },
prevent_user_existence_errors: Enabled,"#),
    }
    TK14 Error "0.1.0": "a sign-in challenge waits 3 to 15 minutes" {
        evidence("registry schema; API reference, AuthSessionValidity"),
        broken(r#"user_pool_id: Ref("UserPool"),
auth_session_validity: 30,
prevent_user_existence_errors: Enabled,"#),
        mended(r#"user_pool_id: Ref("UserPool"),
auth_session_validity: 15,
prevent_user_existence_errors: Enabled,"#),
    }
}
