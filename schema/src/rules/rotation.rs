//! Refresh token rotation, and the sign-in flows beside it.

use super::auth_flows::{is_older, newer};
use super::{is, is_given};
use crate::blocks::refresh_token_rotation::{feature, retry_grace_period_seconds};
use crate::catalogue::{RR01, RR04, RR06, RR08};
use crate::enums::{ExplicitAuthFlow, RefreshTokenRotationFeature};
use crate::{Declaration, Finding, Known, PropertyPath, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    check_rotation_excludes_refresh(client, findings);
    check_block_says_whether(client, findings);
    check_grace_period_counts(client, findings);
    check_older_flows(client, findings);
}

pub(super) fn is_enabled(value: &Known<'_>) -> bool {
    is(value, &RefreshTokenRotationFeature::Enabled)
}

fn check_rotation_excludes_refresh(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let (flows, rotation) = (&client::explicit_auth_flows, &client::refresh_token_rotation);
    let is_refresh = |flow: &Known<'_>| is(flow, &ExplicitAuthFlow::AllowRefreshTokenAuth);
    let mut found = None;
    client.each_item(flows, &mut |index, flow, world| {
        if is_refresh(&flow.value) && client.always_in(rotation, &feature, world, &is_enabled) {
            found.get_or_insert((flow.tag, PropertyPath::item(flows, index)));
        }
    });
    client.each_block(rotation, &mut |_, block, world| {
        block.each(&feature, world, &mut |node, world| {
            if is_enabled(&node.value) && client.always_has(flows, world, &is_refresh) {
                found.get_or_insert((node.tag, PropertyPath::member(rotation, &feature)));
            }
        });
    });
    if let Some((tag, place)) = found {
        findings.push(RR01.finding(
            tag,
            place,
            "refresh token rotation excludes `AllowRefreshTokenAuth`",
            "leave `AllowRefreshTokenAuth` out, or write `refresh_token_rotation: { feature: Disabled }`",
        ));
    }
}

fn check_block_says_whether(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let rotation = &client::refresh_token_rotation;
    client.each_block(rotation, &mut |node, block, world| {
        if block.always(&feature, world, &|value| matches!(value, Known::Absent)) {
            findings.push(RR04.finding(
                node.tag,
                PropertyPath::of(rotation),
                "a rotation that says neither `Enabled` nor `Disabled` may be refused",
                "add `feature: Enabled` to the block",
            ));
        }
    });
}

fn check_grace_period_counts(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let rotation = &client::refresh_token_rotation;
    client.each_block(rotation, &mut |_, block, world| {
        block.each(&retry_grace_period_seconds, world, &mut |node, world| {
            // One out of range is a mistake of its own.
            if matches!(node.value, Known::Integer(1..=60))
                && block.always(&feature, world, &|value| is(value, &RefreshTokenRotationFeature::Disabled))
            {
                findings.push(RR06.finding(
                    node.tag,
                    PropertyPath::member(rotation, &retry_grace_period_seconds),
                    "without rotation the grace period becomes 0",
                    "leave it out, or write `feature: Enabled`",
                ));
            }
        });
    });
}

fn check_older_flows(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let (flows, rotation) = (&client::explicit_auth_flows, &client::refresh_token_rotation);
    client.each_block(rotation, &mut |_, block, world| {
        block.each(&feature, world, &mut |node, world| {
            if is_enabled(&node.value)
                && client.always_has(flows, world, &is_older)
                && client.always_lacks(flows, world, &|flow| is_given(flow) && !is_older(flow))
            {
                findings.push(RR08.finding(
                    node.tag,
                    PropertyPath::member(rotation, &feature),
                    "with rotation, `InitiateAuth` no longer refreshes tokens",
                    newer(client),
                ));
            }
        });
    });
}
