//! Values that the property cannot represent. The conversion keeps them, and the checks report them.

use crate::depth::MAX_RENDERED;
use crate::json::Json;
use crate::value::{Intrinsic, View};
use cognito_cfn_schema::blocks::unit_of;
use cognito_cfn_schema::diagnostic::Position;
use cognito_cfn_schema::{Finding, Property, rules};

/// What is wrong with them, by property. Overridden properties are skipped.
pub(super) fn findings(
    properties: &[(&'static Property, Option<View<'_>>)],
    is_overridden: impl Fn(&Property) -> bool,
) -> Vec<Finding> {
    let written = properties.iter().filter(|(property, _)| !is_overridden(property));
    let finding = |property, view| list_among_items(property, view).or_else(|| part_of_a_second(property, view));
    written.filter_map(|(property, view)| finding(property, view.as_ref()?)).collect()
}

/// A choice between two lists that was spread into a list.
fn list_among_items(property: &'static Property, view: &View<'_>) -> Option<Finding> {
    let View::List(items) = view else { return None };
    let index = items.iter().position(|item| matches!(item, View::If(..)) && has_list(item, MAX_RENDERED))?;
    let name = property.name;
    Some(rules::LT01.at(
        Position::property(property, 0).item(index, 0),
        format!("an item of `{name}` is an `If` of lists"),
        format!("write the `If` around the whole list: `{name}: If(\"…\", […], […])`"),
    ))
}

/// A `Duration` that no unit holds.
fn part_of_a_second(property: &'static Property, view: &View<'_>) -> Option<Finding> {
    let seconds = unit_of(property).and_then(|_| fraction(view, MAX_RENDERED))?;
    let name = property.name;
    Some(rules::LT01.at(
        Position::property(property, 0),
        format!("`{name}` is {seconds} seconds; fractions of a second are not supported"),
        "use a `Duration` of whole seconds",
    ))
}

fn fraction(view: &View<'_>, left: usize) -> Option<f64> {
    match view {
        View::If(_, arms) => arms().iter().find_map(|arm| fraction(arm, left.checked_sub(1)?)),
        View::Intrinsic(Intrinsic::Raw(Json::Number(number))) if number.is_f64() => number.as_f64(),
        _ => None,
    }
}

fn has_list(view: &View<'_>, left: usize) -> bool {
    match view {
        View::If(_, arms) => left.checked_sub(1).is_some_and(|left| arms().iter().any(|arm| has_list(arm, left))),
        View::Intrinsic(Intrinsic::Raw(Json::Array(_))) => true,
        _ => false,
    }
}
