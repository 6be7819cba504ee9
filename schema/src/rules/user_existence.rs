//! Whether a client tells that a user exists.

use super::{is, needs_browser};
use crate::catalogue::MI01;
use crate::declaration::World;
use crate::enums::OAuthFlow;
use crate::{Declaration, Finding, Known, PropertyPath, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let property = &client::prevent_user_existence_errors;
    let mut advise = |tag, place, world: &World<'_>| {
        let flows = &client::allowed_oauth_flows;
        // Nobody signs in at a client of `ClientCredentials` alone, and its secret keeps others away.
        if client.always_lacks(flows, world, &|flow| is(flow, &OAuthFlow::ClientCredentials))
            || client.always_has(flows, world, &needs_browser)
        {
            let help = format!("write `{}: Enabled`", property.name);
            findings.push(MI01.finding(tag, place, "sign-in tells whether a user exists", help));
        }
    };
    if client.get(property).is_none() {
        advise(client.tag, PropertyPath::whole(), &World::default());
    }
    client.each(property, &World::default(), &mut |node, world| {
        if matches!(node.value, Known::Absent) {
            advise(node.tag, PropertyPath::of(property), world);
        }
    });
}
