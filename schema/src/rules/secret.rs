//! What only a client with a secret may do, and who cannot keep one.

use super::is_off;
use super::url::{Scheme, scheme};
use crate::catalogue::{AF14, SE01};
use crate::declaration::World;
use crate::{Declaration, Finding, Known, PropertyPath, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    check_context_has_a_secret(client, findings);
    check_apps_keep_no_secret(client, findings);
}

fn check_context_has_a_secret(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let property = &client::enable_propagate_additional_user_context_data;
    client.each(property, &World::default(), &mut |on, world| {
        if matches!(on.value, Known::Boolean(true)) && client.always(&client::generate_secret, world, &is_off) {
            findings.push(SE01.finding(
                on.tag,
                PropertyPath::of(property),
                "passing on user context data needs a client with a secret",
                "write `generate_secret: true`",
            ));
        }
    });
}

/// Whether it is the URL of an app on the user's device: `myapp://callback`.
fn is_of_app(value: &Known<'_>) -> bool {
    super::text(value).is_some_and(|url| url.contains(":/") && matches!(scheme(url), Scheme::App))
}

fn check_apps_keep_no_secret(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let property = &client::generate_secret;
    client.each(property, &World::default(), &mut |on, world| {
        if matches!(on.value, Known::Boolean(true)) && client.always_has(&client::callback_urls, world, &is_of_app) {
            findings.push(AF14.finding(
                on.tag,
                PropertyPath::of(property),
                "an app on the user's device keeps no secret",
                "write `generate_secret: false`, and declare another client for a server",
            ));
        }
    });
}
