//! What only a client with a secret may do.

use super::is_off;
use crate::catalogue::SE01;
use crate::declaration::World;
use crate::{Declaration, Finding, Known, Place, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let property = &client::enable_propagate_additional_user_context_data;
    client.each(property, &World::default(), &mut |on, world| {
        if matches!(on.value, Known::Boolean(true)) && client.always(&client::generate_secret, world, &is_off) {
            findings.push(SE01.finding(
                on.tag,
                Place::of(property),
                "passing on user context data needs a client with a secret",
                "write `generate_secret: true`",
            ));
        }
    });
}
