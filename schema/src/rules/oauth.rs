//! OAuth flows, and what they need beside them.

use super::{clashes, is, is_off, needs_browser, spell};
use crate::catalogue::{OA01, OA02, OA03, OA04, OA06, OA07, OA11};
use crate::declaration::World;
use crate::enums::{OAuthFlow, OAuthScope};
use crate::{Declaration, Finding, Known, PropertyPath, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    check_credentials_stand_alone(client, findings);
    check_credentials_have_a_secret(client, findings);
    check_credentials_have_no_user_scopes(client, findings);
    check_flows_have_a_callback(client, findings);
    check_oauth_has_flows_and_scopes(client, findings);
}

fn is_credentials(value: &Known<'_>) -> bool {
    is(value, &OAuthFlow::ClientCredentials)
}

fn check_credentials_stand_alone(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::allowed_oauth_flows;
    for clash in clashes(client, flows, &is_credentials, &needs_browser) {
        findings.push(OA01.finding(
            clash.tag,
            PropertyPath::item(flows, clash.index),
            format!("`{}` cannot stand beside the other flows here", clash.item),
            "keep `ClientCredentials` alone, and declare another client for `Code` or `Implicit`",
        ));
    }
}

fn check_credentials_have_a_secret(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::allowed_oauth_flows;
    let mut found = None;
    client.each_item(flows, &mut |index, flow, world| {
        if is_credentials(&flow.value) && client.always(&client::generate_secret, world, &is_off) {
            found.get_or_insert((flow.tag, index));
        }
    });
    if let Some((tag, index)) = found {
        findings.push(OA02.finding(
            tag,
            PropertyPath::item(flows, index),
            "`ClientCredentials` needs a client with a secret",
            "write `generate_secret: true`",
        ));
    }
}

fn check_credentials_have_no_user_scopes(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let scopes = &client::allowed_oauth_scopes;
    let of_users = [&OAuthScope::OpenId, &OAuthScope::Email, &OAuthScope::Phone, &OAuthScope::Profile];
    client.each_item(scopes, &mut |index, scope, world| {
        let is_admin = is(&scope.value, &OAuthScope::CognitoAdmin);
        // Beside another flow the mix itself is the mistake.
        if (is_admin || of_users.iter().any(|word| is(&scope.value, word)))
            && client.always_has(&client::allowed_oauth_flows, world, &is_credentials)
            && client
                .always_lacks(&client::allowed_oauth_flows, world, &|flow| !is(flow, &OAuthFlow::ClientCredentials))
        {
            let scope_of_servers = "write scopes of a resource server, such as `\"orders/read\"`";
            let (rule, message, help) = if is_admin {
                let message = "`CognitoAdmin` acts for a user, `ClientCredentials` has none";
                (&OA04, message.to_owned(), format!("it is likely refused: {scope_of_servers}"))
            } else {
                let message =
                    format!("`{}` is a scope of users, which `ClientCredentials` has none of", spell(&scope.value));
                (&OA03, message, scope_of_servers.to_owned())
            };
            findings.push(rule.finding(scope.tag, PropertyPath::item(scopes, index), message, help));
        }
    });
}

fn check_flows_have_a_callback(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::allowed_oauth_flows;
    let mut found = None;
    client.each_item(flows, &mut |index, flow, world| {
        if needs_browser(&flow.value) && client.always_empty(&client::callback_urls, world) {
            found.get_or_insert((flow.tag, index, spell(&flow.value)));
        }
    });
    if let Some((tag, index, flow)) = found {
        findings.push(OA11.finding(
            tag,
            PropertyPath::item(flows, index),
            format!("`{flow}` needs at least one callback URL"),
            "write `callback_urls: [\"https://app.example.com/callback\"]`, with the URL of your app",
        ));
    }
}

fn check_oauth_has_flows_and_scopes(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let switch = &client::allowed_oauth_flows_user_pool_client;
    client.each(switch, &World::default(), &mut |on, world| {
        if !matches!(on.value, Known::Boolean(true)) {
            return;
        }
        let (flows, scopes) = (&client::allowed_oauth_flows, &client::allowed_oauth_scopes);
        let scope = if client.always_has(flows, world, &is_credentials) { "\"orders/read\"" } else { "OpenId" };
        for (rule, list, noun, item) in [(&OA06, flows, "flow", "Code"), (&OA07, scopes, "scope", scope)] {
            if client.always_empty(list, world) {
                findings.push(rule.finding(
                    on.tag,
                    PropertyPath::of(switch),
                    format!("OAuth is switched on without any {noun}"),
                    format!("write `{}: [{item}]`, or leave `{}` out", list.name, switch.name),
                ));
            }
        }
    });
}
