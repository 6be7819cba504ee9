//! Callback and sign-out URLs that Cognito refuses.

use crate::catalogue::{UR01, UR02, UR03, UR07, UR08};
use crate::property::Property;
use crate::{Declaration, Finding, Known, Place, client, functions::shorten};
use std::net::{Ipv4Addr, Ipv6Addr};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for property in [&client::callback_urls, &client::logout_urls] {
        client.each_item(property, &mut |index, item, _| {
            let Known::Text(url) = &item.value else { return };
            check_protocol(property, url, item.tag, index, findings);
            // Whether a sign-out URL may have a fragment is not known.
            if std::ptr::eq(property, &client::callback_urls) {
                check_fragment(property, url, item.tag, index, findings);
            }
        });
    }
}

fn check_protocol(property: &Property, url: &str, tag: usize, index: usize, findings: &mut Vec<Finding>) {
    let Some(host) = http_host(url) else { return };
    let is_callback = std::ptr::eq(property, &client::callback_urls);
    let rule = match Host::read(host) {
        Host::Loopback => return,
        Host::Network => &UR07,
        Host::LikeLocalhost => &UR03,
        Host::Other if is_callback => &UR01,
        Host::Other => &UR02,
    };
    // For sign-out URLs only `localhost` is known to be taken.
    let loopback = if is_callback { "`localhost`, `127.0.0.1` and `[::1]`" } else { "`localhost`" };
    findings.push(rule.finding(
        tag,
        Place::item(property, index),
        format!("`{}` cannot be reached by `http://`", shorten(host)),
        format!("write `{:?}`; `http://` is only for {loopback}", mend(property, url)),
    ));
}

fn check_fragment(property: &Property, url: &str, tag: usize, index: usize, findings: &mut Vec<Finding>) {
    if let Some((_, fragment)) = url.split_once('#') {
        findings.push(UR08.finding(
            tag,
            Place::item(property, index),
            format!("a callback URL has no fragment, this has `#{}`", shorten(fragment)),
            format!("write `{:?}`", mend(property, url)),
        ));
    }
}

/// The URL without anything the rules find in it, so that what is told of one mistake does not leave the other.
fn mend(property: &Property, url: &str) -> String {
    let is_local = http_host(url).is_none_or(|host| matches!(Host::read(host), Host::Loopback));
    let secure = if is_local { url.to_owned() } else { url.replacen("http://", "https://", 1) };
    without_fragment(&secure).filter(|_| std::ptr::eq(property, &client::callback_urls)).unwrap_or(secure)
}

/// The URL without its fragment, where it has one.
pub(super) fn without_fragment(url: &str) -> Option<String> {
    url.split_once('#').map(|(before, _)| before.to_owned())
}

/// Whether it is the URL of an app on the user's device: `myapp://callback`.
pub(super) fn is_of_app(value: &Known<'_>) -> bool {
    super::text(value).and_then(|url| url.split_once(":/")).is_some_and(|(scheme, _)| {
        !matches!(scheme, "http" | "https")
            && !scheme.is_empty()
            && scheme.chars().all(|character| character.is_ascii_alphanumeric() || "+-.".contains(character))
    })
}

/// The host of an `http://` URL, without port and user.
pub(super) fn http_host(url: &str) -> Option<&str> {
    let authority = url.strip_prefix("http://")?.split(['/', '?', '#']).next()?;
    let address = authority.rsplit_once('@').map_or(authority, |(_, address)| address);
    match address.split_once(']') {
        Some((host, _)) if address.starts_with('[') => address.get(..=host.len()),
        _ => address.split(':').next(),
    }
}

enum Host {
    /// The machine itself, as far as the service is known to take or not to refuse it.
    Loopback,
    /// A bare address that is not.
    Network,
    /// A name that begins with `localhost` and goes on.
    LikeLocalhost,
    Other,
}

impl Host {
    fn read(host: &str) -> Self {
        if host.is_empty() || host.eq_ignore_ascii_case("localhost") {
            return Self::Loopback;
        }
        let v6 = host.strip_prefix('[').and_then(|host| host.strip_suffix(']'));
        if let Some(address) = v6.and_then(|host| host.parse::<Ipv6Addr>().ok()) {
            return if address.is_loopback() { Self::Loopback } else { Self::Network };
        }
        match host.parse::<Ipv4Addr>() {
            Ok(address) if address.is_loopback() => Self::Loopback,
            Ok(_) => Self::Network,
            Err(_) if host.starts_with("localhost") => Self::LikeLocalhost,
            Err(_) => Self::Other,
        }
    }
}
