//! RR: refresh token rotation, and the authentication flows it excludes.

use super::auth_flows::{is_legacy, replacements};
use crate::blocks::refresh_token_rotation::{feature, retry_grace_period_seconds};
use crate::client::{self, refresh_token_rotation};
use crate::diagnostic::Finding;
use crate::enums::{ExplicitAuthFlow, RefreshTokenRotationFeature};
use crate::input::{AbstractValue, Assumptions, Properties};
use crate::literals::shorten;
use crate::stack_context::StackContext;

family!(RR01, RR04, RR06, RR08, RR03);

fn is_enabled(value: &AbstractValue<'_>) -> bool {
    value.is(&RefreshTokenRotationFeature::Enabled)
}

/// Whether rotation certainly is not on.
pub(super) fn is_rotation_off(client: &Properties<'_>, given: &Assumptions<'_>) -> bool {
    let is_off = |value: &AbstractValue<'_>| !value.is_unknown() && !is_enabled(value);
    client.always_in(&refresh_token_rotation, &feature, given, &is_off)
}

rule! {
    RR01 Error "0.1.0": "refresh token rotation combined with `AllowRefreshTokenAuth`" {
        cognito_error("ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled."),
        source("notes of a deployment; developer guide, refresh token rotation"),
        checked_by(check_refresh_flow),
    }
}

fn check_refresh_flow(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::explicit_auth_flows;
    let is_refresh = |flow: &AbstractValue<'_>| flow.is(&ExplicitAuthFlow::AllowRefreshTokenAuth);
    // At the flow, or where that depends on a condition, at the rotation.
    let mut found = client.first_item(flows, |flow, given| {
        is_refresh(flow) && client.always_in(&refresh_token_rotation, &feature, given, &is_enabled)
    });
    client.each_member(&refresh_token_rotation, &feature, |node, given| {
        if is_enabled(node.value) && client.always_has(flows, given, &is_refresh) {
            found.get_or_insert(node);
        }
    });
    findings.extend(found.map(|found| {
        RR01.at(
            &found,
            "refresh token rotation cannot be combined with `AllowRefreshTokenAuth`",
            "remove `AllowRefreshTokenAuth`, or write `refresh_token_rotation: { feature: Disabled }`",
        )
    }));
}

rule! {
    RR03 Warning "0.1.0": "refresh token rotation with a user pool of the Lite tier" {
        source("developer guide, refresh token rotation; the exact error is not known"),
        checked_in_stack_by(check_tier),
    }
}

fn check_tier(client: &Properties<'_>, stack: &StackContext<'_>, findings: &mut Vec<Finding>) {
    let Some(pool) = stack.pool.as_ref().filter(|pool| pool.is_lite()) else { return };
    client.each_member(&refresh_token_rotation, &feature, |node, _| {
        if is_enabled(node.value) {
            let message =
                format!("refresh token rotation is not available in the tier `LITE` of `{}`", shorten(pool.logical_id));
            let help = "write `Disabled`, or add `\"UserPoolTier\": \"ESSENTIALS\"` to the pool";
            findings.push(RR03.at(&node, message, help));
        }
    });
}

rule! {
    RR04 Warning "0.1.0": "`refresh_token_rotation` is missing `feature`" {
        source("the API reference requires Feature, the registry schema does not; no deployment is known"),
        checked_by(check_feature),
    }
}

fn check_feature(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    client.each_block(&refresh_token_rotation, |block, given| {
        if block.always(&feature, given, &|value| value.is_absent()) {
            findings.push(RR04.at(
                &block,
                "`refresh_token_rotation` is missing `feature`",
                "add `feature: Enabled` to the block",
            ));
        }
    });
}

rule! {
    RR06 Warning "0.1.0": "grace period without refresh token rotation" {
        source("hashicorp/terraform-provider-aws#45646, #45650"),
        checked_by(check_grace_period),
    }
}

fn check_grace_period(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    client.each_block(&refresh_token_rotation, |block, given| {
        block.each(&retry_grace_period_seconds, given, |seconds, given| {
            let is_disabled = |value: &AbstractValue<'_>| value.is(&RefreshTokenRotationFeature::Disabled);
            // One out of range is a mistake of its own.
            if matches!(seconds.value, AbstractValue::Integer(1..=60)) && block.always(&feature, given, &is_disabled) {
                let message = "without rotation, Cognito sets the grace period to 0";
                findings.push(RR06.at(&seconds, message, "remove it, or write `feature: Enabled`"));
            }
        });
    });
}

rule! {
    RR08 Warning "0.1.0": "refresh token rotation with legacy authentication flows" {
        cognito_error("Invalid Refresh Token."),
        source("aws/aws-sdk-js-v3#7162; `InitiateAuth` returns the error"),
        checked_by(check_legacy_flows),
    }
}

fn check_legacy_flows(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::explicit_auth_flows;
    client.each_member(&refresh_token_rotation, &feature, |node, given| {
        if is_enabled(node.value)
            && client.always_has(flows, given, &is_legacy)
            && client.always_lacks(flows, given, &|flow| flow.is_present() && !is_legacy(flow))
        {
            let message = "with refresh token rotation, `InitiateAuth` no longer refreshes tokens";
            findings.push(RR08.at(&node, message, replacements(client)));
        }
    });
}
