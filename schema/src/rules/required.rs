//! What CloudFormation refuses a resource without.

use crate::catalogue::MI07;
use crate::declaration::World;
use crate::{Declaration, Finding, Known, PropertyPath, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for property in client::ALL.iter().filter(|property| property.required) {
        let mut require = |tag, place| {
            let message = format!("`{}` is required", property.name);
            let help = format!("write `{}: Ref(\"UserPool\")`, with the logical id of the pool", property.name);
            findings.push(MI07.finding(tag, place, message, help));
        };
        if client.get(property).is_none() {
            require(client.tag, PropertyPath::whole());
        }
        client.each(property, &World::default(), &mut |node, _| {
            if matches!(node.value, Known::Absent) {
                require(node.tag, PropertyPath::of(property));
            }
        });
    }
}
