//! A URL taken apart, and put together again without anything the rules find in it.

use crate::input::{GAP, Part, Text};
use std::net::{Ipv4Addr, Ipv6Addr};

/// What is before the first colon.
pub(in crate::rules) enum Scheme {
    /// Nothing that could be a scheme.
    None,
    /// A host, with a port behind it.
    Host,
    /// `http` or `https`.
    Web,
    /// A custom URL scheme, of an app.
    App,
}

pub(in crate::rules) fn scheme(url: &str) -> Scheme {
    let Some((scheme, rest)) = url.split_once(':') else { return Scheme::None };
    if !is_scheme(scheme) {
        return Scheme::None;
    }
    match scheme {
        "http" | "https" => Scheme::Web,
        _ if (scheme == "localhost" || scheme.contains('.')) && begins_with_port(rest) => Scheme::Host,
        _ => Scheme::App,
    }
}

/// Whether what comes after a colon is a port, perhaps with more behind it.
fn begins_with_port(rest: &str) -> bool {
    let port = authority(rest);
    !port.is_empty() && port.chars().all(|digit| digit.is_ascii_digit())
}

/// RFC 3986, section 3.1.
fn is_scheme(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic())
        && text.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'+' | b'-' | b'.'))
}

/// What an `http://` URL leads to.
pub(in crate::rules) enum Host {
    /// The loopback, as far as Cognito is known to accept or not to refuse it.
    Loopback,
    /// A bare address that is not.
    Network,
    /// A name that begins with `localhost` and goes on.
    LikeLocalhost,
    Other,
}

impl Host {
    pub(super) fn read(host: &str) -> Self {
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

/// The host of an `http://` URL, without port and userinfo.
pub(super) fn http_host(url: &str) -> Option<&str> {
    let authority = authority(url.strip_prefix("http://")?);
    let address = authority.rsplit_once('@').map_or(authority, |(_, address)| address);
    match address.split_once(']') {
        Some((host, _)) if address.starts_with('[') => address.get(..=host.len()),
        _ => address.split(':').next(),
    }
}

/// The loopback address, if the URL has that instead of `localhost`.
pub(super) fn loopback_address(url: &str) -> Option<&str> {
    http_host(url).filter(|host| matches!(*host, "127.0.0.1" | "[::1]"))
}

/// The userinfo of a web URL, with the `@` after it.
pub(super) fn userinfo(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    authority(rest).rfind('@').and_then(|at| rest.get(..=at))
}

/// What comes behind the host of a web URL and is no port, of what comes after `://`.
pub(super) fn wrong_port(rest: &str) -> Option<&str> {
    let authority = authority(rest);
    let address = authority.rsplit_once('@').map_or(authority, |(_, address)| address);
    let behind = address.rsplit_once(']').map_or(address, |(_, behind)| behind);
    let (_, port) = behind.split_once(':')?;
    let is_known = !port.is_empty() && !port.contains(GAP);
    (is_known && port.parse::<u16>().is_err()).then_some(port)
}

/// The load balancer whose generated name comes right after that beginning of a URL.
pub(super) fn balancer_after<'t>(beginning: &str, url: &'t Text) -> Option<&'t str> {
    let [Part::Known(known), Part::Reference { logical_id, attribute: Some(attribute) }, rest @ ..] = url.parts()
    else {
        return None;
    };
    let ends_host = match rest.first() {
        None => true,
        Some(Part::Known(rest)) => rest.starts_with([':', '/', '?', '#']),
        Some(_) => false,
    };
    (known == beginning && attribute == "DNSName" && ends_host).then_some(logical_id)
}

/// Userinfo, host and port of what comes after `://`.
pub(super) fn authority(rest: &str) -> &str {
    let mut end = 0;
    for byte in rest.as_bytes() {
        if matches!(byte, b'/' | b'?' | b'#') {
            break;
        }
        end += 1;
    }
    rest.get(..end).unwrap_or_default()
}

/// The URL without anything the rules find in it, so that the help for one mistake does not leave another.
pub(super) fn fix(url: &str, is_callback: bool) -> String {
    let without_colon = ["https//", "http//"].into_iter().find_map(|scheme| url.strip_prefix(scheme));
    let mut fixed = match (scheme(url), url.split_once("://")) {
        (Scheme::None, Some((scheme, rest))) if is_scheme(&scheme.replace('_', "-")) => {
            format!("{}://{rest}", scheme.replace('_', "-"))
        }
        (Scheme::None, Some((_, rest))) => format!("https://{rest}"),
        (Scheme::None, None) if without_colon.is_some() => format!("https://{}", without_colon.unwrap_or_default()),
        (Scheme::None, None) if url.starts_with("//") => format!("https:{url}"),
        (Scheme::None, None) if url.starts_with('/') => format!("https://app.example.com{url}"),
        (Scheme::None, None) => format!("https://{url}"),
        // For the loopback; any other host gets `https://` below.
        (Scheme::Host, _) => format!("http://{url}"),
        (Scheme::Web | Scheme::App, _) => url.to_owned(),
    };
    if let Some(userinfo) = userinfo(&fixed) {
        fixed = fixed.replacen(userinfo, "", 1);
    }
    if let Some(host) = http_host(&fixed).filter(|host| matches!(Host::read(host), Host::LikeLocalhost)) {
        fixed = fixed.replacen(host, "localhost", 1);
    }
    if http_host(&fixed).is_some_and(|host| !matches!(Host::read(host), Host::Loopback)) {
        fixed = fixed.replacen("http://", "https://", 1);
    }
    if let Some(address) = loopback_address(&fixed).filter(|_| !is_callback) {
        fixed = fixed.replacen(address, "localhost", 1);
    }
    match fixed.split_once('#') {
        Some((before, _)) => before.to_owned(),
        None => fixed,
    }
}
