//! Callback and logout URLs that Cognito refuses.

use super::parse::{Host, balancer_after, fix, http_host};
use super::{each_outline, is_callback, shown};
use crate::diagnostic::{Finding, Help};
use crate::input::{AbstractValue, GAP, Properties};
use crate::literals::shorten;
use crate::property::Property;
use crate::rules::Rule;

family!(UR01, UR02, UR03, UR07, UR08);

rule! {
    UR02 Error "0.1.0": "`http://` logout URL on a host other than `localhost`" {
        cognito_error("http://example.com/out cannot use the HTTP protocol."),
        source("deployment, in cdk-preflight"),
        checked_with(&UR01),
        about_one_value(),
    }
}

rule! {
    UR03 Error "0.1.0": "host only starts with `localhost`" {
        cognito_error("http://localhost.com/ cannot use the HTTP protocol."),
        source("aws-amplify/amplify-cli#5419"),
        checked_with(&UR01),
        about_one_value(),
    }
}

rule! {
    UR07 Error "0.1.0": "`http://` URL on a network address" {
        cognito_error("http://192.168.1.50/ cannot use the HTTP protocol."),
        source("Destrayon/Connapse#441"),
        checked_with(&UR01),
        about_one_value(),
    }
}

rule! {
    UR01 Error "0.1.0": "`http://` callback URL on a host other than localhost" {
        cognito_error("http://example.com/cb cannot use the HTTP protocol."),
        source("deployment, in cdk-preflight; API reference, CallbackURLs"),
        checked_by(check_protocol),
        about_one_value(),
    }
}

fn check_protocol(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_outline(client, |property, item, url| {
        // For logout URLs only `localhost` is known to be accepted.
        let loopback = if is_callback(property) { "`localhost`, `127.0.0.1` and `[::1]`" } else { "`localhost`" };
        if let AbstractValue::Partial(text) = item.value
            && let Some(balancer) = balancer_after("http://", text)
        {
            let rule = if is_callback(property) { &UR01 } else { &UR02 };
            let message = insecure(property, rule, balancer);
            let help = format!("use `https://` with a custom domain; `http://` is accepted only for {loopback}");
            findings.push(rule.at(&item, message, help));
            return;
        }
        let Some((host, rule)) = insecure_host(property, url) else { return };
        let only = format!("; `http://` is accepted only for {loopback}");
        let help = match url.split_once(GAP) {
            Some((known, _)) => format!("start it with `{:?}`{only}", fix(known, is_callback(property))).into(),
            None => Help::write(format!("{:?}", fix(url, is_callback(property)))).with(&only),
        };
        findings.push(rule.at(&item, insecure(property, rule, host), help));
    });
}

fn insecure(property: &Property, rule: &Rule, host: &str) -> String {
    let kind = if is_callback(property) { "callback" } else { "logout" };
    match rule.code {
        "UR03" => format!("the host `{}` only starts with `localhost`", shorten(host)),
        "UR07" => format!("a {kind} URL must use `https://` unless the address is loopback"),
        _ => format!("a {kind} URL must use `https://` unless the host is localhost"),
    }
}

/// The host that `http://` is not accepted for, and the rule against it.
fn insecure_host<'u>(property: &Property, url: &'u str) -> Option<(&'u str, &'static Rule)> {
    // What is not known may be the loopback address.
    let host = http_host(url).filter(|host| !host.contains(GAP))?;
    let rule = match Host::read(host) {
        Host::Loopback => return None,
        Host::Network => &UR07,
        Host::LikeLocalhost => &UR03,
        Host::Other if is_callback(property) => &UR01,
        Host::Other => &UR02,
    };
    Some((host, rule))
}

rule! {
    UR08 Error "0.1.0": "callback URL with a fragment" {
        cognito_error("https://example.com/cb#frag cannot use fragment"),
        source("deployment, in cdk-preflight; API reference, CallbackURLs"),
        checked_by(check_fragment),
        about_one_value(),
    }
}

fn check_fragment(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_outline(client, |property, item, url| {
        // Whether a logout URL may have a fragment is not known.
        if let Some((_, fragment)) = url.split_once('#').filter(|_| is_callback(property)) {
            let message = format!("a callback URL must not have a fragment: `#{}`", shown(fragment));
            let help = match url.contains(GAP) {
                true => "remove the `#` and everything after it".into(),
                false => Help::write(format!("{:?}", fix(url, true))),
            };
            findings.push(UR08.at(&item, message, help));
        }
    });
}
