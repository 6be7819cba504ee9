//! Lists with duplicate items. Whether Cognito accepts them is not known.

use super::Rule;
use crate::client;
use crate::diagnostic::Finding;
use crate::input::Properties;
use crate::literals::shorten;
use crate::property::Property;

family!(AF15, IP08, SC09, UR15);

/// OAuth flows are not among them: a list with a duplicate would have too many items.
static LISTS: [(&Property, &Rule); 5] = [
    (&client::allowed_oauth_scopes, &SC09),
    (&client::callback_urls, &UR15),
    (&client::logout_urls, &UR15),
    (&client::explicit_auth_flows, &AF15),
    (&client::supported_identity_providers, &IP08),
];

rule! {
    IP08 Warning "0.1.0": "duplicate identity provider" {
        source("no deployment is known; other tools drop or reject the duplicate"),
        checked_with(&AF15),
        about_one_value(),
    }
}

rule! {
    SC09 Warning "0.1.0": "duplicate scope" {
        source("no deployment is known; other tools drop or reject the duplicate"),
        checked_with(&AF15),
        about_one_value(),
    }
}

rule! {
    UR15 Warning "0.1.0": "duplicate URL" {
        source("no deployment is known; other tools drop or reject the duplicate"),
        checked_with(&AF15),
        about_one_value(),
    }
}

rule! {
    AF15 Warning "0.1.0": "duplicate authentication flow" {
        source("no deployment is known; other tools drop or reject the duplicate"),
        checked_by(check_duplicates),
        about_one_value(),
    }
}

fn check_duplicates(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for (property, rule) in LISTS {
        client.each(property, |list, _| {
            let mut counts: Vec<(&str, usize)> = Vec::new();
            for item in list.items() {
                let Some(string) = item.value.as_str() else { continue };
                let place = counts.binary_search_by_key(&string, |(known, _)| *known);
                let count = place.ok().map_or(0, |at| counts.remove(at).1) + 1;
                counts.insert(place.unwrap_or_else(|at| at), (string, count));
                // Reported at the second one, whatever comes after it.
                if count == 2 {
                    let message = format!("duplicate value `{}`", shorten(&item.value.written()));
                    findings.push(rule.at(&item, message, "remove the duplicate; Cognito may reject it"));
                }
            }
        });
    }
}
