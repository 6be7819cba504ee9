//! What the client refers to, and what others ask of it.

use super::super::is_off;
use crate::blocks::analytics_configuration;
use crate::catalogue::{AN05, MI06, MI12, SE07};
use crate::declaration::World;
use crate::surroundings::Surroundings;
use crate::{Declaration, Finding, Known, PropertyPath, client, return_values};

/// The region whose applications any pool can use that has none in its own.
const FALLBACK: &str = "us-east-1";

pub(in crate::rules) fn check(client: &Declaration<'_>, around: &Surroundings<'_>, findings: &mut Vec<Finding>) {
    if let (Some((id, what)), Some(node)) = (&around.no_pool, client.get(&client::user_pool_id)) {
        findings.push(MI06.finding(
            node.tag,
            PropertyPath::of(&client::user_pool_id),
            format!("`{id}` is {what}, not the id of a user pool"),
            "write `Ref(\"UserPool\")`, with the logical id of the pool",
        ));
    }
    for (who, attribute) in &around.asked {
        let place = PropertyPath::whole();
        if let Err(fault) = return_values::check(attribute) {
            let message = format!("`{who}` asks for `{attribute}`, which an app client does not have");
            findings.push(MI12.finding(client.tag, place, message, fault.help));
        } else if *attribute == return_values::CLIENT_SECRET
            && client.always(&client::generate_secret, &World::default(), &is_off)
        {
            findings.push(SE07.finding(
                client.tag,
                PropertyPath::of(&client::generate_secret),
                format!("`{who}` asks for the secret of a client that has none"),
                "write `generate_secret: true`",
            ));
        }
    }
    find_far_application(client, around, findings);
}

/// An application of another region, which is neither that of the pool nor the one for pools without one of their own.
fn find_far_application(client: &Declaration<'_>, around: &Surroundings<'_>, findings: &mut Vec<Finding>) {
    let (Some(_), Some(region)) = (&around.pool, around.region) else { return };
    let (block, member) = (&client::analytics_configuration, &analytics_configuration::application_arn);
    client.each_block(block, &mut |_, configuration, world| {
        configuration.each(member, world, &mut |arn, _| {
            let Known::Text(text) = &arn.value else { return };
            let Some(other) = text.split(':').nth(3).filter(|other| !other.is_empty()) else { return };
            if other != region && other != FALLBACK {
                findings.push(AN05.finding(
                    arn.tag,
                    PropertyPath::member(block, member),
                    format!("a pool in {region} cannot use an application in {other}"),
                    format!("name an application in {region}, or one in {FALLBACK} where {region} has none"),
                ));
            }
        });
    });
}
