//! The codes that declarations get: the same from their tokens at compile time and from their value at run time.

use pipeline_macros::analyze;

/// Each declaration has these codes, at compile time and at run time.
macro_rules! codes {
    ($($name:ident: [$($code:ident),*] { $($declaration:tt)* })+) => {
        $(
            #[test]
            fn $name() {
                let (client, mut at_compile_time) = analyze! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: Enabled, $($declaration)* };
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

codes! {
    nothing_is_wrong: [] { client_name: "web" }

    client_credentials_beside_code: [OA01, OA08] {
        generate_secret: true, allowed_oauth_flows: [Code, ClientCredentials], callback_urls: ["https://a.example/"]
    }
    client_credentials_without_secret: [OA02, OA08] { allowed_oauth_flows: [ClientCredentials] }
    client_credentials_with_the_secret_off: [OA02, OA08] { allowed_oauth_flows: ["client_credentials"], generate_secret: false }
    client_credentials_where_the_secret_depends: [OA02, OA08] {
        allowed_oauth_flows: [ClientCredentials], generate_secret: If("IsService", true, false)
    }
    client_credentials_where_no_secret_is_left: [OA02, OA08] {
        allowed_oauth_flows: [ClientCredentials], generate_secret: If("IsService", NoValue, false)
    }
    client_credentials_with_scopes_of_users: [OA03, OA03, OA08] {
        generate_secret: true, allowed_oauth_flows: [ClientCredentials], allowed_oauth_scopes: [OpenId, "email", "a/b"]
    }
    flows_and_scopes_missing: [OA06, OA07] { allowed_oauth_flows_user_pool_client: true }
    flows_and_scopes_empty: [OA06, OA07] {
        allowed_oauth_flows_user_pool_client: true, allowed_oauth_flows: [], allowed_oauth_scopes: [NoValue]
    }
    flows_and_scopes_not_known: [] {
        allowed_oauth_flows_user_pool_client: true, allowed_oauth_flows: Ref("Flows"), allowed_oauth_scopes: [Ref("Scope")]
    }
    code_without_callback: [OA08, OA11, OA13] { allowed_oauth_flows: [Code, Implicit] }
    code_with_an_empty_list_of_callbacks: [OA08, OA11] { allowed_oauth_flows: [Code], callback_urls: [] }
    code_in_the_arm_without_callback: [OA08, OA11] {
        allowed_oauth_flows: If("A", [Code], NoValue), callback_urls: If("A", NoValue, ["https://a.example/"])
    }
    code_in_the_arm_with_callback: [OA08] {
        allowed_oauth_flows: If("A", [Code], NoValue), callback_urls: If("A", ["https://a.example/"], NoValue)
    }

    // What is written out in functions.
    port_behind_a_host: [UR01] { callback_urls: [Sub("http://app.example.org:${Port}/cb")] }
    path_behind_a_host: [UR01] { callback_urls: [Join("/", ["http://app.example.org", Ref("P")])] }
    port_behind_a_host_at_sign_out: [UR02] { logout_urls: [Sub("http://app.example.org:${Port}/cb")] }
    port_of_the_machine_itself: [] { callback_urls: [Sub("http://localhost:${Port}/cb"), Join("", ["http://", Ref("Host")])] }
    rest_of_a_host: [] { callback_urls: [Sub("http://localhost${Rest}"), Sub("http://app.${Rest}/cb")] }
    join_of_literals: [UR01] { callback_urls: [Join("", ["http://", "app.example.org", "/cb"])] }
    join_of_literals_that_is_right: [] { callback_urls: [Join("", ["https://", "app.example.org", "/cb"])] }
    join_of_a_variant: [] { allowed_oauth_scopes: [Join("", ["open", "id"])], allow: [OA08] }
    nested_functions: [UR01] { callback_urls: [Sub("http://${H}:${P}/", { H: Join(".", ["app", "example", "org"]) })] }
    join_with_a_condition: [] { callback_urls: [Join("", ["http://app.example.org", If("A", "x", NoValue)])] }
    fragment_behind_a_variable: [UR08] { callback_urls: [Sub("https://${Domain}/#/cb")] }
    fragment_behind_a_variable_at_sign_out: [UR09] { logout_urls: [Sub("https://${Domain}/#/cb")] }
    blank_behind_a_variable: [UR17] { callback_urls: [Sub("https://${Domain}/a b")] }
    wildcard_behind_a_variable: [UR14] { callback_urls: [Sub("https://${Domain}/*")] }
    too_long_between_variables: [NM02] { client_name: Sub("${A}aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") }
    name_with_a_slash: [NM01] { client_name: Sub("team/${AWS::StackName}") }
    name_of_a_stack: [] { client_name: Sub("team-${AWS::StackName}") }
    scope_with_a_blank: [SC10] { allowed_oauth_scopes: [Sub("${Server}/read write")], allow: [OA08] }
    scope_of_a_server_by_reference: [] { allowed_oauth_scopes: [Sub("${Server}/read")], allow: [OA08] }
    load_balancer_by_http: [UR01] { callback_urls: [Sub("http://${LB.DNSName}/cb")] }
    load_balancer_with_a_port_by_http: [UR01] { callback_urls: [Join("", ["http://", GetAtt("LB", "DNSName"), ":8080/cb"])] }
    another_attribute_by_http: [] { callback_urls: [Sub("http://${Host.Address}/cb"), Sub("http://${LB.DNSName}${Rest}")] }
    load_balancer_by_https: [UR26] { callback_urls: [Join("", ["https://", GetAtt("LB", "DNSName"), "/oauth2/idpresponse"])] }
    host_below_a_load_balancer: [] { callback_urls: [Sub("https://app.${LB.DNSName}/oauth2/idpresponse")] }
    default_that_can_be_no_callback: [UR18] {
        callback_urls: [Sub("https://${Domain}/cb"), "https://a.example/cb"], default_redirect_uri: Sub("https://${Domain}/out")
    }
    default_that_is_a_callback_with_a_variable: [] {
        callback_urls: [Sub("https://${Domain}/cb")], default_redirect_uri: Sub("https://${Domain}/cb")
    }
    default_of_another_scheme: [UR18] { callback_urls: [Sub("https://${Domain}/cb")], default_redirect_uri: "myapp://cb" }
    default_that_can_be_a_callback: [] {
        callback_urls: [Sub("https://${Domain}/cb")], default_redirect_uri: "https://a.example/cb"
    }
    default_of_a_parameter: [] { callback_urls: ["https://a.example/cb"], default_redirect_uri: Ref("Default") }

    // Dynamic references.
    secure_parameter: [DR01] { client_name: "{{resolve:ssm-secure:/name}}" }
    secure_parameter_in_a_function: [DR01] { callback_urls: [Sub("https://${A}/{{resolve:ssm-secure:/path:1}}")] }
    secure_parameter_in_a_join: [DR01] { callback_urls: [Join("", ["{{resolve:ssm-secure:", Ref("A"), "}}"])] }
    secure_parameter_in_other_functions: [DR01] { callback_urls: [Select(0, Split(",", "{{resolve:ssm-secure:/urls}}"))] }
    secure_parameter_in_json: [DR01] { client_name: Raw({ "Fn::Base64": "{{resolve:ssm-secure:/name}}" }) }
    secure_parameter_in_an_arm: [DR01] { client_name: If("A", "{{resolve:ssm-secure:/name}}", "web") }
    secure_parameter_in_a_block: [DR01] { token_validity_units: { access_token: "{{resolve:ssm-secure:/unit}}" } }
    parameter_of_systems_manager: [] {
        client_name: "{{resolve:ssm:/name:3}}", callback_urls: ["https://{{resolve:ssm:/host}}/cb"],
        allowed_oauth_scopes: ["{{resolve:secretsmanager:scope:SecretString:name}}"]
    }
    parameter_put_together: [] {
        client_name: Sub("{{resolve:ssm:/${Stage}/name}}"), callback_urls: [Join("", ["{{resolve:ssm:/", Ref("Stage"), "}}"])]
    }
    parameter_of_an_unknown_service: [DR02] { client_name: "{{resolve:parameterstore:/name}}" }
    parameter_without_a_name: [DR02] { client_name: "{{resolve:ssm:}}" }
    parameter_not_closed: [DR02] { client_name: "{{resolve:ssm:/name}" }
    fragment_beside_a_parameter: [UR08] { callback_urls: ["https://{{resolve:ssm:/host#1}}/#cb"] }

    // `${…}` outside of `Sub`.
    placeholder_in_a_url: [FN01] { callback_urls: ["https://${Domain}/cb"] }
    placeholder_in_a_sign_out_url: [FN01] { logout_urls: ["https://${Domain}/cb"] }
    placeholder_in_a_scope: [FN01] { allowed_oauth_scopes: ["${Server}/read"], allow: [OA08] }
    placeholder_for_a_scope: [FN01] { allowed_oauth_scopes: ["${Scope}"], allow: [OA08] }
    placeholder_in_a_provider: [FN01] { supported_identity_providers: ["${Provider}"] }
    placeholder_in_attributes: [FN01, FN01] { read_attributes: ["${A}"], write_attributes: ["custom:${A}"] }
    placeholder_in_the_default: [FN01] { default_redirect_uri: "https://${Domain}/cb" }
    dollar_in_a_url: [] { callback_urls: ["https://a.example/$cb", "https://a.example/${cb"] }

    // Several values in one string.
    urls_in_one_string: [LT02] { callback_urls: ["https://a.example/,https://b.example/"] }
    urls_in_one_string_with_blanks: [UR17] { callback_urls: ["https://a.example/, https://b.example/"] }
    url_with_a_comma: [] { callback_urls: ["https://a.example/a,b", "https://a.example/?u=x,y"] }
    joined_urls: [LT02] { callback_urls: [Join(",", [Ref("A"), "https://b.example/"])] }
    joined_parts_of_a_url: [] { callback_urls: [Sub("https://a.example/${A},${B}")] }
    scopes_in_one_string: [SC10] { allowed_oauth_scopes: ["openid email"], allow: [OA08] }
    scopes_in_one_string_with_commas: [SC04] { allowed_oauth_scopes: ["openid,email"], allow: [OA08] }
    scopes_of_servers_in_one_string: [LT02] { allowed_oauth_scopes: ["a/read,a/write"], allow: [OA08] }
    scope_with_a_comma_in_its_name: [] { allowed_oauth_scopes: ["a/read,write"], allow: [OA08] }
    scopes_of_parameters_in_one_string: [LT02] { allowed_oauth_scopes: [Join(",", [Ref("A"), Ref("B")])], allow: [OA08] }
    providers_in_one_string: [LT02] { supported_identity_providers: ["COGNITO,Google"] }
    providers_in_one_string_with_blanks: [LT02] { supported_identity_providers: ["COGNITO Google"] }
    provider_with_a_comma_in_its_name: [] { supported_identity_providers: ["Example, Inc"] }
    flows_in_one_string: [OA14] { allowed_oauth_flows: [Join(",", ["code", "implicit"])], callback_urls: ["https://a.example/"], allow: [OA08, OA13] }
    flow_by_a_function: [] { explicit_auth_flows: [Join("_", ["ALLOW", "USER", "SRP_AUTH"]), Sub("ALLOW_${Flow}"), "ALLOW_REFRESH_TOKEN_AUTH"] }
    flow_by_a_function_that_is_none: [AF12] { explicit_auth_flows: [Join("_", ["ALLOW", "KEY"]), "ALLOW_REFRESH_TOKEN_AUTH"] }
    flows_of_parameters_in_one_string: [AF12] { explicit_auth_flows: [Join(",", [Ref("A"), Ref("B")])] }
    attributes_in_one_string: [AT11] { read_attributes: ["email,name"] }
    custom_attributes_in_one_string: [LT02] { read_attributes: ["custom:a,custom:b"] }

    // Forms of URLs and scopes.
    scheme_misspelt: [UR24] { callback_urls: ["htps://a.example/cb", "myapp://cb", "com.example.app://cb"] }
    scheme_in_capitals: [UR24] { callback_urls: [Sub("HTTPS://${Domain}/cb")] }
    url_without_host: [UR25, UR25, UR25] { callback_urls: ["https://", "https:///cb", "http:///cb"] }
    url_with_a_great_port: [UR25, UR25] { callback_urls: ["https://a.example:99999/cb", Sub("https://${Host}:65536/")] }
    url_with_a_port: [] { callback_urls: ["https://a.example:65535/cb", Sub("https://a.example:${Port}/cb"), "https://[::1]:443/"] }
    url_without_slashes: [UR25] { callback_urls: ["http:localhost:3000"] }
    scope_without_its_server: [SC05, SC05] { allowed_oauth_scopes: ["/read", "api/"], allow: [OA08] }
    scope_of_a_server_that_is_a_url: [] { allowed_oauth_scopes: ["https://api.example//read"], allow: [OA08] }

    // Groups.
    security_allowed: [] { allowed_oauth_flows: [Implicit], callback_urls: ["https://a.example/"], allow: [security, OA08] }
    legacy_allowed: [OA13] {
        allowed_oauth_flows: [Implicit], callback_urls: ["https://a.example/"], explicit_auth_flows: [UserPasswordAuth],
        allow: [legacy, OA08]
    }
    correctness_allowed: [OA13] {
        allowed_oauth_flows: [Implicit], callback_urls: ["https://a.example/"], allow: [correctness]
    }

    // What depends on a condition.
    flows_in_one_arm: [OA06] {
        allowed_oauth_flows_user_pool_client: true, allowed_oauth_flows: If("A", [Code], NoValue),
        allowed_oauth_scopes: [OpenId], callback_urls: ["https://a.example/"], supported_identity_providers: [Cognito]
    }
    flows_in_both_arms: [] {
        allowed_oauth_flows_user_pool_client: true, allowed_oauth_flows: If("A", [Code], ["code"]),
        allowed_oauth_scopes: [OpenId], callback_urls: ["https://a.example/"], supported_identity_providers: [Cognito]
    }
    flows_where_the_switch_is_on: [] {
        allowed_oauth_flows_user_pool_client: If("A", true, false), allowed_oauth_flows: If("A", [Code], NoValue),
        allowed_oauth_scopes: If("A", [OpenId], NoValue), callback_urls: ["https://a.example/"],
        supported_identity_providers: [Cognito]
    }
    flows_where_another_condition_switches: [] {
        allowed_oauth_flows_user_pool_client: If("B", true, false), allowed_oauth_flows: If("A", [Code], NoValue),
        allowed_oauth_scopes: [OpenId], callback_urls: ["https://a.example/"], supported_identity_providers: [Cognito]
    }
    flows_missing_in_either_way: [OA06, OA08] {
        allowed_oauth_flows_user_pool_client: If("A", true, NoValue), allowed_oauth_flows: If("A", [], [Code]),
        allowed_oauth_scopes: [OpenId], callback_urls: ["https://a.example/"], supported_identity_providers: [Cognito]
    }
    scopes_in_one_arm: [OA07] {
        allowed_oauth_flows_user_pool_client: true, allowed_oauth_flows: [Code],
        allowed_oauth_scopes: If("A", [OpenId], []), callback_urls: ["https://a.example/"],
        supported_identity_providers: [Cognito]
    }
    callbacks_in_one_arm: [OA08, OA11] { allowed_oauth_flows: [Code], callback_urls: If("A", ["https://a.example/"], []) }
    context_data_where_the_secret_depends: [SE01] {
        enable_propagate_additional_user_context_data: true, generate_secret: If("A", true, false)
    }
    context_data_where_there_is_a_secret: [] {
        enable_propagate_additional_user_context_data: If("A", true, false), generate_secret: If("A", true, false)
    }
    units_in_one_arm: [TK03] {
        access_token_validity: 30, token_validity_units: If("A", { access_token: Minutes }, NoValue)
    }
    refresh_tokens_shorter_in_one_arm: [TK05] {
        access_token_validity: 90, refresh_token_validity: If("A", 1, 2),
        token_validity_units: { access_token: Minutes, refresh_token: Hours }
    }
    more_conditions_than_are_considered: [] {
        enable_propagate_additional_user_context_data: true, generate_secret: If("A", true, false),
        callback_urls: [If("B", "a:b", "c:d"), If("C", "a:b", "c:d"), If("D", "a:b", "c:d"), If("E", "a:b", "c:d"), If("F", "a:b", "c:d"), If("G", "a:b", "c:d")]
    }
    allowed_where_it_depends: [] {
        enable_propagate_additional_user_context_data: true, generate_secret: If("A", true, false), allow: [SE01]
    }

    scope_of_another_provider: [OA08, SC04] { allowed_oauth_scopes: ["offline_access"] }
    scope_in_capitals: [OA08, SC04] { allowed_oauth_scopes: ["Email"] }
    scope_without_identifier: [OA08, SC05] { allowed_oauth_scopes: ["read"] }
    scope_with_a_quote: [OA08, SC10] { allowed_oauth_scopes: ["a/\"b"] }
    scope_that_is_resolved_later: [] { allowed_oauth_scopes: ["{{resolve:ssm:/scope}}"] }

    callback_by_http: [UR01] { callback_urls: ["http://example.com/"] }
    logout_by_http: [UR02] { logout_urls: ["http://example.com/"] }
    callback_like_localhost: [UR03] { callback_urls: ["http://localhost.com/"] }
    callback_at_an_address: [UR07] { callback_urls: ["http://0.0.0.0:3000/"] }
    callback_with_a_fragment: [UR08] { callback_urls: ["https://example.com/#a"] }
    callback_that_begins_by_http: [UR01] { callback_urls: [Sub("http://example.com/${Path}")] }
    sign_out_that_begins_by_http: [UR02] { logout_urls: [Sub("http://example.com?${Query}")] }
    callback_of_which_the_host_is_not_known: [] {
        callback_urls: [Sub("http://${Host}/"), Sub("http://example${Rest}/"), Sub("http://localhost/${Path}"), Sub("${Url}")]
    }
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
    generations_of_flows_in_separate_arms: [AF03, AF04] { explicit_auth_flows: If("A", [AllowUserSrpAuth], [UserPasswordAuth]) }
    rotation_and_refresh: [RR01] {
        explicit_auth_flows: [AllowRefreshTokenAuth], refresh_token_rotation: { feature: Enabled }
    }
    rotation_in_an_arm_and_refresh: [RR01] {
        explicit_auth_flows: [AllowRefreshTokenAuth], refresh_token_rotation: { feature: If("A", Enabled, Disabled) }
    }
    rotation_with_a_long_grace: [RR04, RR05] { refresh_token_rotation: { retry_grace_period_seconds: 61 } }

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

    flows_while_oauth_is_off: [OA08] { allowed_oauth_flows: [Code], callback_urls: ["https://a.example/"] }
    scopes_while_oauth_is_off: [OA08] { allowed_oauth_scopes: [OpenId], allowed_oauth_flows_user_pool_client: false }
    flows_where_oauth_may_be_on: [] {
        allowed_oauth_flows: [ClientCredentials], generate_secret: true, allowed_oauth_flows_user_pool_client: Ref("On")
    }
    flows_in_the_arm_where_oauth_is_off: [OA08] {
        allowed_oauth_flows: [ClientCredentials], generate_secret: true,
        allowed_oauth_flows_user_pool_client: If("A", false, NoValue)
    }
    flows_in_the_arm_where_oauth_is_on: [] {
        allowed_oauth_flows: If("A", [ClientCredentials], NoValue), generate_secret: true, allowed_oauth_scopes: ["o/r", Ref("S")],
        allowed_oauth_flows_user_pool_client: If("A", true, Ref("On"))
    }
    pages_without_a_provider: [OA12] {
        allowed_oauth_flows: [Code], callback_urls: ["https://a.example/"], allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId], supported_identity_providers: []
    }
    pages_with_a_provider: [] {
        allowed_oauth_flows: [Code], callback_urls: ["https://a.example/"], allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId], supported_identity_providers: [Ref("Okta")]
    }
    tokens_in_a_url: [OA13] {
        allowed_oauth_flows: ["implicit"], callback_urls: ["https://a.example/"], allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: [OpenId], supported_identity_providers: [Cognito]
    }
    credentials_for_a_user: [OA04] {
        generate_secret: true, allowed_oauth_flows: [ClientCredentials], allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: ["aws.cognito.signin.user.admin"]
    }
    credentials_with_urls: [OA05, OA05] {
        generate_secret: true, allowed_oauth_flows: [ClientCredentials], allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: ["a/b"], callback_urls: ["https://a.example/"], logout_urls: ["https://a.example/"]
    }
    credentials_with_no_urls_left: [] {
        generate_secret: true, allowed_oauth_flows: [ClientCredentials], allowed_oauth_flows_user_pool_client: true,
        allowed_oauth_scopes: ["a/b"], callback_urls: [], logout_urls: [NoValue]
    }
    four_flows: [OA01, OA08, OA13, OA15] {
        generate_secret: true, allowed_oauth_flows: [Code, Implicit, ClientCredentials, Code],
        callback_urls: ["https://a.example/"]
    }

    claims_without_an_id_token: [OA08, SC01] { allowed_oauth_scopes: [Email, Profile, "a/b"] }
    claims_with_an_id_token: [OA08] { allowed_oauth_scopes: [Email, "openid"] }
    claims_where_the_id_token_may_be: [OA08] { allowed_oauth_scopes: [Email, Ref("Scope")] }
    claims_in_the_arm_without_an_id_token: [OA08, SC01] { allowed_oauth_scopes: If("A", [Phone], [OpenId, Phone]) }
    scopes_of_servers_need_no_id_token: [OA08] { allowed_oauth_scopes: ["a/b", CognitoAdmin] }
    scope_written_twice: [OA08, SC09] { allowed_oauth_scopes: [OpenId, "openid", OpenId] }

    url_written_twice: [UR15, UR15] {
        callback_urls: ["https://a.example/", "https://a.example/"], logout_urls: ["a://b", "https://a.example/", "a://b"]
    }
    url_that_differs_by_a_slash: [] { callback_urls: ["https://a.example", "https://a.example/"] }
    flow_written_twice: [AF15] { explicit_auth_flows: [AllowRefreshTokenAuth, "ALLOW_REFRESH_TOKEN_AUTH"] }
    provider_written_twice: [IP08] { supported_identity_providers: [Google, "Okta", "Google"] }
    provider_that_may_be_another: [] { supported_identity_providers: [Google, Ref("Google")] }

    sign_out_by_address: [UR06, UR06] { logout_urls: ["http://127.0.0.1:80/", "http://[::1]/", "https://127.0.0.1/"] }
    sign_out_with_a_fragment: [UR09] { logout_urls: ["https://a.example/#top"] }
    url_without_scheme: [UR10, UR10, UR10] { callback_urls: ["/callback", "a.example/callback"], logout_urls: ["//a.example"] }
    url_with_a_port_for_a_scheme: [UR11, UR11] { callback_urls: ["localhost:3000"], logout_urls: ["a.example:443/out"] }
    url_of_an_app: [] { callback_urls: ["myapp:callback", "com.example.app:/callback", "myapp://8080"] }
    url_with_a_wildcard: [UR14, UR14] { callback_urls: ["https://a.example/*"], logout_urls: ["https://*.a.example/"] }
    url_with_a_user: [UR22, UR22] { callback_urls: ["https://u:p@a.example/"], logout_urls: ["https://u@a.example"] }
    url_with_an_at_sign: [] { callback_urls: ["https://a.example/@u", "https://a.example/?u=a@b"] }
    url_of_the_cdk: [UR23] { callback_urls: ["https://example.com"], logout_urls: ["https://example.com"] }
    default_without_a_callback: [UR19] {
        default_redirect_uri: "https://a.example/", callback_urls: If("A", [], NoValue)
    }
    default_that_a_flow_asks_for: [OA08, OA11] { default_redirect_uri: "https://a.example/", allowed_oauth_flows: [Code] }
    default_beside_two_providers: [UR20] {
        default_redirect_uri: "https://a.example/", callback_urls: ["https://a.example/"],
        supported_identity_providers: [Cognito, "Okta", Ref("Google")]
    }
    default_beside_one_provider: [] {
        default_redirect_uri: "https://a.example/", callback_urls: ["https://a.example/"],
        supported_identity_providers: [Cognito, If("A", Google, NoValue)]
    }

    older_flow: [AF03] { explicit_auth_flows: [UserPasswordAuth, CustomAuthFlowOnly] }
    older_flow_with_rotation: [RR08] { explicit_auth_flows: [AdminNoSrpAuth], refresh_token_rotation: { feature: Enabled } }
    older_flow_where_rotation_is_off: [AF03] {
        explicit_auth_flows: [AdminNoSrpAuth], refresh_token_rotation: { feature: Disabled }
    }
    flows_without_refresh: [AF04] { explicit_auth_flows: [AllowUserSrpAuth] }
    flows_without_refresh_but_with_rotation: [] {
        explicit_auth_flows: [AllowUserSrpAuth], refresh_token_rotation: { feature: Enabled }
    }
    flows_where_refresh_may_be: [] { explicit_auth_flows: [AllowUserSrpAuth, Ref("Flow")] }
    flows_where_rotation_may_be: [] {
        explicit_auth_flows: [AllowUserSrpAuth], refresh_token_rotation: { feature: Ref("Rotation") }
    }
    flows_of_an_empty_list: [AF05] { explicit_auth_flows: [] }
    flows_of_a_list_that_comes_to_nothing: [AF05] { explicit_auth_flows: If("A", [NoValue], NoValue) }
    flows_of_token_exchange: [AF09, AF09] {
        explicit_auth_flows: [AllowTokenExchangeDelegation, AllowTokenExchangeImpersonation, AllowRefreshTokenAuth]
    }
    password_sent_by_the_public: [AF16] { explicit_auth_flows: [AllowUserPasswordAuth, AllowRefreshTokenAuth] }
    password_sent_by_a_server: [] {
        explicit_auth_flows: [AllowUserPasswordAuth, AllowRefreshTokenAuth], generate_secret: true
    }
    rotation_that_does_not_say: [RR04] { refresh_token_rotation: {} }
    rotation_off_with_a_grace_period: [RR06] {
        refresh_token_rotation: { feature: Disabled, retry_grace_period_seconds: 1 }
    }
    rotation_off_with_no_grace_period: [] { refresh_token_rotation: { feature: Disabled, retry_grace_period_seconds: 0 } }
    secret_of_an_app: [AF14] { generate_secret: true, callback_urls: ["https://a.example/", "com.example.app:/callback"] }
    secret_of_a_server: [] { generate_secret: true, callback_urls: ["https://a.example/", "http://localhost/"] }

    unit_of_the_other_token: [TK11] {
        access_token_validity: 10, id_token_validity: 20, token_validity_units: { id_token: Minutes }
    }
    unit_of_its_own_beside_another: [TK18] {
        access_token_validity: Minutes(10), token_validity_units: { access_token: Minutes }
    }
    unit_of_its_own_beside_that_of_another_token: [] {
        access_token_validity: Minutes(10), id_token_validity: 20, token_validity_units: { id_token: Minutes }
    }
    unit_of_the_other_token_that_cannot_be_meant: [] {
        access_token_validity: 1, id_token_validity: 20, token_validity_units: { id_token: Minutes }
    }
    unit_of_the_other_token_that_is_the_same: [] {
        access_token_validity: 10, id_token_validity: 20, token_validity_units: { id_token: Hours }
    }

    analytics_of_nothing: [AN03] { analytics_configuration: { role_arn: Ref("Role"), external_id: "e" } }
    analytics_of_another_service: [AN04] {
        analytics_configuration: { application_arn: "arn:aws:sns:us-east-1:123456789012:topic" }
    }
    analytics_that_end: [AN10] {
        analytics_configuration: { application_id: "0a1b", role_arn: "arn:aws:iam::123456789012:role/r", external_id: "e" }
    }
    analytics_that_may_be_any: [] { analytics_configuration: { application_arn: Ref("App") } }
    attributes_of_developers: [AT12, AT12] { read_attributes: ["dev:custom:a"], write_attributes: ["dev:custom:a"] }
    attributes_of_cognito: [AT14, AT14] {
        read_attributes: ["identities", "cognito:user_status"], write_attributes: ["identities", "cognito:user_status"]
    }
    attributes_of_empty_lists: [AT08, AT09] { read_attributes: [], write_attributes: [NoValue] }
    providers_in_other_letters: [IP03, IP03, IP03] { supported_identity_providers: ["google", "Apple", "cognito"] }
    providers_of_the_pools_own: [] { supported_identity_providers: ["Okta", "Google Workspace"] }
}

#[test]
fn a_pool_is_required() {
    let (client, at_compile_time) = analyze! { client_name: "web", prevent_user_existence_errors: Enabled };
    assert_eq!(at_compile_time, ["MI07"]);
    assert_eq!(client.validate().iter().map(|finding| finding.code).collect::<Vec<_>>(), ["MI07"]);
}

/// The codes of a declaration of that client alone.
fn codes(client: &cognito_cfn::CfnUserPoolClient) -> Vec<&'static str> {
    client.validate().iter().map(|finding| finding.code).collect()
}

#[test]
fn who_exists_is_reported_unless_the_client_says_otherwise() {
    let (client, at_compile_time) = analyze! { user_pool_id: Ref("UserPool") };
    assert_eq!((at_compile_time, codes(&client)), (["MI01"], vec!["MI01"]));
    let (client, at_compile_time) = analyze! {
        user_pool_id: Ref("UserPool"), prevent_user_existence_errors: If("A", Enabled, NoValue)
    };
    assert_eq!((at_compile_time, codes(&client)), (["MI01"], vec!["MI01"]));
    let (client, at_compile_time) = analyze! { user_pool_id: Ref("UserPool"), prevent_user_existence_errors: Legacy };
    assert_eq!((at_compile_time, codes(&client)), ([""; 0], vec![]));
    // At a client of a service nobody signs in.
    let (client, at_compile_time) = analyze! {
        user_pool_id: Ref("UserPool"), generate_secret: true, allowed_oauth_flows: [ClientCredentials],
        allowed_oauth_flows_user_pool_client: true, allowed_oauth_scopes: ["a/b"]
    };
    assert_eq!((at_compile_time, codes(&client)), ([""; 0], vec![]));
}

#[test]
fn allow_silences_warnings_in_both_places() {
    let (client, at_compile_time) = analyze! {
        user_pool_id: Ref("UserPool"), explicit_auth_flows: [], read_attributes: [], client_name: "", allow: [MI01, AT09]
    };
    assert_eq!(at_compile_time, ["AF05", "NM02"]);
    assert_eq!(codes(&client), ["NM02", "AF05"]);
}

#[test]
fn what_only_the_value_shows_is_found_at_run_time() {
    let urls: Vec<String> = (0..101).map(|at| format!("https://example.com/{at}")).collect();
    let out = ["localhost:3000/"];
    let (client, at_compile_time) = analyze! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        client_name: "name".repeat(33),
        callback_urls: &urls,
        allowed_oauth_scopes: SCOPES,
        access_token_validity: 20 + 5,
        generate_secret: None::<bool>,
        allowed_oauth_flows: [ClientCredentials],
        allowed_oauth_flows_user_pool_client: true,
        logout_urls: &out,
    };
    assert_eq!(at_compile_time, ["OA02"; 0], "an expression may be anything");
    let mut codes: Vec<&str> = client.validate().iter().map(|finding| finding.code).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["NM02", "OA02", "OA05", "OA05", "SC09", "SC10", "TK03", "UR11", "UR16"]);
}

#[test]
fn a_finding_says_where_it_stands_and_what_to_type() {
    let (client, _) = analyze! {
        user_pool_id: Ref("UserPool"),
        prevent_user_existence_errors: Enabled,
        callback_urls: ["https://example.com/", "http://example.com/"],
        refresh_token_rotation: { feature: Enabled, retry_grace_period_seconds: 61 },
    };
    let findings = client.validate();
    let places: Vec<&str> = findings.iter().map(|finding| finding.path.as_str()).collect();
    assert_eq!(places, ["refresh_token_rotation.retry_grace_period_seconds", "callback_urls[1]"]);
    let reported = findings.last().map(ToString::to_string).unwrap_or_default();
    assert!(
        reported.starts_with(
            "error[UR01] at `callback_urls[1]`: a callback URL must use `https://` unless the host is localhost\nhelp: "
        ),
        "{reported}"
    );
}
