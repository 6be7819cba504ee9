//! URLs that Cognito may take and that do not lead where they seem to.

use super::url::{Scheme, loopback_address, mend, scheme, user};
use crate::catalogue::{Rule, UR06, UR09, UR10, UR11, UR14, UR22, UR23};
use crate::property::Property;
use crate::{Declaration, Finding, Known, PropertyPath, client, literals::shorten};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for property in [&client::callback_urls, &client::logout_urls] {
        client.each_item(property, &mut |index, item, _| {
            let Known::Text(url) = &item.value else { return };
            // Text that something else fills in, or that is refused as it is, is no URL to look into.
            if url.is_empty() || url.contains("${") || url.contains(char::is_whitespace) {
                return;
            }
            for (rule, message, help) in judge(property, url) {
                findings.push(rule.finding(item.tag, PropertyPath::item(property, index), message, help));
            }
        });
    }
}

/// A rule, what is found under it, and what to type.
type Told = (&'static Rule, String, String);

fn judge(property: &Property, url: &str) -> Vec<Told> {
    let is_callback = std::ptr::eq(property, &client::callback_urls);
    let shown = shorten(url);
    let write = || format!("write `{:?}`", mend(url, is_callback));
    let mut told: Vec<Told> = Vec::new();
    match scheme(url) {
        Scheme::None => told.push((&UR10, format!("`{shown}` has no scheme, and is likely refused"), write())),
        Scheme::Host => told.push((&UR11, format!("`{shown}` is read as an app's URL, and never matches"), write())),
        Scheme::Web | Scheme::App => {}
    }
    if url.contains('*') {
        let message = format!("the `*` of `{shown}` stands for itself alone");
        let help = format!("write each URL out in `{}`, with what the `*` stands for", property.name);
        told.push((&UR14, message, help));
    }
    if user(url).is_some() {
        told.push((&UR22, "a URL with a user in it may be refused, and shows the password".into(), write()));
    }
    if is_callback && url == "https://example.com" {
        let message = format!("`{shown}` is a site of others, which would be sent the codes");
        told.push((&UR23, message, "write the URL of your app, such as `\"https://app.example.com/callback\"`".into()));
    }
    if let Some(address) = loopback_address(url).filter(|_| !is_callback) {
        told.push((&UR06, format!("whether `{address}` is taken for sign-out is not known"), write()));
    }
    if !is_callback && url.contains('#') {
        told.push((&UR09, "a sign-out URL with a fragment is likely refused".into(), write()));
    }
    told
}
