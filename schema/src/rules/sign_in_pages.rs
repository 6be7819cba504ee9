//! OAuth that Cognito takes and that does not do what was meant.

use super::{is, is_off, needs_browser};
use crate::catalogue::{OA05, OA08, OA12, OA13};
use crate::declaration::World;
use crate::enums::OAuthFlow;
use crate::{Declaration, Finding, Known, PropertyPath, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    check_oauth_is_on(client, findings);
    check_pages_have_a_provider(client, findings);
    check_tokens_stay_out_of_urls(client, findings);
    check_urls_are_used(client, findings);
}

fn check_oauth_is_on(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let switch = &client::allowed_oauth_flows_user_pool_client;
    for property in [&client::allowed_oauth_flows, &client::allowed_oauth_scopes] {
        let mut off = None;
        client.each(property, &World::default(), &mut |list, world| {
            if client.always_has(property, world, &super::is_given) && client.always(switch, world, &is_off) {
                off.get_or_insert(list.tag);
            }
        });
        if let Some(tag) = off {
            findings.push(OA08.finding(
                tag,
                PropertyPath::of(property),
                format!("`{}` does nothing while OAuth is off", property.name),
                format!("write `{}: true`", switch.name),
            ));
            // Flows and scopes are kept from working by one switch.
            return;
        }
    }
}

fn check_pages_have_a_provider(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let (flows, providers) = (&client::allowed_oauth_flows, &client::supported_identity_providers);
    let is_on = |value: &Known<'_>| matches!(value, Known::Boolean(true));
    let mut found = None;
    client.each_item(flows, &mut |index, flow, world| {
        if needs_browser(&flow.value)
            && client.always(&client::allowed_oauth_flows_user_pool_client, world, &is_on)
            && client.always_empty(providers, world)
        {
            found.get_or_insert((flow.tag, index, super::spell(&flow.value)));
        }
    });
    if let Some((tag, index, flow)) = found {
        findings.push(OA12.finding(
            tag,
            PropertyPath::item(flows, index),
            format!("`{flow}` leads to a sign-in page without any provider"),
            format!("write `{}: [Cognito]`, with the other providers of the pool", providers.name),
        ));
    }
}

fn check_tokens_stay_out_of_urls(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::allowed_oauth_flows;
    let mut found = None;
    client.each_item(flows, &mut |index, flow, _| {
        if is(&flow.value, &OAuthFlow::Implicit) {
            found.get_or_insert((flow.tag, index));
        }
    });
    if let Some((tag, index)) = found {
        findings.push(OA13.finding(
            tag,
            PropertyPath::item(flows, index),
            "`Implicit` puts the tokens into a URL, where others may read them",
            "write `Code` in its place, and let the app send a code challenge (PKCE)",
        ));
    }
}

fn check_urls_are_used(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::allowed_oauth_flows;
    for property in [&client::callback_urls, &client::logout_urls] {
        client.each(property, &World::default(), &mut |list, world| {
            let is_credentials = |flow: &Known<'_>| is(flow, &OAuthFlow::ClientCredentials);
            if client.always_has(property, world, &super::is_given)
                && client.always_has(flows, world, &is_credentials)
                && client.always_lacks(flows, world, &|flow| !is(flow, &OAuthFlow::ClientCredentials))
            {
                findings.push(OA05.finding(
                    list.tag,
                    PropertyPath::of(property),
                    format!("`ClientCredentials` does not use `{}`", property.name),
                    format!("leave `{}` out", property.name),
                ));
            }
        });
    }
}
