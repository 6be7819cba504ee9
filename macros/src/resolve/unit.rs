//! Units of time: `Minutes(30)`.

use super::{Expected, no_spread, value};
use crate::pipeline::diagnostics::Diagnostics;
use crate::pipeline::model::ValueKind;
use crate::pipeline::parse::Items;
use cognito_cfn_schema::blocks::unit_of;
use cognito_cfn_schema::enums::TimeUnit;
use cognito_cfn_schema::suggest::listed;
use cognito_cfn_schema::{Kind, Property, client};
use proc_macro2::Ident;

/// A call that is a unit with its number; `None` where it is another call.
pub(super) fn call(
    name: &Ident,
    items: &Items,
    expected: Expected,
    diagnostics: &mut Diagnostics,
) -> Option<ValueKind> {
    let unit = TimeUnit.by_name(&name.to_string())?;
    let property = expected.property;
    if unit_of(property).is_none() || !matches!(expected.kind, Kind::Integer) {
        let message = format!("`{}` does not accept a unit", property.name);
        diagnostics.error(name.span(), message, help(property, unit.name));
        return Some(ValueKind::Invalid);
    }
    diagnostics.extend(&items.problems);
    no_spread(items, diagnostics);
    let numbers: Vec<_> = items.values().collect();
    let [number] = numbers.as_slice() else {
        let message = format!("`{}` expects 1 argument, found {}", unit.name, numbers.len());
        diagnostics.error(name.span(), message, format!("write `{}(30)`", unit.name));
        return Some(ValueKind::Invalid);
    };
    let number = value(number, expected, diagnostics);
    Some(match number.value {
        ValueKind::Invalid => ValueKind::Invalid,
        ValueKind::Measured(..) => {
            diagnostics.error(
                number.span,
                format!("`{}` expects a number, found a unit", unit.name),
                "remove one of the units",
            );
            ValueKind::Invalid
        }
        _ => ValueKind::Measured(Box::new(number), unit),
    })
}

/// What to type in a place without units.
fn help(property: &Property, unit: &str) -> String {
    let validity =
        client::ALL.iter().find(|validity| unit_of(validity).is_some_and(|member| std::ptr::eq(member, property)));
    match (validity, property.kind) {
        (Some(validity), _) => format!("write `{unit}` here, or `{}: {unit}(…)` without this member", validity.name),
        (None, Kind::Integer) if !property.unit.is_empty() => {
            format!("write only the number: `{}` is always in {}", property.name, property.unit)
        }
        _ => format!("units can be used with {}", validities()),
    }
}

fn validities() -> String {
    let names: Vec<_> =
        client::ALL.iter().filter(|property| unit_of(property).is_some()).map(|property| property.name).collect();
    listed(&names)
}
