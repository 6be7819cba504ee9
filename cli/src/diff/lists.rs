//! Lists on both sides, whose order does not matter.

use super::properties::Outcome;
use super::value::may_be_absent;
use cognito_cfn::Json;

/// Compares what is known, and counts what is not: a function can be any one of the other side's strings.
pub(super) fn compare(old: (&[String], &[Json]), new: (&[String], &[Json])) -> Outcome {
    let ((old_known, old_unknown), (new_known, new_unknown)) = (old, new);
    let gone = old_known.iter().filter(|text| !new_known.contains(text)).count();
    let added = new_known.iter().filter(|text| !old_known.contains(text)).count();
    let (old_left, new_left) = (left(old_unknown, new_unknown), left(new_unknown, old_unknown));
    // A function gives one string, unless it gives none.
    let explains = |left: &[&Json], count: usize| left.len() >= count || left.iter().any(|item| may_be_many(item));
    let is_certain = |left: &[&Json], others: &[String], others_left: &[Json]| {
        !left.is_empty() && !left.iter().all(|item| may_be_absent(item)) && others.is_empty() && others_left.is_empty()
    };
    if gone == 0 && added == 0 && old_left.is_empty() && new_left.is_empty() {
        Outcome::Equal
    } else if !explains(&old_left, added)
        || !explains(&new_left, gone)
        || is_certain(&old_left, new_known, new_unknown)
        || is_certain(&new_left, old_known, old_unknown)
    {
        Outcome::Different
    } else {
        Outcome::Unknown
    }
}

/// The items that the others have no equal of, each once.
fn left<'j>(these: &'j [Json], others: &[Json]) -> Vec<&'j Json> {
    let mut others: Vec<&Json> = others.iter().collect();
    let mut left = Vec::new();
    for item in these {
        match others.iter().position(|other| *other == item) {
            Some(at) => drop(others.remove(at)),
            None => left.push(item),
        }
    }
    left
}

/// Whether an item can become several: what a macro gives.
fn may_be_many(function: &Json) -> bool {
    function.get("Fn::Transform").is_some()
}
