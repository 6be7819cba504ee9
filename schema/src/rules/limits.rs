//! What the registry schema requires of a value taken alone: ranges, lengths, characters, numbers of items.
//!
//! The limits themselves are facts of the properties, which name the rules here.

use super::{Rule, strings};
use crate::characters::Characters;
use crate::diagnostic::{Diagnostic, Finding, Help};
use crate::input::{AbstractValue, Properties, Text, Visited};
use crate::literals::{check_logical_id, shorten};
use crate::property::Property;
use crate::suggest::counted;
use crate::{Kind, client};

family!(LT01, AT20, IP06, NM01, NM02, OA15, RR05, SC10, TK14, UR16, UR17);

rule! {
    AT20 Error "0.1.0": "attribute name is empty or longer than 2048 characters" {
        source("registry schema; API reference, ClientPermissionType"),
        checked_with(&LT01),
        about_one_value(),
    }
}

rule! {
    IP06 Error "0.1.0": "provider name is empty, longer than 32 characters or has an invisible character" {
        source("registry schema; API reference, ProviderNameType"),
        checked_with(&LT01),
        about_one_value(),
    }
}

rule! {
    NM01 Error "0.1.0": "invalid character in `client_name`" {
        cognito_error("1 validation error detected: Value '????' at 'clientName' failed to satisfy constraint"),
        source("deployment, in cdk-preflight"),
        checked_with(&LT01),
        about_one_value(),
    }
}

rule! {
    NM02 Error "0.1.0": "`client_name` is empty or longer than 128 characters" {
        source("registry schema; API reference, ClientNameType"),
        checked_with(&LT01),
        about_one_value(),
    }
}

rule! {
    OA15 Error "0.1.0": "more than three OAuth flows" {
        source("registry schema; API reference, AllowedOAuthFlows"),
        checked_with(&LT01),
        about_one_value(),
    }
}

rule! {
    RR05 Error "0.1.0": "`retry_grace_period_seconds` out of range (0–60 seconds)" {
        source("registry schema; API reference, RefreshTokenRotationType"),
        checked_with(&LT01),
        about_one_value(),
    }
}

rule! {
    SC10 Error "0.1.0": "more than 50 scopes, or a scope with an invalid length or character" {
        source("registry schema; API reference, ScopeType"),
        checked_with(&LT01),
        about_one_value(),
    }
}

rule! {
    TK14 Error "0.1.0": "`auth_session_validity` out of range (3–15 minutes)" {
        source("registry schema; API reference, AuthSessionValidity"),
        checked_with(&LT01),
        about_one_value(),
    }
}

rule! {
    UR16 Error "0.1.0": "more than 100 callback or logout URLs" {
        cognito_error("1 validation error detected: Value '…"),
        source("deployment, in cdk-preflight"),
        checked_with(&LT01),
        about_one_value(),
    }
}

rule! {
    UR17 Error "0.1.0": "URL is empty, longer than 1024 characters or contains whitespace" {
        source("registry schema; API reference, RedirectUrlType"),
        checked_with(&LT01),
        about_one_value(),
    }
}

rule! {
    LT01 Error "0.1.0": "value violates the CloudFormation schema" {
        source("registry schema"),
        checked_by(check_limits),
        about_one_value(),
    }
}

fn check_limits(client: &Properties<'_>, findings: &mut Vec<Finding>) {
    for property in client::ALL {
        match property.kind {
            Kind::Block(_) => client.each_block(property, |block, given| {
                for member in block.members() {
                    block.each(member, given, |value, _| findings.extend(check_value(member, &value)));
                }
            }),
            Kind::List(_) => {
                check_count(client, property, findings);
                client.each_item(property, |item, _| findings.extend(check_value(property, &item)));
            }
            _ => client.each(property, |value, _| findings.extend(check_value(property, &value))),
        }
    }
}

fn check_value(property: &Property, value: &Visited<'_, '_>) -> Option<Finding> {
    let (rule, diagnostic) = match value.value {
        AbstractValue::Integer(number) => out_of_range(property, *number),
        AbstractValue::String(string) => out_of_length(property, string).or_else(|| misfit(property, string)),
        AbstractValue::Partial(text) => too_long(property, text).or_else(|| misfit_of_part(property, text)),
        _ => None,
    }?;
    Some(rule.finding(value, diagnostic))
}

fn out_of_range(property: &Property, number: i64) -> Option<(&'static Rule, Diagnostic)> {
    let (min, max) = property.limits.range.filter(|(min, max)| !(min..=max).contains(&&number))?;
    let (name, unit) = (property.name, property.unit);
    let minutes = number / 60;
    let help = match unit {
        // Others count it in seconds.
        "minutes" if number % 60 == 0 && (min..=max).contains(&minutes) => {
            Help::write(minutes.to_string()).with(&format!("; {number} seconds are {minutes} minutes"))
        }
        _ => Help::write(number.clamp(min, max).to_string()),
    };
    let diagnostic = Diagnostic::new(format!("`{name}` must be {min} to {max} {unit}, not {number}"), help);
    Some((property.limits.rules.count, diagnostic))
}

fn out_of_length(property: &Property, string: &str) -> Option<(&'static Rule, Diagnostic)> {
    let (min, max) = property.limits.length?;
    // There are no more characters than bytes, and one if there are any: most strings need no more to be right.
    if min <= 1 && (1..=max).contains(&string.len()) {
        return None;
    }
    let length = string.chars().count();
    let subject = subject(property);
    let diagnostic = if string.is_empty() && min > 0 {
        let or = if property.required { "" } else { "remove it, or " };
        Diagnostic::new(format!("{subject} must not be empty"), format!("{or}write {min} to {max} characters"))
    } else if length < min {
        Diagnostic::new(
            format!("{subject} has {} (minimum {min})", counted(length, "character")),
            format!("write {min} to {max} characters"),
        )
    } else if length > max {
        Diagnostic::new(
            format!("{subject} has {length} characters (maximum {max})"),
            match id_in_arn(string).filter(|_| matches!(property.limits.characters, Some(Characters::UserPoolId))) {
                Some(id) => id_help(id),
                None => format!("shorten it by {}", counted(length - max, "character")).into(),
            },
        )
    } else {
        return None;
    };
    Some((property.limits.rules.length, diagnostic))
}

fn misfit(property: &Property, string: &str) -> Option<(&'static Rule, Diagnostic)> {
    let characters = property.limits.characters?;
    let misfit = characters.misfit(string)?;
    let name = property.name;
    let help = match characters {
        Characters::UserPoolId if check_logical_id(string).is_ok() => {
            let reference = format!("Ref(\"{string}\")");
            let words = format!("if `{string}` is the logical id of the pool, write `{reference}`");
            Help::write(reference).in_words(words)
        }
        Characters::UserPoolId => match id_in_arn(string) {
            Some(id) => id_help(id),
            None => format!("write {}", characters.describe()).into(),
        },
        _ if string.contains("${") => {
            let template = format!("Sub({string:?})");
            let words = format!("to have `${{…}}` filled in, write `{template}`");
            Help::write(template).in_words(words)
        }
        _ if has_rust_placeholder(string) => Help::write(format!("format!({string:?})")),
        _ if string.trim().is_empty() => format!("remove it, or write {}", characters.describe()).into(),
        _ if is_padded(characters, string) => Help::write(format!("{:?}", string.trim())),
        Characters::Visible if misfit == " " => {
            let encoded = format!("{:?}", string.replace(' ', "%20"));
            let words = format!("write `%20` for it: `{}`", shorten(&encoded));
            Help::write(encoded).in_words(words)
        }
        Characters::Arn => format!("write {}", characters.describe()).into(),
        _ => format!("use only {}", characters.describe()).into(),
    };
    let several = strings::separate(property, string).filter(|items| {
        misfit.contains(char::is_whitespace) && items.iter().all(|item| strings::is_plausible(property, item))
    });
    let help = several.map_or(help, |items| strings::write_items(property, &items));
    let message = if misfit.is_empty() {
        format!("{} must not be empty", subject(property))
    } else if misfit == string && string.chars().count() > 1 {
        format!("`{}` is not a valid `{name}`", shorten(string))
    } else {
        invalid_character(property, misfit)
    };
    Some((property.limits.rules.characters, Diagnostic::new(message, help)))
}

/// The id of a user pool in its ARN: `arn:aws:cognito-idp:<region>:<account>:userpool/<id>`.
fn id_in_arn(arn: &str) -> Option<&str> {
    let (_, id) = arn.strip_prefix("arn:")?.split_once(":userpool/")?;
    Characters::UserPoolId.misfit(id).is_none().then_some(id)
}

fn id_help(id: &str) -> Help {
    Help::write(format!("{id:?}")).with(", the id in the ARN")
}

/// Whether text has something that `format!` would fill in: `{stage}-web`.
fn has_rust_placeholder(text: &str) -> bool {
    let Some((name, rest)) = text.split_once('{').and_then(|(_, rest)| rest.split_once('}')) else { return false };
    let is_name = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && name.chars().all(|character| character.is_ascii_alphanumeric() || character == '_');
    is_name && (!rest.contains('{') || has_rust_placeholder(rest))
}

/// The known parts together are too long.
fn too_long(property: &Property, text: &Text) -> Option<(&'static Rule, Diagnostic)> {
    let (_, max) = property.limits.length?;
    let length: usize = text.known_parts().map(|part| part.chars().count()).sum();
    (length > max).then(|| {
        let message = format!("{} has {length}+ characters (maximum {max})", subject(property));
        (
            property.limits.rules.length,
            Diagnostic::new(message, format!("shorten it by {}", counted(length - max, "character"))),
        )
    })
}

/// Whether the string is right without the white space around it.
fn is_padded(characters: Characters, string: &str) -> bool {
    let trimmed = string.trim();
    trimmed != string && !trimmed.is_empty() && characters.misfit(trimmed).is_none()
}

/// A part that is known has a character that the whole cannot have.
fn misfit_of_part(property: &Property, text: &Text) -> Option<(&'static Rule, Diagnostic)> {
    let characters = property.limits.characters.filter(|characters| characters.are_of_each_part())?;
    let misfit = text.known_parts().find_map(|part| characters.misfit(part))?;
    let message = invalid_character(property, misfit);
    let help = match characters {
        Characters::Visible if misfit == " " => "encode it as `%20`".to_owned(),
        _ => format!("use only {}", characters.describe()),
    };
    Some((property.limits.rules.characters, Diagnostic::new(message, help)))
}

/// The property in a message, or an item of it.
fn subject(property: &Property) -> String {
    match property.kind {
        Kind::List(_) => format!("an item of `{}`", property.name),
        _ => format!("`{}`", property.name),
    }
}

fn invalid_character(property: &Property, misfit: &str) -> String {
    format!("invalid character in {}: {}", subject(property), name_character(misfit))
}

/// A character for a message: an invisible one by its number.
fn name_character(misfit: &str) -> String {
    match misfit.chars().next() {
        Some(' ') => "space".into(),
        Some(character) if character.is_whitespace() || Characters::VisibleOrSpace.misfit(misfit).is_some() => {
            format!("U+{:04X}", u32::from(character))
        }
        _ => format!("`{misfit}`"),
    }
}

/// A list with more items than it may have: reported at the first that is too many.
fn check_count(client: &Properties<'_>, property: &Property, findings: &mut Vec<Finding>) {
    let Some(max) = property.limits.items else { return };
    client.each(property, |list, given| {
        let is_item = |item: &AbstractValue<'_>| !matches!(item, AbstractValue::Absent | AbstractValue::UnknownItems);
        let certain: Vec<_> = list.items().filter(|item| item.always(given, &is_item)).collect();
        findings.extend(certain.get(max).map(|item| {
            let message = format!("`{}` has {} items (maximum {max})", property.name, certain.len());
            let help = format!("remove {}", counted(certain.len() - max, "item"));
            property.limits.rules.count.at(item, message, help)
        }));
    });
}
