//! How long tokens live, in the unit that counts.

use super::is;
use crate::blocks::token_validity_units::{access_token, id_token, refresh_token};
use crate::catalogue::{Rule, TK01, TK02, TK03, TK04, TK05};
use crate::declaration::World;
use crate::enums::TimeUnit;
use crate::property::Property;
use crate::suggest::counted;
use crate::{Declaration, Finding, Known, PropertyPath, Variant, client};

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A unit, how many seconds it has, and its name in a sentence, in the singular.
pub(super) type Unit = (&'static Variant, i64, &'static str);

/// The units, the longest first.
static UNITS: [Unit; 4] = [
    (&TimeUnit::Days, DAY, "day"),
    (&TimeUnit::Hours, HOUR, "hour"),
    (&TimeUnit::Minutes, MINUTE, "minute"),
    (&TimeUnit::Seconds, 1, "second"),
];

/// A token: its life, the unit of it, what counts without one, and the range of the life in seconds.
pub(super) struct Token {
    pub(super) validity: &'static Property,
    pub(super) unit: &'static Property,
    default: &'static Variant,
    least: i64,
    greatest: i64,
    range: &'static str,
    rule: &'static Rule,
    rule_without_unit: &'static Rule,
}

/// What access and ID tokens share.
const SHORT_LIVED: Token = Token {
    validity: &client::access_token_validity,
    unit: &access_token,
    default: &TimeUnit::Hours,
    least: 5 * MINUTE,
    greatest: DAY,
    range: "5 minutes to 24 hours",
    rule: &TK01,
    rule_without_unit: &TK03,
};

pub(super) static ACCESS: Token = SHORT_LIVED;

pub(super) static ID: Token = Token { validity: &client::id_token_validity, unit: &id_token, ..SHORT_LIVED };

static REFRESH: Token = Token {
    validity: &client::refresh_token_validity,
    unit: &refresh_token,
    default: &TimeUnit::Days,
    least: HOUR,
    greatest: 3650 * DAY,
    range: "60 minutes to 3650 days",
    rule: &TK02,
    rule_without_unit: &TK04,
};

pub(super) fn check(client: &Declaration<'_>, findings: &mut Vec<Finding>) {
    for token in [&ACCESS, &ID, &REFRESH] {
        check_range(client, token, findings);
    }
    for token in [&ACCESS, &ID] {
        check_order(client, token, findings);
    }
}

/// The unit that counts in a world, and whether it was written. `None` where that is not known.
pub(super) fn unit(client: &Declaration<'_>, token: &Token, world: &World<'_>) -> Option<(&'static Unit, bool)> {
    let is_always =
        |test: &dyn Fn(&Known<'_>) -> bool| client.always_in(&client::token_validity_units, token.unit, world, test);
    if is_always(&|value| matches!(value, Known::Absent)) {
        return UNITS.iter().find(|(unit, ..)| std::ptr::eq(*unit, token.default)).map(|unit| (unit, false));
    }
    UNITS.iter().find(|(unit, ..)| is_always(&|value| is(value, unit))).map(|unit| (unit, true))
}

fn check_range(client: &Declaration<'_>, token: &Token, findings: &mut Vec<Finding>) {
    client.each(token.validity, &World::default(), &mut |node, world| {
        let Known::Integer(number) = node.value else { return };
        let place = PropertyPath::of(token.validity);
        let Some((&(_, seconds, noun), written)) = unit(client, token, world) else {
            // Whatever the unit will be, the number must be legal in one of them.
            if !(1..=token.greatest).contains(&number) {
                findings.push(token.rule.finding(
                    node.tag,
                    place,
                    format!("`{}` cannot be {number} in any unit", token.validity.name),
                    format!("write {}, counted in the unit: 1 to {}", token.range, token.greatest),
                ));
            }
            return;
        };
        // Where a unit is too coarse for the least life, 1 of it is the least.
        let (least, greatest) = ((token.least + seconds - 1) / seconds, token.greatest / seconds);
        if (least..=greatest).contains(&number) {
            return;
        }
        let name = token.validity.name;
        let nearest = format!("write `{name}: {}`", number.clamp(least, greatest));
        let help = match (other_unit(client, token, number, seconds), written) {
            (Some(unit), false) => format!("{unit}; without a unit it counts {noun}s, {least} to {greatest}"),
            (None, false) => format!("{nearest}; without a unit it counts {noun}s, {least} to {greatest}"),
            (Some(unit), true) => format!("{nearest}, or {unit}"),
            (None, true) => nearest,
        };
        let message = format!("`{name}` is {}, not {}", token.range, counted(number, noun));
        let rule = if written { token.rule } else { token.rule_without_unit };
        findings.push(rule.finding(node.tag, place, message, help));
    });
}

/// The unit that makes the number legal, as it is typed: the longest, because that is nearest to what was meant.
fn other_unit(client: &Declaration<'_>, token: &Token, number: i64, than: i64) -> Option<String> {
    let is_other = |(_, seconds, _): &&Unit| *seconds != than && is_legal(token, number, *seconds);
    UNITS.iter().find(is_other).map(|(unit, _, noun)| {
        let (units, member) = (&client::token_validity_units, token.unit.name);
        let (verb, written) = match client.get(units) {
            Some(_) => ("write", format!("`{member}: {}` in `{}`", unit.name, units.name)),
            None => ("add", format!("`{}: {{ {member}: {} }}`", units.name, unit.name)),
        };
        format!("for {} {verb} {written}", counted(number, noun))
    })
}

/// Whether that many units are a life the token may have.
pub(super) fn is_legal(token: &Token, number: i64, seconds: i64) -> bool {
    number.checked_mul(seconds).is_some_and(|life| (token.least..=token.greatest).contains(&life))
}

/// The life in seconds in a world, where it is known and in range.
fn life(client: &Declaration<'_>, token: &Token, number: i64, world: &World<'_>) -> Option<i64> {
    let (&(_, seconds, _), _) = unit(client, token, world)?;
    is_legal(token, number, seconds).then(|| number * seconds)
}

fn check_order(client: &Declaration<'_>, token: &Token, findings: &mut Vec<Finding>) {
    client.each(token.validity, &World::default(), &mut |node, world| {
        let Known::Integer(number) = node.value else { return };
        let Some(this) = life(client, token, number, world) else { return };
        let mut refresh = None;
        let outlives = client.get(REFRESH.validity).is_some_and(|written| {
            let mut always = true;
            written.visit(world, &mut |value, world| {
                let other = match value.value {
                    Known::Integer(number) => life(client, &REFRESH, number, world),
                    _ => None,
                };
                always &= other.is_some_and(|other| this > other);
                refresh = refresh.max(other);
            });
            always
        });
        if let (true, Some(refresh)) = (outlives, refresh) {
            findings.push(TK05.finding(
                node.tag,
                PropertyPath::of(token.validity),
                format!("the token would outlive the refresh token: {} against {}", spell(this), spell(refresh)),
                shorter(client, token, refresh, world),
            ));
        }
    });
}

/// The longest life that does not outlive the refresh token, as it is typed.
fn shorter(client: &Declaration<'_>, token: &Token, refresh: i64, world: &World<'_>) -> String {
    let seconds = unit(client, token, world).map_or(1, |((_, seconds, _), _)| *seconds);
    let (name, longest) = (token.validity.name, refresh / seconds);
    if is_legal(token, longest, seconds) {
        format!("write `{name}: {longest}`, or lengthen `{}`", REFRESH.validity.name)
    } else {
        format!("lengthen `{}`, or count `{name}` in a smaller unit", REFRESH.validity.name)
    }
}

/// A time in the longest unit that divides it.
fn spell(life: i64) -> String {
    let (seconds, noun) = UNITS
        .iter()
        .find(|(_, seconds, _)| life % seconds == 0)
        .map_or((1, "second"), |&(_, seconds, noun)| (seconds, noun));
    counted(life / seconds, noun)
}
