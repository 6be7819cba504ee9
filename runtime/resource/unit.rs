//! Puts the unit of a token validity into `token_validity_units`.

use super::{CfnUserPoolClient, TokenValidityUnits};
use crate::json::Json;
use crate::value::enums::TimeUnit;
use crate::value::{Content, Value};
use cognito_cfn_schema::diagnostic::{Diagnostic, Position};
use cognito_cfn_schema::{Finding, Property, client, rules};

/// A unit that cannot be added to the block of the declaration.
#[derive(Clone, Debug)]
pub(crate) struct Misplaced {
    finding: Finding,
    /// The block, as it was: another one has places of its own.
    units: Json,
}

type Member = fn(&mut TokenValidityUnits) -> &mut Option<Value<TimeUnit>>;

/// Puts the unit into its member; the other members stay.
pub(crate) fn place_unit(
    resource: &mut CfnUserPoolClient,
    member: &'static Property,
    unit: Option<Value<TimeUnit>>,
    is_given: bool,
    field: Member,
) {
    let Some(unit) = unit else { return };
    let units = resource.token_validity_units.get_or_insert_with(|| Value::Literal(TokenValidityUnits::default()));
    let name = member.name;
    let diagnostic = match place(units, &unit, is_given, field) {
        Ok(()) => return,
        Err(Obstacle::Function) => Diagnostic::new(
            format!("the unit of `{name}` is lost: `token_validity_units` is a function"),
            "write `token_validity_units` as a block, or the validity without a unit",
        ),
        Err(Obstacle::Unit) => Diagnostic::new(
            format!("`{name}` has two units, one of them in its validity"),
            format!("remove `{name}` from `token_validity_units`, or write the number without a unit"),
        ),
    };
    let units = units.json();
    let finding = rules::TK18.finding(Position::member(&client::token_validity_units, member, 0), diagnostic);
    resource.state.misplaced_units.push(Misplaced { finding, units });
}

enum Obstacle {
    Function,
    Unit,
}

fn place(
    units: &mut Value<TokenValidityUnits>,
    unit: &Value<TimeUnit>,
    is_given: bool,
    field: Member,
) -> Result<(), Obstacle> {
    match units {
        Value::Literal(block) => {
            let member = field(block);
            if is_given && member.is_some() {
                return Err(Obstacle::Unit);
            }
            *member = Some(unit.clone());
            Ok(())
        }
        Value::If(choice) => {
            place(&mut choice.then, unit, is_given, field)?;
            place(&mut choice.otherwise, unit, is_given, field)
        }
        Value::Intrinsic(intrinsic) if intrinsic.is_no_value() => {
            *units = Value::Literal(TokenValidityUnits::default());
            place(units, unit, is_given, field)
        }
        Value::Intrinsic(_) => Err(Obstacle::Function),
    }
}

/// The units without a place, as findings.
pub(super) fn misplaced(resource: &CfnUserPoolClient) -> impl Iterator<Item = Finding> {
    let units = resource.token_validity_units.as_ref().map(Content::json);
    let misplaced = resource.state.misplaced_units.iter();
    misplaced.filter(move |unit| units.as_ref() == Some(&unit.units)).map(|unit| unit.finding.clone())
}
