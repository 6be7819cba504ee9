//! What the registry schema asks of a value taken alone: ranges, lengths, characters, numbers of items.

use crate::catalogue::{self, LT01};
use crate::characters::Characters;
use crate::declaration::World;
use crate::property::Property;
use crate::suggest::counted;
use crate::{Declaration, Finding, Kind, Known, Node, PropertyPath, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for property in client::ALL {
        match property.kind {
            Kind::Block(_) => client.each_block(property, &mut |_, block, world| {
                for (member, node) in &block.members {
                    let place = PropertyPath::member(property, member);
                    node.visit(world, &mut |node, _| check_value(member, node, &place, findings));
                }
            }),
            Kind::List(_) => {
                check_count(client, property, findings);
                client.each_item(property, &mut |index, item, _| {
                    check_value(property, item, &PropertyPath::item(property, index), findings);
                });
            }
            _ => client.each(property, &World::default(), &mut |node, _| {
                check_value(property, node, &PropertyPath::of(property), findings);
            }),
        }
    }
}

fn check_value(property: &Property, node: &Node<'_>, place: &PropertyPath, findings: &mut Vec<Finding>) {
    let broken = match &node.value {
        Known::Integer(number) => out_of_range(property, *number),
        Known::Text(text) => out_of_length(property, text).or_else(|| misfit(property, text)),
        _ => None,
    };
    if let Some((code, message, help)) = broken {
        findings.push(catalogue::find(code).unwrap_or(&LT01).finding(node.tag, place.clone(), message, help));
    }
}

/// Code, message and help.
type Broken = (&'static str, String, String);

fn out_of_range(property: &Property, number: i64) -> Option<Broken> {
    let (least, greatest) = property.limits.range?;
    if (least..=greatest).contains(&number) {
        return None;
    }
    let (name, unit) = (property.name, property.unit);
    Some((
        property.limits.codes.count,
        format!("`{name}` is {least} to {greatest} {unit}, not {number}"),
        format!("write `{name}: {}`", number.clamp(least, greatest)),
    ))
}

fn out_of_length(property: &Property, text: &str) -> Option<Broken> {
    let (least, greatest) = property.limits.length?;
    let length = text.chars().count();
    let code = property.limits.codes.length;
    let name = property.name;
    if length < least {
        return Some(if text.is_empty() {
            let or = if property.required { "" } else { "leave it out, or " };
            (
                code,
                format!("`{name}` does not take an empty text"),
                format!("{or}write {least} to {greatest} characters"),
            )
        } else {
            (
                code,
                format!("`{name}` has at least {least} characters, this has {length}"),
                format!("write {least} to {greatest} characters"),
            )
        });
    }
    (length > greatest).then(|| {
        (
            code,
            format!("`{name}` has at most {greatest} characters, this has {length}"),
            format!("leave out {}", counted(length - greatest, "character")),
        )
    })
}

fn misfit(property: &Property, text: &str) -> Option<Broken> {
    let characters = property.limits.characters?;
    let misfit = characters.misfit(text)?;
    let code = property.limits.codes.characters;
    let name = property.name;
    let help = match characters {
        Characters::UserPoolId if crate::literals::check_logical_id(text).is_ok() => {
            format!("if `{text}` is the logical id of the pool, write `Ref(\"{text}\")`")
        }
        _ if text.contains("${") => format!("to have `${{…}}` filled in, write `Sub({text:?})`"),
        Characters::Visible if misfit == " " => {
            format!("write `%20` for it: `{:?}`", crate::literals::shorten(&text.replace(' ', "%20")))
        }
        Characters::UserPoolId | Characters::Arn => format!("write {}", characters.describe()),
        _ => match characters.keep(text) {
            kept if kept.is_empty() => format!("leave it out: `{name}` is {}", characters.describe()),
            kept => format!("write `{:?}`: `{name}` is {}", crate::literals::shorten(&kept), characters.describe()),
        },
    };
    let message = if misfit.is_empty() {
        format!("`{name}` does not take an empty text")
    } else if misfit == text && text.chars().count() > 1 {
        format!("`{}` is not what `{name}` takes", crate::literals::shorten(text))
    } else {
        format!("{} is no character of `{name}`", name_character(misfit))
    };
    Some((code, message, help))
}

/// A character as it stands in a message: an invisible one by its number.
fn name_character(misfit: &str) -> String {
    match misfit.chars().next() {
        Some(' ') => "a space".into(),
        Some(character) if character.is_whitespace() || Characters::VisibleOrSpace.misfit(misfit).is_some() => {
            format!("U+{:04X}", u32::from(character))
        }
        _ => format!("`{misfit}`"),
    }
}

/// A list with more items than it may have: the first that is too many is at fault.
fn check_count(client: &Declaration<'_>, property: &Property, findings: &mut Vec<Finding>) {
    let Some(most) = property.limits.items else { return };
    client.each(property, &World::default(), &mut |list, world| {
        let Known::List(items) = &list.value else { return };
        let mut certain = items.iter().enumerate().filter(|(_, item)| {
            let mut stays = true;
            item.visit(world, &mut |item, _| stays &= !matches!(item.value, Known::Absent));
            stays
        });
        let count = certain.clone().count();
        if let Some((index, item)) = certain.nth(most) {
            findings.push(catalogue::find(property.limits.codes.count).unwrap_or(&LT01).finding(
                item.tag,
                PropertyPath::item(property, index),
                format!("`{}` takes at most {most} items, this is one of {count}", property.name),
                format!("leave out {}", counted(count - most, "item")),
            ));
        }
    });
}
