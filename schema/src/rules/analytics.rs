//! The two forms of an analytics configuration.

use crate::blocks::analytics_configuration::{application_arn, application_id, external_id, role_arn};
use crate::catalogue::{AN01, AN02};
use crate::declaration::World;
use crate::property::Property;
use crate::{Declaration, Finding, Known, Place, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let property = &client::analytics_configuration;
    client.each_block(property, &mut |_, block, world| {
        check_one_form(property, block, world, findings);
        check_form_is_complete(property, block, world, findings);
    });
}

/// Whether a member is certainly there. A Rust expression may turn out to be `None`.
fn is_given(block: &Declaration<'_>, member: &Property, world: &World<'_>) -> bool {
    block.always(member, world, &|value| !matches!(value, Known::Absent | Known::Unknown))
}

fn check_one_form(property: &Property, block: &Declaration<'_>, world: &World<'_>, findings: &mut Vec<Finding>) {
    if !is_given(block, &application_arn, world) {
        return;
    }
    for member in [&application_id, &external_id, &role_arn] {
        if let Some(node) = block.get(member).filter(|_| is_given(block, member, world)) {
            findings.push(AN01.finding(
                node.tag,
                Place::member(property, member),
                format!("`{}` cannot stand beside `application_arn`", member.name),
                "keep `application_arn` alone, or `application_id` with `role_arn` and `external_id`",
            ));
            // The forms are mixed: that is one mistake, however many members show it.
            return;
        }
    }
}

fn check_form_is_complete(
    property: &Property,
    block: &Declaration<'_>,
    world: &World<'_>,
    findings: &mut Vec<Finding>,
) {
    let is_absent = |member: &Property| block.always(member, world, &|value| matches!(value, Known::Absent));
    let Some(id) = block.get(&application_id).filter(|_| is_given(block, &application_id, world)) else { return };
    if !is_absent(&application_arn) {
        return;
    }
    let missing: Vec<&Property> = [&role_arn, &external_id].into_iter().filter(|member| is_absent(member)).collect();
    if let Some(first) = missing.first() {
        let names: Vec<String> = missing.iter().map(|member| format!("`{}`", member.name)).collect();
        findings.push(AN02.finding(
            id.tag,
            Place::member(property, &application_id),
            format!("`application_id` needs {}", names.join(" and ")),
            format!("add `{}: …` to the block, or give `application_arn` alone", first.name),
        ));
    }
}
