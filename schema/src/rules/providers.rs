//! The names of identity providers.

use crate::catalogue::IP03;
use crate::spelling::fold;
use crate::words::{IdentityProvider, Words};
use crate::{Declaration, Finding, Known, PropertyPath, client, functions::shorten};

/// What people call two of the providers.
const SHORT: [(&str, IdentityProvider); 2] =
    [("apple", IdentityProvider::SignInWithApple), ("amazon", IdentityProvider::LoginWithAmazon)];

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let providers = &client::supported_identity_providers;
    client.each_item(providers, &mut |index, item, _| {
        let Known::Text(name) = &item.value else { return };
        let folded = fold(name);
        let short = SHORT.iter().find(|(short, _)| *short == folded).map(|(_, word)| word.text());
        let words = IdentityProvider::ENUMERATION.words;
        if let Some(word) = words.iter().find(|word| fold(word.text) == folded || Some(word.text) == short) {
            findings.push(IP03.finding(
                item.tag,
                PropertyPath::item(providers, index),
                format!("`{}` is not Cognito's name of a provider", shorten(name)),
                format!("write `{}`, unless a provider of the pool's own is called so", word.name),
            ));
        }
    });
}
