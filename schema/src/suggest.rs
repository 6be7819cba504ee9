//! Names that are similar to a misspelled one.

use crate::literals::shorten;

/// The most similar of those names, if one is similar enough.
pub fn nearest<'n>(written: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    Names::new(names).nearest(written, None)
}

/// Names to find similar ones among, prepared for many questions.
pub struct Names<'n>(Vec<Name<'n>>);

/// A name in the form in which it is compared.
struct Name<'n> {
    name: &'n str,
    folded: String,
    length: usize,
    /// The letters it has, a bit for each: names that differ in many are not compared letter by letter.
    letters: u64,
}

impl<'n> Name<'n> {
    fn new(name: &'n str) -> Self {
        let folded = fold(name);
        let letters = folded.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % u64::BITS));
        Self { name, length: folded.chars().count(), folded, letters }
    }

    /// How many letters differ, if so few do that the names are similar.
    fn distance(&self, other: &Self) -> Option<usize> {
        let max = (self.folded.len().min(other.folded.len()) / 4).max(1);
        // A letter that is replaced by another changes two bits, and any other difference at most one.
        let is_far =
            self.length.abs_diff(other.length) > max || (self.letters ^ other.letters).count_ones() as usize > 2 * max;
        if is_far {
            return None;
        }
        Some(distance(&self.folded, &other.folded)).filter(|distance| *distance <= max)
    }
}

impl<'n> Names<'n> {
    /// The names, to be asked for.
    pub fn new(names: impl IntoIterator<Item = &'n str>) -> Self {
        Self(names.into_iter().map(Name::new).collect())
    }

    /// The most similar name, if one is similar enough. It is another one than `own`.
    pub fn nearest(&self, written: &str, own: Option<&str>) -> Option<&'n str> {
        let written = Name::new(written);
        let mut near: Option<(usize, &str)> = None;
        // A part of only one name, such as `Apple` of `SignInWithApple`, means that name.
        let mut holding = None;
        let mut is_one = true;
        for known in self.0.iter().filter(|known| Some(known.name) != own) {
            let has_letters = written.letters & !known.letters == 0;
            if written.folded.len() > 3 && has_letters && known.folded.contains(&written.folded) {
                is_one = holding.is_none();
                holding = Some(known.name);
            }
            if let Some(distance) = written.distance(known)
                && near.is_none_or(|(least, _)| distance < least)
            {
                near = Some((distance, known.name));
            }
        }
        holding.filter(|_| is_one).or(near.map(|(_, name)| name))
    }
}

/// How many of a kind one message lists.
pub const MAX_LISTED: usize = 20;

/// Names in a sentence: "`a`, `b` or `c`".
pub fn listed(names: &[&str]) -> String {
    let more = names.len().saturating_sub(MAX_LISTED);
    let mut list = String::new();
    for (at, name) in names.iter().take(MAX_LISTED).enumerate() {
        if at > 0 {
            list.push_str(if at + 1 == names.len() { " or " } else { ", " });
        }
        list.push('`');
        list.push_str(&shorten(name));
        list.push('`');
    }
    if more > 0 { format!("{list} or {more} more") } else { list }
}

/// "1 item", "2 items".
pub fn counted(count: impl TryInto<i64> + std::fmt::Display + Copy, noun: &str) -> String {
    let is_one = count.try_into().is_ok_and(|count| count == 1);
    format!("{count} {noun}{}", if is_one { "" } else { "s" })
}

/// The name without case and separators: `callback_urls`, `CallbackURLs` and `callbackUrLs` are the same.
pub fn fold(name: &str) -> String {
    name.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// How many letters must be inserted, removed, replaced or swapped with their neighbour.
pub(crate) fn distance(from: &str, to: &str) -> usize {
    let (from, to): (Vec<char>, Vec<char>) = (from.chars().collect(), to.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=to.len()).collect();
    for (row, &left) in from.iter().enumerate() {
        let mut next = vec![row + 1];
        for (column, &right) in to.iter().enumerate() {
            let at = |line: &[usize], column: usize| line.get(column).copied().unwrap_or(usize::MAX / 2);
            let mut least = (at(&last, column) + usize::from(left != right))
                .min(at(&last, column + 1) + 1)
                .min(at(&next, column) + 1);
            if row > 0 && column > 0 && from.get(row - 1) == Some(&right) && to.get(column - 1) == Some(&left) {
                least = least.min(at(&before, column - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut last, next);
    }
    last.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_near() {
        let names = ["client_name", "callback_urls", "logout_urls", "generate_secret"];
        for (written, meant) in [
            ("clent_name", "client_name"),
            ("cleint_name", "client_name"),
            ("callback_url", "callback_urls"),
            ("logoutUrls", "logout_urls"),
            ("generate_secrets", "generate_secret"),
            ("secret", "generate_secret"),
        ] {
            assert_eq!(nearest(written, names), Some(meant), "{written}");
        }
    }

    #[test]
    fn another_word_is_not() {
        assert_eq!(nearest("tags", ["client_name", "callback_urls"]), None);
        assert_eq!(nearest("urls", ["callback_urls", "logout_urls"]), None, "a part of two names means neither");
        assert_eq!(nearest("", ["client_name"]), None);
    }

    #[test]
    fn a_swap_of_neighbours_counts_once() {
        assert_eq!(distance("cleint", "client"), 1);
        assert_eq!(distance("kitten", "sitting"), 3);
    }
}
