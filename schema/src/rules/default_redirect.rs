//! The default redirect URI.

use super::{is_given, text};
use crate::catalogue::{UR18, UR19, UR20};
use crate::declaration::World;
use crate::{Declaration, Finding, Known, PropertyPath, client, literals::shorten};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let default = &client::default_redirect_uri;
    client.each(default, &World::default(), &mut |node, world| {
        let Known::Text(uri) = &node.value else { return };
        for (rule, told) in [
            (&UR18, not_listed(client, uri, world)),
            (&UR19, without_a_callback(client, uri, world)),
            (&UR20, not_used(client, world)),
        ] {
            let finding = |(message, help)| rule.finding(node.tag, PropertyPath::of(default), message, help);
            findings.extend(told.map(finding));
        }
    });
}

/// What is found, and what to type.
type Told = (String, String);

fn not_listed(client: &Declaration<'_>, uri: &str, world: &World<'_>) -> Option<Told> {
    let urls = &client::callback_urls;
    // Without any callback URL the service's verdict is not known.
    let lists_some = client.always_has(urls, world, &|value| text(value).is_some());
    if !lists_some || !client.always_lacks(urls, world, &|value| text(value) == Some(uri)) {
        return None;
    }
    Some(match near_miss(client, uri) {
        Some(url) => (
            format!("`{}` is not one of `callback_urls` to the character", shorten(uri)),
            format!("write `default_redirect_uri: {url:?}`"),
        ),
        None => {
            (format!("`{}` is not one of `callback_urls`", shorten(uri)), format!("add `{uri:?}` to `callback_urls`"))
        }
    })
}

/// The callback URL that differs only in letter case or a slash at the end.
fn near_miss(client: &Declaration<'_>, uri: &str) -> Option<String> {
    let fold = |url: &str| url.trim_end_matches('/').to_lowercase();
    let mut near = None;
    client.each_item(&client::callback_urls, &mut |_, item, _| {
        if let Some(url) = text(&item.value).filter(|url| *url != uri && fold(url) == fold(uri)) {
            near.get_or_insert_with(|| url.to_owned());
        }
    });
    near
}

fn without_a_callback(client: &Declaration<'_>, uri: &str, world: &World<'_>) -> Option<Told> {
    let is_without = client.always_empty(&client::callback_urls, world)
        // A flow that needs a callback URL asks for one itself.
        && client.always_lacks(&client::allowed_oauth_flows, world, &super::needs_browser);
    is_without.then(|| {
        (
            "a default redirect URI without any callback URL is likely refused".into(),
            format!("write `callback_urls: [{uri:?}]`"),
        )
    })
}

fn not_used(client: &Declaration<'_>, world: &World<'_>) -> Option<Told> {
    let providers = &client::supported_identity_providers;
    client.always_has_several(providers, world, &is_given).then(|| {
        (
            "with more than one provider the default redirect URI is never used".into(),
            format!("leave `{}` out, or keep one of `{}`", client::default_redirect_uri.name, providers.name),
        )
    })
}
