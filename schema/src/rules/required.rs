//! What CloudFormation refuses a resource without.

use crate::catalogue::MI07;
use crate::declaration::World;
use crate::{Declaration, Finding, Known, Place, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for property in client::ALL.iter().filter(|property| property.required) {
        if client.always(property, &World::default(), &|value| matches!(value, Known::Absent)) {
            let written = client.get(property);
            findings.push(MI07.finding(
                written.map_or(client.tag, |node| node.tag),
                written.map_or_else(Place::whole, |_| Place::of(property)),
                format!("`{}` is required", property.name),
                format!("add `{}: Ref(\"UserPool\")`, with the logical id of the pool", property.name),
            ));
        }
    }
}
