//! Sign-in flows of the user pools API, and refresh token rotation, which excludes one of them.

use super::{clashes, is};
use crate::blocks::refresh_token_rotation::feature;
use crate::catalogue::{AF01, RR01};
use crate::words::{ExplicitAuthFlow, RefreshTokenRotationFeature};
use crate::{Declaration, Finding, Known, Place, client};

/// The words that were there before those with `Allow`.
const LEGACY: [ExplicitAuthFlow; 3] =
    [ExplicitAuthFlow::AdminNoSrpAuth, ExplicitAuthFlow::CustomAuthFlowOnly, ExplicitAuthFlow::UserPasswordAuth];

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    check_generations_stand_apart(client, findings);
    check_rotation_excludes_refresh(client, findings);
}

fn check_generations_stand_apart(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::explicit_auth_flows;
    let is_legacy = |flow: &Known<'_>| LEGACY.iter().any(|word| is(flow, word));
    let is_allow = |flow: &Known<'_>| super::text(flow).is_some_and(|text| text.starts_with("ALLOW_"));
    for clash in clashes(client, flows, &is_legacy, &is_allow) {
        findings.push(AF01.finding(
            clash.tag,
            Place::item(flows, clash.index),
            format!("`{}` mixes older flows with those with `Allow`", clash.item),
            "write `AllowAdminUserPasswordAuth`, `AllowCustomAuth`, `AllowUserPasswordAuth` for the older words",
        ));
    }
}

fn check_rotation_excludes_refresh(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let (flows, rotation) = (&client::explicit_auth_flows, &client::refresh_token_rotation);
    let is_enabled = |value: &Known<'_>| is(value, &RefreshTokenRotationFeature::Enabled);
    let is_refresh = |flow: &Known<'_>| is(flow, &ExplicitAuthFlow::AllowRefreshTokenAuth);
    let mut found = None;
    client.each_item(flows, &mut |index, flow, world| {
        if is_refresh(&flow.value) && client.always_in(rotation, &feature, world, &is_enabled) {
            found.get_or_insert((flow.tag, Place::item(flows, index)));
        }
    });
    client.each_block(rotation, &mut |_, block, world| {
        block.each(&feature, world, &mut |node, world| {
            if is_enabled(&node.value) && client.always_has(flows, world, &is_refresh) {
                found.get_or_insert((node.tag, Place::member(rotation, &feature)));
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
