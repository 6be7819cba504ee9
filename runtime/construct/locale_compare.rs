//! The order in which the CDK sorts paths: that of JavaScript's `localeCompare`, the root order of Unicode collation.

use std::cmp::Ordering;

/// ASCII as collation orders it; a letter is both of its cases. All else comes behind, by code point.
const ORDER: &str = "\t\n\u{b}\u{c}\r _-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$0123456789abcdefghijklmnopqrstuvwxyz";

/// Case counts only where nothing else differs, and then small letters come first.
pub(crate) fn compare(left: &str, right: &str) -> Ordering {
    let weights = |text: &str| counted(text).map(weight).collect::<Vec<_>>();
    let cases = |text: &str| counted(text).map(|character| character.is_ascii_uppercase()).collect::<Vec<_>>();
    weights(left).cmp(&weights(right)).then_with(|| cases(left).cmp(&cases(right)))
}

/// The characters that count: most control characters do not.
fn counted(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|character| !character.is_ascii_control() || ORDER.contains(*character))
}

fn weight(character: char) -> (usize, char) {
    let letter = character.to_ascii_lowercase();
    ORDER.find(letter).map_or((ORDER.len(), letter), |place| (place, '\0'))
}
