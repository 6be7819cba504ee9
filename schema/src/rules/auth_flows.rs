//! Sign-in flows of the user pools API.

use super::rotation::is_enabled;
use super::{clashes, is, is_given, is_off, spell, text};
use crate::blocks::refresh_token_rotation::feature;
use crate::catalogue::{AF01, AF03, AF04, AF05, AF09, AF16};
use crate::declaration::World;
use crate::enums::ExplicitAuthFlow;
use crate::{Declaration, Finding, Known, PropertyPath, Variant, client};

/// The words that were there before those with `Allow`, each with the one in its place.
const OLDER: [(&Variant, &Variant); 3] = [
    (&ExplicitAuthFlow::AdminNoSrpAuth, &ExplicitAuthFlow::AllowAdminUserPasswordAuth),
    (&ExplicitAuthFlow::CustomAuthFlowOnly, &ExplicitAuthFlow::AllowCustomAuth),
    (&ExplicitAuthFlow::UserPasswordAuth, &ExplicitAuthFlow::AllowUserPasswordAuth),
];

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    check_generations_stand_apart(client, findings);
    check_generation(client, findings);
    check_list_is_not_empty(client, findings);
    check_tokens_are_refreshed(client, findings);
    check_each_flow(client, findings);
}

pub(super) fn is_older(flow: &Known<'_>) -> bool {
    OLDER.iter().any(|(word, _)| is(flow, word))
}

/// What to write for each of the older words there are.
pub(super) fn newer(client: &Declaration<'_>) -> String {
    let mut words: Vec<String> = Vec::new();
    client.each_item(&client::explicit_auth_flows, &mut |_, flow, _| {
        if let Some((older, newer)) = OLDER.iter().find(|(older, _)| is(&flow.value, older)) {
            let word = format!("`{}` for `{}`", newer.name, older.name);
            if !words.contains(&word) {
                words.push(word);
            }
        }
    });
    format!("write {}", words.join(", "))
}

fn is_allow(flow: &Known<'_>) -> bool {
    text(flow).is_some_and(|text| text.starts_with("ALLOW_"))
}

fn check_generations_stand_apart(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::explicit_auth_flows;
    for clash in clashes(client, flows, &is_older, &is_allow) {
        findings.push(AF01.finding(
            clash.tag,
            PropertyPath::item(flows, clash.index),
            format!("`{}` mixes older flows with those with `Allow`", clash.item),
            newer(client),
        ));
    }
}

/// Whether rotation certainly is not on. Where it is, other findings speak of the flows.
fn is_without_rotation(client: &Declaration<'_>, world: &World<'_>) -> bool {
    let is_not = |value: &Known<'_>| !value.is_unknown() && !is_enabled(value);
    client.always_in(&client::refresh_token_rotation, &feature, world, &is_not)
}

fn check_generation(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::explicit_auth_flows;
    let mut found = None;
    client.each_item(flows, &mut |index, flow, world| {
        if is_older(&flow.value)
            && client.always_lacks(flows, world, &|flow| is_given(flow) && !is_older(flow))
            && is_without_rotation(client, world)
        {
            found.get_or_insert((flow.tag, index, spell(&flow.value)));
        }
    });
    if let Some((tag, index, older)) = found {
        findings.push(AF03.finding(
            tag,
            PropertyPath::item(flows, index),
            format!("`{older}` is an older flow, which takes no newer ones beside it"),
            format!("{}, and add `AllowRefreshTokenAuth`", newer(client)),
        ));
    }
}

fn check_list_is_not_empty(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::explicit_auth_flows;
    client.each(flows, &World::default(), &mut |list, world| {
        if matches!(&list.value, Known::List(_)) && client.always_empty(flows, world) {
            let help = if is_without_rotation(client, world) {
                format!("for no sign-in by the user pools API write `{}: [AllowRefreshTokenAuth]`", flows.name)
            } else {
                format!("write the flows, such as `{}: [AllowUserSrpAuth]`, or leave it out", flows.name)
            };
            findings.push(AF05.finding(
                list.tag,
                PropertyPath::of(flows),
                format!("an empty `{}` lets users sign in by the default flows", flows.name),
                help,
            ));
        }
    });
}

fn check_tokens_are_refreshed(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::explicit_auth_flows;
    client.each(flows, &World::default(), &mut |list, world| {
        if client.always_has(flows, world, &is_allow)
            && client.always_lacks(flows, world, &|flow| is(flow, &ExplicitAuthFlow::AllowRefreshTokenAuth))
            && client.always_lacks(flows, world, &is_older)
            && is_without_rotation(client, world)
        {
            findings.push(AF04.finding(
                list.tag,
                PropertyPath::of(flows),
                "without `AllowRefreshTokenAuth` tokens cannot be refreshed",
                format!("add `AllowRefreshTokenAuth` to `{}`; Cognito may refuse a list without it", flows.name),
            ));
        }
    });
}

fn check_each_flow(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let flows = &client::explicit_auth_flows;
    client.each_item(flows, &mut |index, flow, world| {
        let told = if is(&flow.value, &ExplicitAuthFlow::AllowUserPasswordAuth) {
            client.always(&client::generate_secret, world, &is_off).then(|| {
                let message = format!("`{}` sends the password itself", spell(&flow.value));
                (&AF16, message, "write `AllowUserSrpAuth`, which proves the password without sending it".to_owned())
            })
        } else if text(&flow.value).is_some_and(|text| text.starts_with("ALLOW_TOKEN_EXCHANGE_")) {
            let message = format!("whether CloudFormation takes `{}` is not known", spell(&flow.value));
            let help = "leave it out, or set it in the API; to try it all the same, add `allow: [AF09]`";
            Some((&AF09, message, help.to_owned()))
        } else {
            None
        };
        findings.extend(
            told.map(|(rule, message, help)| rule.finding(flow.tag, PropertyPath::item(flows, index), message, help)),
        );
    });
}
