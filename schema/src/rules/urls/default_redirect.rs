//! The default redirect URI.

use super::shown;
use crate::client::{self, callback_urls, default_redirect_uri};
use crate::diagnostic::{Diagnostic, Finding, Help};
use crate::input::{AbstractValue, Assumptions, GAP, Properties};
use crate::literals::shorten;
use crate::rules::oauth::needs_browser;
use crate::rules::strings::has_placeholder;

family!(UR18, UR19, UR20);

rule! {
    UR18 Error "0.1.0": "`default_redirect_uri` is not one of `callback_urls`" {
        cognito_error("The default redirect URI https://other.example.com/cb is not in the callback URIs list."),
        source("deployment, in cdk-preflight; API reference, DefaultRedirectURI"),
        checked_by(check_is_listed),
    }
}

fn check_is_listed(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    client.each(&default_redirect_uri, |default, given| {
        // A dynamic reference or a parameter can be any URL: only what is written out differs.
        let Some(uri) = default.value.outline().filter(|uri| !is_open(default.value) && !has_placeholder(uri)) else {
            return;
        };
        findings.extend(
            not_listed(client, default.value, &uri, given).map(|diagnostic| UR18.finding(&default, diagnostic)),
        );
    });
}

/// Whether nothing of a URL is known.
fn is_open(url: &AbstractValue<'_>) -> bool {
    matches!(url, AbstractValue::Partial(text) if text.known_parts().next().is_none())
}

fn not_listed(
    client: &Properties<'_>,
    default: &AbstractValue<'_>,
    uri: &str,
    given: &Assumptions<'_>,
) -> Option<Diagnostic> {
    // Without any callback URL, what Cognito does is not known.
    let lists_some = client.always_has(&callback_urls, given, &|url| url.outline().is_some());
    if !lists_some || !client.always_differs(&callback_urls, given, default) {
        return None;
    }
    if uri.contains(GAP) {
        return Some(Diagnostic::new(
            format!("`{}` is not one of `callback_urls`", shown(uri)),
            "write one of `callback_urls` exactly, with the same function",
        ));
    }
    let fold = |url: &str| url.trim_end_matches('/').to_lowercase();
    let is_near = |url: &str| url != uri && fold(url) == fold(uri);
    let near = client.first_item(&callback_urls, |url, _| url.as_str().is_some_and(is_near));
    Some(match near.and_then(|near| near.value.as_str()) {
        Some(url) => Diagnostic::new(
            format!("`{}` does not exactly match a callback URL", shorten(uri)),
            Help::write(format!("{url:?}")),
        ),
        None => Diagnostic::new(
            format!("`{}` is not one of `callback_urls`", shorten(uri)),
            format!("add `{uri:?}` to `callback_urls`"),
        ),
    })
}

rule! {
    UR19 Warning "0.1.0": "`default_redirect_uri` without `callback_urls`" {
        source("inferred from UR18; no deployment is known"),
        checked_by(check_has_a_callback),
    }
}

fn check_has_a_callback(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    client.each(&default_redirect_uri, |default, given| {
        let AbstractValue::String(uri) = default.value else { return };
        if has_placeholder(uri) {
            return;
        }
        // A flow that needs a callback URL asks for one itself.
        let has_no_flow = client.always_lacks(&client::allowed_oauth_flows, given, &needs_browser);
        if has_no_flow && client.always_empty(&callback_urls, given) {
            let message = "`default_redirect_uri` without `callback_urls` is probably rejected";
            findings.push(UR19.at(&default, message, format!("write `callback_urls: [{uri:?}]`")));
        }
    });
}

rule! {
    UR20 Warning "0.1.0": "`default_redirect_uri` with more than one identity provider" {
        source("API reference, DefaultRedirectURI"),
        checked_by(check_is_used),
    }
}

fn check_is_used(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    let providers = &client::supported_identity_providers;
    for default in client.values(&default_redirect_uri, |uri, given| {
        let is_known = matches!(uri, AbstractValue::String(_));
        is_known && client.always_has_multiple(providers, given, &|provider| provider.is_present())
    }) {
        findings.push(UR20.at(
            &default,
            "`default_redirect_uri` is never used with more than one identity provider",
            format!("remove `{}`, or keep one of `{}`", default_redirect_uri.name, providers.name),
        ));
    }
}
