//! One verdict, whether a declaration is judged as tokens or as a value.
//!
//! The codes are those of the rule that the service holds, as its documentation and its answers have it.

use judge::judge;

/// Each declaration has these codes, at compile time and at run time.
macro_rules! verdicts {
    ($($name:ident: [$($code:ident),*] { $($declaration:tt)* })+) => {
        $(
            #[test]
            fn $name() {
                let (client, mut at_compile_time) = judge! { user_pool_id: Ref("UserPool"), $($declaration)* };
                let mut at_run_time: Vec<&str> = client.validate().iter().map(|finding| finding.code).collect();
                at_compile_time.sort_unstable();
                at_run_time.sort_unstable();
                let expected: &[&str] = &[$(stringify!($code)),*];
                assert_eq!(at_compile_time, expected, "at compile time");
                assert_eq!(at_run_time, expected, "at run time");
            }
        )+
    };
}

const SCOPES: [&str; 51] = ["o/x"; 51];

verdicts! {
    nothing_is_wrong: [] { client_name: "web" }

    client_credentials_beside_code: [OA01] {
        generate_secret: true, allowed_oauth_flows: [Code, ClientCredentials], callback_urls: ["https://a.example/"]
    }
    client_credentials_without_secret: [OA02] { allowed_oauth_flows: [ClientCredentials] }
    client_credentials_with_the_secret_off: [OA02] { allowed_oauth_flows: ["client_credentials"], generate_secret: false }
    client_credentials_where_the_secret_depends: [] {
        allowed_oauth_flows: [ClientCredentials], generate_secret: If("IsService", true, false)
    }
    client_credentials_where_no_secret_is_left: [OA02] {
        allowed_oauth_flows: [ClientCredentials], generate_secret: If("IsService", NoValue, false)
    }
    client_credentials_with_scopes_of_users: [OA03, OA03] {
        generate_secret: true, allowed_oauth_flows: [ClientCredentials], allowed_oauth_scopes: [OpenId, "email", "a/b"]
    }
    flows_and_scopes_missing: [OA06, OA07] { allowed_oauth_flows_user_pool_client: true }
    flows_and_scopes_empty: [OA06, OA07] {
        allowed_oauth_flows_user_pool_client: true, allowed_oauth_flows: [], allowed_oauth_scopes: [NoValue]
    }
    flows_and_scopes_not_known: [] {
        allowed_oauth_flows_user_pool_client: true, allowed_oauth_flows: Ref("Flows"), allowed_oauth_scopes: [Ref("Scope")]
    }
    code_without_callback: [OA11] { allowed_oauth_flows: [Code, Implicit] }
    code_with_an_empty_list_of_callbacks: [OA11] { allowed_oauth_flows: [Code], callback_urls: [] }
    code_in_the_arm_without_callback: [OA11] {
        allowed_oauth_flows: If("A", [Code], NoValue), callback_urls: If("A", NoValue, ["https://a.example/"])
    }
    code_in_the_arm_with_callback: [] {
        allowed_oauth_flows: If("A", [Code], NoValue), callback_urls: If("A", ["https://a.example/"], NoValue)
    }

    scope_of_another_provider: [SC04] { allowed_oauth_scopes: ["offline_access"] }
    scope_in_capitals: [SC04] { allowed_oauth_scopes: ["Email"] }
    scope_without_identifier: [SC05] { allowed_oauth_scopes: ["read"] }
    scope_with_a_quote: [SC10] { allowed_oauth_scopes: ["a/\"b"] }
    scope_that_is_resolved_later: [] { allowed_oauth_scopes: ["{{resolve:ssm:/scope}}"] }

    callback_by_http: [UR01] { callback_urls: ["http://example.com/"] }
    logout_by_http: [UR02] { logout_urls: ["http://example.com/"] }
    callback_like_localhost: [UR03] { callback_urls: ["http://localhost.com/"] }
    callback_at_an_address: [UR07] { callback_urls: ["http://0.0.0.0:3000/"] }
    callback_with_a_fragment: [UR08] { callback_urls: ["https://example.com/#a"] }
    callback_by_http_with_a_fragment: [UR01, UR08] { callback_urls: ["http://example.com/#a"] }
    callback_with_whitespace: [UR17] { callback_urls: ["https://example.com/a\tb"] }
    callback_at_home: [] { callback_urls: ["http://localhost:80/", "http://127.0.0.1/", "http://[::1]:3000/"] }
    default_that_is_no_callback: [UR18] { callback_urls: ["https://a.example/"], default_redirect_uri: "https://b.example/" }
    default_that_may_be_a_callback: [] { callback_urls: [Ref("Url")], default_redirect_uri: "https://b.example/" }
    default_that_is_no_callback_in_one_arm: [UR18] {
        callback_urls: ["https://a.example/"], default_redirect_uri: If("A", "https://a.example/", "https://b.example/")
    }

    generations_of_flows: [AF01] { explicit_auth_flows: [AllowUserSrpAuth, UserPasswordAuth] }
    generations_of_flows_in_each_arm: [AF01, AF01] {
        explicit_auth_flows: If("A", [UserPasswordAuth, AllowUserAuth], [AllowUserSrpAuth, AdminNoSrpAuth])
    }
    generations_of_flows_in_separate_arms: [] { explicit_auth_flows: If("A", [AllowUserSrpAuth], [UserPasswordAuth]) }
    rotation_and_refresh: [RR01] {
        explicit_auth_flows: [AllowRefreshTokenAuth], refresh_token_rotation: { feature: Enabled }
    }
    rotation_in_an_arm_and_refresh: [RR01] {
        explicit_auth_flows: [AllowRefreshTokenAuth], refresh_token_rotation: { feature: If("A", Enabled, Disabled) }
    }
    rotation_with_a_long_grace: [RR05] { refresh_token_rotation: { retry_grace_period_seconds: 61 } }

    access_token_of_a_day_too_long: [TK01] { access_token_validity: 1441, token_validity_units: { access_token: Minutes } }
    access_token_without_unit: [TK03] { access_token_validity: 25 }
    id_token_of_no_time: [TK03] { id_token_validity: 0 }
    id_token_in_an_unknown_unit: [] { id_token_validity: 25, token_validity_units: { id_token: Ref("Unit") } }
    id_token_in_unknown_units: [TK01] { id_token_validity: 86401, token_validity_units: Ref("Units") }
    refresh_token_too_short: [TK02] { refresh_token_validity: 59, token_validity_units: { refresh_token: Minutes } }
    refresh_token_without_unit: [TK04] { refresh_token_validity: 3651 }
    access_and_id_token_outlive: [TK05, TK05] {
        access_token_validity: 2, id_token_validity: 90, refresh_token_validity: 60,
        token_validity_units: { id_token: Minutes, refresh_token: Minutes }
    }
    access_token_that_lives_as_long: [] {
        access_token_validity: 1, refresh_token_validity: 3600, token_validity_units: { refresh_token: Seconds }
    }
    session_of_a_sign_in: [TK14] { auth_session_validity: 16 }

    context_without_secret: [SE01] { enable_propagate_additional_user_context_data: true }
    context_with_secret: [] { enable_propagate_additional_user_context_data: true, generate_secret: true }

    analytics_of_both_forms: [AN01] {
        analytics_configuration: {
            application_arn: "arn:aws:mobiletargeting:us-east-1:123456789012:apps/0a1b", application_id: "0a1b"
        }
    }
    analytics_half_given: [AN02] { analytics_configuration: { application_id: "0a1b", external_id: "e" } }
    analytics_of_no_arn: [LT01] { analytics_configuration: { application_arn: "application/0a1b/of/pinpoint" } }

    attributes_nobody_writes: [AT03, AT03, AT03] { write_attributes: [EmailVerified, "phone_number_verified", Sub] }
    attributes_everybody_reads: [] { read_attributes: [EmailVerified, "phone_number_verified", Sub] }
    attribute_without_prefix: [AT11] { read_attributes: ["role"] }
    attribute_of_no_name: [AT20] { write_attributes: [""] }
    provider_of_a_long_name: [IP06] { supported_identity_providers: ["123456789012345678901234567890123"] }

    name_in_another_script: [NM01] { client_name: "клиент" }
    name_of_nothing: [NM02] { client_name: "" }
    name_in_two_arms: [NM01, NM02] { client_name: If("A", "a/b", "") }
}

#[test]
fn a_pool_is_required() {
    let (client, at_compile_time) = judge! { client_name: "web" };
    assert_eq!(at_compile_time, ["MI07"]);
    assert_eq!(client.validate().iter().map(|finding| finding.code).collect::<Vec<_>>(), ["MI07"]);
}

#[test]
fn what_only_the_value_shows_is_found_at_run_time() {
    let urls: Vec<String> = (0..101).map(|at| format!("https://example.com/{at}")).collect();
    let (client, at_compile_time) = judge! {
        user_pool_id: Ref("UserPool"),
        client_name: "name".repeat(33),
        callback_urls: &urls,
        allowed_oauth_scopes: SCOPES,
        access_token_validity: 20 + 5,
        generate_secret: None::<bool>,
        allowed_oauth_flows: [ClientCredentials],
    };
    assert_eq!(at_compile_time, ["OA02"; 0], "an expression may be anything");
    let mut codes: Vec<&str> = client.validate().iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["NM02", "OA02", "SC10", "TK03", "UR16"]);
}

#[test]
fn a_finding_says_where_it_stands_and_what_to_type() {
    let (client, _) = judge! {
        user_pool_id: Ref("UserPool"),
        callback_urls: ["https://example.com/", "http://example.com/"],
        refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: 61 },
    };
    let findings = client.validate();
    let places: Vec<&str> = findings.iter().map(|finding| finding.place.as_str()).collect();
    assert_eq!(places, ["refresh_token_rotation.retry_grace_period_seconds", "callback_urls[1]"]);
    let told = findings.last().map(ToString::to_string).unwrap_or_default();
    assert!(
        told.starts_with("error[UR01] at `callback_urls[1]`: `example.com` cannot be reached by `http://`\nhelp: "),
        "{told}"
    );
}
