//! The scopes of resource servers.

use crate::catalogue::{SC03, SC08};
use crate::literals::shorten;
use crate::suggest::{listed, nearest};
use crate::surroundings::{Fact, Server, Surroundings};
use crate::{Declaration, Finding, Known, PropertyPath, client};

pub(in crate::rules) fn check(client: &Declaration<'_>, around: &Surroundings<'_>, findings: &mut Vec<Finding>) {
    if around.pool.is_none() {
        return;
    }
    let scopes = &client::allowed_oauth_scopes;
    client.each_item(scopes, &mut |index, item, _| {
        let Known::Text(scope) = &item.value else { return };
        // The identifier may have slashes itself. A scope without one breaks another rule.
        let Some((identifier, name)) = scope.rsplit_once('/') else { return };
        let place = PropertyPath::item(scopes, index);
        // Of servers under one identifier, conditions leave one.
        let named = || around.servers.iter().filter(|server| known(server.identifier) == Some(identifier));
        match named().find(|server| lacks(server, scope, name).is_none()).or_else(|| named().next()) {
            Some(server) => {
                if let Some((message, help)) = lacks(server, scope, name) {
                    findings.push(SC03.finding(item.tag, place, message, help));
                } else if !server.is_awaited {
                    let (id, written) = (server.logical_id, shorten(scope));
                    findings.push(SC08.finding(
                        item.tag,
                        place,
                        format!("nothing makes the client wait for the resource server of `{written}`"),
                        format!("write `{}`, or `Sub(\"${{{id}}}/{name}\")` for the scope", around.depends_on_also(id)),
                    ));
                }
            }
            None if is_certain(around) => {
                let known = around.servers.iter().filter_map(|server| known(server.identifier));
                let help = nearest(identifier, known).map_or_else(
                    || format!("add a resource server with the identifier `{}` to the stack", shorten(identifier)),
                    |near| format!("did you mean `\"{near}/{name}\"`?"),
                );
                let message = format!("the stack has no resource server for the scope `{}`", shorten(scope));
                findings.push(SC03.finding(item.tag, place, message, help));
            }
            None => {}
        }
    });
}

/// Whether there can be no server but those that are known.
fn is_certain(around: &Surroundings<'_>) -> bool {
    around.is_whole && around.servers.iter().all(|server| known(server.identifier).is_some())
}

/// What is wrong where the server does not have the scope, and what it has.
fn lacks(server: &Server<'_>, scope: &str, name: &str) -> Option<(String, String)> {
    let names = match &server.scopes {
        Fact::Known(names) => names.as_slice(),
        Fact::Absent => &[],
        Fact::Unknown => return None,
    };
    if names.contains(&name) {
        return None;
    }
    let identifier = scope.rsplit_once('/').map_or(scope, |(identifier, _)| identifier);
    let help = match nearest(name, names.iter().copied()) {
        Some(near) => format!("did you mean `\"{identifier}/{near}\"`?"),
        None if names.is_empty() => format!("add a scope `{name}` to `{}`", server.logical_id),
        None => format!("it has {}", listed(names)),
    };
    Some((format!("the resource server `{}` has no scope `{}`", server.logical_id, shorten(name)), help))
}

fn known(fact: Fact<&str>) -> Option<&str> {
    match fact {
        Fact::Known(text) => Some(text),
        _ => None,
    }
}
