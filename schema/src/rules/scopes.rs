//! The names of scopes.

use super::is;
use crate::catalogue::{SC01, SC04, SC05};
use crate::characters::Characters;
use crate::declaration::World;
use crate::enums::{OAuthFlow, OAuthScope};
use crate::suggest::{fold, listed, nearest};
use crate::{Declaration, Finding, Known, PropertyPath, client};

/// Scopes of OpenID Connect and OAuth that Cognito does not have.
const FOREIGN: &[&str] = &["address", "offline_access", "cognito", "admin", "groups", "roles", "token"];

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    check_names(client, findings);
    check_claims_come_with_an_id_token(client, findings);
}

fn check_names(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let scopes = &client::allowed_oauth_scopes;
    client.each_item(scopes, &mut |index, item, _| {
        let Known::Text(scope) = &item.value else { return };
        // A character that no scope may have is the mistake already.
        if scope.is_empty() || scope.contains('/') || Characters::Scope.misfit(scope).is_some() {
            return;
        }
        let place = PropertyPath::item(scopes, index);
        if scope.contains("${") {
            let message = format!("nothing fills in the `${{…}}` of `{}`", crate::literals::shorten(scope));
            findings.push(SC05.finding(item.tag, place, message, format!("write `Sub({scope:?})`")));
            return;
        }
        let words = OAuthScope.variants;
        let names: Vec<&str> = words.iter().map(|word| word.name).collect();
        let meant =
            nearest(scope, words.iter().map(|word| word.value)).or_else(|| nearest(scope, names.iter().copied()));
        let shown = crate::literals::shorten(scope);
        if let Some(word) = words.iter().find(|word| Some(word.value) == meant || Some(word.name) == meant) {
            findings.push(SC04.finding(
                item.tag,
                place,
                format!("Cognito has no scope `{shown}`"),
                if word.name == scope {
                    format!("write `{}` without quotes", word.name)
                } else {
                    format!("did you mean `{}`? a scope of a resource server is `\"<identifier>/{shown}\"`", word.name)
                },
            ));
        } else if scope.starts_with("aws.cognito.") || FOREIGN.contains(&fold_scope(scope).as_str()) {
            findings.push(SC04.finding(
                item.tag,
                place,
                format!("Cognito has no scope `{shown}`"),
                format!("write {}", listed(&names)),
            ));
        } else {
            findings.push(SC05.finding(
                item.tag,
                place,
                format!("`{shown}` lacks the identifier of its resource server"),
                format!("write `\"<identifier>/{shown}\"`, with the identifier of the resource server"),
            ));
        }
    });
}

fn fold_scope(scope: &str) -> String {
    if scope.contains('_') { scope.to_lowercase() } else { fold(scope) }
}

fn check_claims_come_with_an_id_token(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let scopes = &client::allowed_oauth_scopes;
    let of_claims = [&OAuthScope::Email, &OAuthScope::Phone, &OAuthScope::Profile];
    client.each(scopes, &World::default(), &mut |list, world| {
        let Known::List(items) = &list.value else { return };
        // `ClientCredentials` takes neither.
        if !client.always_lacks(scopes, world, &|scope| is(scope, &OAuthScope::OpenId))
            || !client
                .always_lacks(&client::allowed_oauth_flows, world, &|flow| is(flow, &OAuthFlow::ClientCredentials))
        {
            return;
        }
        let mut found = None;
        for (index, item) in items.iter().enumerate() {
            item.visit(world, &mut |item, _| {
                if of_claims.iter().any(|scope| is(&item.value, scope)) {
                    found.get_or_insert((item.tag, index, super::spell(&item.value)));
                }
            });
        }
        if let Some((tag, index, scope)) = found {
            findings.push(SC01.finding(
                tag,
                PropertyPath::item(scopes, index),
                format!("`{scope}` without `OpenId` is likely refused, and gives no ID token"),
                format!("add `OpenId` to `{}`", scopes.name),
            ));
        }
    });
}
