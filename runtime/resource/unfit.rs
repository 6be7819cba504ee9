//! Values that a conversion could only keep as they are, because the property has no value for them.

use crate::json::Json;
use crate::value::{Intrinsic, View};
use cognito_cfn_schema::diagnostic::Position;
use cognito_cfn_schema::{Finding, Property, rules};

/// What is wrong with them, by property. A property that something else is written over does not count.
pub(super) fn findings(
    properties: &[(&'static Property, Option<View<'_>>)],
    is_overridden: impl Fn(&Property) -> bool,
) -> Vec<Finding> {
    let written = properties.iter().filter(|(property, _)| !is_overridden(property));
    written.filter_map(|(property, view)| list_among_items(property, view.as_ref()?)).collect()
}

/// A choice between two lists that was spread into a list.
fn list_among_items(property: &'static Property, view: &View<'_>) -> Option<Finding> {
    let View::List(items) = view else { return None };
    let index = items.iter().position(|item| matches!(item, View::If(..)) && has_list(item))?;
    let name = property.name;
    Some(rules::LT01.at(
        Position::property(property, 0).item(index, 0),
        format!("an item of `{name}` is an `If` of lists"),
        format!("write the `If` around the whole list: `{name}: If(\"…\", […], […])`"),
    ))
}

fn has_list(view: &View<'_>) -> bool {
    match view {
        View::If(_, arms) => has_list(&arms.0) || has_list(&arms.1),
        View::Intrinsic(Intrinsic::Raw(Json::Array(_))) => true,
        _ => false,
    }
}
