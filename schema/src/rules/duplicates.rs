//! Lists in which something stands twice. Whether the service takes them is not known.

use super::text;
use crate::catalogue::{AF15, IP08, Rule, SC09, UR15};
use crate::declaration::World;
use crate::property::Property;
use crate::{Declaration, Finding, Known, PropertyPath, client, literals::shorten};

/// The lists of flows of OAuth are not among them: four items are too many, whatever they are.
static LISTS: [(&Property, &Rule); 5] = [
    (&client::allowed_oauth_scopes, &SC09),
    (&client::callback_urls, &UR15),
    (&client::logout_urls, &UR15),
    (&client::explicit_auth_flows, &AF15),
    (&client::supported_identity_providers, &IP08),
];

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for (property, rule) in LISTS {
        client.each(property, &World::default(), &mut |list, _| {
            let Known::List(items) = &list.value else { return };
            for (index, item) in items.iter().enumerate() {
                let Some(written) = text(&item.value) else { continue };
                let earlier = items.iter().take(index).filter(|item| text(&item.value) == Some(written)).count();
                // Told at the second one, whatever comes after it.
                if earlier != 1 {
                    continue;
                }
                findings.push(rule.finding(
                    item.tag,
                    PropertyPath::item(property, index),
                    format!("`{}` is there already", shorten(&super::spell(&item.value))),
                    "leave it out: whether Cognito takes it twice is not known",
                ));
            }
        });
    }
}
