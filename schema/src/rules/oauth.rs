//! OA: OAuth flows, and what they need.

use super::secret::has_no_secret;
use crate::client::{self, allowed_oauth_flows_user_pool_client as switch};
use crate::diagnostic::Finding;
use crate::enums::{OAuthFlow, OAuthScope};
use crate::input::{AbstractValue, Assumptions, Properties};
use crate::literals::shorten;
use crate::stack_context::{Domain, StackContext};

family!(OA01, OA02, OA03, OA04, OA11, OA06, OA07, OA08, OA12, OA13, OA05, OA14, OA16, OA17);

fn is_credentials(flow: &AbstractValue<'_>) -> bool {
    flow.is(&OAuthFlow::ClientCredentials)
}

/// Whether the flow sends the user's browser to a page and back.
pub(super) fn needs_browser(flow: &AbstractValue<'_>) -> bool {
    flow.is(&OAuthFlow::Code) || flow.is(&OAuthFlow::Implicit)
}

/// Whether `ClientCredentials` certainly is the only flow. With another flow the mix itself is the mistake.
fn has_credentials_alone(client: &Properties<'_>, given: &Assumptions<'_>) -> bool {
    let flows = &client::allowed_oauth_flows;
    client.always_has(flows, given, &is_credentials) && client.always_lacks(flows, given, &|flow| !is_credentials(flow))
}

rule! {
    OA01 Error "0.1.0": "`ClientCredentials` combined with another OAuth flow" {
        cognito_error("client_credentials flow can not be selected along with code flow or implicit flow."),
        source("deployment, in cdk-preflight; API reference, AllowedOAuthFlows"),
        checked_by(check_credentials_are_alone),
        about_one_value(),
    }
}

fn check_credentials_are_alone(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for flow in client.conflicting_items(&client::allowed_oauth_flows, &is_credentials, &needs_browser) {
        findings.push(OA01.at(
            &flow,
            format!("`{}` cannot be combined with the other OAuth flows", flow.value.written()),
            "keep only `ClientCredentials`, and declare another client for `Code` or `Implicit`",
        ));
    }
}

rule! {
    OA02 Error "0.1.0": "`ClientCredentials` without a client secret" {
        cognito_error("client_credentials flow can not be selected if client does not have a client secret."),
        source("deployment, in cdk-preflight"),
        checked_by(check_credentials_have_a_secret),
    }
}

fn check_credentials_have_a_secret(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let first = client
        .first_item(&client::allowed_oauth_flows, |flow, given| is_credentials(flow) && has_no_secret(client, given));
    findings.extend(
        first.map(|flow| {
            OA02.at(&flow, "`ClientCredentials` requires a client secret", "write `generate_secret: true`")
        }),
    );
}

rule! {
    OA03 Error "0.1.0": "user scope with `ClientCredentials`" {
        cognito_error("openid is not supported with client_credentials flow"),
        source("hashicorp/terraform-provider-aws#4984"),
        checked_by(check_credentials_have_no_user_scope),
    }
}

fn check_credentials_have_no_user_scope(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let of_users = [&OAuthScope::OpenId, &OAuthScope::Email, &OAuthScope::Phone, &OAuthScope::Profile];
    for scope in client.items(&client::allowed_oauth_scopes, |scope, given| {
        of_users.iter().any(|variant| scope.is(variant)) && has_credentials_alone(client, given)
    }) {
        let shown = scope.value.written();
        findings.push(OA03.at(
            &scope,
            format!("`{shown}` is a user scope, which `ClientCredentials` does not support"),
            "use scopes of a resource server, such as `\"orders/read\"`",
        ));
    }
}

rule! {
    OA04 Warning "0.1.0": "`CognitoAdmin` with `ClientCredentials`" {
        source("inferred from OA03; no deployment is known"),
        checked_by(check_credentials_have_no_admin_scope),
    }
}

fn check_credentials_have_no_admin_scope(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for scope in client.items(&client::allowed_oauth_scopes, |scope, given| {
        scope.is(&OAuthScope::CognitoAdmin) && has_credentials_alone(client, given)
    }) {
        findings.push(OA04.at(
            &scope,
            "`CognitoAdmin` requires a user, and `ClientCredentials` has none",
            "use scopes of a resource server, such as `\"orders/read\"`; Cognito probably rejects it",
        ));
    }
}

rule! {
    OA05 Warning "0.1.0": "`callback_urls` or `logout_urls` with only `ClientCredentials`" {
        source("developer guide, client credentials grant; hashicorp/terraform-provider-aws#4984"),
        checked_by(check_credentials_have_no_urls),
    }
}

fn check_credentials_have_no_urls(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for property in [&client::callback_urls, &client::logout_urls] {
        for list in client.values(property, |_, given| {
            client.always_has(property, given, &|url| url.is_present()) && has_credentials_alone(client, given)
        }) {
            let message = format!("`ClientCredentials` does not use `{}`", property.name);
            findings.push(OA05.at(&list, message, format!("remove `{}`", property.name)));
        }
    }
}

rule! {
    OA07 Error "0.1.0": "OAuth is enabled but no scope is allowed" {
        cognito_error("AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows."),
        source("deployment, in cdk-preflight"),
        checked_with(&OA06),
    }
}

rule! {
    OA06 Error "0.1.0": "OAuth is enabled but no flow is allowed" {
        cognito_error("AllowedOAuthFlows and AllowedOAuthScopes are required if user pool client is allowed to use OAuth flows."),
        source("deployment, in cdk-preflight"),
        checked_by(check_flows_and_scopes),
    }
}

fn check_flows_and_scopes(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let (flows, scopes) = (&client::allowed_oauth_flows, &client::allowed_oauth_scopes);
    client.each(&switch, |on, given| {
        let scope = if client.always_has(flows, given, &is_credentials) { "\"orders/read\"" } else { "OpenId" };
        for (rule, list, noun, item) in [(&OA06, flows, "flow", "Code"), (&OA07, scopes, "scope", scope)] {
            if on.value.is_on() && client.always_empty(list, given) {
                findings.push(rule.at(
                    &on,
                    format!("OAuth is enabled but no {noun} is allowed"),
                    format!("write `{}: [{item}]`, or remove `{}`", list.name, switch.name),
                ));
            }
        }
    });
}

rule! {
    OA08 Warning "0.1.0": "OAuth flows or scopes while OAuth is disabled" {
        source("hashicorp/terraform-provider-aws#34945; boto/boto3#3916; aws/aws-sdk-js-v3#7158"),
        checked_by(check_oauth_is_on),
    }
}

fn check_oauth_is_on(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let without_effect = |property: &_| {
        let values = client.values(property, |_, given| {
            client.always_has(property, given, &|item| item.is_present())
                && client.always(&switch, given, &|on| on.is_off())
        });
        values.into_iter().next().map(|list| {
            let message = format!("`{}` has no effect while OAuth is disabled", property.name);
            OA08.at(&list, message, format!("write `{}: true`", switch.name))
        })
    };
    // One switch turns flows and scopes on: it is missing once.
    findings.extend([&client::allowed_oauth_flows, &client::allowed_oauth_scopes].into_iter().find_map(without_effect));
}

rule! {
    OA11 Error "0.1.0": "`Code` or `Implicit` without a callback URL" {
        cognito_error("CallbackUrls can not be empty when code flow or implicit flow is selected"),
        source("deployment, in cdk-preflight; anomalyco/sst#6272; cisagov/crossfeed#440"),
        checked_by(check_callback_urls),
    }
}

fn check_callback_urls(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let first = client.first_item(&client::allowed_oauth_flows, |flow, given| {
        needs_browser(flow) && client.always_empty(&client::callback_urls, given)
    });
    findings.extend(first.map(|flow| {
        OA11.at(
            &flow,
            format!("`{}` requires at least one callback URL", flow.value.written()),
            "write `callback_urls: [\"https://app.example.com/callback\"]`, with the URL of your app",
        )
    }));
}

rule! {
    OA12 Warning "0.1.0": "managed login without an identity provider" {
        source("hashicorp/terraform-provider-aws#23374; developer guide, app clients"),
        checked_by(check_providers),
    }
}

fn check_providers(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let providers = &client::supported_identity_providers;
    let first = client.first_item(&client::allowed_oauth_flows, |flow, given| {
        needs_browser(flow) && client.always(&switch, given, &|on| on.is_on()) && client.always_empty(providers, given)
    });
    findings.extend(first.map(|flow| {
        OA12.at(
            &flow,
            format!("`{}` uses managed login, which needs an identity provider", flow.value.written()),
            format!("write `{}: [Cognito]`, and add the other providers of the pool", providers.name),
        )
    }));
}

rule! {
    OA13 Warning Security "0.1.0": "`Implicit` exposes tokens in the URL" {
        source("developer guide, implicit grant; aws/aws-cdk#28204, #8155"),
        checked_by(check_implicit),
    }
}

fn check_implicit(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let first = client.first_item(&client::allowed_oauth_flows, |flow, _| flow.is(&OAuthFlow::Implicit));
    findings.extend(first.map(|flow| {
        OA13.at(
            &flow,
            "`Implicit` returns tokens in the URL, where they can leak",
            "use `Code` instead, and have the app send a code challenge (PKCE)",
        )
    }));
}

rule! {
    OA14 Error "0.1.0": "unknown OAuth flow" {
        cognito_error("failed to satisfy constraint: [Member must satisfy enum value set: [implicit, client_credentials, code]]"),
        source("awsdocs/aws-cloudformation-user-guide#563, #517"),
        checked_by_the_reader(),
    }
}

/// Whether OAuth certainly is on with a flow that passes the test.
fn has_active_flow(client: &Properties<'_>, test: &dyn Fn(&AbstractValue<'_>) -> bool) -> bool {
    let given = &Assumptions::default();
    client.always(&switch, given, &|on| on.is_on()) && client.always_has(&client::allowed_oauth_flows, given, test)
}

rule! {
    OA16 Warning "0.1.0": "OAuth is enabled but the user pool has no domain" {
        source("developer guide, user pool domains; aws-amplify/amplify-js#755"),
        checked_in_stack_by(check_domain),
    }
}

fn check_domain(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    let Some(pool) = stack.pool.as_ref().filter(|_| stack.has_everything() && stack.domain == Domain::None) else {
        return;
    };
    if has_active_flow(client, &needs_browser) || has_active_flow(client, &is_credentials) {
        findings.extend(client.position(&switch).map(|on| {
            let id = shorten(pool.logical_id);
            let message = format!("`{id}` has no domain in this stack, so its OAuth endpoints do not exist");
            OA16.at(on, message, "add an `AWS::Cognito::UserPoolDomain` for the pool")
        }));
    }
}

rule! {
    OA17 Warning "0.1.0": "managed login without a branding style for the client" {
        source("API reference, CreateUserPoolClient"),
        checked_in_stack_by(check_branding),
    }
}

fn check_branding(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    let is_bare = stack.pool.is_some() && stack.has_everything() && !stack.has_branding;
    if is_bare && stack.domain == Domain::ManagedLogin && has_active_flow(client, &needs_browser) {
        findings.extend(client.position(&switch).map(|on| {
            let message = "managed login shows an error page if the client has no branding style";
            OA17.at(on, message, "add an `AWS::Cognito::ManagedLoginBranding` for the client")
        }));
    }
}
