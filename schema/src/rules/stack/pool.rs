//! What the pool must have for the client to do what it says.

use super::super::{is, needs_browser};
use crate::blocks::refresh_token_rotation;
use crate::catalogue::{AF07, AF13, OA16, OA17, RR03};
use crate::declaration::World;
use crate::enums::{ExplicitAuthFlow, OAuthFlow, RefreshTokenRotationFeature};
use crate::surroundings::{Domain, Fact, Surroundings};
use crate::{Declaration, Finding, Known, PropertyPath, client};

/// The tier without the features of the others.
const LITE: &str = "LITE";
/// The triggers that ask the challenges of one's own.
const CHALLENGES: &[&str] = &["CreateAuthChallenge", "DefineAuthChallenge", "VerifyAuthChallengeResponse"];

pub(in crate::rules) fn check(client: &Declaration<'_>, around: &Surroundings<'_>, findings: &mut Vec<Finding>) {
    let Some(pool) = &around.pool else { return };
    let is_lite = pool.tier == Fact::Known(LITE);
    let lacks_triggers = match &pool.triggers {
        _ if !around.is_whole => false,
        Fact::Absent => true,
        Fact::Known(triggers) => !CHALLENGES.iter().all(|challenge| triggers.contains(challenge)),
        Fact::Unknown => false,
    };
    let flows = &client::explicit_auth_flows;
    client.each_item(flows, &mut |index, item, _| {
        let place = PropertyPath::item(flows, index);
        if is_lite && is(&item.value, &ExplicitAuthFlow::AllowUserAuth) {
            findings.push(AF07.finding(
                item.tag,
                place,
                format!("`AllowUserAuth` needs more than the tier `LITE` of `{}`", pool.logical_id),
                "leave `AllowUserAuth` out, or give the pool `\"UserPoolTier\": \"ESSENTIALS\"`",
            ));
        } else if lacks_triggers && is(&item.value, &ExplicitAuthFlow::AllowCustomAuth) {
            findings.push(AF13.finding(
                item.tag,
                place,
                format!("`{}` lacks the triggers that `AllowCustomAuth` asks", pool.logical_id),
                format!("leave `AllowCustomAuth` out, or give the pool's `LambdaConfig` `{}`", CHALLENGES.join("`, `")),
            ));
        }
    });
    client.each_block(&client::refresh_token_rotation, &mut |_, block, world| {
        block.each(&refresh_token_rotation::feature, world, &mut |feature, _| {
            if is_lite && is(&feature.value, &RefreshTokenRotationFeature::Enabled) {
                findings.push(RR03.finding(
                    feature.tag,
                    PropertyPath::member(&client::refresh_token_rotation, &refresh_token_rotation::feature),
                    format!("rotation needs more than the tier `LITE` of `{}`", pool.logical_id),
                    "write `Disabled`, or give the pool `\"UserPoolTier\": \"ESSENTIALS\"`",
                ));
            }
        });
    });
    find_missing_pages(client, around, pool.logical_id, findings);
}

/// OAuth that is on, where nothing serves its endpoints and pages.
fn find_missing_pages(client: &Declaration<'_>, around: &Surroundings<'_>, pool: &str, findings: &mut Vec<Finding>) {
    let world = &World::default();
    let switch = &client::allowed_oauth_flows_user_pool_client;
    if !client.always(switch, world, &|value| matches!(value, Known::Boolean(true))) {
        return;
    }
    let flows = &client::allowed_oauth_flows;
    let has = |test: &dyn Fn(&Known<'_>) -> bool| client.always_has(flows, world, test);
    let has_pages = has(&needs_browser);
    let Some(tag) = client.get(switch).map(|node| node.tag) else { return };
    match around.domain {
        Domain::None if around.is_whole && (has_pages || has(&|flow| is(flow, &OAuthFlow::ClientCredentials))) => {
            findings.push(OA16.finding(
                tag,
                PropertyPath::of(switch),
                format!("`{pool}` has no domain in this stack, so nothing answers this client's requests"),
                "add an `AWS::Cognito::UserPoolDomain` for the pool",
            ));
        }
        Domain::ManagedLogin if around.is_whole && has_pages && !around.is_branded => {
            findings.push(OA17.finding(
                tag,
                PropertyPath::of(switch),
                "managed login shows no pages for a client without a branding style",
                "add an `AWS::Cognito::ManagedLoginBranding` for the client",
            ));
        }
        Domain::None | Domain::Classic | Domain::ManagedLogin => {}
    }
}
