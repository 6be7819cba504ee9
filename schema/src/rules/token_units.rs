//! Units that count another token than was meant.

use super::tokens::{ACCESS, ID, Token, is_legal, unit};
use crate::catalogue::TK11;
use crate::declaration::World;
use crate::suggest::counted;
use crate::{Declaration, Finding, Known, PropertyPath, client};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    check_units_agree(client, [&ACCESS, &ID], findings);
    check_units_agree(client, [&ID, &ACCESS], findings);
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
                PropertyPath::of(token.validity),
                format!("`{}` counts {}s: this is {}", token.validity.name, own.2, counted(number, own.2)),
                format!(
                    "add `{}: {}` to `{}`, or `{}` to say so",
                    token.unit.name,
                    meant.0.name,
                    client::token_validity_units.name,
                    own.0.name
                ),
            ));
        }
    });
}
