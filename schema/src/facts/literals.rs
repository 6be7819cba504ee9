//! Checks of literals: logical ids, references, the `${…}` of a `Sub`.

use crate::characters::is_invisible;
use crate::diagnostic::Help;
use crate::intrinsics::{PSEUDO_PARAMETERS, Parameter};
use crate::suggest::{listed, nearest};
use crate::{Diagnostic, StringFormat, quotas};
use std::borrow::Cow;
use std::net::IpAddr;

/// A literal of that format. The value of a dynamic reference is not known, so it is accepted wherever a string is.
pub fn check(format: StringFormat, text: &str) -> Result<(), Diagnostic> {
    match format {
        StringFormat::Any | StringFormat::Plain => Ok(()),
        StringFormat::LogicalId => check_logical_id(text),
        StringFormat::Reference => check_reference(text),
        StringFormat::ReturnValue => check_return_value(text),
        StringFormat::Condition => check_condition(text),
        StringFormat::Template => check_template(text),
        StringFormat::ExportName => check_export_name(text),
        StringFormat::AddressBlock if text.contains("{{resolve:") => Ok(()),
        StringFormat::AddressBlock => check_address_block(text),
    }
}

/// A logical id, of a resource or parameter: ASCII letters and digits, 1 to 255.
pub fn check_logical_id(id: &str) -> Result<(), Diagnostic> {
    if !id.is_empty() && id.len() <= 255 && id.chars().all(|character| character.is_ascii_alphanumeric()) {
        return Ok(());
    }
    let legal = join_words(id);
    let shown = if legal.is_empty() { "WebClient" } else { &legal };
    Err(Diagnostic {
        message: if id.is_empty() {
            "an empty string is not a logical id".into()
        } else {
            format!("`{}` is not a logical id", shorten(id))
        },
        help: format!("write ASCII letters and digits, 1 to 255: `\"{}\"`", shorten(shown)).into(),
    })
}

/// The name of a stack: a letter, then letters, digits and `-`, 1 to 128 characters.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html>
pub fn check_stack_name(name: &str) -> Result<(), Diagnostic> {
    let mut characters = name.chars();
    if characters.next().is_some_and(|first| first.is_ascii_alphabetic())
        && characters.all(|character| character.is_ascii_alphanumeric() || character == '-')
        && name.len() <= quotas::STACK_NAME
    {
        return Ok(());
    }
    Err(Diagnostic {
        message: format!("`{}` is not a valid stack name", shorten(name)),
        help: format!(
            "start with a letter, then use letters, digits and `-`: at most {} characters",
            quotas::STACK_NAME
        )
        .into(),
    })
}

/// The letters and digits of a name, each part of it with a capital: `WebClient` of `web-client`.
fn join_words(name: &str) -> String {
    let mut joined = String::new();
    for word in name.split(|character: char| !character.is_ascii_alphanumeric()) {
        let (first, rest) = word.split_at(word.len().min(1));
        joined.push_str(&first.to_ascii_uppercase());
        joined.push_str(rest);
    }
    joined.truncate(255);
    joined
}

/// The name of a condition: made like a logical id.
pub fn check_condition(name: &str) -> Result<(), Diagnostic> {
    check_logical_id(name).map_err(|diagnostic| Diagnostic {
        message: format!("`{}` is not the name of a condition", shorten(name)),
        ..diagnostic
    })
}

/// What `Ref` accepts: a logical id, or a pseudo parameter. Transforms create ids with dots.
pub fn check_reference(target: &str) -> Result<(), Diagnostic> {
    if let Some(name) = target.strip_prefix("AWS::") {
        if PSEUDO_PARAMETERS.contains(&target) {
            return Ok(());
        }
        let nearest = nearest(name, PSEUDO_PARAMETERS.iter().filter_map(|known| known.strip_prefix("AWS::")));
        return Err(Diagnostic {
            message: format!("unknown pseudo parameter `{}`", shorten(target)),
            help: nearest.map_or_else(
                || format!("use {}", listed(PSEUDO_PARAMETERS)).into(),
                |name| {
                    let replacement = format!("\"AWS::{name}\"");
                    Help::write(replacement)
                        .in_words(format!("a pseudo parameter with a similar name exists: `AWS::{name}`"))
                },
            ),
        });
    }
    if let Some((id, attribute)) = target.split_once('.')
        && check_logical_id(id).is_ok()
        && is_return_value(attribute)
    {
        return Ok(());
    }
    check_logical_id(target)
}

/// What `GetAtt` accepts as return value: names of letters and digits, joined by dots.
pub fn check_return_value(attribute: &str) -> Result<(), Diagnostic> {
    if is_return_value(attribute) {
        return Ok(());
    }
    Err(Diagnostic {
        message: format!("`{}` is not the name of a return value", shorten(attribute)),
        help: "write letters and digits, such as `\"ClientSecret\"`".into(),
    })
}

fn is_return_value(attribute: &str) -> bool {
    // Return values of custom resources and of nested stacks (`Outputs.Name`) have names that users choose.
    !attribute.is_empty()
        && attribute.split('.').all(|part| {
            !part.is_empty()
                && part.chars().all(|character| character.is_ascii_alphanumeric() || "_-:".contains(character))
        })
}

/// The `${…}` of a `Sub`: letters, digits, `_`, `.` and `:`; `${!…}` is a literal `${…}`.
pub fn check_template(template: &str) -> Result<(), Diagnostic> {
    let mut rest = template;
    while let Some((_, opened)) = rest.split_once("${") {
        if opened.starts_with('!') {
            rest = opened;
            continue;
        }
        let Some((name, after)) = opened.split_once('}') else {
            return Err(Diagnostic {
                message: "`${` without `}` in `Sub`".into(),
                help: "close it, as in `${Name}`, or write `${!Name}` for a literal `${Name}`".into(),
            });
        };
        check_variable(name).map_err(|diagnostic| match diagnostic.help.replacement() {
            Some(replacement) => {
                let fixed = template.replacen(name.trim(), replacement.trim_matches('"'), 1);
                let help = Help::write(format!("{fixed:?}")).in_words(diagnostic.help.as_str());
                Diagnostic { help, ..diagnostic }
            }
            None => diagnostic,
        })?;
        rest = after;
    }
    Ok(())
}

/// The name within a `${…}`.
fn check_variable(written: &str) -> Result<(), Diagnostic> {
    let name = written.trim();
    if name.is_empty() {
        return Err(Diagnostic {
            message: format!("`${{{}}}` has no name", shorten(written)),
            help: "write a logical id, a parameter or a variable of the block: `${Name}`".into(),
        });
    }
    let is_legal = |character: char| character.is_ascii_alphanumeric() || "_.:".contains(character);
    if !name.chars().all(is_legal) {
        let legal: String = name.chars().filter(|&character| is_legal(character)).collect();
        return Err(Diagnostic {
            message: format!("`${{{}}}` is not a valid name in `Sub`", shorten(written)),
            help: format!(
                "use ASCII letters, digits, `_`, `.` and `:`, as in `${{{}}}`; `${{!{}}}` is a literal",
                if legal.is_empty() { "Name".into() } else { shorten(&legal) },
                shorten(name),
            )
            .into(),
        });
    }
    if name.starts_with("AWS::") { check_reference(name) } else { Ok(()) }
}

/// A block of addresses: an address, and the length of its prefix.
pub fn check_address_block(block: &str) -> Result<(), Diagnostic> {
    let is_legal = block.split_once('/').is_some_and(|(address, length)| {
        let longest = match address.parse() {
            Ok(IpAddr::V4(_)) => 32,
            Ok(IpAddr::V6(_)) => 128,
            Err(_) => return false,
        };
        length.parse().is_ok_and(|length: u8| length <= longest)
    });
    if is_legal {
        return Ok(());
    }
    Err(Diagnostic {
        message: format!("`{}` is not a CIDR block", shorten(block)),
        help: "write an address and a prefix length: `\"10.0.0.0/16\"`".into(),
    })
}

/// A number with a range that CloudFormation documents.
pub fn check_number(parameter: Parameter, number: i64) -> Result<(), Diagnostic> {
    let Some((min, max, subject)) = parameter.range.filter(|(min, max, _)| !(*min..=*max).contains(&number)) else {
        return Ok(());
    };
    let help = if max == i64::MAX { Help::write(min.to_string()) } else { format!("write {min} to {max}").into() };
    Err(Diagnostic { message: format!("{subject}, not {number}"), help })
}

/// The index of an item in a list of that length.
pub fn check_index(index: i64, count: usize) -> Result<(), Diagnostic> {
    let Some(last) = count.checked_sub(1) else {
        return Err(Diagnostic {
            message: "`Select` from a list without items".into(),
            help: "write the items: `Select(0, [\"a\", \"b\"])`".into(),
        });
    };
    if usize::try_from(index).is_ok_and(|index| index > last) {
        return Err(Diagnostic {
            message: format!("the index {index} of `Select` is out of range; the last index is {last}"),
            help: Help::write(last.to_string()),
        });
    }
    Ok(())
}

/// What `ImportValue` accepts: a string without `${…}`.
pub fn check_export_name(name: &str) -> Result<(), Diagnostic> {
    if name.contains("${") {
        return Err(Diagnostic {
            message: "`${…}` is not replaced in the name of `ImportValue`".into(),
            help: Help::write(format!("Sub({name:?})")).in_words(format!("write `ImportValue(Sub({name:?}))`")),
        });
    }
    Ok(())
}

/// The name of an export. The message is CloudFormation's own.
pub fn check_export(name: &str) -> Result<(), Diagnostic> {
    let is_legal = |character: char| character.is_ascii_alphanumeric() || ":-".contains(character);
    if !name.is_empty() && name.chars().all(is_legal) {
        return Ok(());
    }
    let legal: String = name.chars().map(|character| if is_legal(character) { character } else { '-' }).collect();
    let shown = if legal.is_empty() { "identity-client-id" } else { &legal };
    Err(Diagnostic {
        message: format!(
            "invalid export name `{}`: The Name field of every Export member must be specified and consist only of \
             alphanumeric characters, colons, or hyphens",
            shorten(name)
        ),
        help: format!("write ASCII letters, digits, `:` and `-`: `{:?}`", shorten(shown)).into(),
    })
}

/// A string in a message: the first line of a message stays short.
pub fn shorten(text: &str) -> String {
    shorten_to(40, text)
}

/// A string in a message, with at most so many characters.
pub fn shorten_to(max: usize, text: &str) -> String {
    let shown = escape(text);
    if shown.len() <= max || shown.chars().count() <= max {
        return shown.into_owned();
    }
    shown.chars().take(max - 1).chain(['…']).collect()
}

/// A message or a help as a whole: one line, whatever is in it.
pub fn one_line(text: &str) -> String {
    shorten_to(2000, text)
}

/// The text with numbers for the characters that are not seen, move the cursor, or turn what is behind them around.
fn escape(text: &str) -> Cow<'_, str> {
    let is_hidden = |character: char| matches!(character, '\u{2028}' | '\u{2029}') || is_invisible(character);
    if text.bytes().all(|byte| matches!(byte, b' '..=b'~')) || !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::new();
    for character in text.chars() {
        if is_hidden(character) {
            escaped.extend(character.escape_default());
        } else {
            escaped.push(character);
        }
    }
    Cow::Owned(escaped)
}
