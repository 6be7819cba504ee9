//! URLs that Cognito may accept and that probably do not work as intended.

use super::parse::{Scheme, authority, balancer_after, fix, loopback_address, scheme, userinfo, wrong_port};
use super::{each_outline, is_callback, shown};
use crate::diagnostic::{Finding, Help};
use crate::input::{AbstractValue, GAP, Properties, Visited};
use crate::literals::shorten;
use crate::property::Property;
use crate::suggest::distance;

family!(UR10, UR11, UR24, UR25, UR26, UR14, UR22, UR23, UR06, UR09);

/// What a rule finds in a URL of that list.
type Find<'f> = &'f dyn Fn(&'static Property, &Visited<'_, '_>, &str) -> Option<Finding>;

/// What a rule finds in the URLs, as far as they are known, but not in those that something else fills in, or that are
/// refused as they are. Nearly all have nothing to find, so that is looked at last.
fn find_in_outlines(client: &Properties<'_>, findings: &mut Vec<Finding>, find: Find<'_>) {
    each_outline(client, |property, item, url| {
        if let Some(finding) = find(property, &item, url)
            && !url.is_empty()
            && !url.contains("${")
            && !url.contains(char::is_whitespace)
        {
            findings.push(finding);
        }
    });
}

/// The same of those that are known as a whole.
fn find_in_urls(client: &Properties<'_>, findings: &mut Vec<Finding>, find: Find<'_>) {
    find_in_outlines(client, findings, &|property, item, url| match item.value {
        AbstractValue::String(_) => find(property, item, url).filter(|_| !url.contains(GAP)),
        _ => None,
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
    find_in_urls(client, findings, &|property, item, url| {
        let address = loopback_address(url).filter(|_| !is_callback(property))?;
        let message = format!("`{address}` may be rejected in a logout URL");
        Some(UR06.at(item, message, write_fixed(property, url)))
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
    find_in_outlines(client, findings, &|property, item, url| {
        if is_callback(property) || !url.contains('#') {
            return None;
        }
        let message = "a logout URL with a fragment is probably rejected";
        Some(UR09.at(item, message, without_fragment(property, url)))
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
    find_in_urls(client, findings, &|property, item, url| {
        if !matches!(scheme(url), Scheme::None) {
            return None;
        }
        let message = format!("`{}` has no scheme and is probably rejected", shorten(url));
        Some(UR10.at(item, message, write_fixed(property, url)))
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
    find_in_urls(client, findings, &|property, item, url| {
        if !matches!(scheme(url), Scheme::Host) {
            return None;
        }
        let message = format!("the host of `{}` is read as a URL scheme", shorten(url));
        Some(UR11.at(item, message, write_fixed(property, url)))
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
    find_in_outlines(client, findings, &|_, item, url| {
        if !matches!(scheme(url), Scheme::App) {
            return None;
        }
        let (written, rest) = url.split_once("://").filter(|(written, _)| is_almost_web(written))?;
        let message = format!("`{}` is a custom URL scheme; probably a misspelled `https`", shorten(written));
        let help = match rest.contains(GAP) {
            true => "start it with `https://`".into(),
            false => Help::write(format!("{:?}", format!("https://{rest}"))),
        };
        Some(UR24.at(item, message, help))
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
    find_in_outlines(client, findings, &|_, item, url| {
        if !matches!(scheme(url), Scheme::Web) {
            return None;
        }
        let (scheme, rest) = url.split_once(':')?;
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
                _ => return None,
            },
        };
        Some(UR25.at(item, message, help))
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
    find_in_outlines(client, findings, &|property, item, url| {
        if !url.contains('*') {
            return None;
        }
        let kind = if is_callback(property) { "callback" } else { "logout" };
        let message = format!("wildcards are not supported in {kind} URLs");
        let help = format!("list each URL in `{}`, without `*`", property.name);
        Some(UR14.at(item, message, help))
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
    find_in_urls(client, findings, &|property, item, url| {
        userinfo(url)?;
        let message = "userinfo in a URL may be rejected and exposes the password";
        Some(UR22.at(item, message, write_fixed(property, url)))
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
    find_in_urls(client, findings, &|property, item, url| {
        if !is_callback(property) || url != "https://example.com" {
            return None;
        }
        let message = format!("the placeholder `{}` would receive authorization codes", shorten(url));
        let help = "write the URL of your app, such as `\"https://app.example.com/callback\"`";
        Some(UR23.at(item, message, help))
    });
}
