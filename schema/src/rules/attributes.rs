//! The attributes of a user that a client reads and writes.

use super::is;
use crate::catalogue::{AT03, AT11};
use crate::spelling::nearest;
use crate::words::{UserAttribute, Words};
use crate::{Declaration, Finding, Known, Place, client, functions::shorten};

const NOT_WRITABLE: [UserAttribute; 3] =
    [UserAttribute::EmailVerified, UserAttribute::PhoneNumberVerified, UserAttribute::Sub];

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for property in [&client::read_attributes, &client::write_attributes] {
        client.each_item(property, &mut |index, item, _| {
            if let Known::Text(name) = &item.value
                && let Some(help) = correct(name)
            {
                findings.push(AT11.finding(
                    item.tag,
                    Place::item(property, index),
                    format!("`{}` is not a standard attribute", shorten(name)),
                    help,
                ));
            }
        });
    }
    let property = &client::write_attributes;
    client.each_item(property, &mut |index, item, _| {
        if NOT_WRITABLE.iter().any(|word| is(&item.value, word)) {
            findings.push(AT03.finding(
                item.tag,
                Place::item(property, index),
                format!("a client cannot write `{}`", super::spell(&item.value)),
                format!("leave it out of `{}`", property.name),
            ));
        }
    });
}

/// What to write for a name that is neither standard nor the pool's own. Names with another prefix (`dev:custom:…`,
/// `cognito:…`, `identities`) are left alone: whether the service takes them is not known.
fn correct(name: &str) -> Option<String> {
    if name.is_empty() || name.contains(':') || name == "identities" {
        return None;
    }
    let words = UserAttribute::ENUMERATION.words;
    let meant = nearest(name, words.iter().map(|word| word.text));
    Some(words.iter().find(|word| Some(word.text) == meant).map_or_else(
        || format!("for an attribute of the pool's own write `\"custom:{}\"`", shorten(name)),
        |word| {
            format!("did you mean `{}`? an attribute of the pool's own is `\"custom:{}\"`", word.name, shorten(name))
        },
    ))
}
