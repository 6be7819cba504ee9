//! URLs that Cognito may take and that do not lead where they seem to.

use super::urls::{http_host, without_fragment};
use crate::catalogue::{Rule, UR06, UR09, UR10, UR11, UR14, UR22, UR23};
use crate::property::Property;
use crate::{Declaration, Finding, Known, Place, client, functions::shorten};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for property in [&client::callback_urls, &client::logout_urls] {
        client.each_item(property, &mut |index, item, _| {
            let Known::Text(url) = &item.value else { return };
            // Text that something else fills in, or that is refused as it is, is no URL to look into.
            if url.is_empty() || url.contains("${") || url.contains(char::is_whitespace) {
                return;
            }
            let is_callback = std::ptr::eq(property, &client::callback_urls);
            for (rule, message, help) in judge(property, url, is_callback) {
                findings.push(rule.finding(item.tag, Place::item(property, index), message, help));
            }
        });
    }
}

/// A rule, what is found under it, and what to type.
type Told = (&'static Rule, String, String);

fn judge(property: &Property, url: &str, is_callback: bool) -> Vec<Told> {
    let shown = shorten(url);
    let mut told: Vec<Told> = Vec::new();
    match scheme(url) {
        Scheme::None => {
            let absolute = match url.split_once("://") {
                Some((_, rest)) => format!("https://{rest}"),
                None if url.starts_with('/') => format!("https://app.example.com{url}"),
                None => format!("https://{url}"),
            };
            let message = format!("`{shown}` has no scheme, and is likely refused");
            told.push((&UR10, message, format!("write `{absolute:?}`")));
        }
        Scheme::Host => {
            let scheme = if url.starts_with("localhost:") { "http" } else { "https" };
            told.push((
                &UR11,
                format!("`{shown}` is read as an app's URL, and never matches"),
                format!("write `{:?}`", format!("{scheme}://{url}")),
            ));
        }
        Scheme::Some => {}
    }
    if url.contains('*') {
        told.push((
            &UR14,
            format!("the `*` of `{shown}` stands for itself alone"),
            format!("write each URL out in `{}`, with what the `*` stands for", property.name),
        ));
    }
    if let Some(without) = without_user(url) {
        told.push((
            &UR22,
            "a URL with a user in it may be refused, and shows the password".into(),
            format!("write `{without:?}`"),
        ));
    }
    if is_callback && url == "https://example.com" {
        told.push((
            &UR23,
            format!("`{shown}` is a site of others, which would be sent the codes"),
            "write the URL of your app, such as `\"https://app.example.com/callback\"`".into(),
        ));
    }
    if !is_callback {
        if let Some(host) = http_host(url).filter(|host| matches!(*host, "127.0.0.1" | "[::1]")) {
            told.push((
                &UR06,
                format!("whether `{host}` is taken for sign-out is not known"),
                format!("write `{:?}`", url.replacen(host, "localhost", 1)),
            ));
        }
        if let Some(without) = without_fragment(url) {
            told.push((
                &UR09,
                "a sign-out URL with a fragment is likely refused".into(),
                format!("write `{without:?}`"),
            ));
        }
    }
    told
}

enum Scheme {
    None,
    /// What stands in its place is a host, with a port behind it.
    Host,
    Some,
}

fn scheme(url: &str) -> Scheme {
    let is_of_scheme = |character: char| character.is_ascii_alphanumeric() || "+-.".contains(character);
    let Some((scheme, rest)) = url.split_once(':') else { return Scheme::None };
    if !scheme.starts_with(|first: char| first.is_ascii_alphabetic()) || !scheme.chars().all(is_of_scheme) {
        return Scheme::None;
    }
    let port = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_port = !port.is_empty() && port.chars().all(|digit| digit.is_ascii_digit());
    if is_port && (scheme == "localhost" || scheme.contains('.')) { Scheme::Host } else { Scheme::Some }
}

/// A web URL without the user in it, where there is one.
fn without_user(url: &str) -> Option<String> {
    let (scheme, rest) = url.split_once("://").filter(|(scheme, _)| matches!(*scheme, "http" | "https"))?;
    let authority = rest.split(['/', '?', '#']).next()?;
    let (user, _) = authority.rsplit_once('@')?;
    Some(format!("{scheme}://{}", rest.get(user.len() + 1..)?))
}
