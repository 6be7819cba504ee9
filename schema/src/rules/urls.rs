//! Callback and sign-out URLs that Cognito refuses.

use super::url::{Host, http_host, mend};
use crate::catalogue::{UR01, UR02, UR03, UR07, UR08};
use crate::property::Property;
use crate::{Declaration, Finding, Known, PropertyPath, client, literals::shorten};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for property in [&client::callback_urls, &client::logout_urls] {
        client.each_item(property, &mut |index, item, _| {
            if let Known::Beginning(url) = &item.value {
                // Where that is written out which ends the host, so is the host.
                let host = url.split_once("://").map_or("", |(_, rest)| rest);
                if host.contains(['/', '?', '#']) {
                    check_protocol(property, url, "begin it with", item.tag, index, findings);
                }
            }
            let Known::Text(url) = &item.value else { return };
            check_protocol(property, url, "write", item.tag, index, findings);
            // Whether a sign-out URL may have a fragment is not known.
            if std::ptr::eq(property, &client::callback_urls) {
                check_fragment(property, url, item.tag, index, findings);
            }
        });
    }
}

fn check_protocol(property: &Property, url: &str, write: &str, tag: usize, index: usize, findings: &mut Vec<Finding>) {
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
        PropertyPath::item(property, index),
        format!("`{}` cannot be reached by `http://`", shorten(host)),
        format!("{write} `{:?}`; `http://` is only for {loopback}", mend(url, is_callback)),
    ));
}

fn check_fragment(property: &Property, url: &str, tag: usize, index: usize, findings: &mut Vec<Finding>) {
    if let Some((_, fragment)) = url.split_once('#') {
        findings.push(UR08.finding(
            tag,
            PropertyPath::item(property, index),
            format!("a callback URL has no fragment, this has `#{}`", shorten(fragment)),
            format!("write `{:?}`", mend(url, true)),
        ));
    }
}
