//! URLs that Cognito may accept and that probably do not work as intended.

use super::parse::{Scheme, authority, balancer_after, fix, loopback_address, scheme, userinfo, wrong_port};
use super::{is_callback, shown};
use crate::diagnostic::{Finding, Help};
use crate::input::{AbstractValue, GAP, Properties, Visited};
use crate::literals::shorten;
use crate::property::Property;
use crate::suggest::distance;

family!(UR10, UR11, UR24, UR25, UR26, UR14, UR22, UR23, UR06, UR09);

/// Visits every URL, as far as it is known, but those that something else fills in, or that are refused as they are.
fn each_outline<'n, 'a>(client: &'n Properties<'a>, mut visit: impl FnMut(&'static Property, Visited<'n, 'a>, &str)) {
    super::each_outline(client, |property, item, url| {
        if !url.is_empty() && !url.contains("${") && !has_whitespace(url) {
            visit(property, item, url);
        }
    });
}

/// Most URLs are ASCII, and bytes are quicker to look through: every form asks.
fn has_whitespace(url: &str) -> bool {
    if url.is_ascii() {
        // The vertical tab is none of `is_ascii_whitespace`.
        return url.as_bytes().iter().any(|byte| byte.is_ascii_whitespace() || *byte == 0x0b);
    }
    url.contains(char::is_whitespace)
}

/// Visits those of them that are known as a whole.
fn each_url<'n, 'a>(client: &'n Properties<'a>, mut visit: impl FnMut(&'static Property, Visited<'n, 'a>, &str)) {
    each_outline(client, |property, item, url| {
        if !url.contains(GAP) {
            visit(property, item, url);
        }
    });
}

fn without_fragment(property: &Property, url: &str) -> Help {
    if url.contains(GAP) { "remove the `#` and everything after it".into() } else { write_fixed(property, url) }
}

fn write_fixed(property: &Property, url: &str) -> Help {
    Help::write(format!("{:?}", fix(url, is_callback(property))))
}

rule! {
    UR06 Warning "0.1.0": "`http://` logout URL with a loopback address other than `localhost`" {
        source("inferred from UR02 and from what callback URLs may be; no deployment is known"),
        checked_by(check_logout_loopback),
        about_one_value(),
    }
}

fn check_logout_loopback(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_url(client, |property, item, url| {
        if let Some(address) = loopback_address(url).filter(|_| !is_callback(property)) {
            let message = format!("`{address}` may be rejected in a logout URL");
            findings.push(UR06.at(&item, message, write_fixed(property, url)));
        }
    });
}

rule! {
    UR09 Warning "0.1.0": "logout URL with a fragment" {
        source("inferred from UR08; no deployment is known"),
        checked_by(check_logout_fragment),
        about_one_value(),
    }
}

fn check_logout_fragment(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_outline(client, |property, item, url| {
        if !is_callback(property) && url.contains('#') {
            let message = "a logout URL with a fragment is probably rejected";
            findings.push(UR09.at(&item, message, without_fragment(property, url)));
        }
    });
}

rule! {
    UR10 Warning "0.1.0": "URL without a scheme" {
        source("API reference, CallbackURLs; no deployment is known"),
        checked_by(check_scheme),
        about_one_value(),
    }
}

fn check_scheme(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_url(client, |property, item, url| {
        if matches!(scheme(url), Scheme::None) {
            let message = format!("`{}` has no scheme and is probably rejected", shorten(url));
            findings.push(UR10.at(&item, message, write_fixed(property, url)));
        }
    });
}

rule! {
    UR11 Warning "0.1.0": "host and port instead of a scheme" {
        cognito_error("redirect_mismatch"),
        source("aws-amplify/amplify-js#12779; the error occurs at sign-in"),
        checked_by(check_host_as_scheme),
        about_one_value(),
    }
}

fn check_host_as_scheme(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_url(client, |property, item, url| {
        if matches!(scheme(url), Scheme::Host) {
            let message = format!("the host of `{}` is read as a URL scheme", shorten(url));
            findings.push(UR11.at(&item, message, write_fixed(property, url)));
        }
    });
}

rule! {
    UR24 Warning "0.1.0": "misspelled `https` or `http`" {
        source("a custom scheme may have any name; no deployment is known"),
        checked_by(check_misspelt_scheme),
        about_one_value(),
    }
}

fn check_misspelt_scheme(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_outline(client, |_, item, url| {
        let Some((written, rest)) = url.split_once("://") else { return };
        if !matches!(scheme(url), Scheme::App) || !is_almost_web(written) {
            return;
        }
        let message = format!("`{}` is a custom URL scheme; probably a misspelled `https`", shorten(written));
        let help = match rest.contains(GAP) {
            true => "start it with `https://`".into(),
            false => Help::write(format!("{:?}", format!("https://{rest}"))),
        };
        findings.push(UR24.at(&item, message, help));
    });
}

/// Whether it differs from `https` or `http` by its letter case, or by one letter.
fn is_almost_web(scheme: &str) -> bool {
    let scheme = scheme.to_ascii_lowercase();
    ["https", "http"].contains(&scheme.as_str()) || distance(&scheme, "https") == 1 || distance(&scheme, "http") == 1
}

rule! {
    UR25 Warning "0.1.0": "URL without a host, without `//` or with an invalid port" {
        source("RFC 3986, section 3; no deployment is known"),
        checked_by(check_web_address),
        about_one_value(),
    }
}

fn check_web_address(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_outline(client, |_, item, url| {
        if !matches!(scheme(url), Scheme::Web) {
            return;
        }
        let Some((scheme, rest)) = url.split_once(':') else { return };
        let (message, help) = match rest.strip_prefix("//") {
            None => {
                let help = match rest.trim_start_matches('/') {
                    "" => "write the URL of your app, such as `\"https://app.example.com/callback\"`".into(),
                    rest if rest.contains(GAP) => format!("start it with `{scheme}://`").into(),
                    rest => Help::write(format!("{:?}", format!("{scheme}://{rest}"))),
                };
                (format!("`{}` has no `//` after the scheme", shown(url)), help)
            }
            Some(rest) => match (authority(rest), wrong_port(rest)) {
                ("", _) => {
                    let path = if rest.contains(GAP) { "/callback" } else { rest };
                    let help = format!("write the host, as in `{:?}`", format!("{scheme}://app.example.com{path}"));
                    let help = Help::from(help);
                    (format!("`{}` has no host", shown(url)), help)
                }
                (_, Some(port)) => {
                    let message = format!("`{}` is not a valid port", shorten(port));
                    (message, "write a port from 1 to 65535, or remove it".into())
                }
                _ => return,
            },
        };
        findings.push(UR25.at(&item, message, help));
    });
}

rule! {
    UR26 Warning "0.1.0": "callback URL with the generated DNS name of a load balancer" {
        cognito_error("redirect_mismatch"),
        source("aws/aws-cdk#11171; the error occurs at sign-in"),
        checked_by(check_balancer),
        about_one_value(),
    }
}

fn check_balancer(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    client.each_item(&crate::client::callback_urls, |item, _| {
        if let AbstractValue::Partial(text) = item.value
            && let Some(balancer) = balancer_after("https://", text)
        {
            findings.push(UR26.at(
                &item,
                format!("the DNS name of `{}` has capital letters, its redirects do not", shorten(balancer)),
                "use a custom domain; if the balancer has a lower-case `Name`, add `allow: [UR26]`",
            ));
        }
    });
}

rule! {
    UR14 Warning "0.1.0": "wildcard in a URL" {
        cognito_error("redirect_mismatch"),
        source("developer guide, app clients; Destrayon/Connapse#441; the error occurs at sign-in"),
        checked_by(check_wildcard),
        about_one_value(),
    }
}

fn check_wildcard(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_outline(client, |property, item, url| {
        if url.contains('*') {
            let kind = if is_callback(property) { "callback" } else { "logout" };
            let message = format!("wildcards are not supported in {kind} URLs");
            let help = format!("list each URL in `{}`, without `*`", property.name);
            findings.push(UR14.at(&item, message, help));
        }
    });
}

rule! {
    UR22 Warning Security "0.1.0": "userinfo in a URL" {
        source("no deployment is known"),
        checked_by(check_userinfo),
        about_one_value(),
    }
}

fn check_userinfo(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_url(client, |property, item, url| {
        if userinfo(url).is_some() {
            let message = "userinfo in a URL may be rejected and exposes the password";
            findings.push(UR22.at(&item, message, write_fixed(property, url)));
        }
    });
}

rule! {
    UR23 Warning Security "0.1.0": "callback URL on the placeholder domain `example.com`" {
        source("aws/aws-cdk#28204, #8155"),
        checked_by(check_placeholder),
        about_one_value(),
    }
}

fn check_placeholder(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    each_url(client, |property, item, url| {
        if is_callback(property) && url == "https://example.com" {
            let message = format!("the placeholder `{}` would receive authorization codes", shorten(url));
            let help = "write the URL of your app, such as `\"https://app.example.com/callback\"`";
            findings.push(UR23.at(&item, message, help));
        }
    });
}
