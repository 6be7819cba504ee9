//! A URL taken apart, and put together again without anything the rules find in it.

use std::net::{Ipv4Addr, Ipv6Addr};

/// What stands before the first colon.
pub(super) enum Scheme {
    /// Nothing that could be a scheme.
    None,
    /// A host, with a port behind it.
    Host,
    /// `http` or `https`.
    Web,
    /// The scheme of an app.
    App,
}

pub(super) fn scheme(url: &str) -> Scheme {
    let is_of_scheme = |character: char| character.is_ascii_alphanumeric() || "+-.".contains(character);
    let Some((scheme, rest)) = url.split_once(':') else { return Scheme::None };
    if !scheme.starts_with(|first: char| first.is_ascii_alphabetic()) || !scheme.chars().all(is_of_scheme) {
        return Scheme::None;
    }
    let port = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_port = !port.is_empty() && port.chars().all(|digit| digit.is_ascii_digit());
    match scheme {
        "http" | "https" => Scheme::Web,
        _ if is_port && (scheme == "localhost" || scheme.contains('.')) => Scheme::Host,
        _ => Scheme::App,
    }
}

/// What an `http://` URL leads to.
pub(super) enum Host {
    /// The machine itself, as far as the service is known to take or not to refuse it.
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

/// The host of an `http://` URL, without port and user.
pub(super) fn http_host(url: &str) -> Option<&str> {
    let authority = authority(url.strip_prefix("http://")?);
    let address = authority.rsplit_once('@').map_or(authority, |(_, address)| address);
    match address.split_once(']') {
        Some((host, _)) if address.starts_with('[') => address.get(..=host.len()),
        _ => address.split(':').next(),
    }
}

/// The address of the machine itself, where the URL has that and not its name.
pub(super) fn loopback_address(url: &str) -> Option<&str> {
    http_host(url).filter(|host| matches!(*host, "127.0.0.1" | "[::1]"))
}

/// The user in a web URL, with the `@` behind it.
pub(super) fn user(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"))?;
    authority(rest).rfind('@').and_then(|at| rest.get(..=at))
}

/// Host, port and user, of what stands behind `://`.
fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// The URL without anything the rules find in it, so that what is told of one mistake does not leave the other.
pub(super) fn mend(url: &str, is_callback: bool) -> String {
    let mut mended = match (scheme(url), url.split_once("://")) {
        (Scheme::None, Some((_, rest))) => format!("https://{rest}"),
        (Scheme::None, None) if url.starts_with("//") => format!("https:{url}"),
        (Scheme::None, None) if url.starts_with('/') => format!("https://app.example.com{url}"),
        (Scheme::None, None) => format!("https://{url}"),
        // For the machine itself; any other host gets `https://` below.
        (Scheme::Host, _) => format!("http://{url}"),
        (Scheme::Web | Scheme::App, _) => url.to_owned(),
    };
    if let Some(user) = user(&mended) {
        mended = mended.replacen(user, "", 1);
    }
    if http_host(&mended).is_some_and(|host| !matches!(Host::read(host), Host::Loopback)) {
        mended = mended.replacen("http://", "https://", 1);
    }
    if let Some(address) = loopback_address(&mended).filter(|_| !is_callback) {
        mended = mended.replacen(address, "localhost", 1);
    }
    match mended.split_once('#') {
        Some((before, _)) => before.to_owned(),
        None => mended,
    }
}
