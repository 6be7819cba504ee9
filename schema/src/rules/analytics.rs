//! The two forms of an analytics configuration.

use crate::blocks::analytics_configuration::{application_arn, application_id, external_id, role_arn};
use crate::catalogue::{AN01, AN02, AN03, AN04, AN10};
use crate::characters::Characters;
use crate::declaration::World;
use crate::property::Property;
use crate::{Declaration, Finding, Known, Node, PropertyPath, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let property = &client::analytics_configuration;
    client.each_block(property, &mut |node, block, world| {
        check_one_form(property, block, world, findings);
        check_form_is_complete(property, block, world, findings);
        check_application(property, node, block, world, findings);
    });
}

/// Whether a member is certainly there. A Rust expression may turn out to be `None`.
fn is_given(block: &Declaration<'_>, member: &Property, world: &World<'_>) -> bool {
    block.always(member, world, &super::is_given)
}

fn check_one_form(property: &Property, block: &Declaration<'_>, world: &World<'_>, findings: &mut Vec<Finding>) {
    if !is_given(block, &application_arn, world) {
        return;
    }
    for member in [&application_id, &external_id, &role_arn] {
        if let Some(node) = block.get(member).filter(|_| is_given(block, member, world)) {
            findings.push(AN01.finding(
                node.tag,
                PropertyPath::member(property, member),
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
            PropertyPath::member(property, &application_id),
            format!("`application_id` needs {}", names.join(" and ")),
            format!("add `{}: \"…\"` to the block, or write `application_arn` alone", first.name),
        ));
    }
}

/// What is said of a block that has neither mistake.
fn check_application(
    property: &Property,
    node: &Node<'_>,
    block: &Declaration<'_>,
    world: &World<'_>,
    findings: &mut Vec<Finding>,
) {
    let is_absent = |member: &Property| block.always(member, world, &|value| matches!(value, Known::Absent));
    let has_form_of_id = [&application_id, &role_arn, &external_id].map(|member| is_given(block, member, world));
    let lacks_form_of_id = [&application_id, &role_arn, &external_id].map(is_absent);
    if is_absent(&application_arn) && is_absent(&application_id) {
        findings.push(AN03.finding(
            node.tag,
            PropertyPath::of(property),
            format!("`{}` that names no application is likely refused", property.name),
            format!("add `application_arn: Ref(\"AppArn\")` to the block, or leave `{}` out", property.name),
        ));
    }
    let is_of_pinpoint = |value: &Known<'_>| super::text(value).is_some_and(|arn| arn.contains(":mobiletargeting:"));
    block.each(&application_arn, world, &mut |arn, _| {
        if super::text(&arn.value).is_some_and(|text| Characters::Arn.misfit(text).is_none())
            && !is_of_pinpoint(&arn.value)
        {
            findings.push(AN04.finding(
                arn.tag,
                PropertyPath::member(property, &application_arn),
                "this is no ARN of Amazon Pinpoint, and is likely refused",
                "write `\"arn:aws:mobiletargeting:<region>:<account>:apps/<id>\"`",
            ));
        }
    });
    let is_form_of_arn = block.always(&application_arn, world, &is_of_pinpoint) && lacks_form_of_id == [true; 3];
    if is_form_of_arn || (is_absent(&application_arn) && has_form_of_id == [true; 3]) {
        findings.push(AN10.finding(
            node.tag,
            PropertyPath::of(property),
            "Amazon Pinpoint ends on 2026-10-30, and these events with it",
            format!("leave `{}` out", property.name),
        ));
    }
}
