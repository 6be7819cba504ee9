//! The default of a property in words is the value that the table has for machines.

use cognito_cfn_schema::{Fallback, Property, blocks, client};

fn properties() -> impl Iterator<Item = &'static Property> {
    client::ALL.iter().chain(blocks::ALL.iter().flat_map(|block| block.members)).copied()
}

/// The words of a fallback; `None` where there is more than one way to say it.
fn words(property: &Property) -> Option<String> {
    match property.fallback {
        Fallback::Boolean(truth) => Some(truth.to_string()),
        Fallback::Integer(number) => {
            let unit = if number == 1 { property.unit.trim_end_matches('s') } else { property.unit };
            Some(format!("{number} {unit}"))
        }
        Fallback::Variant(variant) => Some(variant.name.to_owned()),
        Fallback::Variants(variants) => {
            let names: Vec<&str> = variants.iter().map(|variant| variant.name).collect();
            let (last, others) = names.split_last()?;
            Some(format!("{} and {last}", others.join(", ")))
        }
        Fallback::Absent | Fallback::EmptyList | Fallback::Generated => None,
    }
}

#[test]
fn the_words_say_the_value() {
    // The member of a block that is itself absent has no words.
    for property in properties().filter(|property| property.default != "absent") {
        match words(property) {
            Some(words) => assert!(property.default.starts_with(&words), "{}: {words}", property.name),
            None => {
                let is_value =
                    property.default.starts_with(|first: char| first.is_ascii_digit() || first.is_uppercase());
                assert!(!is_value, "{}: {}", property.name, property.default);
            }
        }
    }
}

#[test]
fn every_list_falls_back_to_a_list() {
    for property in properties().filter(|property| property.kind.item().is_some()) {
        assert!(matches!(property.fallback, Fallback::EmptyList | Fallback::Variants(_)), "{}", property.name);
    }
}
