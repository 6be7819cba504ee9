//! The names of identity providers.

use crate::catalogue::IP03;
use crate::enums::IdentityProvider;
use crate::suggest::fold;
use crate::{Declaration, Finding, Known, PropertyPath, Variant, client, literals::shorten};

/// What people call two of the providers.
const SHORT: [(&str, &Variant); 2] =
    [("apple", &IdentityProvider::SignInWithApple), ("amazon", &IdentityProvider::LoginWithAmazon)];

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let providers = &client::supported_identity_providers;
    client.each_item(providers, &mut |index, item, _| {
        let Known::Text(name) = &item.value else { return };
        let folded = fold(name);
        let short = SHORT.iter().find(|(short, _)| *short == folded).map(|(_, word)| word.value);
        let words = IdentityProvider.variants;
        if let Some(word) = words.iter().find(|word| fold(word.value) == folded || Some(word.value) == short) {
            findings.push(IP03.finding(
                item.tag,
                PropertyPath::item(providers, index),
                format!("`{}` is not Cognito's name of a provider", shorten(name)),
                format!("write `{}`, unless a provider of the pool's own is called so", word.name),
            ));
        }
    });
}
