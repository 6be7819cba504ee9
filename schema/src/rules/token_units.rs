//! Units that count another token than was meant, or none.

use super::tokens::{ACCESS, ID, REFRESH, Token, UNITS, is_legal, unit};
use crate::catalogue::{TK09, TK11};
use crate::declaration::World;
use crate::spelling::counted;
use crate::{Declaration, Finding, Known, Place, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for token in [&ACCESS, &ID, &REFRESH] {
        check_unit_counts(client, token, findings);
    }
    check_units_agree(client, [&ACCESS, &ID], findings);
    check_units_agree(client, [&ID, &ACCESS], findings);
}

/// A unit without its number. The one that would count anyway says nothing new.
fn check_unit_counts(client: &Declaration<'_>, token: &Token, findings: &mut Vec<Finding>) {
    let units = &client::token_validity_units;
    client.each_block(units, &mut |_, block, world| {
        block.each(token.unit, world, &mut |node, world| {
            let written = UNITS.iter().find(|(unit, ..)| super::is(&node.value, unit));
            if written.is_some_and(|(unit, ..)| *unit != token.default)
                && client.always(token.validity, world, &|value| matches!(value, Known::Absent))
            {
                findings.push(TK09.finding(
                    node.tag,
                    Place::member(units, token.unit),
                    format!("there is no `{}` to count in this unit", token.validity.name),
                    format!("add `{}`, or leave `{}` out", token.validity.name, token.unit.name),
                ));
            }
        });
    });
}

/// One of two numbers that go together has a unit, and the other one would be legal in it too.
fn check_units_agree(client: &Declaration<'_>, [token, other]: [&Token; 2], findings: &mut Vec<Finding>) {
    client.each(token.validity, &World::default(), &mut |node, world| {
        let Known::Integer(number) = node.value else { return };
        let (Some((own, false)), Some((meant, true))) = (unit(client, token, world), unit(client, other, world)) else {
            return;
        };
        let is_counted = client.always(other.validity, world, &|value| matches!(value, Known::Integer(_)));
        if is_counted && own.0 != meant.0 && is_legal(token, number, own.1) && is_legal(token, number, meant.1) {
            findings.push(TK11.finding(
                node.tag,
                Place::of(token.validity),
                format!("`{}` counts {}s: this is {}", token.validity.name, own.2, counted(number, own.2)),
                format!(
                    "add `{}: {:?}` to `{}`, or `{:?}` to say so",
                    token.unit.name,
                    meant.0,
                    client::token_validity_units.name,
                    own.0
                ),
            ));
        }
    });
}
