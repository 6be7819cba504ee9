//! The attributes of a user that a client reads and writes.

use super::is;
use crate::catalogue::{AT03, AT08, AT09, AT11, AT12, AT14};
use crate::declaration::World;
use crate::enums::UserAttribute;
use crate::suggest::nearest;
use crate::{Declaration, Finding, Known, PropertyPath, Variant, client, literals::shorten};

const NOT_WRITABLE: [&Variant; 3] =
    [&UserAttribute::EmailVerified, &UserAttribute::PhoneNumberVerified, &UserAttribute::Sub];

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    check_names(client, findings);
    check_all_can_be_written(client, findings);
    check_lists_are_not_empty(client, findings);
}

fn check_names(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for property in [&client::read_attributes, &client::write_attributes] {
        client.each_item(property, &mut |index, item, _| {
            let Known::Text(name) = &item.value else { return };
            let told = if let Some(help) = correct(name) {
                (&AT11, format!("`{}` is not a standard attribute", shorten(name)), help)
            } else if let Some(own) = name.strip_prefix("dev:custom:") {
                let message = format!("whether a client may have `{}` is not known", shorten(name));
                (
                    &AT12,
                    message,
                    format!("write `\"custom:{}\"`, or leave it to calls with AWS credentials", shorten(own)),
                )
            } else if std::ptr::eq(property, &client::write_attributes) && is_of_cognito(name) {
                let message = format!("Cognito itself keeps `{}`: it is likely refused", shorten(name));
                (&AT14, message, format!("leave it out of `{}`", property.name))
            } else {
                return;
            };
            let (rule, message, help) = told;
            findings.push(rule.finding(item.tag, PropertyPath::item(property, index), message, help));
        });
    }
}

fn check_all_can_be_written(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    let property = &client::write_attributes;
    client.each_item(property, &mut |index, item, _| {
        if NOT_WRITABLE.iter().any(|word| is(&item.value, word)) {
            findings.push(AT03.finding(
                item.tag,
                PropertyPath::item(property, index),
                format!("a client cannot write `{}`", super::spell(&item.value)),
                format!("leave it out of `{}`", property.name),
            ));
        }
    });
}

fn check_lists_are_not_empty(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for (property, rule, verb, least) in
        [(&client::write_attributes, &AT08, "write", "Locale"), (&client::read_attributes, &AT09, "read", "Sub")]
    {
        client.each(property, &World::default(), &mut |list, world| {
            if matches!(&list.value, Known::List(_)) && client.always_empty(property, world) {
                findings.push(rule.finding(
                    list.tag,
                    PropertyPath::of(property),
                    format!("an empty `{}` lets users {verb} every standard attribute", property.name),
                    format!("write what they may {verb}, such as `{}: [{least}]`, or leave it out", property.name),
                ));
            }
        });
    }
}

/// Whether no client can write the attribute, whatever the pool says of it.
pub(super) fn is_read_only(name: &str) -> bool {
    NOT_WRITABLE.iter().any(|word| word.value == name)
}

/// Whether it is one of the attributes that the service keeps for itself.
fn is_of_cognito(name: &str) -> bool {
    name == "identities" || name.starts_with("cognito:")
}

/// What to write for a name that is neither standard nor the pool's own. Names with another prefix (`dev:custom:…`,
/// `cognito:…`, `identities`) are no mistakes: whether the service takes them is not known.
fn correct(name: &str) -> Option<String> {
    if name.is_empty() || name.contains(':') || is_of_cognito(name) {
        return None;
    }
    let words = UserAttribute.variants;
    let meant = nearest(name, words.iter().map(|word| word.value));
    Some(words.iter().find(|word| Some(word.value) == meant).map_or_else(
        || format!("for an attribute of the pool's own write `\"custom:{}\"`", shorten(name)),
        |word| {
            if word.name == name {
                return format!("write `{name}` without quotes");
            }
            format!("did you mean `{}`? an attribute of the pool's own is `\"custom:{}\"`", word.name, shorten(name))
        },
    ))
}
